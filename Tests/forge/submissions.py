"""SUBMISSIONS.md: what the form and the office send each other."""

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from . import hpke
from .notation import hkdf, info, mac, seeded, sha, u32


def bundle(files):
    """A bundle of `(name, bytes)`; a name of bytes stands as it is."""
    text = b"ROSBUNDL"
    for name, data in files:
        name = name if isinstance(name, bytes) else name.encode()
        text += u32(len(name)) + name + u32(len(data)) + data
    return text


class SubmissionsKey:
    """A key pair of an office, made from its name."""

    def __init__(self, site, name="submissions key"):
        self.site, self.scalar = site, seeded(name)
        self.private = hpke.private_key(self.scalar)
        self.point = hpke.public_bytes(self.private)
        self.key = sha(info("submissions key", site), self.point)[:8]


def submission(key, packed, secret=None, proof=None, ephemeral="ephemeral", version=1, reserved=bytes(3), **given):
    """A submission, of what is packed and padded already; what is given beside stands in the place of what would."""
    private = hpke.private_key(seeded(ephemeral))
    site, name = given.get("site", key.site), given.get("named", key.key)

    def header(enc):
        made = proof
        if made is None:
            made = seeded("no proof") if secret is None else mac(hkdf(secret, info("proof", key.site), 32), enc, sha(packed))
        return b"ROSSUBMI" + bytes([version]) + reserved + bytes.fromhex(site) + name + given.get("point", enc) + made

    sealed_for = info(given.get("purpose", "submission"), site, name.hex())
    enc, ciphertext = hpke.seal(key.private, private, sealed_for, header, packed)
    return header(enc) + ciphertext


def returned_text(site, secret, packed, salt=None, version=1, reserved=bytes(3), purpose="returned text"):
    """A returned text, of what is packed and padded already."""
    salt = salt or seeded("salt of a returned text")
    derived = hkdf(hkdf(secret, info("return", site), 32), info(purpose), 44, salt)
    header = b"ROSRETUR" + bytes([version]) + reserved + bytes.fromhex(site) + salt
    return header + AESGCM(derived[:32]).encrypt(derived[32:], packed, header)
