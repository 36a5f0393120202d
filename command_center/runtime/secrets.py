"""Passwords live in the system's keyring, never in settings, addresses or the log."""

from __future__ import annotations

import keyring
from keyring.errors import KeyringError

SERVICE = "pusat-komando"


def database_password(url: str, room: str = "live") -> str | None:
    """The password kept for a database address; None if there is none or no keyring. A pass file
    of the database's own client works without it."""
    try:
        return keyring.get_password(f"{SERVICE}-{room}", url)
    except KeyringError:
        return None
