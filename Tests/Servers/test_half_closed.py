"""Servers that keep strangers out, and yet do not: what `audit --url` must see with `gate: server`, and where no password may go."""

import os
import shutil
import socket
import socketserver
import subprocess
import threading

import pytest

from forum import NOW, ROSTRUM
from servers import MODULES, Apache, Nginx, free_port
from test_login import login_forum, run  # noqa: F401


@pytest.fixture
def serve(login_forum):  # noqa: F811
    """Starts a server that has the site and the lists."""
    running = []

    def start(server):
        server.bring_lists(login_forum.root / "office")
        shutil.copytree(login_forum.site, server.site)
        for path in (server.site, *server.site.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        running.append(server.run())
        return server

    yield start
    for server in running:
        server.stop()


def settings(server, text):
    """A file of settings for it."""
    path = server.folder / "settings"
    path.write_text(text, "utf-8")
    return path


def opened(forum, address):
    """What an audit finds open."""
    status, said, told = run(forum, "audit", "--url", address)
    lines = [line for line in said.splitlines() if line.startswith("open ")]
    assert status == (1 if lines else 0), said + told
    return lines


def test_slashes_that_are_not_made_one_lead_past_the_settings(login_forum, serve):  # noqa: F811
    server = Nginx()
    server.includes = settings(server, f"merge_slashes off; include {login_forum.site}/server/nginx.conf;")
    serve(server)
    assert server.get("index.html")[0] == 401 and server.get("../../forum/index.html")[0] in (400, 401)
    assert any("//forum/index.html" in line for line in opened(login_forum, server.address))


def test_other_case_leads_past_the_settings(login_forum, serve):  # noqa: F811
    server = serve(Nginx(login_forum.site / "server/nginx.conf"))
    assert not opened(login_forum, server.address)
    # As where files' names have no case.
    (server.site.parent / "FORUM").symlink_to(server.site)
    assert any("/FORUM/index.html" in line for line in opened(login_forum, server.address))


def test_a_cache_gives_strangers_what_readers_were_given(login_forum, serve):  # noqa: F811
    server, port = Nginx(login_forum.site / "server/nginx.conf"), free_port()
    server.beside = f"""
    proxy_cache_path {server.folder}/cache keys_zone=kept:1m;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{server.port};
            proxy_set_header Host localhost;
            proxy_cache kept;
            proxy_cache_valid 200 10m;
            proxy_ignore_headers Cache-Control;
            proxy_cache_bypass $http_cache_control $http_authorization;
        }}
    }}"""
    serve(server)
    assert not opened(login_forum, server.address)
    found = opened(login_forum, f"http://localhost:{port}/forum/")
    assert any("after readers who did, gets status 200" in line for line in found)


def test_a_request_to_sign_in_holds_no_page(login_forum, serve):  # noqa: F811
    server = Nginx()
    text = (login_forum.site / "server/nginx.conf").read_text("utf-8")
    text = text.replace("    index index.html;", "    index index.html; error_page 401 @given;") + "location @given { }"
    server.includes = settings(server, text)
    serve(server)
    status, _, body = server.get("en/index.html")
    assert status == 401 and body == (login_forum.site / "en/index.html").read_bytes()
    assert any("status 401, but what is there with it" in line for line in opened(login_forum, server.address))


def test_another_host_of_the_server_has_the_same_folder(login_forum, serve):  # noqa: F811
    server = Apache("None")
    host = f"<VirtualHost 127.0.0.1:{server.port}>\nDocumentRoot {server.folder}/www\nServerName "
    include = f"\nInclude {login_forum.site}/server/apache.conf"
    server.includes = settings(server, f"{host}other.invalid\n</VirtualHost>\n{host}localhost{include}\n</VirtualHost>\n")
    serve(server)
    assert server.get("en/")[0] == 401
    assert any("with another host's name" in line for line in opened(login_forum, server.address))


def test_only_one_of_the_host_s_addresses_is_closed(login_forum, serve):  # noqa: F811
    server = Nginx(login_forum.site / "server/nginx.conf")
    try:
        socket.create_server(("::1", server.port), family=socket.AF_INET6).close()
    except OSError as refusal:
        pytest.skip(f"this machine has no second address: {refusal}")
    server.beside = f"server {{ listen [::1]:{server.port}; root {server.folder}/www; }}"
    serve(server)
    assert any("by ipv6, gets it" in line for line in opened(login_forum, server.address))


@pytest.mark.parametrize("condition", [
    "User-Agent Googlebot", "User-Agent Firefox", "Accept-Language en", "X-Forwarded-For ^127", "Range ."])
def test_some_are_let_in_for_a_header(login_forum, serve, condition):  # noqa: F811
    server = Apache("None")
    name, pattern = condition.split(" ")
    server.includes = settings(
        server, f"Include {login_forum.site}/server/apache.conf\n<Location /forum/>\n<If \"%{{HTTP:{name}}} =~ /{pattern}/\">\n"
        "Require all granted\n</If>\n</Location>\n")
    serve(server)
    assert server.get("en/")[0] == 401
    told = "User-Agent" if name == "Accept-Language" else name
    assert any(f'"{told}: ' in line for line in opened(login_forum, server.address))


@pytest.mark.parametrize("made", [Apache, Nginx])
def test_who_is_let_in_for_an_address_signs_in_all_the_same(login_forum, serve, made):  # noqa: F811
    server = made("None") if made is Apache else made()
    if made is Apache:
        loaded = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in ("access_compat", "authz_host"))
        text = f"{loaded}<Directory {server.folder}/www>\nSatisfy Any\nAllow from 127.0.0.1\n</Directory>\n"
        text += f"Include {login_forum.site}/server/apache.conf\n"
    else:
        text = f"satisfy any; allow 127.0.0.1; deny all; include {login_forum.site}/server/nginx.conf;"
    server.includes = settings(server, text)
    serve(server)
    assert server.get("en/")[0] == 401 and server.get("guests/2026-006/en/")[0] == 401
    assert server.get("en/", login_forum.member)[0] == 200


