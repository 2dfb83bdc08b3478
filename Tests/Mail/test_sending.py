"""How mails leave the office: over SMTP, through a program, by hand; and what is left where something stops on the way."""

import os
import signal
import subprocess
import time
from email.message import EmailMessage

import pytest

from office import NOW, ROSTRUM, Office
from relay import certificate, running


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    for number in (1, 2):
        made.receive("fr@example.org", number)
    # No program of this machine takes part.
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("curl", "sh"):
        (tools / name).symlink_to(subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip())
    made.path = str(tools)
    return made


@pytest.fixture
def relay():
    with running() as made:
        yield made


def actions(office):
    import json

    return [json.loads(line)["action"] for line in (office.root / "office/log.jsonl").read_text().splitlines()]


def test_a_relay_gets_each_mail_once_and_whole(office, relay):
    office.run("outbox", "send", "--relay", relay.address)
    assert [taken[2] for taken in relay.taken] == [office.bytes(1), office.bytes(2)]
    assert relay.taken[0][0].startswith("MAIL FROM:<submissions@example.org>")
    assert relay.taken[0][1] == ["RCPT TO:<fr@example.org>"]
    assert set(relay.greetings) == {"example.org"}
    assert office.states() == {1: "sent", 2: "sent"}
    assert actions(office)[-4:] == ["send", "sent"] * 2
    assert "Nothing waits" in office.run("outbox", "send", "--relay", relay.address).stdout
    assert len(relay.taken) == 2
    office.run("log", "verify")


def test_the_relay_stands_in_the_office(office, relay):
    settings = office.root / "office/relay.yaml"
    settings.write_text(f"relay: {relay.address}\nfrom: bounces@example.org\n")
    office.run("outbox", "send", 2)
    assert len(relay.taken) == 1
    assert relay.taken[0][0].startswith("MAIL FROM:<bounces@example.org>")
    assert office.states() == {1: "waiting", 2: "sent"}


HOST, WORD = "127.0.0.2", 'sés"ame\\ \'x'


@pytest.fixture
def safe_relay(tmp_path):
    """One that speaks TLS and wants a name and a password, on an address that is not that of this machine alone."""
    with running(HOST, certificate(tmp_path / "relay.pem", HOST)) as made:
        yield made


def sign_in(office, relay):
    (office.root / "office/password").write_text(WORD + "\nnot this\n", "utf-8")
    (office.root / "office/relay.yaml").write_text(f"relay: {relay.address}\nuser: forum\npassword-file: password\n")


def test_a_password_goes_to_a_relay_that_proves_who_it_is(office, safe_relay, tmp_path):
    sign_in(office, safe_relay)
    office.run("outbox", "send", 1, environment={"CURL_CA_BUNDLE": str(tmp_path / "relay.pem")})
    assert safe_relay.signed_in == [["forum", WORD]]
    assert [taken[2] for taken in safe_relay.taken] == [office.bytes(1)]
    assert all(line.split(" ")[0] in ("EHLO", "STARTTLS") for line in safe_relay.in_clear)
    assert office.states() == {1: "sent", 2: "waiting"}


def test_no_password_goes_to_a_relay_that_could_be_another(office, safe_relay):
    sign_in(office, safe_relay)
    said = office.run("outbox", "send", 1, status=2).stderr
    assert "certificate" in said and "sés" not in said
    assert safe_relay.signed_in == [] and safe_relay.taken == []
    assert office.states() == {1: "waiting", 2: "waiting"}


def test_no_password_goes_over_an_open_line(office):
    with running(HOST) as relay:
        sign_in(office, relay)
        office.run("outbox", "send", 1, status=2)
        assert relay.taken == [] and all(line.split(" ")[0] in ("EHLO", "QUIT") for line in relay.in_clear), relay.in_clear
    assert office.states() == {1: "waiting", 2: "waiting"}


