"""Attachments and pictures: sealed files, opened as they come, saved or shown."""

import hashlib
import shutil
import struct
from base64 import b64encode

import pytest

from forge.notation import padded
from forge.objects import CHUNK, ROOM, SIGNED, split
from forged import OWN, ForgedSite, host, opened, png
from reader import Reader

# Writes down what is saved, with the bytes' hash, in the place of saving it.
CATCH = """
self.__saved = [];
HTMLAnchorElement.prototype.click = async function () {
  const bytes = await (await fetch(this.href)).blob();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  self.__saved.push([this.download, bytes.type, bytes.size, Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')]);
};
// A page's policy lets it fetch nothing from blob:, so that the bytes are kept when their address is made.
const make = URL.createObjectURL, kept = new Map(), ask = self.fetch;
URL.createObjectURL = blob => { const address = make(blob); kept.set(address, blob); return address; };
self.fetch = (...given) => kept.has(given[0]) ? Promise.resolve({ blob: async () => kept.get(given[0]) }) : ask(...given);
"""
# Lets the first bytes of a file through, the others when told; a file that is no longer wanted ends with a fault, as from a network.
HOLD = """
const whole = self.fetch, first = 1048576 + 20000;
self.fetch = async (address, options) => {
  const answer = await whole(address, options);
  if (!/\\.bin$/.test(answer.url)) return answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return new Response(new ReadableStream({ async start(controller) {
    options.signal.addEventListener('abort', () => { self.__aborted = true; controller.error(new Error('aborted')); });
    controller.enqueue(bytes.subarray(0, first));
    await new Promise(resolve => { self.__letGo = resolve; });
    if (self.__cut) return controller.error(new Error('cut'));
    controller.enqueue(bytes.subarray(first));
    controller.close();
  } }));
};"""

SMALL, EMPTY, LARGE, PAGE, GUESTS = (f"files/{name * 16}.bin" for name in "abcd" "e")
GUESTS = GUESTS.replace("/", "/2026-014/")
PICTURES = {kind: f"files/{name * 16}.bin" for kind, name in {"png": "p", "no picture": "n", "svg": "s", "damaged": "q", "far": "f"}.items()}
CONTENT = {SMALL: b"%PDF-1.7 small", EMPTY: b"", LARGE: bytes(range(256)) * 4 * 2700}


def link(path, label):
    return f'<a href="../{path}" data-file>{label}</a>'


@pytest.fixture(scope="module")
def site(forum, tmp_path_factory):
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("files"))
    made.page("en/", "Home", link(SMALL, "Plan (PDF, 1 KB)"), link(EMPTY, "Nothing"), link(LARGE, "Data (CSV, 2 MB)"), link(PAGE, "Page"),
              link("files/0000000000000000.bin", "Nowhere"), link("files/zzzzzzzzzzzzzzzz.bin", "Gone"), '<a class="next" href="2026-001/">Next</a>',
              '<a class="pictures" href="2026-002/">Pictures</a>')
    made.page("en/2026-001/", "Next", '<a class="home" href="../">Home</a>')
    images = [f'<p><img data-file="../../{path}" alt="A {kind}" id="{kind.replace(" ", "-")}"></p>' for kind, path in PICTURES.items()]
    images.insert(-1, '<p>.</p>' * 300)
    inline = b64encode(png()).decode()
    made.page("en/2026-002/", "Pictures", f'<img id="inline" alt="Inline" data-inline="image/png {inline}">',
              f'<img alt="No such type" data-inline="image/svg+xml {inline}">', '<img alt="No base 64" data-inline="image/png *">',
              *images, '<a class="home" href="../">Home</a>')
    made.page(OWN, "Ours", f'<a href="../../{GUESTS}" data-file>Theirs</a>', f'<a href="../../{SMALL}" data-file>Members’</a>', key=made.guests())
    made.file(SMALL, "Plan d’action.pdf", "application/pdf", CONTENT[SMALL])
    made.file(EMPTY, "empty.txt", "text/plain", b"")
    made.file(LARGE, "data.csv", "text/csv", CONTENT[LARGE])
    made.file(PAGE, "page.html", "text/html", b"<script>parent.__ran = true</script>")
    made.file(GUESTS, "theirs.pdf", "application/pdf", b"theirs", made.guests())
    for kind, path in PICTURES.items():
        made.file(path, "picture.png", {"no picture": "application/pdf", "svg": "image/svg+xml"}.get(kind, "image/png"), png())
    made.write(PICTURES["damaged"], (made.folder / PICTURES["png"]).read_bytes())
    made.member, made.guest = made.issue("member"), made.issue("guest", made.guests())
    made.close()
    return made


