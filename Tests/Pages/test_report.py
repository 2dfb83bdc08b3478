"""The report on the use of a forum, read by others: Nu, Python's csv and json, and Chromium."""

import csv
import io
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from forum import NOW, rostrum
from nu import complaints

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]


def report(forum, *words):
    return rostrum(forum.root, "report", "--now", NOW, *words)


@pytest.fixture(scope="session")
def pages(forum, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for language in LANGUAGES:
        report(forum, "--language", language, "--format", "html", "--output", str(folder / f"{language}.html"))
    return folder


def test_nu_has_nothing_to_say(pages):
    found = complaints(*sorted(pages.glob("*.html")))
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)


def test_nu_is_listened_to(tmp_path):
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=en><title>x</title><table><tr><p></table>", "utf-8")
    assert complaints(tmp_path / "wrong.html")


def test_spreadsheets_get_every_number(forum):
    """The same numbers as JSON has, one a line, whatever the language."""
    known = json.loads(report(forum, "--format", "json"))["tables"]
    for language in LANGUAGES:
        text = report(forum, "--language", language, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
        assert {None} not in [set(row) for row in rows] and all(None not in row.values() for row in rows)
        assert not [cell for row in rows for cell in row.values() if re.match(r"[=+\-@\t\r]", cell)]
        found = {(row["section"], row["key"], row["measure"]): row["value"] for row in rows if row["section"] != "notes"}
        assert len(found) == len([row for row in rows if row["section"] != "notes"])
        for name, table in known.items():
            for row in table["rows"]:
                key = next(iter(row.values()))
                for measure, value in list(row.items())[1:]:
                    if isinstance(value, int) and not isinstance(value, bool) and name != "questions":
                        assert found[name, key, measure] == str(value), (name, key, measure)


def test_words_are_those_of_the_language(forum):
    """No key of a string shows where its text should, and tables have other titles in each language."""
    titles = {}
    for language in LANGUAGES:
        text = report(forum, "--language", language, "--format", "json")
        assert not re.search(r"\breport\.[a-z]+", text) and not re.search(r"\{[a-z]+\}", text)
        titles[language] = [table["title"] for table in json.loads(text)["tables"].values()]
    for place in range(len(titles["en"])):
        assert len({titles[language][place] for language in LANGUAGES}) >= 5


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
@pytest.mark.parametrize("width", [1100, 500])
def test_no_page_is_wider_than_its_window(pages, language, width, tmp_path):
    """What is wider scrolls by itself. A picture is left where ROSTRUM_SHOTS says."""
    folder = Path(os.environ.get("ROSTRUM_SHOTS") or tmp_path)
    picture = folder / f"report-{language}-{width}.png"
    source = (pages / f"{language}.html").read_text("utf-8")
    probe = tmp_path / "probe.html"
    # The report's own policy allows no script; the copy that is measured has none.
    source = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)
    probe.write_text(source + "<script>document.title = document.documentElement.scrollWidth + ' of ' + innerWidth</script>", "utf-8")
    base = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},2400",
            f"--user-data-dir={tmp_path / 'profile'}"]
    seen = subprocess.run([*base, "--dump-dom", probe.as_uri()], capture_output=True, text=True, timeout=120, check=True).stdout
    found = re.search(r"<title>(\d+) of (\d+)</title>", seen)
    assert found and int(found[1]) <= int(found[2]), found and found[0]
    subprocess.run([*base, f"--screenshot={picture}", (pages / f"{language}.html").as_uri()], capture_output=True, timeout=120, check=True)
    assert picture.read_bytes().startswith(b"\x89PNG")
