"""Every page of the sample as the browser has it once it is unlocked, and every page that is open, read by the Nu checker."""

import json
import re
import sys
from html import escape
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Format"))

from forum import NOW, Forum, rostrum  # noqa: E402
from nu import complaints  # noqa: E402
from sealedformat.reader import Reader, places  # noqa: E402

# What the checker of 2020 does not know yet, or cannot know of a page that its script completes.
SET_ASIDE = [
    # A picture has no address before its script has opened it.
    r"Element “img” is missing required attribute “src”\.",
    # Trusted Types.
    r"Bad value (?:“[^”]*”)? ?for attribute “content” on element “meta”: (?:Invalid Content-Security-Policy: )?Unrecognised directive-name: \"(require-trusted-types-for|trusted-types)\".*",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The sample with all kinds of pages, guests among its readers, and what costs what."""
    made = Forum(tmp_path_factory.mktemp("forum"))
    with open(made.root / "content/forum.yaml", "a", encoding="utf-8") as settings:
        settings.write("statistics-page: true\n")
    made.member = made.issue("--member", "XA")
    invited = ("--discussion", "2026-006", "--name", "A guest", "--requested-by", "XA", "--now", NOW, "--format", "json")
    made.guest = json.loads(rostrum(made.root, "access", "invite", *invited))["passphrase"]
    made.build()
    return made


def unlocked(site, passphrase, folder):
    """Writes each page that a passphrase opens as a document of its own; by the paths of these, those of the pages."""
    reader = Reader(passphrase, lambda path: (site.site / path).read_bytes())
    files = [(path.relative_to(site.site).as_posix(), path.read_bytes) for path in sorted(site.site.rglob("index.html"))]
    written = {}
    for place in places(files):
        guests = reader.contents.discussion
        if place.kind != "page" or guests and f"/{guests}/" not in place.path:
            continue
        title, _, body = reader.text(place).decode().partition("\n")
        language, direction = re.search(r'<html lang="([a-z]+)" dir="([a-z]+)"', (site.site / place.file).read_text("utf-8")).groups()
        path = folder / f"{len(written)}.html"
        path.write_text(
            f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n<body>\n{body}', "utf-8")
        written[path] = place.path
    return written


def errors(files):
    """What the checker finds of some files, by the names that these are known by."""
    return [(files[Path(one["url"].removeprefix("file:"))], one["message"], one.get("extract")) for one in complaints(*files)
            if one["type"] == "error" and not any(re.fullmatch(known, one["message"]) for known in SET_ASIDE)]


@pytest.mark.parametrize("whose, least", [("member", 250), ("guest", 8)])
def test_nu_finds_no_error_in_unlocked_pages(site, tmp_path, whose, least):
    files = unlocked(site, getattr(site, whose), tmp_path)
    assert len(files) >= least
    assert errors(files) == []


def test_nu_finds_no_error_in_open_pages(site, tmp_path):
    """The shells of pages are all alike but for what is sealed. The form as one file has its style in it, of which the checker knows too little."""
    files = {}
    for path in ["index.html", "404.html", "en/index.html", "fr/2026-006/index.html", *sorted((site.site / "assets").glob("form.*.html"))]:
        text = (site.site / path).read_text("utf-8")
        copy = tmp_path / f"{len(files)}.html"
        copy.write_text(re.sub(r"(<style>).*?(</style>)", r"\1\2", text, flags=re.S), "utf-8")
        files[copy] = str(path)
    assert len(files) == 4 + 6
    assert errors(files) == []


def test_nu_finds_no_error_where_the_server_protects_the_site(tmp_path):
    made = Forum(tmp_path)
    with open(made.root / "content/forum.yaml", "a", encoding="utf-8") as settings:
        settings.write("statistics-page: true\ngate: server\n")
    made.issue("--member", "XA")
    made.build()
    files = {path: path.relative_to(made.site).as_posix() for path in sorted(made.site.rglob("*.html")) if not path.name.startswith("form.")}
    assert len(files) >= 250
    assert errors(files) == []


def test_nu_is_listened_to(site, tmp_path):
    files = unlocked(site, site.guest, tmp_path)
    path = next(iter(files))
    path.write_text(path.read_text("utf-8").replace("<main ", "<main><p><ul></p><main ", 1), "utf-8")
    assert errors({path: "wrong"})
