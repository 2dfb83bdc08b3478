"""Limits that lie too far for a vector: what is as large as can be opens, and not what is larger."""

from base64 import b64decode, b64encode

import pytest

from forge.objects import pack
from forged import ForgedSite, opened
from reader import Reader

FILE = "files/aaaaaaaaaaaaaaaa.bin"
MOST = 64 << 20

pytestmark = pytest.mark.only("chromium", because="the same bytes are counted by the same lines in every engine")


@pytest.fixture
def site(forum, tmp_path):
    made = ForgedSite(forum.site, tmp_path)
    made.page("en/", "Home", f'<a class="file" data-file href="../{FILE}">Zeros</a>')
    made.member = made.issue("member")
    made.close()
    return made


@pytest.mark.parametrize("entries, opens", [(24_576, True), (24_577, False)])
def test_a_file_of_the_keyring(tab, site, entries, opens):
    for path in site.folder.glob("keyring/?.js"):
        before, text, after = path.read_text().rsplit('"', 2)
        own = b64decode(text)
        path.write_text(f'{before}"{b64encode(own + bytes(256 * entries - len(own))).decode()}"{after}')
    with site.served() as host:
        reader = Reader(tab, host.address, site.member)
        reader.get("en/")
        reader.submit(site.member)
        if opens:
            reader.wait(reader.is_open)
        else:
            assert "key files could not be loaded" in reader.alert() and reader.is_locked()


@pytest.mark.parametrize("length, opens", [(MOST, True), (MOST + 1, False)])
def test_a_file_in_one_piece_that_is_not_deflated(tab, site, length, opens):
    text = b"zeros.bin\napplication/octet-stream\n".ljust(length, b"\0")
    sealed = site.sealer.seal_packed("file", FILE, pack(text), site.master())
    site.tags["file", FILE] = sealed[16:48]
    site.write(FILE, sealed)
    site.write_manifest()
    with site.served() as host:
        reader = opened(tab, host, site.member, "en/", "HTMLAnchorElement.prototype.click = function () { self.__saved = this.download; };")
        reader.click(".file")
        if opens:
            assert reader.wait(lambda: reader.js("return self.__saved")) == "zeros.bin"
        else:
            assert "could not be opened" in reader.wait(lambda: reader.text(".gate-alert")) and not reader.js("return self.__saved")
