"""The form with `gate: server`: a page that runs nothing but the form, which asks for the passphrase itself."""

import functools
import http.server
import json
import re
import threading

import pytest

from form import Writer
from forum import Forum, rostrum


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """A forum whose host is trusted, as that host shows it to somebody who has signed in."""
    made = Forum(tmp_path_factory.mktemp("plain"))
    settings = made.root / "content/forum.yaml"
    settings.write_text(settings.read_text("utf-8") + "\ngate: server\n", "utf-8")
    made.passphrase = made.issue("--member", "XA")
    made.build()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(made.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.address = f"http://localhost:{server.server_address[1]}/"
    yield made
    server.shutdown()
    server.server_close()


def test_what_is_written_there_reaches_the_office_with_its_proof(tab, plain, tmp_path):
    page = (plain.site / "en/2026-005/index.html").read_text("utf-8")
    form = re.search(r'href="../../([^"#]*)#discussion=2026-005&amp;question=2"', page)[1]
    writer = Writer(tab).open(tab.reach(plain.address) + form + "#discussion=2026-005&question=2")
    assert writer.value("discussion") == "2026-005" and writer.value("question") == "2"
    assert writer.is_shown("[name=passphrase]") and not writer.is_shown("[name=proof]")
    assert "not sealed" in writer.text("[data-part=storage]")
    writer.contribute(discussion="2026-005")
    writer.type("passphrase", plain.passphrase)
    name, _, data = writer.save()
    assert tab.complaints() == []
    (tmp_path / name).write_bytes(data)
    rostrum(plain.root, "inbox", "import", str(tmp_path / name))
    told = [json.loads(line) for line in rostrum(plain.root, "inbox", "list", "--format", "json").splitlines()][-1]
    assert told["proof"] == {"outcome": "proved", "kind": "member", "name": "XA"}
    writer.js("document.querySelector('.form-more').open = true")
    writer.act("take")
    writer.act("takeNow")
    assert writer.saved(1)[0] == "form-en.html"
