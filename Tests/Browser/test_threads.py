"""A discussion of 300 contributions: found through, folded, and what is new in it."""

import json

import pytest
from selenium.webdriver.common.keys import Keys

import long
from axe import axe
from forum import Forum, Server
from reader import Reader

PAGE = "en/2026-090/"
# Storage that gives and takes nothing.
REFUSED = "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('refused'); };"
HALF_A_DAY = 12 * 3600 * 1000


@pytest.fixture(scope="module")
def long_forum(tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("long"))
    long.write(made.root)
    made.passphrase = made.issue("--member", "XA")
    made.build()
    made.server = Server(made)
    yield made
    made.server.stop()


@pytest.fixture
def reader(tab, long_forum):
    return Reader(tab, long_forum.server.address, long_forum.passphrase)


def kept(reader):
    return json.loads(reader.js("return localStorage.getItem('rostrum.' + rostrumKeyring.head.split(' ')[1] + '.reading')") or "{}")


def ready(reader):
    """Waits until the script for reading has run."""
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))


def opened(reader, path=PAGE):
    reader.open(path)
    ready(reader)


def visited_before(reader, seen):
    """As after a visit half a day ago, when there was nothing behind 'seen'; opens the page again."""
    opened(reader)
    reader.js("""const name = 'rostrum.' + rostrumKeyring.head.split(' ')[1] + '.reading', all = JSON.parse(localStorage.getItem(name));
        Object.assign(all['2026-090'], { seen: arguments[0], at: Date.now() - arguments[1] });
        localStorage.setItem(name, JSON.stringify(all));""", seen, HALF_A_DAY)
    with reader.another_document():
        reader.driver.refresh()
    reader.wait(reader.is_locked)
    reader.submit(reader.passphrase)
    reader.wait(reader.is_open)
    reader.wait(lambda: reader.all(".along button"), what="nothing is new")


def test_a_link_into_a_fold_opens_it(reader):
    opened(reader, PAGE + "#c0113")
    target = reader.one("#c0113")
    assert reader.js("return arguments[0].closest('details').open", target) and reader.in_view(target)
    assert reader.focused() == "ARTICLE#c0113"
    # And one that is followed on the page; its summary says how many there are.
    fold = reader.js("return document.querySelector('#c0200').parentElement.querySelector('details')")
    assert reader.js("return [arguments[0].open, arguments[0].firstElementChild.textContent]", fold) == [False, "8 replies"]
    reader.js("""document.querySelector('#c0003 .text').append(
        Object.assign(document.createElement('a'), { href: '#c0204', className: 'into', textContent: 'there' }))""")
    reader.click(".into")
    reader.wait(lambda: reader.js("return arguments[0].open", fold) and reader.in_view(reader.one("#c0204")))
    assert reader.complaints() == []


def test_the_way_leads_to_questions_the_newest_and_what_waits(reader):
    opened(reader)
    links = {link.text or link.get_attribute("aria-label"): link.get_attribute("hash") for link in reader.all("#jump a")}
    assert links["299 contributions"] == "#contributions" and links["Newest contribution"] == "#c0300"
    assert [link.get_attribute("aria-label") for link in reader.all("#jump li:nth-child(2) .numbers a")] == ["Question 1", "Question 2", "Question 3"]
    assert reader.text("#jump li:last-child").split() == "Questions without an answer: 3".split()
    waiting = reader.all("article[data-waiting]")
    assert links[f"Without a reply: {len(waiting)}"] == "#c0001"
    # From where the reader is, not from the beginning; by keyboard too.
    reader.js("location.hash = '#c0230'")
    reader.wait(lambda: reader.in_view(reader.one("#c0230")))
    bar = reader.one(".along [data-waiting]")
    assert reader.in_view(bar)
    for number in ("c0239", "c0249"):
        bar.send_keys(Keys.ENTER)
        reader.wait(lambda: reader.focused() == "ARTICLE#" + number)
        assert reader.js("return document.querySelector(':target').id") == number
        # What comes into view is laid out then, and the reader brought to its place once more.
        reader.wait(lambda: reader.js("""const top = document.querySelector(':target').getBoundingClientRect().top,
            low = document.querySelector('.along').getBoundingClientRect().bottom; return low - 1 <= top && top < low + 60"""),
                    seconds=10, what="the bar covers what has the focus")


