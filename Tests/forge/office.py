"""A forum's secrets, made from its name, and what they make."""

from . import keyring, manifest
from .keyring import ROUNDS
from .notation import hkdf, info, seeded
from .objects import Key, ObjectKeys, Sealer


class Office(Sealer):
    """Seals for a site of its own. Where a key is not given, epoch, generation and discussion say which it is."""

    def __init__(self, name="office", signed=True):
        self.name, self.salt, self.ring = name, seeded(f"{name} salt"), seeded(f"{name} ring", 8).hex()
        site = seeded(f"{name} site", 16).hex()
        super().__init__(site, hkdf(seeded(f"{name} keyring secret"), info("signing key", site), 32) if signed else None)

    def key(self, epoch=1, generation=0, discussion=""):
        """The key of an audience: of members, or of a discussion's guests."""
        raw = seeded(f"{self.name} master {epoch}")
        if discussion:
            raw = hkdf(raw, info("discussion", self.site, discussion, generation), 32)
        return Key(raw, epoch, generation, discussion)

    def keys(self, epoch=1, generation=0, discussion=""):
        return ObjectKeys(self.site, self.key(epoch, generation, discussion))

    def sealed(self, kind, path, packed, epoch=1, generation=0, discussion="", **given):
        """An object, of what is packed and padded already, with a key of this office."""
        return self.seal_packed(kind, path, packed, self.key(epoch, generation, discussion), **given)

    # The keyring.

    def head(self, version="1", rounds=ROUNDS, ring=None, salt=None):
        return keyring.head(self.site, salt or self.salt.hex(), ring or self.ring, rounds, version)

    def contents(self, epoch=1, generation=0, discussion="", previous=None, verifies=True, first_page="en/", **changed):
        """A slot's 212 bytes; `previous` are the epoch and generation of the key before."""
        before = self.key(*previous, discussion) if previous else None
        verification = self.verification_key if verifies else None
        return keyring.slot(self.key(epoch, generation, discussion), before, verification, first_page, **changed)

    def secret(self, passphrase, rounds=ROUNDS):
        return keyring.stretched(passphrase, self.salt, rounds)

    def locator(self, passphrase):
        return keyring.locator(self.secret(passphrase), self.site, self.ring)

    def entry(self, passphrase, contents):
        return keyring.entry(self.secret(passphrase), contents, self.site, self.ring)

    def shard(self, entries, digit, capacity=None):
        """A file with these entries and one that nobody can open, or as many of those as fill it."""
        spare = 1 if capacity is None else capacity - len(entries)
        return keyring.shard(digit, [*entries, *(self.unused(digit, number) for number in range(spare))])

    def unused(self, digit, number):
        noise = seeded(f"unused {digit}" + (f" {number}" if number else ""), 256)
        return bytes([int(digit, 16) << 4 | noise[0] & 15]) + noise[1:]

    # The manifest.

    def manifest(self, entries=(), levels=0, **given):
        return manifest.manifest(self, entries, levels=levels, **given)

    def manifest_entry(self, kind, path, sealed):
        return manifest.entry(self.site, kind, path, sealed[16:48])
