"""The form as a file on a disk: what somebody does with it, and what it saves."""

import base64
import hashlib
import json

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from browsers.browser import Interrupted
from forge.objects import packed
from forge.submissions import SubmissionsKey, bundle, returned_text
from sealedformat.submissions import key_of, open_submission, read_bundle

SITE, SALT, ROUNDS = "0123456789abcdef0123456789abcdef", "5a" * 32, 100_000
PASSPHRASE = "0000-0000-0000-0000-0132"
# Keeps what is saved in the place of saving it. Run in the page when it is there, as its policy lets no other script in.
WATCH = """
self.__saved = [];
const kept = new Map(), make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
URL.createObjectURL = blob => { const address = make.call(URL, blob); kept.set(address, blob); return address; };
HTMLAnchorElement.prototype.click = function () {
  if (!this.download) return click.call(this);
  const blob = kept.get(this.href), reader = new FileReader(), name = this.download;
  reader.onload = () => self.__saved.push([name, blob.type, reader.result.slice(reader.result.indexOf(',') + 1)]);
  reader.readAsDataURL(blob);
};
"""
FORGET = """const [name, done] = arguments, asked = indexedDB.deleteDatabase(name);
localStorage.clear();
asked.onsuccess = asked.onerror = () => done();"""
DISCUSSIONS = [
    {"id": "2026-014", "title": "How examiners are trained", "lang": "en", "dir": "ltr", "room": "english", "languages": ["en"],
     "questions": ["What works?", "What does not, and why?"], "guests": True},
    {"id": "2026-013", "title": "كيف يُدرَّب الفاحصون", "lang": "ar", "dir": "rtl", "room": "english", "languages": ["en"], "questions": [],
     "guests": False},
]
KINDS = ["contribution", "topic", "practice", "tool", "methodology", "experience", "invitation", "removal"]


def secret_of(passphrase=PASSPHRASE):
    return hashlib.pbkdf2_hmac("sha256", passphrase.replace("-", "").encode(), bytes.fromhex(SALT), ROUNDS)


def returned(folder, text, answer="Please say where.\n\nAnd **when**.", files=(), passphrase=PASSPHRASE, site=SITE):
    """A text that the office returned, as a file."""
    made = bundle([("submission.md", text.encode()), ("answer.txt", answer.encode()), *files])
    path = folder / "returned.rostrum"
    path.write_bytes(returned_text(site, secret_of(passphrase), packed(made)))
    return path


def give(writer, path):
    """Opens a returned text in the form."""
    writer.js("document.querySelector('.form-more').open = true")
    writer.one("[name=returned]").send_keys(str(path))


def facts(language="en", **other):
    made = {
        "site": SITE, "salt": SALT, "rounds": ROUNDS, "key": base64.b64encode(SubmissionsKey(SITE).point).decode(), "language": language,
        "forum": "Forum on Technical Assistance", "base": "https://example.org/forum/", "address": "submissions@example.org",
        "terms": {"version": 3, "url": "https://example.org/forum/en/terms/"},
        "attachments": {"types": ["pdf", "png", "csv", "txt"], "largest": 1_000_000}, "discussions": DISCUSSIONS,
        "rooms": [{"id": "english", "title": "English room", "languages": ["en"]}],
        "categories": [{"id": "training", "title": "Training"}, {"id": "user-support", "title": "User support"}],
        "members": [{"code": "XA", "name": "Sample State A"}, {"code": "XB", "name": "Sample State B"}],
        "languages": [{"code": "en", "name": "English"}, {"code": "ar", "name": "العربية"}, {"code": "fr", "name": "Français"}],
        "kinds": KINDS, "plain": False, "made": "2026-11-20"}
    return {name: value for name, value in (made | other).items() if value is not None}


def form_file(forum, folder, language="en", prefill=None, **other):
    """The file that the site gives to be taken along, with what it is to know put in; gives its path."""
    [made] = forum.site.glob(f"assets/form.{language}.*.html")
    given = json.dumps({"facts": facts(language, **other), "prefill": prefill or {}}).replace("<", "\\u003c")
    text = made.read_text("utf-8")
    assert text.count(' id="given">{}<') == 1
    path = folder / f"form-{language}.html"
    path.write_text(text.replace(' id="given">{}<', f' id="given">{given}<'), "utf-8")
    return path