@pytest.fixture
def member(tab, host, site):
    host.answers.clear()
    return opened(tab, host, site.member, "en/", CATCH)


@pytest.fixture
def held(tab, host, site):
    """The same, with files that stop on their way."""
    host.answers.clear()
    return opened(tab, host, site.member, "en/", CATCH + HOLD)


def named(reader, label):
    return reader.wait(lambda: next((one for one in reader.all("a[data-file]") if one.text.startswith(label)), None))


def saved(reader, count=1):
    return reader.wait(lambda: (found := reader.js("return self.__saved")) and len(found) >= count and found, what="nothing was saved")


@pytest.mark.parametrize("label, name, kind, path", [
    ("Plan", "Plan d’action.pdf", "application/pdf", SMALL), ("Nothing", "empty.txt", "text/plain", EMPTY),
    ("Data", "data.csv", "text/csv", LARGE)])
def test_a_file_is_saved_under_its_name(member, label, name, kind, path):
    member.click(named(member, label))
    content = CONTENT[path]
    assert saved(member) == [[name, kind, len(content), hashlib.sha256(content).hexdigest()]]
    member.wait(lambda: not member.all(".gate-files > *"))
    assert "saved" in member.js("return document.querySelector('.gate-status').textContent")
    assert member.path == "en/" and not member.text(".gate-alert") and member.complaints() == []
    assert not member.text(".gate-notice")


def test_what_a_browser_could_run_is_saved_without_its_type(member):
    member.click(named(member, "Page"))
    assert [one[:2] for one in saved(member)] == [["page.html", "application/octet-stream"]]
    assert member.js("return self.__ran") is None


@pytest.mark.only("chromium", because="the other browsers' drivers cannot say where downloads go")
def test_the_browser_saves_it(tab, host, site, tmp_path):
    reader = opened(tab, host, site.member, "en/")
    tab.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    reader.click(named(reader, "Data"))
    file = tmp_path / "data.csv"
    reader.wait(lambda: file.exists() and file.read_bytes() == CONTENT[LARGE])


def test_progress_is_shown_and_told(held):
    held.click(named(held, "Data"))
    shown = held.wait(lambda: (text := held.text(".gate-files")) and "33" in text and text, what="no progress")
    assert "Data (CSV, 2 MB)" in shown and "33%" in shown
    bar = held.one(".gate-files progress")
    assert bar.get_attribute("aria-label") == "Data (CSV, 2 MB)" and 0.3 < float(bar.get_attribute("value")) < 0.4
    assert "33%" in held.js("return document.querySelector('.gate-status').textContent")
    assert held.js("return self.__saved") == [], "nothing is saved before it is whole"
    # A second click starts no second download, and the download goes on while the reader reads on.
    held.click(named(held, "Data"))
    held.follow(".next")
    assert len(held.all(".gate-files > p")) == 1 and "33%" in held.text(".gate-files")
    held.js("self.__letGo()")
    assert saved(held)[0][2] == len(CONTENT[LARGE])


def test_a_download_can_be_cancelled(held):
    held.click(named(held, "Data"))
    held.wait(lambda: "33%" in (held.text(".gate-files") or ""))
    held.click(".gate-files button")
    held.wait(lambda: not held.all(".gate-files > *"))
    assert held.js("return self.__aborted") and held.js("return self.__saved") == []
    assert "cancelled" in held.js("return document.querySelector('.gate-status').textContent") and not held.text(".gate-alert")


