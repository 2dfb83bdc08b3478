"""What a test can ask of a browser, whatever its engine."""

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.errorhandler import ErrorHandler

SCRIPT_SECONDS, PAGE_SECONDS = 60, 30


class Interrupted(WebDriverException):
    """The document went away while a script ran in it, and what it gives is lost."""


class Answers(ErrorHandler):
    """Selenium's reading of a driver's answers, in which a document that went away is told from what fails. Each driver tells of it
    in words of its own, some of them under a code that stands for something else.
    """

    def __init__(self, unloaded):
        self.unloaded = unloaded

    def check_response(self, response):
        try:
            super().check_response(response)
        except WebDriverException as error:
            if any(words in str(error) for words in self.unloaded):
                raise Interrupted("the document went away") from error
            raise


class Browser:
    """One running browser, with tabs that share its storage. `driver` is Selenium's, in all engines.

    A subclass starts the browser in `__init__`, and says how what differs is done.
    """

    name = ""
    # What the driver says where a document went away under a command.
    unloaded = ()
    # An address of this machine that the engine does not take for a secure one: pages from there have no WebCrypto.
    insecure_host = "0.0.0.0"
    # Whether pages in other folders see what one page put into the storage of its tab, when the site is read from a folder.
    folders_share_storage = True
    # How a second document of the same browser is opened that counts as visible while the driver is in it.
    kind_of_tab = "tab"

    def __init__(self, driver):
        self.driver = driver
        driver.error_handler = Answers(self.unloaded)
        driver.set_script_timeout(SCRIPT_SECONDS)
        driver.set_page_load_timeout(PAGE_SECONDS)

    def quit(self):
        """Ends the browser and all that was started with it, by their own process ids."""
        self.driver.quit()

    def fresh(self):
        """A tab that knows nothing of what earlier ones did: keys die with the tabs, the rest is cleared."""
        old = self.driver.window_handles
        new = self.new_tab()
        for handle in old:
            self.switch(handle)
            self.driver.close()
        self.switch(new)
        self.clear()

    def new_tab(self):
        """Opens an empty tab and stays in it; gives its handle."""
        self.driver.switch_to.new_window(self.kind_of_tab)
        return self.driver.current_window_handle

    def switch(self, handle):
        self.driver.switch_to.window(handle)

    def reach(self, address):
        """The address at which a page's own scripts find those of `before` done: `address` itself, where the engine sees to it."""
        return address

    def clear(self):
        """Empties storage, caches, cookies, and what `complaints` tells."""
        raise NotImplementedError

    def before(self, script):
        """Has a script run before any other in each page that the present tab loads from now on."""
        raise NotImplementedError

    def complaints(self):
        """What the engine's console complained of since it was asked last, except that there is no icon."""
        raise NotImplementedError


def closed(script):
    """The script in a scope of its own, so that several do not meet."""
    return "(() => {" + script + "\n})();"
