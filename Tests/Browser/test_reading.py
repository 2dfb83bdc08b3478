"""Links, anchors, Back and Forward once a page is unlocked."""

import pytest

from reader import Reader


def test_a_discussion_is_reached_by_links(home):
    home.js("self.__same = 41")
    home.follow("main a[href*='2026-005']")
    assert home.path.startswith("en/2026-005/")
    assert home.text("h1") in home.driver.title
    assert home.text("h1") != "Forum on Technical Assistance"
    assert len(home.all("article.contribution")) == 9
    assert home.js("return self.__same") == 42, "the window is another one"
    assert home.complaints() == []


def test_a_page_opened_by_a_link_starts_at_its_title(home):
    home.js("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    home.follow(home.all("footer a[href]")[0])
    assert home.focused().startswith("H1#")
    assert home.js("return scrollY") == 0


def test_back_and_forward(home):
    title = home.text("h1")
    home.follow("main a[href*='2026-005']")
    second = home.text("h1")
    home.follow(".crumbs a[href]")
    with home.in_place():
        home.driver.back()
    assert home.path.startswith("en/2026-005/") and home.text("h1") == second
    with home.in_place():
        home.driver.back()
    assert home.path == "en/" and home.text("h1") == title
    with home.in_place():
        home.driver.forward()
    assert home.path.startswith("en/2026-005/") and home.text("h1") == second
    assert second in home.driver.title


def test_back_returns_to_where_the_reader_was(home):
    home.follow("main a[href*='2026-005']")
    home.js("scrollTo({ top: 700, behavior: 'instant' })")
    home.wait(lambda: home.js("return scrollY") == 700)
    # The last contribution's link to the member: far from the top, and clicked as a script would, without scrolling.
    with home.in_place():
        home.js("document.querySelector('.crumbs a[href]').click()")
    assert home.js("return scrollY") == 0
    with home.in_place():
        home.driver.back()
    home.wait(lambda: abs(home.js("return scrollY") - 700) < 2)


def test_a_deep_link_opens_at_its_anchor(reader):
    reader.open("en/2026-005/#c0003")
    target = reader.one("#c0003")
    reader.wait(lambda: reader.in_view(target), what="the contribution is not in view")
    assert reader.js("return document.querySelector(':target').id") == "c0003"
    assert reader.js("return scrollY") > 0
    assert reader.focused() == "ARTICLE#c0003"
    assert reader.path == "en/2026-005/#c0003"


def test_a_link_to_a_heading_of_another_contribution(reader):
    reader.open("en/2026-005/")
    link = reader.one("#c0005 .text a[href*='how-we-check']")
    anchor = link.get_attribute("href").partition("#")[2]
    reader.click(link)
    target = reader.wait(lambda: reader.js("return document.querySelector(':target')"))
    assert target.tag_name.startswith("h") and "how we check" in target.text.lower()
    assert target.get_attribute("id") == anchor
    reader.wait(lambda: reader.in_view(target))
    assert reader.js("return arguments[0].closest('article').id", target) == "c0002"


def test_a_link_to_a_heading_on_another_page(reader):
    reader.open("en/")
    menu = next(link for link in reader.all("header a, footer a") if "terms" in link.text.lower())
    reader.follow(menu)
    link = reader.one("main .text a[href*='#']:not([href^='#'])")
    reader.follow(link)
    target = reader.js("return document.querySelector(':target')")
    assert target and target.tag_name in ("h2", "h3", "h4")
    reader.wait(lambda: reader.in_view(target))


@pytest.mark.parametrize("path", ["en/2026-005/", "es/2026-001/"])
def test_footnotes_lead_there_and_back(reader, path):
    reader.open(path)
    reference = reader.one("main .text sup a[href^='#']")
    note = reader.one("main li[id='" + reader.js("return decodeURIComponent(arguments[0].hash.slice(1))", reference) + "']")
    reader.click(reference)
    reader.wait(lambda: reader.js("return document.querySelector(':target')") == note, what="the footnote is not the target")
    reader.wait(lambda: reader.in_view(note))
    assert reader.js("return arguments[0].closest('article') === arguments[1].closest('article')", note, reference)
    back = reader.js("return arguments[0].querySelector('a[href^=\"#\"]:last-of-type')", note)
    reader.click(back)
    reader.wait(lambda: reader.in_view(reference) and reader.path.endswith(back.get_attribute("hash")))


def test_skip_link_leads_to_the_text(home):
    home.js("document.querySelector('a.skip').click()")
    home.wait(lambda: home.path == "en/#main")
    assert home.text("h1") == "Forum on Technical Assistance"


def test_a_link_to_nothing_is_told_and_the_page_stays(home):
    title = home.text("h1")
    home.js("""const link = Object.assign(document.createElement('a'), { href: 'gone/' });
        document.querySelector('main').append(link); link.click()""")
    assert home.wait(lambda: home.text(".gate-alert"))
    assert home.text("h1") == title and home.path == "en/"


def test_what_is_no_page_of_the_forum_is_left_to_the_browser(home):
    home.js("""const link = Object.assign(document.createElement('a'), { href: '../404.html' });
        document.querySelector('main').append(link); link.click()""")
    home.wait(lambda: (home.text("h1") or "").startswith("404"))
    assert len(home.all("main a[hreflang]")) == 6


def test_no_connection_is_said_and_the_page_stays(tab, host, forum):
    reader = Reader(tab, host.address, forum.passphrase)
    reader.open("en/")
    title = reader.text("h1")
    host.answers["/en/2026-005/"] = None
    reader.click("main a[href*='2026-005']")
    assert "could not be loaded" in reader.alert()
    assert reader.text("h1") == title and reader.path == "en/"
    host.answers.clear()
    reader.follow("main a[href*='2026-005']")


def test_text_is_found_in_the_page_and_can_be_selected(home):
    home.follow("main a[href*='2026-005']")
    words = home.js("""const found = document.querySelector('#c0003 .text p');
        const box = document.createRange();
        box.selectNodeContents(found);
        getSelection().removeAllRanges();
        getSelection().addRange(box);
        return [found.innerText, String(getSelection())]""")
    assert words[0] and words[1].strip() == words[0].strip()
    home.js("getSelection().removeAllRanges(); scrollTo({ top: 0, behavior: 'instant' })")
    assert home.js("return find(arguments[0])", words[0][:30]) is True, "the browser does not find it"
    assert home.js("return getSelection().anchorNode.parentElement.closest('article').id") == "c0003"
