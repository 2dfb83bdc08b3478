"""The vectors of the sealed format as small sites around the real shell, style and script."""

import re
import sys
from base64 import b64encode

from forum import REPOSITORY

sys.path.append(str(REPOSITORY / "Tests/Format"))

from sealedformat import vector  # noqa: E402
from sealedformat.office import Office, pack  # noqa: E402

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


def shell(host, path, sealed, members=None):
    """A page's file around what is sealed."""
    text = host.page("en/2026-005/").decode().replace('"../../', '"' + "../" * path.count("/"))
    made = f'<template id="sealed">{b64encode(sealed).decode()}</template>'
    if members is not None:
        made += f'\n<template id="members">{b64encode(members).decode()}</template>'
    whole, count = re.subn('<template id="sealed">[^<]*</template>', made, text)
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
        answers[f"/{start}"] = shell(host, start, Office().seal("page", start, pack(text), **(guests if is_for_guests else {})))
    else:
        answers[f"/{one.path}"] = shell(host, one.path, one.files["sealed"], one.files.get("members"))
    # Where a guest is brought to from pages that are not theirs.
    answers.setdefault(f"/{GUESTS_PAGE}", shell(host, GUESTS_PAGE, Office().seal("page", GUESTS_PAGE, pack(OURS), **guests)))
    return start
