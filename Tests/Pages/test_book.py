"""Books of the forum: EPUB files, read by EPUBCheck, by Python's zipfile and XML parser, and looked through for what they must not say."""

import json
import os
import re
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest
from forged import png
from forum import NOW, ROSTRUM, Forum, rostrum
from hostile import HostileForum

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] if os.environ.get("ROSTRUM_TEST_LONG") else ["ar", "en", "ru"]
CHECKER = "/usr/share/java/epubcheck.jar"  # of Debian's package epubcheck, whose own command needs what containers lack
XHTML = "{http://www.w3.org/1999/xhtml}"


def export(forum, path, *words):
    rostrum(forum.root, "export", "--epub", str(path), "--now", NOW, *words)
    return path


def complaints(*books):
    """What EPUBCheck says of them."""
    found = []
    for book in books:
        done = subprocess.run(["java", "-jar", CHECKER, "--json", "-", str(book)], capture_output=True, text=True, timeout=120)
        told = json.loads(done.stdout[done.stdout.index("{"):])
        assert told["publication"]["renditionLayout"] == "reflowable"
        found += [(book.name, one["severity"], one["message"], one["locations"][0]["path"]) for one in told["messages"]]
    return found


def documents(book):
    """By their names: the documents of a book, parsed."""
    with zipfile.ZipFile(book) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("EPUB/"): ElementTree.fromstring(archive.read(name)) for name in names}


def words(document):
    return re.sub(r"\s+", " ", "".join(document.find(f"{XHTML}body").itertext())).strip()


@pytest.fixture(scope="session")
def books(forum, tmp_path_factory):
    folder = tmp_path_factory.mktemp("books")
    return {language: export(forum, folder / f"{language}.epub", "--language", language) for language in LANGUAGES}


def test_epubcheck_has_nothing_to_say(books):
    assert complaints(*books.values()) == []


def test_epubcheck_is_listened_to(books, tmp_path):
    with zipfile.ZipFile(books["en"]) as archive, zipfile.ZipFile(tmp_path / "wrong.epub", "w") as wrong:
        for name in archive.namelist():
            wrong.writestr(name, archive.read(name).replace(b"<h1>", b"<h1 align='left'>"))
    assert complaints(tmp_path / "wrong.epub")


def test_its_type_is_told_by_its_first_bytes(books):
    start = books["ru"].read_bytes()[:64]
    assert start[:4] == b"PK\3\4" and start[8:10] == b"\0\0" and start[30:58] == b"mimetypeapplication/epub+zip"
    assert books["ru"].stat().st_mode & 0o777 == 0o600


def test_all_of_the_forum_is_in_it(forum, books):
    chapters = documents(books["en"])
    root = forum.root / "content"
    expected = {f"entry-{one.name}.xhtml" for one in (root / "library").iterdir()}
    expected |= {f"discussion-{one.name}.xhtml" for one in (root / "discussions").iterdir() if one.name <= "2026-007"}
    assert set(chapters) == expected | {"title-page.xhtml", "contents.xhtml"}
    discussion = chapters["discussion-2026-005.xhtml"]
    ids = [one.get("id") for one in discussion.iter(f"{XHTML}article")]
    assert sorted(ids) == [f"c{number:04}" for number in range(1, 10)] and ids != sorted(ids)  # replies below what they answer
    assert discussion.find(f".//*[@id='participants']/../{XHTML}ul/{XHTML}li") is not None
    # What a page has for its readers' programs and for writing is not there.
    assert not list(discussion.iter(f"{XHTML}button")) and not list(discussion.iter(f"{XHTML}details"))
    assert "Reply" not in [words for words in discussion.itertext()]


