"""Reading with `gate: server`: what the gate gives elsewhere, pages have by themselves."""

import pytest
from selenium.webdriver.common.keys import Keys

import long
from axe import axe
from plain import Plain
from reader import Reader
from test_print import is_printed_as_proceedings
from test_versions import shown

LONG = "en/2026-090/"


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    made = Plain(tmp_path_factory.mktemp("plain"), lambda root: long.write(root, guests=True))
    yield made
    made.stop()


@pytest.fixture
def reader(tab, plain):
    return Reader(tab, plain.address, "")


def opened(reader, path):
    reader.get(path)
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"), what="nothing helps with reading")
    return reader


@pytest.mark.only("chromium", "firefox", because="the driver of WebKit's MiniBrowser does not print")
def test_a_discussion_on_paper_is_its_proceedings(reader):
    is_printed_as_proceedings(opened(reader, "en/2026-005/"), "en")
    assert reader.complaints() == []


def test_the_button_prints_once_pictures_are_there(reader):
    opened(reader, "en/2026-004/")
    reader.js("self.print = () => { self.__printed = [...document.querySelectorAll('main img')].map(one => one.naturalWidth); }")
    reader.click("[data-print]")
    widths = reader.wait(lambda: reader.js("return self.__printed"), what="nothing was printed")
    assert widths and all(width > 100 for width in widths)


def test_a_contribution_is_quoted_in_the_form(reader):
    opened(reader, "en/2026-005/")
    first = reader.js("return document.querySelector('#c0003 .text p').innerText")
    reader.click("#c0003 [data-quote]")
    found = "const form = document.querySelector('form#form'); return form && !form.hidden"
    reader.wait(lambda: reader.js(found), what="there is no form")
    values = "const { elements } = document.querySelector('form#form'); return [elements.text.value, elements.replyTo.value]"
    text, number = reader.js(values)
    assert number == "0003" and text.startswith("> " + first[:20])
    # Once, and not for what is replied to later.
    opened(reader, "en/2026-005/")
    reader.click("#c0003 .reply a")
    reader.wait(lambda: reader.js(found), what="there is no form")
    assert reader.js(values) == ["", "0003"] and reader.complaints() == []


def test_a_quotation_is_for_one_reply_alone(reader):
    opened(reader, "en/2026-005/")
    stay = "addEventListener('click', event => event.preventDefault())"
    kept = "return sessionStorage.getItem('rostrum.quotation')"
    press = """document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: arguments[1] }))"""
    reader.js(stay)
    reader.js("""getSelection().selectAllChildren(document.querySelector('#c0003 .text p'));
        document.querySelector('#c0003 [data-quote]').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))""")
    reader.js(press, "#c0003 [data-quote]", True)
    assert reader.js(kept) is None, "it is kept for another tab"
    reader.js("getSelection().removeAllRanges()")
    reader.js(press, "#c0004 [data-quote]", False)
    fourth = reader.js("return document.querySelector('#c0004 .text').innerText.trim().slice(0, 12)")
    assert f'"to":"0004","text":"> {fourth}' in reader.js(kept), "what was marked of another one is quoted"
    reader.js(press, "#c0003 [data-quote]", False)
    assert '"discussion":"2026-005","to":"0003"' in reader.js(kept)
    reader.js(press, "#c0004 .reply a", False)
    assert reader.js(kept) is None, "it is kept for another reply"
    reader.js(press, "#c0003 [data-quote]", False)
    opened(reader, LONG)
    reader.click("#c0003 .reply a")
    reader.wait(lambda: reader.js("const form = document.querySelector('form#form'); return form && !form.hidden"), what="there is no form")
    assert reader.js("return document.querySelector('form#form').elements.text.value") == "", "it is quoted in another discussion"


def test_the_original_comes_beside_its_translation(reader):
    opened(reader, "en/2026-005/")
    [translation] = shown(reader, "#c0004")
    reader.one("#c0004 [data-original]").send_keys(Keys.ENTER)
    reader.wait(lambda: reader.all("#c0004 .choices"))
    both = shown(reader, "#c0004")
    assert both[0] == translation and both[1][:2] == ["ru", "ltr"] and "Порядок" in both[1][2]
    assert reader.path == "en/2026-005/" and reader.complaints() == []


def test_a_link_into_a_fold_opens_it_and_what_is_new_is_told(reader):
    opened(reader, LONG + "#c0113")
    assert reader.js("return document.querySelector('#c0113').closest('details').open") and reader.in_view(reader.one("#c0113"))
    reader.driver.refresh()
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"))
    assert reader.js("return document.querySelector('#c0113').closest('details').open"), "it is folded away again"
    reader.js("""const [key] = Object.keys(localStorage).filter(name => name.endsWith('.reading')), all = JSON.parse(localStorage.getItem(key));
        Object.assign(all['2026-090'], { seen: 296, at: Date.now() - 432e5, stop: '0100' });
        localStorage.setItem(key, JSON.stringify(all))""")
    opened(reader, LONG)
    assert len(reader.all("strong.new")) == 4
    reader.wait(lambda: reader.text("body > [role=status]") == "New since your last visit: 4")
    assert reader.one(".resume a").get_attribute("hash") == "#c0100"
    reader.click(".resume a")
    assert reader.in_view(reader.one("#c0100")) and reader.complaints() == []


