"""The form as a page of the unlocked site: what the reader's own key does for it, and what is taken along from there."""

import json
import re

import pytest

from axe import axe
from form import Writer
from forum import Forum, Server, rostrum
from reader import Reader

PROVED = {"outcome": "proved", "kind": "member", "name": "XA"}


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """A forum whose office has a submissions key."""
    made = Forum(tmp_path_factory.mktemp("forms"))
    made.passphrase, made.other = made.issue("--member", "XA"), made.issue("--member", "XB")
    rostrum(made.root, "access", "submissions-key", "new")
    made.guest = json.loads(rostrum(
        made.root, "access", "invite", "--name", "Guest", "--discussion", "2026-006", "--requested-by", "XA", "--format", "json"))["passphrase"]
    made.build()
    server = Server(made)
    made.address = server.address
    yield made
    server.stop()


class Member(Reader, Writer):
    """A reader who writes."""

    def __init__(self, browser, forms, passphrase=None):
        Reader.__init__(self, browser, forms.address, passphrase or forms.passphrase)
        self.is_new = False

    def wait(self, condition, seconds=40, what=""):
        return Reader.wait(self, condition, seconds, what)

    def text(self, selector="body"):
        return Reader.text(self, selector) or ""

    def to_form(self, path="en/2026-005/", link=".action a.button"):
        self.open(path)
        self.follow(link)
        self.ready()
        return self


@pytest.fixture
def member(tab, forms):
    return Member(tab, forms)


def import_all(forms, folder, name, data):
    """What the office says of a file that came."""
    folder.mkdir()
    (folder / name).write_bytes(data)
    rostrum(forms.root, "inbox", "import", str(folder))
    return [json.loads(line) for line in rostrum(forms.root, "inbox", "list", "--format", "json").splitlines()][-1]


def test_from_a_discussion_to_the_office(member, forms, tmp_path):
    """Opened from a discussion's question, proved without asking, and known to the office as this member's."""
    member.to_form(link=".guiding .answer")
    assert member.chosen("kind") == ["contribution"] and member.value("discussion") == "2026-005" and member.value("question") == "1"
    assert "sealed with your passphrase" in member.text("[data-part=storage]")
    assert member.is_shown("[name=proof]") and not member.is_shown("[name=passphrase]")
    member.contribute("Our office trains its examiners with mentors, and that works better than the courses did.", discussion="2026-005")
    name, _, data = member.save()
    assert name.endswith(".rostrum")
    said = import_all(forms, tmp_path / "in", name, data)
    assert said["place"] == "2026-005" and said["proof"] == PROVED
    member.act("sent")
    member.wait(lambda: member.is_shown("[data-part=done]"))
    assert member.complaints() == []


def test_what_is_written_outlasts_going_elsewhere_and_signing_out(member):
    """Left at once for another page, and come back to; kept through a sign-out, opened by the same passphrase only, and deleted at the next."""
    member.to_form()
    member.put("text", "Written and left at once.")
    member.follow(".forum a")
    member.to_form()
    assert "Written and left at once." in member.wait(lambda: member.text("[data-part=drafts]"))
    sign_out(member, 1)
    member.to_form()
    assert "Written and left at once." in member.wait(lambda: member.text("[data-part=drafts]"))
    sign_out(member, 0)
    member.to_form()
    assert not member.is_shown("[data-part=drafts]")
    assert not member.js("return Object.keys(localStorage).some(key => key.includes('draft'))")


def sign_out(member, button):
    """By the nth button of the question what is to become of drafts."""
    with member.another_document():
        member.click("[data-sign-out]")
        member.wait(lambda: member.all("dialog[open] button"), what="nothing is asked")
        member.all("dialog[open] button")[button].click()
    member.wait(member.is_locked)


def test_drafts_of_another_passphrase_stay_closed(member, forms):
    member.to_form()
    member.put("text", "For my eyes only.")
    member.is_kept()
    sign_out(member, 1)
    member.passphrase = forms.other
    member.to_form()
    line = member.wait(lambda: member.text("[data-part=drafts]"))
    assert "cannot be opened" in line and "eyes" not in line


def test_the_form_goes_on_when_signing_out_is_cancelled(member):
    member.to_form()
    member.put("text", "One.")
    member.click("[data-sign-out]")
    member.wait(lambda: member.all("dialog[open] button"))
    member.all("dialog[open] button")[2].click()
    member.put("text", "One and two.")
    member.is_kept()
    member.follow(".forum a")
    member.to_form()
    assert "One and two." in member.wait(lambda: member.text("[data-part=drafts]"))


