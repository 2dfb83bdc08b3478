"""Vectors: what each of the files in Tests/Fixtures/vectors/ holds; the README there says how they are laid out."""

import base64
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "Fixtures/vectors"
SHARED = FOLDER / "shared"
KEYS = ("expect", "comment", "passphrase", "kind", "path", "seen", "sha256")


@dataclass
class Vector:
    """One scenario: `files` has the bytes of the keyring, of the object, its part, and the manifest by their names."""

    expect: str
    comment: str
    passphrase: str
    kind: str
    path: str
    seen: int = 0
    sha256: str = ""
    files: dict[str, bytes] = field(default_factory=dict)

    def text(self, shared):
        """The file's text; `shared` has bytes that are written down once for several of them, by their name."""
        lines = [f"{key}: {getattr(self, key)}" for key in KEYS if getattr(self, key)]
        for name, data in self.files.items():
            lines += ["", f"--- {name}", *bytes_as_lines(data, shared)]
        return "\n".join(lines) + "\n"


def bytes_as_lines(data, shared):
    for name, known in shared.items():
        at = data.find(known)
        if at >= 0:
            before, after = data[:at], data[at + len(known) :]
            return [*bytes_as_lines(before, shared), f"@{name}", *bytes_as_lines(after, shared)]
    encoded = base64.b64encode(data).decode()
    return [encoded[start : start + 76] for start in range(0, len(encoded), 76)]


def read(path):
    head, *sections = path.read_text("utf-8").split("\n--- ")
    values = dict(line.split(": ", 1) for line in head.splitlines() if line)
    assert set(values) <= set(KEYS), path
    values["seen"] = int(values.get("seen", 0))
    files = {}
    for section in sections:
        name, *lines = section.strip().splitlines()
        files[name] = b"".join((SHARED / line[1:]).read_bytes() if line[0] == "@" else base64.b64decode(line) for line in lines)
    return Vector(**values, files=files)


def all_vectors():
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def digest(data):
    return hashlib.sha256(data).hexdigest()
