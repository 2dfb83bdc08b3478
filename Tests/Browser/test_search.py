"""The search as readers meet it: typing, filters, phrases, languages, keys, and what is not theirs."""

import gzip
import json
import shutil

import pytest
from selenium.webdriver.common.keys import Keys

from axe import axe
from forum import Forum, rostrum
from host import Host
from plain import Plain
from reader import Reader
from search import RESULTS, addresses, ask, choose, filled, go_to_search, marks, open_search, ready, settled, titles, told

alone = pytest.mark.only("chromium", because="what is looked at is the page's own, and the same in every engine")


@pytest.fixture
def search(reader):
    open_search(reader, "en/")
    return reader


def every_address(reader):
    filled(reader)
    return addresses(reader)


def test_the_field_of_each_page_leads_to_results_with_the_words_marked(reader):
    reader.open("en/2026-001/")
    go_to_search(reader, "mentored examiner")
    assert reader.text("h1") == "Search" and not reader.all(".find")
    reader.wait(lambda: reader.all(RESULTS))
    assert "mentoring" in titles(reader)[0] and told(reader).startswith("Results: ")
    assert {"mentoring", "examiners"} <= set(marks(reader)) and "files" not in marks(reader)
    assert reader.focused() == "INPUT#search-words"
    # What was looked for is in the fragment, and in nothing that the host sees.
    assert reader.driver.current_url.endswith("/#q=mentored+examiner")
    asked = reader.js("return performance.getEntriesByType('resource').map(one => one.name)")
    assert any("/search/" in one for one in asked) and not any("mentored" in one for one in asked)
    assert reader.complaints() == []
    reader.driver.back()
    reader.wait(lambda: "examiners" in reader.text("h1"))


def test_results_come_while_somebody_types_and_are_announced_once_they_rest(search):
    field = search.one("#search-words")
    said = search.js("""self.__said = []; const line = document.querySelector('[data-part=announced]');
        new MutationObserver(() => self.__said.push(line.textContent)).observe(line, { childList: true })""")
    assert said is None
    for letter in "honey":
        field.send_keys(letter)
        settled(search)
    assert search.all(RESULTS) and any("honey" in one for one in marks(search))
    search.wait(lambda: search.js("return self.__said.length"))
    assert len(search.js("return self.__said")) == 1 and search.js("return self.__said[0]").startswith("Results: ")
    # A result leads to the place in its page, in the same document, and Back to the search as it was.
    wanted = addresses(search)[0]
    search.follow(f"{RESULTS} h3 a")
    assert search.driver.current_url == wanted
    search.driver.back()
    ready(search)
    search.wait(lambda: addresses(search)[:1] == [wanted])
    assert search.js("return document.querySelector('#search-words').value") == "honey"


def test_words_in_quotation_marks_follow_each_other(search):
    ask(search, "lot by sample")
    loose = len(every_address(search))
    ask(search, "“sample by lot”")
    strict = every_address(search)
    assert 0 < len(strict) < loose and all("/2026-005/" in one for one in strict)
    ask(search, '"lot by sample"')
    assert "No text has all" in told(search)


def test_filters_narrow_and_list_and_are_taken_away_again(search):
    ask(search, "register")
    all_of_them = told(search)
    choose(search, "kind", "1")
    choose(search, "member", "XB")
    assert told(search) != all_of_them and all("/2026-005/#c" in one or "/2026-001/#c" in one for one in addresses(search))
    assert "kind=1" in search.driver.current_url and "member=XB" in search.driver.current_url
    assert [one.text for one in search.all("[data-part=active] button")] == ["Member State: Sample State B ×", "Kind: Contribution ×"]
    search.click("[data-part=active] li:last-child button")
    settled(search)
    assert "kind=1" not in search.driver.current_url and search.focused() == "BUTTON#"
    search.js("document.querySelector('[data-search] details').open = true")
    search.click("[data-part=reset]")
    settled(search)
    assert told(search) == all_of_them
    # Without words: everything, the newest first.
    ask(search, "")
    assert not search.all(RESULTS) and "How to search" in search.text() and told(search) == ""
    ask(search, "\u201c \u2026")
    assert not search.all(RESULTS) and told(search).startswith("Nothing was found.")
    ask(search, "")
    choose(search, "lang", "fr")
    assert told(search).startswith("Results, the newest first: ") and all("/fr/" in one for one in addresses(search))
    choose(search, "lang", "")
    choose(search, "room", "english")
    choose(search, "from", "2026-10-10")
    choose(search, "to", "2026-10-20")
    assert told(search).startswith("Results, the newest first: ")
    found = every_address(search)
    assert len(found) >= 3 and [one.rpartition("/")[2] for one in found] == sorted((one.rpartition("/")[2] for one in found), reverse=True)


