"""Which of the time that was asked for is not in a clip, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from command_center.video.ring import KeptPacket

SILENT_S = 5.0
"""Longer without a packet is a gap, unless the camera usually sends that seldom."""
SELDOM = 3.0


class Missing(StrEnum):
    """Why."""

    DISK = "disk_full"
    REFUSED = "packet_refused"  # the container does not take what the camera sends
    STOPPED = "program_ended"
    BEHIND = "recorder_behind"
    CONNECTION = "connection_lost"
    STREAM = "stream_changed"  # from the small stream to the main one, or its size changed
    SILENT = "camera_silent"
    BEFORE = "not_in_memory"  # asked for from before the camera was watched


@dataclass(frozen=True, slots=True)
class Span:
    """By the engine's clock, seconds."""

    from_s: float
    to_s: float
    why: Missing


class Gaps:
    """Told of every packet that is written."""

    def __init__(self, wanted_s: float, end_s: float) -> None:
        self._wanted_s, self._end_s = wanted_s, end_s
        self._spans: list[Span] = []
        self._last: KeptPacket | None = None
        self._count = 0
        self._steps_s = 0.0
        self._ended = False

    def packet(self, packet: KeptPacket, *, behind: bool) -> None:
        """`behind`: the recorder was too slow for what came before it."""
        last = self._last
        if last is None:
            if packet.arrived_s - self._wanted_s > 1.0:
                self._add(self._wanted_s, packet.arrived_s, Missing.BEFORE)
        elif packet.connection.number != last.connection.number:
            same = packet.connection.continues(last.connection)
            why = Missing.CONNECTION if same else Missing.STREAM
            self._add(last.arrived_s, packet.arrived_s, why)
        elif behind:
            self._add(last.arrived_s, packet.arrived_s, Missing.BEHIND)
        else:
            step_s = packet.arrived_s - last.arrived_s
            if step_s > self._patience_s:
                self._add(last.arrived_s, packet.arrived_s, Missing.SILENT)
            else:
                self._steps_s += step_s
                self._count += 1
        self._last = packet

    def ended(self, at_s: float, why: Missing) -> None:
        """Nothing is written from here on."""
        self._add(at_s, self._end_s, why)
        self._ended = True

    def found(self, last_s: float) -> list[Span]:
        """The gravest first; `last_s` is when the last packet arrived that is kept."""
        if not self._ended and self._end_s - last_s > self._patience_s:
            self._add(last_s, self._end_s, Missing.SILENT)
        order = list(Missing)
        return sorted(self._spans, key=lambda span: (order.index(span.why), span.from_s))

    @property
    def _patience_s(self) -> float:
        usual_s = self._steps_s / self._count if self._count else 0.0
        return max(SILENT_S, SELDOM * usual_s)

    def _add(self, from_s: float, to_s: float, why: Missing) -> None:
        self._spans.append(Span(from_s, max(from_s, to_s), why))
