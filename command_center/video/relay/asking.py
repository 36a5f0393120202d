"""Asks a relay whether it is one, and knows the token of this machine."""

from __future__ import annotations

import base64
import ssl
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from command_center.video.ingest.trust import trust
from command_center.video.model import StreamError

ANSWER_S = 3.0
_NO_CAMERA = "/-.ts"
_UNAUTHORIZED, _NOT_FOUND = 401, 404


class RelayAnswer(StrEnum):
    """STRANGE is no relay of ours; UNTRUSTED nobody answers for that this machine believes."""

    GOOD = "good"
    SILENT = "silent"
    REFUSED = "refused"
    STRANGE = "strange"
    UNTRUSTED = "untrusted"


def ask_relay(address: str, token: str, authorities: str) -> RelayAnswer:
    """Asked for a camera that there is not: a relay that takes the token says so. Believed is what
    its pictures are: the machine's authorities and these (PEM). Seconds."""
    shown = base64.b64encode(f"relay:{token}".encode()).decode()
    try:
        connection = _line(address, authorities)
        try:
            connection.request("GET", _NO_CAMERA, headers={"Authorization": f"Basic {shown}"})
            status = connection.getresponse().status
        finally:
            connection.close()
    except (StreamError, ssl.SSLCertVerificationError):
        return RelayAnswer.UNTRUSTED
    except (ssl.SSLError, HTTPException):
        return RelayAnswer.STRANGE
    except OSError:
        return RelayAnswer.SILENT
    except ValueError:
        return RelayAnswer.STRANGE
    known = {_NOT_FOUND: RelayAnswer.GOOD, _UNAUTHORIZED: RelayAnswer.REFUSED}
    return known.get(status, RelayAnswer.STRANGE)


def _line(address: str, authorities: str) -> HTTPConnection:
    """Opened when it is asked."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme != "https":
        return HTTPConnection(host, parts.port, timeout=ANSWER_S)
    return HTTPSConnection(host, parts.port, timeout=ANSWER_S, context=trust(authorities))