@pytest.mark.parametrize("text, expected", [
    ("relay: ftp://x\n", "is no relay"), ("relay: smtp://user:word@x\n", "is no relay"), ("user: x\n", "only one of"),
    ("rely: smtp://x\n", "did you mean"), ("from: x\n", "no address"), ("relay: smtp://x\"\\nurl=y\n", "is no relay"),
])
def test_what_is_wrong_in_the_settings_is_told(office, text, expected):
    (office.root / "office/relay.yaml").write_text(text)
    for status in (2, 1):
        try:
            done = office.run("outbox", "send", status=status)
            break
        except AssertionError:
            if status == 1:
                raise
    assert expected in done.stderr
    assert office.states() == {1: "waiting", 2: "waiting"}


@pytest.mark.parametrize("answers", [{"RCPT": "550 nobody here"}, {"MAIL": "451 later"}, {".": "554 not this one"}, {"DATA": "452 full"}])
def test_what_is_refused_waits(office, relay, answers):
    relay.answers = answers
    said = office.run("outbox", "send", "--relay", relay.address, status=2).stderr
    assert list(answers.values())[0] in said
    assert office.states() == {1: "waiting", 2: "waiting"}
    relay.answers = {}
    office.run("outbox", "send", "--relay", relay.address)
    assert len(relay.taken) == 2


def test_a_relay_that_is_not_there_leaves_all_as_it_was(office):
    said = office.run("outbox", "send", "--relay", "smtp://127.0.0.1:1", status=2).stderr
    assert "was not sent" in said
    assert office.states() == {1: "waiting", 2: "waiting"}


def test_nothing_is_sent_twice_in_silence(office, relay):
    relay.hangs_up = "."
    said = office.run("outbox", "send", "--relay", relay.address, status=2).stderr
    assert "may have been sent" in said
    assert office.states() == {1: "sending", 2: "sending"}
    relay.hangs_up = None
    said = office.run("outbox", "send", "--relay", relay.address).stderr
    assert said.count("may have been sent") == 2 and not relay.taken
    office.run("outbox", "drop", 1, status=2)
    office.run("outbox", "mark", 1)
    office.run("outbox", "send", 2, "--relay", relay.address)
    assert [taken[2] for taken in relay.taken] == [office.bytes(2)]
    assert office.states() == {1: "sent", 2: "sent"}


def test_a_command_that_is_killed_while_the_relay_thinks(office, relay):
    relay.hangs_up = "none"
    gate = office.root / "gate"
    os.mkfifo(gate)
    # A relay's program that waits until it is told.
    program = office.root.parent / "bin/sendmail"
    program.write_text(f"#!/bin/sh\nread word <{gate}\n")
    program.chmod(0o755)
    scratch = office.root.parent / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [ROSTRUM, "outbox", "send", "1", "--relay", "sendmail", "--root", str(office.root), "--now", NOW],
        env={**os.environ, "PATH": office.path, "ROSTRUM_MODERATOR": "Forum secretariat", "TMPDIR": str(scratch)},
        start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    limit = time.monotonic() + 20
    while office.states()[1] != "sending":
        assert time.monotonic() < limit
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert office.states() == {1: "sending", 2: "waiting"}
    # Nothing of what the program was handed lies about: it may be a password.
    assert [path.name for path in scratch.rglob("*") if path.is_file() and path.read_bytes()] == []
    program.unlink()
    said = office.run("outbox", "send", "--relay", relay.address).stderr
    assert "Mail 1 to fr@example.org may have been sent" in said
    assert [taken[2] for taken in relay.taken] == [office.bytes(2)]
    office.run("log", "verify")


