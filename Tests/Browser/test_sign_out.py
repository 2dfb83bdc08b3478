"""Staying unlocked in other tabs, and signing out of all of them."""

import re

import pytest

from reader import HOLD, Reader, shift_to

# Signs out in the moment in which a page has been opened and is about to be shown, and writes down what is shown after that.
SIGN_OUT_WHEN_OPENED = """
const how = arguments[0], decode = TextDecoder.prototype.decode;
TextDecoder.prototype.decode = function (...given) {
  if (how === 'here') document.querySelector('[data-sign-out]').click();
  else {
    const site = rostrumKeyring.head.split(' ')[1];
    localStorage.setItem('rostrum.' + site + '.out', '1');
    dispatchEvent(new Event('storage'));
  }
  new MutationObserver(() => { sessionStorage.back = document.body.innerText; }).observe(document.body, { childList: true });
  return decode.apply(this, given);
};"""

NO_STORAGE = "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('refused'); };"


def leave(reader):
    with reader.another_document():
        reader.click("[data-sign-out]")
    reader.wait(reader.is_locked, what="still open after signing out")


def assert_nothing_left(reader):
    assert "Sample State" not in reader.html and "2026-005" not in reader.html
    assert reader.driver.title == "Forum on Technical Assistance"
    assert not reader.all("article")


def test_signing_out_wipes_the_document(home):
    home.follow("main a[href*='2026-005']")
    leave(home)
    assert_nothing_left(home)
    assert home.text(".gate-status"), "that one has signed out is said"


def test_back_stays_locked(home):
    home.follow("main a[href*='2026-005']")
    home.follow(".crumbs a[href]")
    leave(home)
    for step in (home.driver.back, home.driver.back, home.driver.forward):
        before = home.path
        with home.another_document():
            step()
        home.wait(home.is_locked, what="not locked after going back")
        assert home.path != before
        assert_nothing_left(home)


def test_the_passphrase_opens_again(home):
    leave(home)
    home.submit(home.passphrase)
    home.wait(home.is_open)
    home.follow("main a[href*='2026-005']")


def test_a_reload_in_a_lone_tab_asks_again(home):
    with home.another_document():
        home.driver.refresh()
    home.wait(home.is_locked)
    assert_nothing_left(home)


def test_a_second_tab_needs_no_prompt(home):
    home.new_tab("en/2026-005/")
    home.wait(home.is_open, what="the second tab asks again")
    assert home.js("return self.__derivations") > 0
    assert home.path == "en/2026-005/" and len(home.all("article.contribution")) == 9


def test_an_open_second_tab_survives_a_reload_of_the_first(home):
    first = home.new_tab("en/2026-005/")
    home.wait(home.is_open)
    home.switch(first)
    with home.another_document():
        home.driver.refresh()
    home.wait(home.is_open, what="the key was not handed back")


def test_signing_out_locks_the_other_tab(home):
    first = home.new_tab("en/2026-005/")
    home.wait(home.is_open)
    second = home.driver.current_window_handle
    leave(home)
    home.switch(first)
    home.wait(home.is_locked, what="the other tab is still open")
    assert_nothing_left(home)
    # And neither gives the key to a third.
    home.switch(second)
    home.new_tab("en/")
    home.wait(home.is_locked)


def test_no_key_is_kept_in_storage(home):
    """Neither passphrase nor key outlives the tabs. What does is the number of the latest state of the site that was seen, and up to which
    contribution a discussion was read."""
    home.follow("main a[href*='2026-005']")
    local, session, cookie = home.js("return [{ ...localStorage }, { ...sessionStorage }, document.cookie]")
    kept = {name.rpartition(".")[2]: value for name, value in local.items()}
    assert re.sub(r"\d+", "0", kept.pop("reading", "")) in ("", '{"0-0":{"before":0,"seen":0,"at":0}}')
    assert kept in ({}, {"counter": "1"})
    assert session == {} and cookie == ""
    assert home.js_async("indexedDB.databases().then(found => arguments[0](found.length))") == 0


def test_signing_out_reaches_a_tab_that_is_just_receiving_the_key(home):
    first = home.new_tab("en/2026-005/", before=HOLD + "('decrypt')")
    home.wait(lambda: home.js("return self.__held"), what="no key was received")
    second = home.driver.current_window_handle
    home.switch(first)
    leave(home)
    home.switch(second)
    home.js("self.__letGo()")
    home.wait(home.is_locked, what="it opened all the same")
    assert_nothing_left(home)


def test_no_page_comes_back_that_was_being_opened(home):
    home.js(SIGN_OUT_WHEN_OPENED, "here")
    home.click("main a[href*='2026-005']")
    home.wait(home.is_locked)
    assert home.js("return sessionStorage.back") is None
    assert_nothing_left(home)


def test_no_page_comes_after_signing_out_elsewhere(reader):
    reader.get("en/")
    reader.js(SIGN_OUT_WHEN_OPENED, "elsewhere")
    reader.submit(reader.passphrase)
    # In this order: the old document has its progress until it is wiped, the new one says that the reader signed out.
    reader.wait(lambda: not reader.all("progress") and reader.is_locked() and reader.text(".gate-status"), what="not wiped")
    assert reader.is_locked() and reader.js("return sessionStorage.back") is None


@pytest.mark.parametrize("before", ["", NO_STORAGE], ids=["", "without storage"])
@pytest.mark.parametrize("hour", [8, 10])
def test_clocks_do_not_matter(tab, address, forum, hour, before):
    """The machine's clock is set right between the two tabs."""
    reader = Reader(tab, address, forum.passphrase, now=f"2026-11-23T{hour:02}:00:00+00:00", before=before)
    reader.open("en/2026-007/")
    reader.shift = shift_to("2026-11-23T09:00:00+00:00")
    first = reader.new_tab("en/")
    reader.wait(reader.is_open)
    leave(reader)
    reader.switch(first)
    reader.wait(reader.is_locked, what="the other tab is still open")
    # Who signs in again after that stays in.
    reader.submit(reader.passphrase)
    reader.wait(reader.is_open)
    reader.follow(".crumbs a[href]")


def test_a_passphrase_given_while_a_key_is_tried_counts(reader):
    reader.get("en/")
    reader.one("#passphrase")
    reader.js_async("""
        const done = arguments[0], site = rostrumKeyring.head.split(' ')[1], channel = new BroadcastChannel('rostrum.' + site);
        const real = [SubtleCrypto.prototype.deriveBits, SubtleCrypto.prototype.importKey];
        const gate = new Promise(resolve => { self.__letGo = resolve; });
        SubtleCrypto.prototype.deriveBits = async function (way, ...rest) {
          if (way.name === 'HKDF') { self.__tried = true; await gate; }
          return real[0].call(this, way, ...rest);
        };
        crypto.subtle.importKey('raw', new Uint8Array(32), 'HKDF', false, ['deriveBits']).then(give => {
          SubtleCrypto.prototype.importKey = function (...given) {
            if (given[2] === 'HKDF') self.__stretched = true;
            return real[1].apply(this, given);
          };
          channel.postMessage({ give, entered: Date.now() });
          done();
        })""")
    reader.wait(lambda: reader.js("return self.__tried"), what="the other key is not tried")
    reader.submit(reader.passphrase)
    reader.wait(lambda: reader.js("return self.__stretched"))
    reader.js("self.__letGo()")
    reader.wait(reader.is_open)
