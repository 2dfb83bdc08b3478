"""`gate: server`: a site that is not sealed, and the real servers that keep strangers out of it.

A sample forum of two discussions with guests is built once. Each server starts with the settings that the build made and the lists of
those who may sign in, as README says; then the site is published into its folder.
"""

import json
import re
import shutil
import subprocess

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from forum import NOW, ROSTRUM, Forum, rostrum
from servers import Apache, Nginx

GUESTS = ("2026-006", "2026-008")


class LoginForum(Forum):
    def issue(self, *whom):
        """Name and passphrase."""
        command = "invite" if "--discussion" in whom else "issue"
        issued = json.loads(rostrum(self.root, "access", command, *whom, "--now", NOW, "--format", "json"))
        return issued["user"], issued["passphrase"]


@pytest.fixture(scope="module")
def login_forum(tmp_path_factory):
    made = LoginForum(tmp_path_factory.mktemp("login"))
    settings = made.root / "content/forum.yaml"
    text, count = re.subn(r"(?m)^base-url:.*$", "base-url: http://localhost/forum/\ngate: server", settings.read_text("utf-8"))
    assert count == 1
    settings.write_text(text, "utf-8")
    second = made.root / f"content/discussions/{GUESTS[1]}/discussion.yaml"
    second.write_text(second.read_text("utf-8") + "guests: true\n", "utf-8")
    made.member = made.issue("--member", "XA")
    made.staff = made.issue("--staff", "Someone")
    made.guests = {
        number: made.issue("--discussion", number, "--name", "Guest of " + number, "--requested-by", "XA") for number in GUESTS
    }
    made.build()
    return made


