"""The site from a folder, without a server."""

import shutil

import pytest

from reader import PREFERS, Reader


@pytest.fixture
def folder(tab, forum, tmp_path):
    shutil.copytree(forum.site, tmp_path / "site")
    return Reader(tab, (tmp_path / "site").as_uri() + "/", forum.passphrase)


def leads(folder, link, path):
    """Follows a link to a page, and unlocks that where the engine keeps the pages' storages apart."""
    with folder.another_document():
        folder.click(link)
    if not folder.browser.folders_share_storage:
        folder.wait(folder.is_locked, what="the next page does not ask")
        folder.submit(folder.passphrase)
    folder.wait(folder.is_open, what="the next page asks again")
    assert folder.path.startswith(path)


def test_pages_open_and_links_need_no_second_prompt(folder):
    """In Firefox they do: there each page that lies in a folder of its own has its own storage, and nothing else would carry a key."""
    folder.open("en/index.html")
    assert folder.text("h1") == "Forum on Technical Assistance"
    leads(folder, "main a[href*='2026-005']", "en/2026-005/index.html")
    assert folder.js("return self.__derivations") > 0
    leads(folder, ".languages a[lang=ar]", "ar/2026-005/index.html")
    assert folder.language() == ["ar", "rtl"]
    with folder.another_document():
        folder.driver.back()
    folder.wait(folder.is_open)
    assert folder.path.startswith("en/2026-005/index.html")


def test_a_page_loaded_again_needs_no_second_prompt(folder):
    folder.open("en/2026-005/index.html")
    with folder.another_document():
        folder.driver.refresh()
    folder.wait(folder.is_open, what="it asks again")
    assert len(folder.all("article.contribution")) == 9


def test_the_sign_in_page_leads_to_the_other_languages(folder):
    folder.get("en/index.html")
    folder.one("#passphrase")
    folder.click(".languages a[lang=ar]")
    folder.wait(lambda: folder.path == "ar/index.html" and folder.all("#passphrase"), what="the link leads elsewhere")


def test_an_anchor_is_reached(folder):
    folder.open("en/2026-005/index.html#c0003")
    folder.wait(lambda: folder.in_view(folder.one("#c0003")))


def test_the_front_page_leads_to_a_home(folder):
    folder.browser.before(PREFERS % repr("fr-CA,en"))
    folder.get("index.html")
    folder.wait(lambda: folder.path == "fr/index.html" and folder.all("#passphrase"))


def test_a_wrong_passphrase_is_told(folder, foreign_passphrase):
    folder.get("en/index.html")
    folder.submit(foreign_passphrase)
    assert "does not open this forum" in folder.alert()


def test_signing_out_locks(folder):
    folder.open("en/index.html")
    folder.click("[data-sign-out]")
    folder.wait(folder.is_locked)
    folder.get("en/2026-005/index.html")
    folder.wait(folder.is_locked)
    assert "Sample State" not in folder.html
