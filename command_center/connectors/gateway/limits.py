"""How much the gateway takes, of whom, and how long it waits for it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from command_center.connectors.gateway.refusal import Refusal

HEAD_S = 10.0
"""From the first byte of a request to the end of its head."""
BODY_S, STILL_S = 20.0, 5.0
"""From there to the end of its body; and how long it may stand still in the meantime."""
SEND_S = 20.0
"""Until an answer that waits for its reader is given up."""
IDLE_S = 15
HEAD_BYTES = 16 * 1024
CONNECTIONS, CONNECTIONS_OF_ONE = 256, 64
BODIES_BYTES, OF_SOURCE_BYTES, OF_ADDRESS_BYTES = (mib * 1024 * 1024 for mib in (64, 24, 16))
"""Of all requests together at a time, of those in the name of one source, and of those from one
address; what is more is asked to come again. Whoever uses a source's name from elsewhere cannot
sign, and leaves the source the rest of its share."""
RECORDS_PER_S, RECORDS_BURST = 1000.0, 10_000.0
"""Of one source."""
STRANGERS_PER_S, STRANGERS_BURST = 2.0, 20.0
"""Requests of one address that nobody known had signed."""
MOST_KEPT = 5_000
Now = Callable[[], float]


class Buckets:
    """A leaky bucket for each name: `take` says how many seconds are missing, 0.0 = taken."""

    def __init__(self, per_s: float, burst: float, now: Now = time.monotonic) -> None:
        self._per_s = per_s
        self._burst = burst
        self._now = now
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, name: str, amount: float) -> float:
        left, now = self._filled(name), self._now()
        if left < amount:
            self._left[name] = (left, now)
            return (amount - left) / self._per_s
        self._left[name] = (left - amount, now)
        return 0.0

    def missing(self, name: str) -> float:
        """What `take` of one would say."""
        return max(0.0, 1.0 - self._filled(name)) / self._per_s

    def _filled(self, name: str) -> float:
        if len(self._left) > MOST_KEPT:
            self._forget()
        left, at = self._left.get(name, (self._burst, self._now()))
        return min(self._burst, left + (self._now() - at) * self._per_s)

    def _forget(self) -> None:
        """Whoever is full again need not be known; among too many others, the oldest go, too."""
        now, full_s = self._now(), self._burst / self._per_s
        kept = [(name, one) for name, one in self._left.items() if now - one[1] < full_s]
        self._left = dict(kept[-MOST_KEPT // 2 :])


def due_s(received: int, size: int) -> float:
    """When more of a body must have come, or all: of who sends evenly, what is done in `BODY_S` is
    never cut off; of who has stopped, no more is waited for than `STILL_S`."""
    return STILL_S + (BODY_S - STILL_S) * min(1.0, received / max(1, size))


class Room:
    """Bytes of bodies at a time, of all and of one source or address. Used by one thread."""

    def __init__(self, most: int = BODIES_BYTES) -> None:
        self._left = most
        self._held: Counter[str] = Counter()

    @contextmanager
    def hold(self, size: int, source_id: str, address: str) -> Iterator[None]:
        """`address` "" = that of whoever passes on what others send, and has no share."""
        shares = {f"source {source_id}": OF_SOURCE_BYTES}
        if address:
            shares[f"address {address}"] = OF_ADDRESS_BYTES
        if any(self._held[who] + size > share for who, share in shares.items()):
            raise Refusal(429, "too_much_at_once", wait_s=1)
        if size > self._left:
            raise Refusal(503, "gateway_full", wait_s=1)
        self._take(size, shares)
        try:
            yield
        finally:
            self._take(-size, shares)

    def _take(self, size: int, shares: Iterable[str]) -> None:
        self._left -= size
        for who in shares:
            self._held[who] += size
            if not self._held[who]:
                del self._held[who]
