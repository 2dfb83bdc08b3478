"""A discussion opens and closes by the reader's clock, not by the build's."""

import pytest

from reader import Reader


# 2026-007 is in the Spanish room; both are open from 9 November to 18 December 2026, days in Zurich.
@pytest.mark.parametrize("now, state", [
    ("2026-11-23T09:00:00Z", "open"), ("2026-12-18T22:59:00Z", "open"),
    ("2026-12-18T23:01:00Z", "closed"), ("2027-06-01T09:00:00Z", "closed"),
])
def test_a_discussion_closes_by_itself(tab, address, forum, now, state):
    reader = Reader(tab, address, forum.passphrase, now=now)
    reader.open("en/2026-007/")
    mark = reader.one("main header .status")
    assert mark.get_attribute("data-state") == state
    assert mark.text.startswith("Open until 18 December 2026" if state == "open" else "Closed")
    offers = reader.all("[data-while-open]")
    assert offers and all(one.is_displayed() == (state == "open") for one in offers)


def test_the_day_of_closing_is_told_by_itself(tab, address, forum):
    reader = Reader(tab, address, forum.passphrase, now="2026-12-20T09:00:00Z")
    reader.open("en/2026-007/")
    assert reader.text("main header .status") == "Closed on 18 December 2026"


def test_a_clock_before_the_opening(tab, address, forum):
    reader = Reader(tab, address, forum.passphrase, now="2026-11-01T09:00:00Z")
    reader.open("en/2026-007/")
    assert reader.text("main header .status") == "Opens on 9 November 2026"


@pytest.mark.parametrize("language, start", [("es", "Cerrad"), ("fr", "Clos"), ("en", "Closed")])
def test_a_page_opened_in_place_is_marked_too(tab, address, forum, language, start):
    reader = Reader(tab, address, forum.passphrase, now="2027-01-10T09:00:00Z")
    reader.open(language + "/")
    reader.follow("main a[href*='2026-007']")
    assert reader.text("main header .status").startswith(start)


@pytest.mark.parametrize("now, words", [
    ("2026-11-23T09:00:00Z", "Opens on 30 November 2026"), ("2026-11-30T00:30:00+01:00", "Open until 8 January 2027"),
])
def test_an_announced_discussion_opens_by_itself(tab, address, forum, now, words):
    reader = Reader(tab, address, forum.passphrase, now=now)
    reader.open("en/2026-008/")
    assert reader.text("main header .status") == words


def test_marks_follow_the_clock_while_the_page_is_open(tab, address, forum):
    """A page left open in the evening is marked anew when the reader comes back to it."""
    reader = Reader(tab, address, forum.passphrase, now="2026-12-18T20:00:00Z")
    reader.open("en/2026-007/")
    assert reader.one("main header .status").get_attribute("data-state") == "open"
    reader.js("""const later = self.Date.now() + 4 * 3600e3; self.Date.now = () => later;
        document.dispatchEvent(new Event('visibilitychange'))""")
    assert reader.one("main header .status").get_attribute("data-state") == "closed"


@pytest.mark.parametrize("now, words", [("2026-11-23T09:00:00Z", "Not yet."), ("2026-11-30T00:30:00+01:00", "It has begun.")])
def test_what_is_said_of_an_announced_discussion_goes_with_its_day(tab, address, forum, now, words):
    """In an element with that attribute; one without a value stays as it is."""
    reader = Reader(tab, address, forum.passphrase, now=now)
    reader.open("en/2026-008/")
    reader.js("""for (const [id, after] of [['some', 'It has begun.'], ['none', '']]) {
          const said = Object.assign(document.createElement('p'), { id, textContent: 'Not yet.' });
          said.dataset.announced = after;
          document.querySelector('main').append(said);
        }
        document.dispatchEvent(new Event('visibilitychange'))""")
    assert reader.text("#some") == words and reader.text("#none") == "Not yet."
