"""The whole way of a participant: the form taken along, a sealed file by mail, the office's answers, the returned file in the form again, the page
that another member reads, and the digest."""

import email
import email.message
import email.policy
import email.utils
import json
import re

import pytest

from form import Writer
from forum import NOW, Forum, Server, rostrum
from reader import Reader
from test_form_site import Member

SENTENCE = {
    "en": "Our office trained forty examiners in two years, with a mentor for each of them.",
    "ar": "درّب مكتبنا أربعين فاحصًا في سنتين، ولكلٍّ منهم مرشد يرافقه في عمله اليومي.",
}
SECRET = "+41 22 338 91 11"
ASKED = "Please leave the telephone number out."


class Office:
    """What the moderators do, at the time of the build."""

    def __init__(self, root, monkeypatch):
        self.root = root
        monkeypatch.setenv("ROSTRUM_MODERATOR", "Forum secretariat")

    def __call__(self, *words):
        return rostrum(self.root, *words, "--now", NOW)

    def told(self, *words):
        return [json.loads(line) for line in self(*words, "--format", "json").splitlines()]

    def mail(self, kind):
        """The last mail of a kind in the outbox, as a mail program reads it."""
        number = [one["mail"] for one in self.told("outbox", "list") if one["kind"] == kind][-1]
        data = (self.root / f"office/outbox/{number:04}/message.eml").read_bytes()
        return email.message_from_bytes(data, policy=email.policy.default)


def sent(folder, name, attached, answers=None):
    """A mail with a file, as a mail program sends it."""
    made = email.message.EmailMessage()
    made["From"], made["To"], made["Subject"] = "Ana Exemplar <ana@example.org>", "submissions@example.org", "A contribution"
    made["Message-ID"], made["Date"] = f"<{name}@example.org>", email.utils.format_datetime(email.utils.parsedate_to_datetime("Mon, 23 Nov 2026 09:30:00 +0100"))
    if answers:
        made["In-Reply-To"] = made["References"] = answers
    made.set_content("The file is attached.\n")
    made.add_attachment(attached, maintype="application", subtype="octet-stream", filename=f"{name}.rostrum")
    path = folder / f"{name}.eml"
    path.write_bytes(made.as_bytes(policy=email.policy.SMTP))
    return path


def attached(mail):
    [part] = [part for part in mail.iter_attachments()]
    assert part.get_filename().endswith(".rostrum")
    return part.get_payload(decode=True)


