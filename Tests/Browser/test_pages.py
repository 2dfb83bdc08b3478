"""Every page of the sample, opened in place from the homes by their links, on a wide window and on a telephone."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from browsers.chromium import Chromium
from reader import Reader

pytestmark = pytest.mark.only("chromium", because="the HTML is the same for all, and only Chromium tells of every request")

LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
CRAWL = Path(__file__).with_name("crawl.js").read_text("utf-8")


class Crawl:
    """All pages that links lead to, by their paths, and what the browser did to get them."""

    # Chromium lets a tab change its history 200 times in ten seconds, and each page opened in place does so twice.
    AT_ONCE = 70

    def __init__(self, reader, width):
        self.reader, self.width, self.pages, self.violations = reader, width, {}, []
        self.size()
        reader.open("en/")
        waiting = [language + "/" for language in LANGUAGES]
        while waiting:
            self.visit(waiting[:self.AT_ONCE])
            known = set(self.pages) | set(waiting)
            fresh = dict.fromkeys(path for page in self.pages.values() for path in sorted(page["internal"]) if path not in known)
            waiting = waiting[self.AT_ONCE:] + list(fresh)
        self.complaints = reader.complaints()
        self.requests = [
            event["params"]["request"]["url"]
            for event in (json.loads(entry["message"])["message"] for entry in reader.driver.get_log("performance"))
            if event["method"] == "Network.requestWillBeSent"]

    def size(self):
        self.reader.browser.cdp(
            "Emulation.setDeviceMetricsOverride", width=self.width, height=800, deviceScaleFactor=1, mobile=self.width < 600)

    def visit(self, paths):
        """Opens pages in a new tab, which has its key from the one before."""
        here, driver = self.reader.address, self.reader.driver
        old = self.reader.new_tab("en/")
        self.size()
        self.reader.wait(self.reader.is_open)
        new = driver.current_window_handle
        self.reader.switch(old)
        driver.close()
        self.reader.switch(new)
        found = driver.execute_async_script(CRAWL, [here + path for path in paths])
        assert "fault" not in found, found
        self.violations += self.reader.js("return self.__violations")
        for address, page in found.items():
            links = [link.partition("#") for link in page["links"]]
            page["anchors"] = [(link[len(here):], unquote(anchor)) for link, _, anchor in links if anchor and link.startswith(here)]
            page["internal"] = {link[len(here):] for link, _, _ in links if link.startswith(here)}
            self.pages[address[len(here):]] = page

    def all(self, condition):
        """The pages for which the condition gives anything, with what it gives."""
        return {path: told for path, page in self.pages.items() if (told := condition(page))}


@pytest.fixture(scope="module", params=[1280, 320])
def crawl(request, forum, address):
    browser = Chromium(performance="ALL")
    try:
        yield Crawl(Reader(browser, address, forum.passphrase), request.param)
    finally:
        browser.quit()


def test_links_lead_to_every_page_and_to_nothing_else(crawl, forum):
    """But for the help and the terms that guests have beside their discussion: members are led to their own."""
    missed = forum.sealed_pages() - set(crawl.pages)
    assert set(crawl.pages) <= forum.sealed_pages()
    assert [path for path in missed if not re.fullmatch(r"[a-z]{2}/\d{4}-\d{3}/[a-z0-9]{16}/", path)] == []
    assert len(crawl.pages) > 300


def test_anchors_exist(crawl):
    counted = sum(len(page["anchors"]) for page in crawl.pages.values())
    assert counted > 500
    assert crawl.all(lambda page: [
        # What the form is opened for stands behind the sign too.
        path + "#" + anchor for path, anchor in page["anchors"] if "=" not in anchor and anchor not in crawl.pages[path]["ids"]]) == {}


def test_ids_are_unique(crawl):
    assert crawl.all(lambda page: page["repeated"]) == {}
    assert crawl.all(lambda page: page["names"]) == {}


def test_headings_are_in_order(crawl):
    assert crawl.all(lambda page: page["headings"].count(1) != 1 and page["headings"]) == {}
    assert crawl.all(lambda page: page["headings"][0] != 1 and page["headings"]) == {}
    assert crawl.all(lambda page: [
        pair for pair in zip(page["headings"], page["headings"][1:]) if pair[1] > pair[0] + 1]) == {}
    assert crawl.all(lambda page: page["empty"]) == {}


def test_landmarks(crawl):
    assert crawl.all(lambda page: page["landmarks"]) == {}


def test_nothing_scrolls_sideways(crawl):
    assert crawl.all(lambda page: page["wide"] > 0 and (page["wide"], page["widest"])) == {}


def test_nothing_is_left_of_templates(crawl):
    assert crawl.all(lambda page: page["template"] + page["missing"]) == {}


def test_language_and_direction_are_those_of_the_path(crawl):
    for path, page in crawl.pages.items():
        language = path.split("/")[0]
        assert (page["lang"], page["dir"]) == (language, "rtl" if language == "ar" else "ltr"), path


def test_titles_name_the_page(crawl):
    by_title = {}
    for path, page in crawl.pages.items():
        assert page["title"].strip(), path
        by_title.setdefault((path.split("/")[0], page["title"]), []).append(path)
    assert {title: paths for title, paths in by_title.items() if len(paths) > 1} == {}


def test_nothing_is_loaded_but_what_the_forum_has(crawl):
    assert len(crawl.requests) > len(crawl.pages)
    assert [url for url in crawl.requests if not url.startswith((crawl.reader.address, "data:", "about:", "blob:"))] == []
    assert crawl.all(lambda page: page["loaded"]) == {}


def test_the_browser_has_nothing_to_complain_of(crawl):
    assert crawl.complaints == []
    assert crawl.violations == []
