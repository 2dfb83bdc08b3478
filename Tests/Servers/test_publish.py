"""`rostrum publish`: what is sent where, in which order, and what is left alone."""

import hashlib
import json
import os
import shutil
import subprocess
import zipfile

import pytest

from forum import NOW, ROSTRUM, rostrum
from host import Host

TURNS = ("keyring", "files", "assets", "pages", "manifest", "head")


def turn(path):
    if path.startswith("server/") or path.endswith(".htaccess"):
        return -1
    if path == "manifest/head.bin":
        return 5
    if path.split("/")[0] in ("keyring", "files", "manifest"):
        return TURNS.index(path.split("/")[0])
    return 3 if path.endswith(".html") else 2


def publish(forum, *words, status=0, environment=None):
    """What it did, from its JSON: the steps, then the totals."""
    call = [ROSTRUM, "publish", *words, "--root", str(forum.root), "--now", NOW, "--format", "json"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, env={**os.environ, **(environment or {})})
    assert done.returncode == status, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
    return [json.loads(line) for line in done.stdout.splitlines()] if status < 2 else done.stderr


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def identity(path):
    """Tells a file from one that was written in its place."""
    return path.stat().st_ino, path.stat().st_mtime_ns


def change(forum):
    """One more page, and one text less in another: files come, go and change."""
    (forum.root / "content/pages/news").mkdir()
    (forum.root / "content/pages/news/index.en.md").write_text("---\ntitle: News\n---\nSome.\n", "utf-8")
    forum.build()


def unchange(forum):
    shutil.rmtree(forum.root / "content/pages/news")
    forum.build()


@pytest.fixture(params=["--to", "--rsync"])
def way(request):
    return request.param


def test_the_target_is_the_site_and_only_what_changed_is_sent(small, tmp_path, way):
    target = tmp_path / "www"
    first = publish(small, way, str(target))
    assert tree(target) == tree(small.site) and first[-1]["sent"] == len(tree(small.site))
    again = publish(small, way, str(target))
    assert len(again) == 1 and again[0] == {"sent": 0, "bytes": 0, "removed": 0, "kept": first[-1]["sent"], "dryRun": False}
    change(small)
    with_news = set(tree(small.site))
    steps = publish(small, way, str(target))
    assert tree(target) == tree(small.site)
    assert 0 < steps[-1]["sent"] < steps[-1]["kept"] + steps[-1]["sent"] and steps[-1]["removed"] >= 1
    unchange(small)
    steps = publish(small, way, str(target))
    gone = {step["remove"] for step in steps if "remove" in step}
    assert gone == with_news - set(tree(small.site)) and tree(target) == tree(small.site)
    folders = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_dir()}
    assert folders == {path.relative_to(small.site).as_posix() for path in small.site.rglob("*") if path.is_dir()}


def test_the_order_is_one_in_which_a_half_opens(small, tmp_path, way):
    target = tmp_path / "www"
    publish(small, way, str(target))
    change(small)
    for words in ((way, str(target), "--dry-run"), (way, str(tmp_path / "other"), "--dry-run")):
        before = tree(target)
        steps = publish(small, *words)
        assert steps[-1]["dryRun"] and tree(target) == before and not (tmp_path / "other").exists()
        sent = [turn(step["send"]) for step in steps[:-1] if "send" in step]
        assert sent == sorted(sent) and sent[-1] == 5
        removing = ["remove" in step for step in steps[:-1]]
        assert removing == sorted(removing)


def test_foreign_files_are_left_alone(small, tmp_path, way):
    target = tmp_path / "www"
    (target / "en").mkdir(parents=True)
    (target / "robots.txt").write_text("theirs")
    (target / "en/theirs.html").write_text("theirs")
    publish(small, way, str(target))
    change(small)
    publish(small, way, str(target))
    unchange(small)
    publish(small, way, str(target))
    assert (target / "robots.txt").read_text() == "theirs" and (target / "en/theirs.html").read_text() == "theirs"


