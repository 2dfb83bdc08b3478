"""The site in a real browser.

Each test is one behaviour that a reader would miss. The sample forum is built once for the run and served by the program
itself; the browser is started once and each test has a fresh tab, with nothing left of the tests before. Pages have the
clock of the build. Nothing sleeps: tests wait for conditions. pictures.py writes pictures for people to look at.
"""

import functools
import http.server
import threading

import pytest

from forum import Forum, Server, rostrum
from reader import Reader, fresh_tab, start_browser


@pytest.fixture(scope="session")
def forum(tmp_path_factory):
    made = Forum(tmp_path_factory.mktemp("forum"))
    made.passphrase = made.issue("--member", "XA")
    made.build()
    return made


@pytest.fixture(scope="session")
def address(forum):
    server = Server(forum)
    yield server.address
    server.stop()


@pytest.fixture
def plain_host(forum):
    """Another host of the same files, that sends no headers of its own and has a page that frames the forum."""

    class Files(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            if self.path != "/frame.html":
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Frame</title><iframe src=en/></iframe>")

        def log_message(self, *words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Files, directory=forum.site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def foreign_passphrase(tmp_path_factory):
    """A passphrase with the right form, of another forum."""
    other = Forum.__new__(Forum)
    other.root = tmp_path_factory.mktemp("other")
    rostrum(other.root, "init")
    return other.issue("--staff", "Somebody")


@pytest.fixture(scope="session")
def browser():
    driver = start_browser()
    yield driver
    driver.quit()


@pytest.fixture
def tab(browser):
    fresh_tab(browser)
    return browser


@pytest.fixture
def reader(tab, address, forum):
    """Someone with the right passphrase who has opened nothing yet."""
    return Reader(tab, address, forum.passphrase)


@pytest.fixture
def home(reader):
    """The same, with the English home open."""
    reader.open("en/")
    return reader
