"""A relay of a few lines on a loopback address, which takes mails over SMTP or refuses them as it is told."""

import base64
import contextlib
import datetime
import ipaddress
import socketserver
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Relay(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, host="127.0.0.1", certificate=None):
        super().__init__((host, 0), Talk)
        #: Speaks TLS with this file, of a certificate and its key, once it is asked to; asks for a name and a password then.
        self.certificate = certificate
        #: What callers said that they are.
        self.greetings = []
        #: What callers signed in with.
        self.signed_in = []
        #: Every line that came in clear.
        self.in_clear = []
        #: What it took: (sender, recipients, message).
        self.taken = []
        #: Answers in place of its own, by the first word of a command; "." is the end of a text.
        self.answers = {}
        #: The first word of a command that it refuses the next time.
        self.refused_once = None
        #: Where it waits until it may go on, and that it does.
        self.waits_at, self.may_go_on, self.is_waiting = None, threading.Event(), threading.Event()
        #: Where it hangs up without an answer.
        self.hangs_up = None

    @property
    def address(self):
        return "smtp://{}:{}".format(*self.server_address)


class Talk(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            self.talk()

    def talk(self):
        self.say("220 relay.example.org ESMTP")
        sender, recipients, is_encrypted = None, [], False
        for line in iter(lambda: self.rfile.readline(), b""):
            words = line.decode().strip()
            if not is_encrypted:
                self.server.in_clear.append(words)
            command = words.split(" ")[0].upper()
            if self.server.waits_at == command:
                self.server.is_waiting.set()
                self.server.may_go_on.wait(60)
            if self.server.hangs_up == command:
                return
            if command == self.server.refused_once:
                self.server.refused_once = None
                self.say("451 later")
            elif command in self.server.answers:
                self.say(self.server.answers[command])
            elif command == "EHLO":
                self.server.greetings.append(words.partition(" ")[2])
                if self.server.certificate:
                    self.say("250-relay.example.org")
                    self.say("250 AUTH PLAIN" if is_encrypted else "250 STARTTLS")
                else:
                    self.say("250 relay.example.org")
            elif command == "STARTTLS" and self.server.certificate:
                self.say("220 go on")
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self.server.certificate)
                self.connection = context.wrap_socket(self.connection, server_side=True)
                self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
                is_encrypted = True
            elif command == "AUTH":
                if len(words.split(" ")) < 3:
                    self.say("334 ")
                    words += " " + self.rfile.readline().decode().strip()
                self.server.signed_in.append(base64.b64decode(words.split(" ")[-1]).decode().split("\0")[1:])
                self.say("235 welcome")
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


def certificate(path, host):
    """Writes a certificate that nobody has signed, for an address, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM))
    return path


@contextlib.contextmanager
def running(*arguments):
    with Relay(*arguments) as relay:
        thread = threading.Thread(target=relay.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield relay
        finally:
            relay.shutdown()
            thread.join()
