"""The vectors: each does here what it says, and is what the scenario of its name makes.

    RECORD=1 pytest Tests/Format/test_vectors.py     writes them down anew, and fails, so that nobody does so unawares
"""

import os

import pytest

from scenarios import all_scenarios
from sealedformat import vector
from sealedformat.notation import Refused, page_bytes
from sealedformat.reader import Place, Reader

VECTORS = vector.all_vectors()


def outcome(one):
    """What comes of a vector, and the text that opened."""
    def load(path):
        if path not in one.files:
            raise Refused("manifest refused" if path.startswith("manifest/") else "keyring refused", path)
        return one.files[path]

    text = None
    try:
        reader = Reader(one.passphrase, load, one.seen)
        alone = one.kind in ("file", "search")
        kind = one.kind if alone else "page"
        place = Place(kind, one.path, kind)
        sealed = page_bytes(one.files["template"]) if "template" in one.files else one.files[kind if alone else "sealed"]
        if sealed is None:
            raise Refused("object refused", "not in the page alphabet")
        opened = reader.open_bytes(place, sealed)
        text = opened.text
        if "members" in one.files and reader.contents.discussion is None:
            text = reader.join(opened, one.files["members"], one.path)
        if "manifest/head.bin" in one.files:
            reader.check_fresh(place, opened)
    except Refused as refused:
        return refused.outcome, text
    return "opens", text


@pytest.mark.parametrize("name", VECTORS)
def test_vector(name):
    one = VECTORS[name]
    found, text = outcome(one)
    assert found == one.expect
    assert (vector.digest(text) if text is not None and one.sha256 else "") == one.sha256


def test_vectors_are_what_their_scenarios_make():
    scenarios, shared = all_scenarios()
    texts = {f"{name}.txt": one.text(shared).encode() for name, one in scenarios.items()}
    made = texts | {f"shared/{name}": data for name, data in shared.items()}
    kept = {path.relative_to(vector.FOLDER).as_posix(): path for path in vector.FOLDER.rglob("*") if path.is_file()}
    # Those of submissions have a test of their own, and those of words are no objects.
    kept = {name: path for name, path in kept.items() if name != "README.md" and not name.startswith(("submissions/", "search/"))}
    if os.environ.get("RECORD"):
        for path in kept.values():
            path.unlink()
        for name, data in made.items():
            (vector.FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (vector.FOLDER / name).write_bytes(data)
        pytest.fail("recorded; run again without RECORD")
    assert set(made) == set(kept)
    assert not [name for name, data in made.items() if kept[name].read_bytes() != data]
