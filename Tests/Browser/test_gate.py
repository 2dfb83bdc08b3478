"""Before a page is unlocked, and how it is."""

from selenium.webdriver.common.by import By

from reader import HOLD, Reader

# Symbols of the alphabet whose check symbols do not fit.
TYPO = "AAAA-BBBB-CCCC-DDDD-EEEE"


def test_nothing_of_the_content_is_there_before(reader, forum):
    titles = forum.titles()
    assert len(titles) > 60, "titles were not found in the content"
    for path in ("en/", "en/2026-005/", "ar/2026-005/"):
        reader.get(path)
        reader.one("#passphrase")
        before = reader.html
        assert [title for title in titles if title in before] == []
        assert "Sample State" not in before
    reader.open("en/")
    assert [title for title in titles if title in reader.html], "the same search finds titles once unlocked"


def test_the_form_is_labelled(reader):
    reader.get("en/")
    field = reader.one("#passphrase")
    label = reader.one("label[for=passphrase]")
    assert label.text == "Passphrase" and field.accessible_name == "Passphrase"
    assert field.get_attribute("autocomplete") == "current-password"
    assert field.get_attribute("type") == "password"
    hint = reader.driver.find_element(By.ID, field.get_attribute("aria-describedby"))
    assert "four letters" in hint.text
    assert reader.focused() == "INPUT#passphrase"
    assert len(reader.all("h1")) == 1


def test_the_passphrase_can_be_shown_and_hidden(reader):
    reader.get("en/")
    field, button = reader.one("#passphrase"), reader.one(".gate-show")
    field.send_keys("ABCD")
    shown = button.text
    button.click()
    assert field.get_attribute("type") == "text" and button.text != shown
    button.click()
    assert field.get_attribute("type") == "password" and button.text == shown
    assert field.get_attribute("value") == "ABCD"


def test_a_typo_is_told_before_any_slow_work(reader):
    reader.get("en/")
    reader.submit(TYPO)
    assert "typing error" in reader.alert()
    assert reader.js("return self.__derivations") == 0
    assert reader.one("#passphrase").get_attribute("aria-invalid") == "true"
    assert reader.focused() == "INPUT#passphrase"
    # One symbol of the right passphrase changed, and two neighbours exchanged.
    right = reader.passphrase
    changed = ("Z" if right[0] != "Z" else "Y") + right[1:]
    at = next(index for index in range(18) if right[index] != right[index + 1] and "-" not in right[index:index + 2])
    exchanged = right[:at] + right[at + 1] + right[at] + right[at + 2:]
    for wrong in (changed, exchanged):
        reader.js("document.querySelector('.gate-alert').textContent = ''")
        reader.submit(wrong)
        assert "typing error" in reader.alert()
    assert reader.js("return self.__derivations") == 0


def test_an_incomplete_passphrase_is_told(reader):
    reader.get("en/")
    reader.submit("ABCD-EFGH")
    assert "twenty" in reader.alert()
    reader.js("document.querySelector('.gate-alert').textContent = ''")
    reader.submit("  - ")
    assert reader.alert() == "Please enter your passphrase."
    assert reader.js("return self.__derivations") == 0


def test_a_passphrase_of_another_forum_is_refused(reader, foreign_passphrase):
    reader.get("en/")
    reader.submit(foreign_passphrase)
    assert "does not open this forum" in reader.alert()
    assert reader.js("return self.__derivations") > 0
    line = reader.one(".gate-alert")
    assert line.aria_role == "alert" and line.is_displayed()
    assert reader.is_locked()
    # And the form still takes the right one.
    reader.submit(reader.passphrase)
    reader.wait(reader.is_open)


def test_the_right_passphrase_unlocks(reader):
    reader.open("en/")
    assert reader.text("h1") == "Forum on Technical Assistance"
    assert reader.focused().startswith("H1#")
    assert "Forum on Technical Assistance" in reader.driver.title
    assert reader.language() == ["en", "ltr"]
    assert not reader.all("#passphrase") and not reader.all("#sealed")
    assert reader.complaints() == []


def test_how_it_is_typed_does_not_matter(reader):
    reader.get("en/")
    typed = reader.passphrase.replace("-", "  ").lower().replace("0", "o").replace("1", "l")
    reader.submit(typed)
    reader.wait(reader.is_open)


def test_the_forum_is_named(reader):
    for path, name in (("en/", "Forum on Technical Assistance"), ("fr/2026-005/", "Forum sur l’assistance technique")):
        reader.get(path)
        reader.one("#passphrase")
        assert reader.text("#gate > p.forum:first-child + h1")
        assert reader.text("#gate > p.forum").replace("'", "’") == name


def test_the_gate_speaks_the_language_of_the_page(reader):
    said = set()
    for language, direction in (("ar", "rtl"), ("zh", "ltr"), ("en", "ltr"), ("fr", "ltr"), ("ru", "ltr"), ("es", "ltr")):
        reader.get(language + "/")
        reader.one("#passphrase")
        assert reader.language() == [language, direction]
        said.add(reader.text("label[for=passphrase]"))
    assert len(said) == 6


def test_what_takes_time_is_shown_and_said(tab, address, forum):
    reader = Reader(tab, address, forum.passphrase, before=HOLD + "('deriveBits')")
    reader.get("en/")
    reader.submit(reader.passphrase)
    reader.wait(lambda: reader.js("return self.__held"))
    assert reader.one(".gate-form progress").is_displayed() and reader.one(".gate-form progress").accessible_name
    assert reader.one(".gate-form").get_attribute("aria-busy") == "true"
    line = reader.one("#gate > .gate-status")
    assert line.get_attribute("role") == "status" and line.text
    reader.js("self.__letGo()")
    reader.wait(reader.is_open)
    assert not reader.all("progress")


def test_a_page_that_did_not_come_safely_does_not_unlock(tab, host, forum):
    """By http from elsewhere than this machine there is no WebCrypto."""
    reader = Reader(tab, f"http://{tab.insecure_host}:{host.port}/", forum.passphrase)
    reader.get("en/2026-005/")
    assert "https" in reader.alert()
    assert reader.js("return isSecureContext") is False and not reader.all("#passphrase")
    assert reader.text("h1") and not reader.all("article")


def test_a_framed_page_does_not_unlock(tab, forum, host):
    """`rostrum serve` forbids framing by a header; a host of plain files does not, and the gate itself refuses."""
    host.answers["/frame.html"] = (200, b"<!doctype html><title>Frame</title><iframe src=en/></iframe>")
    reader = Reader(tab, host.address, forum.passphrase)
    reader.get("frame.html")
    reader.driver.switch_to.frame(reader.one("iframe"))
    assert reader.wait(lambda: reader.text(".gate-alert"))
    assert not reader.all("#passphrase")
