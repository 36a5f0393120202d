"""What was heard before: signatures that came already, and answers to be given again."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from command_center.connectors.gateway.refusal import Refusal

WINDOW_S = 300
"""How far the time of a signature may be from the room's clock."""
MOST_ANSWERS, ANSWERS_BYTES = 2_000, 32 * 1024 * 1024
MOST_SIGNATURES = 400_000
Now = Callable[[], float]


class Signatures:
    """Each counts once while its time is within the window. `now` = seconds since 1970."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._young: set[str] = set()
        self._old: set[str] = set()
        self._turned_at = now()

    def demand_time(self, signed_at: str) -> None:
        if not signed_at.isascii() or not signed_at.isdecimal() or len(signed_at) > 12:
            raise Refusal(401, "signed_at_unreadable")
        if abs(int(signed_at) - self._now()) > WINDOW_S:
            raise Refusal(401, "signed_at_too_far", "the clock of one of us is wrong")

    def is_new(self, signature: str) -> bool:
        """And it is not any more. One is remembered for at least twice the window: as long as its
        time may be ahead of ours and then behind."""
        now = self._now()
        if now - self._turned_at > 2 * WINDOW_S or len(self._young) > MOST_SIGNATURES:
            self._young, self._old, self._turned_at = set(), self._young, now
        if signature in self._young or signature in self._old:
            return False
        self._young.add(signature)
        return True


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


class Answers:
    """By source and idempotency key; the oldest are forgotten first. Records that come again after
    that are known by their ids."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], tuple[str, Answer | None]] = OrderedDict()
        self._size = 0

    def begin(self, source_id: str, key: str, body: bytes) -> Answer | None:
        """The answer of the same request before, None: it begins now. Refusal if it is at work, or
        the key was another request's."""
        digest = hashlib.sha256(body).hexdigest()
        known = self._kept.get((source_id, key))
        if known is None:
            self._kept[source_id, key] = (digest, None)
            return None
        if known[0] != digest:
            raise Refusal(422, "idempotency_key_reused")
        if known[1] is None:
            raise Refusal(409, "request_at_work", wait_s=1)
        return known[1]

    def end(self, source_id: str, key: str, answer: Answer | None) -> None:
        """None: it came to nothing and may be tried again."""
        digest, _ = self._kept.pop((source_id, key))
        if answer is None:
            return
        self._kept[source_id, key] = (digest, answer)
        self._size += len(answer.body)
        while len(self._kept) > MOST_ANSWERS or self._size > ANSWERS_BYTES:
            oldest = next((k for k, (_, done) in self._kept.items() if done is not None), None)
            if oldest is None:
                return
            gone = self._kept.pop(oldest)[1]
            self._size -= len(gone.body) if gone else 0
