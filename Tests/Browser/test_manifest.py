"""Whether the site shown is the one that was published: said in plain words, once, and never in the way."""


import pytest

from forge.objects import Sealer
from forged import OWN, ForgedSite, body, opened, png
from reader import Reader

FILE = "files/aaaaaaaaaaaaaaaa.bin"
PICTURE = "files/pppppppppppppppp.bin"
OLDER = "older than what this browser has already seen"
OTHER = "not the version that the forum has published"
GONE = "no longer part of the forum"
EARLIER = ("Home\n" + body("Home")).encode()
UNKNOWN = "cannot be checked at the moment"
# Waits until all that was asked of the host was answered and looked at; counts what was asked of the manifest.
WATCH = """
self.__asked = [];
self.__open = 0;
const ask = self.fetch;
self.fetch = async (...given) => {
  self.__open++;
  self.__asked.push(String(given[0]));
  try { return await ask(...given); } finally { setTimeout(() => { self.__open--; }); }
};"""


def whole(tag, lines):
    return f"{tag}\n={len(lines)}\n"


@pytest.fixture
def site(forum, tmp_path):
    made = ForgedSite(forum.site, tmp_path)
    made.page("en/", "Home", '<a class="next" href="2026-001/">Next</a> <a class="third" href="2026-002/">Third</a>',
              f'<a class="file" data-file href="../{FILE}">Plan</a> <a class="ours" href="2026-014/">Ours</a>')
    made.page("en/2026-001/", "Next", '<a class="home" href="../">Home</a>')
    made.page("en/2026-002/", "Third", '<a class="next" href="../2026-001/">Next</a>')
    made.page(OWN, "Ours", key=made.guests(), part=whole)
    made.file(FILE, "plan.pdf", "application/pdf", b"plan")
    made.member = made.issue("member")
    made.close()
    return made


@pytest.fixture
def host(site):
    with site.served() as host:
        yield host


def entered(tab, host, site, path="en/"):
    reader = Reader(tab, host.address, site.member)
    reader.get(path)
    reader.js(WATCH)
    reader.submit(site.member)
    reader.wait(reader.is_open)
    return reader


def said(reader, words):
    reader.wait(lambda: words in (reader.text(".gate-notice") or ""), what="not said: " + words)


def said_nothing(reader):
    """After whatever is asked of the manifest has been answered."""
    reader.wait(lambda: reader.js("return self.__asked.some(address => /manifest/.test(address)) && !self.__open"))
    reader.js_async("setTimeout(arguments[0], 50)")
    reader.wait(lambda: reader.js("return !self.__open"))
    assert not reader.text(".gate-notice")


def heads(reader):
    return sum("head.bin" in address for address in reader.js("return self.__asked"))


def kept(reader):
    return reader.js("return Object.entries({ ...localStorage })")


def test_a_fresh_site_is_shown_without_a_word(tab, host, site):
    reader = entered(tab, host, site)
    said_nothing(reader)
    assert kept(reader) == [[f"rostrum.{site.id}.counter", str(site.counter)]]
    reader.follow(".ours")
    said_nothing(reader)
    reader.driver.back()
    reader.wait(lambda: reader.text("h1") == "Home")
    reader.follow(".next")
    said_nothing(reader)
    assert heads(reader) == 1, "the head is asked for once"


def test_many_shards_are_asked_for_as_needed(tab, host, site):
    site.write_manifest(most=1)
    reader = entered(tab, host, site)
    said_nothing(reader)
    reader.follow(".next")
    said_nothing(reader)
    asked = [address for address in reader.js("return self.__asked") if f"manifest/{site.counter}/" in address]
    assert len(asked) == 2 and all(address.endswith(".bin") for address in asked)


def test_an_older_site_is_told_once(tab, host, site):
    files = site.manifest()
    site.write_manifest()
    reader = entered(tab, host, site)
    said_nothing(reader)
    for path, content in files.items():
        host.answers["/" + path] = (200, content)
    reader = entered(tab, host, site)
    said(reader, OLDER)
    assert len(reader.all(".gate-notice p")) == 1 and reader.one(".gate-notice").aria_role == "status"
    reader.follow(".next")
    said_nothing(reader)
    assert kept(reader) == [[f"rostrum.{site.id}.counter", str(site.counter)]]


def test_a_swapped_page_is_told(tab, host, site):
    tag = site.tags["page", "en/2026-001/"]
    site.page("en/2026-001/", "Earlier", '<a class="home" href="../">Home</a>')
    site.tags["page", "en/2026-001/"] = tag
    reader = entered(tab, host, site)
    said_nothing(reader)
    reader.follow(".next")
    said(reader, "This page is " + OTHER)
    assert reader.text("h1") == "Earlier"
    assert heads(reader) == 2, "the head was not asked for again"
    reader.follow(".home")
    said_nothing(reader)


