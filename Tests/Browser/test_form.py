"""The form as a file on a disk: from the first word to what is sent, and what comes back."""

import datetime
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from forge.notation import new_passphrase
from form import PASSPHRASE, SITE, Writer, form_file, give, opened, returned, secret_of

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


@pytest.fixture
def writer(tab, forum, tmp_path):
    """With the English form open from a disk, for a contribution to 2026-014."""
    made = Writer(tab)
    made.folder, made.forum = tmp_path, forum
    made.file = form_file(forum, tmp_path, prefill={"discussion": "2026-014", "question": "2", "reply-to": "0003"})
    return made.open(made.file)


def front(files):
    return files["submission.md"].decode()


def test_a_contribution_goes_the_whole_way(writer):
    """Prefilled, written, proved, with a file, sealed; then the mail, and the draft goes."""
    assert writer.chosen("kind") == ["contribution"] and writer.value("discussion") == "2026-014"
    assert writer.value("question") == "2" and writer.value("replyTo") == "0003"
    writer.contribute("Our **mentors** stay: for two years.")
    writer.type("name", 'Ana "Exemplar": head')
    plan = writer.folder / "plan: a.pdf"
    plan.write_bytes(b"%PDF-1.4 plan")
    writer.attach(plan)
    writer.enter_passphrase()
    writer.wait(lambda: writer.is_shown("[data-part=proofEntered]"), what="the passphrase is not taken")
    name, kind, data = writer.save()
    assert re.fullmatch(r"submission-\d{4}-\d\d-\d\d-[a-z2-9]{4}\.rostrum", name) and kind == "application/octet-stream"
    found, files = opened(data, [secret_of(new_passphrase("other")), secret_of()])
    assert found.is_proved and found.secret == secret_of()
    assert files["plan: a.pdf"] == b"%PDF-1.4 plan" and list(files) == ["submission.md", "plan: a.pdf"]
    assert front(files) == (
        '---\nkind: contribution\ndiscussion: "2026-014"\nreply-to: "0003"\nquestion: 2\nlanguage: "en"\n'
        'author: {name: "Ana \\"Exemplar\\": head", member: "XA"}\nattribution: "member"\nterms: 3\nattachments: ["plan: a.pdf"]\n---\n'
        "Our **mentors** stay: for two years.\n")

    assert writer.focused() == "send" and name in writer.text("[data-part=saved]")
    mail = urlsplit(writer.one("[data-part=mail]").get_attribute("href"))
    assert mail.scheme == "mailto" and unquote(mail.path) == "submissions@example.org"
    asked = parse_qs(mail.query)
    assert asked["subject"] == ["Submission to the Forum on Technical Assistance"]
    assert name in asked["body"][0] and "2026-014" not in mail.query and "Ana" not in mail.query
    writer.act("sent")
    writer.wait(lambda: writer.is_shown("[data-part=done]"))
    writer.open(writer.file)
    assert not writer.is_shown("[data-part=drafts]"), "the draft is still there"
    assert writer.browser.complaints() == []


def test_without_a_passphrase_nobody_can_tell(writer):
    """Twice the same text: two files that have nothing in common, and no proof."""
    writer.contribute()
    first, second = writer.save()[2], writer.save()[2]
    assert not opened(first, [secret_of()])[0].is_proved and opened(first)[1] == opened(second)[1]
    assert first[36:] != second[36:] and len(first) == len(second)


def test_a_mistyped_passphrase_is_told_before_anything_is_saved(writer):
    writer.contribute()
    writer.type("passphrase", PASSPHRASE.replace("3", "4"))
    writer.click("button[type=submit]")
    writer.wait(lambda: "typing error" in writer.text("#form-passphrase-error"))
    assert writer.js("return self.__saved.length") == 0 and writer.focused() == "passphrase"
    writer.type("passphrase", PASSPHRASE, clear=True)
    assert opened(writer.save()[2], [secret_of()])[0].secret == secret_of()


