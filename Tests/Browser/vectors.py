"""The vectors of the sealed format as small sites around the real shell, style and script."""

import re

from forge.notation import page_text
from forge.objects import pack
from forge.office import Office
from forum import REPOSITORY
from sealedformat import vector

VECTORS = vector.all_vectors()
GUESTS_PAGE = "en/2026-014/"
OURS = b"Ours\n<h1>The guests' own page</h1>"


def words():
    """What the gate says in English, by its keys."""
    lines = (REPOSITORY / "themes/wipo/strings/en.yaml").read_text("utf-8").partition("\ngate:\n")[2].splitlines()
    said = {}
    for line in lines:
        if not line.startswith("  "):
            break
        key, _, text = line.strip().partition(": ")
        said[key] = text.strip('"')
    return said


def shell(host, path, written, members=None):
    """A page's file around the characters for what is sealed."""
    text = host.page("en/2026-005/").decode().replace('"../../', '"' + "../" * path.count("/"))
    made = f'<template id="sealed">{written.decode()}</template>'
    if members is not None:
        made += f'\n<template id="members">{page_text(members).decode()}</template>'
    whole, count = re.subn('<template id="sealed">[^<]*</template>', lambda _: made, text)
    assert count == 1
    return 200, whole.encode()


def serve(host, one):
    """Has a host answer as the site of a vector would; gives the path to begin with."""
    start, answers = one.path, host.answers
    for name, data in one.files.items():
        if "/" in name:
            answers[f"/{name}"] = 200, data
    guests = dict(generation=1, discussion="2026-014")
    if one.kind == "file":
        answers[f"/{one.path}"] = 200, one.files["file"]
        is_for_guests = "2026-014" in one.path
        start = GUESTS_PAGE if is_for_guests else "en/2026-001/"
        text = f'Links\n<h1>Links</h1><a href="../../{one.path}" data-file>The file</a>'.encode()
        answers[f"/{start}"] = shell(host, start, page_text(Office().sealed("page", start, pack(text), **(guests if is_for_guests else {}))))
    else:
        written = one.files["template"] if "template" in one.files else page_text(one.files["sealed"])
        answers[f"/{one.path}"] = shell(host, one.path, written, one.files.get("members"))
    # Where a guest is brought to from pages that are not theirs.
    answers.setdefault(f"/{GUESTS_PAGE}", shell(host, GUESTS_PAGE, page_text(Office().sealed("page", GUESTS_PAGE, pack(OURS), **guests))))
    return start
