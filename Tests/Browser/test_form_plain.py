"""The form with `gate: server`: a page that runs nothing but the form, which asks for the passphrase itself."""

import json
import re

import pytest

from form import Writer
from forum import rostrum
from plain import Plain


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    made = Plain(tmp_path_factory.mktemp("plain"))
    yield made
    made.stop()


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
