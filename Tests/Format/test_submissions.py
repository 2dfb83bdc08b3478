"""The vectors of sealed submissions: each does here what it says, and is what the scenario of its name makes.

    RECORD=1 pytest Tests/Format/test_submissions.py     writes them down anew, and fails, so that nobody does so unawares
"""

import json
import os

import pytest

import corpus_inputs
from forge import hpke as sender
from sealedformat import hpke, passphrase, submission_vector, submissions
from sealedformat.notation import Refused
from sealedformat.vector import digest
from submission_scenarios import all_scenarios

VECTORS = submission_vector.all_vectors()
RFC = json.loads((submission_vector.SUBMISSIONS / "rfc9180.json").read_text("utf-8"))


def outcome(one):
    """What comes of a vector: what it is, the bundle, and what an office that has one slot says of the proof."""
    secret = passphrase.secret(passphrase.symbols(one.passphrase), bytes.fromhex(one.salt), one.rounds)
    assert secret.hex() == one.secret
    try:
        if one.kind == "returned text":
            return "opens", submissions.open_returned(one.sealed, one.site, secret), ""
        key = submissions.key_of(one.site, bytes.fromhex(one.private))
        assert (key.point.hex(), key.identifier.hex()) == (one.public, one.key)
        opened = submissions.open_submission(one.sealed, one.site, [key], [secret])
    except Refused as refused:
        return refused.outcome, None, ""
    proof = "none" if not opened.is_proved else "unknown" if opened.secret is None else "yes"
    return "opens", opened.bundle, proof


@pytest.mark.parametrize("name", VECTORS)
def test_vector(name):
    one = VECTORS[name]
    found, bundle, proof = outcome(one)
    assert found == one.expect
    assert proof == one.proof
    assert (digest(bundle) if bundle is not None else "") == one.sha256


def test_every_slot_is_tried():
    one = VECTORS["proved"]
    secret, others = bytes.fromhex(one.secret), [bytes([number]) * 32 for number in range(1, 4)]
    key = submissions.key_of(one.site, bytes.fromhex(one.private))
    opened = submissions.open_submission(one.sealed, one.site, [submissions.key_of(one.site, others[0]), key], [*others, secret])
    assert opened.secret == secret


@pytest.mark.parametrize("more", (0, 1))
def test_a_file_that_is_too_long(more):
    one = VECTORS["proved"]
    key = submissions.key_of(one.site, bytes.fromhex(one.private))
    with pytest.raises(Refused) as refused:
        submissions.open_submission(one.sealed.ljust(submissions.LONGEST_FILE + more, b"\0"), one.site, [key], [])
    assert refused.value.outcome == ("too long" if more else "damaged")


def test_rfc_9180():
    text = {name: bytes.fromhex(value) for name, value in RFC.items() if isinstance(value, str) and name != "source"}
    first = {name: bytes.fromhex(value) for name, value in RFC["encryptions"][0].items()}
    recipient, ephemeral = (hpke.private_key(text[name]) for name in ("skRm", "skEm"))
    shared = hpke.decapsulated(recipient, text["enc"])
    assert shared == text["shared_secret"]
    assert hpke.key_and_nonce(shared, text["info"]) == (text["key"], text["base_nonce"])
    assert hpke.opened(recipient, text["enc"], text["info"], first["aad"], first["ct"]) == first["pt"]
    sealed = sender.seal(recipient, ephemeral, text["info"], lambda enc: first["aad"], first["pt"])
    assert sealed == (text["enc"], first["ct"])


def test_vectors_are_what_their_scenarios_make():
    made = {f"{name}.txt": one.lines().encode() for name, one in all_scenarios().items()}
    kept = {path.name: path for path in submission_vector.SUBMISSIONS.glob("*.txt")}
    if os.environ.get("RECORD"):
        for path in kept.values():
            path.unlink()
        for name, data in made.items():
            (submission_vector.SUBMISSIONS / name).write_bytes(data)
        pytest.fail("recorded; run again without RECORD")
    assert set(made) == set(kept)
    assert not [name for name, data in made.items() if kept[name].read_bytes() != data]


def test_inputs_of_the_corpus_are_what_they_are_made_as():
    folder = submission_vector.FOLDER.parent / "submissions"
    made = corpus_inputs.all_files()
    kept = {path.relative_to(folder).as_posix(): path for path in (folder / "sealed").rglob("*") if path.is_file() and path.name != "expected.txt"}
    kept["keystore.json"] = folder / "keystore.json"
    if os.environ.get("RECORD"):
        for name, data in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        pytest.fail("recorded; run again without RECORD")
    assert set(made) == set(kept)
    assert not [name for name, data in made.items() if kept[name].read_bytes() != data]