def test_the_form_is_taken_along_and_works_from_the_disk(member, forms, tab, tmp_path):
    """With what was written, which is in the file only because the reader asked for it."""
    member.to_form()
    member.contribute("Half a text with </script> & <b>.", discussion="2026-005")
    member.js("document.querySelector('.form-more').open = true")
    member.act("take")
    member.act("takeNow")
    name, kind, data = member.saved()
    assert name == "form-en.html" and kind == "text/html" and b"Half a text" not in data
    member.click("[name=takeText]")
    member.act("takeNow")
    _, _, data = member.saved(1)
    file = tmp_path / "form.html"
    file.write_bytes(data)
    given = json.loads(re.search(r'id="given">([^<]*)<', data.decode())[1])
    assert given["prefill"]["values"]["text"] == "Half a text with </script> & <b>." and given["facts"]["terms"]["url"].startswith(member.address)
    alone = Writer(tab).open(file)
    assert alone.value("text") == "Half a text with </script> & <b>." and alone.chosen("attribution") == ["member"]
    assert alone.text("[data-part=made]") and alone.is_shown("[name=passphrase]") and not alone.is_shown("[name=proof]")
    alone.type("passphrase", forms.passphrase)
    alone.choose("terms", "yes")
    name, _, data = alone.save()
    said = import_all(forms, tmp_path / "in", name, data)
    assert said["place"] == "2026-005" and said["proof"] == PROVED


@pytest.mark.only("chromium", because="what is looked at is the page's own, and the same in every engine")
@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_axe_finds_nothing_on_the_page(member, language):
    """With what there is only here: the choice of a proof, the place of taking it along, what is asked of whoever signs out."""
    member.open(f"{language}/")
    member.follow(".menu li:nth-child(7) a")
    member.ready()
    member.choose("kind", "practice")
    member.js("document.querySelector('.form-more').open = true")
    member.act("take")
    assert axe(member) == []
    member.put("text", "A text of mine.")
    member.wait(lambda: member.js("return Object.keys(localStorage).some(key => key.includes('draft'))"), what="the draft is not kept")
    member.click("[data-sign-out]")
    member.wait(lambda: member.all("dialog[open] button"), what="nothing is asked")
    assert axe(member) == []


def test_an_answer_to_a_contribution_names_it(member):
    member.to_form("en/2026-005/", ".reply a")
    number = member.value("replyTo")
    assert re.fullmatch(r"\d{4}", number) and member.value("discussion") == "2026-005" and member.chosen("kind") == ["contribution"]


def test_a_file_that_is_another_than_the_page_says_is_not_taken_along(member):
    member.to_form()
    member.js("""const real = self.fetch;
        self.fetch = async (...given) => { const text = await (await real(...given)).text(); return new Response(text.replace('default-src', 'x-src')); };""")
    member.js("document.querySelector('.form-more').open = true")
    member.act("take")
    member.act("takeNow")
    member.wait(lambda: "being replaced" in member.text("[data-part=takeError]"))
    assert member.js("return self.__saved.length") == 0


def test_a_guest_writes_to_their_discussion_alone(tab, forms):
    guest = Member(tab, forms, forms.guest).to_form("en/2026-006/")
    assert not guest.is_shown("[name=kind]") and guest.value("discussion") == "2026-006"
    assert [one.get_attribute("value") for one in guest.all("[name=discussion] option")] == ["", "2026-006"]
    # Whoever is of no State is asked for none.
    assert not guest.is_shown("[name=member]") and not guest.all("[name=attribution][value=member]")
    guest.put("text", "As a guest I can say that the control body survives by its fees and by nothing else.")
    guest.choose("attribution", "none")
    guest.choose("terms", "yes")
    assert guest.save()[0].endswith(".rostrum")


def test_no_words_of_a_draft_stand_outside_it(member):
    """What the browser keeps of it is sealed: its text, and the names of its files."""
    member.to_form()
    member.put("text", "Unmistakable words.")
    member.is_kept()
    found = member.js_async("""const [done] = arguments; indexedDB.databases().then(async all => {
        const texts = [JSON.stringify(Object.entries(localStorage))];
        for (const { name } of all) await new Promise(resolve => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => {
            const database = asked.result, stores = Array.from(database.objectStoreNames);
            if (!stores.length) return resolve(database.close());
            const turn = database.transaction(stores);
            for (const store of stores) turn.objectStore(store).getAll().onsuccess = event => {
              for (const one of event.target.result) texts.push(one.data ? new TextDecoder('latin1').decode(one.data) : JSON.stringify(one));
            };
            turn.oncomplete = () => { database.close(); resolve(); };
          };
        });
        done(texts);
      })""")
    assert len(found) > 1 and not any("Unmistakable" in text for text in found)
