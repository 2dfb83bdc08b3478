"""The scenarios of Tests/Fixtures/vectors/submissions/: each makes one vector, of which one thing is to be noticed.

`all_scenarios` gives them by name; `test_submissions.py` writes them down. The same bytes come of every run.
"""

import zlib

from forge import submissions
from forge.notation import new_passphrase, seeded, u32
from forge.objects import deflate, pack
from forge.office import Office
from forge.keyring import ROUNDS
from sealedformat.submission_vector import SubmissionVector
from sealedformat.vector import digest

MEMBER, ANOTHER = new_passphrase("member"), new_passphrase("another member")
OPENS, DAMAGED, BADLY_PACKED, BAD_BUNDLE = "opens", "damaged", "badly packed", "bundle refused"
NOT_KNOWN, ANOTHER_SITE, NOT_KEPT = "not known", "another site", "key not kept"
LONGEST = 24_000_000
MARKDOWN = """---
kind: contribution
discussion: 2026-014
language: fr
author: {name: Anne Exemple, member: XA}
attribution: name
terms: 1
---
Notre office a commencé par les marques, puis les brevets.
Le registre en ligne a suivi un an plus tard.
""".encode()
ANSWER = "Please shorten the second paragraph, and say when the register began.\n".encode()
FIRST = ("submission.md", MARKDOWN)


def chunk(kind, data):
    return u32(len(data)) + kind + data + u32(zlib.crc32(kind + data))


# A picture of one grey pixel, so that what comes of a vector can be stored as a picture too.
PICTURE = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", u32(1) + u32(1) + b"\x08\0\0\0\0") + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")

office, other_office = Office(), Office("another office")
key, older_key = (submissions.SubmissionsKey(office.site, name) for name in ("submissions key", "an older submissions key"))
SECRET = office.secret(MEMBER)
found = {}


def packed_text(text):
    """By the shorter method."""
    body = deflate(text)
    return pack(body, 1) if len(body) < len(text) else pack(text)


def keep(name, expect, comment, kind, sealed, text, packed, **head):
    assert name not in found
    head |= dict(site=office.site, passphrase=MEMBER, salt=office.salt.hex(), rounds=ROUNDS, secret=SECRET.hex())
    if expect == OPENS:
        head["sha256"] = digest(text if kind == "returned text" else text[1:])
    found[name] = SubmissionVector(expect=expect, comment=comment, kind=kind, sealed=sealed, text=text if text and len(text) < 100_000 else None, packed=packed, **head)


def add(name, expect, comment, files=(FIRST,), flag=1, text=None, packed=None, change=lambda data: data, proof=None, made=None, **given):
    """A submission. `proof` is what an office finds, `made` the bytes in the place of the proof, and `given` goes to what seals it, which may be told to do otherwise than SUBMISSIONS.md says."""
    if text is None and packed is None:
        text = bytes([flag]) + submissions.bundle(files)
    if packed is None:
        packed = packed_text(text)
    given = {"secret": SECRET if flag else None, "proof": made} | given
    sealed_for = given.pop("sealed_for", key)
    sealed = change(submissions.submission(sealed_for, packed, **given))
    proof = (proof or ("yes" if flag else "none")) if expect == OPENS else ""
    ephemeral = seeded(given.get("ephemeral", "ephemeral")).hex()
    keep(name, expect, comment, "submission", sealed, text, packed, private=key.scalar.hex(), public=key.point.hex(),
         key=key.key.hex(), ephemeral=ephemeral, proof=proof)


def add_returned(name, expect, comment, files=(FIRST, ("answer.txt", ANSWER)), text=None, packed=None, change=lambda data: data, **given):
    """A returned text."""
    if text is None and packed is None:
        text = submissions.bundle(files)
    if packed is None:
        packed = packed_text(text)
    arguments = {"site": office.site, "secret": SECRET} | given
    keep(name, expect, comment, "returned text", change(submissions.returned_text(packed=packed, **arguments)), text, packed)


