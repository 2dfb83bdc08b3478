"""Sections 2 and 3 of FORMAT.md: passphrases, and the secret of a slot."""

import functools
import hashlib
import unicodedata

from .notation import Refused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans("OIL", "011")
DROPPED = {"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"}


def symbols(typed):
    """The 20 symbols that someone typed."""
    kept = "".join(one for one in typed if unicodedata.category(one) not in DROPPED)
    kept = unicodedata.normalize("NFKC", kept)
    kept = "".join(str(unicodedata.digit(one)) if unicodedata.category(one) == "Nd" else one for one in kept)
    kept = "".join(one for one in kept if unicodedata.category(one) not in DROPPED)
    kept = kept.upper().translate(LOOK_ALIKES)
    if len(kept) != 20 or any(one not in ALPHABET for one in kept) or sums(kept) != (0, 0):
        raise Refused("typo", "no passphrase has this form")
    return kept


def sums(text):
    plain = weighed = 0
    for value in map(ALPHABET.index, text):
        plain ^= value
        weighed <<= 1
        if weighed & 32:
            weighed ^= 37
        weighed ^= value
    return plain, weighed


@functools.lru_cache(maxsize=None)
def secret(text, salt, rounds):
    return hashlib.pbkdf2_hmac("sha256", text.encode(), salt, rounds, 32)
