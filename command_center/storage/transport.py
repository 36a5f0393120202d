"""How the way to a PostgreSQL server is kept safe: what the connection is forced to be."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterator, Mapping
from typing import Any

from command_center.domain.errors import OperatorError

SAFE = "verify-full"
_DEFAULT_PORT = "5432"


def spelled_out(url: str) -> str:
    """Several hosts as libpq writes them (`//me@a:5432,b:5433/room`), as the parser reads them."""
    scheme, separator, rest = url.partition("://")
    place, slash, path = rest.partition("/")
    user, at, hosts = place.rpartition("@")
    if not separator or "," not in hosts:
        return url
    path, question, query = path.partition("?")
    given = [f"host={_with_port(host)}" for host in hosts.split(",")]
    joined = "&".join([*given, *([query] if question else [])])
    return f"{scheme}://{user}{at}/{path if slash else ''}?{joined}"


def _with_port(host: str) -> str:
    return host if host.rsplit("]", 1)[-1].count(":") == 1 else f"{host}:{_DEFAULT_PORT}"


def demands(arguments: Mapping[str, Any]) -> dict[str, str]:
    """What a connection with these arguments of libpq is forced to be. To any host but this one
    the server proves by its certificate that it is the one named; OperatorError
    ("database_tls_weak") where the URL asks for less."""
    forced: dict[str, str] = {}
    if str(arguments.get("host", "")).count(",") and "target_session_attrs" not in arguments:
        forced["target_session_attrs"] = "read-write"
    if all(map(_is_here, _hosts(arguments))):
        return forced
    asked = arguments.get("sslmode", SAFE)
    if asked != SAFE:
        raise OperatorError("database_tls_weak", sslmode=str(asked)[:40], needed=SAFE)
    return forced | {"sslmode": SAFE, "gssencmode": "disable"}


def _hosts(arguments: Mapping[str, Any]) -> Iterator[str]:
    """Wherever libpq would go; nowhere in particular is a socket of this machine."""
    for name, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR")):
        given = arguments.get(name) or os.environ.get(variable, "")
        yield from filter(None, str(given).split(","))
    if arguments.get("service") or os.environ.get("PGSERVICE"):
        yield "wherever the service is"


def _is_here(host: str) -> bool:
    if host.startswith(("/", "@")) or host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