def all_scenarios():
    if not found:
        submissions_that_open()
        headers()
        packings("", add, b"\0")
        bundles("", add, [FIRST])
        returned_texts()
        packings("returned-", add_returned, b"")
        bundles("returned-", add_returned, [FIRST, ("answer.txt", ANSWER)])
    return found


def flipped(at):
    return lambda data: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] if at >= 0 else flipped(len(data) + at)(data)


def put(at, value):
    return lambda data: data[:at] + value + data[at + len(value) :]


def submissions_that_open():
    add("proved", OPENS, "A member's text, with the proof of their passphrase.")
    add("not-proved", OPENS, "The same without a proof.", flag=0)
    add("attachments", OPENS, "A text with two files.", [FIRST, ("Plan d'été.txt", "L'été\n".encode()), ("一.png", PICTURE)])
    add("empty-file", OPENS, "A file of no bytes.", [FIRST, ("empty.txt", b"")])
    add("not-deflated", OPENS, "A text that deflate does not make shorter.", [("submission.md", b"---\n---\n")], flag=0)
    longer = b"\1" + submissions.bundle([FIRST])
    add("deflated-longer", OPENS, "A text that is not deflated though it could be.", text=longer, packed=pack(longer))
    add("proof-of-another", OPENS, "A proof of a passphrase that the office does not know.", secret=office.secret(ANOTHER), proof="unknown")
    add("proof-of-another-text", OPENS, "A proof that was made for another text.", proof="unknown",
        made=submissions.submission(key, packed_text(b"\1" + submissions.bundle([("submission.md", b"Another text.")])), SECRET)[101:133])
    add("proof-of-another-file", OPENS, "A proof that was made for the same text in another file.", proof="unknown",
        made=submissions.submission(key, packed_text(longer), SECRET, ephemeral="another")[101:133])
    add("proof-that-is-not-said", OPENS, "The right proof, though the first byte says that there is none: it counts as none.", flag=0, secret=SECRET)
    add("proof-that-is-only-said", OPENS, "Random bytes, though the first byte says that they are a proof.", secret=None, proof="unknown")
    most = [FIRST] + [(f"{number}.txt", b"") for number in range(99)]
    add("files-most", OPENS, "A hundred files.", most)
    add("name-longest", OPENS, "A name of 200 bytes.", [FIRST, ("é" * 98 + ".txt", b"")])
    add("name-twice-in-other-forms", OPENS, "Two names that look the same, one composed and one decomposed.",
        [FIRST, ("é.txt".encode(), b"1"), ("e\u0301.txt".encode(), b"2")])
    add("text-longest", OPENS, "A bundle of 24,000,000 bytes.", [FIRST, ("zeros.bin", bytes(LONGEST - 8 - 4 - 13 - 4 - len(MARKDOWN) - 4 - 9 - 4))])


