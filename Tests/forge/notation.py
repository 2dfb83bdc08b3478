"""Sections 1 and 2 of FORMAT.md: how bytes are put together, and how passphrases are."""

import hashlib
import hmac

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PASSPHRASE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PAGE_ALPHABET = bytes(code for code in range(ord("!"), ord("~") + 1) if chr(code) not in "&<@")


def u32(value):
    return value.to_bytes(4, "big")


def fields(*values):
    encoded = [value if isinstance(value, bytes) else str(value).encode() for value in values]
    return b"".join(u32(len(value)) + value for value in encoded)


def info(*values):
    return fields("rostrum/1", *values)


def hkdf(key, purpose, length, salt=None):
    return HKDF(SHA256(), length, salt, purpose).derive(key)


def mac(key, *parts):
    return hmac.digest(key, b"".join(parts), "sha256")


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def seeded(name, length=32):
    """Bytes that are the same in every run, others for each name."""
    return hkdf(sha(b"vectors of the sealed format"), info("seeded", name), length)


def padded(length):
    """The Padmé length."""
    exponent = length.bit_length() - 1
    step = 1 << exponent - exponent.bit_length()
    return -(-length // step) * step


def page_text(data):
    """The characters of the page alphabet for bytes."""
    text, held, count = bytearray(), 0, 0
    for one in data:
        held, count = held << 8 | one, count + 8
        if count >= 13:
            count -= 13
            text += bytes(PAGE_ALPHABET[value] for value in divmod(held >> count, 91))
            held &= (1 << count) - 1
    if count > 6:
        text += bytes(PAGE_ALPHABET[value] for value in divmod(held << 13 - count, 91))
    elif count:
        text.append(PAGE_ALPHABET[held << 6 - count])
    return bytes(text)


def new_passphrase(name):
    """As it is printed: eighteen symbols that depend on a name, and the two that check them."""
    values = [byte & 31 for byte in seeded(f"passphrase {name}", 18)]
    for last in range(1024):
        total = weighed = 0
        for value in values + [last >> 5, last & 31]:
            weighed = weighed << 1 ^ (37 if weighed & 16 else 0) ^ value
            total ^= value
        if not total and not weighed:
            text = "".join(PASSPHRASE_ALPHABET[value] for value in values + [last >> 5, last & 31])
            return "-".join(text[start:start + 4] for start in range(0, 20, 4))
    raise AssertionError("two symbols check any eighteen")
