"""Sections 5 and 6 of FORMAT.md: keys of audiences, and sealed objects."""

import zlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .notation import hkdf, info, mac, padded, u32

KINDS = {"page": 1, "part": 2, "file": 3, "search": 4}
CHUNK, ROOM = 1 << 20, (1 << 20) - 5
SIGNED, CHUNKED = 1, 2


def deflate(text):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(text) + packer.flush()


def pack(body, method=0, length=None, padding=None):
    """What is sealed for a text, or for a deflated one with method 1."""
    packed = bytes([method]) + u32(len(body) if length is None else length) + body
    return packed.ljust(padded(len(packed)), b"\0") if padding is None else packed + padding


def packed(text):
    """The same by the shorter method, as the office does it."""
    body = deflate(text)
    return pack(body, 1) if len(body) < len(text) else pack(text)


def split(text):
    """The packed chunks of a text: as many as the padded length needs."""
    pieces = [text[at:at + ROOM] for at in range(0, len(text), ROOM)]
    total = padded(len(text) + 5 * len(pieces))
    pieces += [b""] * (-(-total // CHUNK) - len(pieces))
    return [(b"\0" + u32(len(piece)) + piece).ljust(min(CHUNK, total - at * CHUNK), b"\0") for at, piece in enumerate(pieces)]


@dataclass(frozen=True)
class Key:
    """The key of an audience in one epoch and generation; `discussion` is empty for members."""

    raw: bytes
    epoch: int
    generation: int = 0
    discussion: str = ""

    @property
    def audience(self):
        return f"guests/{self.discussion}" if self.discussion else "members"

    @property
    def code(self):
        return 1 if self.discussion else 0


class ObjectKeys:
    """What objects of an audience are sealed with, and their places."""

    def __init__(self, site, key):
        self.names = site, key.audience, key.epoch, key.generation
        self.authentication, self.encryption = (
            hkdf(key.raw, info(f"{purpose} objects", *self.names), 32) for purpose in ("authenticate", "encrypt"))

    def place(self, kind, flags, path, chunk=0, chunks=1):
        return info("place", *self.names, kind, flags, path, chunk, chunks)

    def encrypt(self, place, packed):
        """T and ciphertext."""
        tag = mac(self.authentication, place, packed)
        derived = hkdf(self.encryption, info("object"), 44, tag)
        return tag, AESGCM(derived[:32]).encrypt(derived[32:], packed, place + tag)


class Sealer:
    """Seals for one site; `seed` is that of its signing key, or nothing for a site without signatures."""

    def __init__(self, site, seed=None):
        self.site = site
        self.signer = seed and Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def verification_key(self):
        return self.signer and self.signer.public_key().public_bytes_raw()

    def sign(self, message):
        return self.signer.sign(message)

    def header(self, kind, flags, tag, key, version=1, zero=0, audience=None, code=None):
        """The first 48 bytes; what is given beside the key stands in the place of what would."""
        audience, code = key.code if audience is None else audience, KINDS[kind] if code is None else code
        return b"ROS" + bytes([version, code, audience, flags, zero]) + u32(key.epoch) + u32(key.generation) + tag

    def seal(self, kind, path, text, key):
        """An object, as the office makes it of a text, but for long pages, which are in several chunks too."""
        if len(text) <= ROOM:
            return self.seal_packed(kind, path, packed(text), key)
        preface, sealed = self.seal_chunks(kind, path, split(text), key)
        return preface + b"".join(sealed)

    def seal_packed(self, kind, path, packed, key, flags=None, sign=None, **header):
        """An object, of what is packed and padded already."""
        flags = self.usual_flags if flags is None else flags
        keys = ObjectKeys(self.site, key)
        place = keys.place(kind, flags, path)
        tag, sealed = keys.encrypt(place, packed)
        return self.header(kind, flags, tag, key, **header) + self.signature(flags, place + tag, sign) + sealed

    def seal_chunks(self, kind, path, chunks, key, flags=None, sign=None):
        """An object in several chunks, which are packed and padded: what stands before the ciphertexts, and the list of these."""
        flags = self.usual_flags | CHUNKED if flags is None else flags
        keys, count, table, ciphertexts = ObjectKeys(self.site, key), len(chunks), u32(len(chunks)), []
        for chunk, one in enumerate(chunks):
            tag, sealed = keys.encrypt(keys.place(kind, flags, path, chunk, count), one)
            table += u32(len(sealed)) + tag
            ciphertexts.append(sealed)
        return self.preface(kind, path, table, count, key, flags, sign), ciphertexts

    def preface(self, kind, path, table, count, key, flags=SIGNED | CHUNKED, sign=None):
        """Header, table and signature of an object in several chunks."""
        keys = ObjectKeys(self.site, key)
        place = keys.place(kind, flags, path, count, count)
        tag = mac(keys.authentication, place, table)
        return self.header(kind, flags, tag, key) + table + self.signature(flags, place + tag, sign)

    @property
    def usual_flags(self):
        return SIGNED if self.signer else 0

    def signature(self, flags, message, sign):
        return (sign or self.sign)(message) if flags & SIGNED else b""
