"""Passwords live in the system's keyring, never in settings, addresses or the log."""

from __future__ import annotations

from contextlib import suppress

SERVICE = "pusat-komando"
RELAY = "relay"
SIGNING = "signing-key"
GATEWAY = "gateway"


def kept(service: str, name: str) -> str | None:
    """None if there is none or no keyring."""
    import keyring  # noqa: PLC0415 - a tenth of a second that a window without secrets need not wait
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        return keyring.get_password(service, name)
    except KeyringError:
        return None


def keep(service: str, name: str, secret: str) -> bool:
    """Whether there is a keyring that keeps it."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        keyring.set_password(service, name, secret)
    except KeyringError:
        return False
    return kept(service, name) == secret


def _forget(service: str, name: str) -> None:
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415

    with suppress(KeyringError):  # nothing was kept, or nothing can be
        keyring.delete_password(service, name)


def database_password(url: str, room: str = "live") -> str | None:
    """The password kept for a database address; None if there is none or no keyring. A pass file
    of the database's own client works without it."""
    return kept(f"{SERVICE}-{room}", url)


def keep_database_password(url: str, password: str, room: str = "live") -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-{room}", url, password)


def keyring_works() -> bool:
    """Whether this machine keeps a secret at all; what it is tried with is taken away again."""
    works = keep(f"{SERVICE}-trial", "trial", "trial")
    forget(f"{SERVICE}-trial", "trial")
    return works


def forget(service: str, name: str) -> None:
    """Nothing is kept under it any more, if there is a keyring."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415

    with suppress(KeyringError):
        keyring.delete_password(service, name)


def directory_key(name: str, room: str) -> str | None:
    """The key that the owner of a camera directory granted; None if there is none or no keyring."""
    return kept(f"{SERVICE}-{room}", f"directory:{name}")


def keep_directory_key(name: str, key: str, room: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-{room}", f"directory:{name}", key)


def keep_camera_password(user: str, host: str, port: int, password: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-camera", f"{user}@{host}:{port}", password)


def camera_password(user: str, host: str, port: int) -> str | None:
    """The password kept for a camera's control address; None if there is none or no keyring."""
    return kept(f"{SERVICE}-camera", f"{user}@{host}:{port}")


def keep_relay_token(token: str, room: str = "live") -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-{room}", RELAY, token)


def relay_token(room: str = "live") -> str | None:
    """What opens the room's relay; None if none was kept here or there is no keyring."""
    return kept(f"{SERVICE}-{room}", RELAY)


def forget_relay_token(room: str = "live") -> None:
    _forget(f"{SERVICE}-{room}", RELAY)


def signing_key(room: str) -> str | None:
    """What this machine signs the log's heads with; None if none was kept here or no keyring."""
    return kept(f"{SERVICE}-{room}", SIGNING)


def keep_signing_key(text: str, room: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-{room}", SIGNING, text)


def mail_password(user: str, host: str, room: str) -> str | None:
    """The password of the room's mail server; None if there is none or no keyring."""
    return kept(f"{SERVICE}-{room}", f"mail:{user}@{host}")


def keep_mail_password(user: str, host: str, room: str, password: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-{room}", f"mail:{user}@{host}", password)


def gateway_secret(room: str) -> str | None:
    """What the keys of sources are made of; None if none was kept here or there is no keyring."""
    return kept(f"{SERVICE}-{room}", GATEWAY)


def keep_gateway_secret(text: str, room: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-{room}", GATEWAY, text)


def forget_gateway_secret(room: str) -> None:
    _forget(f"{SERVICE}-{room}", GATEWAY)


def order_secret(host: str, key: str, room_id: str) -> str | None:
    """What the system behind a webhook of orders checks signatures with; None if none was given to
    this machine or there is no keyring."""
    return kept(f"{SERVICE}-orders", f"{room_id}:{host}:{key}")


def keep_order_secret(host: str, key: str, room_id: str, secret: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep(f"{SERVICE}-orders", f"{room_id}:{host}:{key}", secret)
