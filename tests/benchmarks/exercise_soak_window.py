"""The measured process of `exercise_soak`: the exercise room in its window, its clock faster.

usage: python -m tests.benchmarks.exercise_soak_window URL SPEED

Prints "ready" once painted. A line "look" answers with one JSON object: what was seen since the
last look, and what the process holds. The end of its input ends it.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from dataclasses import asdict

import psutil
from PySide6.QtCore import QObject, QTimer

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.exercise import Exercise, start_exercise
from command_center.bootstrap.panels import with_routes
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.exercise.city.habits import TRAINING
from command_center.exercise.instructor import FAULTS
from command_center.ui.application import application
from command_center.video.model import CameraState, CameraStatus
from command_center.video.process.client import RemoteEngine
from tests.benchmarks.stalls import Stalls
from tests.benchmarks.window import SETTLE_S, Orders, say

SCENARIO, SEED = "pembukaan", 1


class Bench(QObject):
    def __init__(self, desk: Desk, exercise: Exercise) -> None:
        super().__init__()
        self._desk, self._exercise = desk, exercise
        self._own = psutil.Process()
        self._watch = Stalls(self._pids)

    def told(self, _line: str) -> None:
        watch = self._watch
        seen = asdict(watch.stop())
        watch.end()
        assert watch.latest is not None
        assert watch.hardest is not None
        self._watch = Stalls(self._pids)
        seat, situation = self._desk.seat, self._desk.seat.situation
        video = _process(seat.engine)
        cameras = list(situation.all("camera"))
        broken = self._broken()
        told = [seat.engine.status(one.id) for one in cameras if one.id not in broken]
        asked = [status for status in told if status.state is not CameraState.OFF]
        states = Counter(_how(status) for status in asked)
        say(
            json.dumps(
                {
                    **seen,
                    "at": self._exercise.room.clock.now().isoformat(),
                    **_held("window", self._own),
                    **_held("video", video),
                    "spent": {name: _spent_s(pid) for name, pid in self._pids().items()},
                    "latest": watch.latest.as_row(),
                    "hardest": watch.hardest.as_row(),
                    "restarts": seat.engine.cost().restarts,
                    "playing": states.pop(CameraState.LIVE.value, 0),
                    "cameras": len(asked),
                    "not_playing": states,
                    "log": situation.seq,
                    "incidents": sum(1 for _ in situation.all("incident")),
                    "open": sum(1 for _ in situation.open_incidents()),
                }
            )
        )

    def _broken(self) -> set[str]:
        """The cameras that the scenario lets fail."""
        now = self._exercise.room.clock.now()
        last = {one.camera: one.shows for one in self._exercise.scenario.scenes if one.at <= now}
        return {id for id, shows in last.items() if shows in FAULTS}

    def _pids(self) -> dict[str, int | None]:
        """The others of the room: who may have had the processor when the window had not."""
        engine, farm = self._desk.seat.engine, self._exercise.farm
        return {
            "video": engine.pid if isinstance(engine, RemoteEngine) else None,
            "cameras": farm.pid if farm is not None else None,
            "city": self._exercise.city.pid,
            "operators": os.getppid(),
        }


def _spent_s(pid: int | None) -> float:
    try:
        return sum(psutil.Process(pid).cpu_times()[:2]) if pid else 0.0
    except psutil.NoSuchProcess:
        return 0.0


def _how(status: CameraStatus) -> str:
    """What a camera does, and why where it does not play."""
    reason = f" {status.reason.value}" if status.reason is not None else ""
    return f"{status.state.value}{reason}"


def _process(engine: object) -> psutil.Process:
    assert isinstance(engine, RemoteEngine)
    assert engine.pid is not None, "the video process does not run"
    return psutil.Process(engine.pid)


def _held(name: str, process: psutil.Process) -> dict[str, float]:
    return {
        f"{name}_mb": process.memory_info().rss / 2**20,
        f"{name}_handles": process.num_fds(),
        f"{name}_threads": process.num_threads(),
        f"{name}_cpu_s": sum(process.cpu_times()[:2]),
    }


def main() -> None:
    url, speed = sys.argv[1], float(sys.argv[2])
    app = application()
    exercise = start_exercise(SCENARIO, SEED, url, speed=speed, systems=True, habits=TRAINING)
    picture = Picture(None, 0.0, 1920, 1080, None, None)
    makers = with_routes(exercise_panels(exercise), exercise.room)
    desk = open_desk(exercise.room, "bench", picture, makers, with_duty=True)
    desk.window.start()
    desk.window.resize(picture.width, picture.height)
    bench, orders = Bench(desk, exercise), Orders()
    orders.came.connect(bench.told)
    orders.ended.connect(app.quit)
    QTimer.singleShot(int(SETTLE_S * 1000), lambda: say("ready"))
    orders.listen()
    app.exec()
    desk.window.close()
    desk.close()
    exercise.close()


if __name__ == "__main__":
    main()