@pytest.mark.only("firefox", "webkit", because="Chromium by itself leads Back to an address's anchor, wherever the reader was")
def test_back_leads_to_where_the_reader_was(reader):
    opened(reader, LONG + "#c0003")
    reader.js("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    # One to what is far above it.
    link = reader.js("""const away = one => Math.abs(one.getAttribute('href').slice(2) - one.closest('article').id.slice(1)) > 4;
        return [...document.querySelectorAll('.thread header a[href^="#c"]')].find(away)""")
    own = reader.js("return arguments[0].closest('article').id", link)
    reader.js("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", link)
    # As they leave: what has come into view is laid out only then, and moves what is below it. To less than a window.
    reader.js("arguments[0].addEventListener('click', () => { self.__before = scrollY; })", link)
    link.click()
    reader.wait(lambda: not reader.in_view(reader.one("#" + own)), what="the link leads nowhere")
    reader.driver.back()
    is_back = "return location.hash === '#c0003' && Math.abs(scrollY - self.__before) < innerHeight"
    reader.wait(lambda: reader.js(is_back), what="Back leads elsewhere")
    anchor = reader.js("return scrollY + document.querySelector('#c0003').getBoundingClientRect().top")
    assert abs(anchor - reader.js("return self.__before")) > 2000 and reader.complaints() == []


@pytest.mark.parametrize("now, status, open", [
    ("2026-12-18T22:59:00Z", "Open until 18 December 2026", True), ("2026-12-20T09:00:00Z", "Closed on 18 December 2026", False),
])
def test_a_discussion_closes_by_the_clock(tab, plain, now, status, open):
    reader = Reader(tab, plain.address, "", now=now)
    reader.get("en/")
    found = "return [...document.querySelectorAll('main article')].find(one => one.querySelector('a').href.includes('2026-007')).querySelector('.status').innerText"
    reader.wait(lambda: reader.js(found) == status)
    opened(reader, "en/2026-007/")
    assert reader.text("main header .status") == status
    assert all(one.is_displayed() == open for one in reader.all("[data-while-open]"))
    # Also of a page that was left open: each minute, and at once when the reader comes back to it.
    reader.js("""const later = self.Date.now() + 2 * 864e5; self.Date.now = () => later; document.dispatchEvent(new Event('visibilitychange'))""")
    assert reader.text("main header .status") == "Closed on 18 December 2026" and reader.complaints() == []


def test_wide_tables_are_moved_by_keyboard(reader):
    opened(reader, "en/2026-005/")
    reader.js("document.querySelector('main').style.inlineSize = '200px'; dispatchEvent(new Event('resize'))")
    wide = "return [...document.querySelectorAll('.text table')].filter(one => one.scrollWidth > one.clientWidth).map(one => one.tabIndex)"
    found = reader.js(wide)
    assert found and set(found) == {0}


def test_the_compendium_is_printed_whole(reader):
    reader.get("en/")
    reader.click(".menu li:nth-child(4) a")
    reader.click("main p.more a")
    reader.wait(lambda: reader.all("[data-print]"))
    reader.js("self.print = () => { self.__printed = [...document.querySelectorAll('main img')].map(one => one.naturalWidth); }")
    reader.click("[data-print]")
    widths = reader.wait(lambda: reader.js("return self.__printed"), what="nothing was printed")
    assert widths and all(width > 100 for width in widths) and reader.complaints() == []


def test_the_library_is_a_table_for_who_chose_it(reader):
    opened(reader, "en/2026-005/")
    reader.click(".menu li:nth-child(4) a")
    reader.wait(lambda: reader.all(".choices"))
    reader.click("[data-view=table]")
    reader.driver.refresh()
    reader.wait(lambda: reader.all("tbody tr"))
    assert not reader.one(".cards").is_displayed() and reader.complaints() == []


def test_guests_have_the_same_in_their_tree(reader, plain):
    [page] = [page for page in plain.site.glob("guests/*/en/**/index.html") if 'data-discussion="2026-090"' in page.read_text("utf-8")]
    opened(reader, page.parent.relative_to(plain.site).as_posix() + "/")
    assert reader.all(".along a") and reader.one("#c0003 [data-copy]").is_displayed() and reader.complaints() == []


@pytest.mark.only("chromium", because="what is looked at is the page's own, and the same in every engine")
@pytest.mark.parametrize("path", ["en/2026-005/", "ar/2026-005/"])
def test_axe_finds_nothing(reader, path):
    opened(reader, path)
    assert axe(reader) == []
