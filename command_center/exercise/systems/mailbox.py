"""A mail server on loopback for the exercise: takes every message and keeps it.

As much of SMTP (RFC 5321) as a sender needs; no relaying, no sign-in, no TLS, and nobody beyond
this machine can reach it.
"""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from dataclasses import dataclass
from email.message import EmailMessage

from command_center.exercise.systems.loopback import LoopbackServer

LONGEST_LINE = 1_000
LARGEST = 1024 * 1024
MOST_RECIPIENTS = 20
IDLE_S = 20.0


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as it came, with the envelope's own addresses."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def id(self) -> str:
        """Its Message-ID."""
        return str(self.message["Message-ID"])


class Mailbox(LoopbackServer):
    """`mails` are those that came first under their Message-ID; `repeated` counts the others."""

    def __init__(self) -> None:
        super().__init__("mailbox")
        self._lock = threading.Lock()
        self.mails: list[Mail] = []
        self.repeated = 0

    def _bind(self, address: tuple[str, int]) -> _Server:
        server = _Server(address, _Session)
        server.box = self
        return server

    def take(self, mail: Mail) -> None:
        with self._lock:
            if mail.id in {known.id for known in self.mails}:
                self.repeated += 1
            else:
                self.mails.append(mail)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    box: Mailbox


class _Session(socketserver.StreamRequestHandler):
    server: _Server
    timeout = IDLE_S

    def handle(self) -> None:
        self._sender: str | None = None
        self._recipients: list[str] = []
        self._say("220 exercise")
        try:
            while (line := self._line()) is not None:
                word, _, rest = line.partition(" ")
                if word.upper() == "QUIT":
                    self._say("221 bye")
                    return
                self._obey(word.upper(), rest)
        except (OSError, ValueError):
            return

    def _obey(self, word: str, rest: str) -> None:
        if word in ("EHLO", "HELO", "RSET", "NOOP"):
            self._sender, self._recipients = None, []
            self._say("250 ok")
        elif word == "MAIL":
            self._sender = _address(rest)
            self._say("250 ok")
        elif word == "RCPT" and self._sender is not None:
            self._add(_address(rest))
        elif word == "DATA" and self._recipients:
            self._take()
        else:
            self._say("503 not now")

    def _add(self, address: str) -> None:
        if not address or len(self._recipients) >= MOST_RECIPIENTS:
            self._say("550 no")
            return
        self._recipients.append(address)
        self._say("250 ok")

    def _take(self) -> None:
        self._say("354 go on")
        body = bytearray()
        while (line := self._raw()) not in (b".\r\n", b".\n"):
            if not line or len(body) > LARGEST:
                raise ValueError("cut off or too large")
            body += line[1:] if line.startswith(b".") else line
        mail = Mail(self._sender or "", tuple(self._recipients), bytes(body))
        self._sender, self._recipients = None, []
        self.server.box.take(mail)
        self._say("250 taken")

    def _line(self) -> str | None:
        raw = self._raw()
        return raw.decode("ascii", "replace").strip() if raw else None

    def _raw(self) -> bytes:
        line = self.rfile.readline(LONGEST_LINE + 1)
        if len(line) > LONGEST_LINE:
            raise ValueError("line too long")
        return line

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode("ascii"))


def _address(rest: str) -> str:
    """Between the angle brackets, "" for none."""
    _, _, after = rest.partition("<")
    inside, closed, _ = after.partition(">")
    return inside if closed else ""
