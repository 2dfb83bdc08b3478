"""What a reader does with the search."""

from selenium.webdriver.common.keys import Keys

RESULTS = "[data-part=results] > .result"


def open_search(reader, home, words=None):
    """Unlocks a page and goes from there to the search by the field that each page has, in place."""
    reader.open(home)
    go_to_search(reader, words)


def go_to_search(reader, words=None):
    if words:
        reader.one(".find input").send_keys(words)
    reader.follow(".find button")
    ready(reader)


def ready(reader):
    reader.wait(lambda: reader.js("const form = document.querySelector('[data-search] form'); return form && !form.hidden"), what="there is no search")
    settled(reader)


def settled(reader):
    """Waits until what the controls say has been answered, and is in the fragment."""
    reader.wait(lambda: reader.js("""const search = document.querySelector('[data-search]'), hash = new URLSearchParams(location.hash.slice(1));
        const { elements } = search.querySelector('form'), names = ['q', 'room', 'category', 'member', 'kind', 'lang', 'from', 'to'];
        return !search.hasAttribute('aria-busy') && names.every(name => !elements[name] || elements[name].value.trim() === (hash.get(name) || ''))"""),
                what="the search gives no answer")


def ask(reader, words):
    field = reader.one("#search-words")
    reader.js("arguments[0].focus(); arguments[0].select()", field)
    field.send_keys(words or Keys.BACKSPACE)
    settled(reader)


def choose(reader, name, value):
    """As somebody who changes a filter."""
    reader.js("""const field = document.querySelector('[data-search] form').elements[arguments[0]];
        field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }))""", name, value)
    settled(reader)


def filled(reader):
    """Goes through all results on the sheet, so that each has its text."""
    for result in reader.all(RESULTS):
        reader.js("arguments[0].scrollIntoView({ behavior: 'instant' })", result)
        reader.wait(lambda: reader.js("return arguments[0].querySelector('h3')", result), what="a result has no text")
    reader.js("scrollTo({ top: 0, behavior: 'instant' })")


def titles(reader):
    return reader.js(f"return Array.from(document.querySelectorAll('{RESULTS} h3'), one => one.textContent)")


def marks(reader):
    return reader.js(f"return Array.from(document.querySelectorAll('{RESULTS} mark'), one => one.textContent.toLowerCase())")


def told(reader):
    return reader.text("[data-part=told]") or ""


def addresses(reader):
    return reader.js(f"return Array.from(document.querySelectorAll('{RESULTS} h3 a'), one => one.href)")