def test_foreign_files_are_not_replaced_unasked(small, tmp_path, way):
    target = tmp_path / "www"
    target.mkdir()
    (target / "index.html").write_text("theirs")
    said = publish(small, way, str(target), status=2)
    assert "index.html" in said and "--take-over" in said
    assert tree(target) == {"index.html": b"theirs"}
    publish(small, way, str(target), "--take-over")
    assert tree(target) == tree(small.site)


def test_a_file_that_was_damaged_there_is_sent_again(small, tmp_path, way):
    target = tmp_path / "www"
    publish(small, way, str(target))
    page = target / "en/index.html"
    page.write_bytes(page.read_bytes()[:-1] + b"x")
    steps = publish(small, way, str(target))
    assert [step.get("send") for step in steps[:-1]] == ["en/index.html"] and tree(target) == tree(small.site)


def test_an_interrupted_publication_is_taken_up(small, tmp_path):
    target = tmp_path / "www"
    # A folder that is full, or may not be written, ends it in the middle: here one that stands in the place of a page.
    (target / "en/index.html").mkdir(parents=True)
    (target / "en/index.html/kept").write_text("theirs")
    assert "is a folder, where" in publish(small, "--to", str(target), "--take-over", status=2)
    assert (target / "keyring/head.js").exists() and not (target / "manifest/head.bin").exists()
    shutil.rmtree(target / "en/index.html")
    waiting = {path.name: path for path in (target / ".rostrum-upload").iterdir()}
    damaged = waiting.pop("fr+index.html")
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    arrived = {identity(path) for path in [*waiting.values(), *(target / "keyring").iterdir()]}
    assert len(waiting) > 20
    publish(small, "--to", str(target))
    assert tree(target) == tree(small.site)
    # What had arrived was not sent again.
    assert arrived <= {identity(path) for path in target.rglob("*")}


def test_a_publication_that_is_killed_is_taken_up(small, tmp_path):
    target = tmp_path / "www"
    call = [ROSTRUM, "publish", "--to", str(target), "--root", str(small.root), "--now", NOW]
    # Ended by the system itself, in the middle of the pages.
    traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=openat", "-P", f"{target}/.rostrum-upload/fr+index.html",
              "-e", "inject=openat:signal=KILL", *call]
    assert subprocess.run(traced, capture_output=True, timeout=120).returncode in (-9, 137)
    arrived = {identity(path) for path in target.rglob("*") if path.is_file()}
    assert len(arrived) > 30 and not (target / "fr").exists()
    publish(small, "--to", str(target))
    assert tree(target) == tree(small.site) and arrived <= {identity(path) for path in target.rglob("*")}


def test_a_file_whose_name_is_no_text_is_told_as_that(small):
    name = os.fsencode(small.site) + b"/en/b\xffd.txt"
    with open(name, "wb") as file:
        file.write(b"x")
    os.chmod(name, 0o644)
    call = [ROSTRUM, "audit", "--root", str(small.root), "--now", NOW]
    said = subprocess.run(call, capture_output=True, text=True, timeout=120).stdout
    assert "is not text in UTF-8" in said and "executed" not in said


def test_targets_that_would_serve_or_destroy_the_forum_are_refused(small, tmp_path, way):
    (tmp_path / "link").symlink_to(small.root)
    for target in (small.root, small.site, small.root / "office", small.root / "new", tmp_path, tmp_path / "link/site"):
        assert "forum" in publish(small, way, str(target), status=2)
    assert not (small.root / "office/published").exists()


def test_links_in_the_target_are_not_followed(small, tmp_path):
    target, outside = tmp_path / "www", tmp_path / "outside"
    outside.mkdir()
    target.mkdir()
    (target / "en").symlink_to(outside)
    assert "is a link" in publish(small, "--to", str(target), status=2)
    (target / "en").unlink()
    (target / ".rostrum-upload").symlink_to(outside)
    publish(small, "--to", str(target))
    assert not list(outside.iterdir()) and tree(target) == tree(small.site)


