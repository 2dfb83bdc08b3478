"""Limits that lie too far for a vector."""

from base64 import b64encode

import pytest

from sealedformat import keyring, packing, sealed
from sealedformat.notation import Refused, u32


@pytest.mark.parametrize("entries, fits", [(24_576, True), (24_577, False)])
def test_a_file_of_the_keyring(entries, fits):
    file = b'rostrumKeyring["a"]="%b";\n' % b64encode(bytes(256 * entries))
    if fits:
        assert len(keyring.read_entries(file, "a")) == entries
    else:
        with pytest.raises(Refused):
            keyring.read_entries(file, "a")


@pytest.mark.parametrize("more, fits", [(0, True), (1, False)])
def test_a_text_that_is_not_deflated(more, fits):
    length = (64 << 20) + more
    packed = (b"\0" + u32(length)).ljust(packing.padme(5 + length), b"\0")
    if fits:
        assert len(packing.unpack(packed)) == length
    else:
        with pytest.raises(Refused):
            packing.unpack(packed)


@pytest.mark.parametrize("more, fits", [(0, True), (1, False)])
def test_a_page_in_several_chunks(more, fits):
    text = b"A title\n".ljust((64 << 20) + more)
    if fits:
        sealed.check_text(text)
    else:
        with pytest.raises(Refused):
            sealed.check_text(text)
