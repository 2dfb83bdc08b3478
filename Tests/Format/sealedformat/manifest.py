"""Section 7 of FORMAT.md: the manifest."""

from dataclasses import dataclass

from .notation import Refused, info, is_signed, number, sha256

ENTRY = 24
LARGEST_SHARD = 7680


def refused(why):
    return Refused("manifest refused", why)


@dataclass(frozen=True)
class Head:
    epoch: int
    counter: int
    levels: int
    root: bytes


def read_head(data, site, verification_key):
    if len(data) != 112 or data[:4] != b"ROM\x01" or data[12] > 16 or any(data[13:16]):
        raise refused("head.bin")
    if not is_signed(verification_key, data[48:], info("manifest", site) + data[:48]):
        raise refused("another signature")
    head = Head(number(data[4:8]), number(data[8:12]), data[12], data[16:48])
    if not head.epoch or not head.counter:
        raise refused("epoch or counter")
    return head


def key_of(site, kind, path):
    return sha256(info("manifest entry", site, kind, path))[:8]


def shard_number(key, levels):
    return number(key) >> (64 - levels)


def shard_path(head, shard):
    return f"manifest/{head.counter}/{shard}.bin"


def read_shard(data, site, head, shard):
    """The entries of a shard: the first half of T, by key."""
    proof, entries = data[: 32 * head.levels], data[32 * head.levels :]
    if len(proof) != 32 * head.levels or len(entries) % ENTRY or len(entries) > LARGEST_SHARD:
        raise refused("a shard's length")
    node, position = sha256(info("manifest shard", site, shard) + entries), shard
    for level in range(head.levels):
        neighbour = proof[32 * level :][:32]
        left, right = (neighbour, node) if position & 1 else (node, neighbour)
        node = sha256(info("manifest node", site) + left + right)
        position >>= 1
    if node != head.root:
        raise refused("a shard that is not the head's")
    cut = [entries[start : start + ENTRY] for start in range(0, len(entries), ENTRY)]
    if any(one[:8] >= next[:8] for one, next in zip(cut, cut[1:])):
        raise refused("entries are not ascending")
    return {entry[:8]: entry[8:] for entry in cut}
