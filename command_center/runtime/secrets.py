"""Passwords live in the system's keyring, never in settings, addresses or the log."""

from __future__ import annotations

import keyring
from keyring.errors import KeyringError

SERVICE = "pusat-komando"
RELAY = "relay"
SIGNING = "signing-key"


def database_password(url: str, room: str = "live") -> str | None:
    """The password kept for a database address; None if there is none or no keyring. A pass file
    of the database's own client works without it."""
    try:
        return keyring.get_password(f"{SERVICE}-{room}", url)
    except KeyringError:
        return None


def directory_key(name: str, room: str) -> str | None:
    """The key that the owner of a camera directory granted; None if there is none or no keyring."""
    try:
        return keyring.get_password(f"{SERVICE}-{room}", f"directory:{name}")
    except KeyringError:
        return None


def keep_directory_key(name: str, key: str, room: str) -> bool:
    """Whether there is a keyring that keeps it."""
    try:
        keyring.set_password(f"{SERVICE}-{room}", f"directory:{name}", key)
        return keyring.get_password(f"{SERVICE}-{room}", f"directory:{name}") == key
    except KeyringError:
        return False


def keep_camera_password(user: str, host: str, port: int, password: str) -> bool:
    """Whether there is a keyring that keeps it."""
    try:
        keyring.set_password(f"{SERVICE}-camera", f"{user}@{host}:{port}", password)
    except KeyringError:
        return False
    return camera_password(user, host, port) == password


def camera_password(user: str, host: str, port: int) -> str | None:
    """The password kept for a camera's control address; None if there is none or no keyring."""
    try:
        return keyring.get_password(f"{SERVICE}-camera", f"{user}@{host}:{port}")
    except KeyringError:
        return None


def keep_relay_token(token: str) -> bool:
    """Whether there is a keyring that keeps it."""
    try:
        keyring.set_password(f"{SERVICE}-live", RELAY, token)
    except KeyringError:
        return False
    return relay_token() == token


def relay_token() -> str | None:
    """What opens the room's relay; None if none was kept here or there is no keyring."""
    try:
        return keyring.get_password(f"{SERVICE}-live", RELAY)
    except KeyringError:
        return None


def signing_key(room: str) -> str | None:
    """What this machine signs the log's heads with; None if none was kept here or no keyring."""
    try:
        return keyring.get_password(f"{SERVICE}-{room}", SIGNING)
    except KeyringError:
        return None


def keep_signing_key(text: str, room: str) -> bool:
    """Whether there is a keyring that keeps it."""
    try:
        keyring.set_password(f"{SERVICE}-{room}", SIGNING, text)
    except KeyringError:
        return False
    return signing_key(room) == text
