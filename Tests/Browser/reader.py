"""What a reader does with a forum: opens, unlocks, follows links, looks. The same in every engine."""

import datetime
import time
from contextlib import contextmanager

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from browsers.browser import Interrupted
from forum import NOW

# Runs before any script of a page. Gives the page a clock, counts the derivations of keys, and keeps what the page can hear of
# the browser's complaints: about scripts that fail, files that do not come, and what the page's security policy forbids.
BEFORE = """
const shift = SHIFT, Real = Date;
self.Date = class Date extends Real {
  constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
  static now() { return Real.now() + shift; }
};
self.__derivations = 0;
if (self.SubtleCrypto) {
  const derive = SubtleCrypto.prototype.deriveBits;
  SubtleCrypto.prototype.deriveBits = function (...given) { self.__derivations++; return derive.apply(this, given); };
}
self.__violations = [];
document.addEventListener('securitypolicyviolation', event =>
  self.__violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
self.__faults = [];
addEventListener('error', event => self.__faults.push(event.message || 'did not load: ' + event.target.outerHTML), true);
addEventListener('unhandledrejection', event => self.__faults.push('rejected: ' + event.reason));
"""

# Keeps a tab's calls of one method of WebCrypto waiting until they are let go.
HOLD = """
(method => {
  const real = SubtleCrypto.prototype[method], gate = new Promise(resolve => { self.__letGo = resolve; });
  self.__held = 0;
  SubtleCrypto.prototype[method] = async function (...given) { self.__held++; await gate; return real.apply(this, given); };
})"""

STATE = """
const has = selector => !!document.querySelector(selector);
return document.readyState !== 'complete' ? '' : has('main#main h1') && has('[data-sign-out]') ? 'open' : has('#passphrase') ? 'locked' : '';"""

# The languages that a browser names to pages, as its settings would make it.
PREFERS = "Object.defineProperty(Navigator.prototype, 'languages', { get: () => %s.split(',') });"


def shift_to(moment):
    """How far, in milliseconds, this machine's clock is from `moment`."""
    return int(datetime.datetime.fromisoformat(moment).timestamp() * 1000 - time.time() * 1000)


class Reader:
    """Someone in the tabs of one browser, for whom all of a forum's addresses are relative to `address`.

    `address` is the one that the browser shows, which need not be the one that was given. `before` runs before any script of a
    page, in every tab.
    """

    def __init__(self, browser, address, passphrase, now=NOW, before=""):
        self.browser, self.driver, self.passphrase, self.before = browser, browser.driver, passphrase, before
        self.address = browser.reach(address)
        self.shift, self.left = shift_to(now), 0
        self.prepare()

    def prepare(self, before=""):
        """What each tab needs before its first page."""
        for script in (BEFORE.replace("SHIFT", str(self.shift)), self.before, before):
            if script:
                self.browser.before(script)

    def js(self, script, *given):
        return self.driver.execute_script(script, *given)

    def js_async(self, script, *given):
        """The same for a script that hands what it gives to its last argument."""
        return self.driver.execute_async_script(script, *given)

    def wait(self, condition, seconds=40, what=""):
        """What the condition gives once that is something. Where the document goes away under it, it is asked again in the next."""
        waiting = WebDriverWait(self.driver, seconds, poll_frequency=0.02, ignored_exceptions=[Interrupted])
        return waiting.until(lambda _: condition(), what or self.driver.current_url)

    # Looking

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.wait(lambda: next(iter(self.all(selector)), None), what=f"no {selector}")

    def text(self, selector="body"):
        return self.js("const found = document.querySelector(arguments[0]); return found ? found.innerText : null", selector)

    @property
    def html(self):
        """All of a document that has come whole."""
        return self.wait(lambda: self.js("return document.readyState === 'complete' && document.documentElement.outerHTML"))

    @property
    def path(self):
        url = self.driver.current_url
        assert url.startswith(self.address), url
        return url[len(self.address):]

    def language(self):
        return self.js("return [document.documentElement.lang, document.documentElement.dir]")

    # Each of these is one reading of one document, which has come whole.

    def is_locked(self):
        return self.js(STATE) == "locked"

    def is_open(self):
        return self.js(STATE) == "open"

    def focused(self):
        return self.js("return document.activeElement.tagName + '#' + document.activeElement.id")

    def in_view(self, element):
        return self.js("""const box = arguments[0].getBoundingClientRect();
            return box.bottom > 0 && box.top >= -1 && box.top < innerHeight""", element)

    # Doing

    def get(self, path=""):
        """Loads a page. Where only the anchor differs a browser would stay on the page: then from a blank one."""
        if self.driver.current_url.partition("#")[0] == (self.address + path).partition("#")[0]:
            self.driver.get("about:blank")
        self.driver.get(self.address + path)

    def submit(self, passphrase):
        field = self.one("#passphrase")
        field.clear()
        field.send_keys(passphrase)
        self.one(".gate-form button[type=submit]").click()

    def open(self, path):
        """Loads a page and unlocks it."""
        self.get(path)
        self.submit(self.passphrase)
        self.wait(self.is_open, what="the right passphrase does not unlock")

    def alert(self):
        """Waits for what the form says against the passphrase."""
        return self.wait(lambda: self.text(".gate-alert"), what="nothing is said")

    @contextmanager
    def in_place(self):
        """What is done inside must bring another page into the same document."""
        before = self.js("""document.body.append(Object.assign(document.createElement('i'), { id: 'page-before' }));
            self.__same = (self.__same || 0) + 1; return self.__same""")
        yield
        self.wait(lambda: not self.all("#page-before") and self.is_open(), what="no other page came")
        assert self.js("return self.__same") == before, "the document was loaded anew"

    @contextmanager
    def another_document(self):
        """What is done inside must bring another document; it has come whole when this ends. Its address may have come long before:
        Back leads to a page that was opened in place, and the script there finds that it has no key and loads it.
        """
        self.left += 1  # a document that was left earlier may come back as it was
        self.js("self.__left = arguments[0]", self.left)
        yield
        there = "return self.__left !== arguments[0] && document.readyState === 'complete'"
        self.wait(lambda: self.js(there, self.left), what="no other document came")

    def click(self, link):
        if isinstance(link, str):
            link = self.one(link)
        self.js("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", link)
        link.click()

    def follow(self, link):
        with self.in_place():
            self.click(link)

    def new_tab(self, path, before=""):
        """Opens a second tab and stays in it; gives the first one's handle. `before` runs before any script of a page there."""
        first = self.driver.current_window_handle
        self.browser.new_tab()
        self.prepare(before)
        self.get(path)
        return first

    def switch(self, handle):
        self.browser.switch(handle)

    def complaints(self):
        """What the browser complained of, on this page and in its console."""
        return self.browser.complaints() + self.js("return [...self.__faults, ...self.__violations]")
