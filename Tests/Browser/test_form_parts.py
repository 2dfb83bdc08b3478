"""The parts of the form's script: what they seal, open, write, read and show, held to vectors and to the program."""

import base64
import json
import random
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from forum import ROSTRUM
from parts import page
from sealedformat import hpke, submission_vector
from sealedformat.notation import hkdf, info
from sealedformat.submission_vector import SUBMISSIONS
from sealedformat.submissions import unpack

VECTORS = submission_vector.all_vectors()
FACTS = {"terms": {"version": 3}, "site": "00" * 16}
# A key pair of a scalar and its point, as WebCrypto takes one.
PAIR = """
const [scalar, point] = [arguments[0], arguments[1]].map(text => parts.unhex(text));
const code = bytes => btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=/g, '');
const key = { kty: 'EC', crv: 'P-256', x: code(point.slice(1, 33)), y: code(point.slice(33)) }, curve = { name: 'ECDH', namedCurve: 'P-256' };
const pair = Promise.all([crypto.subtle.importKey('jwk', { ...key, d: code(scalar) }, curve, false, ['deriveBits']),
  crypto.subtle.importKey('jwk', key, curve, true, [])]).then(([privateKey, publicKey]) => ({ privateKey, publicKey }));
const done = arguments[arguments.length - 1];
const told = promise => promise.then(value => done([value]), fault => done(['refused', String(fault.message)]));
"""


alone = pytest.mark.only("chromium", because="what is looked at is made of strings, and the same in every engine")


@pytest.fixture
def parts(tab, tmp_path):
    """Calls them."""
    tab.driver.get(page(tmp_path))
    assert tab.driver.execute_script("return !!self.parts"), tab.complaints()
    return tab.driver


def point_of(scalar):
    return hpke.point_of(hpke.private_key(bytes.fromhex(scalar))).hex()


def test_hpke_gives_what_the_rfc_says(parts):
    one = json.loads((SUBMISSIONS / "rfc9180.json").read_text("utf-8"))
    first = one["encryptions"][0]
    enc, sealed = parts.execute_async_script(
        PAIR + """
        const [to, purpose, aad, text] = Array.from(arguments).slice(2, 6).map(parts.unhex);
        told(pair.then(own => parts.hpkeSender(to, purpose, own)).then(async sender => [parts.hex(sender.enc), parts.hex(await sender.seal(aad, text))]))
        """, one["skEm"], one["pkEm"], one["pkRm"], one["info"], first["aad"], first["pt"])[0]
    assert (enc, sealed) == (one["enc"], first["ct"])


PROVED = [name for name, one in VECTORS.items() if one.kind == "submission" and one.expect == "opens" and one.proof == "yes" and one.packed
          and len(one.packed) < 1 << 20]


@pytest.mark.thin
@pytest.mark.parametrize("name", PROVED)
def test_a_submission_is_sealed_as_the_vector_says(parts, name):
    one = VECTORS[name]
    proving = hkdf(bytes.fromhex(one.secret), info("proof", one.site), 32).hex()
    sealed = parts.execute_async_script(
        PAIR + """
        const [site, to, proving, text] = Array.from(arguments).slice(2, 6);
        told(pair.then(own => parts.sealPacked(Uint8Array.from(atob(text), sign => sign.charCodeAt(0)), site, parts.unhex(to), parts.unhex(proving), own))
          .then(parts.hex))
        """, one.ephemeral, point_of(one.ephemeral), one.site, one.public, proving, base64.b64encode(one.packed).decode())
    assert sealed == [one.sealed.hex()]


RETURNED = [name for name, one in VECTORS.items() if one.kind == "returned text"]


def test_there_are_vectors():
    assert PROVED and len(RETURNED) > 20


@pytest.mark.thin
@pytest.mark.parametrize("name", RETURNED)
def test_a_returned_text_opens_or_is_refused_as_the_vector_says(parts, name):
    one = VECTORS[name]
    key = hkdf(bytes.fromhex(one.secret), info("return", one.site), 32).hex()
    found = parts.execute_async_script("""
        const [sealed, site, key, done] = arguments;
        parts.openReturned(Uint8Array.from(atob(sealed), sign => sign.charCodeAt(0)), site, parts.unhex(key))
          .then(parts.writeBundle).then(bytes => crypto.subtle.digest('SHA-256', bytes))
          .then(hash => done(parts.hex(new Uint8Array(hash))), fault => done('refused: ' + fault.message));
        """, base64.b64encode(one.sealed).decode(), one.site, key)
    if one.expect == "opens":
        assert found == one.sha256
    else:
        said = {"not known": ["noFile", "newer", "ownFile"], "another site": ["otherForum"], "damaged": ["notYours", "noFile"],
                "badly packed": ["noFile"], "bundle refused": ["noFile"]}
        assert found.removeprefix("refused: ") in said[one.expect]


