"""A backup of the office, read from FORMAT.md, section 11, alone."""

import os
import subprocess

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

PROGRAM = os.environ.get("ROSTRUM", ".build/debug/rostrum")
PASSPHRASE = "cinq mots dépareillés"
PIECE = (1 << 20) + 16


def field(text):
    return len(text.encode()).to_bytes(4, "big") + text.encode()


def texts(backup):
    """The files in a backup, by path."""
    head = backup[:44]
    assert head[:8] == b"ROSOFFIC" and head[8] == 1 and 14 <= head[9] <= 19 and head[10:12] == b"\0\0"
    stretched = Scrypt(salt=head[12:44], length=32, n=1 << head[9], r=8, p=1).derive(PASSPHRASE.encode())
    key = HKDF(SHA256(), 32, None, field("rostrum/1") + field("office backup")).derive(stretched)
    pieces = [backup[start : start + PIECE] for start in range(44, len(backup), PIECE)]
    plain = b""
    for number, piece in enumerate(pieces):
        nonce = bytes(3) + number.to_bytes(8, "big") + bytes([number == len(pieces) - 1])
        plain += AESGCM(key).decrypt(nonce, piece, head)
    at = 0

    def take(count):
        nonlocal at
        at += count
        return plain[at - count : at]

    found = {}
    for _ in range(int.from_bytes(take(8), "big")):
        length, size = int.from_bytes(take(8), "big"), int.from_bytes(take(8), "big")
        path = take(length).decode()
        found[path] = take(size)
    assert at == len(plain)
    return found


def test_a_backup_opens_without_the_program(tmp_path):
    root = tmp_path / "forum"
    environment = {**os.environ, "ROSTRUM_PASSPHRASE": PASSPHRASE}
    run = lambda *call: subprocess.run([PROGRAM, *call, "--root", root], env=environment, check=True, capture_output=True)
    run("init")
    run("access", "issue", "--staff", "Ana Silva")
    large = os.urandom(2_500_000)
    (root / "office" / "inbox").mkdir()
    (root / "office" / "inbox" / "plan.pdf").write_bytes(large)
    run("office", "backup", tmp_path / "backup")
    found = texts((tmp_path / "backup").read_bytes())
    assert found["inbox/plan.pdf"] == large
    assert found["keystore.json"] == (root / "office" / "keystore.json").read_bytes()
    assert not [path for path in found if path.endswith((".lock", ".new"))]
