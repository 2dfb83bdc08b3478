"""Sections 3 and 4 of FORMAT.md: what a slot holds, and the files of the keyring."""

import functools
import hashlib
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .notation import hkdf, info, mac, u32

ROUNDS = 100_000


@functools.lru_cache(maxsize=None)
def stretched(passphrase, salt, rounds=ROUNDS):
    """S of a passphrase, as it is printed."""
    return hashlib.pbkdf2_hmac("sha256", passphrase.replace("-", "").encode(), salt, rounds)


def head(site, salt, ring, rounds=ROUNDS, version="1"):
    """`head.js`; the salt in hexadecimal digits."""
    return f'var rostrumKeyring={{"head":"{version} {site} {salt} {rounds} {ring}"}};\n'.encode()


def slot(key, previous=None, verification=None, first_page="en/", **changed):
    """The contents of an entry; `changed` puts other bytes at an offset, as in `at3=b"x"`."""
    flags = (1 if previous else 0) | (2 if verification else 0)
    text = bytearray(bytes([1, key.code, flags, 0]))
    text += numbered(key) + (numbered(previous) if previous else bytes(40)) + (verification or bytes(32))
    for field, room in ((key.discussion, 32), (first_page, 64)):
        text += (bytes([len(field)]) + field.encode()).ljust(room, b"\0")
    for name, value in changed.items():
        text[int(name[2:]):int(name[2:]) + len(value)] = value
    return bytes(text)


def numbered(key):
    return u32(key.epoch) + u32(key.generation) + key.raw


def locator(secret, site, ring):
    return hkdf(secret, info("slot locator", site, ring), 16)


def entry(secret, contents, site, ring):
    """An entry of 256 bytes for what a slot holds."""
    found = locator(secret, site, ring)
    nonce = mac(hkdf(secret, info("slot nonce", site, ring), 32), found, contents)[:12]
    key = hkdf(secret, info("slot key", site, ring), 32)
    return found + nonce + AESGCM(key).encrypt(nonce, contents, info("slot", site, ring) + found)


def shard(digit, entries):
    """The file of a digit."""
    return f'rostrumKeyring["{digit}"]="{b64encode(b"".join(sorted(entries))).decode()}";\n'.encode()
