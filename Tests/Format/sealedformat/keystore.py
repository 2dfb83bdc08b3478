"""Section 10 of FORMAT.md: what a keystore of version 4 says against damage."""

from .notation import fields, sha256

VALUES = ("version", "site", "salt", "rounds", "generation", "epoch", "keyringSecret", "namesKey")
MASTER = ("epoch", "key")
DISCUSSION = ("number", "generation", "since")
SUBMISSIONS = ("key", "made")
SLOT = ("kind", "name", "secret", "issued", "discussion", "requestedBy", "until", "lapses", "login")


def check(store):
    values = [store[name] for name in VALUES]
    values += [len(store[name]) for name in ("masters", "slots", "discussions", "submissions")]
    for name, keys in (("masters", MASTER), ("discussions", DISCUSSION), ("slots", SLOT), ("submissions", SUBMISSIONS)):
        values += [one.get(key, "") for one in store[name] for key in keys]
    return sha256(fields(*values)).hex()
