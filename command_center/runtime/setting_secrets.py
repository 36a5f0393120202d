"""Options that are secrets: kept in the keyring, asked for by the name of the option."""

from __future__ import annotations

from command_center.runtime import secrets


def has_secret(name: str, room: str) -> bool:
    """Whether the keyring has it. Waits for the keyring."""
    kept = secrets.relay_token(room) if name == "relay_token" else secrets.gateway_secret(room)
    return bool(kept)


def keep_secret(name: str, text: str, room: str) -> bool:
    """Whether there is a keyring that keeps it. Waits for the keyring."""
    if name == "relay_token":
        return secrets.keep_relay_token(text, room)
    return secrets.keep_gateway_secret(text, room)


def forget_secret(name: str, room: str) -> None:
    """Out of the keyring, if it was there. Waits for the keyring."""
    if name == "relay_token":
        secrets.forget_relay_token(room)
    else:
        secrets.forget_gateway_secret(room)
