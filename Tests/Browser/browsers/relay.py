"""Stands between a site and a browser that cannot run a script before a page's own: puts one into the pages."""

import http.client
import http.server
import re
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

NAME = "before-the-page.js"
# Not written as the shell writes its scripts, which the gate looks for when it reads another page's file.
TAG = '<script id="before-the-page" src="%s"></script>\n'
# Ports of all relays so far. The system gives one out again, and what an earlier test left in the browser would be of the same origin.
USED = set()
ENDED_HERE = {"connection", "content-length", "transfer-encoding", "date", "server"}


def marked(page, address):
    """The bytes of a page with the script in front of its title: after its security policy, and before all other scripts."""
    return re.sub(rb"(?i)(?=<title\b)", (TAG % address).encode(), page, count=1)


class Relay:
    """Passes requests on to the host at `upstream`, on another port and so as another origin, and the answers back.

    It changes pages of HTML alone: each has one more script, of its own origin, before the others. `script` gives its text.
    """

    def __init__(self, upstream, script):
        there = urlsplit(upstream)

        class Pass(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/" + NAME:
                    return self.answer(200, [("Content-Type", "text/javascript"), ("Cache-Control", "no-store")], script().encode())
                # Compressed pages could not be read here.
                asked = {name: value for name, value in self.headers.items() if name.lower() not in ("accept-encoding", "connection")}
                onward = http.client.HTTPConnection(there.hostname, there.port, timeout=30)
                try:
                    onward.request("GET", self.path, headers=asked)
                    found = onward.getresponse()
                    body = found.read()
                except (OSError, http.client.HTTPException):
                    self.close_connection = True  # no answer there, none here
                    return None
                finally:
                    onward.close()
                kind = found.getheader("Content-Type", "")
                # The site's open files are no pages, and must be what the pages say of them.
                is_page = kind.startswith("text/html") and not self.path.startswith("/assets/")
                self.answer(found.status, found.getheaders(), marked(body, "/" + NAME) if is_page else body)

            def answer(self, status, headers, body):
                self.send_response(status)
                for name, value in headers:
                    if name.lower() not in ENDED_HERE:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *whom):
                """A browser may go away in the middle of an answer."""

        self.server = Server(("127.0.0.1", 0), Pass)
        while self.server.server_port in USED:
            again, self.server = self.server, Server(("127.0.0.1", 0), Pass)
            again.server_close()
        USED.add(self.server.server_port)
        self.address = f"http://{there.netloc.rpartition(':')[0]}:{self.server.server_port}{there.path}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def refresh(self):
        """The script is asked for anew by each page."""

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Folder:
    """The same for a site in a folder, whose pages are written anew: it must be a copy."""

    def __init__(self, address, script):
        self.folder, self.script, self.address = Path(unquote(urlsplit(address).path)), script, address
        for page in self.folder.rglob("*.html"):
            up = "../" * len(page.relative_to(self.folder).parent.parts)
            page.write_bytes(marked(page.read_bytes(), up + NAME))
        self.refresh()

    def refresh(self):
        (self.folder / NAME).write_text(self.script(), "utf-8")

    def close(self):
        """The folder is the test's."""
