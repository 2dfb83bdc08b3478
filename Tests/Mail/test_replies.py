"""The mails that the office writes, read by Python's own library of mails."""

import email
import email.policy
import html.parser
import json

import pytest

from nu import complaints
from office import Office

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = Office(tmp_path_factory.mktemp("replies"), LANGUAGES)
    for number, language in enumerate(LANGUAGES, 1):
        made.receive(f"{language}@example.org", number, subject="Re: 中文 – «Сообщение» مساهمة " + "très long " * 12)
        made.run("review", "return", number, "--words", "Un mot.\n\n- première chose\n- 第二\n" + "x" * 2000)
    return made


def parsed(office, number):
    message = email.message_from_bytes(office.bytes(number), policy=email.policy.default)
    for part in message.walk():
        assert not part.defects
        for name, value in part.items():
            assert not value.defects, name
    return message


@pytest.mark.parametrize("number", range(1, 13))
def test_a_mail_has_no_defects(office, number):
    told = office.mail(number)
    message = parsed(office, number)
    lines = office.bytes(number).split(b"\r\n")
    assert all(len(line) <= 998 and b"\n" not in line and b"\r" not in line for line in lines)
    assert message["subject"] == told["subject"]
    assert message["to"].addresses[0].addr_spec == told["to"]
    assert message["from"].addresses[0].addr_spec == "submissions@example.org"
    assert message["in-reply-to"] == f"<{told['submissions'][0]}@example.org>"
    assert message["references"].split() == ["<topic@example.org>", f"<{told['submissions'][0]}@example.org>"]
    assert message["content-language"] == told["language"]
    assert message["date"].datetime.utcoffset().total_seconds() == 3600
    assert message["auto-submitted"] == ("auto-replied" if told["kind"] == "received" else None)
    assert message.get_content_type() == "multipart/alternative"
    plain = message.get_body(("plain",))
    assert plain.get_content().replace("\r\n", "\n") == told["text"]


class Text(html.parser.HTMLParser):
    """The words of a page, its directions, and whatever it would load."""

    def __init__(self):
        super().__init__()
        self.words, self.directions, self.loads, self.quiet = [], [], [], False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.quiet = tag in ("title", "style")
        self.directions.append((tag, attributes.get("dir"), attributes.get("lang")))
        self.loads += [attributes[name] for name in ("src", "srcset", "background", "data") if name in attributes]
        assert tag not in ("script", "link", "img", "iframe", "object", "form")

    def handle_endtag(self, tag):
        self.quiet = False

    def handle_data(self, data):
        if not self.quiet:
            self.words += data.split()


@pytest.mark.parametrize("number", range(1, 13))
def test_the_html_says_the_same_words_in_the_same_direction(office, number):
    told = office.mail(number)
    page = Text()
    page.feed(parsed(office, number).get_body(("html",)).get_content())
    assert page.words == [word for line in told["text"].split("\n") for word in line.removeprefix("- ").split()]
    assert ("html", "rtl" if told["language"] == "ar" else "ltr", told["language"]) in page.directions
    assert not page.loads


def test_the_checker_finds_nothing_in_the_html(office, tmp_path):
    files = [tmp_path / f"{number}.html" for number in range(1, 13)]
    for number, file in enumerate(files, 1):
        file.write_text(parsed(office, number).get_body(("html",)).get_content(), "utf-8")
    # It guesses at the language, and takes the words that the moderator of this test repeats for another.
    assert [one for one in complaints(*files) if "appears to be written in" not in one["message"]] == []


def test_mails_about_what_was_decided_and_questions_have_no_defects_either(tmp_path):
    """Turned down, approved, published, withdrawn, corrected and asked, in each language: with links, and words of moderators."""
    office = Office(tmp_path, LANGUAGES)
    office.run("access", "issue", "--member", "XA")
    for number, language in enumerate(LANGUAGES, 1):
        office.receive(f"{language}@example.org", number, subject=f"Texte {number}", discussion="2026-006")
        office.run("review", "approve", number)
    office.run("build")
    for number, language in enumerate(LANGUAGES, 1):
        place = json.loads((office.root / f"office/inbox/{number}/record.json").read_text("utf-8"))["place"]
        office.run("withdraw", place, "--requested-by", "member", "--reason", "x")
        office.receive(f"{language}@example.org", number + 6, subject=f"Autre {number}", discussion="2026-006")
        office.run("review", "reject", number + 6, "--words", "Un mot.\n\n- 第二")
        office.run("discussion", "ask", "2026-006", "--to", f"{language}@example.org", "--words", "Qu’en dites-vous ?", "--with-excerpts")
    told = [office.mail(number) for number in office.states()]
    assert {(mail["kind"], mail["language"]) for mail in told} == {
        (kind, language) for kind in ("received", "approved", "published", "withdrawn", "rejected", "question") for language in LANGUAGES}
    files = []
    for mail in told:
        message = parsed(office, mail["mail"])
        assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == mail["text"]
        page = Text()
        page.feed(message.get_body(("html",)).get_content())
        assert not page.loads
        files.append(tmp_path / f"{mail['mail']}.html")
        files[-1].write_text(message.get_body(("html",)).get_content(), "utf-8")
    assert [one for one in complaints(*files) if "appears to be written in" not in one["message"]] == []


def test_what_a_stranger_writes_into_headers_stays_there(tmp_path):
    office = Office(tmp_path)
    office.receive("fr@example.org", 1, subject="=?utf-8?q?x=0D=0ABcc=3A_victim=40example=2Enet?=", name="=?utf-8?q?A=0D=0ABcc=3A_b=40c=2Eorg?=")
    message = parsed(office, 1)
    assert "bcc" not in message
    assert len(message["to"].addresses) == 1


def test_an_office_without_an_address_writes_nothing(tmp_path):
    office = Office(tmp_path, settings=[(r"^contact:.*\n", ""), (r"^submissions-address:.*\n", "")])
    office.receive("fr@example.org")
    assert office.states() == {}
    said = office.run("review", "reject", 1, "--words", "Non.").stdout
    assert "neither `submissions-address` nor `contact`" in said
