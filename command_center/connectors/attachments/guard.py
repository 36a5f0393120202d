"""Where a file may be fetched from: the open network, or the very server its source is."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import urllib3

from command_center.connectors.address import FetchFault

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """`address` is what is connected to: the name is not looked up again, so that it cannot mean
    another machine a moment later."""

    scheme: str
    host: str
    port: int
    path: str
    address: str

    @property
    def origin(self) -> tuple[str, int]:
        return self.host, self.port

    @property
    def named(self) -> str:
        """As the Host header says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Fence:
    """`homes` are the (host, port) the source itself is at, which may be anywhere; everything else
    must be on the open network. `loopback`: nothing but this machine, for an exercise."""

    homes: frozenset[tuple[str, int]]
    loopback: bool = False


def origin_of(url: str) -> tuple[str, int] | None:
    """(host, port) of an http(s) address, None of anything else."""
    try:
        scheme, host, port, _ = _parts(url)
    except FetchFault:
        return None
    return (host, port) if scheme in PORTS else None


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name; FetchFault if it has none now."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchFault("attachment_unreachable") from error
    except UnicodeError as error:
        raise FetchFault("attachment_bad_url") from error
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def target_of(url: str, fence: Fence, look_up: Resolve = resolve) -> Target:
    """What to connect to, or FetchFault: a bad address, or one within walls."""
    scheme, host, port, path = _parts(url)
    addresses = look_up(host, port)
    if not addresses:
        raise FetchFault("attachment_unreachable")
    at_home = (host, port) in fence.homes
    for text in addresses:
        _demand(text, at_home=at_home, loopback=fence.loopback)
    return Target(scheme, host, port, path, addresses[0])


def _parts(url: str) -> tuple[str, str, int, str]:
    if len(url) > LONGEST or any(ord(letter) <= 32 for letter in url):
        raise FetchFault("attachment_bad_url")
    try:
        parsed = urllib3.util.parse_url(url)
        uri = parsed.request_uri
    except (urllib3.exceptions.LocationParseError, ValueError) as error:
        raise FetchFault("attachment_bad_url") from error
    scheme, host = parsed.scheme or "", (parsed.host or "").strip("[]").lower()
    if scheme not in PORTS or not host or parsed.auth is not None or "%" in host:
        raise FetchFault("attachment_bad_url")
    return scheme, host, parsed.port or PORTS[scheme], uri


def _demand(text: str, *, at_home: bool, loopback: bool) -> None:
    try:
        every = list(_meanings(ipaddress.ip_address(text)))
    except ValueError as error:
        raise FetchFault("attachment_bad_url") from error
    inside = loopback and not all(address.is_loopback for address in every)
    if inside or not (at_home or all(_open(address) for address in every)):
        raise FetchFault("attachment_private_address")


def _meanings(address: Address) -> Iterator[Address]:
    """The address and those it carries inside: what a gateway would pass the connection on to."""
    yield address
    if isinstance(address, ipaddress.IPv4Address):
        return
    carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    yield from (each for each in carried if each is not None)


def _open(address: Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved
