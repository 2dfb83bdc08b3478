"""Publishing, and the site behind the web servers that hosts use: the real ones, from Debian's packages.

The sample forum is built once for the run, for the path /forum/ of a host. Every server runs in the foreground with settings of
its own in a temporary folder, on a free port of the loopback address, and is stopped by its own process id.
"""

import re
import shutil
import signal
import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / name) for name in (".", "Browser", "Format")]

from browsers import BROWSERS  # noqa: E402
from forum import Forum, rostrum  # noqa: E402


def pytest_configure():
    # Who ends a run ends its servers too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture(scope="session")
def forum(tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("forum"))
    settings = made.root / "content/forum.yaml"
    text, count = re.subn(r"(?m)^base-url:.*$", "base-url: http://localhost/forum/", settings.read_text("utf-8"))
    assert count == 1
    settings.write_text(text, "utf-8")
    made.passphrase = made.issue("--member", "XA")
    made.build()
    return made


@pytest.fixture(scope="session")
def browser():
    made = BROWSERS["chromium"]()
    yield made
    made.quit()


@pytest.fixture(scope="session")
def first_small(tmp_path_factory):
    """What each `small` is a copy of; no test has it itself."""
    made = Forum.__new__(Forum)
    made.root = tmp_path_factory.mktemp("first") / "small"
    rostrum(made.root, "init")
    made.issue("--staff", "Somebody")
    made.build()
    return made


@pytest.fixture
def small(first_small, tmp_path):
    """A forum of its own, as `init` makes one, with a site."""
    made = Forum.__new__(Forum)
    made.root = tmp_path / "small"
    shutil.copytree(first_small.root, made.root, symlinks=True)
    return made


@pytest.fixture(params=["--to", "--rsync"])
def way(request):
    return request.param
