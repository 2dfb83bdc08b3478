"""What the server settings in the site do in the real servers."""

import re

import pytest

from forum import NOW, REPOSITORY, rostrum
from reader import Reader
from servers import Apache, Nginx

HEADERS = {
    "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
}
FOLDERS = ("assets/", "keyring/", "manifest/", "server/")


@pytest.fixture
def started(forum):
    """Publishes the site to a server and starts it."""
    running = []

    def start(server):
        server.site.parent.mkdir()
        rostrum(forum.root, "publish", "--to", str(server.site), "--now", NOW)
        running.append(server.run())
        return server

    yield start
    for server in running:
        server.stop()


@pytest.fixture(params=[Apache, Nginx], ids=["apache", "nginx"])
def server(request, started):
    return started(request.param())


def asset(server, pattern):
    return next(path for path in server.site.glob(pattern)).relative_to(server.site).as_posix()


def test_headers_are_sent_with_every_answer(server):
    policies = set()
    for template in ("shell", "front", "not-found"):
        text = (REPOSITORY / f"themes/wipo/templates/{template}.mustache").read_text("utf-8")
        policies.add(re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1])
    assert len(policies) == 1
    for path in ("", "en/", "keyring/head.js", "manifest/head.bin", asset(server, "assets/gate.*.js"), "nowhere/", "en/nowhere"):
        _, headers, _ = server.get(path)
        assert headers.get_all("Content-Security-Policy") == [policies.copy().pop() + "; frame-ancestors 'none'"], path
        for name, value in HEADERS.items():
            assert headers.get_all(name) == [value], (path, name)
        assert "camera=()" in headers["Permissions-Policy"]


def test_only_names_with_a_fingerprint_are_kept_by_caches(server):
    for path in (asset(server, "assets/site.*.css"), asset(server, "assets/gate.*.js")):
        assert server.get(path)[1].get_all("Cache-Control") == ["public, max-age=31536000, immutable"]
    for path in ("", "en/", "keyring/0.js", "manifest/head.bin", asset(server, "manifest/*/0.bin"), "nowhere/"):
        assert server.get(path)[1].get_all("Cache-Control") == ["no-cache"], path


def test_types(server):
    for path, kind in ((asset(server, "assets/site.*.css"), "text/css; charset=utf-8"), ("", "text/html; charset=utf-8"),
                       ("keyring/head.js", "text/javascript; charset=utf-8"), ("manifest/head.bin", "application/octet-stream")):
        assert server.get(path)[1]["Content-Type"].lower() == kind, path


def test_lost_addresses_have_the_site_s_own_page(server):
    for path in ("nowhere", "en/nowhere/", "fr/2026-999/"):
        status, _, body = server.get(path)
        assert status == 404 and body == (server.site / "404.html").read_bytes(), path


def test_no_folder_is_listed(server):
    for path in FOLDERS:
        status, _, body = server.get(path)
        assert status in (403, 404) and b"Index of" not in body, path


def test_settings_for_apache_are_not_served(server):
    assert server.get(".htaccess")[0] in ((403, 404) if isinstance(server, Nginx) else (200, 403, 404))


def test_a_reader_opens_it(server, browser, forum):
    browser.fresh()
    reader = Reader(browser, server.address, forum.passphrase)
    reader.open("en/")
    reader.follow("main a[href*='2026-']")
    assert reader.is_open() and reader.js("return self.__violations") == []


@pytest.mark.parametrize("settings", [
    {"override": "None"}, {"without": ("headers",)}, {"without": ("headers", "mime", "autoindex")},
    {"override": "FileInfo Options=Indexes"},
], ids=["override-none", "no-headers", "few-modules", "least-override"])
def test_apache_serves_it_whatever_it_lets_the_site_say(started, settings):
    server = started(Apache(**settings))
    status, headers, body = server.get("en/")
    assert status == 200 and body == (server.site / "en/index.html").read_bytes()
    sends = "headers" not in settings.get("without", ()) and settings.get("override") != "None"
    assert (headers["X-Frame-Options"] == "DENY") == sends
    assert server.get("nowhere/")[0] == 404


def test_a_site_without_headers_opens_all_the_same(started, browser, forum):
    server = started(Apache(override="None"))
    browser.fresh()
    Reader(browser, server.address, forum.passphrase).open("en/")
