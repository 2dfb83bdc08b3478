"""A forum whose host is trusted, as that host shows it to somebody who has signed in."""

import functools
import http.server
import threading

from forum import Forum


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Plain(Forum):
    """With `gate: server`, behind a server of its own that lets everybody in."""

    def __init__(self, root, prepare=lambda root: None):
        super().__init__(root)
        settings = self.root / "content/forum.yaml"
        settings.write_text(settings.read_text("utf-8") + "\ngate: server\n", "utf-8")
        prepare(self.root)
        self.passphrase = self.issue("--member", "XA")
        self.build()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(self.site)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://localhost:{self.server.server_address[1]}/"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
