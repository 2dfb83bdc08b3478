"""How long a passphrase counts: eight hours, in every tab; on this device only where the forum has its origin to itself."""

import shutil

import pytest

from forged import ForgedSite, host, opened
from reader import Reader

OVER = "eight hours have passed"
# What a tab does when the reader comes back to it, and the clock of a tab from then on.
LATER = """const later = self.Date.now() + arguments[0] * 3600e3; self.Date.now = () => later;"""
COME_BACK = {
    "visible": "document.dispatchEvent(new Event('visibilitychange'))",
    "shown": "self.dispatchEvent(new Event('pageshow'))",
}


@pytest.fixture(scope="module")
def site(forum, tmp_path_factory):
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("session"), signed=False)
    made.page("en/", "Home", '<a class="next" href="2026-001/">Next</a>')
    made.page("en/2026-001/", "Next", '<a class="home" href="../">Home</a>')
    made.member = made.issue("member")
    made.close()
    return made


@pytest.fixture
def member(tab, host, site):
    return opened(tab, host, site.member, "en/")


def later(reader, hours):
    """The clock of each page from the next one on."""
    reader.browser.before(f"const now = self.Date.now; self.Date.now = () => now() + {hours} * 3600e3;")


def locked_for_good(reader):
    reader.wait(lambda: reader.is_locked() and OVER in (reader.text(".gate-status") or ""), what="not locked after eight hours")
    assert "Home" not in reader.html and not reader.all("main h1 + a")


@pytest.mark.parametrize("how", COME_BACK)
def test_keys_are_dropped_after_eight_hours(member, how):
    member.js(LATER, 7.99)
    member.js(COME_BACK[how])
    member.follow(".next")
    member.js(LATER, 0.02)
    member.js(COME_BACK[how])
    locked_for_good(member)


def test_keys_are_dropped_while_nobody_looks(tab, host, site):
    """By a timer, which is called here at once: it was set for eight hours."""
    reader = Reader(tab, host.address, site.member)
    reader.browser.before("""const real = self.setTimeout; self.__timers = [];
        self.setTimeout = (act, after, ...given) => { self.__timers.push([act, after]); return real(act, after, ...given); };""")
    reader.open("en/")
    waits = reader.js("return self.__timers.map(([, after]) => after).filter(after => after > 7 * 3600e3)")
    assert len(waits) == 1 and 0 <= 8 * 3600e3 - waits[0] < 60e3
    reader.js(LATER, 8)
    reader.js("self.__timers.filter(([, after]) => after > 7 * 3600e3)[0][0]()")
    locked_for_good(reader)


def test_setting_the_clock_back_gains_nothing(member):
    member.js("""const since = self.performance.now(), before = self.Date.now() - 24 * 3600e3;
        self.Date.now = () => before; self.performance.now = () => since + 8 * 3600e3;""")
    member.js(COME_BACK["visible"])
    locked_for_good(member)


def test_the_time_goes_with_the_keys_to_other_tabs(member):
    """They count from when the passphrase was entered, not from when the tab was opened."""
    member.shift += 5 * 3600_000
    first = member.new_tab("en/2026-001/")
    member.wait(member.is_open)
    # The first tab does not notice by itself: it is asked for the keys when the second is locked.
    second = member.driver.current_window_handle
    member.switch(first)
    member.js(LATER, 8.1)
    member.switch(second)
    member.js(LATER, 2.9)
    member.js(COME_BACK["visible"])
    assert member.is_open()
    member.js(LATER, 0.2)
    member.js(COME_BACK["visible"])
    locked_for_good(member)
    member.switch(first)
    locked_for_good(member)


def test_keys_whose_time_is_over_are_not_handed_over(member):
    """Nor taken, where the other tab's clock has not noticed."""
    member.shift += 9 * 3600_000
    member.new_tab("en/2026-001/")
    member.wait(member.is_locked)
    assert "Home" not in member.html


def test_the_passphrase_opens_again_after_that(member):
    member.js(LATER, 9)
    member.js(COME_BACK["visible"])
    locked_for_good(member)
    member.submit(member.passphrase)
    member.wait(member.is_open)


