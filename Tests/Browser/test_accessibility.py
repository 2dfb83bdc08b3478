"""Each kind of page under axe-core, in six languages, light and dark, narrow and wide."""

import os

import pytest

from axe import axe
from pictures import QUERIES, paths
from reader import Reader

pytestmark = pytest.mark.only("chromium", because="what axe looks at is the same for all")

LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
LONG = bool(os.environ.get("ROSTRUM_TEST_LONG"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(tab, address, forum, language):
    """All looks of all pages in a long run; otherwise every third kind of page in each language, each in one look, so that every kind and look has its turn."""
    reader = Reader(tab, address, forum.passphrase)
    turn, found, seen = LANGUAGES.index(language), {}, 0
    for number, (kind, path) in enumerate(paths(forum).items()):
        if not LONG and number % 3 != turn % 3 or not (forum.site / language / path / "index.html").exists():
            continue
        reader.get(f"{language}/{path}" + (f"#q={QUERIES.get(language, 'WIPO')}" if kind == "search" else ""))
        reader.submit(forum.passphrase)
        reader.wait(reader.is_open)
        for width, scheme in LOOKS if LONG else [LOOKS[(number + turn) % 4]]:
            tab.cdp("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
            tab.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            wide = reader.js("return document.documentElement.scrollWidth - innerWidth")
            faults = axe(reader) + ([["wider than the window", wide]] if wide > 0 else [])
            if faults:
                found[kind, width, scheme] = faults
            seen += 1
    assert not found
    assert seen >= (60 if LONG else 5)