def test_more_results_come_ten_by_ten_and_their_texts_when_they_are_near(search):
    choose(search, "kind", "1")
    assert len(search.all(RESULTS)) == 10
    # Somebody who has come down to the button has those above it before them, and all ten once they have been through.
    search.js("document.querySelector('[data-part=more]').scrollIntoView({ block: 'end' })")
    search.wait(lambda: search.js("return !!arguments[0].querySelector('h3 a')", search.all(RESULTS)[-1]), what="what is near has no text")
    filled(search)
    assert len(search.all(f"{RESULTS} h3 a")) == 10
    search.click("[data-part=more]")
    search.wait(lambda: len(search.all(RESULTS)) > 10)
    assert len(search.all(RESULTS)) <= 20
    search.wait(lambda: search.js(f"return document.activeElement === document.querySelectorAll('{RESULTS} h3 a')[10]"))
    last = search.all(RESULTS)[-1]
    search.js("arguments[0].scrollIntoView()", last)
    search.wait(lambda: search.js("return !!arguments[0].querySelector('h3 a')", last), what="what is near has no text")


def test_all_languages_are_offered_where_there_is_nothing_in_one(search):
    ask(search, "Rocheverte")
    assert told(search).startswith("Nothing was found.") and "What you can try" in search.text()
    search.click("[data-part=told] button")
    settled(search)
    assert search.js("return document.querySelector('[name=everywhere]').checked") and "lang=all" in search.driver.current_url
    link = search.one(f"{RESULTS} h3 a[lang=fr]")
    assert "/fr/2026-006/#c0006" in link.get_attribute("href")
    shown = search.js("return [...arguments[0].closest('li').querySelectorAll('.excerpt')].map(one => [one.lang, one.dir])", link)
    assert shown == [["fr", "ltr"]]
    ask(search, "الفاحصين")
    assert search.js(f"const one = document.querySelector('{RESULTS} .excerpt[lang=ar]'); return one.dir") == "rtl"


def test_from_right_to_left(reader):
    open_search(reader, "ar/", "السجلات")
    reader.wait(lambda: reader.all(RESULTS))
    assert reader.language() == ["ar", "rtl"] and any("السجل" in one for one in marks(reader))
    left, right = reader.js("""const [a, b] = ['.search-line input', '.search-line button'].map(one => document.querySelector(one).getBoundingClientRect());
        return [a.left, b.left]""")
    assert right < left
    # The same search in another language.
    assert reader.one(".languages a[lang=fr]").get_attribute("href").endswith("#" + reader.driver.current_url.partition("#")[2])
    # What stands behind the article alone is found by its beginning; the article by itself begins no word (there is one that is written alike).
    ask(reader, "سينار")
    assert "/2026-001/" in addresses(reader)[0] and any("السيناريو" in one for one in marks(reader))
    ask(reader, "ال")
    assert len(reader.all(RESULTS)) < 10


def test_keys_lead_through_the_results_and_back(search):
    ask(search, "examiners")
    field = search.one("#search-words")
    field.send_keys(Keys.ARROW_DOWN)
    at = "return [...document.querySelectorAll('[data-part=results] h3 a')].indexOf(document.activeElement)"
    assert search.js(at) == 0
    search.driver.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert search.js(at) == 1
    search.driver.switch_to.active_element.send_keys("/")
    assert search.focused() == "INPUT#search-words"
    # There it is a letter like others.
    field.send_keys(Keys.END, "/")
    settled(search)
    assert search.js("return document.activeElement.value") == "examiners/"
    field.send_keys(Keys.ARROW_DOWN)
    search.driver.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert search.focused() == "INPUT#search-words"


