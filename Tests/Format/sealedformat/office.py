"""What writes sealed sites, as they should be and as they should not be: for vectors and for tests of other readers.

Whatever it takes as an argument it writes without looking whether a reader would accept it. Everything secret is made from a seed.
"""

import base64
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from . import manifest, packing, passphrase
from .notation import PAGE_ALPHABET, hkdf, hmac_sha256, info, sha256, u32
from .sealed import CHUNKED, KINDS, SIGNED, Keys

CODES = {name: code for code, name in KINDS.items()}
ROUNDS = 100_000


def seeded(name, length=32):
    """Bytes that are the same in every run, others for each name."""
    return hkdf(sha256(b"vectors of the sealed format"), info("seeded", name), length)


def new_passphrase(name):
    values = [byte & 31 for byte in seeded(f"passphrase {name}", 18)]
    for first in range(32):
        for second in range(32):
            text = "".join(passphrase.ALPHABET[value] for value in [*values, first, second])
            if passphrase.sums(text) == (0, 0):
                return "-".join(text[start : start + 4] for start in range(0, 20, 4))


def deflate(text):
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(text) + stream.flush()


def pack(body, method=0, length=None, padding=None):
    """What is sealed for a text, or for a deflated one with method 1."""
    packed = bytes([method]) + u32(len(body) if length is None else length) + body
    return packed + (bytes(packing.padme(len(packed)) - len(packed)) if padding is None else padding)


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


