"""The certificate and the key that the gateway shows, or which of the two files is at fault."""

from __future__ import annotations

import ssl
from pathlib import Path

from command_center.domain.errors import OperatorError

# a key of the same kind, and of another: no certificate of that kind has been given yet
_NOT_A_PAIR = frozenset({"KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "NO_CERTIFICATE_ASSIGNED"})


def context_of(certificate: str, key: str = "") -> ssl.SSLContext:
    """TLS 1.2 or newer with two PEM files; `key` "" is in the certificate's. OperatorError names
    the file that is missing, unreadable, of another kind, or closed by a password."""
    key = key or certificate
    for file in (certificate, key):
        _demand_readable(file)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # without a password given, OpenSSL asks for one at the terminal and waits
        context.load_cert_chain(certificate, key, password="")
    except (ssl.SSLError, ValueError) as error:
        raise _fault(error, certificate, key) from error
    return context


def _demand_readable(file: str) -> None:
    try:
        with Path(file).open("rb") as opened:
            opened.read(1)
    except (OSError, ValueError) as error:
        raise OperatorError("gateway_file_unreadable", file=file) from error


def _fault(error: Exception, certificate: str, key: str) -> OperatorError:
    if isinstance(error, ssl.SSLError) and error.reason in _NOT_A_PAIR:
        return OperatorError("gateway_key_other", certificate=certificate, key=key)
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(certificate)
    except ssl.SSLError:
        return OperatorError("gateway_certificate", file=certificate)
    return OperatorError("gateway_key", file=key)
