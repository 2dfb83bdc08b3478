"""Times queries on the forum of scripts/bench in Chromium, and weighs what each loads; scripts/time-search prepares what it needs."""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from forum import NOW, Server, rostrum
from weigh import KB, browser, enter, say

HERE = Path(__file__).resolve().parent
DISCUSSIONS = 2500
# In the language's own script: one with a slip of the keys, phrases of two words and of three, four words that all texts have.
QUERIES = {
    "en": ["training", "patent office", "examiner decision", "“application decision”", "trademrak", "“office examiner training”", "user strategy law service"],
    "fr": ["formation", "brevet demande", "examinateurs", "“première année”", "utilsateur", "“office examinateur demande”", "stratégie loi coût service"],
    "es": ["formación", "patente oficina", "examinadores", "“primer año”", "solictud", "“solicitud decisión calidad”", "estrategia ley coste servicio"],
    "ru": ["обучение", "заявки патент", "решения", "“первый год”", "качиство", "“заявка решение качество”", "стратегия закон стоимость услуга"],
    "ar": ["التدريب", "مكتب القرار", "فاحص", "“السنة الأولى”", "البرائات", "“الطلبات القرار الجودة”", "الاستراتيجية القانون التكلفة الخدمة"],
    "zh": ["培训", "审查员决定", "专利费用", "“第一年”", "知识产权", "“申请决定质量”", "战略法律费用服务"],
}
# From the last key to the results in place: the page's own clock, and what it has before it says that it is done.
WATCH = """
    const field = document.querySelector('#search-words'), search = document.querySelector('[data-search]');
    let start;
    self.__answered = new Promise(resolve => {
      field.addEventListener('input', () => {
        if (field.value !== arguments[0]) return;
        start = performance.now();
        // What an earlier letter asked for may be answered before this one is asked.
        let isAsked = false;
        const watch = new MutationObserver(() => {
          isAsked = isAsked || search.hasAttribute('aria-busy') && performance.now() - start > 30;
          if (!isAsked || search.hasAttribute('aria-busy') || !/\\S/.test(search.querySelector('[data-part=told]').textContent)) return;
          watch.disconnect();
          resolve([performance.now() - start, search.querySelectorAll('[data-part=results] > li h3 a').length]);
        });
        watch.observe(search, { attributes: true, subtree: true, childList: true, attributeFilter: ['aria-busy'] });
      });
    });"""
# Letter by letter, at the pace of somebody who types fast: 100 ms between keys.
TYPE = """
    const [words, done] = arguments, field = document.querySelector('#search-words');
    const letters = Array.from(words);
    field.select();
    document.execCommand('delete');
    const next = () => {
      document.execCommand('insertText', false, letters.shift());
      letters.length ? setTimeout(next, 100) : done();
    };
    setTimeout(next, 100);"""


def loaded(driver):
    """Bytes of the index that have come since this was asked last, those bytes with their headers, and how many requests that took."""
    came, whole, paths = Counter(), Counter(), {}
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        given = message["params"]
        if message["method"] == "Network.requestWillBeSent":
            paths[given["requestId"]] = given["request"]["url"]
        elif message["method"] == "Network.dataReceived":
            came[given["requestId"]] += given["encodedDataLength"]
        elif message["method"] == "Network.loadingFinished":
            whole[given["requestId"]] = given["encodedDataLength"]
    ours = [one for one, url in paths.items() if "/search/" in url]
    return sum(came[one] for one in ours), sum(whole[one] for one in ours), sum(came[one] > 0 for one in ours)


def query(driver, words):
    """Milliseconds from the last key to the results, how many of them stand there at once, and what was loaded for it, as 'loaded' tells it."""
    loaded(driver)
    driver.execute_script(WATCH, words)
    driver.execute_async_script(TYPE, words)
    took, results = driver.execute_async_script("self.__answered.then(arguments[0])")
    WebDriverWait(driver, 10).until(lambda _: driver.execute_script("return !document.querySelector('[data-search]').hasAttribute('aria-busy')"))
    time.sleep(0.5)  # what comes once somebody rests is counted, too
    return took, results, *loaded(driver)


def language_of(driver, server, passphrase, language):
    """The queries of one language, for somebody who has just come."""
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    driver.get_log("performance")
    enter(driver, server.address + language + "/", passphrase)
    driver.find_element(By.CSS_SELECTOR, ".find button").click()
    WebDriverWait(driver, 20).until(
        lambda _: driver.execute_script("const form = document.querySelector('[data-search] form'); return form && !form.hidden"))
    time.sleep(0.5)  # the table comes beside
    opening, opening_whole, _ = loaded(driver)
    rows = []
    for number, words in enumerate(QUERIES[language]):
        took, results, size, whole, requests = query(driver, words)
        if number == 0:
            size, whole = size + opening, whole + opening_whole
        rows.append((words, took, size, whole))
        print(f"  {language} {words:28} {took:6.0f} ms {size / KB:6.1f} KB in {requests} requests, {whole / KB:6.1f} KB with headers, "
              f"{results} results at once", flush=True)
    return rows


def main():
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="rostrum-queries-", dir=memory if os.access(memory, os.W_OK) else None) as folder:
        forum = SimpleNamespace(root=Path(folder) / "forum")
        subprocess.run([HERE / "make-forum", forum.root, str(DISCUSSIONS)], check=True)
        passphrase = json.loads(rostrum(forum.root, "access", "issue", "--member", "XA", "--now", NOW, "--format", "json"))["passphrase"]
        rostrum(forum.root, "build", "--now", NOW)
        server, driver = Server(forum), browser()
        try:
            rows = [language_of(driver, server, passphrase, language) for language in QUERIES]
        finally:
            driver.quit()
            server.stop()
    later = [row for rows in rows for row in rows[1:]]
    say("a first query loads, with the index's table, the most of six", max(rows[0][2] for rows in rows) / KB, 120, "KB")
    say("a later one loads, of words", max(size for words, _, size, _ in later if "“" not in words) / KB, 40, "KB")
    say("a later one loads, of a phrase", max(size for words, _, size, _ in later if "“" in words) / KB, 40, "KB")
    times = [took for rows in rows for _, took, _, _ in rows]
    print(f"with the headers of rostrum serve over HTTP/1.1, a later one: {max(whole for _, _, _, whole in later) / KB:.2f} KB")
    say("results after the last key, the slowest of 42", max(times), 150, "ms")
    say("results after the last key, the median", statistics.median(times), 150, "ms")


if __name__ == "__main__":
    main()
