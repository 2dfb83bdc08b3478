"""The sample site as the program writes it, opened by a reader who knows nothing but FORMAT.md and a passphrase."""

import html
import itertools
import json

import pytest

from forum import NOW, Forum, rostrum
from sealedformat import keystore, manifest, names
from sealedformat.notation import Refused
from sealedformat.reader import Place, Reader, places

DISCUSSION = "2026-006"


@pytest.fixture(scope="module")
def forum(tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("forum"))
    made.passphrase = made.issue("--member", "XA")
    invited = ("--discussion", DISCUSSION, "--name", "A guest", "--requested-by", "XA", "--now", NOW, "--format", "json")
    made.guest = json.loads(rostrum(made.root, "access", "invite", *invited))["passphrase"]
    made.build()
    return made


def reader_of(forum, passphrase):
    return Reader(passphrase, lambda path: (forum.site / path).read_bytes())


@pytest.fixture(scope="module")
def member(forum):
    return reader_of(forum, forum.passphrase)


@pytest.fixture(scope="module")
def guest(forum):
    return reader_of(forum, forum.guest)


@pytest.fixture(scope="module")
def objects(forum):
    files = sorted(path for path in forum.site.rglob("*") if path.is_file())
    return list(places((path.relative_to(forum.site).as_posix(), path.read_bytes) for path in files))


def opened(reader, objects):
    """The objects that a reader opens, and why each of the others stays shut."""
    texts, shut = {}, {}
    for place in objects:
        try:
            texts[place] = reader.open(place)
        except Refused as refused:
            shut[place] = refused.outcome
    return texts, shut


def test_a_member_opens_everything(member, objects):
    texts, shut = opened(member, objects)
    assert not shut
    assert {place.kind for place in texts} == {"page", "part", "file", "search"}
    assert all(one.is_signed for one in texts.values())


def test_parts_join_their_pages(member, objects):
    joined = [place for place in objects if place.kind == "part"]
    assert joined
    for place in joined:
        page = Place("page", place.path, place.file)
        assert member.text(page) != member.open(page).text


def test_a_guest_opens_exactly_their_discussion(forum, guest, objects):
    store = json.loads((forum.root / "office/keystore.json").read_text("utf-8"))
    key = bytes.fromhex(store["namesKey"])
    copies = [names.opaque(key, f"guests/{DISCUSSION}/page/{page}") for page in ("help", "terms-of-use")]
    folder = forum.root / f"content/discussions/{DISCUSSION}"
    written = {path.name.split(".")[1] for path in folder.glob("index.*.md")}
    languages = {path.name.split(".")[1] for path in forum.root.glob("content/pages/help/index.*.md")}
    attached = [path.relative_to(forum.root / "content").as_posix() for path in folder.glob("files/*")]
    expected = {("page", f"{language}/{DISCUSSION}/") for language in written}
    expected |= {("page", f"{language}/{DISCUSSION}/{name}/") for language in languages for name in copies}
    for page in ("form", "search"):
        name = names.opaque(key, f"guests/{DISCUSSION}/{page}")
        expected |= {("page", f"{language}/{DISCUSSION}/{name}/") for language in written}
    expected |= {("file", f"files/{DISCUSSION}/{names.opaque(key, f'file/{path}')}.bin") for path in attached}
    beside = [path.relative_to(forum.root / "content").as_posix() for path in forum.root.glob("content/pages/help/files/*")]
    expected |= {("file", f"files/{DISCUSSION}/{names.opaque(key, f'guests/{DISCUSSION}/file/{path}')}.bin") for path in beside}
    expected |= {("search", path) for path in index(forum, key, folder)}

    texts, shut = opened(guest, objects)
    assert {(place.kind, place.path) for place in texts} == expected
    assert set(shut.values()) == {"no key"}
    assert guest.contents.first_page.split("/")[1] == DISCUSSION


def index(forum, key, folder):
    """The files of the discussion's index for its guests: of each language that a text is written in, and of each section so many as there are."""
    for language in {path.name.split(".")[1] for path in folder.glob("*.md")}:
        purpose = f"guests/{DISCUSSION}/search/{language}"
        yield f"search/{DISCUSSION}/{names.opaque(key, f'{purpose}/table')}.bin"
        for section in ("words", "endings", "postings", "positions", "pairs", "texts"):
            for number in itertools.count():
                path = f"search/{DISCUSSION}/{names.opaque(key, f'{purpose}/{section}/{number}')}.bin"
                if not (forum.site / path).exists():
                    break
                yield path


def test_a_guest_reads_no_title_of_anything_else(forum, guest, objects):
    titles, heads = forum.titles(), own_front_matter(forum)
    own = {title for title in titles if title in heads}
    assert own and titles - own
    texts, _ = opened(guest, objects)
    read = html.unescape(b"\n".join(one.text for one in texts.values()).decode("utf-8", "replace"))
    assert any(title in read for title in own)
    assert not [title for title in titles - own if title in read]


def own_front_matter(forum):
    folder = forum.root / f"content/discussions/{DISCUSSION}"
    return "\n".join(path.read_text("utf-8").split("\n---\n")[0] for path in folder.glob("index.*.md"))


def test_files_have_their_name_and_type(forum, member, objects):
    named = set()
    for place in objects:
        if place.kind == "file":
            name, kind, body = member.open(place).text.split(b"\n", 2)
            assert b"/" in kind
            # The calendar is the only one that the program makes itself.
            assert (kind == b"text/calendar") == body.startswith(b"BEGIN:VCALENDAR\r\n") == (name == b"calendar.ics")
            if kind != b"text/calendar":
                named.add((name.decode(), body))
    content = forum.root / "content"
    attached = {(path.name, path.read_bytes()) for path in content.glob("discussions/*/files/*")}
    assert attached and named and named <= {(path.name, path.read_bytes()) for path in content.rglob("*") if path.is_file()}
    assert named & attached


def test_the_manifest_names_exactly_the_objects(forum, member, objects):
    head = member.manifest_head()
    listed = {}
    for shard in range(1 << head.levels):
        data = (forum.site / manifest.shard_path(head, shard)).read_bytes()
        entries = manifest.read_shard(data, member.head.site, head, shard)
        assert all(manifest.shard_number(key, head.levels) == shard for key in entries)
        listed |= entries
    expected = {
        manifest.key_of(member.head.site, place.kind, place.path): member.open(place).tag[:16] for place in objects}
    assert listed == expected
    shards = [path for path in (forum.site / "manifest").rglob("*") if path.is_file() and path.name != "head.bin"]
    assert len(shards) == 1 << head.levels
    for place in objects:
        member.check_fresh(place, member.open(place))


def test_nothing_else_is_sealed(forum, objects):
    """No file of the site is left that neither is open by name nor holds an object."""
    sealed = {place.file for place in objects}
    rest = {path.relative_to(forum.site).as_posix() for path in forum.site.rglob("*") if path.is_file()} - sealed
    open_files = {path for path in rest if path.startswith(("assets/", "keyring/", "manifest/"))}
    signing_in = {path for path in rest if path.endswith("index.html") and path.count("/") <= 1}
    assert rest == open_files | signing_in | {"404.html", ".htaccess", "server/nginx.conf"}


def test_the_keystore_checks_itself(forum):
    store = json.loads((forum.root / "office/keystore.json").read_text("utf-8"))
    assert len(store["slots"]) == 2 and keystore.check(store) == store["check"]
