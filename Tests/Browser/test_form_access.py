"""The form for those who do not see it, have no mouse, a narrow screen or a slow line."""

import gzip

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from axe import axe
from form import KINDS, Writer, form_file, give, returned

LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
alone = pytest.mark.only("chromium", because="what is looked at is the page's own, and the same in every engine")


@pytest.fixture
def writer(tab, forum, tmp_path):
    made = Writer(tab)
    made.folder, made.forum = tmp_path, forum
    return made.open(form_file(forum, tmp_path, prefill={"discussion": "2026-014"}))


@alone
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(tab, forum, tmp_path, language):
    """In each kind of form, with everything open and with everything wrong; narrow as well."""
    writer = Writer(tab).open(form_file(forum, tmp_path, language))
    assert axe(writer) == []
    writer.choose("kind", "practice")
    assert axe(writer) == []
    writer.js("document.querySelector('.form-more').open = true")
    writer.act("addLink")
    writer.click("[data-mark=link]")
    writer.click("button[type=submit]")
    writer.put("text", "# Head\n\n- [ ] a\n\n| a | b |\n|---|---|\n| c | d |\n\n[link](https://example.org/) ![x](y.png)")
    writer.act("preview")
    assert axe(writer) == []
    writer.browser.cdp("Emulation.setDeviceMetricsOverride", width=320, height=740, deviceScaleFactor=1, mobile=True)
    assert axe(writer) == []
    writer.browser.cdp("Emulation.clearDeviceMetricsOverride")


