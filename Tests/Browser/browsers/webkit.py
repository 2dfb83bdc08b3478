"""WebKit: the MiniBrowser of WebKitGTK on a screen that nobody sees, driven by its own driver."""

import os
import select
import subprocess
from collections import defaultdict

from selenium import webdriver

from browsers.browser import Browser, closed
from browsers.relay import Folder, Relay

MINI_BROWSER = "/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser"


class Screen:
    """An X server without a screen, on a display that was free."""

    def __init__(self):
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        ready, _, _ = select.select([self.process.stdout], [], [], 30)
        number = self.process.stdout.readline().strip() if ready else ""
        if not number:
            self.close()
            raise RuntimeError("Xvfb does not start")
        self.display = ":" + number

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class WebKit(Browser):
    """Keeps nothing on disk. It has no way to run a script before a page's own: sites are reached through a relay, which puts the
    script into the pages. Each test has relays of its own and with them new origins, for which nothing is stored yet.
    """

    name = "webkit"
    unloaded = ("Callback was not called before the unload event",)
    # Loads nothing from 0.0.0.0, and takes 127.0.0.0/8 for secure, but not the same in the form of IPv6.
    insecure_host = "[::ffff:127.0.0.1]"
    # A tab behind another stays hidden here, whatever the driver is in.
    kind_of_tab = "window"

    def __init__(self):
        self.relays, self.scripts, self.handle = {}, defaultdict(list), None
        self.screen = Screen()
        try:
            options = webdriver.WebKitGTKOptions()
            options.binary_location = MINI_BROWSER.format(os.uname().machine)
            options.add_argument("--automation")
            environment = dict(os.environ, DISPLAY=self.screen.display, GDK_BACKEND="x11", NO_AT_BRIDGE="1", GSETTINGS_BACKEND="memory")
            service = webdriver.WebKitGTKService("/usr/bin/WebKitWebDriver", env=environment)
            super().__init__(webdriver.WebKitGTK(options=options, service=service))
        except BaseException:
            self.screen.close()
            raise

    def quit(self):
        try:
            super().quit()
        finally:
            self.close_relays()
            self.screen.close()

    def new_tab(self):
        self.handle = super().new_tab()
        self.driver.set_window_size(1280, 900)
        self.refresh()
        return self.handle

    def switch(self, handle):
        super().switch(handle)
        self.handle = handle
        self.refresh()

    def reach(self, address):
        if address not in self.relays:
            kind = Folder if address.startswith("file:") else Relay
            self.relays[address] = kind(address, self.script)
        return self.relays[address].address

    def clear(self):
        self.close_relays()
        self.scripts.clear()

    def before(self, script):
        """Also a tab in the background that loads a page has the scripts of the tab that the driver is in."""
        self.scripts[self.handle].append(closed(script))
        self.refresh()

    def complaints(self):
        """Nothing: its driver does not tell. What a page itself can hear of, the reader listens to."""
        return []

    def script(self):
        return "\n".join(self.scripts[self.handle])

    def refresh(self):
        for relay in self.relays.values():
            relay.refresh()

    def close_relays(self):
        for relay in self.relays.values():
            relay.close()
        self.relays.clear()
