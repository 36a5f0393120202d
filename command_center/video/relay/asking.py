"""Asks a relay whether it is one, and knows the token of this machine."""

from __future__ import annotations

import base64
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

ANSWER_S = 3.0
_NO_CAMERA = "/-.ts"
_UNAUTHORIZED, _NOT_FOUND = 401, 404


class RelayAnswer(StrEnum):
    """STRANGE is no relay of ours."""

    GOOD = "good"
    SILENT = "silent"
    REFUSED = "refused"
    STRANGE = "strange"


def ask_relay(address: str, token: str) -> RelayAnswer:
    """Asked for a camera that there is not: a relay that takes the token says so. Seconds."""
    parts = urlsplit(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    shown = base64.b64encode(f"relay:{token}".encode()).decode()
    try:
        connection = kind(parts.hostname or "", parts.port, timeout=ANSWER_S)
        try:
            connection.request("GET", _NO_CAMERA, headers={"Authorization": f"Basic {shown}"})
            status = connection.getresponse().status
        finally:
            connection.close()
    except OSError:
        return RelayAnswer.SILENT
    except (HTTPException, ValueError):
        return RelayAnswer.STRANGE
    known = {_NOT_FOUND: RelayAnswer.GOOD, _UNAUTHORIZED: RelayAnswer.REFUSED}
    return known.get(status, RelayAnswer.STRANGE)
