"""The language bar, the front page that chooses a language, and the page for unknown addresses."""

import pytest

from reader import PREFERS, Reader

NAMES = ["العربية", "中文", "English", "Français", "Русский", "Español"]
# With this header a browser runs no script of the page, as if the reader allowed none.
NO_SCRIPT = {"Content-Security-Policy": "sandbox allow-same-origin allow-top-navigation"}


def test_the_bar_has_each_language_in_its_own_name_and_order(home):
    links = home.all(".languages a")
    assert [link.text for link in links] == NAMES
    assert [link.get_attribute("lang") for link in links] == ["ar", "zh", "en", "fr", "ru", "es"]
    assert [link.get_attribute("lang") for link in links if link.get_attribute("aria-current")] == ["en"]


def test_the_same_page_in_arabic(reader):
    reader.open("en/2026-005/")
    title = reader.text("h1")
    reader.follow(".languages a[lang=ar]")
    assert reader.path == "ar/2026-005/"
    assert reader.language() == ["ar", "rtl"]
    assert reader.text("h1") in reader.driver.title and reader.text("h1") != title
    assert reader.text(".languages [aria-current]") == "العربية"
    assert reader.js("return getComputedStyle(document.querySelector('main')).direction") == "rtl"
    reader.follow(".languages a[lang=en]")
    assert reader.language() == ["en", "ltr"] and reader.text("h1") == title
    assert reader.complaints() == []


def test_a_page_that_a_language_lacks_leads_to_its_home(reader):
    reader.open("en/2026-002/")
    link = reader.one(".languages a[lang=ar]")
    item = reader.js("return arguments[0].closest('li')", link)
    assert "home page" in item.get_attribute("title")
    assert "home page" in reader.js("return arguments[0].innerText", item), "only a tooltip says where the link leads"
    assert not reader.js("return arguments[0].closest('li').title", reader.one(".languages a[lang=fr]"))
    reader.follow(link)
    assert reader.path == "ar/" and reader.language() == ["ar", "rtl"]


def test_the_sign_in_page_offers_every_language(reader):
    reader.get("en/2026-005/")
    reader.one("#passphrase")
    links = reader.all(".languages a")
    assert [link.text for link in links] == NAMES
    assert [link.get_attribute("href") for link in links] == [reader.address + code + "/" for code in ("ar", "zh", "en", "fr", "ru", "es")]
    assert [link.get_attribute("lang") for link in links if link.get_attribute("aria-current")] == ["en"]
    with reader.another_document():
        links[3].click()
    reader.wait(reader.is_locked)
    assert reader.path == "fr/"
    assert reader.text(".languages [aria-current]") == "Français"


def test_what_the_script_says_follows_the_language(tab, host, forum):
    """Its own words come with the page that was opened in place."""
    home = Reader(tab, host.address, forum.passphrase)
    home.open("en/")
    home.follow(".languages a[lang=fr]")
    home.wait(lambda: home.js(
        "return performance.getEntriesByType('resource').some(one => one.name.includes('gate.fr.') && one.responseEnd)"))
    host.answers["/fr/2026-005/"] = None
    home.click("main a[href*='2026-005']")
    assert home.alert() == "La page n’a pas pu être chargée. Vérifiez votre connexion et réessayez."


@pytest.mark.parametrize("preferred, language", [
    ("ru-RU,en", "ru"), ("de,zh-CN,en", "zh"), ("ar", "ar"), ("fr-CA,en", "fr"), ("ES-mx", "es"), ("en-GB,fr", "en"),
])
def test_the_front_page_takes_the_readers_language(tab, address, forum, preferred, language):
    reader = Reader(tab, address, forum.passphrase, before=PREFERS % repr(preferred))
    reader.get("")
    reader.wait(lambda: reader.path == language + "/")
    reader.one("#passphrase")


def test_a_reader_of_none_of_them_can_choose(tab, address, forum):
    reader = Reader(tab, address, forum.passphrase, before=PREFERS % repr("ja,ko"))
    reader.get("")
    links = reader.wait(lambda: reader.all("main a[hreflang]"))
    assert [link.find_element("tag name", "b").text for link in links] == NAMES
    assert reader.path == ""
    links[3].click()
    reader.wait(lambda: reader.path == "fr/")


def test_the_front_page_stays_when_asked_to(reader):
    reader.get("#choose")
    assert len(reader.wait(lambda: reader.all("main a[hreflang]"))) == 6
    assert reader.path == "#choose"


def test_the_front_page_without_script_is_a_list(tab, host, forum):
    host.headers.update(NO_SCRIPT)
    reader = Reader(tab, host.address, forum.passphrase)
    reader.get("")
    links = reader.wait(lambda: reader.all("main a[hreflang]"))
    assert [link.find_element("tag name", "b").text for link in links] == NAMES
    assert [link.get_attribute("href") for link in links] == [reader.address + code + "/" for code in ("ar", "zh", "en", "fr", "ru", "es")]
    # Whoever cannot use the form has a text to begin with, in front of the gate.
    offers = reader.all("main noscript a[download]")
    assert len(offers) == 6 and all(offer.is_displayed() and offer.text for offer in offers)
    [path] = {offer.get_attribute("href").removeprefix(reader.address) for offer in offers}
    assert (forum.site / path).read_text("utf-8").startswith("---\n# Write what is yours") and path.endswith(".txt")


def test_a_sealed_page_without_script_says_so_in_each_language(tab, host, forum):
    host.headers.update(NO_SCRIPT)
    reader = Reader(tab, host.address, forum.passphrase)
    reader.get("en/")
    said = reader.wait(lambda: reader.all("noscript p"))
    assert [line.get_attribute("lang") for line in said] == ["ar", "zh", "en", "fr", "ru", "es"]
    assert all(line.is_displayed() and line.text for line in said)


@pytest.mark.parametrize("path", ["nothing", "en/nothing/", "en/2026-999/", "a/b/c/d.html"])
def test_an_unknown_address(reader, path):
    reader.get(path)
    assert reader.text("h1").startswith("404")
    assert reader.js_async("fetch(location.href).then(found => arguments[0](found.status))") == 404
    links = reader.all("main a[hreflang]")
    assert [link.get_attribute("hreflang") for link in links] == ["ar", "zh", "en", "fr", "ru", "es"]
    assert reader.js("return document.styleSheets[0].cssRules.length") > 10, "the page has no style"
    links[2].click()
    reader.wait(lambda: reader.path == "en/")
    reader.one("#passphrase")
