"""One line of time stamps over packets that came in several runs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from command_center.video.ring import KeptPacket

JUMP_S = 10.0
"""A camera whose stamps move further than this between two pictures has set its counter anew."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """Of one packet in the file, in ticks. `jumped`: they do not follow from the camera's own."""

    pts: int
    dts: int
    jumped: bool


class Restamper:
    """Counts from zero. Distances within a run are the camera's; between runs, and where it sends
    no stamps, they are by arrival."""

    def __init__(self, time_base: Fraction) -> None:
        self._base = time_base
        self._run: tuple[int, int] | None = None  # connection, and what is taken off its stamps
        self._last: KeptPacket | None = None
        self._last_dts = -1

    def stamp(self, packet: KeptPacket) -> Stamps:
        own = self._ticks(packet, packet.dts if packet.dts is not None else packet.pts)
        jumped = own is None or self._breaks(packet, own)
        if jumped:
            dts = self._by_arrival(packet)
            if own is not None:
                self._run = packet.connection.number, own - dts
        else:
            assert self._run is not None
            assert own is not None
            dts = max(self._last_dts + 1, own - self._run[1])
        shown = self._ticks(packet, packet.pts)
        behind = 0 if shown is None or own is None else max(0, shown - own)
        first = self._last is None
        self._last, self._last_dts = packet, dts
        return Stamps(dts + behind, dts, jumped and not first)

    def ticks(self, seconds: float) -> int:
        return round(seconds / self._base)

    def _breaks(self, packet: KeptPacket, own: int) -> bool:
        if self._run is None or self._last is None or self._run[0] != packet.connection.number:
            return True
        step = own - self._run[1] - self._last_dts
        silent_s = packet.arrived_s - self._last.arrived_s
        return step < 0 or step > self.ticks(max(JUMP_S, silent_s + JUMP_S))

    def _by_arrival(self, packet: KeptPacket) -> int:
        if self._last is None:
            return 0
        passed = self.ticks(packet.arrived_s - self._last.arrived_s)
        return self._last_dts + max(1, passed)

    def _ticks(self, packet: KeptPacket, stamp: int | None) -> int | None:
        if stamp is None:
            return None
        own = packet.connection.time_base
        return stamp if own == self._base else round(stamp * own / self._base)
