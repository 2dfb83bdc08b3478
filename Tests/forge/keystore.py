"""Section 10 of FORMAT.md: the keys of a new forum, of which nobody has a passphrase yet."""

import json
from secrets import token_hex

from .keyring import ROUNDS
from .notation import fields, sha


def new(rounds=ROUNDS):
    """The text of a keystore whose secrets are nobody else's."""
    values = {
        "version": 4, "site": token_hex(16), "salt": token_hex(32), "rounds": rounds, "generation": 1, "epoch": 1,
        "keyringSecret": token_hex(32), "namesKey": token_hex(32),
    }
    master = {"epoch": 1, "key": token_hex(32)}
    check = sha(fields(*values.values(), 1, 0, 0, 0, *master.values())).hex()
    return json.dumps(values | {"masters": [master], "discussions": [], "submissions": [], "slots": [], "check": check})
