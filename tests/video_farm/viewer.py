"""Somebody who is sent each picture when it is due."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.video_farm.fault import FaultKind

if TYPE_CHECKING:
    from tests.video_farm.farm import Farm

BUFFER_MAX = 4_000_000


class Viewer:
    """`make(picture number, garbage)` gives what is sent. One who does not read loses pictures."""

    def __init__(
        self,
        farm: Farm,
        name: str,
        writer: asyncio.StreamWriter,
        make: Callable[[int, bool], bytes],
    ) -> None:
        self.name = name
        self.gone = asyncio.Event()
        self._farm = farm
        self._writer = writer
        self._make = make
        self._began_s = time.monotonic()

    def picture(self, number: int) -> bool:
        """Send picture `number`, or misbehave; False when the connection is gone."""
        from tests.video_farm.farm import reset

        if self._writer.is_closing():
            self.gone.set()
            return False
        fault = self._farm.fault(self.name, self._began_s)
        kind = fault.kind if fault else None
        if kind is FaultKind.KILL:
            reset(self._writer)
            self.gone.set()
            return False
        full = self._writer.transport.get_write_buffer_size() > BUFFER_MAX
        if kind is not FaultKind.STALL and not full:
            self._writer.write(self._make(number, kind is FaultKind.GARBAGE))
        return True