def headers():
    add("empty", NOT_KNOWN, "Nothing.", change=lambda data: b"")
    add("another-beginning", NOT_KNOWN, "Another beginning.", change=put(0, b"ROSSUBMJ"))
    add("version-2", NOT_KNOWN, "A version that is not known.", version=2)
    for at in (9, 10, 11):
        add(f"byte-{at}", NOT_KNOWN, f"Byte {at} is not 0.", reserved=bytes(one == at for one in (9, 10, 11)))
    add("returned-text-as-submission", NOT_KNOWN, "A returned text in the place of a submission.",
        change=lambda data: submissions.returned_text(office.site, SECRET, packed_text(submissions.bundle([FIRST, ("answer.txt", ANSWER)]))))
    add("site-of-another", ANOTHER_SITE, "A text for another forum.", sealed_for=submissions.SubmissionsKey(other_office.site))
    add("key-retired", NOT_KEPT, "A text for a key that the office no longer has.", sealed_for=older_key)
    add("key-of-another-name", DAMAGED, "A text for another key, which says that it is for this one.", sealed_for=older_key, named=key.key)
    add("key-flipped-bit", NOT_KEPT, "A bit of the key's identifier is another one.", change=flipped(30))
    add("purpose-of-another", DAMAGED, "Sealed for another purpose.", purpose="returned text")
    add("point-not-on-the-curve", DAMAGED, "A point that is not on the curve.", change=flipped(100))
    add("point-at-infinity", DAMAGED, "The point at infinity.", change=put(36, bytes(65)))
    add("point-compressed", DAMAGED, "A point in another form, with zeros behind it.",
        change=lambda data: put(36, bytes([2 + data[100] % 2]) + data[37:69] + bytes(32))(data))
    add("point-of-another", DAMAGED, "The point of another key, which is on the curve.", change=put(36, older_key.point))
    add("flipped-bit-in-proof", DAMAGED, "A bit of the proof is another one: it is sealed with the text.", change=flipped(110))
    add("flipped-bit-in-ciphertext", DAMAGED, "A bit of the ciphertext is another one.", change=flipped(140))
    add("flipped-bit-in-tag", DAMAGED, "A bit of the tag is another one.", change=flipped(-1))
    add("cut-in-site", NOT_KNOWN, "Ends within the site.", change=lambda data: data[:20])
    add("cut-in-header", DAMAGED, "Ends within the header.", change=lambda data: data[:100])
    add("cut-after-header", DAMAGED, "Nothing but a header.", change=lambda data: data[:133])
    add("cut-short", DAMAGED, "The last byte is missing.", change=lambda data: data[:-1])
    add("one-byte-more", DAMAGED, "A byte stands after the tag.", change=lambda data: data + b"\0")
    add("first-byte-2", BADLY_PACKED, "The first byte is neither 0 nor 1.", flag=2)
    add("no-first-byte", BADLY_PACKED, "A text of no bytes.", text=b"")


def packings(prefix, add, flag):
    """What is sealed as it should be, and packed otherwise. `flag` stands before a bundle."""
    files = [FIRST] if flag else [FIRST, ("answer.txt", ANSWER)]
    text = flag + submissions.bundle(files)
    body = deflate(text)
    good = pack(body, 1)

    def refuse(name, comment, packed):
        add(f"{prefix}{name}", BADLY_PACKED, comment, packed=packed)

    refuse("nothing-packed", "Nothing is packed.", b"")
    refuse("packed-too-short", "Four bytes are no head.", b"\1" + u32(0)[:3])
    refuse("method-2", "A method that is not known.", pack(body, 2))
    refuse("length-too-long", "A length above what is there.", pack(body, 1, length=len(good)))
    refuse("padding-too-little", "A byte of padding less.", pack(body, 1, padding=b"\0" * (len(good) - 5 - len(body) - 1)))
    refuse("padding-too-much", "A byte of padding more.", good + b"\0")
    refuse("padding-not-zero", "A byte of the padding is not zero.", good[:-1] + b"\1")
    refuse("deflate-garbage", "What should be deflated is not.", pack(b"\xff" * 40, 1))
    refuse("deflate-cut-short", "The deflated text has no end.", pack(body[:-2], 1))
    refuse("deflate-goes-on", "Bytes stand after the end of the deflated text.", pack(body + b"\0\1", 1))
    refuse("deflate-bomb", "A deflated text that is longer than a reader takes.", pack(deflate(text.ljust(LONGEST + 2, b"\0")), 1))


