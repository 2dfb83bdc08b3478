"""What tests of publishing share: a call, a look at what it left, and changes of the forum."""

import json
import os
import shutil
import subprocess

from forum import NOW, ROSTRUM

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
