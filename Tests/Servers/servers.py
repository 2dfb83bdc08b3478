"""Apache and nginx with settings of their own."""

import base64
import os
import select
import shutil
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from forum import end

MODULES = "/usr/lib/apache2/modules"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Server:
    """A web server that has the site under /forum/."""

    def __init__(self):
        # A server that starts as root reads files as somebody else, who may enter no folder of root's.
        self.folder = Path(tempfile.mkdtemp(prefix="rostrum-server-"))
        self.folder.chmod(0o755)
        self.site = self.folder / "www/forum"
        # What the site's settings call the folder of the lists of those who may sign in, from where the server's own lie.
        self.lists = self.folder / "rostrum"
        self.port = free_port()
        self.address = f"http://localhost:{self.port}/forum/"

    def start(self, words):
        with open(self.folder / "said", "wb") as said:
            self.process = subprocess.Popen(words, stdout=said, stderr=said, stdin=subprocess.DEVNULL)
        for _ in range(500):
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                select.select([], [], [], 0.02)
        said = "".join((self.folder / name).read_text() for name in ("said", "errors") if (self.folder / name).exists())
        self.stop()
        raise RuntimeError(f"{words[0]} does not start: {said}")

    def bring_lists(self, office):
        """What the README has a host do with the lists of those who may sign in."""
        shutil.rmtree(self.lists, ignore_errors=True)
        shutil.copytree(office / "htpasswd", self.lists)
        self.lists.chmod(0o755)
        for path in self.lists.iterdir():
            path.chmod(0o644)

    def stop(self):
        end(self.process)
        shutil.rmtree(self.folder)

    def get(self, path, account=None):
        """Status, headers and bytes of what is served for a path below the site's; `account`: a name and a password to sign in with."""
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *given):
                return None

        try:
            request = urllib.request.Request(self.address + path)
            if account:
                request.add_header("Authorization", "Basic " + base64.b64encode(":".join(account).encode()).decode())
            with urllib.request.build_opener(Stay).open(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read()


class Apache(Server):
    """`override`: what the server lets .htaccess say; `without`: modules that are not loaded; `includes`: a file of settings."""

    def __init__(self, override="All", without=(), includes=None):
        super().__init__()
        self.override, self.without, self.includes = override, without, includes

    def run(self):
        names = [
            "mpm_event", "authz_core", "authz_user", "authn_core", "authn_file", "auth_basic", "dir", "mime", "autoindex", "headers",
        ]
        load = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names if name not in self.without)
        user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
        types = "TypesConfig /etc/mime.types" if "mime" not in self.without else ""
        index = "DirectoryIndex index.html" if "dir" not in self.without else ""
        (self.folder / "apache.conf").write_text(f"""
ServerRoot {self.folder}
ServerName localhost
Listen 127.0.0.1:{self.port}
PidFile {self.folder}/pid
ErrorLog {self.folder}/errors
{load}
{user}
{types}
DocumentRoot {self.folder}/www
<Directory {self.folder}/www>
    Options Indexes FollowSymLinks
    AllowOverride {self.override}
    Require all granted
    {index}
</Directory>
{f"Include {self.includes}" if self.includes else ""}
""")
        self.start(["/usr/sbin/apache2", "-f", str(self.folder / "apache.conf"), "-DFOREGROUND"])
        return self


class Nginx(Server):
    """The snippet included as its first line says, in a server that would list folders; `includes`: where it is, if not in the site;
    `beside`: settings for the server's whole, as of further hosts."""

    def __init__(self, includes=None, beside=""):
        super().__init__()
        self.beside = beside
        self.includes = includes or self.site / "server/nginx.conf"

    def run(self):
        (self.folder / "nginx.conf").write_text(f"""
daemon off;
master_process off;
pid {self.folder}/pid;
error_log {self.folder}/errors;
events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    {"".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))}
    server {{
        listen 127.0.0.1:{self.port};
        root {self.folder}/www;
        autoindex on;
        location ~ \\.html$ {{ }}
        include {self.includes};
    }}
    {self.beside}
}}
""")
        self.start(["/usr/sbin/nginx", "-e", str(self.folder / "errors"), "-c", str(self.folder / "nginx.conf")])
        return self
