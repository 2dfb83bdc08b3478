"""What the style sheet sees to: on telephones, in print, in the reader's own colours, and in texts of both directions."""

import pytest

import wide

pytestmark = pytest.mark.only("chromium", because="it alone imitates telephones, paper and forced colours; the style is what is tried")


def narrow(reader, width):
    reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=740, deviceScaleFactor=1, mobile=True)


@pytest.fixture
def media(reader):
    """Sets what the page is shown on, until the end of the test."""
    yield lambda **given: reader.browser.cdp("Emulation.setEmulatedMedia", **given)
    reader.browser.cdp("Emulation.setEmulatedMedia", media="", features=[])


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_the_head_leaves_room_on_a_telephone(reader, language):
    reader.open(language + "/")
    for width in (320, 360):
        narrow(reader, width)
        button, strip = reader.one("[data-sign-out]").rect, reader.one(".languages ul").rect
        assert strip["y"] - 8 <= button["y"] < strip["y"] + strip["height"], "signing out has a row of its own"
        assert reader.one("header.site").rect["height"] <= (310 if width == 320 else 275)
        assert reader.js("return document.documentElement.scrollWidth") == width


def test_links_of_cards_can_be_hit_on_a_telephone(home):
    narrow(home, 360)
    low = home.js("""return [...document.querySelectorAll('main a')]
        .filter(link => Math.max(...Array.from(link.getClientRects(), box => box.height)) < 24).map(link => link.outerHTML)""")
    assert low == [] and len(home.all("main .meta a")) > 10


def test_a_long_word_in_a_title_does_not_widen_the_page(reader):
    reader.open("en/2026-005/")
    narrow(reader, 320)
    reader.js("for (const title of document.querySelectorAll('h1, .crumbs .own')) title.textContent = 'x'.repeat(200)")
    assert reader.js("return document.documentElement.scrollWidth") == 320


def test_what_is_wide_is_printed_whole(reader, media):
    reader.open("en/2026-005/")
    wide.put_in(reader)
    reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=700, height=900, deviceScaleFactor=1, mobile=False)
    assert set(wide.cut_off(reader)) == {"PRE", "TABLE"}, "these would fit anyway"
    media(media="print")
    assert wide.cut_off(reader) == []


def test_in_the_readers_own_colours_one_language_and_one_page_are_marked(home, media):
    home.follow(".menu li:nth-child(2) a")
    media(features=[{"name": "forced-colors", "value": "active"}])
    for menu in (".menu", ".languages"):
        colours = home.js("""return Array.from(document.querySelectorAll(arguments[0] + ' a'),
            link => [link.hasAttribute('aria-current'), getComputedStyle(link).borderBlockEndColor])""", menu)
        marked, others = {colour for current, colour in colours if current}, {colour for current, colour in colours if not current}
        assert len(marked) == len(others) == 1 and marked != others


def test_the_arrow_of_a_link_to_elsewhere_follows_the_text_around_it(reader):
    reader.open("ar/")
    arrows = reader.js("""return ['rtl', 'ltr'].map(direction => {
        const text = document.querySelector('main').appendChild(document.createElement('p'));
        text.dir = direction;
        const link = text.appendChild(Object.assign(document.createElement('a'), { className: 'outside', textContent: 'x' }));
        return getComputedStyle(link, '::after').content;
    })""")
    assert arrows == ['" ↖\ufe0e"', '" ↗\ufe0e"']


def test_titles_lie_in_the_direction_of_their_language(reader):
    """Whatever they begin with: an Arabic title with a Latin word first is still laid out from the right."""
    reader.open("ar/")
    found = reader.js("""return Array.from(document.querySelectorAll('main .own'), title =>
        [title.lang || document.documentElement.lang, getComputedStyle(title).direction, getComputedStyle(title).unicodeBidi])""")
    assert {(language, direction) for language, direction, _ in found} >= {("ar", "rtl"), ("en", "ltr")}
    assert all(direction == ("rtl" if language == "ar" else "ltr") and bidi == "isolate" for language, direction, bidi in found)
