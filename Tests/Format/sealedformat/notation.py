"""Section 1 of FORMAT.md: how bytes are put together, and the primitives."""

import base64
import binascii
import hashlib
import hmac
import re

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Refused(Exception):
    """What was read is not what FORMAT.md describes, or not for this reader; `outcome` is what a vector expects."""

    def __init__(self, outcome, why):
        super().__init__(f"{outcome}: {why}")
        self.outcome, self.why = outcome, why


def u32(number):
    return number.to_bytes(4, "big")


def number(data):
    return int.from_bytes(data, "big")


def fields(*values):
    encoded = (value if isinstance(value, bytes) else str(value).encode() for value in values)
    return b"".join(u32(len(value)) + value for value in encoded)


def info(purpose, *values):
    return fields("rostrum/1", purpose, *values)


def hkdf(key, context, length, salt=b""):
    return HKDF(SHA256(), length, salt, context).derive(key)


def hmac_sha256(key, data):
    return hmac.digest(key, data, "sha256")


def sha256(data):
    return hashlib.sha256(data).digest()


def open_gcm(key, nonce, ciphertext, authenticated):
    """The plaintext, or None where ciphertext or what is authenticated with it is not what was sealed."""
    if len(ciphertext) < 16:
        return None
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, authenticated)
    except InvalidTag:
        return None


def is_signed(key, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except InvalidSignature:
        return False


def base64_bytes(text):
    """What a text in base 64 stands for, or None where it is none or another one would stand for the same bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


PAGE_ALPHABET = bytes(code for code in range(ord("!"), ord("~") + 1) if chr(code) not in "&<@")
PAGE_VALUES = {code: value for value, code in enumerate(PAGE_ALPHABET)}


def page_bytes(text):
    """What characters of the page alphabet stand for, or None where they are no such text."""
    if not set(text) <= set(PAGE_ALPHABET) or len(text) % 16 in (1, 6, 11):
        return None
    data, held, count = bytearray(), 0, 0
    for start in range(0, len(text), 2):
        width, value = 6, PAGE_VALUES[text[start]]
        if start + 1 < len(text):
            width, value = 13, value * 91 + PAGE_VALUES[text[start + 1]]
        if value >= 1 << width:
            return None
        held, count = held << width | value, count + width
        while count >= 8:
            count -= 8
            data.append(held >> count)
            held &= (1 << count) - 1
    return None if held else bytes(data)


def is_decimal(text):
    return re.fullmatch("0|[1-9][0-9]{0,9}", text, re.ASCII) is not None
