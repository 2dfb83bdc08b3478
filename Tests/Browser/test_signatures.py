"""Only the office can sign: who can read can seal, but not for others."""

import shutil

import pytest

from forge.notation import sha
from forge.objects import CHUNKED, SIGNED, Sealer
from forged import ForgedSite, body, host, opened
from reader import Reader

# A browser that knows no Ed25519.
WITHOUT = """
for (const name of ['importKey', 'verify']) {
  const real = SubtleCrypto.prototype[name], at = name === 'importKey' ? 2 : 0;
  SubtleCrypto.prototype[name] = function (...given) {
    const way = given[at].name || given[at];
    return way === 'Ed25519' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : real.apply(this, given);
  };
}"""
# After what a page looks at when it has been shown.
SOON = "const [done] = arguments; setTimeout(() => setTimeout(done))"
UNCHECKED = "cannot check signatures"
LONG = ("x" * 1023 + "\n") * 1100


@pytest.fixture(scope="module")
def site(forum, tmp_path_factory):
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("signed"))
    made.page("en/", "Home", '<a class="next" href="2026-001/">Next</a> <a class="long" href="2026-002/">Long</a>')
    made.page("en/2026-001/", "Next")
    made.page("en/2026-002/", "Long", LONG)
    assert made.sealer.seal("page", "en/", LONG.encode(), made.master())[6] == SIGNED | CHUNKED
    made.member = made.issue("member")
    made.close()
    return made


@pytest.fixture
def member(tab, host, site):
    host.answers.clear()
    return opened(tab, host, site.member, "en/")


def test_signed_pages_open_without_a_word(member):
    member.follow(".next")
    assert member.text("h1") == "Next"
    member.driver.back()
    member.wait(lambda: member.text("h1") == "Home")
    member.follow(".long")
    assert member.text("h1") == "Long" and len(member.text("main")) > 1_100_000
    assert not member.text(".gate-notice") and member.complaints() == []


TEXT = ("Forged\n" + body("Forged")).encode()
NEXT = "en/2026-001/"


def forgeries(site):
    """What a reader can seal, who has the members' keys."""
    other = Sealer(site.id, sha(b"another signer"))
    signed = other.seal("page", NEXT, TEXT, site.master())
    real = site.sealer.seal("page", NEXT, TEXT, site.master())
    elsewhere = site.sealer.seal("page", "en/2026-003/", TEXT, site.master())
    moved = Sealer(site.id).seal("page", NEXT, TEXT, site.master())
    long = Sealer(site.id).seal("page", NEXT, TEXT + LONG.encode(), site.master())
    other_long = other.seal("page", NEXT, TEXT + LONG.encode(), site.master())
    return {
        "unsigned": moved, "unsigned, in chunks": long, "signed by another": signed, "signed by another, in chunks": other_long,
        "with the signature of another place": real[:48] + elsewhere[48:112] + real[112:],
        "with the signature taken out": real[:48] + real[112:], "with zeros for a signature": real[:48] + bytes(64) + real[112:],
        "with the flag taken away": real[:6] + b"\0" + real[7:48] + real[112:], "cut in the signature": real[:100]}


@pytest.mark.thin
@pytest.mark.parametrize("kind", ["unsigned", "unsigned, in chunks", "signed by another", "signed by another, in chunks",
                                  "with the signature of another place", "with the signature taken out",
                                  "with zeros for a signature", "with the flag taken away", "cut in the signature"])
def test_what_the_office_did_not_sign_is_refused(member, host, site, kind):
    host.reseal(NEXT, forgeries(site)[kind])
    member.click(".next")
    assert "damaged" in member.alert()
    assert member.text("h1") == "Home"


def test_what_the_office_signed_opens(member, host, site):
    host.reseal(NEXT, site.sealer.seal("page", NEXT, TEXT, site.master()))
    member.follow(".next")
    assert member.text("h1") == "Forged"


def test_a_slot_without_verification_key_takes_both(forum, tab, tmp_path):
    site = ForgedSite(forum.site, tmp_path, signed=False)
    site.page("en/", "Home", '<a class="next" href="2026-001/">Next</a>')
    signed = Sealer(site.id, sha(b"somebody"))
    site.write("en/2026-001/index.html", site.shell("en/2026-001/", signed.seal("page", NEXT, TEXT, site.master())))
    words = site.issue("member")
    site.close()
    with site.served() as host:
        reader = opened(tab, host, words, "en/")
        reader.follow(".next")
        assert reader.text("h1") == "Forged" and not reader.text(".gate-notice")


@pytest.fixture
def without(tab, host, site):
    host.answers.clear()
    reader = Reader(tab, host.address, site.member)
    reader.new_tab("en/", before=WITHOUT)
    reader.submit(reader.passphrase)
    reader.wait(reader.is_open)
    return reader


def test_a_browser_without_ed25519_says_so_once(without):
    without.wait(lambda: UNCHECKED in (without.text(".gate-notice") or ""))
    assert len(without.all(".gate-notice p")) == 1
    assert without.one(".gate-notice").get_attribute("role") == "status"
    without.follow(".next")
    # By then the next page would have been looked at as well.
    without.js_async(SOON)
    assert without.text("h1") == "Next" and not without.text(".gate-notice")


def test_a_browser_without_ed25519_still_takes_nothing_unsigned(without, host, site):
    host.reseal(NEXT, forgeries(site)["unsigned"])
    without.click(".next")
    assert "damaged" in without.alert()


def test_from_a_folder_signatures_are_checked_too(tab, site, tmp_path):
    shutil.copytree(site.folder, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", site.member)
    reader.open("en/index.html")
    assert reader.text("h1") == "Home" and not reader.text(".gate-notice")


def test_without_ed25519_a_tab_says_it_once_from_a_folder(tab, site, tmp_path):
    shutil.copytree(site.folder, tmp_path / "site")
    reader = Reader(tab, (tmp_path / "site").as_uri() + "/", site.member)
    reader.new_tab("en/index.html", before=WITHOUT)
    reader.submit(reader.passphrase)
    reader.wait(lambda: UNCHECKED in (reader.text(".gate-notice") or ""))
    reader.get("en/index.html")
    reader.wait(reader.is_open)
    reader.js_async(SOON)
    assert not reader.text(".gate-notice")
