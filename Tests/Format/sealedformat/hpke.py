"""RFC 9180, sections 4 and 5: the recipient's side of base mode, for the one suite of SUBMISSIONS.md."""

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .notation import hmac_sha256, open_gcm


class Suite:
    """One of the two that label what is derived: the key encapsulation's and HPKE's own."""

    def __init__(self, identifier):
        self.identifier = identifier

    def extract(self, salt, label, material):
        return hmac_sha256(salt if salt else b"\0" * 32, b"HPKE-v1" + self.identifier + label + material)

    def expand(self, key, label, context, length):
        whole = length.to_bytes(2, "big") + b"HPKE-v1" + self.identifier + label + context
        return HKDFExpand(SHA256(), length, whole).derive(key)


ENCAPSULATION = Suite(b"KEM" + (16).to_bytes(2, "big"))
SCHEDULE = Suite(b"HPKE" + b"".join(one.to_bytes(2, "big") for one in (16, 1, 2)))


def private_key(scalar):
    return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())


def point_of(private):
    return private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def decapsulated(private, enc):
    """The shared secret, or None where these bytes are no point in the uncompressed form."""
    if len(enc) != 65 or enc[0] != 4:
        return None
    try:
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), enc)
    except ValueError:
        return None
    pseudorandom = ENCAPSULATION.extract(b"", b"eae_prk", private.exchange(ec.ECDH(), public))
    return ENCAPSULATION.expand(pseudorandom, b"shared_secret", enc + point_of(private), 32)


def key_and_nonce(shared, info):
    context = b"\0" + SCHEDULE.extract(b"", b"psk_id_hash", b"") + SCHEDULE.extract(b"", b"info_hash", info)
    secret = SCHEDULE.extract(shared, b"secret", b"")
    return SCHEDULE.expand(secret, b"key", context, 32), SCHEDULE.expand(secret, b"base_nonce", context, 12)


def opened(private, enc, info, authenticated, ciphertext):
    """The text, or None where it does not open."""
    shared = decapsulated(private, enc)
    if shared is None:
        return None
    key, nonce = key_and_nonce(shared, info)
    return open_gcm(key, nonce, ciphertext, authenticated)
