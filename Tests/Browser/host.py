"""A host that answers as a test wants it to."""

import http.server
import re
import threading
from pathlib import Path

from forge.notation import page_text

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css"}


class Host:
    """Serves a site's folder; `answers` has for some paths what is sent instead: status and bytes, or None for no answer at all.

    `headers` are sent with everything.
    """

    def __init__(self, site):
        site, self.answers, self.headers = Path(site), {}, {}
        answers, headers = self.answers, self.headers

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                path = self.path.partition("?")[0]
                file = site / (path[1:] + ("index.html" if path.endswith("/") else ""))
                answer = answers.get(path, (200, file.read_bytes()) if file.is_file() else (404, b"none"))
                if answer is None:
                    self.close_connection = True
                    return
                status, body = answer
                self.send_response(status)
                self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(len(body)))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.site = site
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.port = self.server.server_port
        self.address = f"http://localhost:{self.port}/"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def page(self, path):
        return (self.site / path / "index.html").read_bytes()

    def reseal(self, path, sealed):
        """Sends the page at a path with another object in the place of its own."""
        whole, count = re.subn(rb'(<template id="sealed">)[^<]*', lambda found: found[1] + page_text(sealed), self.page(path))
        assert count == 1
        self.answers["/" + path] = (200, whole)

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