def go_the_whole_way(tab, folder, monkeypatch, language):
    forum = Forum(folder / "forum")
    author, reader = forum.issue("--member", "XB"), forum.issue("--member", "XA")
    (forum.root / "office/roster.yaml").write_text(
        f"members:\n  XB: {{language: {language}, region: Europe, addresses: [ana@example.org], digest: true}}\n", "utf-8")
    settings = forum.root / "content/forum.yaml"
    settings.write_text(settings.read_text("utf-8") + "\nexcerpts-in-mail: true\n", "utf-8")
    forum.passphrase, office, sentence = author, Office(forum.root, monkeypatch), SENTENCE[language]
    forum.build()
    server = Server(forum)
    forum.address = server.address
    try:
        # Taken along from a discussion, and opened from the disk.
        member = Member(tab, forum).to_form(f"{language}/2026-005/")
        assert member.language() == [language, "rtl" if language == "ar" else "ltr"]
        member.js("document.querySelector('.form-more').open = true")
        member.act("take")
        member.act("takeNow")
        _, _, taken = member.saved()
        assert member.complaints() == []
        file = folder / "form.html"
        file.write_bytes(taken)
        alone = Writer(tab).open(file)
        alone.contribute(f"{sentence}\n\nAsk {SECRET}. See [the table](table.csv).", discussion="2026-005", member="XB", attribution="name")
        alone.select("language", language)
        alone.put("name", "Ana Exemplar")
        alone.put("email", "ana@example.org")
        table = folder / "table.csv"
        table.write_text("année;examinateurs\n2025;40\n", "utf-8")
        alone.attach(table)
        alone.type("passphrase", author)
        _, _, first = alone.save()
        assert sentence.encode() not in first

        # A mail with the file, and what the office knows of it.
        office("inbox", "import", str(sent(folder, "first", first)))
        [shown] = office.told("inbox", "list")
        assert shown["proof"] == {"outcome": "proved", "kind": "member", "name": "XB"}
        assert "telephone" in {remark["check"] for remark in json.loads(office("inbox", "show", "1", "--format", "json"))["remarks"]}
        received = office.mail("received")
        assert received["In-Reply-To"] == "<first@example.org>" and received["To"].addresses[0].addr_spec == "ana@example.org"
        assert received["Content-Language"] == language

        # Returned, and the returned file in the form that was taken along.
        office("review", "return", "1", "--words", ASKED)
        returned = office.mail("returned")
        assert ASKED in returned.get_body(("plain",)).get_content()
        back = folder / "returned.rostrum"
        back.write_bytes(attached(returned))
        again = Writer(tab).open(file)
        again.js("document.querySelector('.form-more').open = true")
        again.one("[name=returned]").send_keys(str(back))
        again.wait(lambda: again.text("[data-part=returnedError]"), what="the passphrase is not asked for")
        again.enter_passphrase(author)
        again.wait(lambda: ASKED in again.text("[data-part=answer]"), what="the answer is not shown")
        assert again.value("text").startswith(sentence) and again.value("name") == "Ana Exemplar"
        assert "table.csv" in again.text("[data-part=files]")
        again.put("text", f"{sentence}\n\nSee [the table](table.csv).")
        if not again.chosen("terms"):
            again.choose("terms", "yes")
        _, _, second = again.save()
        answer = office("inbox", "import", str(sent(folder, "second", second, returned["Message-ID"])))
        assert "came back" in answer, answer

        # Approved, told, published, and told once more.
        assert "2026-005/0010" in office("review", "approve", "1")
        approved = office.mail("approved")
        assert approved["In-Reply-To"] == "<second@example.org>" and approved["Content-Language"] == language
        forum.build()
        place = f"{language}/2026-005/#c0010"
        assert place in office.mail("published").get_body(("plain",)).get_content()

        # Another member reads it, with its table, and nothing else of what was sent.
        forum.passphrase = reader
        other = Reader(tab, server.address, reader)
        other.open(f"{language}/2026-005/")
        assert sentence in other.text("#c0010") and "Ana Exemplar" in other.text("#c0010")
        assert other.all("#c0010 a[data-file]") and SECRET not in other.html and "ana@example.org" not in other.html

        # The week's digest.
        digests = folder / "digests"
        digests.mkdir()
        office("digest", "--language", language, "--since", "2026-11-16", "--output", str(digests))
        [made] = digests.glob("*.eml")
        digest = email.message_from_bytes(made.read_bytes(), policy=email.policy.default)
        assert not [part for part in digest.walk() if part.defects]
        for kind in ("plain", "html"):
            text = digest.get_body((kind,)).get_content()
            assert place in text, kind
            assert re.sub(r"\s+", "", sentence[:40]) in re.sub(r"\s+", "", text), kind
        assert "dir=\"rtl\"" in digest.get_body(("html",)).get_content() or language != "ar"
        assert "whole" in office("log", "verify")
    finally:
        server.stop()


def test_from_the_form_to_the_digest(tab, tmp_path, monkeypatch):
    go_the_whole_way(tab, tmp_path, monkeypatch, "en")


@pytest.mark.only("chromium", because="engines differ in nothing here, and Arabic in its words and its direction")
def test_from_the_form_to_the_digest_in_arabic(tab, tmp_path, monkeypatch):
    go_the_whole_way(tab, tmp_path, monkeypatch, "ar")