class Listener:
    """A proxy that answers everything by asking to sign in, and keeps what it was sent."""

    def __enter__(self):
        heard = self.heard = []

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                head = b""
                while b"\r\n\r\n" not in head and (piece := self.request.recv(65536)):
                    head += piece
                heard.append(head)
                self.request.sendall(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.environment = {**os.environ, "http_proxy": address, "no_proxy": "", "NO_PROXY": ""}
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def told(forum, environment, *words):
    call = [ROSTRUM, *words, "--root", str(forum.root), "--now", NOW]
    done = subprocess.run(call, capture_output=True, text=True, timeout=300, env=environment)
    return done.returncode, done.stdout, done.stderr


def test_no_proxy_answers_for_this_machine(login_forum, serve):  # noqa: F811
    server = Nginx("/dev/null")  # open to everybody
    serve(server)
    with Listener() as proxy:
        status, said, _ = told(login_forum, proxy.environment, "audit", "--url", server.address)
        assert status == 1 and "open /: whoever does not sign in gets status 200, and not 401" in said
        assert not proxy.heard


def test_verifying_sends_no_password_over_an_open_line(login_forum):  # noqa: F811
    with Listener() as proxy:
        status, _, said = told(login_forum, proxy.environment, "publish", "--verify", "http://forum.example.org/forum/")
        assert status == 2 and "not encrypted" in said
        assert not [head for head in proxy.heard if b"Authorization" in head]


def test_the_same_folder_without_encryption(login_forum, serve, monkeypatch):  # noqa: F811
    """A host that has the settings where it encrypts, and the same folder without them where it does not."""
    try:
        socket.create_server(("127.0.0.1", 80)).close()
    except OSError as refusal:
        pytest.skip(f"no server can have the port of http here: {refusal}")
    server, port = Nginx("/dev/null"), free_port()
    key, certificate = server.folder / "key", server.folder / "certificate"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    monkeypatch.setenv("CURL_CA_BUNDLE", str(certificate))
    closed = f"""
    server {{
        listen 127.0.0.1:{port} ssl;
        ssl_certificate {certificate};
        ssl_certificate_key {key};
        root {server.folder}/www;
        include {login_forum.site}/server/nginx.conf;
    }}"""
    server.beside = closed + f"server {{ listen 127.0.0.1:80; root {server.folder}/www; }}"
    serve(server)
    found = opened(login_forum, f"https://localhost:{port}/forum/")
    assert "open index.html: whoever does not sign in gets it at http://localhost/forum/index.html" in found


def test_an_address_with_a_password_is_no_stranger_s(login_forum):  # noqa: F811
    status, _, said = run(login_forum, "audit", "--url", "https://somebody:secret@localhost:1/forum/")
    assert status == 2 and "has a name in it" in said
