"""A contribution's address is copied; what is quoted of it comes into the form."""

import shutil

import pytest
from selenium.webdriver.common.keys import Keys

from reader import Reader

PAGE = "en/2026-005/"
# What a page may write to the clipboard, as the driver of each engine sees it differently; and what it does where it may not.
CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({ writeText: async text => { self.__copied = text; } }) });"
NO_CLIPBOARD = """Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
document.execCommand = () => false;"""


def opened(tab, address, forum, before="", path=PAGE):
    reader = Reader(tab, address, forum.passphrase, before=before)
    reader.open(path)
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    return reader


def test_the_address_of_a_contribution_is_copied(tab, address, forum):
    reader = opened(tab, address, forum, CLIPBOARD)
    button = reader.one("#c0003 [data-copy]")
    assert reader.js("return arguments[0].textContent", button).split() == ["Copy", "link", "0003"]
    button.send_keys(Keys.ENTER)
    assert reader.wait(lambda: reader.js("return self.__copied")) == reader.address + PAGE + "#c0003"
    reader.wait(lambda: reader.text("body > .gate-status") == "Copied" and button.text.startswith("Copied"))
    assert reader.js("return document.activeElement === arguments[0]", button)
    assert reader.complaints() == []


def test_where_it_cannot_be_copied_it_is_put_into_the_address_bar(tab, address, forum):
    reader = opened(tab, address, forum, NO_CLIPBOARD)
    reader.click("#c0003 [data-copy]")
    reader.wait(lambda: "address bar" in reader.text("body > .gate-status"))
    assert reader.path == PAGE + "#c0003"


def quoted(reader, link):
    """The text of the form that a link leads to, with what it replies to."""
    with reader.in_place():
        reader.click(link)
    reader.wait(lambda: reader.js("const form = document.querySelector('form#form'); return form && !form.hidden"))
    return reader.js("const { elements } = document.querySelector('form#form'); return [elements.text.value, elements.replyTo.value]")


def test_a_contribution_is_quoted_whole_or_what_is_marked_of_it(tab, address, forum):
    reader = opened(tab, address, forum)
    first = reader.js("return document.querySelector('#c0003 .text p').innerText")
    text, number = quoted(reader, "#c0003 [data-quote]")
    assert number == "0003" and text.startswith("> " + first[:20]) and text.endswith("\n\n") and len(text) < 2200
    assert all(line.startswith(">") for line in text.strip().split("\n"))
    # No word of it in what goes to the host, or into the history.
    assert "quot" not in reader.driver.current_url and first[:10] not in reader.driver.current_url
    with reader.in_place():
        reader.driver.back()
    assert quoted(reader, "#c0003 .reply a")[0] == "", "what was quoted before comes again"
    with reader.in_place():
        reader.driver.back()
    words = reader.js("""const text = document.querySelector('#c0003 .text p').firstChild, range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 17);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return String(range)""")
    assert quoted(reader, "#c0003 [data-quote]")[0].strip() == "> " + words.strip()


def test_what_is_hostile_stays_text(tab, address, forum):
    reader = opened(tab, address, forum)
    reader.js("""document.querySelector('#c0003 .text').replaceChildren(...arguments[0].map(line =>
        Object.assign(document.createElement('p'), { textContent: line })))""",
              ["<img src=x onerror=alert(1)> **b** _i_ `c` [l](javascript:x)", "# no heading", "1. no list", "- no list", "&lt; ~~s~~", "x" * 3000])
    text, _ = quoted(reader, "#c0003 [data-quote]")
    lines = [line for line in text.strip().split("\n") if line != ">"]
    assert lines[0] == r"> \<img src=x onerror=alert(1)> \*\*b\*\* \_i\_ \`c\` \[l\](javascript:x)"
    assert lines[1:5] == [r"> \# no heading", r"> 1\. no list", r"> \- no list", r"> \&lt; \~\~s\~\~"]
    assert lines[5].endswith("x …") and len(text) < 2200
    reader.click("[data-act=preview]")
    shown = reader.wait(lambda: reader.js("return document.querySelector('[data-part=preview] blockquote')"))
    assert "<img src=x onerror=alert(1)> **b** _i_ `c` [l](javascript:x)" in shown.text
    assert reader.js("return arguments[0].querySelectorAll('img, a, b, strong, em, code, h1, li, del').length", shown) == 0


@pytest.mark.only("chromium", because="elsewhere each file has a storage of its own, and asks for the passphrase again")
def test_a_quotation_comes_along_from_a_folder(tab, forum, tmp_path):
    shutil.copytree(forum.site, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", forum.passphrase)
    reader.open(PAGE + "index.html")
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    with reader.another_document():
        reader.click("#c0003 [data-quote]")
    reader.wait(lambda: reader.js("const form = document.querySelector('form#form'); return form && !form.hidden"))
    assert reader.js("return document.querySelector('form#form').elements.text.value").startswith("> ")
    assert not [name for name in reader.js("return Object.keys(sessionStorage)") if name.endswith("quotation")]
