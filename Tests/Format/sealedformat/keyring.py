"""Sections 3 and 4 of FORMAT.md: from a passphrase to the keys of a slot."""

import re
from dataclasses import dataclass

from . import passphrase
from .notation import Refused, base64_bytes, hkdf, info, is_decimal, number, open_gcm

LONGEST_TEXT = 8 << 20
ENTRY = 256


@dataclass(frozen=True)
class Head:
    site: str
    salt: bytes
    rounds: int
    ring: str


@dataclass(frozen=True)
class AudienceKey:
    epoch: int
    generation: int
    key: bytes


@dataclass(frozen=True)
class Contents:
    """What a slot holds; `discussion` is None for members."""

    discussion: str | None
    keys: tuple[AudienceKey, ...]
    verification_key: bytes | None
    first_page: str


def refused(why):
    return Refused("keyring refused", why)


def read_head(file):
    found = re.fullmatch(
        rb'var rostrumKeyring=\{"head":"1 ([0-9a-f]{32}) ([0-9a-f]{64}) ([0-9]+) ([0-9a-f]{16})"\};\n', file)
    if not found:
        raise refused("head.js")
    site, salt, rounds, ring = (one.decode() for one in found.groups())
    if not is_decimal(rounds) or not 100_000 <= int(rounds) <= 5_000_000:
        raise refused(f"{rounds} rounds")
    return Head(site, bytes.fromhex(salt), int(rounds), ring)


def read_entries(file, digit):
    found = re.fullmatch(rb'rostrumKeyring\["%c"\]="([A-Za-z0-9+/=]*)";\n' % ord(digit), file)
    if found and len(found[1]) > LONGEST_TEXT:
        raise refused("too large a file")
    data = found and base64_bytes(found[1].decode())
    if not data or len(data) % ENTRY:
        raise refused(f"{digit}.js")
    return [data[start : start + ENTRY] for start in range(0, len(data), ENTRY)]


def open_slot(typed, load):
    """What a passphrase unlocks: head and contents of its slot. `load` gives the bytes of a file of the keyring."""
    text = passphrase.symbols(typed)
    head = read_head(load("head.js"))
    key = passphrase.secret(text, head.salt, head.rounds)

    locator = hkdf(key, info("slot locator", head.site, head.ring), 16)
    digit = locator.hex()[0]
    entry = next((one for one in read_entries(load(f"{digit}.js"), digit) if one[:16] == locator), None)
    if entry is None:
        raise Refused("wrong passphrase", "no entry has its locator")
    slot_key = hkdf(key, info("slot key", head.site, head.ring), 32)
    contents = open_gcm(slot_key, entry[16:28], entry[28:], info("slot", head.site, head.ring) + locator)
    if contents is None:
        raise refused("an entry was changed")
    return head, read_contents(contents)


def read_contents(data):
    layout, audience, flags, zero = data[:4]
    if layout != 1 or audience > 1 or flags & ~3 or zero:
        raise refused("layout, audience or flags")
    current = AudienceKey(number(data[4:8]), number(data[8:12]), data[12:44])
    if not is_numbered(current, audience):
        raise refused("epoch or generation")

    previous = AudienceKey(number(data[44:48]), number(data[48:52]), data[52:84])
    if flags & 1:
        older = previous.epoch < current.epoch
        if audience and previous.epoch == current.epoch:
            older = previous.generation < current.generation
        if not is_numbered(previous, audience) or not older:
            raise refused("the previous key is not of an earlier one")
    elif any(data[44:52]):
        raise refused("a previous key without its flag")

    verification_key = data[84:116] if flags & 2 else None
    discussion = read_text(data[116:148])
    if not re.fullmatch("[0-9]{4}-[0-9]{3,26}" if audience else "", discussion):
        raise refused("discussion")
    first_page = read_text(data[148:212])
    if not re.fullmatch("[a-z0-9./-]*", first_page):
        raise refused("first page")
    keys = (current, previous) if flags & 1 else (current,)
    return Contents(discussion or None, keys, verification_key, first_page)


def is_numbered(key, audience):
    return key.epoch >= 1 and (key.generation >= 1) == bool(audience)


def read_text(room):
    length = room[0]
    if length >= len(room):
        raise refused("a length above its room")
    try:
        return room[1 : 1 + length].decode("ascii")
    except UnicodeDecodeError:
        raise refused("a text that is not ASCII") from None
