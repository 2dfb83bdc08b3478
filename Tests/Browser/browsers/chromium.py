"""Chromium, headless, driven by its own driver."""

from selenium import webdriver

from browsers.browser import Browser, closed


class Chromium(Browser):
    name = "chromium"
    unloaded = ("aborted by navigation",)

    def __init__(self, **logs):
        """`logs`: what `driver.get_log` gives besides the console, with the level: `performance="ALL"`."""
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        # Chromium's sandbox does not start for root, which is who runs tests in a container.
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900",
                         "--disable-background-networking", "--disable-component-update", "--no-first-run"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", **logs})
        super().__init__(webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver")))

    def clear(self):
        self.cdp("Network.clearBrowserCache")
        self.cdp("Storage.clearDataForOrigin", origin="*", storageTypes="all")
        self.driver.get_log("browser")

    def before(self, script):
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=closed(script))

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING") and "favicon.ico" not in entry["message"]]

    def cdp(self, command, **parameters):
        """A command of Chromium's own protocol, which no other engine has."""
        return self.driver.execute_cdp_cmd(command, parameters)
