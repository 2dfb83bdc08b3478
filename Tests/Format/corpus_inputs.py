"""The sealed inputs of Tests/Fixtures/submissions/sealed/, and the keystore that opens them: the same bytes come of every run.

`all_files` gives them by their paths below Tests/Fixtures/submissions; `test_submissions.py` writes them down.
"""

import base64
import io
import json
import zipfile

from forge import submissions
from forge.keyring import ROUNDS
from forge.notation import new_passphrase, seeded
from forge.office import Office
from sealedformat import keystore
from submission_scenarios import PICTURE, packed_text

office = Office()
key = submissions.SubmissionsKey(office.site)
MEMBER, STAFF, GUEST, NOBODY = (office.secret(new_passphrase(name)) for name in ("member", "staff", "guest", "nobody"))
ISSUED = "2026-11-02T09:00:00Z"
TEXT = """Notre office a formé quarante examinateurs en deux ans. Les cours se donnent en petits groupes, et chaque stagiaire travaille ensuite
avec une personne expérimentée de l’office.
"""


def written(author="{name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}", extra="", text=TEXT):
    fields = f"kind: contribution\ndiscussion: 2026-002\nlanguage: fr\nauthor: {author}\nattribution: name\nterms: 2\n{extra}"
    return f"---\n{fields}---\n\n{text}".encode()


def sealed(text, *files, by=None, name="input", sealed_for=key):
    bundle = submissions.bundle([("submission.md", text), *files])
    return submissions.submission(sealed_for, packed_text(bytes([by is not None]) + bundle), by, ephemeral=name)


def mail(covering, *attachments, identifier):
    """A mail with files; `(type, name, bytes)` each."""
    lines = ["From: Ana Exemple <ana@example.org>", "To: submissions@example.org", "Subject: Contribution",
             f"Message-ID: <{identifier}@example.org>", "Date: Mon, 23 Nov 2026 09:00:00 +0100", "MIME-Version: 1.0",
             'Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain; charset=utf-8",
             "Content-Transfer-Encoding: 8bit", "", covering]
    for kind, name, data in attachments:
        encoded = base64.b64encode(data).decode()
        lines += ["--b", f"Content-Type: {kind}" + (f'; name="{name}"' if name else ""), "Content-Transfer-Encoding: base64"]
        lines += [f'Content-Disposition: attachment; filename="{name}"'] if name else []
        lines += ["", *(encoded[start : start + 76] for start in range(0, len(encoded), 76))]
    return "\r\n".join([*lines, "--b--", ""]).encode()


def zipped(*files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 23, 9, 0, 0)), data)
    return held.getvalue()


def stored_keystore():
    slots = [("member", "XA", MEMBER, {}), ("staff", "S. Staff", STAFF, {}),
             ("guest", "G. Guest", GUEST, {"discussion": "2026-002", "requestedBy": "XA"})]
    store = {
        "version": 4, "site": office.site, "salt": office.salt.hex(), "rounds": ROUNDS, "generation": 4, "epoch": 1,
        "masters": [{"epoch": 1, "key": seeded("corpus master").hex()}], "keyringSecret": seeded("corpus keyring secret").hex(),
        "namesKey": seeded("corpus names key").hex(), "discussions": [],
        "submissions": [{"key": key.scalar.hex(), "made": ISSUED}],
        "slots": [{"kind": kind, "name": name, "secret": secret.hex(), "issued": ISSUED, **more} for kind, name, secret, more in slots],
    }
    return json.dumps(store | {"check": keystore.check(store)}, indent=2, ensure_ascii=False).encode() + b"\n"


def all_files():
    octets, covering = "application/octet-stream", "Bonjour,\r\n\r\nvous trouverez ci-joint notre contribution.\r\n\r\nAna Exemple"
    proved = sealed(written(), by=MEMBER)
    damaged = proved[:200] + bytes([proved[200] ^ 1]) + proved[201:]
    staff = "{name: S. Staff}"
    picture = written(extra="attachments: [photo.png]\n", text=TEXT + "\n![Une salle de cours](photo.png)\n")
    made = {
        "proved/input.rostrum": proved,
        "not-proved/input.rostrum": sealed(written()),
        "proof-of-a-passphrase-no-longer-in-use/input.rostrum": sealed(written(), by=NOBODY),
        "proof-of-another-member/input.rostrum": sealed(written("{name: Ben Exemple, member: XB}"), by=MEMBER),
        "proof-of-staff/input.rostrum": sealed(written(staff), by=STAFF),
        "staff-without-proof/input.rostrum": sealed(written(staff)),
        "proof-of-a-guest/input.rostrum": sealed(written("{name: G. Guest}"), by=GUEST),
        "with-a-picture/input.rostrum": sealed(picture, ("photo.png", PICTURE), by=MEMBER),
        "with-texts-beside/input.rostrum": sealed(written(), ("other.md", written(text="Un autre texte.\n")), ("notes.txt", b"Notes.\n"), by=MEMBER),
        "sealed-twice/input.rostrum": sealed(written(), ("inner.rostrum", sealed(written(), name="inner")), ("b.bin", b"ROSBUNDL"), by=MEMBER),
        "bundle-that-was-not-sealed/input.rostrum": submissions.bundle([("submission.md", written())]),
        "no-text-in-it/input.rostrum": sealed(PICTURE, by=MEMBER),
        "without-fields/input.rostrum": sealed(TEXT.encode(), by=MEMBER),
        "answers-what-is-not-there/input.rostrum": sealed(written(extra="answers: 17\n"), by=MEMBER),
        "damaged/input.rostrum": damaged,
        "for-another-forum/input.rostrum": sealed(written(), sealed_for=submissions.SubmissionsKey(Office("another office").site)),
        "for-a-key-that-is-not-kept/input.rostrum": sealed(written(), sealed_for=submissions.SubmissionsKey(office.site, "an older key")),
        "version-2/input.rostrum": proved[:8] + b"\2" + proved[9:],
        "returned-text-that-came-back/input.rostrum": submissions.returned_text(
            office.site, MEMBER, packed_text(submissions.bundle([("submission.md", written()), ("answer.txt", b"Plus court.")]))),
        "name-of-another-type/input.pdf": proved,
        "in-a-mail/input.eml": mail(covering, (octets, "contribution.rostrum", proved), identifier="mail"),
        "in-a-mail-as-text/input.eml": mail(covering, ("text/plain; charset=utf-8", "", proved), identifier="as-text"),
        "in-a-mail-and-damaged/input.eml": mail(covering, (octets, "contribution.rostrum", damaged), identifier="damaged"),
        "two-in-a-mail/input.eml": mail(
            covering, (octets, "a.rostrum", proved), (octets, "b.rostrum", sealed(written(text="Un autre texte, plus court.\n"), name="second")),
            identifier="two"),
        "the-same-text-twice-in-a-mail/input.eml": mail(
            covering, (octets, "a.rostrum", proved), (octets, "b.rostrum", sealed(written(), by=MEMBER, name="again")), identifier="twice"),
        "in-a-zip/input.zip": zipped(("folder/contribution.rostrum", proved)),
        "on-a-stick/input/contribution.rostrum.download": proved,
        "on-a-stick/input/notes.bin": b"\0\1\2\3",
    }
    return {"keystore.json": stored_keystore()} | {f"sealed/{path}": data for path, data in made.items()}
