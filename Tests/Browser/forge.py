"""Seals as Sources/Access/FORMAT.md says, written from it alone: whatever a test wants sealed, also what the office never would."""

import hashlib
import hmac
import struct
import zlib
from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KINDS = {"page": 1, "part": 2, "file": 3}
CHUNK, ROOM = 1 << 20, (1 << 20) - 5
SIGNED, CHUNKED = 1, 2


def u32(value):
    return struct.pack(">I", value)


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


def padded(length):
    exponent = length.bit_length() - 1
    step = 1 << exponent - exponent.bit_length()
    return -(-length // step) * step


def deflate(text):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(text) + packer.flush()


def pack(text):
    method, body = min((0, text), (1, deflate(text)), key=lambda packed: len(packed[1]))
    packed = bytes([method]) + u32(len(body)) + body
    return packed.ljust(padded(len(packed)), b"\0")


def passphrase(seed):
    """Eighteen symbols that depend on the seed, and the two that check them."""
    values = [byte & 31 for byte in sha(seed.encode())[:18]]
    for last in range(1024):
        total = weighed = 0
        for value in values + [last >> 5, last & 31]:
            weighed = weighed << 1 ^ (37 if weighed & 16 else 0) ^ value
            total ^= value
        if not total and not weighed:
            return "".join(ALPHABET[value] for value in values + [last >> 5, last & 31])


class Key:
    """The key of an audience in one epoch and generation."""

    def __init__(self, audience, raw, epoch, generation):
        self.audience, self.raw, self.epoch, self.generation = audience, raw, epoch, generation

    @property
    def code(self):
        return int(self.audience != "members")

    def child(self, site, purpose):
        return hkdf(self.raw, info(purpose, site, self.audience, self.epoch, self.generation), 32)


class Sealer:
    """Seals for one site; `signer` is the seed of its signing key, or nothing for a site without signatures."""

    def __init__(self, site, signer=None):
        self.site = site
        self.signer = signer and Ed25519PrivateKey.from_private_bytes(signer)

    @property
    def verification_key(self):
        return self.signer.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def seal(self, kind, path, text, key, flags=None, chunks=None, at=None, packed=None):
        """The object and its T. Given `flags` say what the header says, `chunks` are put in the place of the text's own, `at` is
        the path that the place names, and `packed` is sealed as it is, for the text packed."""
        whole = chunks is None and len(text) <= ROOM
        flags = (SIGNED if self.signer else 0) | (0 if whole else CHUNKED) if flags is None else flags
        code, cipher = key.child(self.site, "authenticate objects"), key.child(self.site, "encrypt objects")

        def place(chunk, count):
            return info("place", self.site, key.audience, key.epoch, key.generation, kind, flags, at or path, chunk, count)

        def one(where, packed):
            tag = mac(code, where, packed)
            derived = hkdf(cipher, info("object"), 44, tag)
            return tag, AESGCM(derived[:32]).encrypt(derived[32:], packed, where + tag)

        if whole:
            table, where = b"", place(0, 1)
            tag, body = one(where, pack(text) if packed is None else packed)
        else:
            cut = split(text) if chunks is None else chunks
            sealed = [one(place(index, len(cut)), packed) for index, packed in enumerate(cut)]
            table, where = u32(len(cut)) + b"".join(u32(len(body)) + tag for tag, body in sealed), place(len(cut), len(cut))
            tag, body = mac(code, where, table), b"".join(body for _, body in sealed)
        header = b"ROS" + bytes([1, KINDS[kind], key.code, flags, 0]) + u32(key.epoch) + u32(key.generation) + tag
        signature = self.signer.sign(where + tag) if flags & SIGNED else b""
        return header + table + signature + body, tag


def split(text):
    """The packed chunks of a text: as many as the padded length needs."""
    pieces = [text[at:at + ROOM] for at in range(0, len(text), ROOM)]
    total = padded(len(text) + 5 * len(pieces))
    pieces += [b""] * (-(-total // CHUNK) - len(pieces))
    return [(b"\0" + u32(len(piece)) + piece).ljust(min(CHUNK, total - at * CHUNK), b"\0") for at, piece in enumerate(pieces)]


def slot(key, previous=None, verification=None, number="", first="en/", **changed):
    """The contents of an entry; `changed` puts other bytes at an offset, as in `at3=b"x"`."""
    flags = (1 if previous else 0) | (2 if verification else 0)
    text = bytearray(bytes([1, key.code, flags, 0]) + u32(key.epoch) + u32(key.generation) + key.raw)
    text += u32(previous.epoch) + u32(previous.generation) + previous.raw if previous else bytes(40)
    text += (verification or b"").ljust(32, b"\0")
    text += bytes([len(number)]) + number.encode().ljust(31, b"\0") + bytes([len(first)]) + first.encode().ljust(63, b"\0")
    for name, value in changed.items():
        text[int(name[2:]):int(name[2:]) + len(value)] = value
    return bytes(text)


def keyring(site, salt, rounds, ring, slots):
    """The seventeen files for slots by the secrets that open them."""
    files = {f"keyring/head.js": f'var rostrumKeyring={{"head":"1 {site} {salt.hex()} {rounds} {ring}"}};\n'}
    entries = {name: [] for name in "0123456789abcdef"}
    for secret, contents in slots.items():
        locator = hkdf(secret, info("slot locator", site, ring), 16)
        nonce = mac(hkdf(secret, info("slot nonce", site, ring), 32), locator, contents)[:12]
        sealed = AESGCM(hkdf(secret, info("slot key", site, ring), 32)).encrypt(nonce, contents, info("slot", site, ring) + locator)
        entries[locator.hex()[0]].append(locator + nonce + sealed)
    for name, used in entries.items():
        for count in range(32 - len(used)):
            noise = b"".join(sha(f"{site} {ring} {name} {count} {part}".encode()) for part in range(8))
            used.append(bytes([int(name, 16) << 4 | noise[0] & 15]) + noise[1:])
        files[f"keyring/{name}.js"] = f'rostrumKeyring["{name}"]="{b64encode(b"".join(sorted(used))).decode()}";\n'
    return files


def manifest(sealer, epoch, counter, tags, most=320):
    """The manifest's files for the T of each kind and path; no shard has more entries than `most`."""
    site = sealer.site
    entries = sorted(sha(info("manifest entry", site, kind, path))[:8] + tag[:16] for (kind, path), tag in tags.items())
    levels = 0
    while True:
        shards = [[] for _ in range(1 << levels)]
        for entry in entries:
            shards[int.from_bytes(entry[:2], "big") >> 16 - levels].append(entry)
        if max(map(len, shards)) <= most:
            break
        levels += 1
    rows = [[sha(info("manifest shard", site, index), *shard) for index, shard in enumerate(shards)]]
    while len(rows[-1]) > 1:
        row = rows[-1]
        rows.append([sha(info("manifest node", site), row[at], row[at + 1]) for at in range(0, len(row), 2)])
    files = {}
    for index, shard in enumerate(shards):
        proof = b"".join(rows[level][index >> level ^ 1] for level in range(levels))
        files[f"manifest/{counter}/{index}.bin"] = proof + b"".join(shard)
    head = b"ROM" + bytes([1]) + u32(epoch) + u32(counter) + bytes([levels, 0, 0, 0]) + rows[-1][0]
    files["manifest/head.bin"] = head + sealer.signer.sign(info("manifest", site) + head)
    return files