def test_back_returns_to_the_same_contribution(reader):
    opened(reader)
    reader.js("document.querySelector('#c0230').scrollIntoView({ behavior: 'instant' }); scrollBy({ top: 133, behavior: 'instant' })")
    reader.wait(lambda: reader.js("return history.state && history.state.id") == "c0230")
    before = reader.js("return document.querySelector('#c0230').getBoundingClientRect().top")
    with reader.in_place():
        reader.js("document.querySelector('.crumbs a[href]').click()")
    with reader.in_place():
        reader.driver.back()
    reader.wait(lambda: abs(reader.js("return document.querySelector('#c0230').getBoundingClientRect().top") - before) < 10)


def test_what_is_new_since_the_last_visit(reader):
    opened(reader)
    assert not reader.all(".new") and not reader.all(".along button"), "at the first visit all is new, and so nothing"
    visited_before(reader, 296)
    marked = ["c0297", "c0298", "c0299", "c0300"]
    assert reader.js("return Array.from(document.querySelectorAll('article:has(.new)'), one => one.id)") == marked
    assert reader.js("return document.querySelector('#c0300 .new').textContent") == "New"
    assert reader.wait(lambda: reader.text("body > .gate-status")) == "New since your last visit: 4"
    button = reader.one(".along button")
    assert button.text == "Next new one (4)"
    for number in marked + marked[:1]:
        button.click()
        reader.wait(lambda: reader.focused() == "ARTICLE#" + number)
    assert reader.js("return document.querySelector('#c0297').closest('details').open")
    # The visit goes on after a look at another page.
    with reader.in_place():
        reader.js("document.querySelector('.crumbs a[href]').click()")
    with reader.in_place():
        reader.driver.back()
    assert len(reader.wait(lambda: reader.all(".new"))) == 4
    assert set(kept(reader)) == {"2026-090"} and all(isinstance(value, int) for value in kept(reader)["2026-090"].values())
    assert reader.complaints() == []


def test_who_signs_out_leaves_no_trace_of_what_was_read(reader):
    opened(reader)
    assert kept(reader)
    with reader.another_document():
        reader.click("[data-sign-out]")
    reader.wait(reader.is_locked)
    assert kept(reader) == {}


def test_where_nothing_can_be_kept_nothing_is_said(tab, long_forum):
    reader = Reader(tab, long_forum.server.address, long_forum.passphrase, before=REFUSED)
    opened(reader)
    assert not reader.all(".new") and not reader.all(".along button")
    assert reader.complaints() == []


def test_on_paper_nothing_is_folded(reader):
    opened(reader)
    assert reader.all("details.more:not([open])")
    reader.js("dispatchEvent(new Event('beforeprint'))")
    assert not reader.all("details.more:not([open])")


def test_a_reader_who_comes_back_is_offered_where_they_were(reader):
    opened(reader)
    assert not reader.all(".resume")
    reader.js("document.querySelector('#c0110').scrollIntoView({ behavior: 'instant' })")
    reader.wait(lambda: kept(reader)["2026-090"].get("stop") == "0110")
    with reader.in_place():
        reader.js("document.querySelector('.crumbs a[href]').click()")
    with reader.in_place():
        reader.js("""document.querySelector('main').append(Object.assign(document.createElement('a'), { href: '2026-090/', className: 'again' }));
            document.querySelector('.again').click()""")
    link = reader.one(".resume a")
    assert link.text == "Continue where you were: contribution 0110"
    assert reader.js("return scrollY") == 0, "they were taken there unasked"
    link.click()
    reader.wait(lambda: reader.focused() == "ARTICLE#c0110")
    assert reader.in_view(reader.one("#c0110")) and not reader.all(".resume")


@pytest.mark.only("chromium", because="the rules are axe's own, and the pages are the same")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing(tab, long_forum, language):
    reader = Reader(tab, long_forum.server.address, long_forum.passphrase)
    opened(reader, language + "/2026-005/")
    reader.click("[data-original]")
    reader.wait(lambda: reader.all(".choices"))
    assert axe(reader) == []
    if language == "en":
        visited_before(reader, 290)
        assert axe(reader) == []
    reader.open(language + "/")
    reader.follow(reader.one(".menu li:nth-child(4) a"))
    reader.wait(lambda: reader.all(".choices"))
    reader.one("[data-view=table]").click()
    assert axe(reader) == []
