"""An office with submissions, on which the program is run."""

import json
import os
import re
import subprocess
from pathlib import Path

ROSTRUM = os.environ["ROSTRUM"]
ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-23T09:00:00Z"


class Office:
    def __init__(self, folder, languages=("fr",), settings=None):
        self.root = folder / "forum"
        self.path = os.environ["PATH"]
        fixture = ROOT / "content"
        subprocess.run(["cp", "-r", fixture, self.root.parent / "content"], check=True)
        self.root.mkdir()
        (self.root.parent / "content").rename(self.root / "content")
        for pattern, text in settings or []:
            self.change(pattern, text)
        office = self.root / "office"
        office.mkdir(mode=0o700)
        members = ["XA", "XB", "XC", "XD", "XE", "XF"]
        (office / "roster.yaml").write_text(
            "members:\n" + "".join(f"  {code}: {{language: {language}, addresses: [{language}@example.org]}}\n" for code, language in zip(members, languages))
        )

    def change(self, pattern, text):
        path = self.root / "content/forum.yaml"
        changed, count = re.subn(pattern, text, path.read_text("utf-8"), flags=re.M)
        assert count == 1
        path.write_text(changed, "utf-8")

    def run(self, *words, status=0, environment=None):
        done = subprocess.run(
            [ROSTRUM, *map(str, words), "--root", str(self.root), "--now", NOW],
            capture_output=True, text=True, timeout=120,
            env={**os.environ, "PATH": self.path, "ROSTRUM_MODERATOR": "Forum secretariat", **(environment or {})},
        )
        assert done.returncode == status, (words, done.stdout, done.stderr)
        return done

    def receive(self, sender, number=1, subject="A contribution", name="Ana Exemplar", discussion="2026-008"):
        mails = self.root.parent / "mails"
        mails.mkdir(exist_ok=True)
        (mails / f"{number}.eml").write_text(
            f"From: {name} <{sender}>\nTo: submissions@example.org\nSubject: {subject}\nMessage-ID: <{number}@example.org>\n"
            f"References: <topic@example.org>\nContent-Type: text/plain; charset=utf-8\n\n"
            f"---\nkind: contribution\ndiscussion: {discussion}\nlanguage: fr\n"
            f"author: {{name: Ana Exemplar, member: XA, email: {sender}}}\nattribution: name\nterms: 1\n---\n\n"
            f"Texte numéro {number} : notre office a formé quarante personnes en deux ans, et en formera autant.\n",
            "utf-8",
        )
        self.run("inbox", "import", mails)

    def mail(self, number):
        return json.loads(self.run("outbox", "show", number, "--format", "json").stdout)

    def states(self):
        lines = self.run("outbox", "list", "--all", "--format", "json").stdout.splitlines()
        return {mail["mail"]: mail["state"] for mail in map(json.loads, lines)}

    def bytes(self, number):
        return (self.root / f"office/outbox/{number:04}/message.eml").read_bytes()
