"""The vectors of the sealed format, opened by the script that is shipped: what a reader gets to see of each."""

import os
import random

import pytest

from reader import Reader
from vectors import GUESTS_PAGE, OURS, VECTORS, serve, words

# Writes down what is shown, and the hash of what is saved in the place of saving it. Counts what is asked of the host.
WATCH = """
self.__shown = [];
const html = TrustedTypePolicy.prototype.createHTML;
TrustedTypePolicy.prototype.createHTML = function (text) { self.__shown.push(text); return html.call(this, text); };
const hash = async parts => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
};
self.__hash = text => hash([text]);
const kept = new Map(), make = URL.createObjectURL;
URL.createObjectURL = blob => { const address = make(blob); kept.set(address, blob); return address; };
HTMLAnchorElement.prototype.click = async function () {
  const blob = kept.get(this.href);
  self.__saved = await hash([this.download + '\\n' + blob.type + '\\n', blob]);
};
self.__asked = 0;
const ask = self.fetch;
self.fetch = async (...given) => {
  self.__asked++;
  try { return await ask(...given); } finally { setTimeout(() => self.__asked--); }
};
"""
WORDS = words()
# Files of an index are asked for by the page of the search alone, whose tests open them; the other readers take these vectors.
VECTORS = {name: one for name, one in VECTORS.items() if one.kind != "search"}
# For the engines in which all of them take more than a minute.
SAMPLE = list(VECTORS) if os.environ.get("ROSTRUM_TEST_LONG") else random.Random(1).sample(list(VECTORS), 30)
# The words that a reader may find, and where they stand.
SAID = {
    "typo": (".gate-alert", ["typo", "length"]), "wrong passphrase": (".gate-alert", ["wrong"]),
    "keyring refused": (".gate-alert", ["keyring"]), "object refused": (".gate-alert", ["failed", "fileFailed"]),
    "no key": (".gate-alert", ["foreign", "guest"]), "manifest refused": (".gate-notice", ["unfresh"]),
    "older manifest": (".gate-notice", ["older"]), "other than the manifest's": (".gate-notice", ["other"]),
    "not in the manifest": (".gate-notice", ["gone"]),
}


def shown(reader):
    return reader.js("return self.__shown")


def hash_of_page(reader):
    """A page that does not fit the manifest is fetched once more, and then shown a second time: the same text, at whatever moment."""
    assert len(set(shown(reader))) == 1
    return reader.js_async("self.__hash(document.title + '\\n' + self.__shown[0]).then(arguments[0])")


def said(reader, outcome):
    """What stands where it should, once it does."""
    place, keys = SAID[outcome]
    found = reader.wait(lambda: (reader.text(place) or "").strip(), what=f"nothing is said in {place}")
    assert any(WORDS[key] in found for key in keys), found


def is_brought_home(reader):
    return reader.path == GUESTS_PAGE and shown(reader) == [OURS.partition(b"\n")[2].decode()]


@pytest.mark.thin
@pytest.mark.only("chromium", because="the others have tests of their own")
@pytest.mark.parametrize("name", VECTORS)
def test_vector(name, tab, host):
    is_as_expected(VECTORS[name], tab, host)


@pytest.mark.only("firefox", "webkit", because="Chromium has more of them in each run")
@pytest.mark.parametrize("name", SAMPLE)
def test_vector_elsewhere(name, tab, host):
    """What is asked of the engine, ciphers and signatures and the unpacking of texts, is each engine's own."""
    is_as_expected(VECTORS[name], tab, host)


def is_as_expected(one, tab, host):
    reader = Reader(tab, host.address, one.passphrase, before=WATCH)
    reader.get(serve(host, one))
    reader.wait(lambda: reader.all("#passphrase") or reader.text(".gate-alert"))
    if one.seen:
        site = one.files["keyring/head.js"].decode().split()[2]
        reader.js("localStorage.setItem(arguments[0], arguments[1])", f"rostrum.{site}.counter", str(one.seen))
    if reader.all("#passphrase"):
        reader.submit(one.passphrase)
    if one.kind == "file":
        reader.click("a[data-file]")
        if one.sha256:
            assert reader.wait(lambda: reader.js("return self.__saved"), what="nothing is saved") == one.sha256
        else:
            said(reader, one.expect)
            assert not reader.js("return self.__saved")
        return
    if one.sha256:
        reader.wait(lambda: shown(reader) or reader.text(".gate-alert"), what="nothing is shown")
        assert hash_of_page(reader) == one.sha256
        if one.expect != "opens":
            said(reader, one.expect)
        elif "manifest/head.bin" in one.files:
            reader.wait(lambda: reader.js("return self.__asked === 0 && performance.getEntriesByType('resource').some("
                                          "one => /manifest.\\d+/.test(one.name))"), what="the manifest is not read")
            assert not reader.text(".gate-notice")
        return
    if one.expect == "no key":
        reader.wait(lambda: reader.text(".gate-alert") or is_brought_home(reader), what="neither refused nor brought home")
        if is_brought_home(reader):
            return
    said(reader, one.expect)
    assert not shown(reader)
