"""The measured wall: the real panel and engine over cameras of a farm, told by its parent.

Not to be run with `-m`: the video process would load what this one loads. Its first line of
input is the plan, an answer follows when the cameras are shown; every further line is an order,
answered by one JSON object. The end of its input ends it.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject, QTimer, Signal

from command_center.domain.room import Camera
from command_center.ui.application import application
from command_center.ui.heartbeat import Heartbeat
from command_center.ui.wall.panel import WallPanel
from command_center.video.model import Attention, CameraState, ClipRequest
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from tests.benchmarks.lateness import Watch
from tests.benchmarks.wall_gauge import Clock, GaugedEngine, hook_painting, spread
from tests.ui.seats import make_desk

SIZE = (1920, 1080)
BOOT_S = 30.0
LOOK_MS = 10


def camera(number: int, url: str) -> Camera:
    label = f"cam-{number}"
    return Camera(label, 1, f"CAM-{number:03}", "Simpang", url, "", "", None, None, True)


class Bench(QObject):
    """Does what the parent asks, on the GUI thread."""

    came = Signal(str)
    ended = Signal()

    def __init__(self, plan: dict[str, Any], folder: Path) -> None:
        super().__init__()
        ranks = plan.get("ranks")
        attention = None
        if ranks is not None:
            attention = {f"cam-{n}": Attention(rank) for n, rank in enumerate(ranks)}
        began = time.monotonic()
        self.engine = RemoteEngine(StreamPolicy.loopback_only(), budget_cores=plan["budget"])
        while not self.engine.cost().resident_bytes:
            assert time.monotonic() - began < BOOT_S, "the video process does not start"
            time.sleep(0.01)
        self.boot_s = time.monotonic() - began
        self.gauge = GaugedEngine(self.engine, attention)
        self.gauge.clock = Clock(*plan["clock"]) if plan.get("clock") else None
        self.gauge.gap_s = plan["gap_s"]
        hook_painting(self.gauge)
        rows = [camera(n, url) for n, url in enumerate(plan["urls"])]
        self.ids = [row.id for row in rows]
        self.desk = make_desk(rows, datetime.now(UTC), folder)
        self.desk.seat.engine.close(1.0)
        self.seat = dataclasses.replace(self.desk.seat, engine=self.gauge)
        self.video = psutil.Process(self.engine.pid)
        self.bare_mb = self._video_mb()
        self.window = psutil.Process(os.getpid())
        self.transitions: list[tuple[float, str, str, str]] = []
        self._states: dict[str, tuple[str, str]] = {}
        self.lies_s: list[float] = []

    def show(self, shape: str) -> dict[str, Any]:
        self.panel = WallPanel(self.seat)
        self.panel.resize(*SIZE)
        shown_s = time.monotonic()
        self.panel.show()
        self.panel.board.use_shape(shape)
        self.heartbeat = Heartbeat(self.seat.engine, self)
        self._looker = QTimer(self)
        self._looker.timeout.connect(self._look)
        self._looker.start(LOOK_MS)
        return {"shown_s": shown_s, "video_pid": self.engine.pid, "boot_s": self.boot_s}

    def _look(self) -> None:
        now_s = time.monotonic()
        for id in self.ids:
            status = self.engine.status(id)
            state = (status.state.value, status.reason.value if status.reason else "")
            if self._states.get(id) != state:
                self._states[id] = state
                self.transitions.append((now_s, id, *state))

    # --- orders --------------------------------------------------------------------------------

    def measure(self, seconds: float, answer: Callable[[dict[str, Any]], None]) -> None:
        self._looker.stop()
        self.gauge.forget()
        self.lies_s = []
        liar = QTimer(self)
        liar.timeout.connect(self._ask_for_lies)
        if self.gauge.clock is not None:
            liar.start(500)
        watch, spent_s = Watch(), self.gauge.spent_s
        began_s, cpu = time.monotonic(), self._cpu()

        def done() -> None:
            took_s = time.monotonic() - began_s
            used = [after - before for after, before in zip(self._cpu(), cpu, strict=True)]
            used[0] -= self.gauge.spent_s - spent_s
            liar.stop()
            said = {"lag": dataclasses.asdict(watch.stop()), "seconds": took_s}
            said |= {"window_cores": used[0] / took_s, "video_cores": used[1] / took_s}
            answer(said | self._summary(took_s))
            self._looker.start(LOOK_MS)

        QTimer.singleShot(int(seconds * 1000), done)

    def _ask_for_lies(self) -> None:
        self.lies_s += self.gauge.lies()

    def _summary(self, took_s: float) -> dict[str, Any]:
        seen = self.gauge.seen
        statuses = {id: self.engine.status(id) for id in self.ids}
        levels = {id: s.level.value if s.level else "" for id, s in statuses.items()}
        full = [id for id in self.ids if levels[id] in ("full", "half")]
        return {
            "latency_ms": spread(age for one in seen.values() for age in one.ages_s),
            "full_latency_ms": spread(age for id in full for age in seen[id].ages_s),
            "fps": {id: seen[id].painted / took_s for id in self.ids},
            "distinct_fps": {id: len(seen[id].numbers) / took_s for id in self.ids},
            "levels": levels,
            "live": sum(s.state is CameraState.LIVE for s in statuses.values()),
            "lies_ms": spread(self.lies_s),
            "said_live": len(self.lies_s),
            "lied": sum(lie > 1.0 for lie in self.lies_s),
            "video_mb": self._video_mb(),
            "pictures_mb": self._shared_mb(),
            "bare_mb": self.bare_mb,
            "window_mb": self.window.memory_info().rss / 2**20,
            "restarts": self.engine.cost().restarts,
        }

    def firsts(self) -> dict[str, Any]:
        """When each tile had its first picture."""
        return {id: self.gauge.seen[id].first_s for id in self.ids}

    def states(self) -> dict[str, Any]:
        """What has changed since the last call."""
        told, self.transitions = self.transitions, []
        newest = {id: seen.newest[1] for id, seen in self.gauge.seen.items() if seen.newest}
        return {"transitions": told, "painted_s": newest}

    def keep(self, folder: str, answer: Callable[[dict[str, Any]], None]) -> None:
        """Evidence of the first camera, the past half minute of it."""
        request = ClipRequest(self.ids[0], 30.0, 0.0, folder, "clip", {"by": "bench"})
        began_s = time.monotonic()
        future = self.engine.keep(request)
        clip = future.result(30.0)
        answer({"took_s": time.monotonic() - began_s, **dataclasses.asdict(clip)})

    # --- what it uses --------------------------------------------------------------------------

    def _cpu(self) -> tuple[float, float]:
        times = self.video.cpu_times()
        return time.process_time(), times.user + times.system

    def _video_mb(self) -> float:
        return float(psutil.Process(self.engine.pid).memory_info().rss) / 2**20

    def _shared_mb(self) -> float:
        """Of the tiles, counted in both processes' resident memory."""
        maps = psutil.Process(self.engine.pid).memory_maps()
        return float(sum(one.rss for one in maps if "memfd:video" in one.path)) / 2**20

    def obey(self, line: str) -> None:
        order = json.loads(line)
        match order["do"]:
            case "measure":
                self.measure(order["seconds"], say)
            case "keep":
                self.keep(order["folder"], say)
            case "firsts":
                say(self.firsts())
            case "states":
                say(self.states())

    def listen(self) -> None:
        for line in sys.stdin:
            self.came.emit(line)
        self.ended.emit()


def say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    app = application()
    plan = json.loads(sys.stdin.readline())
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(plan, Path(folder))
        bench.came.connect(bench.obey)
        bench.ended.connect(app.quit)
        say(bench.show(plan["shape"]))
        threading.Thread(target=bench.listen, name="orders", daemon=True).start()
        app.exec()
        bench.panel.hide()
        bench.heartbeat.stop()
        bench.engine.close(3.0)
