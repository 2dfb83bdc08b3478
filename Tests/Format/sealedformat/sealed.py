"""Sections 5 and 6 of FORMAT.md: opening sealed objects."""

import re
from dataclasses import dataclass

from . import packing
from .notation import Refused, fields, hkdf, hmac_sha256, info, is_signed, number, open_gcm

KINDS = {1: "page", 2: "part", 3: "file", 4: "search"}
SIGNED, CHUNKED = 1, 2
MOST_CHUNKS = 4096
FULL = packing.CHUNK + 16


def refused(why):
    return Refused("object refused", why)


@dataclass(frozen=True)
class Header:
    kind: str
    is_for_guests: bool
    flags: int
    epoch: int
    generation: int
    tag: bytes


@dataclass(frozen=True)
class Object:
    """An object that was opened: its text, T, and whether it is signed."""

    text: bytes
    tag: bytes
    is_signed: bool


def read_header(data):
    if len(data) < 48 or data[:3] != b"ROS":
        raise refused("no sealed object")
    version, kind, audience, flags, zero = data[3:8]
    if version != 1 or kind not in KINDS or audience > 1 or flags & ~3 or zero:
        raise refused("unknown version, kind, audience or flag")
    header = Header(KINDS[kind], audience == 1, flags, number(data[8:12]), number(data[12:16]), data[16:48])
    if (header.generation >= 1) != header.is_for_guests or not header.epoch:
        raise refused("epoch or generation")
    return header


def discussion_of(path):
    """The number of the discussion whose guests an object at a path is sealed for."""
    return next((one for one in path.split("/") if re.fullmatch("[0-9]{4}-[0-9]{3,26}", one)), None)


class Keys:
    """The keys of one audience, and places of its objects."""

    def __init__(self, site, audience, epoch, generation, key):
        names = (site, audience, epoch, generation)
        self.names = names
        self.authentication = hkdf(key, info("authenticate objects", *names), 32)
        self.encryption = hkdf(key, info("encrypt objects", *names), 32)

    def place(self, kind, flags, path, chunk=0, chunks=1):
        return fields("rostrum/1", "place", *self.names, kind, flags, path, chunk, chunks)

    def open(self, place, tag, sealed):
        """What was packed and padded, when it is what was sealed at a place with a T."""
        key = hkdf(self.encryption, info("object"), 44, salt=tag)
        packed = open_gcm(key[:32], key[32:], sealed, place + tag)
        if packed is None or hmac_sha256(self.authentication, place + packed) != tag:
            raise refused("changed, or of another place")
        return packed


def keys_for(head, contents, header, path):
    """The keys that a slot has for an object."""
    discussion = discussion_of(path) if header.is_for_guests else None
    if header.is_for_guests and discussion is None:
        raise refused("for guests, at a path without a discussion")
    audience = f"guests/{discussion}" if discussion else "members"
    for one in contents.keys:
        key = one.key
        if one.epoch != header.epoch:
            continue
        if contents.discussion is None and discussion:
            key = hkdf(key, info("discussion", head.site, discussion, header.generation), 32)
        elif contents.discussion != discussion or one.generation != header.generation:
            continue
        return Keys(head.site, audience, header.epoch, header.generation, key)
    raise Refused("no key", f"{audience}, epoch {header.epoch}, generation {header.generation}")


def open_object(data, kind, path, head, contents):
    """Opens a sealed object at a place, with what the head of the keyring and a slot hold."""
    header = read_header(data)
    if header.kind != kind:
        raise refused(f"a {header.kind} in the place of a {kind}")
    if kind == "part" and header.is_for_guests:
        raise refused("a part for guests")
    keys = keys_for(head, contents, header, path)
    rest, table = data[48:], None
    if header.flags & CHUNKED:
        table, rest = cut_table(rest)
    signature = rest[:64] if header.flags & SIGNED else None
    rest = rest[64:] if header.flags & SIGNED else rest

    count = number(table[:4]) if table else 1
    place = keys.place(kind, header.flags, path, count if table else 0, count)
    verify(contents.verification_key, signature, place + header.tag)
    if table:
        if hmac_sha256(keys.authentication, place + table) != header.tag:
            raise refused("the table was changed")
        text = open_chunks(keys, header, path, table, rest)
    else:
        text = packing.unpack(keys.open(place, header.tag, rest))
    if kind == "file":
        check_file(text[: packing.ROOM] if table else text)
    elif kind == "search":
        check_length(text)
    else:
        check_text(text)
    return Object(text, header.tag, signature is not None)


def verify(key, signature, message):
    if key is None:
        return
    if signature is None:
        raise refused("no signature")
    if len(signature) != 64 or not is_signed(key, signature, message):
        raise refused("another signature")


def cut_table(rest):
    count = number(rest[:4])
    if len(rest) < 4 or not 2 <= count <= MOST_CHUNKS or len(rest) < 4 + 36 * count:
        raise refused("the table of chunks")
    return rest[: 4 + 36 * count], rest[4 + 36 * count :]


def open_chunks(keys, header, path, table, rest):
    count, opened, start = number(table[:4]), [], 0
    entries = [table[4 + 36 * one :][:36] for one in range(count)]
    lengths = [number(entry[:4]) for entry in entries]
    if any(length != FULL for length in lengths[:-1]) or not 16 <= lengths[-1] <= FULL or sum(lengths) != len(rest):
        raise refused("lengths of chunks")
    for chunk, (length, entry) in enumerate(zip(lengths, entries)):
        place = keys.place(header.kind, header.flags, path, chunk, count)
        opened.append(keys.open(place, entry[4:], rest[start : start + length]))
        start += length
    return packing.join(opened)


def check_length(text):
    if len(text) > packing.MOST_UNPACKED:
        raise refused("too long")


def check_text(text):
    check_length(text)
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        raise refused("not UTF-8") from None
    if b"\n" not in text:
        raise refused("no LF")


def check_file(text):
    """A file's text begins with name and type."""
    name, _, rest = text.partition(b"\n")
    kind, end, _ = rest.partition(b"\n")
    if not name or not kind or not end:
        raise refused("no name or no type")
    try:
        name.decode("utf-8"), kind.decode("utf-8")
    except UnicodeDecodeError:
        raise refused("a name or type that is not UTF-8") from None
