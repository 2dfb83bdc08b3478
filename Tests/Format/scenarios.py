"""The scenarios of Tests/Fixtures/vectors/: each makes one vector, of which one thing is to be noticed.

`all_scenarios` gives them by name; `test_vectors.py` writes them down. The same bytes come of every run.
"""

import zlib
from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from forge.notation import PAGE_ALPHABET, hkdf, info, mac, new_passphrase, padded, page_text, seeded, u32
from forge.objects import CHUNK, CHUNKED, ROOM, SIGNED, deflate, pack
from forge.office import Office
from sealedformat.vector import Vector, digest

PAGE, GUESTS_PAGE, FILE = "en/2026-001/", "en/2026-014/", "files/abcdefghij234567.bin"
SEARCH = "search/abcdefghij234567.bin"
DISCUSSION = "2026-014"
MEMBER, GUEST, NOBODY = (new_passphrase(name) for name in ("member", "guest", "nobody"))
TITLE = b"A title\n"
TEXT = TITLE + b"<h1 tabindex=\"-1\">A title</h1>\n<p>The text of a page, long enough for <em>deflate</em> to make something of it.</p>\n" * 3
INDEX = bytes(range(256)) * 3
FILE_TEXT = b"a name.txt\ntext/plain\nThe bytes of the file.\n"
# Of the group of Ed25519: RFC 8032, section 5.1.
ORDER = 2**252 + 27742317777372353535851937790883648493
PAGE_VALUES = {code: value for value, code in enumerate(PAGE_ALPHABET)}
OPENS, REFUSED, NO_KEY, BAD_KEYRING = "opens", "object refused", "no key", "keyring refused"

office, other_office = Office(), Office("another office")
stranger = Ed25519PrivateKey.from_private_bytes(seeded("a stranger's signing key"))
found = {}


def add(name, expect, comment, sealed=None, kind="page", path=PAGE, typed=MEMBER, slot=None, text=None, seen=0, part=None, **files):
    """One vector. `slot` are the arguments of the slot's contents; `files` replace those that the office would make,
    and `template` what stands for `sealed` in the page's file."""
    holder = files.pop("holder", typed)
    entry = files.pop("entry", None) or office.entry(holder, office.contents(**(slot or {})))
    digit = entry[:1].hex()[0]
    kept = {"keyring/head.js": files.pop("head", office.head()), f"keyring/{digit}.js": files.pop("shard", office.shard([entry], digit))}
    if sealed is None:
        sealed = office.sealed("page", PAGE, pack(deflate(TEXT), 1))
        text = TEXT if expect == OPENS and text is None else text
    template = files.pop("template", None)
    kept |= {kind: sealed} if kind in ("file", "search") else {"sealed": sealed} if template is None else {"template": template}
    if part is not None:
        kept["members"] = part
    kept |= files.pop("manifest", {})
    assert not files and name not in found
    found[name] = Vector(expect, comment, typed, kind, path, seen, digest(text) if text is not None else "", kept)


def all_scenarios():
    """Every vector by its name, and the bytes that are written down once for several."""
    if not found:
        passphrases()
        keyrings()
        slots()
        objects()
        alphabet()
        packings()
        epochs()
        guests()
        parts()
        shared = chunks()
        manifests()
        all_scenarios.shared = shared
    return found, all_scenarios.shared


def passphrases():
    add("passphrase", OPENS, "A member opens a page.")
    typed = " " + MEMBER.lower().replace("-", " – ").replace("0", "o").replace("1", "l") + "\u200b"
    add("passphrase-as-typed", OPENS, "Small letters, other dashes, spaces and look-alikes.", typed=typed, holder=MEMBER)
    wide = "".join(chr(ord(one) + 0xFEE0) if one != "-" else one for one in MEMBER)
    add("passphrase-wide", OPENS, "The wide forms of East Asian keyboards.", typed=wide, holder=MEMBER)
    symbols = MEMBER.replace("-", "")
    other = "7" if symbols[5] != "7" else "8"
    add("typo-one-symbol", "typo", "One symbol is another one.", typed=symbols[:5] + other + symbols[6:], holder=MEMBER)
    swapped = symbols[:2] + symbols[3] + symbols[2] + symbols[4:]
    assert symbols[2] != symbols[3]
    add("typo-swapped", "typo", "Two neighbours are swapped.", typed=swapped, holder=MEMBER)
    add("typo-short", "typo", "A symbol is missing.", typed=symbols[:-1], holder=MEMBER)
    add("typo-u", "typo", "U is no symbol.", typed="U" + symbols[1:], holder=MEMBER)
    add("wrong-passphrase", "wrong passphrase", "A valid passphrase that has no slot; the file of its digit holds another's.",
        typed=NOBODY, holder=NOBODY, entry=foreign_entry())


def foreign_entry():
    """An entry in the file where that of NOBODY would be."""
    first = office.locator(NOBODY)[0] >> 4
    for attempt in range(10_000):
        typed = new_passphrase(f"neighbour {attempt}")
        if office.locator(typed)[0] >> 4 == first:
            return office.entry(typed, office.contents())
    raise AssertionError("no neighbour")