HOSTILE = [
    "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "#q=mentor&room=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&kind=99&lang=__proto__&from=never",
    "#q=%E0%A4%A&q=2", "#" + "q=" + "a%20" * 3000, "#q=" + "%22" * 500, "#__proto__=1&constructor=2&q=%E2%80%AE%00", "#q=(((((((((((.*%2B%2B",
]


@pytest.mark.parametrize("fragment", HOSTILE)
@pytest.mark.thin
def test_a_hostile_fragment_stays_text(search, fragment):
    search.js("location.hash = arguments[0]", fragment)
    search.wait(lambda: search.js("return !document.querySelector('[data-search]').hasAttribute('aria-busy')"))
    assert not search.all("[data-search] img, [data-search] script") and search.complaints() == []
    assert search.js("return document.querySelector('#search-words').value.length") <= 200
    ask(search, "mentoring")
    assert search.all(RESULTS)


# Fetches of the index that wait until they are let go.
HOLD = """self.__wait = undefined;
const fetched = self.fetch;
self.fetch = async (...given) => {
  if (self.__hold && String(given[0]).includes('/search/')) { self.__held = (self.__held || 0) + 1; await self.__gate; }
  return fetched(...given);
};
self.__gate = new Promise(resolve => { self.__letGo = resolve; });"""


def test_a_slow_answer_does_not_come_over_a_later_one(search):
    ask(search, "Penhallowby")
    expected = every_address(search)
    choose(search, "lang", "fr")
    choose(search, "lang", "")
    search.js(HOLD + "self.__hold = true")
    choose_nothing = """const form = document.querySelector('[data-search] form');
        form.elements.lang.value = 'es'; form.elements.lang.dispatchEvent(new Event('change'))"""
    search.js(choose_nothing)
    search.wait(lambda: search.js("return self.__held > 0"))
    search.js("self.__hold = false")
    choose(search, "lang", "")
    assert every_address(search) == expected
    search.js("self.__letGo()")
    search.js_async("const [done] = arguments; setTimeout(done, 500)")
    assert every_address(search) == expected


@pytest.fixture
def away(tab, host, forum):
    """A reader of the same files on a host that can be switched off."""
    made = Reader(tab, host.address, forum.passphrase)
    open_search(made, "en/")
    return made


def shards(forum):
    return ["/" + file.relative_to(forum.site).as_posix() for file in forum.site.glob("search/**/*.bin")]


def test_without_a_connection_it_says_so_and_can_be_tried_again(away, host, forum):
    host.answers.update({path: None for path in shards(forum)})
    ask(away, "indicators baseline")
    away.wait(lambda: "Check your connection" in told(away))
    host.answers.clear()
    away.click("[data-part=told] button")
    away.wait(lambda: away.all(RESULTS))


