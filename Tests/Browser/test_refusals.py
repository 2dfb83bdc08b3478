"""What a host sends that is no page of this forum, or not as the office writes it: refused, and the reader stays where they are."""

import json
import struct

import pytest

from forge.notation import hkdf, info, padded
from forge.objects import Key, Sealer, deflate
from host import Host
from reader import Reader
from sealedformat.notation import page_bytes

PATH = "en/2026-005/"
DAMAGED = "damaged"
OFFLINE = "could not be loaded"

TEXT = b"Forged\n<main id=main><h1>Forged</h1><a class=back-home href=../../en/>x</a></main><button data-sign-out>x</button>"


def pack(method, body, length=None, filler=b"\0", more=0):
    packed = bytes([method]) + struct.pack(">I", len(body) if length is None else length) + body
    return packed + filler * (padded(len(packed)) - len(packed) + more)


# The body is padded by at least one byte in each.
PACKED = {
    "a padding that is not zeros": pack(1, deflate(TEXT), filler=b"x"),
    "too much padding": pack(1, deflate(TEXT), more=1),
    "no padding": pack(1, deflate(TEXT)).rstrip(b"\0"),
    "a length past the end": pack(0, TEXT, length=9999),
    "an unknown method": pack(2, deflate(TEXT)),
    "something after the text": pack(1, deflate(TEXT) + b"more"),
    "a text cut short": pack(1, deflate(TEXT)[:-4]),
    "what is not UTF-8": pack(0, TEXT + b"\xff"),
    "no title": pack(0, TEXT.replace(b"\n", b" ")),
    "nothing": b"\0\0\0",
    "more than 64 MB": pack(1, deflate(TEXT + b" " * (64 << 20))),
}


@pytest.fixture(scope="module")
def shared_host(forum):
    made = Host(forum.site)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def shared_reader(browser, shared_host, forum):
    browser.fresh()
    return Reader(browser, shared_host.address, forum.passphrase)


@pytest.fixture
def host(shared_host):
    shared_host.answers.clear()
    return shared_host


@pytest.fixture
def reader(shared_reader, host):
    """Someone with the English home open. What is refused leaves them there, so that the next test need not unlock it again."""
    if shared_reader.driver.current_url != shared_reader.address + "en/" or not shared_reader.is_open():
        shared_reader.open("en/")
    return shared_reader


def refused(reader, path, words):
    """Following a link there is told, and the page with its keys stays."""
    reader.js("""self.__same = true;
        const link = Object.assign(document.createElement('a'), { href: arguments[0] });
        document.querySelector('main').append(link);
        link.click();
        link.remove()""", reader.address + path)
    said = reader.wait(lambda: reader.text(".gate-alert"), what="nothing is said")
    assert words in said
    assert reader.is_open() and reader.js("return self.__same") and reader.path == "en/"


def seal(forum, packed):
    """Packed bytes, sealed and signed as the office does it, whatever they hold."""
    keys = json.loads((forum.root / "office/keystore.json").read_text())
    master = Key(bytes.fromhex(keys["masters"][-1]["key"]), keys["epoch"])
    signer = hkdf(bytes.fromhex(keys["keyringSecret"]), info("signing key", keys["site"]), 32)
    return Sealer(keys["site"], signer).seal_packed("page", PATH, packed, master)


def test_the_same_way_of_sealing_opens(reader, host, forum):
    for packed in (pack(0, TEXT), pack(1, deflate(TEXT)), pack(1, deflate(TEXT + b" " * ((64 << 20) - len(TEXT))))):
        host.reseal(PATH, seal(forum, packed))
        with reader.in_place():
            reader.js("""const link = Object.assign(document.createElement('a'), { href: arguments[0] });
                document.querySelector('main').append(link); link.click()""", reader.address + PATH)
        assert reader.text("h1") == "Forged"
        # As a script does it: that the page is none of those that were published is said above it, in its own time, and moves it.
        with reader.in_place():
            reader.js("document.querySelector('.back-home').click()")


