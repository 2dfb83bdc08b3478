"""Pictures of the sample forum, for whoever wants to look at it: ROSTRUM_SHOTS=FOLDER python Tests/Browser/pictures.py [KIND…]

Each kind of page, or those named, in a language of each script, on a wide window and on a telephone, light and dark; and the gate.
With `readme` in place of kinds, those that README.md shows: ROSTRUM_SHOTS=docs python Tests/Browser/pictures.py readme
"""

import base64
import json
import os
import sys
import tempfile
from pathlib import Path

from browsers.chromium import Chromium
from forum import Forum, Server
from reader import Reader
from search import filled
from sealedformat import names

# By where they lie below their language, or by what their opaque names are made of (FORMAT.md, section 9).
PATHS = {"home": "", "discussion": "2026-005/", "summary": "2026-001/"}
PURPOSES = {
    "rooms": "rooms", "room": "room/english/1", "categories": "categories", "members": "members", "member": "member/XA/1", "archive": "archive",
    "calendar": "calendar", "library": "library", "tools": "kind/tool/1", "entry": "entry/fee-simulation", "compendium": "compendium",
    "search": "search", "help": "page/help", "form": "form", "statistics": "statistics",
}
README = [("en", "home"), ("en", "discussion"), ("ar", "discussion"), ("en", "search")]
QUERIES = {"en": "training examiners", "ar": "التدريب", "zh": "培训"}
SIZES = {"wide": (1280, 900), "telephone": (360, 740)}


def shoot(reader, folder, name, width):
    # The whole page: as high as that, the window has no scroll bar.
    height = reader.browser.cdp("Page.getLayoutMetrics")["cssContentSize"]["height"]
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    picture = reader.browser.cdp("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
    (folder / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))


def paths(forum):
    """Of each kind of page, below its language."""
    key = bytes.fromhex(json.loads((forum.root / "office/keystore.json").read_text("utf-8"))["namesKey"])
    return PATHS | {kind: names.opaque(key, purpose) + "/" for kind, purpose in PURPOSES.items()}


def found(reader):
    reader.wait(lambda: len(reader.all("mark")) > 3, what="nothing is found")
    filled(reader)


def series(reader, folder, kinds, site):
    for language in ("en", "ar", "zh"):
        for kind, path in kinds.items():
            if not (site / language / path / "index.html").exists():
                continue  # a page that is not there in this language
            query = f"#q={QUERIES[language]}" if kind == "search" else ""
            reader.get(f"{language}/{path}{query}")
            reader.one("#passphrase")
            if kind == "home":
                for size, (width, height) in SIZES.items():
                    reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
                    shoot(reader, folder, f"gate-{language}-{size}", width)
            reader.submit(reader.passphrase)
            reader.wait(reader.is_open)
            if query:
                found(reader)
            for size, (width, height) in SIZES.items():
                reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
                for scheme in ("light", "dark"):
                    reader.browser.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
                    shoot(reader, folder, f"{kind}-{language}-{size}-{scheme}", width)


def readme(reader, folder, kinds):
    for language, kind in README:
        reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=1100, height=950, deviceScaleFactor=1, mobile=False)
        reader.open(f"{language}/{kinds[kind]}" + (f"#q={QUERIES[language]}" if kind == "search" else ""))
        if kind == "search":
            found(reader)
        picture = reader.browser.cdp("Page.captureScreenshot")
        (folder / f"{kind}-{language}.png").write_bytes(base64.b64decode(picture["data"]))


def main():
    if "ROSTRUM_SHOTS" not in os.environ:
        sys.exit("ROSTRUM_SHOTS names the folder for the pictures.")
    folder = Path(os.environ["ROSTRUM_SHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as root:
        forum = Forum(root)
        passphrase = forum.issue("--member", "XA")
        forum.build()
        server = Server(forum)
        browser = Chromium()
        try:
            reader = Reader(browser, server.address, passphrase)
            if sys.argv[1:] == ["readme"]:
                readme(reader, folder, paths(forum))
            else:
                kinds = {kind: path for kind, path in paths(forum).items() if kind in sys.argv[1:] or not sys.argv[1:]}
                series(reader, folder, kinds, forum.site)
        finally:
            browser.quit()
            server.stop()


if __name__ == "__main__":
    main()
