"""Where messages may go."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from command_center.connectors.deliver.fault import Fault
from command_center.domain.network import is_loopback


@dataclass(frozen=True, slots=True)
class Rules:
    """Where messages may go: https to `hosts` (none named: to any), and this machine itself.
    `loopback_only`: nothing of an exercise ever leaves the machine; `named_only`: with no host
    named, to none but this machine. `room` is its kind."""

    room: str
    hosts: frozenset[str] = frozenset()
    loopback_only: bool = False
    named_only: bool = False

    def against(self, url: str) -> Fault | None:
        """What forbids the address."""
        try:
            parts = urlsplit(url)
            host, named = (parts.hostname or "").lower(), bool(parts.username or parts.password)
        except ValueError:
            return Fault("delivery_bad_address")
        if not host or named or parts.scheme not in ("http", "https"):
            return Fault("delivery_bad_address")
        return self._refused(host, self._against_host(host, encrypted=parts.scheme == "https"))

    def against_host(self, host: str) -> Fault | None:
        """What forbids a connection of another kind than HTTP, which is encrypted unless it stays
        on this machine."""
        return self._refused(host, self._against_host(host.lower(), encrypted=True))

    def _refused(self, host: str, code: str) -> Fault | None:
        return Fault(code, params={"host": host[:80]}) if code else None

    def _against_host(self, host: str, *, encrypted: bool) -> str:
        if is_loopback(host):
            return ""
        if self.loopback_only:
            return "delivery_leaves_exercise"
        if not encrypted:
            return "delivery_not_https"
        unknown = host not in self.hosts and (self.named_only or bool(self.hosts))
        return "delivery_host_unknown" if unknown else ""
