"""Where nothing is published, and where nothing private is written."""

import os
import shutil
import subprocess

from forum import ROSTRUM
from publishing import publish, tree


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
