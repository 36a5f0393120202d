"""Referrals by e-mail: one message each, over TLS, told again under the same Message-ID.

Nothing from outside becomes a header but through one place that takes line ends out of it, and no
address that is not plainly one is ever given to a server.
"""

from __future__ import annotations

import hashlib
import re
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from command_center.commands.mail import check_server
from command_center.commands.referral import ADDRESS
from command_center.connectors.agency.mail_words import Head, body_of, subject_of
from command_center.connectors.deliver.fault import Fault
from command_center.domain.errors import OperatorError
from command_center.domain.mail import MailSecurity, MailServer
from command_center.domain.referral import Delivery

TIMEOUT_S = 15.0
SUBJECT_LONGEST = 200
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
# What a server says that means "not now", beside every 4xx: https://www.rfc-editor.org/rfc/rfc5321
_NOT_NOW = range(400, 500)


class Mailer:
    """Sends one delivery at a time; each has a connection of its own. From any one thread.

    `server` and `password` are asked each time: whoever sets them need not start anything anew.
    `only_loopback`: of an exercise, whose messages never leave this machine.
    """

    def __init__(
        self,
        server: Callable[[], MailServer | None],
        password: Callable[[MailServer], str | None],
        *,
        head: Head,
        only_loopback: bool = False,
    ) -> None:
        self._server = server
        self._password = password
        self._head = head
        self._only_loopback = only_loopback

    def send(self, delivery: Delivery, _url: str = "") -> Fault | None:
        """None once a server has taken responsibility for it."""
        server = self._server()
        if server is None:
            return Fault("mail_not_set")
        if not ADDRESS.fullmatch(delivery.reach):
            return Fault("mail_address_wrong", True, {"address": delivery.reach[:80]})
        try:
            check_server(server)
        except OperatorError as error:
            return Fault(error.code, False, {"host": server.host})
        if self._only_loopback and server.security is not MailSecurity.NONE:
            return Fault("mail_only_loopback", True, {"host": server.host})
        return self._post(server, message_of(delivery, server.sender, self._head))

    def _post(self, server: MailServer, message: EmailMessage) -> Fault | None:
        try:
            with self._connected(server) as connection:
                connection.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            code, final = _why(error)
            return Fault(code, final, {"host": server.host})
        return None

    def _connected(self, server: MailServer) -> smtplib.SMTP:
        """Signed in over a connection nobody else can read. smtplib's errors; OSError."""
        connection = _open(server)
        try:
            if server.security is MailSecurity.STARTTLS:
                connection.starttls(context=_trust(server))
            if server.user:
                connection.login(server.user, self._password(server) or "")
        except BaseException:
            connection.close()
            raise
        return connection


# By kind of error, the narrower ones first: (code, whether asking again changes nothing).
_WHY: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPAuthenticationError, "mail_login"),
    (smtplib.SMTPNotSupportedError, "mail_needs_tls"),
    (ssl.SSLError, "mail_tls"),
    (TimeoutError, "mail_timeout"),
    (smtplib.SMTPServerDisconnected, "mail_timeout"),
)


def _why(error: Exception) -> tuple[str, bool]:
    """(code, whether it is final)."""
    for kind, code in _WHY:
        if isinstance(error, kind):
            return code, False
    codes = []
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
    elif isinstance(error, smtplib.SMTPResponseException):
        codes = [error.smtp_code]
    if not codes:
        return "mail_unreachable", False
    later = any(code in _NOT_NOW for code in codes)
    return ("mail_later", False) if later else ("mail_refused", True)


def _open(server: MailServer) -> smtplib.SMTP:
    if server.security is MailSecurity.TLS:
        trust = _trust(server)
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=trust)
    return smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)


def _trust(server: MailServer) -> ssl.SSLContext:
    """The system's certificates and the room's own; the server must be who it says."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if server.ca_file:
        context.load_verify_locations(server.ca_file)
    return context


def message_of(delivery: Delivery, sender: str, head: Head) -> EmailMessage:
    """What leaves: the same bytes each time the same delivery is sent."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = delivery.reach
    message["Subject"] = _header(subject_of(delivery.body, head))
    message["Date"] = format_datetime(delivery.made_at)
    message["Message-ID"] = f"<{_token(delivery.id)}@{sender.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Pusat-Komando-Referral"] = _token(str(delivery.body.get("referral", "")))
    message.set_content(body_of(delivery.body, head))
    return message


def _token(id: str) -> str:
    """An id of ours as it is; of anything else a name that is as much its own."""
    plain = _ID.fullmatch(id) is not None
    return id if plain else hashlib.sha256(id.encode("utf-8", "replace")).hexdigest()


def _header(text: str) -> str:
    """One line of printable letters, whatever was typed."""
    flat = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(flat.split())[:SUBJECT_LONGEST]
