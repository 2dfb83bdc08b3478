"""Pictures of the sample forum, for whoever wants to look at it: ROSTRUM_SHOTS=FOLDER python Tests/Browser/pictures.py

Each kind of page, in a language of each script, on a wide window and on a telephone, light and dark; and the gate.
"""

import base64
import os
import sys
import tempfile
from pathlib import Path

from forum import Forum, Server
from reader import Reader, start_browser

KINDS = {"home": "", "discussion": "2026-005/", "summary": "2026-001/"}
SIZES = {"wide": (1280, 900), "telephone": (360, 740)}


def shoot(reader, folder, name):
    picture = reader.cdp("Page.captureScreenshot", captureBeyondViewport=True)
    (folder / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))


def series(reader, folder):
    for language in ("en", "ar", "zh"):
        for kind, path in KINDS.items():
            reader.get(f"{language}/{path}")
            reader.one("#passphrase")
            if kind == "home":
                for size, (width, height) in SIZES.items():
                    reader.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
                    shoot(reader, folder, f"gate-{language}-{size}")
            reader.submit(reader.passphrase)
            reader.wait(reader.is_open)
            for size, (width, height) in SIZES.items():
                reader.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
                for scheme in ("light", "dark"):
                    reader.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
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
        driver = start_browser()
        try:
            series(Reader(driver, server.address, passphrase), folder)
        finally:
            driver.quit()
            server.stop()


if __name__ == "__main__":
    main()
