"""Pictures of the sample forum, for whoever wants to look at it: ROSTRUM_SHOTS=FOLDER python Tests/Browser/pictures.py

Each kind of page, in a language of each script, on a wide window and on a telephone, light and dark; and the gate.
"""

import base64
import os
import sys
import tempfile
from pathlib import Path

from browsers.chromium import Chromium
from forum import Forum, Server
from reader import Reader

KINDS = {"home": "", "discussion": "2026-005/", "summary": "2026-001/"}
SIZES = {"wide": (1280, 900), "telephone": (360, 740)}


def shoot(reader, folder, name):
    picture = reader.browser.cdp("Page.captureScreenshot", captureBeyondViewport=True)
    (folder / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))


def series(reader, folder):
    for language in ("en", "ar", "zh"):
        for kind, path in KINDS.items():
            reader.get(f"{language}/{path}")
            reader.one("#passphrase")
            if kind == "home":
                for size, (width, height) in SIZES.items():
                    reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
                    shoot(reader, folder, f"gate-{language}-{size}")
            reader.submit(reader.passphrase)
            reader.wait(reader.is_open)
            for size, (width, height) in SIZES.items():
                reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
                for scheme in ("light", "dark"):
                    reader.browser.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
                    shoot(reader, folder, f"{kind}-{language}-{size}-{scheme}")


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
            series(Reader(browser, server.address, passphrase), folder)
        finally:
            browser.quit()
            server.stop()


if __name__ == "__main__":
    main()