def test_signing_out_ends_downloads(held):
    held.click(named(held, "Data"))
    held.wait(lambda: "33%" in (held.text(".gate-files") or ""))
    held.js("self.addEventListener('pagehide', () => { sessionStorage.aborted = self.__aborted; });")
    held.click("[data-sign-out]")
    held.wait(held.is_locked)
    assert held.js("return sessionStorage.aborted") == "true" and not held.all(".gate-files")


def test_a_network_that_fails_is_told(held):
    held.click(named(held, "Data"))
    held.wait(lambda: "33%" in (held.text(".gate-files") or ""))
    held.js("self.__cut = true; self.__letGo()")
    assert "Data (CSV, 2 MB): The file could not be loaded" in held.alert()
    assert held.js("return self.__saved") == [] and not held.all(".gate-files > *")


@pytest.mark.parametrize("label", ["Nowhere", "Gone"])
def test_a_link_to_no_file_is_told(member, label):
    member.click(named(member, label))
    assert member.alert().startswith(label + ": This file could not be opened")


def chunks():
    """Chunks of a text that are not those that the office makes of it; the text itself comes first."""
    text = b"data.csv\ntext/csv\n" + CONTENT[LARGE]
    good = split(text)

    def packed(piece, size=CHUNK):
        return (b"\0" + struct.pack(">I", len(piece)) + piece).ljust(size, b"\0")
    first, last = text[:ROOM], text[2 * ROOM:]
    size = len(good[-1])
    return {
        "as the office does it": good,
        "the last one longer": good[:-1] + [good[-1] + bytes(16)],
        "another chunk of zeros": good[:-1] + [good[-1].ljust(CHUNK, b"\0"), bytes(5)],
        "a short one in the middle": [good[0], packed(text[ROOM:ROOM + 9]), good[2]],
        "a method": [b"\1" + good[0][1:], *good[1:]],
        "bytes after the text": [*good[:-1], good[-1][:-1] + b"x"],
        "a length past its end": [*good[:-1], b"\0" + struct.pack(">I", size) + good[-1][5:]],
        "one chunk": [packed(first[:99], padded(104))],
        "a chunk that is not of 1 MiB": [packed(first[:99], padded(104)), packed(last, size)],
        "less than two": [],
        "no name": split(b"x" * len(text)),
    }


CHUNKS = chunks()


@pytest.mark.only("chromium", because="the same bytes are read by the same lines in every engine")
@pytest.mark.parametrize("kind", CHUNKS)
def test_chunks_are_as_the_office_makes_them(member, host, site, kind):
    preface, sealed = site.sealer.seal_chunks("file", LARGE, CHUNKS[kind], site.master())
    host.answers["/" + LARGE] = (200, preface + b"".join(sealed))
    member.click(named(member, "Data"))
    if kind == "as the office does it":
        assert saved(member)[0][3] == hashlib.sha256(CONTENT[LARGE]).hexdigest()
    else:
        assert "could not be opened" in member.alert() and member.js("return self.__saved") == []


TABLE = 48
AFTER = TABLE + 4 + 36 * 3 + 64


def changed(sealed, kind):
    chunk = CHUNK + 16
    return {
        "cut short": lambda: sealed[:-1], "cut after a chunk": lambda: sealed[:AFTER + chunk], "cut in the table": lambda: sealed[:TABLE + 9],
        "longer": lambda: sealed + b"\0",
        "two chunks exchanged": lambda: sealed[:AFTER] + sealed[AFTER + chunk:AFTER + 2 * chunk] + sealed[AFTER:AFTER + chunk]
        + sealed[AFTER + 2 * chunk:],
        "a bit of the last chunk": lambda: sealed[:-20] + bytes([sealed[-20] ^ 1]) + sealed[-19:],
        "a bit of the table": lambda: sealed[:TABLE + 10] + bytes([sealed[TABLE + 10] ^ 1]) + sealed[TABLE + 11:],
        "another count": lambda: sealed[:TABLE + 3] + b"\2" + sealed[TABLE + 4:],
        "too many chunks": lambda: sealed[:TABLE] + struct.pack(">I", 4097) + sealed[TABLE + 4:],
        "a bit of the signature": lambda: sealed[:AFTER - 1] + bytes([sealed[AFTER - 1] ^ 1]) + sealed[AFTER:],
        "the flag of chunks taken away": lambda: sealed[:6] + bytes([SIGNED]) + sealed[7:],
        "the kind of a page": lambda: sealed[:4] + b"\1" + sealed[5:],
    }[kind]()


