"""A real mail server on loopback, with TLS of its own and a list of what it took."""

from __future__ import annotations

import logging
import socket
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
# It warns of its own ways of doing things, and of clients that go away: here they do so on purpose.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


def make_certificate(folder: Path, host: str = HOST) -> Path:
    """A certificate for `host` and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{host}.pem"
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    pem = serialization.Encoding.PEM
    file.write_bytes(key.private_bytes(pem, form, plain) + certificate.public_bytes(pem))
    return file


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


class Mailbox:
    """Takes what it is sent, or answers what it is told to; `envelopes` as they came."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.encrypted: list[bool] = []
        self.says = "250 OK"
        self.refuses = ""

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.envelopes.append(envelope)
        self.encrypted.append(session.ssl is not None)
        return self.says


class MailServerThread:
    """`user` and `password` are asked for when they are given; without `certificate` no TLS."""

    def __init__(self, certificate: Path | None = None, user: str = "", password: str = "") -> None:
        self.box = Mailbox()
        trust = None
        if certificate is not None:
            trust = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            trust.load_cert_chain(certificate)

        def check(
            server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
        ) -> AuthResult:
            good = (data.login, data.password) == (user.encode(), password.encode())
            return AuthResult(success=good, handled=False)

        self._controller = Controller(
            self.box,
            hostname=HOST,
            port=free_port(),
            tls_context=trust,
            require_starttls=trust is not None,
            authenticator=check if user else None,
            auth_required=bool(user),
        )

    def start(self) -> int:
        """The port it listens on."""
        self._controller.start()
        return int(self._controller.port)

    def stop(self) -> None:
        """Also of one that has stopped."""
        if self._controller.server is not None:
            self._controller.stop()