def bundles(prefix, add, first):
    """What is sealed and packed as it should be, around another bundle."""
    good = submissions.bundle(first)
    flag = b"" if prefix else b"\1"

    def refuse(name, comment, files=None, bundle=None):
        text = submissions.bundle(files) if bundle is None else bundle
        add(f"{prefix}bundle-{name}", BAD_BUNDLE, comment, text=flag + text)

    refuse("without-beginning", "No bundle.", bundle=b"ROSBUNDE" + good[8:])
    refuse("of-nothing", "Nothing at all.", bundle=b"")
    refuse("of-no-files", "A bundle of no files.", [])
    refuse("of-too-many-files", "A hundred and one files.", first + [(f"{number}.txt", b"") for number in range(101 - len(first))])
    refuse("first-name", "Another first name.", [("text.md", MARKDOWN)] + first[1:])
    refuse("first-name-later", "The text is not the first of the files.", [("a.txt", b"")] + first)
    refuse("name-twice", "A name twice.", first + [("a.txt", b"1"), ("a.txt", b"2")])
    refuse("name-empty", "An empty name.", first + [("", b"")])
    refuse("name-too-long", "A name of 201 bytes.", first + [("a" * 197 + ".txt", b"")])
    refuse("name-not-utf-8", "A name that is not UTF-8.", first + [(b"\xc3.txt", b"")])
    refuse("name-surrogate", "A name with half of a pair of surrogates.", first + [(b"\xed\xa0\x80.txt", b"")])
    refuse("name-with-slash", "A name with a slash.", first + [("../a.txt", b"")])
    refuse("name-with-backslash", "A name with a backslash.", first + [("..\\a.txt", b"")])
    refuse("name-with-line-break", "A name with a line break.", first + [("a\n.txt", b"")])
    refuse("name-with-delete", "A name with the character 127.", first + [("a\x7f.txt", b"")])
    refuse("name-with-c1", "A name with a control character above ASCII.", first + [("a\x85.txt", b"")])
    refuse("cut-in-a-length", "Ends within a length.", bundle=good + u32(5) + b"a.txt" + u32(1)[:2])
    refuse("cut-in-a-name", "Ends within a name.", bundle=good + u32(5) + b"a.t")
    refuse("cut-after-a-name", "Ends after a name.", bundle=good + u32(5) + b"a.txt")
    refuse("cut-in-a-file", "Ends within a file.", bundle=good + u32(5) + b"a.txt" + u32(9) + b"1")
    refuse("length-most", "The greatest length there is.", bundle=good + u32(5) + b"a.txt" + u32(0xFFFFFFFF) + b"1")
    refuse("one-byte-more", "A byte stands after the last file.", bundle=good + b"\0")


def returned_texts():
    add_returned("returned", OPENS, "A text to work on, with what the moderator says.")
    add_returned("returned-with-files", OPENS, "The same with a file.", [FIRST, ("answer.txt", ANSWER), ("a.png", PICTURE)])
    add_returned("returned-empty", NOT_KNOWN, "Nothing.", change=lambda data: b"")
    add_returned("returned-another-beginning", NOT_KNOWN, "Another beginning.", change=put(0, b"ROSRETUS"))
    add_returned("returned-version-2", NOT_KNOWN, "A version that is not known.", version=2)
    for at in (9, 10, 11):
        add_returned(f"returned-byte-{at}", NOT_KNOWN, f"Byte {at} is not 0.", reserved=bytes(one == at for one in (9, 10, 11)))
    add_returned("submission-as-returned-text", NOT_KNOWN, "A submission in the place of a returned text.",
                 change=lambda data: submissions.submission(key, packed_text(b"\1" + submissions.bundle([FIRST])), SECRET))
    add_returned("returned-site-of-another", ANOTHER_SITE, "A text of another forum.", site=other_office.site)
    add_returned("returned-to-another", DAMAGED, "A text for another passphrase.", secret=office.secret(ANOTHER))
    add_returned("returned-for-another-purpose", DAMAGED, "Sealed for another purpose.", purpose="submission")
    for at, name in ((40, "salt"), (70, "ciphertext"), (-1, "tag")):
        add_returned(f"returned-flipped-bit-in-{name}", DAMAGED, f"A bit of the {name} is another one.", change=flipped(at))
    add_returned("returned-cut-in-header", DAMAGED, "Ends within the header.", change=lambda data: data[:59])
    add_returned("returned-cut-after-header", DAMAGED, "Nothing but a header.", change=lambda data: data[:60])
    add_returned("returned-cut-short", DAMAGED, "The last byte is missing.", change=lambda data: data[:-1])
    add_returned("returned-one-byte-more", DAMAGED, "A byte stands after the tag.", change=lambda data: data + b"\0")
    answerless = [[FIRST], [FIRST, ("a.txt", ANSWER)], [("answer.txt", ANSWER), FIRST]]
    for number, (name, comment) in enumerate((
        ("without-answer", "A text and no answer."), ("second-name", "Another second name."), ("order", "The answer before the text."))):
        add_returned(f"returned-bundle-{name}", BAD_BUNDLE, comment, answerless[number])
