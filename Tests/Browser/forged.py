"""A little site of a test's own around the real shell, style and script: who may read, pages, files, and a manifest of it all."""

import hashlib
import re
import shutil
import struct
import zlib
from contextlib import contextmanager
from pathlib import Path

import pytest

from forge import Key, Sealer, hkdf, info, keyring, manifest, passphrase, sha, slot
from host import Host
from reader import Reader
from sealedformat.office import page_text

ROUNDS = 100_000
NUMBER = "2026-014"
OWN = f"en/{NUMBER}/"


def body(title, *content):
    """The body of a page: what Reader takes for an open one."""
    return (f'<main id="main" class="wrap" tabindex="-1">\n<h1>{title}</h1>\n' + "\n".join(content)
            + '\n</main>\n<button type="button" data-sign-out>Sign out</button>\n')


class ForgedSite:
    """Members and guests of one discussion, with the keys of epoch 2; `signed` says whether objects and slots are."""

    def __init__(self, built, folder, signed=True, name="forged"):
        self.built, self.folder, self.signed = Path(built), Path(folder), signed
        self.id = sha(name.encode()).hex()[:32]
        self.salt = sha(b"salt " + name.encode())
        self.sealer = Sealer(self.id, sha(b"signer " + name.encode()) if signed else None)
        self.ring, self.counter, self.slots, self.tags = "0" * 15 + "1", 1, {}, {}
        shutil.copytree(self.built / "assets", self.folder / "assets", dirs_exist_ok=True)

    # Keys

    def master(self, epoch=2):
        return Key("members", sha(f"{self.id} master {epoch}".encode()), epoch, 0)

    def guests(self, generation=1, epoch=2, number=NUMBER):
        raw = hkdf(self.master(epoch).raw, info("discussion", self.id, number, generation), 32)
        return Key(f"guests/{number}", raw, epoch, generation)

    def issue(self, who, key=None, **given):
        """A passphrase; that of a guest where the key is theirs. The same person has the same passphrase again."""
        words, key = passphrase(self.id + who), key or self.master()
        secret = hashlib.pbkdf2_hmac("sha256", words.encode(), self.salt, ROUNDS)
        if key.code:
            given = {"number": key.audience.partition("/")[2], "first": OWN, **given}
        verification = self.sealer.verification_key if self.signed else None
        self.slots[secret] = slot(key, verification=verification, **given)
        return words

    def write_keyring(self):
        """Another ring each time, as the office does it."""
        self.ring = f"{int(self.ring, 16) + 1:016x}"
        for path, text in keyring(self.id, self.salt, ROUNDS, self.ring, self.slots).items():
            self.write(path, text.encode())

    # Files

    def write(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def seal(self, kind, path, text, key=None, **given):
        sealed, tag = self.sealer.seal(kind, path, text, key or self.master(), **given)
        self.tags[kind, path] = tag
        return sealed

    def shell(self, path, sealed, members=None):
        language = path.partition("/")[0]
        text = (self.built / language / "2026-005/index.html").read_text("utf-8").replace('"../../', '"' + "../" * path.count("/"))
        template = f'<template id="sealed">{page_text(sealed).decode()}</template>'
        if members is not None:
            template += f'\n<template id="members">{page_text(members).decode()}</template>'
        text, count = re.subn(r'<template id="sealed">[^<]*</template>', lambda _: template, text)
        assert count == 1
        return text.encode()

    def page(self, path, title, *content, key=None, part=None, **given):
        """A page; `part` makes of its T and lines what the members' part says."""
        text = f"{title}\n" + body(title, *content)
        sealed = self.seal("page", path, text.encode(), key, **given)
        members = None
        if part:
            members = self.seal("part", path, part(self.tags["page", path].hex(), text.split("\n")).encode())
        self.write(path + "index.html", self.shell(path, sealed, members))

    def file(self, path, name, kind, content, key=None, **given):
        self.write(path, self.seal("file", path, f"{name}\n{kind}\n".encode() + content, key, **given))

    def write_manifest(self, **given):
        self.counter += 1
        for path, content in manifest(self.sealer, 2, self.counter, self.tags, **given).items():
            self.write(path, content)

    def close(self):
        """Writes what all of it needs."""
        self.write_keyring()
        if self.signed:
            self.write_manifest()

    @contextmanager
    def served(self):
        host = Host(self.folder)
        yield host
        host.stop()


@pytest.fixture(scope="module")
def host(site):
    """Where a module's `site` is served; for modules that import it."""
    with site.served() as host:
        yield host


def opened(tab, host, words, path, before=""):
    """Somebody who has unlocked a page."""
    reader = Reader(tab, host.address, words, before=before)
    reader.open(path)
    return reader


def png(side=8):
    """A picture of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = zlib.compress((b"\0" + b"\x20\x40\x80" * side) * side)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
