"""The whole way of a text: a mail comes in, is returned, comes back corrected, is approved, read by another member, and purged."""

import base64
import json
import quopri
import subprocess

import pytest

from forum import NOW, ROSTRUM, Forum, Server, rostrum
from reader import Reader

MODERATOR = "Forum secretariat"
SENTENCE = "Our office trained forty examiners in two years, with a mentor for each of them."
SECRET = "my neighbour at +41 22 338 91 11"
FIELDS = """---
kind: contribution
discussion: 2026-005
language: en
author: {name: Ana Exemplar, position: Head of training, institution: Sample Office, member: XB, email: ana@example.org}
attribution: name
terms: 1
---

"""


def thunderbird(text, number, answers=None):
    """A mail as Thunderbird writes one: flowed, quoted-printable, with a table attached under a name that is not ASCII."""
    references = f"In-Reply-To: <{answers}@example.org>\r\nReferences: <{answers}@example.org>\r\n" if answers else ""
    body = quopri.encodestring(text.encode("utf-8")).decode().replace("\n", "\r\n")
    table = base64.encodebytes("année;examinateurs\n2025;40\n".encode("utf-8")).decode().replace("\n", "\r\n")
    return (
        f"Message-ID: <{number}@example.org>\r\nDate: Mon, 23 Nov 2026 09:30:00 +0100\r\nMIME-Version: 1.0\r\n"
        "User-Agent: Mozilla Thunderbird\r\nContent-Language: en-GB\r\nTo: submissions@example.org\r\n"
        f"{references}From: =?UTF-8?Q?Ana_Exemplar?= <ana@example.org>\r\nSubject: {'Re: ' if answers else ''}A contribution\r\n"
        'Content-Type: multipart/mixed; boundary="------------b0undary"\r\n\r\n'
        "This is a multi-part message in MIME format.\r\n--------------b0undary\r\n"
        "Content-Type: text/plain; charset=UTF-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{body}\r\n--------------b0undary\r\n"
        'Content-Type: text/csv; charset=UTF-8; name="=?UTF-8?B?w6l2b2x1dGlvbi5jc3Y=?="\r\n'
        "Content-Disposition: attachment; filename*=UTF-8''%C3%A9volution.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{table}--------------b0undary--\r\n"
    ).encode("ascii")


def office(forum, *words):
    """A command of the moderator's, at the time of the build."""
    return rostrum(forum.root, *words, "--now", NOW)


@pytest.fixture(scope="module")
def forum(tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("office"))
    made.passphrase = made.issue("--member", "XA")
    made.build()
    return made


@pytest.fixture(scope="module")
def published(forum, tmp_path_factory, monkeypatch_module):
    """The forum after a mail with a telephone number was returned, came back without it, and was approved and built."""
    monkeypatch_module.setenv("ROSTRUM_MODERATOR", MODERATOR)
    mails = tmp_path_factory.mktemp("mails")
    (mails / "first.eml").write_bytes(thunderbird(FIELDS + f"{SENTENCE}\n\nAsk {SECRET}. See [the table](évolution.csv).\n", "first"))
    (mails / "second.eml").write_bytes(thunderbird(FIELDS + f"{SENTENCE}\n\nSee [the table](évolution.csv).\n", "second", "first"))
    assert "submission 1" in office(forum, "inbox", "import", str(mails / "first.eml"))
    shown = json.loads(office(forum, "inbox", "show", "1", "--format", "json"))
    assert "telephone" in {remark["check"] for remark in shown["remarks"]}, shown
    office(forum, "review", "return", "1", "--words", "Please leave the telephone number out.")
    assert "came back" in office(forum, "inbox", "import", str(mails / "second.eml"))
    assert "2026-005/0010" in office(forum, "review", "approve", "1")
    forum.build()
    return forum


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def test_another_member_reads_it_and_a_purge_takes_it_away(tab, published):
    server = Server(published)
    try:
        reader = Reader(tab, server.address, published.passphrase)
        if not (published.root / "content/discussions/2026-005/0010.withdrawn.yaml").exists():
            reader.open("en/2026-005/")
            assert SENTENCE in reader.text("#c0010")
            assert "Ana Exemplar" in reader.text("#c0010") and SECRET not in reader.html and "ana@example.org" not in reader.html
            withdraw = ("withdraw", "2026-005/0010", "--requested-by", "author", "--reason", "asked for", "--purge", "--yes")
            office(published, *withdraw)
            published.build()
        reader.open("en/2026-005/")
        reader.get("en/2026-005/")
        reader.submit(published.passphrase)
        reader.wait(reader.is_open)
        assert SENTENCE not in reader.html and reader.all("#c0010")
    finally:
        server.stop()
    nothing_is_left(published)


def nothing_is_left(published):
    """In the whole folder of the forum, the office's part too."""
    audit = subprocess.run(
        [ROSTRUM, "audit", "--root", str(published.root), "--now", NOW], capture_output=True, text=True, timeout=120)
    assert audit.returncode == 0, audit.stdout + audit.stderr
    needles = [SENTENCE[:30].encode(), SECRET.encode(), b"ana@example.org", b"Ana Exemplar"]
    for path in published.root.rglob("*"):
        if path.is_file() and not path.is_relative_to(published.root / "themes"):
            assert not [needle for needle in needles if needle in path.read_bytes()], path
    assert "whole" in office(published, "log", "verify")
