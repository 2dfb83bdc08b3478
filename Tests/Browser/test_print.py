"""A discussion on paper: the text, whole, and nothing that only a screen has a use for."""

import base64

import pypdfium2
import pytest

import wide
from pictures import paths

# Has what the style sheet says of paper apply on the screen. No driver but Chromium's has a page pretend that it is printed.
ON_PAPER = """
const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.media && rule.media.mediaText === 'print');
for (const rule of rules) rule.media.mediaText = 'screen';
return rules.length;"""
FOR_SCREENS = "[data-sign-out], .menu, .crumbs, .languages, footer.site nav, .action, .action *, [data-while-open]"


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


@pytest.mark.parametrize("way", ["button", "keys"])
def test_pictures_are_there_before_it_is_printed(reader, way):
    """Those too that nobody has come near."""
    reader.open("en/2026-004/")
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"), what="nothing helps with reading")
    assert reader.js("return document.querySelectorAll('main img').length") and not reader.js("return !!document.querySelector('main img').naturalWidth")
    reader.js("self.print = () => { self.__printed = [...document.querySelectorAll('main img')].map(one => one.naturalWidth); }")
    if way == "button":
        reader.js("document.querySelector('[data-print]').click()")
    else:
        reader.js("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true }))")
    widths = reader.wait(lambda: reader.js("return self.__printed"), what="nothing was printed")
    assert all(width > 100 for width in widths) and reader.complaints() == []


@pytest.mark.only("chromium", "firefox", because="the driver of WebKit's MiniBrowser does not print")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_discussion_on_paper_is_its_proceedings(reader, language):
    """A title page, contents, everything, and who took part; afterwards the page is as it was."""
    reader.open(f"{language}/2026-005/")
    is_printed_as_proceedings(reader, language)


def is_printed_as_proceedings(reader, language):
    """Of the discussion 2026-005, whose page is there."""
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"), what="nothing helps with reading")
    said = reader.js("return JSON.parse(document.querySelector('[data-reading]').dataset.words)")
    before, title = reader.js("return document.body.innerHTML"), reader.text("h1")
    names = reader.js("return Array.from(document.querySelectorAll('article:not(.note) h3 bdi'), one => one.textContent)")
    sheets = [words(sheet) for sheet in printed(reader)]
    if language == "en":  # the text of a PDF has right-to-left scripts in the order of what is seen
        assert words(said["proceedings"]) in sheets[0] and words(title) in sheets[0] and words(names[1]) not in sheets[0]
        assert words(said["contents"]) in sheets[1] and all(words(name) in sheets[1] for name in names if name.isascii())
        assert words(said["participants"]) in sheets[-1] and all(words(name) in sheets[-1] for name in names if name.isascii())
    assert len(sheets) > 4 and "0009" in sheets[1]
    reader.wait(lambda: not reader.all(".paper"), what="what is for paper stays")
    assert reader.js("return document.body.innerHTML") == before.replace('<details class="more">', '<details class="more" open="">')


@pytest.mark.only("chromium", "firefox", because="the driver of WebKit's MiniBrowser does not print")
def test_the_library_is_printed_as_one_document(reader, forum):
    reader.open("en/" + paths(forum)["compendium"])
    titles = reader.js("return Array.from(document.querySelectorAll('.embedded > h3 .own'), one => one.textContent)")
    button = reader.text("[data-print]")
    sheets = [words(sheet) for sheet in printed(reader)]
    assert len(titles) == len(list(forum.root.glob("content/library/*/entry.yaml")))
    assert all(words(title) in sheets[1] for title in titles) and words(titles[0]) not in sheets[0]
    assert all(any(words(title) in sheet for sheet in sheets[2:]) for title in titles)
    assert words(button) not in "".join(sheets)


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
