"""A forum in a temporary folder: built, given passphrases and served by the program under test."""

import json
import os
import re
import select
import shutil
import socket
import subprocess
from pathlib import Path

from forge import keystore

REPOSITORY = Path(__file__).resolve().parents[2]
ROSTRUM = os.environ.get("ROSTRUM", str(REPOSITORY / ".build/debug/rostrum"))
NOW = "2026-11-23T09:00:00Z"


def rostrum(root, *words):
    """What the program prints when it succeeds."""
    done = subprocess.run([ROSTRUM, *words, "--root", str(root)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{words}: status {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def findings(root):
    """What `rostrum check` finds, which must be something: one JSON object a line."""
    words = [ROSTRUM, "check", "--root", str(root), "--now", NOW, "--format", "json"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    found = [json.loads(line) for line in done.stdout.split("\n") if line.startswith("{")]
    assert found and done.returncode == any(one["severity"] == "error" for one in found), done.stderr
    return found


class Forum:
    """One root folder with the repository's content and theme, as far as nothing is added to it.

    Its passphrases are stretched with the fewest rounds that readers accept, so that browsers unlock it in a tenth of the time. A forum that
    `rostrum init` makes has as many as the program gives.
    """

    def __init__(self, root):
        self.root = Path(root)
        for name in ("content", "themes"):
            shutil.copytree(REPOSITORY / name, self.root / name)
        (self.root / "office").mkdir(mode=0o700)
        kept = self.root / "office/keystore.json"
        kept.touch(0o600)
        kept.write_text(keystore.new(), "utf-8")
        # The site is served at the root of a host here, and 404.html names its links from there.
        settings = self.root / "content/forum.yaml"
        text, count = re.subn(r"(?m)^base-url:.*$", "base-url: http://localhost/", settings.read_text("utf-8"))
        assert count == 1
        settings.write_text(text, "utf-8")

    @property
    def site(self):
        return self.root / "site"

    def issue(self, *whom):
        return json.loads(rostrum(self.root, "access", "issue", *whom, "--format", "json"))["passphrase"]

    def build(self):
        rostrum(self.root, "build", "--now", NOW)

    def sealed_pages(self):
        """The paths of all pages that need a passphrase."""
        found = [path for path in self.site.rglob("index.html") if 'id="sealed"' in path.read_text("utf-8")]
        return {path.parent.relative_to(self.site).as_posix() + "/" for path in found}

    def titles(self):
        """The titles that its content gives to discussions and entries. (Pages have words for titles, like Help.)"""
        found = set()
        for path in [*self.root.glob("content/discussions/*/index.*.md"), *self.root.glob("content/library/*/index.*.md")]:
            title = re.search(r"(?m)^title:\s*(.+)$", path.read_text("utf-8"))
            assert title, path
            found.add(title.group(1).strip().strip("\"'"))
        return found


def end(process):
    """Ends a process that a test has started, by force where it does not go by itself."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Server:
    """`rostrum serve --finished` for one forum, on a port that was free; stopped by its own process id."""

    words, notes = ["--finished"], subprocess.STDOUT

    def __init__(self, forum):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://localhost:{port}/"
        words = [ROSTRUM, "serve", *self.words, "--root", str(forum.root), "--port", str(port)]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=self.notes, text=True)
        # Its first line says that it takes connections.
        ready, _, _ = select.select([self.process.stdout], [], [], 20)
        line = self.process.stdout.readline() if ready else "nothing said in 20 s"
        if self.address not in line:
            self.stop()
            raise RuntimeError(f"rostrum serve: {line}")

    def stop(self):
        end(self.process)


class Preview(Server):
    """`rostrum serve`: the preview of a forum."""

    # What it finds in the forum it tells beside, and nobody reads it here.
    words, notes = ["--now", NOW], subprocess.DEVNULL