@pytest.mark.parametrize("damage", ["cut", "zeros", "foreign"])
def test_a_damaged_index_is_told_and_hangs_nothing(tab, host, forum, damage):
    paths = shards(forum)
    for path in paths:
        whole = (forum.site / path[1:]).read_bytes()
        other = (forum.site / paths[paths.index(path) - 1][1:]).read_bytes()
        host.answers[path] = 200, {"cut": whole[:len(whole) // 2], "zeros": bytes(len(whole)), "foreign": other}[damage]
    made = Reader(tab, host.address, forum.passphrase)
    open_search(made, "en/")
    ask(made, "mentoring")
    made.wait(lambda: "could not be read" in told(made))
    assert not made.all(RESULTS)


def test_guests_search_their_discussion_and_see_no_other_title(tab, tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("guests"))
    made.issue("--member", "XA")
    passphrase = json.loads(rostrum(made.root, "access", "invite", "--name", "Guest", "--discussion", "2026-006", "--requested-by", "XA",
                                    "--format", "json"))["passphrase"]
    made.build()
    host = Host(made.site)
    try:
        guest = Reader(tab, host.address, passphrase)
        guest.open("fr/2026-006/")
        go_to_search(guest, "miel")
        guest.wait(lambda: guest.all(RESULTS))
        assert all("/fr/2026-006/" in one for one in addresses(guest))
        choose(guest, "lang", "all")
        for word in ("examinateurs", "mentoring", "Farrowgate", "Madrid"):
            ask(guest, word)
            assert all("/2026-006/" in one for one in addresses(guest)), word
        # Every text of every index that they can open.
        ask(guest, "")
        choose(guest, "from", "2000-01-01")
        filled(guest)
        own = {one for one in titles(guest)}
        shown = guest.js("return document.documentElement.outerHTML")
        assert own and not [one for one in made.titles() if one in shown and one not in own]
        assert not guest.all("select[name=room], select[name=category], select[name=member]")
        assert guest.complaints() == []
    finally:
        host.stop()


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    made = Plain(tmp_path_factory.mktemp("plain"))
    yield made
    made.stop()


def test_a_site_that_its_server_protects_is_searched_without_a_gate(tab, plain):
    reader = Reader(tab, plain.address, "")
    reader.get("en/2026-001/")
    assert not reader.all(".find input")
    reader.one(".find a").click()
    ready(reader)
    ask(reader, "honey")
    reader.wait(lambda: reader.all(RESULTS))
    assert "honey" in marks(reader) and all(one.startswith(reader.address + "en/2026-006/") for one in addresses(reader))
    reader.one(f"{RESULTS} h3 a").click()
    reader.wait(lambda: "control body" in (reader.text("h1") or ""))
    tree = next((plain.site / "guests").glob("*"))
    page = next(file for file in tree.glob("en/*/*/index.html") if "data-search" in file.read_text("utf-8"))
    reader.get(page.parent.relative_to(plain.site).as_posix() + "/#q=honey")
    ready(reader)
    reader.wait(lambda: reader.all(RESULTS))
    assert all(f"/{tree.relative_to(plain.site).as_posix()}/en/" in one for one in addresses(reader))
    assert reader.complaints() == []


def test_from_a_folder_it_says_that_it_needs_the_web(tab, forum, tmp_path):
    shutil.copytree(forum.site, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", forum.passphrase)
    reader.open("en/index.html")
    with reader.another_document():
        reader.one(".find input").send_keys("mentoring" + Keys.ENTER)
    if not tab.folders_share_storage:
        reader.submit(forum.passphrase)
    reader.wait(lambda: "does not work from a folder" in told(reader))
    assert reader.driver.current_url.endswith("index.html#q=mentoring")


@alone
@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_axe_finds_nothing(reader, language):
    """Empty, with results and filters, with nothing found; narrow and dark as well."""
    reader.open(f"{language}/")
    fits = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=320, height=740, deviceScaleFactor=1, mobile=False)
    assert reader.js(fits)
    reader.browser.cdp("Emulation.clearDeviceMetricsOverride")
    go_to_search(reader)
    assert axe(reader) == []
    ask(reader, {"ar": "السجلات", "zh": "审查员"}.get(language, "TISC Madrid"))
    reader.js("document.querySelector('[data-search] details').open = true")
    choose(reader, "lang", "all")
    choose(reader, "room", "english")
    assert reader.all(RESULTS) and axe(reader) == []
    reader.browser.cdp("Emulation.setDeviceMetricsOverride", width=320, height=740, deviceScaleFactor=1, mobile=True)
    reader.browser.cdp("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    assert axe(reader) == []
    assert reader.js(fits)
    ask(reader, "zzqqxxkk")
    assert axe(reader) == []
    reader.browser.cdp("Emulation.clearDeviceMetricsOverride")
    reader.browser.cdp("Emulation.setEmulatedMedia", media="", features=[])


@alone
def test_the_script_is_light(tab, forum):
    files = [*forum.site.glob("assets/search.*.js"), *forum.site.glob("assets/search.*.css")]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert len(files) == 2 and sum(sizes.values()) <= 12 * 1024, sizes
