"""A translation and its original beside each other."""

import pytest
from selenium.webdriver.common.keys import Keys

from reader import Reader

PAGE = "en/2026-005/"


@pytest.fixture
def page(reader):
    reader.open(PAGE)
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    return reader


def shown(reader, part):
    """Language and direction of each text of a part that is not hidden, and how it begins."""
    return reader.js("""return Array.from(document.querySelectorAll(arguments[0] + ' .text:not([hidden])'),
        one => [one.lang || document.documentElement.lang, getComputedStyle(one).direction, one.innerText.slice(0, 12)])""", part)


def test_the_original_comes_beside_its_translation(page):
    title, [translation] = page.text("h1"), shown(page, "#c0004")
    page.one("#c0004 [data-original]").send_keys(Keys.ENTER)
    page.wait(lambda: page.all("#c0004 .choices"))
    both = shown(page, "#c0004")
    assert both == [translation, ["ru", "ltr", both[1][2]]] and "Порядок" in both[1][2]
    assert page.text("h1") == title and page.path == PAGE, "another page came"
    assert "Hilary Thornacre" in page.text("#c0004 .translation")
    for version, expected in (("original", both[1:]), ("translation", both[:1]), ("both", both)):
        button = page.one(f"#c0004 [data-version={version}]")
        button.click()
        assert shown(page, "#c0004") == expected and button.get_attribute("aria-pressed") == "true"
        assert len(page.all("#c0004 [aria-pressed=true]")) == 1
    # Beside each other where there is room, and below each other where there is none.
    tops = "return Array.from(document.querySelectorAll('#c0004 .text'), one => one.getBoundingClientRect().top)"
    assert len(set(page.js(tops))) == 1
    page.js("document.querySelector('#c0004').style.inlineSize = '300px'")
    assert len(set(page.js(tops))) == 2
    names = page.js("return Array.from(document.querySelectorAll('[id]'), one => one.id)")
    assert len(names) == len(set(names)), "the original brought names that were there"
    assert page.complaints() == []


def test_the_opening_note_has_its_original_in_its_own_direction(reader):
    reader.open("ar/2026-005/")
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    reader.click("section:has(> #background) [data-original]")
    reader.wait(lambda: reader.all(".choices"))
    assert [found[:2] for found in shown(reader, "section:has(> #background)")] == [["ar", "rtl"], ["en", "ltr"]]


def test_where_it_does_not_come_the_link_leads_there(tab, host, forum):
    reader = Reader(tab, host.address, forum.passphrase)
    reader.open(PAGE)
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    host.answers["/ru/2026-005/"] = None
    reader.click("#c0004 .translation a")
    reader.wait(lambda: "could not be loaded here" in reader.text("#c0004 .translation"))
    assert len(shown(reader, "#c0004")) == 1
    host.answers.clear()
    reader.follow("#c0004 .translation a")
    assert reader.path == "ru/2026-005/#c0004" and reader.language() == ["ru", "ltr"]


def test_a_page_of_another_place_is_not_taken_for_it(tab, host, forum):
    reader = Reader(tab, host.address, forum.passphrase)
    reader.open(PAGE)
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    host.answers["/ru/2026-005/"] = (200, (forum.site / "ru/2026-001/index.html").read_bytes())
    reader.click("#c0004 .translation a")
    reader.wait(lambda: "could not be loaded here" in reader.text("#c0004 .translation"))
    assert len(shown(reader, "#c0004")) == 1
