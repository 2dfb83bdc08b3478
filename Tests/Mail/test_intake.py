"""What mails bring beside a text: words around it, files, archives and other mails. Nothing of it is lost in silence."""

import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from office import Office

WORDS = "Please hold it until Friday: the minister has not agreed."


def text(sentence, discussion="2026-008", language="fr"):
    return (
        f"---\nkind: contribution\ndiscussion: {discussion}\nlanguage: {language}\n"
        "author: {name: Ana Exemplar, member: XA, email: fr@example.org}\nattribution: name\nterms: 1\n---\n\n"
        f"{sentence} Notre office a formé quarante personnes en deux ans, et en formera autant.\n"
    )


def archive(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("_", "."), content)
    return data.getvalue()


def mail(body, number, *attached):
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Ana Exemplar <fr@example.org>", f"Texte {number}", f"<{number}@example.org>"
    made.set_content(body)
    for name, content in attached:
        if isinstance(content, EmailMessage):
            made.add_attachment(content)
        elif isinstance(content, str):
            made.add_attachment(content, filename=name, subtype="markdown" if name.endswith(".md") else "plain")
        else:
            made.add_attachment(content, "application", "zip", filename=name)
    return made


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def take(office, made):
    path = office.root.parent / "one.eml"
    path.write_bytes(bytes(made))
    return office.run("inbox", "import", path)


def told(office, number):
    return json.loads(office.run("inbox", "show", number, "--format", "json").stdout)


def files(office, number):
    record = json.loads((office.root / f"office/inbox/{number}/record.json").read_text("utf-8"))
    return [file["name"] for file in record["files"]]


def test_the_words_around_a_text_are_shown_with_each_text(office):
    take(office, mail(WORDS, 1, ("one.md", text("Un.")), ("two.md", text("Deux."))))
    for number in (1, 2):
        assert told(office, number)["covering"] == WORDS
        assert f"What the mail that it came in says\n  │ {WORDS}\n" in office.run("inbox", "show", number).stdout


def test_the_words_of_a_text_that_came_by_itself_are_not_told_twice(office):
    take(office, mail(text("Un."), 1))
    assert "covering" not in told(office, 1)


def test_who_passes_a_mail_on_is_heard_too(office):
    take(office, mail(WORDS, 1, ("", mail("Please find attached our text.", 2, ("one.md", text("Un."))))))
    assert told(office, 1)["covering"] == f"{WORDS}\n\n\nPlease find attached our text."


def test_what_lies_in_an_archive_beside_a_text_comes_with_it(office):
    annexes = archive(readme_txt="What these are.\n", figures_csv="a,b\n1,2\n")
    take(office, mail(WORDS, 1, ("one.md", text("Voir [les chiffres](figures.csv).")), ("annexes.zip", annexes)))
    assert sorted(name.split("/")[-1] for name in files(office, 1)) == ["figures.csv", "readme.txt"]
    assert "mentioned, but did not come" not in office.run("inbox", "show", 1).stdout
    # Beside a mail that was attached, too.
    take(office, mail(WORDS, 2, ("annexes.zip", annexes), ("", mail(text("Deux."), 3))))
    assert sorted(name.split("/")[-1] for name in files(office, 2)) == ["figures.csv", "readme.txt"]
    assert told(office, 2)["covering"] == WORDS


def test_no_mail_makes_a_record_too_large_to_read(office):
    outside = archive(**{f"../{number}{chr(0x1D165) * 994}_pdf": "x" for number in range(600)})
    body = "x" + "\u0301" * 520_000
    take(office, mail(body, 1, ("one.md", text("Un.")), ("a.zip", outside), ("b.zip", outside)))
    assert (office.root / "office/inbox/1/record.json").stat().st_size < 1 << 20
    shown = told(office, 1)
    assert len(shown["leftOut"]) == 500 and shown["leftOut"][-1]["name"].startswith("… (")
    office.run("review", "return", 1, "--words", "x")
    office.run("inbox", "list")


def test_a_purge_takes_the_words_around_it_from_those_that_came_with_it(office):
    secret = "Le petit dossier bleu se trouve dans la troisième armoire."
    take(office, mail(f"Nous écrivons : {secret}", 1, ("one.md", text("Un.")), ("two.md", text(secret, "2026-005", "en"))))
    office.run("review", "return", 1, "--words", "Please name the year.")
    office.run("review", "approve", 2)
    place = json.loads((office.root / "office/inbox/2/record.json").read_text("utf-8"))["place"]
    office.run("withdraw", place, "--requested-by", "author", "--reason", "because", "--purge", "--yes")
    for path in (office.root / "office").rglob("*"):
        assert path.is_dir() or "petit dossier bleu".encode() not in path.read_bytes(), path
    assert "covering" not in told(office, 1)
    # What its author is told of the other text is none of it.
    assert "Please name the year." in office.mail(2)["text"]
