"""What a reader does with the search."""

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
    """Waits until what was asked for last has been answered."""
    reader.wait(lambda: reader.js("""const search = document.querySelector('[data-search]'), hash = new URLSearchParams(location.hash.slice(1));
        return !search.hasAttribute('aria-busy') && (hash.get('q') || '') === search.querySelector('form').elements.q.value.trim()"""),
                what="the search gives no answer")


def ask(reader, words):
    field = reader.one("#search-words")
    field.clear()
    field.send_keys(words)
    settled(reader)


def choose(reader, name, value):
    """As somebody who changes a filter."""
    reader.js("""const field = document.querySelector('[data-search] form').elements[arguments[0]];
        field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }))""", name, value)
    settled(reader)


def titles(reader):
    return reader.js(f"return Array.from(document.querySelectorAll('{RESULTS} h3'), one => one.textContent)")


def marks(reader):
    return reader.js(f"return Array.from(document.querySelectorAll('{RESULTS} mark'), one => one.textContent.toLowerCase())")


def told(reader):
    return reader.text("[data-part=told]") or ""


def addresses(reader):
    return reader.js(f"return Array.from(document.querySelectorAll('{RESULTS} h3 a'), one => one.href)")
