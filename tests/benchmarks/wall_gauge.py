"""Reads the number of each painted picture, and so how old it was when it was painted."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtGui import QPaintEvent

from command_center.ui.wall.canvas import WallCanvas
from command_center.video.model import Attention, CameraSpec, CameraState, CameraStatus
from command_center.video.process.client import RemoteEngine
from command_center.video.slot import Frame
from tests.benchmarks.lateness import rank
from tests.video_farm import barcode
from tests.video_farm.farm import STAGGER


@dataclass(frozen=True)
class Clock:
    """When the farm sends which picture."""

    began_s: float
    fps: int
    pictures: int

    def age_s(self, number: int, camera: int, now_s: float) -> float:
        """Since picture `number` of camera `camera` was sent, whole rounds of the clip aside."""
        sent_s = self.began_s + (number - STAGGER * camera) / self.fps
        whole_s = self.pictures / self.fps
        return (now_s - sent_s + 0.5) % whole_s - 0.5


@dataclass
class Seen:
    """Of one camera: `ages_s` when painted, `numbers` of the painted pictures."""

    first_s: float | None = None
    painted: int = 0
    ages_s: list[float] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    newest: tuple[Frame, float] | None = None
    read_s: float = 0.0


class GaugedSlot:
    """A slot that tells which frames were taken out of it."""

    def __init__(self, slot: Any, taken: Callable[[Frame], None]) -> None:
        self._slot, self._taken, self._sequence = slot, taken, 0

    @property
    def size(self) -> tuple[int, int]:
        return tuple(self._slot.size)

    def resize(self, width: int, height: int) -> None:
        self._slot.resize(width, height)

    def latest(self) -> Frame | None:
        frame: Frame | None = self._slot.latest()
        if frame is not None and frame.sequence != self._sequence:
            self._sequence = frame.sequence
            self._taken(frame)
        return frame


class GaugedEngine:
    """The engine, its slots gauged; `ranks` replaces what the wall attends to."""

    def __init__(self, engine: RemoteEngine, ranks: Mapping[str, Attention] | None) -> None:
        self.engine, self.ranks = engine, ranks
        self.seen: defaultdict[str, Seen] = defaultdict(Seen)
        self.spent_s = 0.0
        self._slots: dict[str, GaugedSlot] = {}
        self._waiting: list[tuple[str, Frame]] = []
        self.clock: Clock | None = None
        self.gap_s = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)

    def show(self, specs: Iterable[CameraSpec]) -> None:
        self.engine.show(specs)

    def attend(self, ranks: Mapping[str, Attention]) -> None:
        self.engine.attend(ranks if self.ranks is None else self.ranks)

    def slot(self, camera_id: str) -> GaugedSlot:
        if camera_id not in self._slots:
            inner = self.engine.slot(camera_id)
            self._slots[camera_id] = GaugedSlot(
                inner, lambda frame: self._waiting.append((camera_id, frame))
            )
        return self._slots[camera_id]

    def forget(self) -> None:
        """Begin anew, except for what was first."""
        for seen in self.seen.values():
            seen.painted, seen.ages_s, seen.numbers = 0, [], set()

    def painted(self) -> None:
        """What was taken since the last call is on the screen now."""
        now_s, began = time.monotonic(), time.thread_time()
        waiting, self._waiting = self._waiting, []
        for camera_id, frame in waiting:
            seen = self.seen[camera_id]
            seen.painted += 1
            if seen.first_s is None:
                seen.first_s = now_s
            seen.newest = frame, now_s
            if self.clock is not None and now_s - seen.read_s >= self.gap_s:
                seen.read_s = now_s
                age_s = self._age_s(camera_id, frame, now_s)
                if age_s is not None:
                    seen.ages_s.append(age_s)
        self.spent_s += time.thread_time() - began

    def _age_s(self, camera_id: str, frame: Frame, now_s: float) -> float | None:
        """Of a painted picture, by the number in it; None when it cannot be read."""
        assert self.clock is not None
        rows = max(1, frame.width // barcode.CELLS_WIDE + 1)
        pixels = np.frombuffer(frame.pixels, np.uint8, rows * frame.bytes_per_line)
        green = pixels.reshape(rows, frame.bytes_per_line)[:, 1 : 4 * frame.width : 4]
        number = barcode.read(green)
        if number is None:
            return None
        self.seen[camera_id].numbers.add(number)
        return self.clock.age_s(number, int(camera_id.rpartition("-")[2]), now_s)

    def lies(self) -> list[float]:
        """Seconds by which each tile that says it is live is older than it admits, now."""
        now_s = time.monotonic()
        found = []
        for camera_id, seen in self.seen.items():
            status: CameraStatus = self.engine.status(camera_id)
            if seen.newest is None or status.state is not CameraState.LIVE:
                continue
            frame, painted_s = seen.newest
            age_s = self._age_s(camera_id, frame, painted_s)
            if age_s is not None:
                claimed_s = max(status.last_picture_age_s or 0.0, status.expected_age_s)
                found.append(age_s + now_s - painted_s - claimed_s)
        return found


def hook_painting(gauge: GaugedEngine) -> None:
    """Tell the gauge whenever a wall has been painted; before the wall is made."""
    paint = WallCanvas.paintEvent

    def painted(canvas: WallCanvas, event: QPaintEvent) -> None:
        paint(canvas, event)
        gauge.painted()

    setattr(WallCanvas, "paintEvent", painted)  # noqa: B010 - mypy knows it by another name


def spread(values: Iterable[float]) -> dict[str, float]:
    """Percentiles of values, in thousandths of their unit."""
    ordered = sorted(1000 * value for value in values)
    if not ordered:
        return {"n": 0, "p50": 0.0, "p95": 0.0, "p99": 0.0, "max": 0.0}
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    return {"n": len(ordered), **{name: rank(ordered, share) for name, share in shares.items()}}