@pytest.mark.thin
@pytest.mark.parametrize("length", [0, 1, 4, 5, 1000, 70_000])
def test_what_is_packed_has_the_length_that_the_format_says(parts, length):
    text = random.Random(length).randbytes(length // 2) + b"a" * (length - length // 2)
    packed = parts.execute_async_script("""const [text, done] = arguments;
        parts.pack(Uint8Array.from(atob(text), sign => sign.charCodeAt(0))).then(bytes => done(parts.hex(bytes)), fault => done(String(fault)))""",
                                        base64.b64encode(text).decode())
    assert unpack(bytes.fromhex(packed), 1 << 20) == text


# What may stand in a field of one line: marks of YAML, of directions, of nothing at all, and halves of characters.
PIECES = ["'", '"', "\\", ":", ": ", " #", "- ", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "---", "...", "~", "null", "true",
          "0003", "1e3", "é", "中文", "العربية", "😀", "\u202e", "\u200f", "\u2028", "\u0085", "\ufeff", "\ufffe", "\x7f", "\ud83d", "a", " ", "?"]


def texts(count, seed):
    pick = random.Random(seed)
    return ["".join(pick.choices(PIECES, k=pick.randrange(1, 9))) for _ in range(count)]


def whole(text):
    """As the office can have it: no halves of characters, no line ends, no control characters."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for sign in "\u2028\u2029\u0085\x7f":
        text = text.replace(sign, " ")
    return text.strip(" \ufeff")


def submission(words):
    """Every field of an entry with one of the texts."""
    at = iter(words)
    return {"kind": "practice", "discussion": "", "room": "", "replyTo": "", "question": "", "questions": "", "language": "en",
            "title": next(at), "categories": ["training"], "members": ["XA"], "year": "2024", "links": [{"url": "https://example.org/", "title": next(at)}],
            "guestName": "", "guestUntil": "", "target": "", "text": "---\nOur text\r\n\r\n---\nis this.\n", "name": next(at), "position": next(at),
            "institution": next(at), "member": "XA", "email": "", "attribution": "name", "answers": ""}


FIELDS = ["title", "name", "position", "institution"]


def test_front_matter_says_what_was_typed(parts):
    """Read back by the form itself, which is what a returned text goes through."""
    for seed in range(200):
        given = submission(texts(5, seed))
        # As JSON: halves of characters have no other way into the browser.
        found = parts.execute_script("""parts.know(arguments[1]);
            const read = parts.readMatter(parts.writeMatter(JSON.parse(arguments[0]), ['a "b".pdf'])); return [parts.valuesOf(read), read.missed]""",
                                     json.dumps(given), FACTS)
        assert found[1] == []
        assert [tidy(found[0][name]) for name in FIELDS] == [tidy(given[name]) for name in FIELDS], seed
        assert tidy(found[0]["links"][0]["title"]) == tidy(given["links"][0]["title"])
        assert found[0]["text"] == "---\nOur text\n\n---\nis this."


def tidy(text):
    return " ".join(whole(text).replace("\ufffd\ufffd", "\ufffd").split())


@alone
def test_the_office_reads_what_was_typed(parts, forum, tmp_path):
    """The program itself imports forty of them, and has each field as it was typed."""
    root, folder = tmp_path / "forum", tmp_path / "in"
    folder.mkdir()
    run(tmp_path / "forum", "init")
    for name in ("content", "themes"):
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(forum.root / name, root / name)
    given = {}
    for seed in range(40):
        # What the office cannot have either is left out: the marks that YAML readers refuse.
        one = submission([text.replace("\ud83d", "").replace("\ufeff", "").replace("\ufffe", "") or "x" for text in texts(5, seed)])
        one["title"] = f"Number {seed} " + one["title"]
        text = parts.execute_script("parts.know(arguments[1]); return parts.writeMatter(arguments[0], [])", one, FACTS)
        (folder / f"{seed}.md").write_text(text, "utf-8")
        given[seed] = one
    run(root, "inbox", "import", str(folder))
    listed = [json.loads(line) for line in run(root, "inbox", "list", "--format", "json").splitlines() if line.startswith("{")]
    assert len(listed) == 40, listed[:2]
    seen = set()
    for path in sorted((root / "office" / "inbox").rglob("*.md")):
        text = path.read_text("utf-8")
        seed = int(text.partition("Number ")[2].split()[0].rstrip('"'))
        assert (folder / f"{seed}.md").read_text("utf-8") == text
        seen.add(seed)
    assert seen == set(given)
    for one in listed:
        assert one["title"].startswith("Number "), one
        seed = int(one["title"].split()[1])
        assert tidy(one["title"]) == tidy(given[seed]["title"])


def run(root, *words):
    done = subprocess.run([ROSTRUM, *words, "--root", str(root)], capture_output=True, text=True, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


# What people and programs write, beside what the form does.
WRITTEN = """---
# a note of the moderator
kind: contribution
discussion: 2026-014   # open
reply-to: '0003'
question: 2
language: fr
author:
  name: "Ana \\u00c9. Exemplar"
  position: Chef, « formation »
  member: XA
attribution: name
attachments:
- plan.pdf
categories: [training, 'user support']
links:
  - {url: "https://example.org/a", title: 'It''s one'}
  - url: https://example.org/b
    title: Two
questions:
  - What works?
  - >
    broken
strange: &anchor x
---

Our text.
"""


def test_front_matter_of_others_is_read_and_what_is_not_understood_is_told(parts):
    found, missed = parts.execute_script("const read = parts.readMatter(arguments[0]); return [parts.valuesOf(read), read.missed]", WRITTEN)
    assert found["discussion"] == "2026-014" and found["replyTo"] == "0003" and found["question"] == "2"
    assert found["name"] == "Ana É. Exemplar" and found["position"] == "Chef, « formation »" and found["member"] == "XA"
    assert found["categories"] == ["training", "user support"]
    assert found["links"] == [{"url": "https://example.org/a", "title": "It's one"}, {"url": "https://example.org/b", "title": "Two"}]
    assert found["text"] == "Our text." and missed and any("strange" in line for line in missed)


class Shown(HTMLParser):
    """HTML as what a reader would notice: elements, texts, and where links lead."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        kept = {name: given[name] for name in ("href", "align", "start", "checked") if name in given}
        tag = "h" if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else tag
        if tag != "span":
            self.found.append((tag, tuple(sorted(kept.items()))))

    def handle_data(self, data):
        if data.strip():
            if self.found and isinstance(self.found[-1], str):
                self.found[-1] += " " + " ".join(data.split())
            else:
                self.found.append(" ".join(data.split()))


TEXTS = [
    "# Heading\n\nA *first* and a **second** text,\nin two lines.\n\n## Another\n\n### Third\n\n# First again",
    "- one\n- two\n  - within\n- three\n\n1. a\n2. b\n\n4. c",
    "- loose\n\n- list\n", "> said\n> by *her*\n\nand `code` here\n\n```\nlines\n  of code <b>\n```",
    "| a | b |\n|:--|--:|\n| 1 | **2** |\n| x \\| y | z |", "~~gone~~ and - [ ] not\n\n- [ ] open\n- [x] done",
    "[a link](https://example.org/a?b=c&d=e) and <https://example.org/> and https://example.org/x.",
    "Mail <someone@example.org> or [write](mailto:a@example.org) or [call](tel:+41223389111)",
    "[bad](javascript:alert(1)) [worse](JaVaScRiPt:x) [data](data:text/html,x) [other](vbscript:x)",
    "Text <b>bold</b> and <script>alert(1)</script> more\n\n<div onclick=x>\nblock\n</div>\n\nafter",
    "Entities &amp; &lt; &eacute; &#233; &#x1F600; \\* \\# and AT&T", "Arabic: نص *مهم* هنا\n\n中文**重点**。",
    "line one  \nline two\\\nline three", "***\n\ntext\n\n---", "Setext\n======\n\nSecond\n------",
    "[ref][a] and [b]\n\n[a]: https://example.org/a \"title\"\n[b]: https://example.org/b",
]


@alone
@pytest.mark.parametrize("index", range(len(TEXTS)))
def test_the_preview_shows_what_the_site_will(parts, tmp_path, index):
    file = tmp_path / "text.md"
    file.write_text(TEXTS[index], "utf-8")
    rendered = subprocess.run([ROSTRUM, "render", str(file)], capture_output=True, text=True, timeout=60)
    assert rendered.returncode == 0, rendered.stderr
    html = parts.execute_script("""const box = document.createElement('div');
        box.append(...parts.shown(arguments[0], { pictures: () => {}, attached: () => {} })); return box.innerHTML""", TEXTS[index])
    wanted = [one for one in Shown(rendered.stdout).found if one not in (("thead", ()), ("tbody", ()))]
    found = [one for one in Shown(html).found if one not in (("thead", ()), ("tbody", ()))]
    # A link that leads nowhere is none in the preview.
    assert found == joined([one for one in wanted if one != ("a", (("href", ""),))])


def joined(found):
    """Texts that stand beside each other are one."""
    made = []
    for one in found:
        if made and isinstance(one, str) and isinstance(made[-1], str):
            made[-1] += " " + one
        else:
            made.append(one)
    return made


ADDRESSES = {
    "outside": ["http://a", "HTTPS://example.org:80/x", "https://[::1]/", "//example.org", "/\\example.org", "https://example.org?x#y"],
    "direct": ["mailto:a@example.org", "TEL:+1"], "relative": ["a.pdf", "files/a.pdf", "#x", "?x", "a/b:c", "", "a@b:c", "(x):y"],
    "unsafe": ["javascript:x", "data:x", "http:a", "https://", "https://user:x@host/", "https://a b/", "ftp://a", "a%3Ab", "a%253ab", "a&#58;b",
               "a&colon;b", "java\tscript:x", "\u0001javascript:x", "https://a<b/", "file:///etc/passwd", "blob:x", "a:b"],
}


def test_addresses_lead_where_the_site_lets_them(parts):
    for where, addresses in ADDRESSES.items():
        for address in addresses:
            assert parts.execute_script("return parts.leads(arguments[0])", address) == where, address


HOSTILE = {
    "quotes": ">" * 60_000, "lists": "\n".join("  " * depth + "- x" for depth in range(300)), "brackets": "[" * 60_000, "stars": "*a " * 20_000,
    "emphasis": "*" * 30_000 + "a" + "*" * 30_000, "under": "_a_" * 20_000, "links": "[a](" * 15_000, "images": "![" * 30_000,
    "ticks": "`" * 30_000 + " a", "ticks rising": " ".join("`" * (index % 300 + 1) for index in range(400)), "html": "<a " * 20_000, "comments": "<!--" * 15_000,
    "pipes": "|a" * 30_000 + "\n" + "|-" * 30_000, "rows": "|a|b|\n|-|-|\n" + "|x|y|\n" * 10_000, "references": "[a]: b\n" * 8_000 + "[a]" * 2_000,
    "tildes": "~" * 60_000, "entities": "&#" * 30_000, "mails": "a@" * 30_000, "dots": "a." * 30_000 + "@", "urls": "http://" * 8_000,
    "spaces": "a" + " " * 59_000 + "b", "lines": "\n" * 60_000, "hashes": "# " * 30_000, "numbers": "1. " * 20_000, "tabs": "\t" * 60_000,
    "backslashes": "\\" * 60_000, "headings": "x\n=\n" * 15_000, "fences": "```\n~~~\n" * 8_000, "definitions": "[" + "a" * 59_000, "www": "www." * 15_000,
    "nested": "*_" * 15_000 + "a" + "_*" * 15_000, "angle": "<" * 60_000, "strong": "**a" * 20_000, "parens": "[a](" + "(" * 59_000,
}


@pytest.mark.thin
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_does_not_hang_the_preview(parts, name):
    took, made = parts.execute_script("""const start = performance.now(); let made;
        try { made = parts.shown(arguments[0], { pictures: () => {}, attached: () => {} }).length; } catch (fault) { made = fault.message; }
        return [performance.now() - start, made]""", HOSTILE[name])
    # A page may stand still for seconds on a machine that does much else.
    assert took < 5000 and (isinstance(made, int) or made == "previewDeep"), (took, made)