def test_the_passphrase_is_kept_nowhere(writer):
    writer.contribute()
    writer.enter_passphrase()
    writer.wait(lambda: writer.is_shown("[data-part=proofEntered]"))
    writer.is_kept()
    assert writer.value("passphrase") == ""
    kept = writer.js("return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")
    plain = PASSPHRASE.replace("-", "")
    assert plain not in kept and secret_of().hex() not in kept
    writer.open(writer.file)
    writer.contribute()
    assert not opened(writer.save()[2], [secret_of()])[0].is_proved, "it was kept"


def test_what_is_wrong_is_told_beside_its_field_and_above(writer):
    writer.open(form_file(writer.forum, writer.folder))
    writer.click("button[type=submit]") if writer.is_shown("button[type=submit]") else writer.js("document.querySelector('form').requestSubmit()")
    assert writer.focused() == "summary" and "choose what you would like to send" in writer.text("[data-part=summary]")
    writer.choose("kind", "practice")
    writer.type("year", "24")
    writer.act("addLink")
    writer.js("document.querySelector('[data-part=links] input').value = 'javascript:alert(1)'")
    writer.type("email", "nobody")
    writer.choose("attribution", "name")
    writer.click("button[type=submit]")
    told = writer.text("[data-part=summary]")
    for sentence in ("enter a title", "at least one category", "write a text", "choose a Member State", "enter your name", "four digits",
                     "addresses of the links", "Please check the mail address", "accept the terms"):
        assert sentence in told, (sentence, told)
    for name in ("title", "text", "member", "year", "email"):
        one = writer.one(f"#form-{name}")
        assert one.get_attribute("aria-invalid") == "true" and writer.text(f"#form-{name}-error")
        assert f"form-{name}-error" in one.get_attribute("aria-describedby").split()
    writer.click("[data-part=summary] a[href='#form-year']")
    assert writer.focused() == "year"
    writer.type("year", "2024", clear=True)
    assert not writer.text("#form-year-error") and not writer.one("#form-year").get_attribute("aria-invalid")


