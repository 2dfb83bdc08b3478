"""A little site of a test's own around the real shell, style and script: who may read, pages, files, and a manifest of it all."""

import re
import shutil
import struct
import zlib
from contextlib import contextmanager
from pathlib import Path

import pytest

from forge.keyring import slot
from forge.manifest import entry, manifest
from forge.notation import new_passphrase, page_text
from forge.office import Office
from host import Host
from reader import Reader

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
        self.sealer = Office(name, signed)
        self.id, self.counter, self.rings, self.slots, self.tags = self.sealer.site, 1, 0, {}, {}
        shutil.copytree(self.built / "assets", self.folder / "assets", dirs_exist_ok=True)

    # Keys

    def master(self, epoch=2):
        return self.sealer.key(epoch)

    def guests(self, generation=1, epoch=2, number=NUMBER):
        return self.sealer.key(epoch, generation, number)

    def issue(self, who, key=None, **given):
        """A passphrase; that of a guest where the key is theirs. The same person has the same passphrase again."""
        words, key = new_passphrase(self.id + who), key or self.master()
        if key.discussion:
            given = {"first_page": OWN, **given}
        self.slots[words] = slot(key, verification=self.sealer.verification_key, **given)
        return words

    def write_keyring(self):
        """Another ring each time, as the office does it."""
        self.rings += 1
        self.sealer.ring = f"{self.rings:016x}"
        self.write("keyring/head.js", self.sealer.head())
        entries = [self.sealer.entry(words, contents) for words, contents in self.slots.items()]
        for digit in "0123456789abcdef":
            self.write(f"keyring/{digit}.js", self.sealer.shard([one for one in entries if one.hex()[0] == digit], digit, 32))

    # Files

    def write(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def seal(self, kind, path, text, key=None):
        sealed = self.sealer.seal(kind, path, text, key or self.master())
        self.tags[kind, path] = sealed[16:48]
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

    def page(self, path, title, *content, key=None, part=None):
        """A page; `part` makes of its T and lines what the members' part says."""
        text = f"{title}\n" + body(title, *content)
        sealed = self.seal("page", path, text.encode(), key)
        members = None
        if part:
            members = self.seal("part", path, part(self.tags["page", path].hex(), text.split("\n")).encode())
        self.write(path + "index.html", self.shell(path, sealed, members))

    def file(self, path, name, kind, content, key=None):
        self.write(path, self.seal("file", path, f"{name}\n{kind}\n".encode() + content, key))

    def manifest(self, sealer=None, **given):
        """The manifest's files for what is sealed now."""
        entries = [entry(self.id, kind, path, tag) for (kind, path), tag in self.tags.items()]
        return manifest(sealer or self.sealer, entries, epoch=2, counter=self.counter, **given)

    def write_manifest(self, **given):
        self.counter += 1
        for path, content in self.manifest(**given).items():
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
