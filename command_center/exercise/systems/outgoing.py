"""What a simulated system sends the room: a list the room reads, or posts with the system's key.
What could not be posted waits and goes out first the next time."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from command_center.contract.page import write_page
from command_center.contract.records import VERSION

_PAGE, _BATCH = 500, 100
_SETTLED = (200, 202, 422)
"""Each record of the batch was stored, known or refused with its reason; else it waits."""
Record = dict[str, Any]
Gate = Callable[[bytes, str], tuple[int, bytes]]
"""Posts (body, idempotency key) with the system's key: the status and the body of the answer."""


class Outgoing:
    """From any thread. `room` is the kind of room its records are meant for; `answers` counts what
    the gateway said of each record."""

    def __init__(self, room: str) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._posting = threading.Lock()
        self._records: list[Record] = []
        self._posted = 0
        self._gate: Gate | None = None
        self.answers: dict[str, str] = {}

    @property
    def ids(self) -> list[str]:
        """Of all records so far."""
        with self._lock:
            return [str(record["id"]) for record in self._records]

    @property
    def waiting(self) -> int:
        """How many are not posted yet."""
        with self._lock:
            return len(self._records) - self._posted

    def add(self, *records: Record) -> None:
        with self._lock:
            self._records += records

    def page(self, query: Mapping[str, Sequence[str]]) -> bytes:
        """As the room reads it: what comes after `after`."""
        after = query.get("after", [""])[0]
        start = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
        with self._lock:
            page = self._records[start : start + _PAGE]
            end = start + len(page)
            return write_page(page, str(end), more=end < len(self._records), room=self._room)

    def post_to(self, gate: Gate) -> None:
        self._gate = gate

    def flush(self) -> bool:
        """Post what waits; whether nothing waits any more. A gateway that is away keeps it."""
        with self._posting:
            while self.waiting:
                if not self._post_batch():
                    return False
            return True

    def _post_batch(self) -> bool:
        gate = self._gate
        with self._lock:
            batch = self._records[self._posted : self._posted + _BATCH]
        if gate is None or not batch:
            return False
        body = json.dumps({"contract": VERSION, "room": self._room, "records": batch}).encode()
        status, answer = gate(body, hashlib.sha256(body).hexdigest()[:40])
        if status not in _SETTLED:
            return False
        try:
            told = json.loads(answer).get("outcomes", [])
        except ValueError:
            return False
        self._heard(batch, told)
        return True

    def _heard(self, batch: Sequence[Record], outcomes: Sequence[Mapping[str, str]]) -> None:
        with self._lock:
            self._posted += len(batch)
            for record, told in zip(batch, outcomes, strict=False):
                self.answers[str(record["id"])] = str(told.get("outcome", ""))
