"""What each of the files in Tests/Fixtures/vectors/submissions/ holds; the README there says how they are laid out."""

import base64
from dataclasses import dataclass, fields

from .vector import FOLDER, bytes_as_lines

SUBMISSIONS = FOLDER / "submissions"
SECTIONS = ("text", "packed", "sealed")


@dataclass
class SubmissionVector:
    """One scenario; bytes that stand in its head are hexadecimal."""

    expect: str
    comment: str
    kind: str
    site: str
    passphrase: str
    salt: str
    rounds: int
    secret: str
    private: str = ""
    public: str = ""
    key: str = ""
    ephemeral: str = ""
    proof: str = ""
    sha256: str = ""
    text: bytes | None = None
    packed: bytes | None = None
    sealed: bytes = b""

    def lines(self):
        head = [(one.name, getattr(self, one.name)) for one in fields(self) if one.name not in SECTIONS]
        lines = [f"{name}: {value}" for name, value in head if value != ""]
        for name in SECTIONS:
            if getattr(self, name) is not None:
                lines += ["", f"--- {name}", *bytes_as_lines(getattr(self, name), {})]
        return "\n".join(lines) + "\n"


def read(path):
    head, *sections = path.read_text("utf-8").split("\n--- ")
    values = dict(line.split(": ", 1) for line in head.splitlines() if line)
    for section in sections:
        name, *lines = section.strip().splitlines()
        values[name] = b"".join(map(base64.b64decode, lines))
    return SubmissionVector(**values | {"rounds": int(values["rounds"])})


def all_vectors():
    return {path.stem: read(path) for path in sorted(SUBMISSIONS.glob("*.txt"))}