def test_a_page_that_is_newer_than_the_manifest_in_hand_fits_the_next(tab, host, site):
    reader = entered(tab, host, site)
    said_nothing(reader)
    site.page("en/2026-001/", "Newer")
    site.write_manifest()
    reader.follow(".next")
    said_nothing(reader)
    assert reader.text("h1") == "Newer" and heads(reader) == 2


def test_a_page_that_the_browser_had_kept_is_brought_anew(tab, host, site):
    """A browser loads the first page as it likes: an older copy in its cache is no reason for alarm."""
    site.page("en/", "Home, a little later", '<a class="next" href="2026-001/">Next</a>')
    site.write_manifest()
    reader = Reader(tab, host.address, site.member)
    host.answers["/en/"] = (200, site.shell("en/", site.sealer.seal("page", "en/", EARLIER, site.master())))
    reader.get("en/")
    host.answers.clear()
    reader.submit(site.member)
    reader.wait(lambda: reader.text("h1") == "Home, a little later")
    reader.js(WATCH)
    reader.follow(".next")
    reader.wait(lambda: reader.js("return !self.__open"))
    assert reader.text("h1") == "Next" and not reader.text(".gate-notice")


def test_a_page_that_left_the_forum_is_told(tab, host, site):
    del site.tags["page", "en/2026-001/"]
    site.write_manifest()
    reader = entered(tab, host, site)
    reader.follow(".next")
    said(reader, "This page is " + GONE)


def test_a_part_that_is_missing_or_swapped_is_told(tab, host, site):
    whole = (site.folder / OWN / "index.html").read_bytes()
    host.answers["/" + OWN] = (200, whole.replace(b'<template id="members">', b'<template id="other">'))
    reader = entered(tab, host, site)
    reader.follow(".ours")
    said(reader, "This page is " + OTHER)


def test_a_guest_needs_no_part(tab, host, site):
    words = site.issue("guest", site.guests())
    site.close()
    reader = Reader(tab, host.address, words)
    reader.get(OWN)
    reader.js(WATCH)
    reader.submit(words)
    reader.wait(reader.is_open)
    said_nothing(reader)


def test_a_swapped_file_is_told(tab, host, site):
    reader = entered(tab, host, site)
    said_nothing(reader)
    host.answers["/" + FILE] = (200, site.sealer.seal("file", FILE, b"plan.pdf\napplication/pdf\nearlier", site.master()))
    reader.js("self.HTMLAnchorElement.prototype.click = () => {}")
    reader.js("arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", reader.one(".file"))
    said(reader, "Plan: This file is " + OTHER)


def test_a_swapped_picture_is_told(tab, host, site):
    site.file(PICTURE, "a.png", "image/png", png())
    site.page("en/2026-001/", "Next", f'<img alt="A chart" id="chart" data-file="../../{PICTURE}">')
    site.write_manifest()
    site.write(PICTURE, site.sealer.seal("file", PICTURE, b"a.png\nimage/png\n" + png(9), site.master()))
    reader = entered(tab, host, site)
    reader.follow(".next")
    said(reader, "A chart: This file is " + OTHER)
    assert reader.js("return document.querySelector('#chart').naturalWidth") == 9


def test_a_file_that_left_the_forum_is_told(tab, host, site):
    del site.tags["file", FILE]
    site.write_manifest()
    reader = entered(tab, host, site)
    reader.js("self.HTMLAnchorElement.prototype.click = () => {}")
    reader.js("arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", reader.one(".file"))
    said(reader, "Plan: This file is " + GONE)


def damaged(site, kind):
    """The manifest's files with one fault."""
    files = site.manifest(most=2)
    head = bytearray(files["manifest/head.bin"])
    other = Sealer(site.id, b"x" * 32)

    def of_shards(change):
        for path in files:
            if path != "manifest/head.bin":
                files[path] = change(files[path])

    def of_head(**changes):
        for at, value in changes.items():
            head[int(at[2:])] = value
        files["manifest/head.bin"] = bytes(head)

    levels = head[12]
    {
        "no head": lambda: files.__setitem__("manifest/head.bin", None),
        "a head cut short": lambda: files.__setitem__("manifest/head.bin", bytes(head[:-1])),
        "a head with more": lambda: files.__setitem__("manifest/head.bin", bytes(head) + b"\0"),
        "another version": lambda: of_head(at3=2),
        "a changed counter": lambda: of_head(at11=9),
        "a changed root": lambda: of_head(at20=head[20] ^ 1),
        "a changed signature": lambda: of_head(at60=head[60] ^ 1),
        "signed by another": lambda: files.update(site.manifest(other)),
        "no shards": lambda: of_shards(lambda shard: None),
        "shards with other entries": lambda: of_shards(lambda shard: shard[:-1] + bytes([shard[-1] ^ 1]) if len(shard) > 32 * levels else shard),
        "shards with an entry less": lambda: of_shards(lambda shard: shard[:-24] if len(shard) > 32 * levels else shard),
        "shards with half an entry": lambda: of_shards(lambda shard: shard + bytes(12)),
        "another proof": lambda: of_shards(lambda shard: bytes([shard[0] ^ 1]) + shard[1:]),
        "no proof": lambda: of_shards(lambda shard: shard[32 * levels:]),
    }[kind]()
    return files