def test_a_build_and_a_publication_do_not_mix(small, tmp_path):
    holder = subprocess.Popen(["flock", str(small.root / ".rostrum/lock"), "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        holder.stdin.write(b"held\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == b"held\n"
        assert "under way" in publish(small, "--to", str(tmp_path / "www"), status=2)
        assert not (tmp_path / "www").exists()
    finally:
        holder.communicate()


def test_a_missing_program_is_named(small, tmp_path):
    empty = {"PATH": str(tmp_path)}
    assert "apt-get install rsync" in publish(small, "--rsync", "host.invalid:/x", status=2, environment=empty)
    assert "apt-get install curl" in publish(small, "--verify", "http://localhost/", status=2, environment=empty)


def test_the_archive_opens_everywhere_and_is_always_the_same(small, tmp_path):
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    for path in (one, two):
        publish(small, "--zip", str(path))
    assert one.read_bytes() == two.read_bytes()
    assert subprocess.run(["unzip", "-tq", str(one)], capture_output=True).returncode == 0
    with zipfile.ZipFile(one) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {name: archive.read(name) for name in names} == tree(small.site)
        assert [turn(name) for name in names] == sorted(turn(name) for name in names)
    change(small)
    steps = publish(small, "--zip", str(one))
    assert steps[-1]["removed"] >= 1
    (tmp_path / "letter.txt").write_text("theirs")
    publish(small, "--zip", str(tmp_path / "letter.txt"), status=2)
    assert (tmp_path / "letter.txt").read_text() == "theirs"


def test_an_archive_of_somebody_else_is_not_replaced_unasked(small, tmp_path):
    ours, other = tmp_path / "forum.zip", tmp_path / "theirs.zip"
    for path in (ours, other):
        with zipfile.ZipFile(other, "w") as archive:
            archive.writestr("letter.txt", "theirs")
        theirs = other.read_bytes()
        path.write_bytes(theirs)
        for words in ((), ("--dry-run",)):
            assert "--take-over" in publish(small, "--zip", str(path), *words, status=2) and path.read_bytes() == theirs
    publish(small, "--zip", str(ours), "--take-over")
    change(small)
    publish(small, "--zip", str(ours))
    # Ours was there once, and is no more.
    ours.write_bytes(theirs)
    publish(small, "--zip", str(ours), status=2)
    assert ours.read_bytes() == theirs and sorted(path.name for path in tmp_path.iterdir()) == ["forum.zip", "small", "theirs.zip"]


def test_a_folder_that_is_missing_is_not_made_up(small, tmp_path):
    for words in (("--to", "missing/www"), ("--rsync", "missing/www"), ("--zip", "missing/forum.zip")):
        said = publish(small, words[0], str(tmp_path / words[1]), status=2)
        assert "there is no folder" in said and not (tmp_path / "missing").exists()


def test_what_is_private_goes_nowhere_where_it_would_be_published(small, tmp_path):
    target, copied = tmp_path / "www", tmp_path / "copied"
    publish(small, "--to", str(target))
    shutil.copytree(target, copied)
    (target / "manifest/head.bin").unlink()
    before = tree(small.root)
    environment = {**os.environ, "ROSTRUM_PASSPHRASE": "five words nobody has said"}
    for folder in (target, copied, copied / "en", target / "en/2026-001"):
        for words in (("office", "move", "new"), ("office", "backup", "new"), ("access", "issue", "--staff", "Ann", "--letter", "new")):
            call = [ROSTRUM, *words[:-1], str(folder / "new"), "--root", str(small.root)]
            done = subprocess.run(call, capture_output=True, text=True, timeout=120, env=environment)
            assert done.returncode == 2 and "a site is published in" in done.stderr and not done.stdout, done
            assert not (folder / "new").exists()
    assert tree(small.root) == before


def test_what_is_served_is_compared_with_what_was_built(small, tmp_path):
    target = tmp_path / "www"
    publish(small, "--to", str(target))
    host = Host(target)
    try:
        assert publish(small, "--verify", host.address) == [{"differences": 0}]
        old = {path: body for path, body in tree(target).items()}
        change(small)
        publish(small, "--to", str(target))
        head, gone = "manifest/head.bin", next(path for path in old if path.startswith("manifest/") and not (target / path).exists())
        host.answers["/" + head] = (200, old[head])
        host.answers["/" + gone] = (200, old[gone])
        host.answers["/en/"] = (200, b"another")
        host.answers["/keyring/3.js"] = (404, b"")
        *found, totals = publish(small, "--verify", host.address, status=1)
        assert {one["path"]: one["is"] for one in found} == {
            head: "old", gone: "old", "en/index.html": "different", "keyring/3.js": "missing"}
        assert totals == {"differences": 4}
    finally:
        host.stop()
    said = publish(small, "--verify", host.address, status=2)
    assert "does not answer" in said and "--:--" not in said and len(said) < 300
    for address in ("forum.example.org", "ftp://localhost/", "http://localhost/?x", "http://localhost/\"\nurl=file:///etc/passwd"):
        publish(small, "--verify", address, status=2)


def test_what_is_not_as_it_must_be_is_not_published(small, tmp_path, way):
    for path, body in (("en/index.html", b"plain"), ("notes.txt", b"")):
        (small.site / path).write_bytes(body)
        publish(small, way, str(tmp_path / "www"), status=1)
        assert not (tmp_path / "www").exists()


def test_a_page_that_was_taken_back_at_once_is_not_published(small, tmp_path):
    words = ("build", "--now", NOW, "--format", "json")
    # Until a build has found that nothing changed: then it remembers the content as it is.
    while json.loads(rostrum(small.root, *words))["written"]:
        pass
    before = set(tree(small.site))
    change(small)
    unchange(small)
    publish(small, "--to", str(tmp_path / "www"))
    assert {path for path in tree(tmp_path / "www") if path.endswith(".html")} == {path for path in before if path.endswith(".html")}


def test_links_for_another_page_name_no_discussion(forum):
    html = rostrum(forum.root, "publish", "--links", "--now", NOW)
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        assert f'<a href="http://localhost/forum/{language}/">' in html
    assert html.count("<div ") == html.count("</div>") == 6 and 'dir="rtl"' in html
    assert "Open until" in html and html.count("<li>") % 6 == 0
    assert not [title for title in forum.titles() if title in html]
    assert "Open until" not in rostrum(forum.root, "publish", "--links", "--now", "2031-01-01T00:00:00Z")


def test_the_record_says_what_was_published(small, tmp_path):
    publish(small, "--to", str(tmp_path / "www"))
    (record,) = (small.root / "office/published").iterdir()
    assert record.stat().st_mode & 0o777 == 0o600 and record.parent.stat().st_mode & 0o777 == 0o700
    put = dict(reversed(line.split()[1:]) for line in record.read_text().splitlines()[2:])
    assert put == {path: hashlib.sha256(body).hexdigest() for path, body in tree(small.site).items()}
    whole = record.read_text()
    for damaged in (whole[:-30], whole.replace("put ", "ptu ", 1), whole.replace(".html", "/../x", 1), "", "\0" * 100):
        record.write_text(damaged)
        assert "damaged" in publish(small, "--to", str(tmp_path / "www"), status=2)
        backup = [ROSTRUM, "office", "backup", str(tmp_path / "backup"), "--replace", "--root", str(small.root)]
        environment = {**os.environ, "ROSTRUM_PASSPHRASE": "five words nobody has said"}
        assert subprocess.run(backup, capture_output=True, timeout=120, env=environment).returncode == 0
    # Without a record, what stands there as it was built is known by its content, and nothing else is.
    record.unlink()
    (target,) = publish(small, "--to", str(tmp_path / "www"))
    assert target["sent"] == 0
    record.unlink()
    change(small)
    assert "--take-over" in publish(small, "--to", str(tmp_path / "www"), status=2)
    call = [ROSTRUM, "publish", "--to", str(tmp_path / "www"), "--take-over", "--root", str(small.root), "--now", NOW]
    said = subprocess.run(call, capture_output=True, text=True, timeout=120)
    left = set(tree(tmp_path / "www")) - set(tree(small.site))
    assert said.returncode == 0 and len(left) == 1 and "beside the site's own: 1." in said.stderr, (left, said.stderr)
    assert set(tree(small.site).items()) <= set(tree(tmp_path / "www").items())
