"""A site of which a half is uploaded, after several people's access has ended between two builds: the new keyring beside the old pages."""

import json
import shutil

import pytest

from forum import NOW, Forum, rostrum
from host import Host
from reader import Reader

DISCUSSION = "2026-006"
LATER = "2026-12-10T09:00:00Z"
PAGES = [f"en/{DISCUSSION}/", f"fr/{DISCUSSION}/"]


def invite(forum, name, *until):
    given = ("--discussion", DISCUSSION, "--name", name, "--requested-by", "XA", "--now", NOW, "--format", "json")
    return json.loads(rostrum(forum.root, "access", "invite", *given, *until))["passphrase"]


@pytest.fixture(scope="module")
def halves(tmp_path_factory):
    """Who stays, by name, and the old site with what is uploaded first of the new one: where the keys of members became others twice, and
    where those of a discussion's guests did, a fourth time with the members' keys."""
    made, sites = Forum(tmp_path_factory.mktemp("forum")), {}
    stay = {"member": made.issue("--member", "XA")}
    for code in ("XB", "XC"):
        made.issue("--member", code)
    stay["guest"] = invite(made, "Ana")
    for name, until in (("Ben", "2026-11-30"), ("Cem", "2026-12-05")):
        invite(made, name, "--until", until)
    rostrum(made.root, "build", "--now", NOW)
    for name, revoked in (("guests", []), ("members", ["XB", "XC"])):
        old = sites[name] = made.root / name
        shutil.copytree(made.site, old)
        for code in revoked:
            rostrum(made.root, "access", "revoke", "--member", code, "--now", LATER)
        rostrum(made.root, "build", "--now", LATER)
        replaced = [path for path in PAGES if (old / path / "index.html").read_bytes() == (made.site / path / "index.html").read_bytes()]
        assert not replaced, "these are sealed as before"
        shutil.rmtree(old / "keyring")
        shutil.copytree(made.site / "keyring", old / "keyring")
    sites["whole"] = made.site
    return stay, sites


@pytest.mark.parametrize("who", ["member", "guest"])
@pytest.mark.parametrize("half", ["guests", "members", "whole"])
def test_who_stays_opens_every_half(tab, halves, half, who):
    stay, sites = halves
    host = Host(sites[half])
    try:
        reader = Reader(tab, host.address, stay[who], now=LATER)
        for path in PAGES:
            reader.open(path)
            assert reader.path == path and reader.text("h1")
        if who == "member":
            reader.open("en/")
            assert reader.text("h1")
    finally:
        host.stop()