@pytest.mark.only("chromium", because="the same bytes are read by the same lines in every engine")
@pytest.mark.parametrize("kind", [
    "no head", "a head cut short", "a head with more", "another version", "a changed counter", "a changed root", "a changed signature",
    "signed by another", "no shards", "shards with other entries", "shards with an entry less", "shards with half an entry",
    "another proof", "no proof"])
def test_a_damaged_manifest_is_told_once(tab, host, site, kind):
    for path, content in damaged(site, kind).items():
        host.answers["/" + path] = (404, b"none") if content is None else (200, content)
    reader = entered(tab, host, site)
    said(reader, UNKNOWN)
    assert reader.text("h1") == "Home" and len(reader.all(".gate-notice p")) == 1
    reader.follow(".next")
    said_nothing(reader)


def test_a_page_does_not_wait_for_the_manifest(tab, host, site):
    reader = Reader(tab, host.address, site.member)
    reader.get("en/")
    reader.js("""const ask = self.fetch; self.fetch = (...given) =>
        /manifest/.test(given[0]) ? new Promise(() => { self.__waits = true; }) : ask(...given);""")
    reader.submit(site.member)
    reader.wait(reader.is_open)
    reader.wait(lambda: reader.js("return self.__waits"))
    reader.follow(".next")
    assert reader.text("h1") == "Next"


def test_what_is_wrong_with_a_page_is_not_said_of_the_next(tab, host, site):
    """The reader has gone on before the manifest came."""
    del site.tags["page", "en/2026-002/"]
    site.write_manifest()
    reader = entered(tab, host, site)
    said_nothing(reader)
    reader.js("""const ask = self.__fetch = self.fetch; self.fetch = async (...given) => {
        if (/manifest/.test(given[0])) await new Promise(resolve => { self.__letGo = resolve; });
        return ask(...given);
      }""")
    reader.follow(".third")
    reader.wait(lambda: reader.js("return !!self.__letGo"))
    reader.follow(".next")
    reader.js("self.__letGo(); self.fetch = self.__fetch")
    reader.js_async("setTimeout(arguments[0], 200)")
    assert not reader.text(".gate-notice")


def test_the_head_is_asked_for_again_after_some_minutes(tab, host, site):
    reader = entered(tab, host, site)
    said_nothing(reader)
    reader.js("const later = self.Date.now() + 11 * 60e3; self.Date.now = () => later")
    reader.follow(".next")
    reader.wait(lambda: heads(reader) == 2)


def test_an_unsigned_site_has_no_manifest_to_ask_for(forum, tab, tmp_path):
    site = ForgedSite(forum.site, tmp_path, signed=False)
    site.page("en/", "Home", '<a class="next" href="2026-001/">Next</a>')
    site.page("en/2026-001/", "Next")
    words = site.issue("member")
    site.close()
    with site.served() as host:
        reader = opened(tab, host, words, "en/")
        reader.js(WATCH)
        reader.follow(".next")
        reader.js_async("setTimeout(() => setTimeout(arguments[0]))")
        assert not any("manifest" in address for address in reader.js("return self.__asked")) and kept(reader) == []


@pytest.mark.only("chromium", because="the words are the same in every engine")
@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_it_is_said_in_the_readers_language(tab, host, site, language):
    site.page(language + "/", "Home")
    host.reseal(language + "/", site.sealer.seal("page", language + "/", b"x\n<main id=main><h1>x</h1></main>"
                                               b"<button data-sign-out>x</button>", site.master()))
    site.write_manifest()
    reader = entered(tab, host, site, language + "/")
    reader.wait(lambda: reader.text(".gate-notice"))
    assert not any(ord("a") <= ord(letter) <= ord("z") for letter in reader.text(".gate-notice")) or language in ("es", "fr")
    assert OTHER not in reader.text(".gate-notice")
