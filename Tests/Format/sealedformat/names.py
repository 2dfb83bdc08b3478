"""Section 9 of FORMAT.md: opaque names."""

from .notation import hmac_sha256, info, number

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def opaque(names_key, purpose):
    bits = number(hmac_sha256(names_key, info("opaque name", purpose))[:10])
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(75, -5, -5))
