"""`rostrum publish --zip`: the whole site in one file."""

import subprocess
import zipfile

from publishing import change, publish, tree, turn


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