@pytest.mark.thin
@pytest.mark.parametrize("kind", PACKED)
def test_what_the_office_does_not_write_is_refused(reader, host, forum, kind):
    host.reseal(PATH, seal(forum, PACKED[kind]))
    refused(reader, PATH, DAMAGED)


@pytest.mark.thin
@pytest.mark.parametrize("at, value, words", [
    (0, 0, DAMAGED), (3, 2, DAMAGED), (4, 2, DAMAGED), (5, 1, DAMAGED), (6, 0, DAMAGED), (6, 3, DAMAGED), (6, 5, DAMAGED),
    (7, 1, DAMAGED),
    (11, 9, "does not open this page"), (12, 128, DAMAGED), (15, 1, DAMAGED),
    (20, None, DAMAGED), (60, None, DAMAGED), (120, None, DAMAGED), (-1, None, DAMAGED)])
def test_a_changed_byte_is_noticed(reader, host, at, value, words):
    text = host.page(PATH).partition(b'<template id="sealed">')[2].partition(b"<")[0]
    sealed = bytearray(page_bytes(text))
    sealed[at] = sealed[at] ^ 1 if value is None else value
    host.reseal(PATH, sealed)
    refused(reader, PATH, words)


@pytest.mark.parametrize("status, body, words", [
    (404, b"<h1>Not here</h1>", DAMAGED), (503, b"<h1>Later</h1>", OFFLINE), (200, b"<h1>Please pay for the network</h1>", DAMAGED),
    (200, b"", DAMAGED)])
def test_another_answer_leaves_the_reader_where_they_are(reader, host, status, body, words):
    host.answers["/" + PATH] = (status, body)
    refused(reader, PATH, words)
    host.answers.clear()
    reader.follow("main a[href*='2026-005']")
    assert reader.path == PATH


def test_the_page_of_another_address_is_refused(reader, host):
    host.answers["/" + PATH] = (200, host.page("en/2026-001/"))
    refused(reader, PATH, DAMAGED)


def test_back_to_a_page_that_does_not_come(reader, host):
    """Address and window agree, nothing of the other page stays, and no passphrase is asked for."""
    reader.follow("main a[href*='2026-005']")
    title = reader.text("h1")
    host.answers["/en/"] = (503, b"later")
    reader.js("self.__same = true")
    reader.driver.back()
    reader.wait(lambda: OFFLINE in (reader.text(".gate-alert") or ""))
    assert reader.path == "en/" and not reader.all("article") and title not in reader.html
    reader.driver.forward()
    reader.wait(reader.is_open)
    assert reader.path == PATH and reader.text("h1") == title
    reader.driver.back()
    retry = reader.one("#gate button")
    host.answers.clear()
    with reader.in_place():
        retry.click()
    assert reader.path == "en/" and reader.text("h1") == "Forum on Technical Assistance"
    assert reader.js("return self.__same")


def test_back_while_a_page_is_loading(reader, host):
    """The page that was asked for before does not come after all."""
    reader.follow("main a[href*='2026-005']")
    reader.js("""const real = self.fetch, decode = TextDecoder.prototype.decode;
        TextDecoder.prototype.decode = function (...given) { self.__opened = true; return decode.apply(this, given); };
        self.fetch = async (...given) => {
          const answer = await real(given[0]);
          self.__asked = true;
          await new Promise(resolve => { self.__answer = resolve; });
          return answer;
        }""")
    reader.driver.back()
    reader.wait(lambda: reader.js("return self.__asked"))
    reader.driver.forward()
    reader.wait(lambda: reader.path == PATH)
    reader.js("self.__answer()")
    reader.wait(lambda: reader.js("return self.__opened"), what="the page was not opened")
    assert reader.path == PATH and len(reader.all("article.contribution")) == 9


def test_an_address_that_is_none_is_no_fault(reader):
    reader.js("""self.__faults = []; addEventListener('error', event => self.__faults.push(event.message));
        const link = document.createElement('a'); link.setAttribute('href', 'http://[');
        document.querySelector('main').append(link); link.click()""")
    assert reader.js("return self.__faults") == [] and reader.is_open()
