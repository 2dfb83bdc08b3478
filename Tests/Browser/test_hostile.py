"""Contributions that carry script. What the checks refuse does not reach the site; what they let through does no harm."""

import pytest

from forum import Server
from hostile import HTML, LINKS, PAYLOADS, PICTURES, TEXT, VALUE, HostileForum
from reader import Reader

ELEMENTS = set("""a article b bdi blockquote br button code dd del div dl dt em footer h1 h2 h3 h4 h5 h6 header hr img input li main nav ol
    p pre section span strong sup table tbody td th thead time tr ul i""".upper().split())
# What the page puts around texts, and never into one.
AROUND = set("details form path summary svg".upper().split())
THERE = set("""aria-hidden aria-pressed autocomplete d data-copy data-discussion data-entries data-find data-original data-print data-quote data-reading data-script
    data-style data-view data-waiting data-words fill height maxlength name open scope stroke stroke-width viewBox width""".split())
ATTRIBUTES = set("""alt aria-current aria-label checked class data-file data-sign-out data-spans data-state data-while-open datetime dir disabled href
    hreflang id lang rel role src start tabindex title type aria-describedby hidden data-footnote-ref data-footnote-backref""".split())


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """Such a forum, built and served."""
    forum = HostileForum(tmp_path_factory.mktemp("hostile"))
    forum.passphrase = forum.issue("--member", "XA")
    forum.build()
    server = Server(forum)
    forum.address = server.address
    yield forum
    server.stop()


@pytest.fixture(scope="module")
def reader(browser, hostile):
    """Someone who has opened it, and goes from page to page."""
    browser.fresh()
    return Reader(browser, hostile.address, hostile.passphrase)


def harm(reader):
    """What of the page is not as a page of text should be: nothing, when all is well."""
    return reader.js("""
        const [elements, attributes, around, there] = Array.from(arguments, one => new Set(one)), told = [];
        for (const found of document.body.querySelectorAll('*')) {
          const known = elements.has(found.tagName) || around.has(found.tagName.toUpperCase()) && !found.closest('.text');
          if (!known) told.push('element ' + found.outerHTML.slice(0, 120));
          for (const { name } of found.attributes) if (!attributes.has(name) && (!there.has(name) || found.closest('.text'))) told.push('attribute ' + name + ' of ' + found.tagName);
        }
        // A picture's file is opened by the script, which shows it from memory.
        for (const picture of document.images) {
          if (!/^(blob:.*)?$/.test(picture.src) || !picture.dataset.file) told.push('picture ' + picture.outerHTML);
        }
        for (const link of document.body.querySelectorAll('a[href]')) {
          const own = link.origin === location.origin;
          if (!['http:', 'https:', 'mailto:', 'tel:'].includes(link.protocol)) told.push('address ' + link.href);
          if (link.protocol.startsWith('http') && !own && link.rel !== 'noopener noreferrer') told.push('marks of ' + link.outerHTML);
          // A backslash that was written stands encoded, and so leads to no other host.
          const place = /^[/]([a-z]{2}[/]([a-z0-9-]+[/])*|files[/]([0-9-]+[/])?[a-z0-9]+[.]bin|%5Chostile.example[/])$/;
          if (own && !place.test(link.pathname)) told.push('place ' + link.href);
        }
        for (const id of ['passphrase', 'sealed', 'gate', 'passphrase-hint']) if (document.getElementById(id)) told.push('id ' + id);
        if (self.__hacked !== undefined) told.push('hacked');
        return told.concat(self.__violations.map(one => 'forbidden ' + one))""", sorted(ELEMENTS), sorted(ATTRIBUTES), sorted(AROUND), sorted(THERE))


def opened(reader, path="en/2026-666/"):
    """The reader, with a page open."""
    if not reader.is_open():
        reader.open(path)
    elif reader.path != path:
        reader.js("""document.querySelector('main').append(
            Object.assign(document.createElement('a'), { href: arguments[0], id: 'by-hand', textContent: 'x' }))""", reader.address + path)
        reader.follow("#by-hand")
    return reader


def test_addresses_that_carry_script_are_refused(hostile):
    """A writer hears of it. In angle brackets alone most of them are no links, and some are only odd ways to write outside ones."""
    kept = [payload for payload in LINKS if payload in hostile.kept and not payload.startswith("<")]
    assert [payload for payload in kept if "script:" in payload or "vbscript" in payload] == []
    assert len(hostile.refused) > 150


def test_html_is_no_fault_and_does_nothing(hostile):
    assert [payload for payload in HTML + TEXT if payload in hostile.refused] == []


def test_pictures_from_elsewhere_are_refused(hostile):
    assert [payload for payload in PICTURES if payload in hostile.kept] == []


def test_the_discussion_is_only_text(reader):
    opened(reader)
    assert harm(reader) == []
    assert reader.complaints() == []


def test_each_contribution_is_in_its_place(reader, hostile):
    """Nothing that one of them holds takes another one away, or gets out of its own box."""
    opened(reader)
    numbers = [int(name[-10:-6]) for name, payload in hostile.names.items() if payload in hostile.kept]
    found = reader.js("return [...document.querySelectorAll('ol.thread > li > article')].map(one => [one.id, one.textContent])")
    assert [one for one, _ in found] == [f"c{number:04}" for number in numbers]
    assert [one for one, text in found if "Before." not in text] == []
    assert reader.js("""return [...document.querySelectorAll('article .text [id]')].filter(one =>
        !one.id.startsWith(one.closest('article').id)).map(one => one.id)""") == []
    assert len(reader.all("h1")) == 1 and len(reader.all("main")) == 1


def test_front_matter_is_shown_as_it_is_written(reader, hostile):
    opened(reader)
    plain = VALUE.replace('\\"', '"')
    assert reader.js("return document.querySelector('h1').textContent") == plain
    assert reader.driver.title.startswith(plain[:40])
    assert reader.js("return [...document.querySelectorAll('.guiding li')].map(one => one.firstChild.data.trimEnd())") == [plain, "{{html}}"]
    names = reader.js("return [...document.querySelectorAll('article h3 bdi')].map(one => one.textContent)")
    assert set(names) == {plain} and len(names) == len(hostile.kept)
    # Of what is not in view an engine need not lay out the text.
    text = reader.js("return document.querySelector(\"article[id$='0044'] .text\").textContent")
    assert "{{t.frame.signOut}} {{{html}}} {{> body}}" in text


def test_pages_that_quote_it_are_only_text(reader):
    """Home, room, category, member, archive and the entry."""
    opened(reader)
    links = reader.js("return [...document.querySelectorAll('.crumbs a, .facts a, article .member a')].map(one => one.href)")
    paths = list(dict.fromkeys(link[len(reader.address):] for link in links))
    opened(reader, "en/")
    paths += [link.get_attribute("href")[len(reader.address):] for link in reader.all("main .side a, main .more a")]
    told = {}
    for path in dict.fromkeys(["en/", "fr/", "ar/", *paths]):
        if "#" not in path and harm(opened(reader, path)):
            told[path] = harm(reader)
    assert told == {}
    assert len(paths) > 8
    assert reader.complaints() == []
