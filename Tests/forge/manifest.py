"""Section 7 of FORMAT.md: the manifest."""

from .notation import info, sha, u32


def entry(site, kind, path, tag):
    """The 24 bytes for an object, given its T."""
    return sha(info("manifest entry", site, kind, path))[:8] + tag[:16]


def sharded(entries, levels):
    shards = [[] for _ in range(1 << levels)]
    for one in sorted(entries):
        shards[int.from_bytes(one[:2], "big") >> 16 - levels].append(one)
    return [b"".join(shard) for shard in shards]


def manifest(sealer, entries, epoch=1, counter=7, levels=None, most=320, shards=None, sign=None, magic=b"ROM\x01", zero=bytes(3)):
    """The manifest's files by their path: 2 to the power `levels` shards, or as many as it takes so that none has more entries than `most`,
    or whole `shards` as they are given."""
    site = sealer.site
    if shards is None:
        if levels is None:
            levels = next(levels for levels in range(17) if max(map(len, sharded(entries, levels))) <= 24 * most)
        shards = sharded(entries, levels)
    rows = [[sha(info("manifest shard", site, number), shard) for number, shard in enumerate(shards)]]
    while len(rows[-1]) > 1:
        row = rows[-1]
        rows.append([sha(info("manifest node", site), row[at], row[at + 1]) for at in range(0, len(row), 2)])
    files = {}
    for number, shard in enumerate(shards):
        proof = b"".join(row[number >> level ^ 1] for level, row in enumerate(rows[:-1]))
        files[f"manifest/{counter}/{number}.bin"] = proof + shard
    head = magic + u32(epoch) + u32(counter) + bytes([len(rows) - 1]) + zero + rows[-1][0]
    files["manifest/head.bin"] = head + (sign or sealer.sign)(info("manifest", site) + head)
    return files