class Office:
    """A forum's secrets, and what they make."""

    def __init__(self, name="office"):
        self.site, self.ring = seeded(f"{name} site", 16).hex(), seeded(f"{name} ring", 8).hex()
        self.salt, self.name = seeded(f"{name} salt"), name
        self.signing_key = Ed25519PrivateKey.from_private_bytes(
            hkdf(seeded(f"{name} keyring secret"), info("signing key", self.site), 32))
        self.verification_key = self.signing_key.public_key().public_bytes_raw()

    def master(self, epoch):
        return seeded(f"{self.name} master {epoch}")

    def key(self, epoch, generation=0, discussion=None):
        """The key of an audience: of members, or of a discussion's guests."""
        if discussion is None:
            return self.master(epoch)
        return hkdf(self.master(epoch), info("discussion", self.site, discussion, generation), 32)

    def keys(self, epoch, generation=0, discussion=None):
        audience = f"guests/{discussion}" if discussion else "members"
        return Keys(self.site, audience, epoch, generation, self.key(epoch, generation, discussion))

    # The keyring.

    def head(self, version="1", rounds=ROUNDS, ring=None, salt=None):
        words = " ".join([version, self.site, salt or self.salt.hex(), str(rounds), ring or self.ring])
        return f'var rostrumKeyring={{"head":"{words}"}};\n'.encode()

    def contents(self, epoch=1, generation=0, discussion="", previous=None, verifies=True, first_page="en/", **bytes_at):
        """A slot's 212 bytes; `bytes_at` has others for some of them, as in `at3=b"x"`."""
        flags = (1 if previous else 0) | (2 if verifies else 0)
        before = u32(previous[0]) + u32(previous[1]) + self.key(*previous, discussion or None) if previous else bytes(40)
        data = bytes([1, 1 if discussion else 0, flags, 0]) + u32(epoch) + u32(generation)
        data += self.key(epoch, generation, discussion or None) + before
        data += self.verification_key if verifies else bytes(32)
        data += bytes([len(discussion)]) + discussion.encode().ljust(31, b"\0")
        data += bytes([len(first_page)]) + first_page.encode().ljust(63, b"\0")
        for at, value in bytes_at.items():
            start = int(at.removeprefix("at"))
            data = data[:start] + value + data[start + len(value) :]
        return data

    def secret(self, typed, rounds=ROUNDS):
        return passphrase.secret(passphrase.symbols(typed), self.salt, rounds)

    def locator(self, typed, rounds=ROUNDS):
        return hkdf(self.secret(typed, rounds), info("slot locator", self.site, self.ring), 16)

    def entry(self, typed, contents, rounds=ROUNDS):
        secret, locator = self.secret(typed, rounds), self.locator(typed, rounds)
        nonce_key = hkdf(secret, info("slot nonce", self.site, self.ring), 32)
        nonce = hmac_sha256(nonce_key, locator + contents)[:12]
        key = hkdf(secret, info("slot key", self.site, self.ring), 32)
        return locator + nonce + AESGCM(key).encrypt(nonce, contents, info("slot", self.site, self.ring) + locator)

    def shard(self, entries, digit):
        """A file with these entries and one that nobody can open."""
        unused = bytearray(seeded(f"unused {digit}", 256))
        unused[0] = int(digit, 16) << 4 | unused[0] & 15
        data = base64.b64encode(b"".join(sorted([*entries, bytes(unused)]))).decode()
        return f'rostrumKeyring["{digit}"]="{data}";\n'.encode()

    # Objects.

    def sign(self, message):
        return self.signing_key.sign(message)

    def header(self, kind, flags, tag, epoch=1, generation=0, discussion=None, version=1, zero=0, audience=None, code=None):
        audience = (1 if discussion else 0) if audience is None else audience
        code = CODES[kind] if code is None else code
        return b"ROS" + bytes([version, code, audience, flags, zero]) + u32(epoch) + u32(generation) + tag

    def seal(self, kind, path, packed, flags=SIGNED, epoch=1, generation=0, discussion=None, sign=None, **header):
        """An object, of what is packed and padded already."""
        keys = self.keys(epoch, generation, discussion)
        place = keys.place(kind, flags, path)
        tag, sealed = encrypt(keys, place, packed)
        signature = (sign or self.sign)(place + tag) if flags & SIGNED else b""
        return self.header(kind, flags, tag, epoch, generation, discussion, **header) + signature + sealed

    def seal_chunks(self, kind, path, packed, flags=SIGNED | CHUNKED, epoch=1, sign=None):
        """An object in several chunks: what stands before the ciphertexts, its table in one piece, and the ciphertexts."""
        keys, count, table, sealed = self.keys(epoch), len(packed), u32(len(packed)), []
        for chunk, one in enumerate(packed):
            tag, ciphertext = encrypt(keys, keys.place(kind, flags, path, chunk, count), one)
            table += u32(len(ciphertext)) + tag
            sealed.append(ciphertext)
        return self.header_and_table(kind, path, table, count, flags, epoch, sign), sealed

    def header_and_table(self, kind, path, table, count, flags=SIGNED | CHUNKED, epoch=1, sign=None):
        keys = self.keys(epoch)
        place = keys.place(kind, flags, path, count, count)
        tag = hmac_sha256(keys.authentication, place + table)
        signature = (sign or self.sign)(place + tag) if flags & SIGNED else b""
        return self.header(kind, flags, tag, epoch) + table + signature

    # The manifest.

    def manifest(self, entries, levels=0, counter=7, epoch=1, sign=None, shards=None, magic=b"ROM\x01", zero=bytes(3)):
        """Its files by their path: of entries of 24 bytes, or of whole shards as they are given."""
        if shards is None:
            shards = [b""] * (1 << levels)
            for entry in sorted(entries):
                shards[manifest.shard_number(entry[:8], levels)] += entry
        tree = [[sha256(info("manifest shard", self.site, number) + one) for number, one in enumerate(shards)]]
        while len(tree[-1]) > 1:
            last = tree[-1]
            tree.append([sha256(info("manifest node", self.site) + last[at] + last[at + 1]) for at in range(0, len(last), 2)])
        files = {}
        for number, one in enumerate(shards):
            proof = b"".join(nodes[number >> level ^ 1] for level, nodes in enumerate(tree[:-1]))
            files[f"manifest/{counter}/{number}.bin"] = proof + one
        head = magic + u32(epoch) + u32(counter) + bytes([levels]) + zero + tree[-1][0]
        files["manifest/head.bin"] = head + (sign or self.sign)(info("manifest", self.site) + head)
        return files

    def manifest_entry(self, kind, path, sealed):
        return manifest.key_of(self.site, kind, path) + sealed[16:32]


def encrypt(keys, place, packed):
    tag = hmac_sha256(keys.authentication, place + packed)
    key = hkdf(keys.encryption, info("object"), 44, salt=tag)
    return tag, AESGCM(key[:32]).encrypt(key[32:], packed, place + tag)
