"""The camera process: draws and encodes what is watched, obeys the room over a pipe.

A camera that nobody has asked for within IDLE_S is neither drawn nor encoded.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection

import cv2

from command_center.exercise.cameras.burn_in import WIB
from command_center.exercise.cameras.catalogue import CameraSpec
from command_center.exercise.cameras.encode import CLOCK, FPS, JpegSlot, SegmentRing
from command_center.exercise.cameras.lens import U8
from command_center.exercise.cameras.light import Light, light_at
from command_center.exercise.cameras.scenes import Scene
from command_center.exercise.cameras.serve import CameraServer, Channel, serve
from command_center.exercise.cameras.situations import Situation
from command_center.exercise.cameras.streets import STREETS
from command_center.runtime.clock import SteeredClock
from command_center.runtime.priority import stand_back

IDLE_S = 20.0
LATE_S = 0.5
LIGHT_CHECK_S = 20.0


@dataclass
class Live:
    """One camera at work."""

    spec: CameraSpec
    scene: Scene
    output: SegmentRing | JpegSlot
    due: float
    fault: str = ""
    asked: float = -1e9
    fineness: int = 0
    """Supersampling of the backdrop in use, 0 none yet."""
    running: bool = False
    last: U8 | None = field(default=None, repr=False)

    def watched(self) -> None:
        self.asked = time.monotonic()

    @property
    def wanted(self) -> bool:
        return time.monotonic() - self.asked < IDLE_S


def _turn_of(live: Live) -> tuple[int, bool]:
    """Who is painted next; viewers of HLS have more patience for a first answer."""
    return live.fineness if live.wanted else 3, live.spec.kind == "hls"


class Studio:
    """All cameras of the process; `control` runs beside the loop of `run`."""

    def __init__(
        self, specs: tuple[CameraSpec, ...], seed: int, offset_s: float, light: Light | None
    ) -> None:
        self.offset = timedelta(seconds=offset_s)
        self.clock = SteeredClock(self.sent_at(), 1.0)
        self.fixed_light = light
        self.light = light or light_at(self.now().astimezone(WIB))
        self.began = time.monotonic()
        self.lives = {
            spec.id: Live(
                spec,
                Scene(STREETS[spec.scene](), spec.id, spec.name, seed * 1009 + index),
                SegmentRing() if spec.kind == "hls" else JpegSlot(),
                self.began + index / len(specs) / FPS,
            )
            for index, spec in enumerate(specs)
        }
        channels: dict[str, Channel] = {**self.lives}
        self.server: CameraServer = serve(channels)
        self.stopping = threading.Event()

    def now(self) -> datetime:
        """What is burnt into the pictures: the exercise's time, which may stand or hurry."""
        return self.clock.now()

    def sent_at(self) -> datetime:
        """What the stream says of itself: it goes on while the exercise stands."""
        return datetime.now(UTC) + self.offset

    def run(self) -> None:
        """Frame after frame until told to stop."""
        while not self.stopping.is_set():
            soonest = min(live.due for live in self.lives.values())
            wait = soonest - time.monotonic()
            if wait > 0:
                self.stopping.wait(wait)
            for live in self.lives.values():
                if live.due <= time.monotonic():
                    self._turn(live)
        self.server.closing.set()
        self.server.shutdown()

    def _turn(self, live: Live) -> None:
        due = live.due
        live.due += 1 / FPS
        behind = time.monotonic() - due
        if behind > LATE_S:
            live.due += int(behind * FPS) / FPS
        if not (live.wanted and live.fineness and self.server.plugged):
            if live.running:
                live.output.forget()
                live.running = False
            return
        live.running = True
        if live.fault != "freeze" or live.last is None:
            live.last = live.scene.frame(self.now())
        live.output.add(live.last, round((due - self.began) * CLOCK), self.sent_at())

    def paint(self) -> None:
        """Draw backdrops: what is watched first, coarse before fine."""
        checked = time.monotonic()
        while not self.stopping.is_set():
            if time.monotonic() - checked > LIGHT_CHECK_S and self.fixed_light is None:
                checked = time.monotonic()
                self._set_light(light_at(self.now().astimezone(WIB)))
            open_work = [live for live in self.lives.values() if live.fineness < 2]
            if not open_work:
                self.stopping.wait(0.1)
                continue
            live = min(open_work, key=_turn_of)
            if not live.wanted and live.fineness:
                self.stopping.wait(0.1)
                continue
            target, began = (1 if live.fineness == 0 else 2), time.thread_time()
            live.scene.use(live.scene.prepare(self.light, target))
            live.fineness = target if live.fineness >= 0 else 1
            if target > 1:
                # Who waits for a finer picture has one: the frames of the others go first.
                self.stopping.wait(2 * (time.thread_time() - began))

    def _set_light(self, light: Light) -> None:
        if light is not self.light:
            self.light = light
            for live in self.lives.values():
                live.fineness = min(live.fineness, 1)

    def control(self, pipe: Connection) -> None:
        """Obey the room; its end, also by death, ends this process."""
        try:
            while True:
                order = pipe.recv()
                if order[0] == "stop":
                    break
                self._obey(order)
        except (EOFError, OSError):
            os._exit(0)
        self.stopping.set()

    def _obey(self, order: tuple[object, ...]) -> None:
        kind = order[0]
        if kind == "plug":
            self.server.plugged = bool(order[1])
            return
        if kind == "clock":
            at = datetime.fromisoformat(str(order[1]))
            self.clock = SteeredClock(at, float(str(order[2])))
            return
        if kind == "light":
            self.fixed_light = Light(str(order[1])) if order[1] else None
            self._set_light(self.fixed_light or light_at(self.now().astimezone(WIB)))
            return
        live = self.lives[str(order[1])]
        if kind == "fault":
            live.fault = str(order[2])
        elif kind == "situation":
            what = Situation(str(order[2]))
            live.scene.tell(what, float(str(order[3])))
            if what in (Situation.RAIN, Situation.FLOOD, Situation.CLEAR):
                live.fineness = min(live.fineness, 1)


def main(
    pipe: Connection,
    specs: tuple[CameraSpec, ...],
    seed: int,
    offset_s: float,
    light: Light | None,
) -> None:
    """Entry of the process; answers with the port once it can be asked."""
    stand_back()
    cv2.setNumThreads(1)
    studio = Studio(specs, seed, offset_s, light)
    pipe.send(studio.server.port)
    threading.Thread(
        target=studio.control, args=(pipe,), daemon=True, name="camera-control"
    ).start()
    threading.Thread(target=studio.paint, daemon=True, name="camera-paint").start()
    studio.run()
    os._exit(0)
