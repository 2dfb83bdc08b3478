"""A discussion on paper: the text, whole, and nothing that only a screen has a use for."""

import base64

import pypdfium2
import pytest

import wide

# Has what the style sheet says of paper apply on the screen. No driver but Chromium's has a page pretend that it is printed.
ON_PAPER = """
const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.media && rule.media.mediaText === 'print');
for (const rule of rules) rule.media.mediaText = 'screen';
return rules.length;"""
FOR_SCREENS = "[data-sign-out], .menu, .crumbs, .languages, footer.site nav"


def printed(reader):
    """The text of each sheet that the browser would print."""
    document = pypdfium2.PdfDocument(base64.b64decode(reader.driver.print_page()))
    try:
        return [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()


def words(text):
    """Without spaces, and hyphens at the ends of lines, as both are the engine's choice."""
    return "".join(text.split()).replace("\ufffe", "").replace("-", "")


@pytest.mark.only("chromium", "firefox", because="the driver of WebKit's MiniBrowser does not print")
def test_all_of_a_discussion_is_printed_and_nothing_else(reader):
    reader.open("en/2026-005/")
    paragraphs = reader.js("return Array.from(document.querySelectorAll('main .text p'), one => one.innerText)")
    title, button = reader.text("h1"), reader.text("[data-sign-out]")
    sheets = printed(reader)
    text = words(" ".join(sheets))
    assert len(sheets) > 1 and len(paragraphs) > 20
    assert words(title) in text and button and words(button) not in text
    # Footnotes and the addresses behind links stand among the words of some paragraphs, and the ends of sheets in others.
    assert [one for one in paragraphs if words(one)[:24] not in text] == []


@pytest.mark.only("chromium", "firefox", because="the driver of WebKit's MiniBrowser does not print")
def test_the_gate_on_paper_tells_nothing(reader):
    reader.open("en/2026-005/")
    title = reader.text("h1")
    with reader.another_document():
        reader.click("[data-sign-out]")
    reader.wait(reader.is_locked)
    assert words(title) not in words(" ".join(printed(reader)))


def test_the_style_for_paper(reader):
    reader.open("en/2026-005/")
    reader.wait(lambda: reader.js("return document.styleSheets.length") == 2, what="the style for reading did not come")
    wide.put_in(reader)
    shown = "return [...document.querySelectorAll(arguments[0])].filter(one => one.getClientRects().length).length"
    reader.js("document.body.style.inlineSize = '700px'")
    assert reader.js(shown, FOR_SCREENS) > 4 and set(wide.cut_off(reader)) == {"PRE", "TABLE"}, "paper would need no style"
    assert reader.js(ON_PAPER) == 2
    assert reader.js(shown, FOR_SCREENS) == 0 and wide.cut_off(reader) == []
    assert reader.js("return getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()") in ("#fff", "#ffffff")
    assert reader.js(shown, "article.contribution") == 9
