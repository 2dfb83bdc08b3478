"""A relay of a few lines on the loopback address, which takes mails over SMTP or refuses them as it is told."""

import contextlib
import socketserver
import threading


class Relay(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Talk)
        #: What it took: (sender, recipients, message).
        self.taken = []
        #: Answers in place of its own, by the first word of a command; "." is the end of a text.
        self.answers = {}
        #: Where it hangs up without an answer.
        self.hangs_up = None

    @property
    def address(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Talk(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        with contextlib.suppress(ConnectionError):
            self.talk()

    def talk(self):
        self.say("220 relay.example.org ESMTP")
        sender, recipients = None, []
        for line in iter(self.rfile.readline, b""):
            words = line.decode().strip()
            command = words.split(" ")[0].upper()
            if self.server.hangs_up == command:
                return
            if command in self.server.answers:
                self.say(self.server.answers[command])
            elif command == "EHLO":
                self.say("250 relay.example.org")
            elif command == "MAIL":
                sender = words
                self.say("250 sender")
            elif command == "RCPT":
                recipients.append(words)
                self.say("250 recipient")
            elif command == "DATA":
                self.say("354 go on")
                lines = []
                for part in iter(self.rfile.readline, b".\r\n"):
                    if not part:
                        return
                    lines.append(part[1:] if part.startswith(b".") else part)
                if self.server.hangs_up == ".":
                    return
                if "." in self.server.answers:
                    self.say(self.server.answers["."])
                else:
                    self.server.taken.append((sender, recipients, b"".join(lines)))
                    self.say("250 taken")
            elif command == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("500 what?")


@contextlib.contextmanager
def running():
    with Relay() as relay:
        thread = threading.Thread(target=relay.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield relay
        finally:
            relay.shutdown()
            thread.join()
