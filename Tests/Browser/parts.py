"""The parts of a script by themselves: in a page with nothing else, where a test can call each."""

import re

from forum import REPOSITORY

SCRIPTS = REPOSITORY / "themes/wipo/scripts"
MARKED = "/usr/share/javascript/marked/marked.umd.min.js"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file: 'self'; img-src blob:; require-trusted-types-for 'script'; trusted-types 'none'">
<title>Parts</title><script src="marked.js"></script><script src="parts.js"></script><p>Parts</p>"""
# What of the form's the tests call.
NAMES = """utf8 hex unhex decodeText hpkeSender sealPacked writeBundle readBundle openReturned pack writeMatter readMatter valuesOf leads fileNamed
    shown limits words""".split()


def names(script):
    """In the order in which Swift joins them."""
    text = (REPOSITORY / "Sources/Theme/ScriptParts.swift").read_text("utf-8")
    return re.findall('"([a-z/]+)"', re.search(rf"static let {script} = .*?names: \[(.*?)\]", text, re.S)[1])


def page(folder, script="form", called=NAMES):
    """Writes the page and its scripts into a folder; gives its address."""
    parts = [(SCRIPTS / (name if "/" in name else f"{script}/{name}")).with_suffix(".js").read_text("utf-8") for name in names(script)]
    body = "'use strict';\n(() => {\n" + "\n".join(parts) + "\nself.parts = { " + ", ".join(called) + ", know: given => { facts = given; } };\n})();\n"
    (folder / "parts.js").write_text(body, "utf-8")
    with open(MARKED, encoding="utf-8") as library:
        (folder / "marked.js").write_text(library.read(), "utf-8")
    (folder / "parts.html").write_text(PAGE, "utf-8")
    return (folder / "parts.html").as_uri()
