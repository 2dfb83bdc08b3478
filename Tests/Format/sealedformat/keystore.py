"""Section 10 of FORMAT.md, as far as a test needs it: one more guest in a keystore."""

import json

from . import passphrase
from .notation import fields, sha256

VALUES = ("version", "site", "salt", "rounds", "generation", "epoch", "keyringSecret", "namesKey")
MASTER = ("epoch", "key")
DISCUSSION = ("number", "generation", "since")
SLOT = ("kind", "name", "secret", "issued", "discussion", "requestedBy", "until", "lapses")


def check(store):
    values = [store[name] for name in VALUES]
    values += [len(store["masters"]), len(store["slots"]), len(store["discussions"])]
    for name, keys in (("masters", MASTER), ("discussions", DISCUSSION), ("slots", SLOT)):
        values += [one.get(key, "") for one in store[name] for key in keys]
    return sha256(fields(*values)).hex()


def invite(path, typed, discussion, requested_by):
    """Adds a guest of a discussion who has a passphrase that is given."""
    store = json.loads(path.read_text("utf-8"))
    secret = passphrase.secret(passphrase.symbols(typed), bytes.fromhex(store["salt"]), store["rounds"])
    issued = store["slots"][0]["issued"]
    store["slots"].append(
        dict(kind="guest", name="A guest", secret=secret.hex(), issued=issued, discussion=discussion, requestedBy=requested_by))
    store["generation"] += 1
    store["check"] = check(store)
    path.write_text(json.dumps(store), "utf-8")
