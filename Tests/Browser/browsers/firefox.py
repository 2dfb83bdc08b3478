"""Firefox, headless, driven by the Marionette that is built into it.

Marionette's commands are those of WebDriver under other names, so Selenium drives it through `Connection`. What WebDriver
lacks comes from its successor, WebDriver BiDi, and from scripts with the browser's own rights.
"""

import json
import tempfile
import warnings

import websocket
from selenium import webdriver
from selenium.webdriver.remote.file_detector import UselessFileDetector

from browsers.browser import PAGE_SECONDS, SCRIPT_SECONDS, Browser, Interrupted, closed

with warnings.catch_warnings():
    # What Marionette brings along was written for older Pythons.
    warnings.simplefilter("ignore", DeprecationWarning)
    from marionette_driver.marionette import Marionette

# Selenium's names of the commands, and Marionette's, which begin with "WebDriver:".
COMMANDS = {
    "get": "Navigate", "goBack": "Back", "goForward": "Forward", "refresh": "Refresh",
    "getCurrentUrl": "GetCurrentURL", "getTitle": "GetTitle", "getPageSource": "GetPageSource",
    "findElement": "FindElement", "findElements": "FindElements", "findChildElement": "FindElement", "findChildElements": "FindElements",
    "clickElement": "ElementClick", "clearElement": "ElementClear", "sendKeysToElement": "ElementSendKeys",
    "getElementText": "GetElementText", "getElementTagName": "GetElementTagName", "getElementRect": "GetElementRect",
    "getElementProperty": "GetElementProperty", "getElementAttribute": "GetElementAttribute",
    "getElementValueOfCssProperty": "GetElementCSSValue", "isElementEnabled": "IsElementEnabled", "isElementSelected": "IsElementSelected",
    "getElementAriaRole": "GetComputedRole", "getElementAriaLabel": "GetComputedLabel", "w3cGetActiveElement": "GetActiveElement",
    "w3cExecuteScript": "ExecuteScript", "w3cExecuteScriptAsync": "ExecuteAsyncScript",
    "w3cGetCurrentWindowHandle": "GetWindowHandle", "w3cGetWindowHandles": "GetWindowHandles", "newWindow": "NewWindow",
    "switchToWindow": "SwitchToWindow", "close": "CloseWindow", "switchToFrame": "SwitchToFrame",
    "switchToParentFrame": "SwitchToParentFrame", "getWindowRect": "GetWindowRect", "setWindowRect": "SetWindowRect",
    "setTimeouts": "SetTimeouts", "getTimeouts": "GetTimeouts", "screenshot": "TakeScreenshot", "elementScreenshot": "TakeScreenshot",
    "printPage": "Print", "actions": "PerformActions", "clearActionState": "ReleaseActions",
    "getCookies": "GetCookies", "deleteAllCookies": "DeleteAllCookies",
    "w3cAcceptAlert": "AcceptAlert", "w3cDismissAlert": "DismissAlert", "w3cGetAlertText": "GetAlertText",
}
# What a script gives, or promises, in a list, so that it is never null itself.
IN_LIST = "return Promise.all([(function () {%s\n}).apply(null, arguments)])"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Connection:
    """Carries Selenium's commands to Marionette, and its answers back."""

    def __init__(self, marionette):
        self.marionette = marionette

    def execute(self, command, given):
        """The answer as a WebDriver server would give it over HTTP."""
        if command == "newSession":
            capabilities = self.marionette.start_session(given["capabilities"].get("alwaysMatch"))
            return {"value": {"sessionId": self.marionette.session_id, "capabilities": capabilities}}
        if command == "quit":
            return {"value": None}  # with the browser
        answer = self.request("WebDriver:" + COMMANDS[command], self.parameters(command, given))
        if command == "w3cExecuteScript" and "status" not in answer:
            # Where the document went away before the script had ended, Marionette may give null as well, and no error.
            if answer["value"] is None:
                raise Interrupted("the document went away")
            [answer["value"]] = answer["value"]
        return answer

    @staticmethod
    def parameters(command, given):
        """The same in Marionette's form."""
        given = {name: value for name, value in given.items() if name != "sessionId"}
        if command.startswith("findChild"):
            given["element"] = given.pop("id")
        elif command == "w3cExecuteScript":
            given["script"] = IN_LIST % given["script"]
        elif command == "switchToFrame" and isinstance(given["id"], dict):
            given = {"element": given["id"][ELEMENT]}
        elif command == "switchToWindow":
            given["focus"] = True
        elif command == "screenshot":
            given["full"] = False
        return given

    def request(self, name, given):
        answer = self.marionette.client.request(name, given)
        if answer.error:
            return {"status": 500, "value": json.dumps({"value": answer.error})}
        result = answer.result
        return {"value": result["value"] if isinstance(result, dict) and set(result) == {"value"} else result}

    def close(self):
        """Nothing: the connection ends with the browser."""