class Writer:
    """Somebody with the form open, at any address."""

    def __init__(self, browser):
        self.browser, self.driver, self.is_new = browser, browser.driver, True

    def open(self, address):
        """The first time as on a machine where nothing is kept: an engine may take all files of a disk for one place."""
        self.load(address)
        if self.is_new:
            self.is_new = False
            self.driver.execute_async_script(FORGET, f"rostrum.{SITE}.drafts")
            self.load(address)
        return self

    def load(self, address):
        self.driver.get(address if isinstance(address, str) else address.as_uri())
        self.ready()

    def ready(self):
        """Waits for the form, and for the drafts that it offers: it says how they are kept when it has listed them."""
        self.wait(lambda: self.js("const form = document.querySelector('form#form'); return form && !form.hidden"), what="there is no form")
        self.wait(lambda: self.text("[data-part=storage]"), what="drafts are not ready")
        self.js(WATCH)

    def js(self, script, *given):
        return self.driver.execute_script(script, *given)

    def wait(self, condition, seconds=20, what=""):
        waiting = WebDriverWait(self.driver, seconds, poll_frequency=0.02, ignored_exceptions=[Interrupted])
        return waiting.until(lambda _: condition(), what)

    def text(self, selector):
        return self.js("const found = document.querySelector(arguments[0]); return found && !found.hidden ? found.innerText.trim() : ''", selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def is_shown(self, selector):
        return any(one.is_displayed() for one in self.all(selector))

    def click(self, selector):
        found = self.one(selector) if isinstance(selector, str) else selector
        self.js("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", found)
        found.click()

    def act(self, name):
        self.click(f"[data-act={name}]")

    def choose(self, name, *values):
        for value in values:
            self.click(f"[name={name}][value='{value}']")

    def select(self, name, value):
        Select(self.one(f"select[name={name}]")).select_by_value(value)

    def type(self, name, text, clear=False):
        found = self.one(f"[name={name}]")
        if clear:
            found.clear()
        found.send_keys(text)

    def put(self, name, text):
        """As pasting it would: characters that no key gives too."""
        self.js("""const at = document.querySelector('[name=' + arguments[0] + ']');
            at.value = arguments[1]; at.dispatchEvent(new InputEvent('input', { bubbles: true }))""", name, text)

    def value(self, name):
        return self.js("return document.querySelector('[name=' + arguments[0] + ']').value", name)

    def chosen(self, name):
        return self.js("return Array.from(document.querySelectorAll('[name=' + arguments[0] + ']:checked'), one => one.value)", name)

    def attach(self, *paths):
        for path in paths:
            before = len(self.all("[data-part=files] > li"))
            self.one("[name=files]").send_keys(str(path))
            self.wait(lambda: len(self.all("[data-part=files] > li")) > before or self.text("#form-files-error"), what="nothing is attached")

    def contribute(self, text="Our office trains its examiners with mentors, and it works better than courses did.", **other):
        """Fills in all that a contribution needs."""
        given = dict(discussion="2026-014", member="XA", attribution="member") | other
        self.choose("kind", "contribution")
        self.select("discussion", given["discussion"])
        self.put("text", text)
        self.select("member", given["member"])
        self.choose("attribution", given["attribution"])
        self.choose("terms", "yes")

    def enter_passphrase(self, passphrase=PASSPHRASE):
        self.type("passphrase", passphrase)
        self.act("passphrase")

    def save(self):
        """Saves, and gives name, type and bytes of the file."""
        before = self.js("return self.__saved.length")
        self.click("form#form button[type=submit]")
        return self.saved(before)

    def saved(self, before=0):
        name, kind, data = self.wait(lambda: (self.js("return self.__saved.slice(arguments[0])", before) or [None])[0], what="nothing is saved: "
                                     + " / ".join([self.text("[data-part=summary]"), self.text("[data-part=sealError]")]))
        return name, kind, base64.b64decode(data)

    def focused(self):
        return self.js("""const at = document.activeElement;
            return at.dataset.part || at.dataset.mark || at.dataset.act || at.name || at.id || at.tagName""")

    def is_kept(self):
        self.wait(lambda: "kept" in self.text("[data-part=kept]").lower(), what="the draft is not kept")

    def press(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)


def opened(data, secrets=()):
    """What the office finds: the submission, and its files by their names."""
    found = open_submission(data, SITE, [key_of(SITE, SubmissionsKey(SITE).scalar)], list(secrets))
    return found, dict(read_bundle(found.bundle, "submission.md"))