@alone
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_in_other_colours_and_after_saving(writer, scheme):
    writer.browser.cdp("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])
    writer.contribute()
    writer.save()
    assert axe(writer) == []
    writer.act("sent")
    writer.wait(lambda: writer.is_shown("[data-part=done]"))
    assert axe(writer) == []
    writer.browser.cdp("Emulation.setEmulatedMedia", media="", features=[])


@alone
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_in_a_text_that_was_returned(tab, forum, tmp_path, language):
    writer = Writer(tab).open(form_file(forum, tmp_path, language))
    for kind in KINDS:
        writer.choose("kind", kind)
        assert axe(writer) == [], kind
    writer.enter_passphrase()
    give(writer, returned(tmp_path, "---\nkind: topic\nanswers: 17\nunknown: x\n---\nA text.\n", files=[("a.txt", b"a")]))
    writer.wait(lambda: writer.is_shown("[data-part=answer]"))
    assert axe(writer) == []


@alone
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_narrow_screen(tab, forum, tmp_path, language):
    writer = Writer(tab).open(form_file(forum, tmp_path, language, prefill={"kind": "practice"}))
    writer.js("document.querySelector('.form-more').open = true")
    writer.act("addLink")
    writer.click("[data-mark=link]")
    writer.browser.cdp("Emulation.setDeviceMetricsOverride", width=320, height=740, deviceScaleFactor=1, mobile=True)
    assert writer.js("return document.documentElement.scrollWidth") == 320
    low = writer.js("""return [...document.querySelectorAll('button, a[href], select, .form-choice, .form-upload label, input:not([type=file], [type=hidden])')]
        .filter(one => one.offsetParent && one.getBoundingClientRect().height < 24 && !one.closest('.form-choice label, .form-choice'))
        .map(one => one.outerHTML)""")
    assert low == []
    writer.browser.cdp("Emulation.clearDeviceMetricsOverride")


def test_the_buttons_of_the_editor_are_one_stop_of_the_tabulator(writer):
    writer.js("document.querySelector('[name=language]').focus()")
    press(writer, Keys.TAB)
    assert writer.focused() == "heading"
    press(writer, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert writer.focused() == "italic"
    press(writer, Keys.END)
    assert writer.focused() == "link"
    press(writer, Keys.ARROW_RIGHT)
    assert writer.focused() == "heading"
    press(writer, Keys.TAB)
    assert writer.focused() == "text"
    press(writer, Keys.SHIFT + Keys.TAB)
    assert writer.focused() == "heading"


def press(writer, *keys):
    for key in keys:
        writer.driver.switch_to.active_element.send_keys(key)


def mark(writer, kind, text, start, end):
    writer.put("text", text)
    writer.js("document.querySelector('[name=text]').setSelectionRange(arguments[0], arguments[1])", start, end)
    writer.click(f"[data-mark={kind}]")
    return writer.value("text")


def test_the_buttons_write_markdown_and_take_it_away_again(writer):
    assert mark(writer, "bold", "one two three", 4, 7) == "one **two** three"
    writer.click("[data-mark=bold]")
    assert writer.value("text") == "one two three"
    assert mark(writer, "italic", "one two ", 4, 8) == "one *two* "
    assert mark(writer, "bold", "", 0, 0) == "**important**"
    assert mark(writer, "heading", "Title\ntext", 2, 2) == "## Title\ntext"
    assert mark(writer, "list", "one\ntwo\n\nthree", 0, 14) == "- one\n- two\n\n- three"
    writer.click("[data-mark=list]")
    assert writer.value("text") == "one\ntwo\n\nthree"
    assert mark(writer, "numbers", "one\ntwo", 0, 7) == "1. one\n2. two"
    assert mark(writer, "quote", "before\nsaid", 8, 8) == "before\n\n> said"
    assert mark(writer, "numbers", "- one\n- two", 0, 11) == "1. one\n2. two"


def test_what_a_button_wrote_can_be_undone(writer):
    mark(writer, "bold", "one two", 4, 7)
    writer.js("document.execCommand('undo')")
    assert writer.value("text") == "one two"


def test_keys_write_markdown_too(writer):
    writer.type("text", "word ")
    press(writer, Keys.CONTROL + "b")
    assert writer.value("text") == "word **important**"
    press(writer, "x")
    assert writer.value("text") == "word **x**"


def test_a_link_is_made_without_knowing_how_it_is_written(writer):
    mark(writer, "link", "see our office now", 4, 14)
    assert writer.focused() == "linkAddress" and writer.value("linkText") == "our office"
    press(writer, "not an address", Keys.ENTER)
    assert "address on the web" in writer.text("[data-part=linkError]") and writer.focused() == "linkAddress"
    writer.type("linkAddress", "example.org/a_(b)", clear=True)
    press(writer, Keys.ENTER)
    assert writer.value("text") == "see [our office](<https://example.org/a_(b)>) now" and writer.focused() == "text"
    mark(writer, "link", "", 0, 0)
    press(writer, Keys.ESCAPE)
    assert writer.focused() == "text" and writer.value("text") == ""


def test_all_fields_have_names(writer):
    """As a screen reader computes them, and where the engine tells it."""
    for kind in KINDS:
        writer.choose("kind", kind)
        for one in writer.driver.find_elements(By.CSS_SELECTOR, "form input:not([type=hidden]), form select, form textarea, form button"):
            if one.is_displayed():
                assert one.accessible_name.strip(), one.get_attribute("outerHTML")


def test_who_hears_the_page_hears_what_happens(writer):
    (writer.folder / "a.csv").write_bytes(b"a")
    writer.attach(writer.folder / "a.csv")
    assert "Attachments: 1" in writer.js("return document.querySelector('[role=status]').textContent")
    writer.click("[data-part=files] .form-remove")
    assert "a.csv" in writer.js("return document.querySelector('[role=status]').textContent")
    assert writer.focused() == "files"


def test_it_is_light(forum):
    """Script with its library, style, and the longest page: compressed, all that the form adds to the forum."""
    files = [*forum.site.glob("assets/form.????????????????.js"), *forum.site.glob("assets/form.????????????????.css")]
    assert len(files) == 2
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    alone = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in forum.site.glob("assets/form.*.*.html")}
    assert len(alone) == 6 and sum(sizes.values()) <= 45 << 10 and max(alone.values()) <= 80 << 10, (sizes, alone)
