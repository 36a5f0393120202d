"""Where messages may go."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from command_center.connectors.deliver.fault import Fault
from command_center.domain.network import is_loopback


@dataclass(frozen=True, slots=True)
class Rules:
    """Where messages may go: https to `hosts` (none named: to any), and this machine itself.
    `loopback_only`: nothing of an exercise ever leaves the machine. `room` is its kind."""

    room: str
    hosts: frozenset[str] = frozenset()
    loopback_only: bool = False

    def against(self, url: str) -> Fault | None:
        """What forbids the address."""
        try:
            parts = urlsplit(url)
            host, named = (parts.hostname or "").lower(), bool(parts.username or parts.password)
        except ValueError:
            return Fault("delivery_bad_address")
        if not host or named or parts.scheme not in ("http", "https"):
            return Fault("delivery_bad_address")
        code = "" if is_loopback(host) else self._against_host(host, parts.scheme)
        return Fault(code, params={"host": host[:80]}) if code else None

    def _against_host(self, host: str, scheme: str) -> str:
        if self.loopback_only:
            return "delivery_leaves_exercise"
        if scheme != "https":
            return "delivery_not_https"
        return "delivery_host_unknown" if self.hosts and host not in self.hosts else ""