@pytest.mark.only("chromium", "firefox", because="WebKit takes the script that changes the clock from its cache, in a folder")
def test_from_a_folder_too(tab, site, tmp_path):
    shutil.copytree(site.folder, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", site.member)
    reader.open("en/index.html")
    reader.get("en/index.html")
    reader.wait(reader.is_open)
    later(reader, 9)
    reader.get("en/index.html")
    reader.wait(reader.is_locked)
    assert reader.js("return Object.keys({ ...sessionStorage })") == []


# Staying signed in on this device

@pytest.fixture(scope="module")
def own(forum, tmp_path_factory):
    """A site whose shells say that the origin is the forum's own."""
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("own"), signed=False)
    made.page("en/", "Home", '<a class="next" href="2026-001/">Next</a>')
    made.page("en/2026-001/", "Next")
    for path in made.folder.rglob("index.html"):
        path.write_text(path.read_text("utf-8").replace("<html ", "<html data-own-origin ", 1), "utf-8")
    made.member = made.issue("member")
    made.close()
    with made.served() as host:
        made.host = host
        yield made


def enter(tab, own, tick=True):
    reader = Reader(tab, own.host.address, own.member)
    reader.get("en/")
    box = reader.one(".gate-keep input")
    assert box.accessible_name.startswith("Keep me signed in on this device") and not box.is_selected()
    if tick:
        box.click()
    reader.submit(own.member)
    reader.wait(reader.is_open)
    return reader


KEPT = """
const done = arguments[0];
indexedDB.databases().then(found => {
  if (!found.length) return done([]);
  const opening = indexedDB.open(found[0].name);
  opening.onsuccess = () => {
    const asked = opening.result.transaction('kept').objectStore('kept').getAll();
    asked.onsuccess = () => {
      opening.result.close();
      done(asked.result.map(one => [one.secret instanceof CryptoKey && one.secret.extractable, one.secret.usages.join()]));
    };
  };
});"""


def kept(reader):
    return reader.js_async(KEPT)


def test_it_is_offered_only_where_the_shell_says_so(tab, host, site):
    reader = Reader(tab, host.address, site.member)
    reader.get("en/")
    reader.one("#passphrase")
    assert not reader.all(".gate-keep")


def test_who_does_not_ask_for_it_is_asked_again(tab, own):
    reader = enter(tab, own, tick=False)
    assert kept(reader) == []
    with reader.another_document():
        reader.driver.refresh()
    reader.wait(reader.is_locked)


def test_a_reader_stays_signed_in(tab, own):
    reader = enter(tab, own)
    reader.wait(lambda: kept(reader) == [[False, "deriveBits"]], what="no key was kept that no script can read out")
    assert reader.js("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])") == "[{},{}]"
    reader.get("en/2026-001/")
    reader.wait(reader.is_open, what="the passphrase is asked for again")
    assert reader.text("h1") == "Next"


def test_not_for_more_than_eight_hours(tab, own):
    reader = enter(tab, own)
    reader.wait(lambda: kept(reader))
    later(reader, 8.001)
    reader.get("en/2026-001/")
    reader.wait(reader.is_locked)
    assert kept(reader) == [], "the key is still there"


def test_the_eight_hours_do_not_begin_again(tab, own):
    reader = enter(tab, own)
    reader.wait(lambda: kept(reader))
    later(reader, 7)
    reader.get("en/2026-001/")
    reader.wait(reader.is_open)
    reader.js(LATER, 1.1)
    reader.js(COME_BACK["visible"])
    locked_for_good(reader)
    assert kept(reader) == []


def test_signing_out_forgets_the_key(tab, own):
    reader = enter(tab, own)
    reader.wait(lambda: kept(reader))
    reader.click("[data-sign-out]")
    reader.wait(reader.is_locked)
    assert kept(reader) == []
    reader.get("en/2026-001/")
    reader.wait(reader.is_locked)


def test_a_key_that_was_kept_before_signing_out_elsewhere_opens_nothing(tab, own):
    """A tab that could not clear the key has at least left the stamp."""
    reader = enter(tab, own)
    reader.wait(lambda: kept(reader))
    reader.driver.get(reader.address + "assets/")
    reader.js("localStorage.setItem(arguments[0], '1')", f"rostrum.{own.id}.out")
    reader.get("en/")
    reader.wait(reader.is_locked)
    assert kept(reader) == []


def test_a_key_whose_slot_is_gone_is_forgotten(tab, own):
    reader = enter(tab, own)
    reader.wait(lambda: kept(reader))
    slots, own.slots = own.slots, {}
    own.issue("somebody else")
    own.write_keyring()
    reader.get("en/")
    reader.wait(reader.is_locked)
    reader.wait(lambda: kept(reader) == [])
    own.slots = slots
    own.write_keyring()