@pytest.mark.only("chromium", because="the same bytes are read by the same lines in every engine")
@pytest.mark.parametrize("kind", [
    "cut short", "cut after a chunk", "cut in the table", "longer", "two chunks exchanged", "a bit of the last chunk", "a bit of the table",
    "another count", "too many chunks", "a bit of the signature", "the flag of chunks taken away", "the kind of a page"])
def test_a_file_is_checked_whole(member, host, kind):
    host.answers["/" + LARGE] = (200, changed((host.site / LARGE).read_bytes(), kind))
    member.click(named(member, "Data"))
    assert "could not be opened" in member.alert()
    assert member.js("return self.__saved") == [] and not member.all(".gate-files > *")


def test_a_guest_saves_what_is_theirs_and_nothing_else(tab, host, site):
    host.answers.clear()
    reader = opened(tab, host, site.guest, OWN, CATCH)
    reader.click(named(reader, "Theirs"))
    assert saved(reader)[0][0] == "theirs.pdf"
    reader.click(named(reader, "Members"))
    assert "could not be opened" in reader.alert()


def test_pictures_are_shown_when_they_come_near(member, host):
    member.follow(".pictures")
    for name in ("inline", "png"):
        image = member.one("#" + name)
        member.wait(lambda: member.js("return arguments[0].naturalWidth", image) == 8, what=f"{name} is not shown")
        assert image.get_attribute("src").startswith("blob:")
    far = member.one("#far")
    assert far.get_attribute("src") is None
    member.js("arguments[0].scrollIntoView({ behavior: 'instant' })", far)
    member.wait(lambda: member.js("return arguments[0].naturalWidth", far) == 8)
    assert member.js("return self.__violations") == []


def test_a_picture_that_cannot_be_shown_is_described(member):
    member.follow(".pictures")
    for alt in ("A no picture", "A svg", "A damaged", "No such type", "No base 64"):
        said = member.wait(lambda: next((one.text for one in member.all("span.left-out") if one.text.startswith(alt)), None), what=alt)
        assert "could not be opened" in said
    assert not member.all("#no-picture") and not member.all("#svg")


def test_pictures_are_freed_with_their_page(member):
    member.js("""self.__made = new Set(); const make = self.URL.createObjectURL, free = self.URL.revokeObjectURL;
        self.URL.createObjectURL = blob => { const address = make(blob); self.__made.add(address); return address; };
        self.URL.revokeObjectURL = address => { self.__made.delete(address); free(address); };""")
    member.follow(".pictures")
    member.wait(lambda: member.js("return self.__made.size") >= 2)
    member.follow(".home")
    assert member.js("return self.__made.size") == 0


def test_from_a_folder_files_need_the_web(tab, site, tmp_path):
    shutil.copytree(site.folder, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", site.member)
    reader.open("en/index.html")
    reader.click(named(reader, "Plan"))
    assert "Plan (PDF, 1 KB): Files cannot be opened from a folder" in reader.alert()
    assert reader.path == "en/index.html"
    reader.get("en/2026-002/index.html")
    if not tab.folders_share_storage:
        reader.submit(site.member)
    reader.wait(reader.is_open)
    reader.wait(lambda: reader.js("return document.querySelector('#inline').naturalWidth") == 8)
    for image in reader.all("img[data-file]"):
        reader.js("arguments[0].scrollIntoView({ behavior: 'instant' })", image)
    reader.wait(lambda: sum("cannot be opened from a folder" in one.text for one in reader.all("span.left-out")) == len(PICTURES))
