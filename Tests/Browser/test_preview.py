"""`rostrum serve` for whoever works on a forum: the page shows what was saved a moment ago, or what is wrong with it."""

import json
import os
import re
import shutil
import urllib.request

import pytest
from selenium.webdriver.common.by import By

from axe import axe
from forum import Forum, Preview
from reader import Reader

TITLE = "content/discussions/2026-001/index.en.md"
# What is saved shows a moment later; a slow machine gets more time than a reader would wait.
SECONDS = 20


@pytest.fixture(scope="session")
def worked_on(tmp_path_factory):
    """A forum that nobody has issued a passphrase of, with what was in it at first."""
    made = Forum(tmp_path_factory.mktemp("worked-on"))
    made.preview = Preview(made)
    yield made
    made.preview.stop()


@pytest.fixture
def page(tab, worked_on):
    """Someone who looks at its preview; what they change of it is put back."""
    looking = Reader(tab, worked_on.preview.address, None)
    saved = {}
    looking.save = lambda path, change: save(worked_on.root / path, change, saved)
    yield looking
    # Left before that, so that no page is brought anew while its tab is closed.
    tab.driver.get("about:blank")
    known = news(worked_on)["id"]
    for path, text in saved.items():
        path.write_text(text, "utf-8")
    # The next test begins with what is there then.
    assert not saved or not news(worked_on, known)["errors"]


def news(forum, known=""):
    """What pages of its preview are told, once that is something else than is known."""
    with urllib.request.urlopen(forum.preview.address + ".rostrum/events?since=" + known, timeout=30) as answer:
        return json.load(answer)


def save(path, change, saved):
    """Writes a changed text as editors do: into a file of its own, which takes the place of the old one."""
    text = path.read_text("utf-8")
    saved.setdefault(path, text)
    changed = change(text)
    assert changed != text
    path.with_name("." + path.name + ".new").write_text(changed, "utf-8")
    os.replace(path.with_name("." + path.name + ".new"), path)


def titled(title):
    return lambda text: re.sub(r"(?m)^title: .*$", "title: " + title, text, count=1)


def broken(text):
    return text.replace("---\n", "---\nquestionss: [One?]\n", 1)


def until(page, condition, *given):
    """Waits for what a script tells, also while the page is being loaded anew."""
    return page.wait(lambda: page.js("return document.readyState === 'complete' && (" + condition + ")", *given), SECONDS)


def open_page(page, path):
    page.driver.get(page.address + path)
    until(page, "!!document.querySelector('.preview')")


def shows(page, title):
    until(page, "document.querySelector('h1').textContent === arguments[0]", title)


def test_what_is_saved_shows_at_once_and_in_the_same_place(page):
    open_page(page, "en/2026-001/")
    assert not page.all("#passphrase") and not page.driver.find_element(By.CSS_SELECTOR, "[data-sign-out]").is_enabled()
    page.js("scrollTo(0, 600)")
    page.save(TITLE, titled("A better title"))
    shows(page, "A better title")
    until(page, "Math.abs(scrollY - 600) < 2")
    assert page.js("return self.__violations") == [] and page.js("return self.__faults") == []


def test_errors_stand_over_the_page_until_they_are_mended(page):
    open_page(page, "en/2026-001/")
    title = page.js("return document.querySelector('h1').textContent")
    page.save(TITLE, broken)
    until(page, "!document.querySelector('.preview-panel').hidden")
    panel = page.js("return document.querySelector('.preview-panel').innerText")
    assert TITLE + ":2:1" in panel and "questionss" in panel and "questions" in panel
    assert page.js("return document.querySelector('.preview-panel mark').textContent") == "questionss"
    assert page.js("return document.querySelector('h1').textContent") == title, "the page is the one before"
    assert axe(page) == []
    page.js("document.querySelector('.preview-panel header button').click()")
    until(page, "document.querySelector('.preview-panel').hidden && document.activeElement.matches('.preview-button')")
    open_page(page, "en/")
    until(page, "!document.querySelector('.preview-button').hidden")
    assert page.js("return document.querySelector('.preview-panel').hidden"), "closed once, it stays closed"
    page.save(TITLE, lambda text: text.replace("questionss: [One?]\n", ""))
    until(page, "/^Warnings: 1$/.test(document.querySelector('.preview-button').textContent)")


def test_what_a_finding_repeats_is_text(page):
    open_page(page, "en/2026-001/")
    page.save(TITLE, lambda text: text.replace("---\n", "---\n<img src=x onerror=document.title='caught'>: 1\n", 1))
    until(page, "!document.querySelector('.preview-panel').hidden")
    assert "<img src=x" in page.js("return document.querySelector('.preview-panel').innerText")
    assert not page.all(".preview-panel img")


def test_warnings_wait_behind_a_button(page):
    open_page(page, "ar/")
    until(page, "!document.querySelector('.preview-button').hidden")
    assert page.js("return document.querySelector('.preview-panel').hidden")
    assert "التنبيهات" in page.js("return document.querySelector('.preview-button').textContent")
    page.js("document.querySelector('.preview-button').click()")
    until(page, "document.querySelector('.preview-panel li code').textContent.includes('2026-003/0001.fr.md')")


def test_an_original_shows_its_pictures(page):
    open_page(page, "en/")
    page.click(".menu li:nth-child(4) a")
    page.click(page.wait(lambda: next((one for one in page.all("main a") if "61,400 folios" in one.text), None)))
    page.click("[data-original]")
    page.wait(lambda: page.all(".choices"))
    widths = "return [...document.querySelectorAll('.versions .text')].map(text => [...text.querySelectorAll('img')].map(one => one.naturalWidth > 100))"
    page.wait(lambda: page.js(widths) == [[True], [True]], what="a picture is not shown")
    assert page.js("return self.__faults") == []


def test_pictures_and_the_form_show(page):
    open_page(page, "en/2026-001/")
    until(page, "[...document.images].length && [...document.images].every(image => image.complete && image.naturalWidth)")
    form = page.js("return document.querySelector('.menu li:nth-child(7) a').href")
    page.driver.get(form)
    until(page, "!!document.querySelector('#form:not([hidden])')")
    assert page.js("return self.__violations") == [] and page.js("return self.__faults") == []


@pytest.mark.only("chromium", because="the server is what is tried")
def test_a_forum_that_begins_with_errors_shows_them_and_then_itself(tab, tmp_path):
    forum = Forum(tmp_path)
    shutil.rmtree(forum.root / "office")  # nobody has a passphrase yet
    path, settings = forum.root / TITLE, forum.root / "content/forum.yaml"
    sound, known = path.read_text("utf-8"), settings.read_text("utf-8")
    path.write_text(broken(sound), "utf-8")
    settings.write_text("title: [\n", "utf-8")
    preview = Preview(forum)
    try:
        page = Reader(tab, preview.address, None)
        page.driver.get(page.address + "fr/2026-001/")
        until(page, "document.body.innerText.includes('content/forum.yaml:')")
        settings.write_text(known, "utf-8")
        until(page, "document.querySelector('.preview-alone') && document.querySelector('.preview-alone').innerText.includes('questionss')")
        path.write_text(sound, "utf-8")
        until(page, "!!document.querySelector('header.site')")
        assert not (forum.root / "site").exists() and not (forum.root / "office").exists() and not (forum.root / ".rostrum").exists()
        preview.stop()
        until(page, "!document.querySelector('.preview-lost').hidden")
    finally:
        preview.stop()