KINDS = {
    "topic": ("room: \"english\"", "title: \"On fees: why?\"", "categories: [\"training\"]", "questions: [\"What?\", \"And who\"]"),
    "methodology": ("title: \"On fees: why?\"", "members: [\"XB\", \"XA\"]", "year: 2024", "  - {url: \"https://example.org/\", title: \"More\"}"),
    "invitation": ("discussion: \"2026-014\"", "guest: {name: \"Dr \\\"No\\\"\", until: \"2999-12-31\"}"),
    "removal": ("target: \"2026-014/0003\"",),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fields(writer, kind):
    writer.open(form_file(writer.forum, writer.folder, prefill={"kind": kind}))
    put = {"title": "On fees: why?", "questions": "What?\n\nAnd who", "year": "2024", "guestName": 'Dr "No"', "guestUntil": "2999-12-31",
           "target": "2026-014/0003", "text": "A text."}
    for name, text in put.items():
        writer.put(name, text)
    for name, value in {"room": "english", "discussion": "2026-014"}.items():
        if writer.is_shown(f"[name={name}]"):
            writer.select(name, value)
    if writer.is_shown("[name=categories]"):
        writer.choose("categories", "training")
    if writer.is_shown("[name=membersChoice]"):
        for code in ("XB", "XA"):
            writer.select("membersChoice", code)
            writer.act("addMember")
        writer.act("addLink")
        address, title = writer.all("[data-part=links] input")
        address.send_keys("https://example.org/")
        title.send_keys("More")
    writer.select("member", "-")
    if writer.is_shown("[name=attribution]"):
        writer.choose("attribution", "none")
    writer.choose("terms", "yes")
    text = front(opened(writer.save()[2])[1])
    assert text.startswith(f"---\nkind: {kind}\n") and "member: " not in text and text.endswith("---\nA text.\n")
    assert [line for line in KINDS[kind] if line not in text.split("\n")] == []
    others = {line.partition(":")[0] for wanted in KINDS.values() for line in wanted if not line.startswith(" ")}
    own = {line.partition(":")[0] for line in KINDS[kind]} | ({"title", "categories"} if kind in ("topic", "methodology") else set())
    assert [line for line in text.split("\n") if line.partition(":")[0] in others - own] == []


def test_another_discussion_is_named_by_its_number(writer):
    writer.contribute()
    writer.select("discussion", "+")
    writer.click("button[type=submit]")
    assert "choose a discussion" in writer.text("[data-part=summary]") or "number of a discussion" in writer.text("[data-part=summary]")
    writer.type("anotherDiscussion", "2026-0x")
    writer.click("button[type=submit]")
    assert "a year, a hyphen and a number" in writer.text("#form-discussion-error")
    writer.type("anotherDiscussion", "2027-001", clear=True)
    assert 'discussion: "2027-001"' in front(opened(writer.save()[2])[1])


def test_drafts_wait_and_are_continued_or_deleted(writer):
    """Two of them, with a file: the page is loaded anew between all steps."""
    (writer.folder / "a.png").write_bytes(PNG)
    writer.put("text", "A first text.")
    writer.attach(writer.folder / "a.png")
    writer.is_kept()
    writer.open(form_file(writer.forum, writer.folder, prefill={"kind": "topic"}))
    writer.put("title", "A second one")
    writer.is_kept()
    writer.open(writer.file)
    drafts = writer.wait(lambda: len(found := writer.all("[data-part=drafts] li")) == 2 and found, what="the drafts are not offered")
    assert "A second one" in drafts[0].text and "A first text." in drafts[1].text and "2026-014" in drafts[1].text
    writer.click(drafts[1].find_element("css selector", "button"))
    writer.wait(lambda: writer.value("text") == "A first text.")
    writer.wait(lambda: writer.focused() == "beginning", what="the reader is not taken to it")
    assert "a.png" in writer.text("[data-part=files]")
    writer.put("text", "A first text, longer.")
    writer.is_kept()
    assert len(writer.all("[data-part=drafts] li")) == 1
    writer.click("[data-part=drafts] .form-remove")
    writer.wait(lambda: not writer.is_shown("[data-part=drafts]"), what="the other draft is still offered")
    writer.contribute("A first text, longer still.")
    found, files = opened(writer.save()[2])
    assert files["a.png"] == PNG and front(files).endswith("A first text, longer still.\n")
    writer.act("discard")
    writer.act("discard")
    writer.wait(lambda: writer.value("text") == "")
    writer.open(writer.file)
    assert not writer.is_shown("[data-part=drafts]")


def test_a_draft_is_sealed_once_there_is_a_passphrase(writer):
    """What lay in clear before is sealed then; without the passphrase it is only said to be there."""
    assert "not sealed" in writer.text("[data-part=storage]")
    writer.put("text", "A secret text.")
    writer.is_kept()
    records = """const [name, done] = arguments, asked = indexedDB.open(name);
        asked.onsuccess = () => { const all = asked.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => { asked.result.close(); done(all.result.map(one => [one.sealed, new TextDecoder().decode(one.data)])); }; };"""
    name = f"rostrum.{SITE}.drafts"
    assert "A secret text." in writer.driver.execute_async_script(records, name)[0][1]
    writer.enter_passphrase()
    writer.wait(lambda: "sealed with your passphrase" in writer.text("[data-part=storage]"))
    [[sealed, text]] = writer.wait(lambda: (found := writer.driver.execute_async_script(records, name)) and found[0][0] and found)
    assert sealed and "secret" not in text
    assert writer.js("return localStorage.getItem(arguments[0])", name) == "1"
    writer.open(writer.file)
    line = writer.wait(lambda: writer.text("[data-part=drafts]"))
    assert "cannot be opened" in line and "secret" not in line
    writer.enter_passphrase()
    writer.wait(lambda: "A secret text." in writer.text("[data-part=drafts]"))


def test_a_returned_file_comes_back_into_the_form(writer):
    """Its own file, sent back with an answer: asked for the passphrase, filled in, corrected, sealed again."""
    writer.contribute("Where it was: there.")
    writer.type("name", "Ana: Exemplar")
    sent = front(opened(writer.save()[2])[1])
    writer.open(form_file(writer.forum, writer.folder))
    give(writer, returned(writer.folder, sent.replace("kind: contribution\n", "kind: contribution\nanswers: 17\n"), files=[("a.png", PNG)]))
    writer.wait(lambda: writer.text("#form-returned-error"))
    assert writer.focused() == "passphrase"
    writer.enter_passphrase()
    writer.wait(lambda: writer.is_shown("[data-part=answer]"), what="it does not open")
    writer.wait(lambda: writer.focused() == "answer", what="the reader is not taken to the answer")
    assert "And **when**." in writer.text("[data-part=answer]")
    assert writer.value("text") == "Where it was: there." and writer.value("name") == "Ana: Exemplar" and writer.value("member") == "XA"
    assert writer.chosen("attribution") == ["member"] and writer.value("discussion") == "2026-014" and "a.png" in writer.text("[data-part=files]")
    writer.put("text", "It was here.")
    writer.choose("terms", "yes")
    found, files = opened(writer.save()[2], [secret_of()])
    assert found.secret == secret_of() and files["a.png"] == PNG
    assert front(files) == sent.replace("kind: contribution\n", "kind: contribution\nanswers: 17\n").replace("Where it was: there.", "It was here.").replace("terms: 3\n", 'terms: 3\nattachments: ["a.png"]\n')


def test_after_another_passphrase_the_right_one_opens_what_was_chosen(writer):
    writer.open(form_file(writer.forum, writer.folder))
    writer.js("document.querySelector('.form-more').open = true")
    writer.enter_passphrase(new_passphrase("another"))
    writer.wait(lambda: writer.is_shown("[data-part=proofEntered]"))
    give(writer, returned(writer.folder, "---\nkind: topic\n---\nMy own text.\n"))
    assert "forget it and enter yours" in writer.wait(lambda: writer.text("#form-returned-error"))
    writer.click("[data-part=proofEntered] button")
    writer.enter_passphrase()
    writer.wait(lambda: writer.value("text") == "My own text.", what="it does not open")
    assert not writer.text("#form-returned-error")


@pytest.mark.parametrize("what", ["another passphrase", "another forum", "cut short", "a submission", "something else"])
def test_a_file_that_is_not_theirs_is_refused_in_words(writer, what):
    other = new_passphrase("other")
    path = returned(writer.folder, "---\nkind: topic\n---\nx\n", passphrase=other if what == "another passphrase" else PASSPHRASE,
                    site="f" * 32 if what == "another forum" else SITE)
    if what == "cut short":
        path.write_bytes(path.read_bytes()[:-3])
    if what == "a submission":
        path.write_bytes(b"ROSSUBMI" + bytes(200))
    if what == "something else":
        path.write_bytes(b"%PDF-1.4 " * 20)
    writer.enter_passphrase()
    writer.wait(lambda: writer.is_shown("[data-part=proofEntered]"))
    writer.put("text", "What I wrote.")
    give(writer, path)
    said = writer.wait(lambda: writer.text("#form-returned-error"))
    wanted = {"another passphrase": "another passphrase", "another forum": "another forum", "cut short": "another passphrase", "a submission": "Only they",
              "something else": "not a file that was returned"}
    assert wanted[what] in said and writer.value("text") == "What I wrote."


def test_attachments_have_their_limits(writer):
    files = {"a.exe": b"x", "empty.pdf": b"", "large.pdf": bytes(1_000_001), "good.csv": b"a,b\n", "GOOD.CSV": b"c,d\n"}
    for name, data in files.items():
        (writer.folder / name).write_bytes(data)
    for name, said in {"a.exe": "These types can", "empty.pdf": "is empty", "large.pdf": "too large"}.items():
        writer.one("[name=files]").send_keys(str(writer.folder / name))
        writer.wait(lambda: said in writer.text("#form-files-error"), what=said)
    writer.attach(writer.folder / "good.csv", writer.folder / "GOOD.CSV")
    assert [one.text for one in writer.all("[data-part=files] bdi")] == ["good.csv", "GOOD-2.CSV"]
    writer.click("[data-part=files] li:first-child .form-remove")
    assert [one.text for one in writer.all("[data-part=files] bdi")] == ["GOOD-2.CSV"]
    writer.contribute()
    assert list(opened(writer.save()[2])[1]) == ["submission.md", "GOOD-2.CSV"]


def test_without_a_key_of_the_office_the_text_is_saved_as_it_is(tab, forum, tmp_path):
    writer = Writer(tab).open(form_file(forum, tmp_path, key=None, prefill={"discussion": "2026-014"}))
    assert "can read" in writer.text("[data-part=unsealed]")
    writer.contribute("In clear.")
    name, kind, data = writer.save()
    assert name.endswith(".md") and kind == "text/markdown" and data.startswith(b"---\nkind: contribution\n") and data.endswith(b"\nIn clear.\n")


def test_where_sealing_fails_it_is_said_and_the_text_can_be_saved(tab, forum, tmp_path):
    writer = Writer(tab).open(form_file(forum, tmp_path, key="AAAA", prefill={"discussion": "2026-014"}))
    writer.contribute("In clear.")
    assert not writer.is_shown("[data-act=plain]")
    writer.click("button[type=submit]")
    writer.wait(lambda: "could not be sealed" in writer.text("[data-part=sealError]"))
    writer.act("plain")
    assert writer.saved()[2].endswith(b"\nIn clear.\n")


def test_the_preview_shows_attached_pictures_and_nothing_foreign(writer):
    (writer.folder / "a b.png").write_bytes(PNG)
    writer.attach(writer.folder / "a b.png")
    writer.put("text", "# Head\n\n![Ours](<a b.png>) ![other](https://example.org/x.png) <img src=x onerror=alert(1)>\n\n"
                       "[plan](files/a%20b.png) [bad](javascript:alert(1)) [out](https://example.org/)\n\nnote[^1]\n\n[^1]: x")
    writer.act("preview")
    writer.wait(lambda: writer.is_shown("[data-part=preview] h4"))
    assert writer.one("[data-act=preview]").get_attribute("aria-expanded") == "true"
    sources = writer.js("return Array.from(document.querySelectorAll('[data-part=preview] img'), one => [one.alt, one.src.slice(0, 5)])")
    assert sources == [["Ours", "blob:"]]
    writer.wait(lambda: writer.js("return document.querySelector('[data-part=preview] img').naturalWidth") == 1, what="the picture does not come")
    links = writer.js("return Array.from(document.querySelectorAll('[data-part=preview] a[href]'), one => one.textContent)")
    assert "out" in links and "bad" not in links
    assert "footnotes" in writer.text("[data-part=previewNote]") and "HTML" in writer.text("[data-part=previewNote]")
    assert writer.browser.complaints() == []


def test_a_new_form_says_when_it_was_made(writer):
    assert "November 20, 2026" in writer.text("[data-part=made]")


def test_prefilled_with_what_was_written(tab, forum, tmp_path):
    text = 'Taken along: "</script><b>" 😀'
    writer = Writer(tab).open(form_file(forum, tmp_path, prefill={"values": {"kind": "topic", "title": "T", "text": text}}))
    assert writer.chosen("kind") == ["topic"] and writer.value("text") == text and writer.value("title") == "T"


def test_the_last_day_of_an_invitation_is_not_past(writer):
    writer.open(form_file(writer.forum, writer.folder, prefill={"kind": "invitation"}))
    writer.put("guestUntil", (datetime.date.today() - datetime.timedelta(days=3)).isoformat())
    writer.click("button[type=submit]")
    assert "not past" in writer.text("#form-guestUntil-error")


def test_the_facts_and_words_of_all_languages_are_there(tab, forum, tmp_path):
    """No key of a string is shown in the place of its words."""
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        writer = Writer(tab).open(form_file(forum, tmp_path, language, prefill={"kind": "practice"}))
        writer.click("button[type=submit]")
        said = json.loads(writer.one("[data-form]").get_attribute("data-words"))
        assert said["needTitle"] in writer.text("[data-part=summary]")
        assert not re.search(r"\b(need|bad|kept)[A-Z]", writer.js("return document.body.innerText"))
        assert writer.js("return [document.documentElement.lang, document.documentElement.dir]") == [language, "rtl" if language == "ar" else "ltr"]
