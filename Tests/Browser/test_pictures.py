"""Pictures for people to look at: the form, a reply, a digest and a report, in English and Arabic, on a wide window and on a telephone.

They lie in the folder that ROSTRUM_SHOTS names, else in .build/pictures. What a program can see of them is tested: that there is something on
them, and that nothing runs out of the window at the side.
"""

import base64
import email
import email.policy
import json
import os
from pathlib import Path

import pytest

from forum import NOW, REPOSITORY, Forum, Server, rostrum
from test_form_site import Member

FOLDER = Path(os.environ.get("ROSTRUM_SHOTS", REPOSITORY / ".build/pictures"))
SIZES = {"wide": (1280, 900), "telephone": (360, 740)}
COSTS = "\nexcerpts-in-mail: true\ncosts: {currency: CHF, per-language: {ar: 48294, en: 48294, fr: 48294}}\n"
MAIL = """From: Ana Exemplar <{language}@example.org>
To: submissions@example.org
Subject: A contribution
Message-ID: <{language}@example.org>
Content-Type: text/plain; charset=utf-8

---
kind: contribution
discussion: 2026-005
language: {language}
author: {{name: Ana Exemplar, member: {member}, email: {language}@example.org}}
attribution: name
terms: 1
---

{text}
"""
TEXTS = {"en": "Our office trained forty examiners in two years, with a mentor for each of them.",
         "ar": "درّب مكتبنا أربعين فاحصًا في سنتين، ولكلٍّ منهم مرشد يرافقه في عمله اليومي."}
MEMBERS = {"en": "XA", "ar": "XB"}


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A forum with a decision in each language, and what its office writes of it: HTML files by their names."""
    forum, folder = Forum(tmp_path_factory.mktemp("busy")), tmp_path_factory.mktemp("written")
    forum.passphrase = forum.issue("--member", "XA")
    roster = "".join(f"  {member}: {{language: {language}, region: Region {member}, addresses: [{language}@example.org], digest: true}}\n"
                     for language, member in MEMBERS.items())
    (forum.root / "office/roster.yaml").write_text("members:\n" + roster, "utf-8")
    with open(forum.root / "content/forum.yaml", "a", encoding="utf-8") as settings:
        settings.write(COSTS)
    moderator = ("--as", "Forum secretariat", "--now", NOW)
    for number, (language, text) in enumerate(TEXTS.items(), 1):
        mail = folder / f"{language}.eml"
        mail.write_text(MAIL.format(language=language, member=MEMBERS[language], text=text), "utf-8")
        rostrum(forum.root, "inbox", "import", str(mail), "--now", NOW)
        rostrum(forum.root, "review", "return", str(number), "--words", "Please say how long it took.\n\n- in weeks\n- and in hours", *moderator)
    for one in rostrum(forum.root, "outbox", "list", "--format", "json").splitlines():
        told = json.loads(one)
        if told["kind"] == "returned":
            data = (forum.root / f"office/outbox/{told['mail']:04}/message.eml").read_bytes()
            (folder / f"reply-{told['language']}.html").write_bytes(html_of(data))
    for language in TEXTS:
        made = folder / f"digest-{language}"
        made.mkdir()
        rostrum(forum.root, "digest", "--language", language, "--since", "2026-11-02", "--output", str(made), *moderator)
        [digest] = made.glob("*.eml")
        (folder / f"digest-{language}.html").write_bytes(html_of(digest.read_bytes()))
        rostrum(forum.root, "report", "--language", language, "--format", "html", "--output", str(folder / f"report-{language}.html"), "--now", NOW)
    forum.build()
    server = Server(forum)
    forum.address, forum.written = server.address, folder
    yield forum
    server.stop()


def html_of(data):
    return email.message_from_bytes(data, policy=email.policy.default).get_body(("html",)).get_content().encode()


def shoot(tab, name):
    """A picture of all of a page in each size; nothing of it may lie beside the window."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    tab.cdp("Emulation.setScrollbarsHidden", hidden=True)
    for size, (width, height) in SIZES.items():
        tab.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        picture = base64.b64decode(tab.cdp("Page.captureScreenshot", captureBeyondViewport=True)["data"])
        (FOLDER / f"{name}-{size}.png").write_bytes(picture)
        assert len(picture) > 10_000, name
        over = tab.driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{name}, {size}: {over} pixels too wide"
    tab.cdp("Emulation.clearDeviceMetricsOverride")


@pytest.mark.only("chromium", because="pictures are taken by its own protocol")
@pytest.mark.parametrize("language", TEXTS)
def test_the_form(tab, busy, language):
    member = Member(tab, busy).to_form(f"{language}/2026-005/")
    member.put("text", f"## {TEXTS[language][:20]}\n\n{TEXTS[language]}\n\n- **one**\n- two\n")
    member.act("preview")
    member.wait(lambda: member.text("#form-preview .text"), what="no preview")
    shoot(tab, f"form-{language}")


@pytest.mark.only("chromium", because="pictures are taken by its own protocol")
@pytest.mark.parametrize("kind", ["reply", "digest", "report"])
@pytest.mark.parametrize("language", TEXTS)
def test_what_the_office_writes(tab, busy, kind, language):
    tab.driver.get((busy.written / f"{kind}-{language}.html").as_uri())
    shoot(tab, f"{kind}-{language}")
