"""RFC 9180 in base mode, once, with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM: the sender's side.

The ephemeral key is handed in, which no library allows, so that the same bytes come of every run.
"""

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .notation import mac

KEM = b"KEM\x00\x10"
HPKE = b"HPKE\x00\x10\x00\x01\x00\x02"


def private_key(scalar):
    return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())


def public_bytes(private):
    return private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def extract(suite, salt, label, key):
    return mac(salt or bytes(32), b"HPKE-v1", suite, label, key)


def expand(suite, key, label, context, length):
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
    return HKDFExpand(SHA256(), length, labelled).derive(key)


def context(shared, info):
    """The key and the first nonce."""
    schedule = b"\0" + extract(HPKE, b"", b"psk_id_hash", b"") + extract(HPKE, b"", b"info_hash", info)
    secret = extract(HPKE, shared, b"secret", b"")
    return expand(HPKE, secret, b"key", schedule, 32), expand(HPKE, secret, b"base_nonce", schedule, 12)


def seal(recipient, ephemeral, info, authenticated, text):
    """Encapsulation, then ciphertext and tag; both keys are private ones, `authenticated` makes of `enc` what goes with it."""
    enc = public_bytes(ephemeral)
    agreed = ephemeral.exchange(ec.ECDH(), recipient.public_key())
    shared = expand(KEM, extract(KEM, b"", b"eae_prk", agreed), b"shared_secret", enc + public_bytes(recipient), 32)
    key, nonce = context(shared, info)
    return enc, AESGCM(key).encrypt(nonce, text, authenticated(enc))