def test_nothing_of_a_mail_lies_about_while_a_relay_thinks(office, relay):
    scratch = office.root.parent / "scratch"
    scratch.mkdir()
    relay.waits_at = "MAIL"
    process = subprocess.Popen(
        [ROSTRUM, "outbox", "send", "1", "--relay", relay.address, "--root", str(office.root), "--now", NOW],
        env={**os.environ, "PATH": office.path, "ROSTRUM_MODERATOR": "Forum secretariat", "TMPDIR": str(scratch)},
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert relay.is_waiting.wait(20)
        found = [path for path in scratch.rglob("*") if path.is_file()]
        assert found and not any(b"fr@example.org\r\n" in path.read_bytes() or b"Subject:" in path.read_bytes() for path in found), found
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        relay.may_go_on.set()


@pytest.mark.parametrize("name", ["msmtp", "sendmail"])
def test_a_program_of_the_machine_takes_mails(office, name):
    program = office.root.parent / "bin" / name
    seen = office.root.parent / "seen"
    program.write_text(f'#!/bin/sh\necho "$@" >>{seen}\nwhile IFS= read -r line; do echo "$line" >>{seen}; done\n')
    program.chmod(0o755)
    office.run("outbox", "send", 1)
    lines = seen.read_text().split("\n")
    assert lines[0] == "-i -f submissions@example.org -- fr@example.org"
    assert lines[1].startswith("Message-Id: ") and "\r" not in seen.read_text()
    assert office.states() == {1: "sent", 2: "waiting"}
    program.write_text("#!/bin/sh\necho not today >&2\nexit 75\n")
    assert "not today" in office.run("outbox", "send", status=2).stderr
    assert office.states()[2] == "waiting"


def test_without_a_relay_the_files_wait_to_be_sent_by_hand(office):
    done = office.run("outbox", "send")
    assert str(office.root / "office/outbox/0001/message.eml") in done.stdout
    assert "rostrum outbox mark 1 2" in done.stderr
    assert office.states() == {1: "waiting", 2: "waiting"}
    office.run("outbox", "mark", 1, 2)
    assert office.states() == {1: "sent", 2: "sent"}
    office.run("outbox", "mark", 1, status=2)


def test_strangers_get_a_mail_only_when_it_is_named(office, relay):
    office.receive("somebody@example.net", 3)
    assert office.states()[3] == "held"
    done = office.run("outbox", "send", "--relay", relay.address)
    assert "Mail 3 is held: nobody in the roster has the address somebody@example.net" in done.stderr
    assert len(relay.taken) == 2
    roster = office.root / "office/roster.yaml"
    before = roster.read_text()
    roster.write_text(before.replace("fr@example.org", "fr@example.org, somebody@example.net"))
    office.run("outbox", "send", "--relay", relay.address)
    assert len(relay.taken) == 3
    roster.write_text(before)
    office.receive("another@example.net", 4)
    office.run("outbox", "send", 4, "--relay", relay.address)
    assert relay.taken[3][1] == ["RCPT TO:<another@example.net>"]


def test_what_a_later_mail_says_more_of_is_not_sent(office, relay):
    office.run("review", "return", 1, "--words", "Un mot.")
    assert office.states() == {1: "waiting", 2: "waiting", 3: "waiting"}
    by_hand = office.run("outbox", "send")
    assert "outbox/0001/" not in by_hand.stdout and "rostrum outbox drop 1" in by_hand.stderr
    # Nothing is dropped for a mail that does not arrive.
    relay.answers = {"RCPT": "451 later"}
    office.run("outbox", "send", "--relay", relay.address, status=2)
    assert office.states() == {1: "waiting", 2: "waiting", 3: "waiting"}
    relay.answers = {}
    said = office.run("outbox", "send", "--relay", relay.address).stdout
    assert "Mail 1 (received) is dropped: mail 3 says more of the same." in said
    assert [taken[2] for taken in relay.taken] == [office.bytes(2), office.bytes(3)]
    assert office.states() == {1: "dropped", 2: "sent", 3: "sent"}
    # The same where the later one was sent before, by hand or by its number.
    office.run("review", "reject", 2, "--words", "Non.")
    office.receive("fr@example.org", 3)  # the new text of submission 1
    office.run("review", "reject", 1, "--words", "Non.")
    office.run("outbox", "mark", 6)
    office.run("outbox", "send", "--relay", relay.address)
    assert office.states() == {1: "dropped", 2: "sent", 3: "sent", 4: "sent", 5: "dropped", 6: "sent"}
    office.run("log", "verify")


def test_a_receipt_waits_until_all_that_it_is_about_was_told(office, relay):
    office.run("outbox", "mark", 1, 2)
    made = office.root.parent / "two"
    made.mkdir()
    text = (office.root.parent / "mails/1.eml").read_text("utf-8").partition("\n\n")[2]
    for name in ("a.md", "b.md"):
        (made / name).write_text(text.replace("numéro 1", f"{name} d’un dossier"), "utf-8")
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "Ana Exemplar <fr@example.org>", "Deux textes", "<two@example.org>"
    mail.set_content("Bonjour.")
    for path in sorted(made.iterdir()):
        mail.add_attachment(path.read_text("utf-8"), filename=path.name, subtype="markdown")
    (made / "two.eml").write_bytes(bytes(mail))
    office.run("inbox", "import", made / "two.eml")
    assert office.mail(3)["submissions"] == [3, 4]
    for number in (3, 4):
        office.run("review", "reject", number, "--words", "Non.")
    # One of the two decisions does not arrive.
    relay.refused_once = "RCPT"
    office.run("outbox", "send", "--relay", relay.address, status=2)
    assert office.states() == {1: "sent", 2: "sent", 3: "waiting", 4: "waiting", 5: "sent"}
    office.run("review", "undo", 3)
    office.run("outbox", "send", "--relay", relay.address)
    assert office.states() == {1: "sent", 2: "sent", 3: "sent", 4: "dropped", 5: "sent"}


def test_a_receipt_waits_while_nobody_knows_of_the_decision(office, relay):
    office.run("outbox", "mark", 2)
    office.run("review", "reject", 1, "--words", "Non.")
    relay.hangs_up = "."
    assert "whether mail 3 was sent is not known" in office.run("outbox", "send", "--relay", relay.address, status=2).stderr
    relay.hangs_up = None
    office.run("outbox", "send", "--relay", relay.address)
    assert relay.taken == [] and office.states() == {1: "waiting", 2: "sent", 3: "sending"}
    office.run("outbox", "mark", 3)
    office.run("outbox", "send", "--relay", relay.address)
    assert relay.taken == [] and office.states() == {1: "dropped", 2: "sent", 3: "sent"}


def test_a_mail_is_changed_before_it_is_sent(office):
    text = office.mail(2)["text"]
    new = office.root.parent / "new.txt"
    new.write_text("Un autre mot, plus long.\n\n.\nFrom here\n\n" + text, "utf-8")
    office.run("outbox", "edit", 2, "--file", new)
    assert "Un autre mot" in office.mail(2)["text"]
    assert b"Un autre mot, plus long." in office.bytes(2)
    assert actions(office)[-1] == "rewrite"
    editor = office.root.parent / "bin/editor"
    editor.write_text('#!/bin/sh\nprintf "Bonjour.\\n" >"$1"\n')
    editor.chmod(0o755)
    office.run("outbox", "edit", 2, environment={"EDITOR": "editor", "VISUAL": ""})
    assert office.mail(2)["text"] == "Bonjour.\n"
    office.run("outbox", "mark", 2)
    office.run("outbox", "edit", 2, "--file", new, status=2)


def test_what_is_dropped_is_gone(office):
    office.run("outbox", "drop", 1)
    assert office.states()[1] == "dropped"
    assert not (office.root / "office/outbox/0001/message.eml").exists()
    assert "fr@example.org" not in (office.root / "office/outbox/0001/record.json").read_text()
    office.run("outbox", "drop", 1, status=2)
