"""What members see around a discussion that guests read: the members' part of its page."""

import pytest

from forge.objects import Sealer
from forged import OWN, ForgedSite, host, opened
from reader import Reader


def around(tag, lines):
    """Other members' words, put in after the heading; the last paragraph left out."""
    at = next(index for index, line in enumerate(lines) if line.startswith("<h1>")) + 1
    last = lines.index("<p id=guests>For guests.</p>")
    assert at <= last < len(lines) - 1
    return "\n".join([tag, "-1", "+1", "Title for members", f"={at - 1}", "+2", "<p id=members>For members.</p>", "<p>=1</p>",
                      f"={last - at}", "-1", f"={len(lines) - last - 1}", ""])


CONTENT = ('<a class="next" href="../2026-001/">Next</a>', "<p>For both.</p>", "<p id=guests>For guests.</p>")


@pytest.fixture(scope="module")
def site(forum, tmp_path_factory):
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("parts"), signed=False)
    made.page("en/", "Home", '<a class="own" href="2026-014/">Ours</a>')
    made.page(OWN, "Ours", *CONTENT, key=made.guests(), part=around)
    made.member, made.guest = made.issue("member"), made.issue("guest", made.guests())
    made.close()
    return made


@pytest.fixture(params=["loaded", "in place"])
def member(request, tab, host, site):
    """Both ways in which a page comes."""
    reader = Reader(tab, host.address, site.member)
    if request.param == "loaded":
        reader.open(OWN)
    else:
        reader.open("en/")
        reader.follow(".own")
    return reader


def test_members_see_both(member):
    assert member.text("#members") == "For members." and not member.all("#guests")
    assert "For both." in member.text() and member.driver.title == "Title for members"
    assert member.text("#members + p") == "=1"


def test_guests_see_theirs(tab, host, site):
    reader = opened(tab, host, site.guest, OWN)
    assert reader.text("#guests") == "For guests." and not reader.all("#members")
    assert reader.driver.title == "Ours"


PARTS = {
    "of another page": lambda tag, lines: "0" * 64 + f"\n={len(lines)}\n",
    "in capitals": lambda tag, lines: tag.upper().replace("0", "A") + f"\n={len(lines)}\n",
    "no instructions": lambda tag, lines: tag + "\n",
    "an empty line": lambda tag, lines: f"{tag}\n={len(lines)}\n\n",
    "no end of its last line": lambda tag, lines: f"{tag}\n={len(lines)}",
    "a line too few": lambda tag, lines: f"{tag}\n={len(lines) - 1}\n",
    "a line too many": lambda tag, lines: f"{tag}\n={len(lines) + 1}\n",
    "too many left out": lambda tag, lines: f"{tag}\n-{len(lines) + 1}\n",
    "more than follow": lambda tag, lines: f"{tag}\n={len(lines)}\n+2\nonly one\n",
    "another sign": lambda tag, lines: f"{tag}\n*{len(lines)}\n",
    "no number": lambda tag, lines: f"{tag}\n={len(lines)}\n+\n",
    "a number with a zero before it": lambda tag, lines: f"{tag}\n=0{len(lines)}\n",
    "zero": lambda tag, lines: f"{tag}\n=0\n={len(lines)}\n",
    "a number of eight digits": lambda tag, lines: f"{tag}\n={len(lines)}\n-10000000\n",
    "what is no instruction": lambda tag, lines: f"{tag}\n={len(lines)} \n",
    "with carriage returns": lambda tag, lines: f"{tag}\r\n={len(lines)}\r\n",
}


@pytest.fixture(scope="module")
def broken(forum, tmp_path_factory):
    """A page for each broken part, and some whose part is sealed for somebody or somewhere else."""
    made = ForgedSite(forum.site, tmp_path_factory.mktemp("broken"), signed=False)
    made.page("en/", "Home")
    for index, part in enumerate(PARTS.values()):
        made.page(f"en/2026-014/p{index}/", "Ours", key=made.guests(), part=part)
    path = "en/2026-014/"
    page = made.seal("page", path, b"Ours\n<h1>Ours</h1>", made.guests())
    text = (made.tags["page", path].hex() + "\n=2\n").encode()
    for name, sealed in {
        "guests": made.seal("part", path, text, made.guests()), "elsewhere": made.sealer.seal("part", "en/2026-015/", text, made.master()),
        "page": made.seal("page", path, text), "other": Sealer("0" * 32).seal("part", path, text, made.master()),
        "nothing": b"", "good": made.seal("part", path, text)}.items():
        made.write(f"{name}/index.html", made.shell(path, page, sealed))
    made.member = made.issue("member")
    made.close()
    return made


@pytest.fixture
def reader(tab, broken):
    with broken.served() as host:
        reader = opened(tab, host, broken.member, "en/")
        reader.host = host
        yield reader


def refused(reader, path):
    reader.js("""const link = Object.assign(document.createElement('a'), { href: arguments[0] });
        document.querySelector('main').append(link); link.click()""", reader.address + path)
    assert "damaged" in reader.alert()
    assert reader.path == "en/"


@pytest.mark.only("chromium", because="the same bytes are read by the same lines in every engine")
@pytest.mark.parametrize("kind", PARTS)
def test_a_part_that_does_not_fit_is_refused(reader, kind):
    refused(reader, f"en/2026-014/p{list(PARTS).index(kind)}/")


@pytest.mark.only("chromium", because="the same bytes are read by the same lines in every engine")
@pytest.mark.parametrize("name", ["guests", "elsewhere", "page", "other", "nothing"])
def test_a_part_of_another_place_is_refused(reader, name):
    """Sealed by guests for the place of the part, at another address, as a page, with other keys, or nothing at all."""
    file = (reader.host.site / name / "index.html").read_bytes()
    reader.host.answers["/en/2026-014/"] = (200, file)
    refused(reader, "en/2026-014/")


def test_the_same_with_a_good_part_opens(reader):
    reader.host.answers["/en/2026-014/"] = (200, (reader.host.site / "good/index.html").read_bytes())
    reader.js("""const link = Object.assign(document.createElement('a'), { href: arguments[0] });
        document.querySelector('main').append(link); link.click()""", reader.address + "en/2026-014/")
    reader.wait(lambda: reader.text("h1") == "Ours")
