"""The copy that `rostrum export --zip` makes: from a folder it is all there, search and attachments too, and still sealed."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import zipfile

import pytest

from forum import NOW, ROSTRUM, Forum, rostrum
from reader import Reader
from search import RESULTS, addresses, marks, ready, told
from test_files import CATCH, named, saved

WRAPPED = re.compile(rb'\(self\.rostrumFiles=self\.rostrumFiles\|\|\{\}\)\["((?:files|search)/(?:\d{4}-\d{3}/)?[a-z2-7]{16}\.bin)"\]="([A-Za-z0-9+/=]*)";\n')


@pytest.fixture(scope="module")
def forum(tmp_path_factory):
    """One of its own: it is audited before it is copied, and nobody else puts anything into its site."""
    made = Forum(tmp_path_factory.mktemp("forum"))
    made.passphrase = made.issue("--member", "XA")
    made.build()
    return made


@pytest.fixture(scope="module")
def archive(forum, tmp_path_factory):
    path = tmp_path_factory.mktemp("copy") / "copy.zip"
    rostrum(forum.root, "export", "--zip", str(path), "--now", NOW)
    return path


@pytest.fixture(scope="module")
def copy(archive):
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(archive.parent / "unpacked")
    return archive.parent / "unpacked/forum"


def placed(copy, folder):
    """A copy of its own for a test: an engine has the script that runs before a page's own put into the files."""
    shutil.copytree(copy, folder / "placed")
    return (folder / "placed").as_uri() + "/"


@pytest.fixture
def reader(tab, copy, forum, tmp_path):
    return Reader(tab, placed(copy, tmp_path), forum.passphrase, before=CATCH)


def go_on(reader):
    """Unlocks the next page where the engine keeps the pages' storages apart."""
    reader.wait(lambda: reader.is_locked() or reader.is_open())
    if reader.is_locked():
        assert not reader.browser.folders_share_storage, "the next page asks again"
        reader.submit(reader.passphrase)
    reader.wait(reader.is_open)


def test_each_file_is_the_sites_or_a_script_around_it(forum, archive, copy):
    site = {path.relative_to(forum.site).as_posix(): path.read_bytes() for path in forum.site.rglob("*") if path.is_file()}
    for path in [path for path in copy.rglob("*") if path.is_file()]:
        name, content = path.relative_to(copy).as_posix(), path.read_bytes()
        if name.endswith(".bin.js"):
            wrapped = WRAPPED.fullmatch(content)
            assert wrapped and wrapped[1].decode() + ".js" == name
            content, name = base64.b64decode(wrapped[2], validate=True), name.removesuffix(".js")
        assert site.pop(name) == content, name
    assert {name.split("/")[0] for name in site} == {".htaccess", "manifest", "server"}
    assert subprocess.run(["unzip", "-tq", str(archive)], capture_output=True).returncode == 0
    assert archive.stat().st_size < 1.2 * sum(len(path.read_bytes()) for path in forum.site.rglob("*") if path.is_file())


def test_search_finds(reader):
    reader.open("en/index.html")
    with reader.another_document():
        reader.one(".find input").send_keys("mentored examiner")
        reader.click(".find button")
    go_on(reader)
    ready(reader)
    reader.wait(lambda: reader.all(RESULTS))
    assert told(reader).startswith("Results: ") and "mentoring" in marks(reader)
    assert all(address.startswith(reader.address) for address in addresses(reader))
    with reader.another_document():
        reader.click(f"{RESULTS} h3 a")
    go_on(reader)
    assert "mentor" in reader.text("main").lower() and reader.complaints() == []


def test_what_leads_to_pages_from_scripts(reader):
    """The form's link to the terms; and no address in a folder is copied."""
    reader.open("en/2026-006/index.html")
    reader.wait(lambda: reader.js("return 'tools' in document.documentElement.dataset"), what="nothing helps with reading")
    assert reader.all("[data-copy]") and not [one for one in reader.all("[data-copy]") if one.is_displayed()]
    assert [one for one in reader.all("[data-quote]") if one.is_displayed()]
    with reader.another_document():
        reader.click(".menu li:nth-child(7) a")
    go_on(reader)
    link = reader.wait(lambda: next(iter(reader.all("[data-part=termsLink] a")), None))
    assert link.get_attribute("href").endswith("/index.html")


