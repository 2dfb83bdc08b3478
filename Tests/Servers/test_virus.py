"""The virus scanner of a machine, where there is one: ClamAV's own daemon, with one signature, of words that only these tests hold."""

import base64
import json
import os
import shutil
import subprocess
import time

import pytest

from forum import NOW, ROSTRUM, end, rostrum

MARK = b"these words stand for a virus in the tests of Rostrum"
NAME = "Rostrum.Test.Words"


@pytest.fixture(scope="module")
def scanner(tmp_path_factory):
    """Starts the daemon in the foreground on a socket of its own, and puts a `clamdscan` on the path that asks it."""
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "signatures").mkdir()
    (folder / "signatures/test.ndb").write_text(f"{NAME}:0:*:{MARK.hex()}\n")
    settings = folder / "clamd.conf"
    settings.write_text(f"DatabaseDirectory {folder}/signatures\nLocalSocket {folder}/socket\nForeground yes\nTemporaryDirectory {folder}\n")
    (folder / "bin").mkdir()
    ask = folder / "bin/clamdscan"
    ask.write_text(f'#!/bin/sh\nexec {shutil.which("clamdscan")} --config-file={settings} "$@"\n')
    ask.chmod(0o755)
    process = subprocess.Popen([shutil.which("clamd") or "/usr/sbin/clamd", "-c", settings], stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    limit = time.monotonic() + 60
    while not (folder / "socket").exists():
        assert process.poll() is None and time.monotonic() < limit, "clamd does not start"
        time.sleep(0.05)
    yield folder / "bin"
    end(process)


@pytest.fixture
def office(tmp_path):
    rostrum(tmp_path / "forum", "init", "--now", NOW)
    return tmp_path / "forum"


def mail(number, attachment):
    data = base64.encodebytes(attachment).decode()
    return (
        f"From: Ana Exemplar <ana@example.org>\nSubject: Mail {number}\nMessage-ID: <{number}@example.org>\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n'
        "---\nkind: contribution\ndiscussion: 2026-001\nlanguage: en\nauthor: {name: Ana Exemplar, email: ana@example.org}\n"
        f"attribution: none\nterms: 1\n---\n\nThe table number {number} shows what our courses have brought to the office in two years.\n\n--b\n"
        f'Content-Type: text/csv; name="table.csv"\nContent-Disposition: attachment; filename="table.csv"\n'
        f"Content-Transfer-Encoding: base64\n\n{data}--b--\n"
    )


def call(office, path, *words, status=0):
    environment = {**os.environ, "ROSTRUM_MODERATOR": "Forum secretariat", "PATH": f"{path}:{os.environ['PATH']}"}
    done = subprocess.run(
        [ROSTRUM, *words, "--root", str(office), "--now", NOW], capture_output=True, text=True, timeout=60, env=environment)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def remarks(office, path, number):
    shown = json.loads(call(office, path, "inbox", "show", str(number), "--format", "json"))
    return {remark["check"]: remark["text"] for remark in shown["remarks"]}


def test_a_virus_is_named_and_stops_an_approval(scanner, office, tmp_path):
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails/1.eml").write_text(mail(1, b"year;examiners\n2026;" + MARK + b"\n"))
    (tmp_path / "mails/2.eml").write_text(mail(2, b"year;examiners\n2026;40\n"))
    call(office, scanner, "inbox", "import", str(tmp_path / "mails"))
    assert NAME in remarks(office, scanner, 1)["virus"]
    assert not {"virus", "not-scanned"} & remarks(office, scanner, 2).keys()
    assert "virus" in call(office, scanner, "review", "approve", "1", status=1)
    call(office, scanner, "review", "approve", "2")


def test_a_scanner_that_does_not_answer_is_said(office, tmp_path):
    (tmp_path / "bin").mkdir()
    ask = tmp_path / "bin/clamdscan"
    ask.write_text(f'#!/bin/sh\nexec {shutil.which("clamdscan")} --config-file={tmp_path}/none.conf "$@"\n')
    ask.chmod(0o755)
    (tmp_path / "1.eml").write_text(mail(1, b"year;examiners\n2026;40\n"))
    call(office, tmp_path / "bin", "inbox", "import", str(tmp_path / "1.eml"))
    assert "not-scanned" in remarks(office, tmp_path / "bin", 1)
