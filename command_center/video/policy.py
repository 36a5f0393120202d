"""Which addresses a camera stream may come from; asked again for every redirect and segment."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, unquote, urlsplit

from command_center.video.model import Reason, StreamError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolver = Callable[[str, int], list[str]]
PORTS = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443}
URL_MAX = 2048
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))


@dataclass(frozen=True)
class Endpoint:
    """An admitted address: names are resolved once and `address` is what gets connected to."""

    scheme: str
    host: str
    port: int
    address: str
    target: str = field(repr=False)  # path and query
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        """Whom credentials may be shown to."""
        return self.scheme, self.host, self.port


def resolve(host: str, port: int) -> list[str]:
    """Addresses of a name; waits for the resolver.

    Raises:
        OSError: the name has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


@dataclass(frozen=True)
class StreamPolicy:
    """Allowed schemes, host names and networks.

    A name must be listed; what it resolves to may be any ordinary address, but loopback,
    link-local and the like only where `networks` has them. A literal must be listed or lie in
    `networks`. `authorities` are certificates (PEM) believed beside the machine's own, so that
    a server can be verified which leaves out its intermediate one. Hosts in `on_demand` send
    only after their owner was asked: what they do not have is not started rather than gone.
    `relay` (http://relay:TOKEN@HOST:PORT, "" for none) is asked for every camera first.
    """

    hosts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()
    schemes: frozenset[str] = frozenset(PORTS)
    resolver: Resolver = resolve
    authorities: str = field(default="", repr=False)
    on_demand: frozenset[str] = frozenset()
    relay: str = field(default="", repr=False)

    @classmethod
    def loopback_only(cls) -> Self:
        """The exercise room: nothing leaves this machine."""
        return cls(frozenset({"localhost"}), LOOPBACK)

    @classmethod
    def for_hosts(cls, hosts: Iterable[str], networks: Iterable[str] = ()) -> Self:
        """The live room: the hosts of the registered cameras and the camera networks.

        Raises:
            ValueError: a network that is none.
        """
        ranges = tuple(ipaddress.ip_network(network) for network in networks)
        return cls(frozenset(host.lower().rstrip(".") for host in hosts), ranges)

    def admit(self, url: str) -> Endpoint:
        """The endpoint behind `url`; resolves names, so owner threads only.

        Raises:
            StreamError: UNSUPPORTED scheme or form, BLOCKED_HOST, UNRESOLVABLE.
        """
        parts = self._split(url)
        host = (parts.hostname or "").lower().rstrip(".")
        port = parts.port or PORTS[parts.scheme]
        literal = _literal(host)
        if literal is None:
            if host not in self.hosts:
                raise StreamError(Reason.BLOCKED_HOST)
            address = self._resolved(host, port)
        else:
            if host not in self.hosts and not self._in_networks(literal):
                raise StreamError(Reason.BLOCKED_HOST)
            address = str(literal)
        query = f"?{parts.query}" if parts.query else ""
        return Endpoint(
            parts.scheme,
            host,
            port,
            address,
            (parts.path or "/") + query,
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )

    def _split(self, url: str) -> SplitResult:
        if len(url) > URL_MAX or "\\" in url or any(ord(c) <= 32 or ord(c) >= 127 for c in url):
            raise StreamError(Reason.UNSUPPORTED)
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise StreamError(Reason.UNSUPPORTED) from None
        if parts.scheme not in self.schemes or not parts.hostname or port == 0:
            raise StreamError(Reason.UNSUPPORTED)
        return parts

    def _resolved(self, host: str, port: int) -> str:
        try:
            found = [_literal(text) for text in self.resolver(host, port)]
        except (OSError, UnicodeError):
            raise StreamError(Reason.UNRESOLVABLE) from None
        addresses = [address for address in found if address is not None]
        if not addresses:
            raise StreamError(Reason.UNRESOLVABLE)
        if any(_is_special(a) and not self._in_networks(a) for a in addresses):
            raise StreamError(Reason.BLOCKED_HOST)
        return str(min(addresses, key=lambda address: address.version))

    def _in_networks(self, address: Address) -> bool:
        return any(address in network for network in self.networks)


def _literal(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _is_special(address: Address) -> bool:
    return (
        address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_unspecified
        or address.is_reserved
    )
