"""Weighs a site as its readers get it, and times the gate and the form in Chromium; scripts/weigh prepares what it needs."""

import gzip
import json
import re
import statistics
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import long
from forge import keystore
from form import form_file
from forum import Forum, Server, rostrum

SLOTS = 250
KB = 1000
TURNS = 5


def packed(data):
    return len(gzip.compress(data, 9))


def say(what, value, limit, unit):
    print(f"{what:66} {value:8.2f} {unit:3} (to reach: at most {limit:g})  {'' if value <= limit else 'MISSED'}", flush=True)


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                     "--disable-component-update", "--no-first-run", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))


def weigh_files(site):
    """The gate's script, its words and the style, as they come to a reader of one language; the pages on disk."""
    assets = {path.name: path.read_bytes() for path in (site / "assets").iterdir()}
    gate = next(data for name, data in assets.items() if re.fullmatch(r"gate\.[0-9a-f]+\.js", name))
    style = next(data for name, data in assets.items() if name.startswith("site."))
    say("gate script and style, gzip -9", (packed(gate) + packed(style)) / KB, 20, "KB")
    say("the form as one file, the largest of six languages, gzip -9", max(
        packed(data) for name, data in assets.items() if re.fullmatch(r"form\.[a-z]+\.[0-9a-f]+\.html", name)) / KB, 80, "KB")
    reading = [data for name, data in assets.items() if name.startswith("reading.")]
    say("script and style for reading, gzip -9", sum(packed(data) for data in reading) / KB, 8, "KB")


def weigh_pages(driver, server, site, passphrase):
    """Each page on disk against its own plain HTML, which is what the browser has after opening it, with the document around it."""
    worst, where = 0, ""
    enter(driver, server.address + "en/", passphrase)
    for path in sorted(site.rglob("index.html")):
        if b'id="sealed"' not in path.read_bytes():
            continue
        relative = path.parent.relative_to(site).as_posix() + "/"
        plain = plain_page(driver, relative)
        ratio = (path.stat().st_size - 2.5 * KB) / packed(plain.encode())
        if ratio > worst:
            worst, where = ratio, relative
    say(f"largest page on disk, less 2.5 KB, to its gzipped plain HTML ({where})", worst, 1.4, "x")


def plain_page(driver, relative):
    """What stands in the window once a page has been followed to."""
    driver.execute_script("""
        const link = document.createElement('a');
        link.href = new URL(arguments[0], new URL(document.documentElement.dataset.root, self.__first || (self.__first = location.href)));
        self.__before = document.querySelector('main#main');
        document.querySelector('main#main').append(link);
        link.click();""", relative)
    WebDriverWait(driver, 20, poll_frequency=0.01).until(
        lambda _: driver.execute_script("const main = document.querySelector('main#main'); return main && main !== self.__before"))
    return driver.execute_script("return document.title + document.body.innerHTML")


def enter(driver, address, passphrase):
    driver.get("about:blank")
    driver.get(address)
    field = WebDriverWait(driver, 20).until(lambda _: driver.find_element(By.ID, "passphrase"))
    field.send_keys(passphrase)
    # Timed in the page, from the click to the text.
    driver.execute_script("""
        self.__took = new Promise(resolve => {
          const start = performance.now();
          new MutationObserver((_, watch) => {
            if (!document.querySelector('main#main h1')) return;
            watch.disconnect();
            resolve(performance.now() - start);
          }).observe(document.body, { childList: true, subtree: true });
        });
        document.querySelector('.gate-form button[type=submit]').click();""")
    return driver.execute_async_script("self.__took.then(arguments[0])")


def derivation(driver):
    """PBKDF2 alone, in the page, with as many rounds as the site has."""
    return driver.execute_async_script("""
        const done = arguments[0];
        (async () => {
          const rounds = +rostrumKeyring.head.split(' ')[3];
          const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('0'.repeat(20)), 'PBKDF2', false, ['deriveBits']);
          const start = performance.now();
          await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(32), iterations: rounds }, key, 256);
          done(performance.now() - start);
        })();""")


def first_visit(driver, address, passphrase, site):
    """Everything that is asked for until the text can be read, as it lies on the host, and with what a host compresses."""
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    driver.get_log("performance")
    enter(driver, address, passphrase)
    asked = set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.add(message["params"]["request"]["url"].partition("?")[0].partition("#")[0])
    root = re.match(r"https?://[^/]+/", address)[0]
    bare = compressed = 0
    for url in sorted(asked):
        path = site / (url[len(root):] + ("index.html" if url.endswith("/") else ""))
        if not url.startswith(root) or not path.is_file() or "/files/" in url:
            continue
        data = path.read_bytes()
        bare += len(data)
        compressed += packed(data) if path.suffix in (".html", ".js", ".css") else len(data)
    return bare, compressed


def next_page(driver):
    """From a click to the other page's heading."""
    return driver.execute_async_script("""
        const done = arguments[0], before = document.querySelector('main#main');
        const link = document.querySelector('header.site nav.menu a:not([aria-current])');
        const start = performance.now();
        new MutationObserver((_, watch) => {
          const main = document.querySelector('main#main');
          if (!main || main === before || !main.querySelector('h1')) return;
          watch.disconnect();
          done(performance.now() - start);
        }).observe(document.body, { childList: true, subtree: true });
        link.click();""")


def ready_form(driver, forum, folder):
    """From opening the form's file until it can be used, on a processor that is four times slower; with 100 discussions and 193 States."""
    discussions = [
        {"id": f"2026-{number}", "title": "A discussion " * 5, "lang": "en", "dir": "ltr", "room": "english", "languages": ["en"],
         "questions": ["A question " * 8] * 5, "guests": False} for number in range(100, 200)]
    members = [{"code": chr(65 + number // 26) + chr(65 + number % 26), "name": f"State {number}"} for number in range(193)]
    file = form_file(forum, folder, prefill={"discussion": "2026-114"}, discussions=discussions, members=members)
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 4})
    took = []
    for _ in range(TURNS):
        driver.get("about:blank")
        driver.get(file.as_uri())
        assert driver.execute_script("return !document.querySelector('form#form').hidden")
        took.append(driver.execute_script("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
    return statistics.median(took)


# From when the passphrase has been stretched, which takes as long as it must: until the browser has painted the page, and until its script has
# run and nothing is left to do.
READABLE = """
    const derive = SubtleCrypto.prototype.deriveBits, idle = self.requestIdleCallback;
    SubtleCrypto.prototype.deriveBits = async function (way, ...rest) {
      const bits = await derive.call(this, way, ...rest);
      if (way.name === 'PBKDF2') self.__unlocked = performance.now();
      return bits;
    };
    const watch = new MutationObserver(() => {
      if (!document.querySelector('main#main h1')) return;
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        self.__painted = performance.now() - self.__unlocked;
        const settled = () => self.rostrumReading ? idle(() => { self.__settled = performance.now() - self.__unlocked; }) : setTimeout(settled, 5);
        settled();
      }));
    });
    addEventListener('DOMContentLoaded', () => watch.observe(document.body, { childList: true }));"""


def readable(driver, address, passphrase):
    """From unlocking a long discussion until it can be read, on a processor that is four times slower: until it is painted, and until its script has run."""
    before = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": READABLE})
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 4})
    took = []
    for _ in range(TURNS):
        enter(driver, address, passphrase)
        WebDriverWait(driver, 30).until(lambda _: driver.execute_script("return self.__settled"))
        assert driver.execute_script("return document.querySelectorAll('article.contribution').length") == 300
        took.append(driver.execute_script("return [self.__painted, self.__settled]"))
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", before)
    return [statistics.median(turn) for turn in zip(*took)]


def main():
    with tempfile.TemporaryDirectory(prefix="rostrum-weigh-") as folder:
        forum = Forum(Path(folder))
        # As many rounds as the program gives: tests have fewer, and what comes after them would weigh more than it does for readers.
        (forum.root / "office/keystore.json").write_text(keystore.new(1_000_000), "utf-8")
        for number in range(SLOTS - 1):
            rostrum(forum.root, "access", "issue", "--staff", f"Person {number}", "--quiet")
        passphrase = forum.issue("--member", "XA")
        forum.build()
        weigh_files(forum.site)
        server, driver = Server(forum), browser()
        try:
            driver.set_script_timeout(60)
            longest = max((path for path in forum.site.glob("*/2*/index.html")), key=lambda path: path.stat().st_size)
            longest = longest.parent.relative_to(forum.site).as_posix() + "/"
            bare, compressed = first_visit(driver, server.address + longest, passphrase, forum.site)
            say(f"first visit to {longest}, from a host that compresses", compressed / KB, 60, "KB")
            print(f"{'  the same from a host that does not':66} {bare / KB:8.2f} KB")
            weigh_pages(driver, server, forum.site, passphrase)
            pairs = [(enter(driver, server.address + "en/", passphrase), derivation(driver)) for _ in range(TURNS)]
            say("unlocking, to the derivation alone", statistics.median(whole / alone for whole, alone in pairs), 1.3, "x")
            say("going to the next page", statistics.median(next_page(driver) for _ in range(TURNS)), 100, "ms")
            long.write(forum.root)
            forum.build()
            painted, settled = readable(driver, server.address + "en/2026-090/", passphrase)
            say("300 contributions can be read, on a quarter of the processor", painted, 1000, "ms")
            say("the same, until the script for reading has run", settled, 1000, "ms")
            say("the form can be used, on a quarter of the processor", ready_form(driver, forum, Path(folder)), 1000, "ms")
        finally:
            driver.quit()
            server.stop()


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"{time.monotonic() - started:.0f} s")