def keyrings():
    for rounds, name, word in ((99_999, "too-few", "One round fewer"), (5_000_001, "beyond-the-limit", "One round more")):
        add(f"rounds-{name}", BAD_KEYRING, f"{word} than a reader accepts.", head=office.head(rounds=rounds))
    add("rounds-leading-zero", BAD_KEYRING, "Rounds with a leading zero.", head=office.head(rounds="0100000"))
    add("head-of-version-2", BAD_KEYRING, "A head of a version that is not known.", head=office.head(version="2"))
    add("head-short-salt", BAD_KEYRING, "A salt of 31 bytes.", head=office.head(salt=office.salt.hex()[:-2]))
    add("head-of-another-ring", "wrong passphrase", "The head of another state of the keyring: no entry is found.",
        head=office.head(ring=ring_of_the_same_file()))
    entry = office.entry(MEMBER, office.contents())
    digit = entry[:1].hex()[0]
    whole = office.shard([entry], digit)
    add("shard-not-whole", BAD_KEYRING, "Half an entry at the end of a keyring's file.", shard=office.shard([entry, entry[:128]], digit))
    add("shard-cut-short", BAD_KEYRING, "A keyring's file that ends in the midst of its base 64.", shard=whole[: len(whole) // 2])
    other = "%x" % (int(digit, 16) ^ 1)
    add("shard-of-another-digit", BAD_KEYRING, "The file of another digit.", shard=office.shard([entry], other))
    add("shard-without-entries", BAD_KEYRING, "A keyring's file without any entry.", shard=f'rostrumKeyring["{digit}"]="";\n'.encode())
    after, before = (entry[:16] + nonce + entry[28:] for nonce in (b"\xff" * 12, bytes(12)))
    add("entry-twice", OPENS, "Two entries with the locator, of which the first is whole.", shard=office.shard([entry, after], digit))
    add("entry-twice-first-damaged", BAD_KEYRING, "Two entries with the locator, of which the second is whole.",
        shard=office.shard([before, entry], digit))
    for at, name in ((20, "nonce"), (100, "contents"), (255, "tag")):
        changed = entry[:at] + bytes([entry[at] ^ 4]) + entry[at + 1 :]
        add(f"entry-flipped-bit-in-{name}", BAD_KEYRING, f"A bit of an entry's {name} is another one.", entry=changed)


def ring_of_the_same_file():
    """Another ring, in which the locator of MEMBER leads to the same file."""
    secret, digit = office.secret(MEMBER), office.locator(MEMBER)[0] >> 4
    rings = (seeded(f"ring {attempt}", 8).hex() for attempt in range(1000))
    return next(ring for ring in rings if hkdf(secret, info("slot locator", office.site, ring), 1)[0] >> 4 == digit)


def slots():
    guest = dict(discussion=DISCUSSION, generation=2)
    bad = [
        ("layout-2", "A layout that is not known.", dict(at0=b"\2")),
        ("audience-2", "An audience that is not known.", dict(at1=b"\2")),
        ("flag-4", "A flag that is not known.", dict(at2=b"\6")),
        ("byte-3", "Byte 3 is not 0.", dict(at3=b"\1")),
        ("epoch-0", "Epoch 0.", dict(at4=u32(0))),
        ("member-with-generation", "A generation for members.", dict(at8=u32(1))),
        ("guest-without-generation", "No generation for guests.", guest | dict(at8=u32(0))),
        ("previous-not-earlier", "The previous key is of the same epoch.", dict(epoch=2, previous=(2, 0))),
        ("previous-later", "The previous key is of a later epoch.", dict(epoch=2, previous=(3, 0))),
        ("previous-of-epoch-0", "The previous key is of epoch 0.", dict(epoch=2, previous=(0, 0))),
        ("previous-with-generation", "The previous key of members has a generation.", dict(epoch=2, previous=(1, 0), at48=u32(1))),
        ("previous-without-its-flag", "A previous epoch stands there, but not the flag.", dict(epoch=2, previous=(1, 0), at2=b"\2")),
        ("guest-previous-not-earlier", "A guest's previous key is of the same generation.", guest | dict(previous=(1, 2))),
        ("guest-previous-later", "A guest's previous key is of a later generation.", guest | dict(previous=(1, 3))),
        ("discussion-for-members", "Members with a discussion.", dict(at116=b"\x082026-014")),
        ("guest-without-discussion", "A guest of no discussion.", guest | dict(at116=bytes(9))),
        ("discussion-of-letters", "A discussion of letters.", guest | dict(at117=b"abcd-efg")),
        ("discussion-of-another-form", "A discussion of digits and hyphens that is no number.", guest | dict(at117=b"20260-14")),
        ("discussion-too-long", "A discussion longer than its room.", guest | dict(at116=b"\x20" + b"2026-014" * 4)),
        ("first-page-of-other-characters", "A first page that is no canonical path.", dict(first_page="en/?x")),
        ("first-page-too-long", "A first page longer than its room.", dict(at148=b"\x40" + b"e" * 63)),
    ]
    for name, comment, arguments in bad:
        add(f"slot-{name}", BAD_KEYRING, comment, slot=arguments)
    add("slot-filled-up", OPENS, "Other bytes than zeros where no previous key, no discussion and no more of the first page stands.",
        slot=dict(at52=b"\1" * 32, at117=b"2026-014", at152=b"\1"))


def change(data, at, value=None):
    return data[:at] + (bytes([data[at] ^ 1]) if value is None else value) + data[at + 1 :]


def objects():
    good = office.sealed("page", PAGE, pack(deflate(TEXT), 1))
    add("wrong-place", REFUSED, "A page that was sealed at another path.", office.sealed("page", "en/2026-002/", pack(TEXT)))
    add("wrong-site", REFUSED, "A page that was sealed for another site.", other_office.sealed("page", PAGE, pack(TEXT)))
    add("wrong-kind", REFUSED, "A file in the place of a page.", office.sealed("file", PAGE, pack(FILE_TEXT)))
    add("wrong-kind-in-header", REFUSED, "A file that says that it is a page.", office.sealed("file", PAGE, pack(FILE_TEXT), code=1))
    add("file", OPENS, "A file.", office.sealed("file", FILE, pack(FILE_TEXT)), "file", FILE, text=FILE_TEXT)
    binary = b"noise.bin\napplication/octet-stream\n" + seeded("noise", 200)
    add("file-of-any-bytes", OPENS, "A file that is no text.", office.sealed("file", FILE, pack(binary)), "file", FILE, text=binary)
    empty = b"empty.txt\ntext/plain\n"
    add("file-of-no-bytes", OPENS, "A file that is empty.", office.sealed("file", FILE, pack(empty)), "file", FILE, text=empty)
    for name, comment, text in (
        ("without-type", "A file with a name and no more.", b"a name.txt\n"), ("without-name", "A file without a name.", b"\ntext/plain\nBytes."),
        ("of-an-empty-type", "A file whose type is empty.", b"a name.txt\n\nBytes."),
        ("with-another-name", "A file whose name is not UTF-8.", b"a name\xff.txt\ntext/plain\nBytes."),
        ("with-another-type", "A file whose type is not UTF-8.", b"a name.txt\ntext/pl\xc3\nBytes."),
    ):
        add(f"file-{name}", REFUSED, comment, office.sealed("file", FILE, pack(text)), "file", FILE)
    add("file-wrong-place", REFUSED, "A file that was sealed at another path.",
        office.sealed("file", "files/bbbbbbbbbbbbbbbb.bin", pack(FILE_TEXT)), "file", FILE)
    add("search", OPENS, "A file of an index.", office.sealed("search", SEARCH, pack(INDEX)), "search", SEARCH, text=INDEX)
    add("search-of-no-bytes", OPENS, "A file of an index that is empty.", office.sealed("search", SEARCH, pack(b"")), "search", SEARCH, text=b"")
    add("search-wrong-place", REFUSED, "A file of an index in the place of another.",
        office.sealed("search", SEARCH.replace("a", "b"), pack(INDEX)), "search", SEARCH)
    add("search-file", REFUSED, "A file in the place of a file of an index.", office.sealed("file", SEARCH, pack(FILE_TEXT)), "search", SEARCH)
    add("file-search", REFUSED, "A file of an index in the place of a file.", office.sealed("search", FILE, pack(FILE_TEXT)), "file", FILE)
    add("file-page", REFUSED, "A page in the place of a file.", office.sealed("page", FILE, pack(TEXT)), "file", FILE)

    add("empty", REFUSED, "Nothing.", b"")
    add("cut-short", REFUSED, "The last byte is missing.", good[:-1])
    add("cut-in-header", REFUSED, "Half a header.", good[:24])
    add("cut-after-header", REFUSED, "Nothing but a header.", good[:48])
    add("cut-after-signature", REFUSED, "Nothing but header and signature.", good[:112])
    add("one-byte-more", REFUSED, "A byte stands after the tag.", good + b"\0")
    for at, name in ((20, "t"), (60, "signature"), (120, "ciphertext"), (len(good) - 1, "tag")):
        add(f"flipped-bit-in-{name}", REFUSED, f"A bit of the {name.capitalize() if name == 't' else name} is another one.", change(good, at))

    packed = pack(TEXT)
    add("unknown-magic", REFUSED, "Another beginning.", b"ROM" + good[3:])
    add("unknown-version", REFUSED, "Version 2.", office.sealed("page", PAGE, packed, version=2))
    add("unknown-kind", REFUSED, "Kind 5.", office.sealed("page", PAGE, packed, code=5))
    add("unknown-audience", REFUSED, "Audience 2.", office.sealed("page", PAGE, packed, audience=2))
    add("unknown-flag", REFUSED, "A flag that is not known, sealed with it.", office.sealed("page", PAGE, packed, flags=SIGNED | 4))
    add("byte-7", REFUSED, "Byte 7 is not 0.", office.sealed("page", PAGE, packed, zero=1))
    add("epoch-0", REFUSED, "Epoch 0.", change(good, 11, b"\0"))
    add("generation-for-members", REFUSED, "Sealed for members, with a generation.", office.sealed("page", PAGE, packed, generation=1))
    add("no-generation-for-guests", REFUSED, "Sealed for guests, without a generation.", guest_page(generation=0), path=GUESTS_PAGE)

    unsigned = office.sealed("page", PAGE, packed, flags=0)
    add("unsigned", REFUSED, "Not signed, for a reader who has a verification key.", unsigned)
    add("unsigned-without-key", OPENS, "The same, for a reader who has none.", unsigned, slot=dict(verifies=False), text=TEXT)
    add("signed-without-key", OPENS, "Signed, for a reader without a verification key.", slot=dict(verifies=False))
    add("wrong-signature", REFUSED, "Signed with another key: by a reader, who can seal.",
        office.sealed("page", PAGE, packed, sign=stranger.sign))
    add("signature-not-reduced", REFUSED, "The second half of the signature is larger by the order of the group, which changes nothing modulo it.",
        good[:80] + (int.from_bytes(good[80:112], "little") + ORDER).to_bytes(32, "little") + good[112:])
    add("signature-of-another", REFUSED, "With the signature of another page.",
        change_signature(good, office.sealed("page", "en/2026-002/", packed)))
    add("signature-of-an-older", REFUSED, "With the signature of another text of the page.",
        change_signature(good, office.sealed("page", PAGE, packed)))
    add("flag-taken-away", REFUSED, "Without its flag and signature, for a reader who has no verification key.",
        good[:6] + b"\0" + good[7:48] + good[112:], slot=dict(verifies=False))
    add("flag-put-on", REFUSED, "With a flag that it was not sealed with, and a signature.",
        unsigned[:6] + b"\1" + unsigned[7:48] + good[48:112] + unsigned[48:])


def change_signature(sealed, other):
    return sealed[:48] + other[48:112] + sealed[112:]


def alphabet():
    """What stands in the page's file is not the one text for an object, though a reader who looks less closely takes most of it for that."""
    text = page_text(office.sealed("page", PAGE, pack(deflate(TEXT), 1)))
    # One whose text ends in a single character, of which bits are filled up; in it the value has room for one bit more.
    odd = text_whose(lambda text: len(text) % 16 in (3, 7, 9, 13, 15) and PAGE_VALUES[text[-1]] + 64 < 91)
    low = next(at for at in range(0, len(text), 2) if pair_value(text[at : at + 2]) + 8192 < 91 * 91)
    five = text_whose(lambda text: len(text) % 16 == 5)

    def add_text(name, comment, template, expect=REFUSED, **more):
        add(f"alphabet-{name}", expect, comment, template=template, **more)

    add_text("as-it-is", "The text for the page.", text, OPENS)
    add_text("other-character", "The last character is none of the alphabet.", text[:-1] + b"@")
    add_text("not-ascii", "A character that is not ASCII, at the end.", text[:-1] + "é".encode())
    add_text("space", "A space in the midst.", text[:80] + b" " + text[80:])
    add_text("line-break-inside", "A line break in the midst.", text[:76] + b"\n" + text[76:])
    add_text("line-break-at-the-end", "A line break at the end.", text + b"\n")
    add_text("pair-too-large", "Two characters that give 8,192 more than the page's.",
             text[:low] + pair(pair_value(text[low : low + 2]) + 8192) + text[low + 2 :])
    add_text("single-too-large", "A single character that gives 64 more than the page's.", odd[:-1] + character(odd, 64))
    add_text("bits-left", "Bits other than zero where the end was filled up.", odd[:-1] + character(odd, 1))
    for rest, longer in ((1, text_whose(lambda text: len(text) % 16 == 0) + b"!"), (6, five[:-1] + pair(PAGE_VALUES[five[-1]] << 7)),
                         (11, text_whose(lambda text: len(text) % 16 == 10) + b"!")):
        add_text(f"length-{rest}", f"Zeros of which no byte comes: a length that leaves {rest} when divided by 16.", longer)
    add_text("character-missing", "The last character is missing.", text[:-1])
    add_text("base-64", "The page in base 64.", b64encode(office.sealed("page", PAGE, pack(deflate(TEXT), 1))))


def text_whose(is_fit):
    """The text of a good page that is fit."""
    texts = (page_text(sealed_page(pack(TITLE + b"x" * length))) for length in range(1000))
    return next(text for text in texts if is_fit(text))


def pair(value):
    return bytes(PAGE_ALPHABET[one] for one in divmod(value, 91))


def pair_value(characters):
    first, second = (PAGE_VALUES[one] for one in characters)
    return first * 91 + second


def character(text, more):
    """The last character of a text in the page alphabet, its value raised."""
    return PAGE_ALPHABET[PAGE_VALUES[text[-1]] + more :][:1]


def sealed_page(packed):
    return office.sealed("page", PAGE, packed)


def packings():
    body = deflate(TEXT)
    add("as-it-is", OPENS, "A text that is not deflated.", sealed_page(pack(TEXT)), text=TEXT)
    words = "Überschrift – 标题 – عنوان\n<p>😀</p>".encode()
    add("other-scripts", OPENS, "A text that is not ASCII.", sealed_page(pack(words)), text=words)
    bare = b"A title\n"
    add("title-only", OPENS, "A title and no text.", sealed_page(pack(bare)), text=bare)
    stored = zlib.compressobj(0, zlib.DEFLATED, -15)
    add("deflate-longer-than-the-text", OPENS, "Deflated, though it is shorter as it is.",
        sealed_page(pack(stored.compress(TEXT) + stored.flush(), 1)), text=TEXT)
    most = b"zeros.bin\napplication/octet-stream\n".ljust(64 << 20, b"\0")
    add("deflate-most", OPENS, "Unpacks to 64 MiB, to the byte.", office.sealed("file", FILE, pack(deflate(most), 1)), "file", FILE, text=most)
    add("padding-not-zero", REFUSED, "The last byte of the padding is not 0.", sealed_page(with_padding(TEXT, lambda room: room[:-1] + b"\1")))
    add("padding-missing", REFUSED, "No padding.", sealed_page(pack(TEXT, padding=b"")))
    add("padding-too-long", REFUSED, "More padding than Padmé's.", sealed_page(with_padding(TEXT, lambda room: room + bytes(64))))
    add("length-too-long", REFUSED, "A length above what is there.", sealed_page(pack(TEXT, length=len(TEXT) + 1000)))
    add("length-of-all-ones", REFUSED, "The largest length.", sealed_page(pack(TEXT, length=2**32 - 1)))
    add("length-too-short", REFUSED, "A length within the text.", sealed_page(pack(TEXT, length=len(TEXT) - 1)))
    add("no-length", REFUSED, "Four bytes, and no length.", sealed_page(bytes(4)))
    add("unknown-method", REFUSED, "Method 2.", sealed_page(pack(TEXT, 2)))
    add("deflate-cut-short", REFUSED, "Deflated text without its end.", sealed_page(pack(body[:-3], 1)))
    add("deflate-goes-on", REFUSED, "A byte after the end of the deflated text.", sealed_page(pack(body + b"\0", 1)))
    add("deflate-garbage", REFUSED, "What is no deflated text.", sealed_page(pack(b"\xff" * 40, 1)))
    add("deflate-bomb", REFUSED, "Unpacks to one byte more than 64 MiB.", sealed_page(pack(deflate(TITLE + bytes((64 << 20) + 1 - len(TITLE))), 1)))
    add("no-line-feed", REFUSED, "A page without the LF after its title.", sealed_page(pack(b"A title and no more")))
    add("not-utf-8", REFUSED, "A page that is not UTF-8.", sealed_page(pack(b"A title\n\xff")))


def with_padding(text, change):
    packed = pack(text)
    room = packed[5 + len(text) :]
    assert room
    return packed[: 5 + len(text)] + change(room)


def epochs():
    first, second = (office.sealed("page", PAGE, pack(TEXT), epoch=epoch) for epoch in (1, 2))
    add("other-epoch", NO_KEY, "A page of an epoch that the slot has no key of.", second)
    add("previous-epoch", OPENS, "A page of the previous epoch, which a half-finished upload has not replaced.", first,
        slot=dict(epoch=2, previous=(1, 0)), text=TEXT)
    add("new-epoch", OPENS, "A page of the new epoch, with the same slot.", second, slot=dict(epoch=2, previous=(1, 0)), text=TEXT)
    add("epoch-before-the-previous", NO_KEY, "A page of the epoch before the previous one.", first, slot=dict(epoch=3, previous=(2, 0)))
    last = 2**32 - 1
    add("epoch-most", OPENS, "A page of the last epoch that there can be.", office.sealed("page", PAGE, pack(TEXT), epoch=last),
        slot=dict(epoch=last, previous=(last - 1, 0)), text=TEXT)
    add("epoch-in-header-only", REFUSED, "A page of epoch 1 that says it is of epoch 2, with a slot that has both.",
        change(first, 11, b"\2"), slot=dict(epoch=2, previous=(1, 0)))


def guest_page(path=GUESTS_PAGE, kind="page", text=TEXT, epoch=1, generation=1, discussion=DISCUSSION, **more):
    return office.sealed(kind, path, pack(text), epoch=epoch, generation=generation, discussion=discussion, **more)


def guests():
    guest = dict(discussion=DISCUSSION, generation=1, first_page=GUESTS_PAGE)

    def add_guest(name, expect, comment, sealed, slot=guest, **more):
        add(name, expect, comment, sealed, typed=GUEST, slot=slot, **({"path": GUESTS_PAGE} | more))

    copy, file = "en/2026-014/abcdefghij234567/", "files/2026-014/abcdefghij234567.bin"
    add_guest("guest", OPENS, "A guest opens the page of their discussion.", guest_page(), text=TEXT)
    add_guest("guest-copy", OPENS, "A guest opens their copy of the help.", guest_page(copy), path=copy, text=TEXT)
    add_guest("guest-file", OPENS, "A guest opens a file of their discussion.", guest_page(file, "file", FILE_TEXT), path=file, kind="file",
              text=FILE_TEXT)
    index = "search/2026-014/abcdefghij234567.bin"
    add_guest("guest-search", OPENS, "A guest opens a file of their discussion's index.", guest_page(index, "search", INDEX), path=index,
              kind="search", text=INDEX)
    add_guest("guest-search-of-members", NO_KEY, "A guest with a file of the members' index.",
              office.sealed("search", SEARCH, pack(INDEX)), path=SEARCH, kind="search")
    add("guest-page-for-member", OPENS, "A member opens the page of a discussion that takes guests.", guest_page(), path=GUESTS_PAGE, text=TEXT)
    add("guest-page-of-a-later-key", OPENS, "A member derives the key of any generation.", guest_page(generation=9), path=GUESTS_PAGE, text=TEXT)
    add_guest("guest-on-a-members-page", NO_KEY, "A guest on a page that is sealed for members.", None, path=PAGE)
    add_guest("guest-on-a-members-page-of-the-discussion", NO_KEY, "A guest on a members' page below their discussion's path.",
              office.sealed("page", GUESTS_PAGE, pack(TEXT)))
    add_guest("guest-of-another-discussion", NO_KEY, "A guest on the page of another discussion that takes guests.",
              guest_page("en/2026-015/", discussion="2026-015"), path="en/2026-015/")
    add_guest("guest-of-a-longer-number", NO_KEY, "A guest on the page of a discussion whose number begins like theirs.",
              guest_page("en/2026-0140/", discussion="2026-0140"), path="en/2026-0140/")
    add_guest("guest-page-elsewhere", NO_KEY, "A page that is theirs, served in the place of another discussion's.",
              guest_page(), path="en/2026-015/")
    add("guest-page-elsewhere-for-member", REFUSED, "The same, for a member, who has the keys of both.", guest_page(), path="en/2026-015/")
    add("guest-page-without-number", REFUSED, "Sealed for guests, at a path without a number.",
        guest_page("en/abcdefghij234567/"), path="en/abcdefghij234567/")
    add_guest("guest-first-number-counts", OPENS, "Of two numbers in a path the first says whose page it is.",
              guest_page("en/2026-014/2026-015/"), path="en/2026-014/2026-015/", text=TEXT)
    add_guest("guest-rekeyed", NO_KEY, "A page of the discussion's key after this guest's was taken away.", guest_page(generation=2))
    later = dict(guest, generation=2)
    add_guest("guest-of-a-rekeyed-discussion", OPENS, "The same page, for a guest who stays.", guest_page(generation=2), slot=later, text=TEXT)
    add_guest("guest-previous-generation", OPENS, "A page that a half-finished upload has not replaced.", guest_page(),
              slot=dict(later, previous=(1, 1)), text=TEXT)
    last = 2**32 - 1
    add_guest("guest-generation-most", OPENS, "A page of the last generation that there can be.", guest_page(generation=last),
              slot=dict(guest, generation=last), text=TEXT)
    add("guest-page-of-the-previous-epoch", OPENS, "A member derives the keys of the previous epoch too.", guest_page(generation=3),
        path=GUESTS_PAGE, slot=dict(epoch=2, previous=(1, 0)), text=TEXT)
    for digits, counts in ((26, True), (27, False)):
        number = "2026-" + "1" * digits
        path = f"en/{number}/{DISCUSSION}/"
        add(f"guest-number-of-{digits}-digits", OPENS, f"{digits} digits are {'' if counts else 'more than '}the most of a discussion's number.",
            guest_page(path, discussion=number if counts else DISCUSSION), path=path, text=TEXT)
    add_guest("guest-generation-before", NO_KEY, "A page of a generation before, with no previous key.", guest_page(), slot=later)
    add_guest("guest-previous-epoch", OPENS, "A page of the previous epoch, whose generations are others.", guest_page(generation=3),
              slot=dict(guest, epoch=2, previous=(1, 3)), text=TEXT)
    add_guest("guest-other-epoch", NO_KEY, "A page of the next epoch.", guest_page(epoch=2))
    add_guest("guest-page-unsigned", REFUSED, "Not signed: a guest can seal for the others.", guest_page(flags=0))


def instructions(page, *lines, tag=None):
    return b"".join(line + b"\n" for line in [(tag or page[16:48]).hex().encode(), *lines])


def parts():
    text = b"A title\nfirst\nsecond\nthird"
    page = guest_page(text=text)
    wanted = b"A title\nfirst\nbetween\n\nthird"
    good = instructions(page, b"=2", b"-1", b"+2", b"between", b"", b"=1")

    def seal(text, path=GUESTS_PAGE, **more):
        return office.sealed("part", path, pack(text), **more)

    def add_part(name, expect, comment, part, kind="part", **more):
        add(f"part{name}", expect, comment, page, kind, GUESTS_PAGE, part=part, **more)

    add_part("", OPENS, "A member sees the page with what only members see.", seal(good), text=wanted)
    add_part("-for-guest", OPENS, "A guest sees the page alone.", seal(good), "page", typed=GUEST,
             slot=dict(discussion=DISCUSSION, generation=1), text=text)
    add_part("-at-the-end", OPENS, "Lines after the last one.", seal(instructions(page, b"=4", b"+1", b"last")), text=text + b"\nlast")
    add_part("-that-looks-like-instructions", OPENS, "Lines that are put in may look like instructions.",
             seal(instructions(page, b"=4", b"+2", b"-9", b"+9")), text=text + b"\n-9\n+9")
    own = office.sealed("page", GUESTS_PAGE, pack(text))
    add("part-beside-a-members-page", OPENS, "A part that goes with a page for members.", own, path=GUESTS_PAGE,
        part=seal(instructions(own, b"=4", b"+1", b"last")), text=text + b"\nlast")
    add_part("-of-another-page", REFUSED, "A part that was sealed at another path.", seal(good, "en/2026-015/"))
    add_part("-of-another-text", REFUSED, "A part that goes with another text of the page.", seal(instructions(page, b"=4", tag=bytes(32))))
    add_part("-unsigned", REFUSED, "A part that is not signed.", seal(good, flags=0))
    add_part("-is-a-page", REFUSED, "A page in the place of a part.", office.sealed("page", GUESTS_PAGE, pack(good)))
    add_part("-for-guests-in-header", REFUSED, "A part that is sealed for guests.", guest_page(kind="part", text=good))
    bad = [
        ("beyond-the-page", "More lines than the page has.", instructions(page, b"=5")),
        ("leaves-out-too-many", "Leaves out more lines than the page has.", instructions(page, b"=2", b"-3")),
        ("ends-early", "Does not come to the page's last line.", instructions(page, b"=3")),
        ("without-instructions", "No instructions.", instructions(page)),
        ("unknown-instruction", "An instruction that is not known.", instructions(page, b"=3", b"*1")),
        ("leading-zero", "A number with a leading zero.", instructions(page, b"=04")),
        ("of-zero-lines", "An instruction for no line.", instructions(page, b"=4", b"+0")),
        ("huge-number", "A number of eight digits.", instructions(page, b"=4", b"-10000000")),
        ("fewer-lines-than-it-says", "Puts in more lines than follow.", instructions(page, b"=4", b"+2", b"one")),
        ("without-last-line-feed", "The last instruction does not end.", instructions(page, b"=4")[:-1]),
        ("empty-line", "An empty line at the end.", instructions(page, b"=4", b"")),
        ("upper-case", "T in capitals.", instructions(page, b"=4").replace(page[16:48].hex().encode(), page[16:48].hex().upper().encode())),
    ]
    for name, comment, text_of_part in bad:
        add_part(f"-{name}", REFUSED, comment, seal(text_of_part))


def chunks():
    text = b"long.bin\napplication/octet-stream\n" + b"0123456789abcdef" * (1 << 16)
    pieces = [text[:ROOM], text[ROOM:]]
    length = padded(len(text) + 10) - CHUNK

    def packed(piece, size=CHUNK, **more):
        return pack(piece, padding=b"", **more) + bytes(size - 5 - len(piece))

    first, last = packed(pieces[0]), packed(pieces[1], length)
    before, (one, two) = office.seal_chunks("file", FILE, [first, last], office.key())

    def add_chunks(name, expect, comment, sealed, **more):
        add(f"chunks{name}", expect, comment, sealed, "file", FILE, **more)

    def resealed(second):
        """With another second chunk, as the office would seal it."""
        front, sealed = office.seal_chunks("file", FILE, [first, second], office.key())
        return front + b"".join(sealed)

    add_chunks("", OPENS, "A file in two chunks.", before + one + two, text=text)
    add_chunks("-missing", REFUSED, "The last chunk is missing.", before + one)
    add_chunks("-cut-short", REFUSED, "The last byte is missing.", before + one + two[:-1])
    add_chunks("-one-byte-more", REFUSED, "A byte stands after the last chunk.", before + one + two + b"\0")
    add_chunks("-swapped", REFUSED, "The chunks have changed places.", before + two + one)
    add_chunks("-repeated", REFUSED, "The first chunk stands for the last as well.", before + one + one)
    add_chunks("-flipped-bit-in-the-last", REFUSED, "A bit of the last chunk is another one.", before + one + change(two, 100))
    add_chunks("-flipped-bit-in-the-table", REFUSED, "A bit of the table is another one.", change(before, 60) + one + two)
    table = before[48 : 4 + 48 + 72]
    assert len(table) == 76 and table[:4] == u32(2)
    add_chunks("-table-of-a-reader", REFUSED, "Another table, with T made by a reader and the old signature.",
               reader_made(change(table, 75), before) + one + two)
    elsewhere, (_, foreign) = office.seal_chunks("file", "files/bbbbbbbbbbbbbbbb.bin", [first, last], office.key())
    add_chunks("-of-another-file", REFUSED, "The last chunk of another file, its T in the signed table.",
               office.preface("file", FILE, table[:44] + elsewhere[48 + 44 : 48 + 76], 2, office.key()) + one + foreign)
    add_chunks("-unsigned", REFUSED, "Not signed.", join(office.seal_chunks("file", FILE, [first, last], office.key(), flags=CHUNKED)))
    add_chunks("-wrong-signature", REFUSED, "Signed by a reader.", join(office.seal_chunks("file", FILE, [first, last], office.key(), sign=stranger.sign)))
    for count, name, word in ((1, "one", "One chunk"), (4097, "too-many", "4,097 chunks"), (0, "none", "No chunk"), (2**32 - 1, "most", "The most")):
        add_chunks(f"-{name}", REFUSED, f"{word} in the table.", before[:48] + u32(count) + before[52:] + one + two)
    add_chunks("-first-not-whole", REFUSED, "A first chunk of another length than 1 MiB.", join(office.seal_chunks("file", FILE, [last, last], office.key())))
    add_chunks("-padding-not-zero", REFUSED, "The last byte of the last chunk is not 0.", resealed(last[:-1] + b"\1"))
    add_chunks("-method-1", REFUSED, "A chunk that is deflated.", resealed(packed(deflate(pieces[1]), length, method=1)))
    add_chunks("-length-too-long", REFUSED, "A chunk with a length above what is there.", resealed(b"\0" + u32(length) + last[5:]))
    add_chunks("-too-much-padding", REFUSED, "A last chunk that is longer than Padmé's.", resealed(packed(pieces[1], 2 * length)))
    add_chunks("-too-little-padding", REFUSED, "A last chunk that is shorter than Padmé's.", resealed(packed(pieces[1], len(pieces[1]) + 6)))
    add_chunks("-without-text", REFUSED, "A second chunk without text, after a first that is full.", resealed(packed(b"", length)))
    return {"chunk-1.bin": one, "chunk-2.bin": two}


def reader_made(table, before):
    keys = office.keys()
    place = keys.place("file", SIGNED | CHUNKED, FILE, 2, 2)
    return before[:16] + mac(keys.authentication, place, table) + table + before[48 + len(table) :]


def join(made):
    return made[0] + b"".join(made[1])


def manifests():
    page = office.sealed("page", PAGE, pack(deflate(TEXT), 1))
    own = office.manifest_entry("page", PAGE, page)
    others = [seeded(f"entry {number}", 24) for number in range(12)]
    entries = [own, *others]
    good = office.manifest(entries, 2)
    path = next(name for name, data in good.items() if own in data)

    def add_manifest(name, expect, comment, files, **more):
        add(f"manifest{name}", expect, comment, page, manifest=files, **({"text": TEXT} | more))

    def of_one(shard):
        return office.manifest([], 0, shards=[shard])

    refused, older = "manifest refused", [seeded("old T", 16)]
    add_manifest("", OPENS, "A manifest of four shards names the page.", good)
    add_manifest("-of-one-shard", OPENS, "A manifest of one shard.", office.manifest(entries))
    add_manifest("-seen", OPENS, "The manifest that was seen before.", good, seen=7)
    add_manifest("-older", "older manifest", "A manifest before one that was seen.", good, seen=8)
    add_manifest("-names-another", "other than the manifest's", "The page is another one than the manifest's.",
                 office.manifest([own[:8] + older[0], *others], 2))
    add_manifest("-entry-missing", "not in the manifest", "The manifest names no such page.", office.manifest(others, 2))
    add_manifest("-wrong-signature", refused, "Signed with another key.", office.manifest(entries, 2, sign=stranger.sign))
    for at, name in ((6, "epoch"), (11, "counter"), (30, "root"), (70, "signature")):
        add_manifest(f"-flipped-bit-in-{name}", refused, f"A bit of the head's {name} is another one.",
                     good | {"manifest/head.bin": change(good["manifest/head.bin"], at)})
    add_manifest("-head-cut-short", refused, "The head's last byte is missing.", good | {"manifest/head.bin": good["manifest/head.bin"][:-1]})
    add_manifest("-head-of-version-2", refused, "A version that is not known.", office.manifest(entries, 2, magic=b"ROM\x02"))
    add_manifest("-head-one-byte-more", refused, "A byte stands after the head.", good | {"manifest/head.bin": good["manifest/head.bin"] + b"\0"})
    add_manifest("-epoch-0", refused, "Epoch 0.", office.manifest(entries, 2, epoch=0))
    add_manifest("-counter-0", refused, "Counter 0.", office.manifest(entries, 2, counter=0))
    add_manifest("-counter-most", OPENS, "The last counter that there can be.", office.manifest(entries, 2, counter=2**32 - 1), seen=2**32 - 1)
    head = good["manifest/head.bin"]
    of_17 = head[:12] + b"\x11" + head[13:48]
    add_manifest("-of-too-many-shards", refused, "2 to the 17 shards.",
                 good | {"manifest/head.bin": of_17 + office.sign(info("manifest", office.site) + of_17)})
    add_manifest("-head-byte-13", refused, "Byte 13 is not 0.", office.manifest(entries, 2, zero=b"\1\0\0"))
    add_manifest("-missing", refused, "The shard is missing.", {name: data for name, data in good.items() if name != path})
    add_manifest("-shard-changed", refused, "A bit of the shard is another one.", good | {path: change(good[path], len(good[path]) - 1)})
    add_manifest("-proof-changed", refused, "A bit of the proof is another one.", good | {path: change(good[path], 40)})
    beside = next(name for name in good if name not in (path, "manifest/head.bin"))
    add_manifest("-shard-of-another-number", refused, "Another shard in its place.", good | {path: good[beside]})
    add_manifest("-shard-empty", refused, "An empty file.", good | {path: b""})
    add_manifest("-entries-descending", refused, "Entries that are not ascending.", of_one(b"".join(sorted(entries, reverse=True))))
    add_manifest("-entries-twice", refused, "An entry twice.", of_one(own + own))
    twice = sorted([own, own[:8] + seeded("another T", 16)])
    add_manifest("-key-twice", refused, "Two entries for one object.", of_one(b"".join(twice)))
    add_manifest("-entries-not-whole", refused, "An entry and a half.", of_one(own + own[:12]))
    many = sorted([own, *(seeded(f"many {number}", 24) for number in range(320))])
    add_manifest("-of-a-full-shard", OPENS, "320 entries in a shard.", of_one(b"".join(one for one in many if one != seeded("many 0", 24))))
    add_manifest("-shard-too-large", refused, "321 entries in a shard.", of_one(b"".join(many)))
