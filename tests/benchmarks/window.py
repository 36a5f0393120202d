"""The measured process: the real window over a room, told by its parent when to measure.

usage: python -m tests.benchmarks.window URL [--profile]

Prints "ready" when the window has been painted. A line with a number of seconds on its input
measures that long and prints one JSON object; the end of its input ends it.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import sys
import threading
import time
from dataclasses import asdict

import psutil
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.runtime.clock import LiveClock
from command_center.ui.application import application
from command_center.video.model import CameraState
from tests.benchmarks.lateness import Watch

SETTLE_S = 8.0
PROFILE_LINES = 60


class Orders(QObject):
    """Lines of standard input, as they come."""

    came = Signal(str)
    ended = Signal()

    def listen(self) -> None:
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())
        self.ended.emit()


class Bench(QObject):
    """Measures one stretch after another."""

    def __init__(self, desk: Desk, profile: bool) -> None:
        super().__init__()
        self._desk = desk
        self._profile = cProfile.Profile(time.thread_time) if profile else None
        self._process = psutil.Process(os.getpid())

    def measure(self, seconds: str) -> None:
        self._watch = Watch()
        self._cpu = time.process_time()
        if self._profile:
            self._profile.enable()
        QTimer.singleShot(int(float(seconds) * 1000), self._done)

    def _done(self) -> None:
        if self._profile:
            self._profile.disable()
            stats = pstats.Stats(self._profile, stream=sys.stderr)
            stats.sort_stats("cumulative").print_stats(PROFILE_LINES)
            stats.sort_stats("tottime").print_stats(PROFILE_LINES // 2)
        seen = asdict(self._watch.stop())
        seen["cpu"] = (time.process_time() - self._cpu) / seen["seconds"]
        seen["rss_mb"] = self._process.memory_info().rss / 2**20
        seen["playing"] = sum(
            self._desk.seat.engine.status(camera.id).state is CameraState.LIVE
            for camera in self._desk.seat.situation.all("camera")
        )
        seen["log"] = self._desk.seat.situation.seq
        say(json.dumps(seen))


def say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    app: QApplication = application()
    room = open_room(sys.argv[1], LiveClock(), RoomPlan())
    picture = Picture(None, 0.0, 1920, 1080, None, None)
    desk = open_desk(room, "bench", picture, PANELS, with_duty=True)
    desk.window.start()
    desk.window.resize(picture.width, picture.height)
    bench, orders = Bench(desk, "--profile" in sys.argv), Orders()
    orders.came.connect(bench.measure)
    orders.ended.connect(app.quit)
    QTimer.singleShot(int(SETTLE_S * 1000), lambda: say("ready"))
    orders.listen()
    app.exec()
    desk.window.close()
    desk.close()
    room.close()


if __name__ == "__main__":
    main()
