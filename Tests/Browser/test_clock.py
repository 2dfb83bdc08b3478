"""A discussion opens and closes by the reader's clock, not by the build's."""

import pytest

from reader import Reader


# The Spanish room is open from 9 November to 18 December 2026, and so is 2026-007.
@pytest.mark.parametrize("now, state, words", [
    ("2026-11-23T09:00:00Z", "open", "18 December"),
    ("2026-12-18T22:30:00Z", "open", "18 December"),  # still the 18th in Zurich
    ("2026-12-18T23:30:00Z", "closed", "18 December"),
    ("2027-06-01T09:00:00Z", "closed", "18 December"),
])
def test_a_discussion_closes_by_itself(tab, address, forum, now, state, words):
    reader = Reader(tab, address, forum.passphrase, now=now)
    reader.open("en/2026-007/")
    mark = reader.one("main header .status")
    assert mark.get_attribute("data-state") == state
    assert words in mark.text
    assert mark.text.startswith("Open" if state == "open" else "Closed")


@pytest.mark.parametrize("language, start", [("es", "Cerrad"), ("fr", "Clos"), ("en", "Closed")])
def test_a_page_opened_in_place_is_marked_too(tab, address, forum, language, start):
    reader = Reader(tab, address, forum.passphrase, now="2027-01-10T09:00:00Z")
    reader.open(language + "/")
    reader.follow("main a[href*='2026-007']")
    assert reader.text("main header .status").startswith(start)


def test_an_announced_discussion_opens_by_itself(tab, address, forum):
    reader = Reader(tab, address, forum.passphrase)
    reader.open("en/")
    announced = reader.all("main .status[data-state=announced]")
    assert announced, "the sample has no announced discussion"
    assert all(mark.text.startswith("Opens on") for mark in announced)


def test_marks_follow_the_clock_while_the_page_is_open(home):
    """A page left open over night is marked anew when the reader comes back to it."""
    home.follow("main a[href*='2026-007']")
    assert home.one("main header .status").get_attribute("data-state") == "open"
    home.js("""const later = Date.now() + 40 * 86400e3; Date.now = () => later;
        document.dispatchEvent(new Event('visibilitychange'))""")
    assert home.one("main header .status").get_attribute("data-state") == "closed"
