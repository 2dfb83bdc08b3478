"""Mutated inputs for the gate's reading functions, in bulk: nothing opens whose bytes are others, and nothing takes long.

The parts of the script are those that are shipped, joined as the theme joins them, with a beginning and an end that only this test has.
"""

import os
from base64 import b64encode

from forge.notation import new_passphrase, page_text
from forge.objects import deflate, pack
from forge.office import Office
from forum import REPOSITORY
from reader import Reader

# A million take Chromium minutes, and WebKit hours.
INPUTS, ELSEWHERE = (1_000_000, 20_000) if os.environ.get("ROSTRUM_TEST_LONG") else (4_000, 1_000)
AT_ONCE = 1_000
PAGE, GUESTS_PAGE, LONG = "en/2026-001/", "en/2026-014/", "files/abcdefghij234567.bin"
TEXT = b"A title\n" + b"<p>A text of some length</p>\n" * 20


def script():
    parts = {name: (REPOSITORY / f"themes/wipo/scripts/gate/{name}.js").read_text("utf-8")
             for name in ("basics", "site", "bytes", "cipher", "keys", "keyring", "packing", "objects", "pages", "manifest")}
    own = {name: (REPOSITORY / f"Tests/Browser/{name}.js").read_text("utf-8") for name in ("fuzz_before", "fuzz")}
    joined = [parts.pop("basics"), parts.pop("site"), own["fuzz_before"], *parts.values(), own["fuzz"]]
    return ("'use strict';\n(() => {\n" + "\n".join(joined) + "})();\n").encode()


def text64(data):
    return b64encode(data).decode()


def inputs():
    """What is mutated."""
    office, typed = Office("fuzzed"), new_passphrase("fuzzed")
    entry = office.entry(typed, office.contents())
    digit = entry[:1].hex()[0]
    page = office.sealed("page", GUESTS_PAGE, pack(deflate(TEXT), 1), generation=1, discussion="2026-014")
    orders = "=2\n-1\n+2\nbetween\n\n=19\n+1\nlast\n"
    objects = [("page", PAGE, office.sealed("page", PAGE, pack(deflate(TEXT), 1))), ("page", GUESTS_PAGE, page),
               ("part", GUESTS_PAGE, office.sealed("part", GUESTS_PAGE, pack(TEXT))),
               ("file", LONG, office.sealed("file", LONG, pack(TEXT)))]
    # Short chunks: every mutated table is refused before they are looked at, or as they are.
    front, chunks = office.seal_chunks("file", LONG, [pack(TEXT), pack(TEXT)], office.key())
    entries = [office.manifest_entry(kind, path, data) for kind, path, data in objects]
    manifest = office.manifest(entries)
    return {
        "head": office.head().decode().split('"')[3], "digit": digit, "shard": office.shard([entry], digit).decode().split('"')[3],
        "secret": office.secret(typed).hex(), "front": text64(front), "chunks": text64(b"".join(chunks)), "table": text64(front[48:124]),
        "written": page_text(page).decode(), "long": LONG, "pageText": TEXT.decode(), "pageTag": text64(page[16:48]), "orders": orders,
        "slots": [text64(office.contents(epoch=2, previous=(1, 0))),
                  text64(office.contents(generation=2, discussion="2026-014", previous=(1, 1)))],
        "packed": [text64(pack(TEXT)), text64(pack(deflate(TEXT), 1))],
        "objects": [{"kind": kind, "path": path, "bytes": text64(data)} for kind, path, data in objects],
        "manifest": {path: text64(data) for path, data in manifest.items()},
    }


def test_mutated_inputs(tab, host):
    host.answers["/fuzz.html"] = 200, b"<!doctype html><title>Fuzz</title><script src=fuzz.js></script>"
    host.answers["/fuzz.js"] = 200, script()
    reader, given = Reader(tab, host.address, ""), inputs()
    reader.get("fuzz.html")
    for seed in range((INPUTS if tab.name == "chromium" else ELSEWHERE) // AT_ONCE):
        wrong = reader.js_async("const [given, seed, count, done] = arguments;"
                                "self.fuzz(given, seed, count).then(done, fault => done([String(fault && fault.stack)]))", given, seed, AT_ONCE)
        assert not wrong, f"seed {seed}"
    assert reader.complaints() == []
