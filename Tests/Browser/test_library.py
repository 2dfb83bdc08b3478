"""The library as cards and as a table that can be sorted."""

import pytest
from selenium.webdriver.common.keys import Keys


@pytest.fixture
def library(home):
    home.follow(home.one(".menu li:nth-child(4) a"))
    home.wait(lambda: home.all(".choices"))
    return home


def column(reader, number):
    return reader.js("return Array.from(document.querySelectorAll('tbody tr'), row => row.cells[arguments[0]].innerText)", number)


def days(reader):
    return reader.js("return Array.from(document.querySelectorAll('tbody time'), one => one.dateTime)")


def test_the_table_has_what_the_cards_have_and_is_sorted(library):
    titles = library.js("return Array.from(document.querySelectorAll('.cards h3'), one => one.innerText)")
    assert len(titles) == 12 and not library.all("table")
    library.one("[data-view=table]").send_keys(Keys.ENTER)
    assert library.all("[data-view=table][aria-pressed=true]") and not library.one(".cards").is_displayed()
    assert column(library, 0) == titles and days(library) == sorted(days(library), reverse=True)
    heads = library.all("thead th")
    assert [head.text.split()[0] for head in heads] == ["Title", "Kind", "Date", "Member"]
    assert [head.get_attribute("aria-sort") for head in heads] == [None, None, "descending", None]
    heads[0].find_element("tag name", "button").send_keys(Keys.ENTER)
    up = column(library, 0)
    assert up == sorted(titles, key=str.lower) and heads[0].get_attribute("aria-sort") == "ascending" and not heads[2].get_attribute("aria-sort")
    assert library.text("body > .gate-status") == "Sorted by: Title"
    heads[0].find_element("tag name", "button").click()
    assert column(library, 0) == up[::-1] and heads[0].get_attribute("aria-sort") == "descending"
    heads[1].find_element("tag name", "button").click()
    assert column(library, 1) == sorted(column(library, 1))
    assert column(library, 0)[0] in titles and library.js("return document.querySelector('tbody th a').href").startswith(library.address)
    assert library.complaints() == []


def test_the_choice_is_kept_on_the_machine(library):
    library.one("[data-view=table]").click()
    library.follow("main .directory a")
    library.wait(lambda: library.all("table"))
    assert library.one("table").is_displayed() and not library.one(".cards").is_displayed()
    library.one("[data-view=cards]").click()
    with library.in_place():
        library.driver.back()
    library.wait(lambda: library.all(".choices"))
    assert not library.all("table") and library.one(".cards").is_displayed()