def test_it_says_that_it_is_not_sealed(forum, books, tmp_path):
    assert "This book is not sealed" in words(documents(books["en"])["title-page.xhtml"])
    assert "غير مشفّر" in words(documents(books["ar"])["title-page.xhtml"])
    done = subprocess.run(
        [ROSTRUM, "export", "--epub", str(tmp_path / "said.epub"), "--root", str(forum.root), "--quiet"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "NOT sealed" in done.stderr


def test_links_lead_within_it_or_to_the_web(books):
    inside = 0
    for book in books.values():
        chapters = documents(book)
        for name, chapter in chapters.items():
            for link in chapter.iter(f"{XHTML}a"):
                file, _, anchor = link.get("href").partition("#")
                if re.match(r"(https?|mailto):", file):
                    continue
                inside += 1
                target = chapters[file or name]
                assert not anchor or target.find(f".//*[@id='{anchor}']") is not None, (name, link.get("href"))
    assert inside > 250


def test_languages_and_directions(books):
    chapters = documents(books["ar"])
    assert [chapters["contents.xhtml"].get(one) for one in ("lang", "dir")] == ["ar", "rtl"]
    # One that is not there in the book's language stands in its own, and is called so in the contents.
    assert chapters["discussion-2026-002.xhtml"].get("lang") == "en"
    listed = chapters["contents.xhtml"].find(f".//{XHTML}a[@href='discussion-2026-002.xhtml']/{XHTML}bdi[@lang]")
    assert [listed.get("lang"), listed.get("dir")] == ["en", "ltr"]
    with zipfile.ZipFile(books["ar"]) as archive:
        assert b'page-progression-direction="rtl"' in archive.read("EPUB/package.opf")


def test_pictures_are_in_it(books):
    chapters = documents(books["en"])
    shown = {one.get("src") for chapter in chapters.values() for one in chapter.iter(f"{XHTML}img")}
    with zipfile.ZipFile(books["en"]) as archive:
        held = {name.removeprefix("EPUB/") for name in archive.namelist() if "picture" in name}
    assert shown == held and len(held) >= 5


def test_the_same_gives_the_same_bytes(forum, books, tmp_path):
    again = export(forum, tmp_path / "again.epub", "--language", "ru", "--jobs", "1")
    assert again.read_bytes() == books["ru"].read_bytes()


@pytest.mark.parametrize("gate", ["sealed", "server"])
def test_one_discussion_says_nothing_of_others(tmp_path, gate):
    """Guests may have it, so it is no more than their page: neither titles of other discussions nor who wrote elsewhere."""
    forum = Forum(tmp_path / "forum")
    with open(forum.root / "content/forum.yaml", "a", encoding="utf-8") as text:
        text.write(f"gate: {gate}\n")
    settings = forum.root / "content/discussions/2026-005/discussion.yaml"
    settings.write_text(settings.read_text("utf-8") + "parallel: [2026-003]\nguests: true\n", "utf-8")
    forum.issue("--member", "XA")
    book = export(forum, tmp_path / "one.epub", "--discussion", "2026-005")
    assert complaints(book) == []
    chapters = documents(book)
    assert set(chapters) == {"title-page.xhtml", "contents.xhtml", "discussion-2026-005.xhtml"}
    said = " ".join(words(one) for one in chapters.values())
    assert "Digitising paper registers" in said and "proceedings of a discussion" in said
    titles = [re.search(r'(?m)^title: "?(.+?)"?$', one.read_text("utf-8"))[1] for one in (forum.root / "content/discussions").glob("*/index.en.md")]
    assert len(titles) > 5 and [title for title in titles if title in said] == ["Digitising paper registers without stopping the counter"]
    # Links lead to what guests can open: the discussion's own pages, and other hosts.
    links = [one.get("href") for chapter in chapters.values() for one in chapter.iter(f"{XHTML}a") if one.get("href")]
    own = [one.removeprefix("http://localhost/") for one in links if one.startswith("http://localhost/")]
    assert own and all(one == "en/" or ("guests/" if gate == "server" else "/2026-005/") in one for one in own), own


def test_a_discussion_in_which_nobody_has_written(tmp_path):
    forum = Forum(tmp_path / "forum")
    for file in (forum.root / "content/discussions/2026-007").glob("0*"):
        file.unlink()
    forum.issue("--member", "XA")
    book = export(forum, tmp_path / "one.epub", "--discussion", "2026-007", "--language", "ar")
    assert complaints(book) == []
    with zipfile.ZipFile(book) as archive:
        assert b"<dc:language>en</dc:language>" in archive.read("EPUB/package.opf")  # it is not there in Arabic


def test_hostile_texts_and_pictures_make_a_valid_book(tmp_path):
    forum = HostileForum(tmp_path / "forum")
    files = forum.root / "content/discussions/2026-666/files"
    files.mkdir()
    (files / "small.png").write_bytes(png())
    (files / "other.jpg").write_bytes(png())
    (files / "broken.jpg").write_bytes(b"not a picture at all")
    (files / "numbers.csv").write_text("1,2")
    (forum.root / "content/discussions/2026-666/9999.en.md").write_text(
        "---\ndate: 2026-11-04\nrole: staff\n---\n"
        "![a \"b\" <c>](files/small.png) ![d](files/other.jpg) ![e](files/broken.jpg) [g](files/numbers.csv)\n\n"
        "A bell \x07, an escape \x1b[31m, the last of a plane \uffff, by its number &#xFFFE; too, and \U0001f600.\n\n"
        "[source[^1] of it](https://example.org/50%off#a#b) https://example.org/?y=100%\n\n| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |\n\n- [ ] open\n- [x] done\n\n"
        "Note[^1] and again[^1].\n\n[^1]: With `<br>` and a line\\\nbreak.\n", "utf-8")
    book = export(forum, tmp_path / "hostile.epub", "--language", "en")
    assert complaints(book) == []
    chapters = documents(book)
    discussion = chapters["discussion-2026-666.xhtml"]
    assert not list(discussion.iter(f"{XHTML}script")) and "A bell \ufffd, an escape \ufffd[31m" in words(discussion)
    assert [one.get("alt") for one in discussion.iter(f"{XHTML}img")] == ['a "b" <c>', "d"]
    assert all(not one.startswith("on") for element in discussion.iter() for one in element.keys())


def test_what_cannot_be_made_is_told(forum, tmp_path):
    def refused(*words):
        done = subprocess.run([ROSTRUM, "export", *words, "--root", str(forum.root), "--now", NOW], capture_output=True, text=True, timeout=120)
        assert done.returncode == 2, done.stderr
        return done.stderr

    book = tmp_path / "book.epub"
    assert 'there is no discussion "2026-999"' in refused("--epub", str(book), "--discussion", "2026-999")
    assert "has not opened" in refused("--epub", str(book), "--discussion", "2026-008")
    assert "no pages in the language de" in refused("--epub", str(book), "--language", "de")
    assert "Give either --zip or --epub" in refused()
    assert "leave --language out" in refused("--zip", str(book), "--language", "fr")
    for folder in ("site", "content"):
        assert f"{folder}" in refused("--epub", str(forum.root / folder / "book.epub"))
    book.write_text("theirs")
    assert "--replace" in refused("--epub", str(book)) and book.read_text() == "theirs"
    export(forum, book, "--replace")
    assert zipfile.is_zipfile(book) and sorted(one.name for one in tmp_path.iterdir()) == ["book.epub"]