class Firefox(Browser):
    name = "firefox"
    unloaded = ("Document was unloaded",)
    folders_share_storage = False

    CLEAR = """const [done] = arguments, { CLEAR_ALL_CACHES, CLEAR_COOKIES, CLEAR_DOM_STORAGES } = Ci.nsIClearDataService;
        Services.console.reset();
        Services.clearData.deleteData(CLEAR_ALL_CACHES | CLEAR_COOKIES | CLEAR_DOM_STORAGES, { onDataDeleted: done })"""

    # What pages are told of in the console, and not what the browser's own windows are. 1: a remark, no fault.
    COMPLAINTS = """const found = Services.console.getMessageArray()
          .filter(one => one instanceof Ci.nsIScriptError && one.innerWindowID && /^(Content|CSP|content)/.test(one.category));
        Services.console.reset();
        return found.map(String)"""

    def __init__(self):
        self.log = tempfile.NamedTemporaryFile(prefix="firefox-", suffix=".log")
        self.marionette = Marionette(
            bin="/usr/bin/firefox-esr", app="fxdesktop", port=0, headless=True, gecko_log=self.log.name, startup_timeout=60,
            socket_timeout=PAGE_SECONDS + SCRIPT_SECONDS,
            # The first opens BiDi, the second lets Marionette run scripts with the browser's rights.
            app_args=["--remote-debugging-port=0", "--remote-allow-system-access", "--width=1280", "--height=900"],
            # So that 0.0.0.0 leads to this machine, as in the other engines.
            prefs={"network.socket.ip_addr_any.disabled": False})
        options = webdriver.FirefoxOptions()
        options.set_capability("webSocketUrl", True)
        self.connection = Connection(self.marionette)
        super().__init__(webdriver.Remote(self.connection, options=options, file_detector=UselessFileDetector()))
        self.socket = websocket.create_connection(
            self.driver.capabilities["webSocketUrl"], timeout=PAGE_SECONDS, suppress_origin=True)
        self.sent = 0

    def quit(self):
        self.socket.close()
        instance = self.marionette.instance
        profiles = [instance.profile]
        self.marionette.cleanup()
        # Ending it makes another, and each would be removed when Python has ended: too late.
        for profile in [*profiles, instance.profile]:
            profile.cleanup()
            profile.restore = False
        self.log.close()

    def clear(self):
        failed = self.privileged("ExecuteAsyncScript", self.CLEAR)
        assert not failed, failed

    def before(self, script):
        self.bidi("script.addPreloadScript", functionDeclaration="() => {" + closed(script) + "}",
                  contexts=[self.driver.current_window_handle])

    def complaints(self):
        return [one for one in self.privileged("ExecuteScript", self.COMPLAINTS) if "favicon.ico" not in one]

    def bidi(self, method, **parameters):
        """A command of WebDriver BiDi, for which this has a connection of its own."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.sent:
                assert answer["type"] == "success", answer
                return answer["result"]

    def privileged(self, command, script):
        """What a script gives that has the browser's own rights."""
        self.connection.request("Marionette:SetContext", {"value": "chrome"})
        try:
            answer = self.connection.request("WebDriver:" + command, {"script": script, "args": []})
        finally:
            self.connection.request("Marionette:SetContext", {"value": "content"})
        assert "status" not in answer, answer
        return answer["value"]