def test_attachments_are_saved_and_pictures_shown(reader, forum, copy):
    reader.open("en/index.html")
    with reader.another_document():
        reader.click(".menu li:nth-child(4) a")
    go_on(reader)
    with reader.another_document():
        reader.click(reader.wait(lambda: next(iter(one for one in reader.all("main a") if "61,400 folios" in one.text), None)))
    go_on(reader)
    # The picture first: as it comes, it moves what is below it.
    image = reader.one("main img[alt]")
    reader.js("arguments[0].scrollIntoView({ behavior: 'instant' })", image)
    reader.wait(lambda: reader.js("return arguments[0].naturalWidth", image) > 100, what="the picture is not shown")
    folder = forum.root / "content/library/register-digitisation/files"
    reader.click(named(reader, "batch-log.csv"))
    content = (folder / "batch-log.csv").read_bytes()
    assert saved(reader) == [["batch-log.csv", "text/csv", len(content), hashlib.sha256(content).hexdigest()]]
    assert image.get_attribute("src").startswith("blob:") and not reader.all("span.left-out") and reader.complaints() == []


@pytest.fixture(scope="module")
def invited(forum, tmp_path_factory):
    """A copy of one discussion, unpacked, the passphrase of a guest of it, and the site that it is of."""
    folder = tmp_path_factory.mktemp("one")
    shutil.copytree(forum.root, folder / "of")
    words = ("--discussion", "2026-006", "--name", "A guest", "--requested-by", "XA", "--now", NOW, "--format", "json")
    guest = json.loads(rostrum(folder / "of", "access", "invite", *words))["passphrase"]
    rostrum(folder / "of", "build", "--now", NOW)
    rostrum(folder / "of", "export", "--zip", str(folder / "one.zip"), "--discussion", "2026-006", "--now", NOW)
    with zipfile.ZipFile(folder / "one.zip") as packed:
        packed.extractall(folder)
    return folder / "forum", guest, folder / "of/site"


def test_a_copy_of_one_discussion_holds_nothing_else(invited):
    copy, _, site = invited
    pages = {path.relative_to(copy).as_posix(): path.read_text("utf-8") for path in copy.rglob("index.html")}
    assert set(pages) == {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    sealed = {path for path, text in pages.items() if 'id="sealed"' in text}
    assert sealed == {path for path in pages if "/2026-006/" in path} and len(sealed) >= 8
    for path, text in pages.items():
        if path in sealed or path == "index.html":
            continue
        assert ">2026-006<" in text and "http://localhost/" in text
        link = re.search(r'<a href="([^"]+2026-006/index.html)"', text)[1]
        assert (copy / path).parent.joinpath(link).is_file()
    folders = {path.parent.relative_to(copy).as_posix() for path in copy.rglob("*.bin.js")}
    assert folders == {"search/2026-006", "files/2026-006"}


def test_a_guest_reads_and_searches_it(tab, invited, tmp_path):
    copy, guest, _ = invited
    reader = Reader(tab, placed(copy, tmp_path), guest)
    reader.get("en/index.html")
    with reader.another_document():
        reader.click("main a")
    reader.submit(guest)
    reader.wait(reader.is_open)
    with reader.another_document():
        reader.one(".find input").send_keys("honey")
        reader.click(".find button")
    go_on(reader)
    ready(reader)
    reader.wait(lambda: reader.all(RESULTS))
    assert "honey" in marks(reader) and all("/2026-006/" in address for address in addresses(reader))


def test_members_are_led_to_the_web_from_it(tab, forum, invited, tmp_path):
    copy, _, _ = invited
    reader = Reader(tab, placed(copy, tmp_path), forum.passphrase)
    reader.open("en/2026-006/index.html")
    with reader.another_document():
        reader.click(".menu li:nth-child(4) a")
    assert "This copy of the forum holds one discussion" in reader.text("main")
    with reader.another_document():
        reader.click("main a")
    go_on(reader)
    assert "control body" in reader.text("h1")


def test_the_same_gives_the_same_bytes(forum, tmp_path):
    for name in ("one.zip", "other.zip"):
        rostrum(forum.root, "export", "--zip", str(tmp_path / name), "--now", NOW)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_what_cannot_be_made_is_told(forum, archive, tmp_path):
    def refused(*words):
        done = subprocess.run([ROSTRUM, "export", *words, "--root", str(forum.root), "--now", NOW], capture_output=True, text=True, timeout=120)
        assert done.returncode == 2, done.stderr
        return done.stderr

    before = archive.read_bytes()
    assert "--replace" in refused("--zip", str(archive)) and archive.read_bytes() == before
    assert "inside the forum" in refused("--zip", str(forum.root / "copy.zip"))
    assert "there is no folder" in refused("--zip", str(tmp_path / "none/copy.zip"))
    assert list(tmp_path.iterdir()) == []
