"""Whether a text can be what an option wants, by the text alone: nothing here touches a disk."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import SplitResult, urlsplit

LONGEST = 500
MOST_HOSTS = 50
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_HEX = frozenset("0123456789abcdefABCDEF")
_MOST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Wrong:
    """`code` names the sentence, `allowed` fills it with what would do."""

    code: str
    allowed: Mapping[str, object] = field(default_factory=dict)


def one_line(text: str) -> Wrong | None:
    if len(text) > LONGEST:
        return Wrong("setting_too_long", {"limit": LONGEST})
    return None if text.isprintable() else Wrong("setting_unprintable")


def is_whole(number: int, low: int, high: int) -> Wrong | None:
    fits = low <= number <= high
    return None if fits else Wrong("setting_not_whole", {"low": low, "high": high})


def is_database(text: str) -> Wrong | None:
    """sqlite:///FILE, or a PostgreSQL server; its password is in the keyring or a pass file."""
    parts = _parts(text)
    scheme = parts.scheme if parts else ""
    file = scheme.startswith("sqlite") and text.startswith(f"{scheme}:///") and len(text) > 10
    server = scheme.startswith("postgresql") and bool(parts and parts.path.strip("/"))
    if parts is None or not (file or server):
        return Wrong("setting_not_database")
    return Wrong("setting_holds_password") if parts.password is not None else None


def is_web(text: str) -> Wrong | None:
    """http://HOST:PORT or https://HOST:PORT without a user."""
    parts = _parts(text)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        return Wrong("setting_not_web")
    return Wrong("setting_holds_password") if parts.username is not None else None


def is_release_source(text: str) -> Wrong | None:
    """https://HOST/PATH, http:// on this machine itself, or a folder by its whole path."""
    parts = _parts(text)
    if "://" not in text:
        return None if PurePath(text).is_absolute() else Wrong("setting_not_releases")
    if parts is None or not parts.hostname or parts.scheme not in {"http", "https"}:
        return Wrong("setting_not_releases")
    host = parts.hostname
    here = _is_number(host) and ipaddress.ip_address(host).is_loopback
    if parts.scheme == "http" and not here:
        return Wrong("setting_not_releases")
    return Wrong("setting_holds_password") if parts.username is not None else None


def are_hosts(text: str) -> Wrong | None:
    """Names or numbers of machines by comma, without scheme, port or path."""
    names = text.replace(",", " ").split()
    fit = len(names) <= MOST_HOSTS and all(_is_host(name) for name in names)
    return None if fit else Wrong("setting_not_hosts", {"limit": MOST_HOSTS})


def is_listen(text: str) -> Wrong | None:
    """NUMBER:PORT, the address of a network card of this machine."""
    host, _, port = text.rpartition(":")
    good = port.isascii() and port.isdecimal() and int(port[:9]) <= _MOST_PORT
    return None if good and _is_number(host.strip("[]")) else Wrong("setting_not_listen")


def hexadecimal(digits: int) -> Callable[[str], Wrong | None]:
    def form(text: str) -> Wrong | None:
        good = len(text) == digits and set(text) <= _HEX
        return None if good else Wrong("setting_not_hex", {"digits": digits})

    return form


def secret(least: int) -> Callable[[str], Wrong | None]:
    def form(text: str) -> Wrong | None:
        return None if len(text) >= least else Wrong("setting_secret_short", {"least": least})

    return form


def _parts(text: str) -> SplitResult | None:
    """None also where the port is none."""
    try:
        parts = urlsplit(text)
        return parts if parts.port is None or parts.port else None
    except ValueError:
        return None


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_host(name: str) -> bool:
    return _HOST.fullmatch(name) is not None or _is_number(name.strip("[]"))