def run(forum, *words):
    done = subprocess.run(
        [ROSTRUM, *words, "--root", str(forum.root), "--now", NOW], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def with_settings(forum):
    """Each server, with the settings that the build made for it."""
    settings = forum.site / "server"
    return {
        "apache-included": lambda: Apache("None", includes=settings / "apache.conf"),
        "apache-both": lambda: Apache("All", includes=settings / "apache.conf"),
        "apache-folder": lambda: Apache("AuthConfig FileInfo Options=Indexes"),
        "nginx": lambda: Nginx(settings / "nginx.conf"),
    }


KINDS = ["apache-included", "apache-both", "apache-folder", "nginx"]


def started(forum, kind):
    made = with_settings(forum)[kind]()
    made.bring_lists(forum.root / "office")
    made.site.mkdir(parents=True)
    if kind == "apache-folder":  # its settings come with the site
        shutil.copy(forum.site / ".htaccess", made.site)
    return made.run()


@pytest.fixture(params=KINDS)
def server(request, login_forum):
    """A server that is set up, with nothing on it."""
    made = started(login_forum, request.param)
    yield made
    made.stop()


@pytest.fixture(scope="module", params=KINDS)
def filled(request, login_forum):
    made = started(login_forum, request.param)
    takeover = ["--take-over"] if (made.site / ".htaccess").exists() else []
    rostrum(login_forum.root, "publish", "--to", str(made.site), "--url", made.address, "--now", NOW, *takeover)
    yield made
    made.stop()


@pytest.fixture
def published(login_forum, filled):
    """A server with the site, and with the present lists."""
    filled.bring_lists(login_forum.root / "office")
    return filled


def paths(forum):
    """Every file of the site as readers ask for it."""
    files = [path.relative_to(forum.site).as_posix() for path in forum.site.rglob("*") if path.is_file()]
    return sorted(re.sub(r"(^|/)index\.html$", r"\1", path) for path in files if not re.search(r"(^|/)\.", path))


def test_nobody_reads_without_signing_in(login_forum, published):
    for path in paths(login_forum) + ["nowhere", "en/nowhere/", "guests/2026-001/"]:
        status, headers, body = published.get(path)
        assert status == 401, path
        assert headers["WWW-Authenticate"].startswith("Basic"), path
    for account in ((login_forum.member[0], "0000-0000-0000-0000-0000"), ("XB", login_forum.member[1]), ("", "")):
        assert published.get("en/", account)[0] == 401


def test_members_and_staff_read_everything(login_forum, published):
    for path in paths(login_forum):
        status, _, body = published.get(path, login_forum.member)
        assert status == 200, path
        file = login_forum.site / path
        assert body == (file / "index.html" if file.is_dir() else file).read_bytes(), path
    for path in ("", "en/", "guests/2026-006/en/"):
        assert published.get(path, login_forum.staff)[0] == 200, path
    status, _, body = published.get("en/nowhere/", login_forum.member)
    assert status == 404 and b"404" in body and b"/forum/en/" in body


def test_guests_read_their_tree_and_nothing_else(login_forum, published):
    for number, account in login_forum.guests.items():
        tree = f"guests/{number}/"
        own = [path for path in paths(login_forum) if path.startswith(tree)]
        assert len(own) > 10
        for path in own:
            assert published.get(path, account)[0] == 200, path
        for path in set(paths(login_forum)) - set(own):
            assert published.get(path, account)[0] == 401, path
        for path in (f"{tree}../../en/", f"{tree}%2e%2e/%2e%2e/en/", f"{tree}..%2f..%2fen/", "nowhere"):
            assert published.get(path, account)[0] in (400, 401, 403, 404), path
        status, _, body = published.get(tree + "nowhere/", account)
        assert status == 404 and f"/forum/{tree}".encode() in body


def test_nothing_of_other_discussions_stands_in_a_guests_tree(login_forum):
    for number in GUESTS:
        own = {title for title in login_forum.titles() if any(
            title in path.read_text("utf-8") for path in (login_forum.root / "content/discussions" / number).glob("index.*.md"))}
        others = login_forum.titles() - own
        assert own and len(others) > 10
        tree = login_forum.site / "guests" / number
        # The forms to take along hold their script, in which there are no links.
        texts = {path: path.read_text("utf-8") for path in tree.rglob("*.html") if path.parent != tree / "assets"}
        assert any(title in text for title in own for text in texts.values())
        for path, text in texts.items():
            for title in others:
                assert title not in text, (path, title)
            for link in re.findall(r'(?:href|src)="([^"#]*)', text):
                if not link or re.match(r"[a-z]+:", link) or link.startswith("/"):
                    continue
                target = (path.parent / link).resolve()
                assert target.is_relative_to(tree.resolve()), (path, link)
                assert (target / "index.html" if target.is_dir() else target).is_file(), (path, link)


def test_files_are_served_as_what_they_are(login_forum, published):
    pictures = list((login_forum.site / "files").glob("*.png"))
    others = list((login_forum.site / "files").glob("*.bin"))
    assert pictures and others
    _, headers, body = published.get(f"files/{pictures[0].name}", login_forum.member)
    assert headers["Content-Type"] == "image/png" and body.startswith(b"\x89PNG")
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"] and "Content-Disposition" not in headers
    _, headers, _ = published.get(f"files/{others[0].name}", login_forum.member)
    assert headers["Content-Type"] == "application/octet-stream" and headers["Content-Disposition"] == "attachment"
    _, headers, _ = published.get("en/", login_forum.member)
    assert headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert headers.get_all("Cache-Control") == ["private, no-cache"]
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    style = next((login_forum.site / "assets").glob("site.*.css")).name
    assert published.get("assets/" + style, login_forum.member)[1].get_all("Cache-Control") == [
        "private, max-age=31536000, immutable"]


def test_the_audit_of_a_closed_server_finds_nothing(login_forum, published):
    status, said, told = run(login_forum, "audit", "--url", published.address)
    assert status == 0, said + told
    assert "nobody else" in said
    status, said, told = run(login_forum, "publish", "--verify", published.address)
    assert status == 0, said + told


def test_before_the_site_is_there_it_is_seen_who_is_kept_out(login_forum, server):
    status, said, told = run(login_forum, "audit", "--url", server.address)
    assert status == 0, said + told
    assert "not there yet" in said


def test_a_server_with_old_lists_is_found(login_forum, published):
    for path in published.lists.iterdir():
        path.write_text("\n".join(line for line in path.read_text().split("\n") if not line.startswith("audit-")), "utf-8")
    status, said, _ = run(login_forum, "audit", "--url", published.address)
    assert status == 1
    assert {line.split(":")[0] for line in said.splitlines()} == {"list members"} | {f"list guests-{number}" for number in GUESTS}


def test_a_guests_list_in_the_wrong_place_is_found(login_forum, published):
    shutil.copy(published.lists / "guests-2026-006", published.lists / "members")
    status, said, _ = run(login_forum, "audit", "--url", published.address)
    assert status == 1
    assert any(line.startswith("open ") and "a guest of 2026-006 gets status 200" in line for line in said.splitlines())


@pytest.mark.parametrize("made", ["apache", "nginx"])
def test_a_server_that_lets_everybody_in_is_given_nothing(login_forum, made):
    # AllowOverride None: what stands in the site's folder counts for nothing, and nothing else was set up.
    if made == "apache":
        server = Apache("None")
    else:
        server = Nginx()
        server.includes = "/dev/null"
    server.site.mkdir(parents=True)
    (server.site / "index.html").write_text("here is the forum")
    server.run()
    try:
        status, said, told = run(login_forum, "publish", "--to", str(server.site), "--url", server.address, "--take-over")
        assert status == 1 and "not 401" in said and "Nothing was published" in told
        assert [path.name for path in server.site.iterdir()] == ["index.html"]
        # Had somebody brought the files there by other means, the audit would say so.
        shutil.rmtree(server.site)
        shutil.copytree(login_forum.site, server.site)
        server.site.chmod(0o755)
        status, said, _ = run(login_forum, "audit", "--url", server.address)
        assert status == 1
        assert "open /: whoever does not sign in gets status 200, and not 401" in said.splitlines()
    finally:
        server.stop()


def test_who_is_revoked_is_kept_out_with_the_next_list(login_forum, server):
    account = login_forum.issue("--member", "XB")
    login_forum.build()
    server.bring_lists(login_forum.root / "office")
    assert server.get("en/", account)[0] in (403, 404)
    rostrum(login_forum.root, "access", "revoke", "--member", "XB")
    login_forum.build()
    status, said, _ = run(login_forum, "audit", "--url", server.address)
    assert status == 1 and "list members" in said
    server.bring_lists(login_forum.root / "office")
    assert server.get("en/", account)[0] == 401
    assert server.get("en/", login_forum.member)[0] in (403, 404)


def test_passwords_go_over_no_open_line(login_forum):
    for address in ("http://forum.example.org/", "http://localhost@forum.example.org/", "http://localhost.example.org/"):
        status, _, told = run(login_forum, "audit", "--url", address)
        assert status == 2 and "not encrypted" in told


def test_a_host_that_cannot_be_asked_is_given_nothing(login_forum, tmp_path):
    (tmp_path / "www").mkdir()
    status, _, told = run(login_forum, "publish", "--to", str(tmp_path / "www"), "--url", "http://localhost:1/forum/")
    assert status == 2 and "nothing was published" in told
    assert not list((tmp_path / "www").iterdir())
    status, _, told = run(login_forum, "publish", "--zip", str(tmp_path / "forum.zip"))
    assert status == 0 and "Nothing in this archive is sealed" in told


def test_what_is_said_at_a_change_names_the_lists(login_forum):
    done = subprocess.run(
        [ROSTRUM, "access", "issue", "--member", "XC", "--root", str(login_forum.root)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stdout.startswith("XC\t") and "lists" in done.stderr
    for words in (("revoke", "--member", "XC"), ("rotate",)):
        status, said, told = run(login_forum, "access", *words)
        assert status == 0, told
        assert "htpasswd/" in said and "audit --url" in said and "upload" not in said
    login_forum.build()


@pytest.mark.parametrize("kind", ["apache-included", "nginx"])
def test_a_reader_signs_in_to_it(login_forum, browser, kind, tmp_path):
    server = started(login_forum, kind)
    try:
        rostrum(login_forum.root, "publish", "--to", str(server.site), "--url", server.address, "--now", NOW)
        browser.fresh()
        browser.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
        name, passphrase = login_forum.guests["2026-006"]
        tree = server.address.replace("//", f"//{name}:{passphrase}@") + "guests/2026-006/"
        browser.driver.get(tree + "fr/")
        assert browser.driver.execute_script("return document.documentElement.lang") == "fr"
        # What is attached is saved under the name that it has in the forum.
        link = browser.driver.find_element("css selector", "a[download]")
        link.click()
        name = link.get_attribute("download")
        WebDriverWait(browser.driver, 20).until(lambda _: (tmp_path / name).exists())
        source = next((login_forum.root / "content/discussions/2026-006/files").rglob(name))
        assert (tmp_path / name).read_bytes() == source.read_bytes()
        # Every link of the tree leads on within it; the browser is asked for no password again.
        for link in browser.driver.execute_script("return [...document.links].map(link => link.href)"):
            if link.startswith(server.address):
                assert "/guests/2026-006/" in link, link
        browser.driver.get(server.address + "guests/2026-006/")
        assert "/guests/2026-006/" in browser.driver.current_url
        browser.driver.get(server.address.replace("//", "//{}:{}@".format(*login_forum.member)) + "en/2026-001/")
        pictures = browser.driver.execute_script("return [...document.images].map(image => [image.complete, image.naturalWidth])")
        assert pictures and all(complete and width for complete, width in pictures)
        assert not [entry for entry in browser.complaints() if "401" not in entry]
    finally:
        server.stop()
