"""A camera in a relay: its readers, and what a new one of them begins with."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from command_center.video.model import Reason
from command_center.video.relay.feed import Feed, Header

GROUP_MAX = 16_000_000  # bytes since the last key picture, kept for who comes later
QUEUE_MAX = 4_000_000  # bytes a reader may be behind; then it is cut
HOLD_S = 0.8  # a failure is the answer to everybody for so long


@dataclass(eq=False)
class Reader:
    """A reader gets nothing before a key picture. `first` bytes it got to begin with; they may
    still wait."""

    writer: asyncio.StreamWriter
    over: asyncio.Event = field(default_factory=asyncio.Event)
    greeted: bool = False
    begun: bool = False
    first: int = 0

    def send(self, data: bytes, key: bool) -> None:
        self.begun = self.begun or (key and self.greeted)
        if not self.begun or self.writer.is_closing():
            return
        if self.writer.transport.get_write_buffer_size() > QUEUE_MAX + self.first:
            self.writer.transport.abort()
            self.over.set()
            return
        self.writer.write(data)


@dataclass(eq=False)
class Channel:
    """A camera that is read, who reads it, and all since its last key picture."""

    feed: Feed
    readers: set[Reader] = field(default_factory=set)
    header: Header | None = None
    reason: Reason | None = None
    over_s: float = 0.0
    decided: asyncio.Event = field(default_factory=asyncio.Event)
    group: list[bytes] = field(default_factory=list)
    size: int = 0
    leaving: asyncio.TimerHandle | None = None

    def sent(self, data: bytes, key: bool) -> None:
        if key:
            self.group, self.size = [], 0
        if self.size < GROUP_MAX:
            self.group.append(data)
            self.size += len(data)
        for reader in tuple(self.readers):
            reader.send(data, key)

    def is_good(self) -> bool:
        """Whether to ask it; a camera that failed is not asked by each of its readers at once."""
        return self.reason is None or time.monotonic() - self.over_s < HOLD_S

    def ended(self, reason: Reason) -> None:
        self.reason, self.over_s = reason, time.monotonic()
        self.decided.set()
        for reader in self.readers:
            reader.over.set()
