"""SUBMISSIONS.md: opening what participants seal for the office, and what the office returns to them."""

import hmac
import unicodedata
import zlib
from dataclasses import dataclass

from . import hpke, packing
from .notation import Refused, hkdf, hmac_sha256, info, number, open_gcm, sha256

LONGEST_FILE = 25_165_824
LONGEST_BUNDLE = 24_000_000
MOST_FILES = 100
LONGEST_NAME = 200


@dataclass(frozen=True)
class Key:
    """A submissions key of an office."""

    private: object
    point: bytes
    identifier: bytes


def key_of(site, scalar):
    private = hpke.private_key(scalar)
    point = hpke.point_of(private)
    return Key(private, point, sha256(info("submissions key", site) + point)[:8])


@dataclass(frozen=True)
class Submission:
    """What was sealed: a bundle, whether a proof was made, and the S that gives it, if it is one of the office's."""

    bundle: bytes
    is_proved: bool
    secret: bytes | None


def open_submission(data, site, keys, secrets):
    """A submission, with the keys that an office has and the S of its slots."""
    read_beginning(data, b"ROSSUBMI", site)
    if len(data) < 133:
        raise Refused("damaged", "shorter than its header")
    key = next((one for one in keys if one.identifier == data[28:36]), None)
    if key is None:
        raise Refused("key not kept", data[28:36].hex())
    enc, proof = data[36:101], data[101:133]
    packed = hpke.opened(key.private, enc, info("submission", site, key.identifier.hex()), data[:133], data[133:])
    if packed is None:
        raise Refused("damaged", "does not open")
    text = unpack(packed, LONGEST_BUNDLE + 1)
    if not text or text[0] > 1:
        raise Refused("badly packed", "the first byte")
    prover = None
    if text[0]:
        given = enc + sha256(packed)
        prover = next((one for one in secrets if hmac.compare_digest(hmac_sha256(hkdf(one, info("proof", site), 32), given), proof)), None)
    read_bundle(text[1:], "submission.md")
    return Submission(text[1:], bool(text[0]), prover)


def open_returned(data, site, secret):
    """The bundle of a returned text, with S of the passphrase that it was sealed for."""
    read_beginning(data, b"ROSRETUR", site)
    if len(data) < 60:
        raise Refused("damaged", "shorter than its header")
    derived = hkdf(hkdf(secret, info("return", site), 32), info("returned text"), 44, salt=data[28:60])
    packed = open_gcm(derived[:32], derived[32:], data[60:], data[:60])
    if packed is None:
        raise Refused("damaged", "does not open with this passphrase")
    bundle = unpack(packed, LONGEST_BUNDLE)
    read_bundle(bundle, "submission.md", "answer.txt")
    return bundle


def read_beginning(data, magic, site):
    if len(data) > LONGEST_FILE:
        raise Refused("too long", f"{len(data)} bytes")
    if data[:8] != magic or len(data) < 28 or data[8] != 1 or any(data[9:12]):
        raise Refused("not known", "beginning or version")
    if data[12:28].hex() != site:
        raise Refused("another site", data[12:28].hex())


def unpack(packed, most):
    """The text of what was packed and padded."""
    try:
        method, body = packing.split(packed)
    except Refused as refused:
        raise Refused("badly packed", refused.why) from None
    if method > 1 or len(packed) != packing.padme(5 + len(body)):
        raise Refused("badly packed", "method or padding")
    text = inflate(body, most) if method else body
    if len(text) > most:
        raise Refused("badly packed", "too long a text")
    return text


def inflate(body, most):
    stream = zlib.decompressobj(-15)
    try:
        text = stream.decompress(body, most + 1)
    except zlib.error as error:
        raise Refused("badly packed", str(error)) from None
    if len(text) <= most and (not stream.eof or stream.unused_data):
        raise Refused("badly packed", "the deflated text does not end with what is there")
    return text


def read_bundle(data, *first):
    """Names and bytes of a bundle's files, which begin with these names."""
    if data[:8] != b"ROSBUNDL" or len(data) > LONGEST_BUNDLE:
        raise bundle_refused("no bundle, or too long")
    files, at = [], 8
    while at < len(data):
        name, at = read_field(data, at)
        content, at = read_field(data, at)
        files.append((read_name(name), content))
        if len(files) > MOST_FILES:
            raise bundle_refused("too many files")
    names = [name for name, _ in files]
    if len(set(names)) < len(names):
        raise bundle_refused("a name twice")
    if tuple(names[: len(first)]) != first:
        raise bundle_refused("another first name")
    return files


def read_field(data, at):
    start = at + 4
    end = start + number(data[at:start])
    if start > len(data) or end > len(data):
        raise bundle_refused("a length that leads past the end")
    return data[start:end], end


def read_name(name):
    if not 1 <= len(name) <= LONGEST_NAME:
        raise bundle_refused("a name's length")
    try:
        text = name.decode()
    except UnicodeDecodeError:
        raise bundle_refused("a name that is not UTF-8") from None
    if any(one in "/\\" or unicodedata.category(one) == "Cc" for one in text):
        raise bundle_refused("a character in a name")
    return text


def bundle_refused(why):
    return Refused("bundle refused", why)
