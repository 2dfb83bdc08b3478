"""Phrases of words that stand in most texts, which the index has as pairs: those texts are found that have the words in a row, and no others."""

import json
import random
import re

import pytest

import long
from forum import Forum, Server
from reader import Reader
from search import RESULTS, addresses, ask, choose, filled, open_search, told
from sealedformat import names

pytestmark = pytest.mark.only("chromium", because="what an index says is the same in every engine")
IDEOGRAPHS = ["知识产权局", "审查员", "培训", "决定", "法"]
ADDED = {"0005": "An office quokka examiner.", "0007": "A quokka office. Examiner quokka", "0012": "Quokka office examiner training"}


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    """A forum with a discussion whose 300 contributions are made of 15 words, and three of them of one more."""
    made = Forum(tmp_path_factory.mktemp("talk"))
    folder = long.write(made.root)
    for name, text in ADDED.items():
        path = folder / f"{name}.en.md"
        path.write_text(path.read_text("utf-8") + f"\n{text}\n", "utf-8")
    for number in range(301, 431):
        chance = random.Random(number)
        head = f"---\ndate: 2026-11-17\nrole: participant\nmember: XA\nauthor: Person {number}\n---\n"
        said = "".join(chance.choice(IDEOGRAPHS) + chance.choice(["", "", "", "，", " fees "]) for _ in range(24))
        said += " fees ㊀" if number == 310 else ""
        (folder / f"{number:04}.zh.md").write_text(head + said + "\n", "utf-8")
    made.ideographs = {path.name[:4]: path.read_text("utf-8").split("---\n", 2)[2] for path in folder.glob("0*.zh.md")}
    made.texts = {path.name.split(".")[0]: rows(path.read_text("utf-8").split("---\n", 2)[2]) for path in folder.glob("0*.en.md")}
    made.passphrase = made.issue("--member", "XA")
    made.build()
    made.server = Server(made)
    yield made
    made.server.stop()


def rows(text):
    """The words of each block, with a space on both sides of each."""
    return [" " + " ".join(re.findall(r"\w+", block.lower())) + " " for block in re.split(r"\n+(?:- )?", text)]


@pytest.fixture
def search(tab, talk):
    reader = Reader(tab, talk.server.address, talk.passphrase)
    open_search(reader, "en/")
    choose(reader, "kind", "1")
    return reader


def found(search):
    """The contributions that are found, those of the sample left out."""
    while more := [one for one in search.all("[data-part=more]") if one.is_displayed()]:
        before = len(search.all(RESULTS))
        search.js("arguments[0].click()", more[0])
        search.wait(lambda: len(search.all(RESULTS)) > before)
    filled(search)
    return sorted(one.rpartition("#c")[2] for one in addresses(search) if "/2026-090/" in one)


def test_words_in_a_row_are_found_and_no_others(search, talk):
    chance = random.Random(3)
    asked = [" ".join(chance.choices(long.WORDS, k=3)) for _ in range(6)] + ["quokka office", "office quokka", "quokka office examiner training", "examiner quokka"]
    some = 0
    for phrase in asked:
        ask(search, f"“{phrase}”")
        expected = sorted(name for name, blocks in talk.texts.items() if any(f" {phrase} " in block for block in blocks))
        if expected:
            assert found(search) == expected, phrase
            some += 1
        else:
            assert "No text has all" in told(search), phrase
    assert some > 6


def test_a_phrase_that_is_not_finished_is_found_as_far_as_it_goes(search):
    ask(search, "“quokka office exam")
    assert found(search) == ["0007", "0012"]


def test_ideographs_in_a_row_are_found_and_no_others(tab, talk):
    reader = Reader(tab, talk.server.address, talk.passphrase)
    open_search(reader, "zh/")
    some = 0
    for phrase in ["培训决定法", "局 审", "法培训 fees", "fees 知识产权局审查", "培训 决定", "员法 局", "fees ㊀"]:
        ask(reader, f"“{phrase}”")
        # Where the phrase has a space, a text has that or another point, or nothing, which do not count.
        sought = re.compile(r"\W*".join(phrase.split()))
        expected = sorted(name for name, text in talk.ideographs.items() if sought.search(text))
        assert (found(reader) if expected else []) == expected, phrase
        some += bool(expected)
    assert some == 6


def test_of_common_words_pairs_are_loaded_and_no_positions(search, talk):
    """The lists of where a common word stands are the longest of an index."""
    ask(search, "“office examiner training”")
    key = bytes.fromhex(json.loads((talk.root / "office/keystore.json").read_text("utf-8"))["namesKey"])
    section = {names.opaque(key, f"search/en/{kind}/{number}") + ".bin": kind for kind in ("pairs", "positions") for number in range(400)}
    asked = search.js("return performance.getEntriesByType('resource').map(one => one.name)")
    assert [section[name] for name in (one.rpartition("/")[2] for one in asked) if name in section] == ["pairs"] * 2
