"""The window while another workstation works: how long anything waits for the GUI thread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from command_center.exercise.cameras.farm import CameraFarm, SimCamera
from tests.benchmarks.databases import ENGINES, databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.town import seed

OPEN, UNITS, CAMERAS = 5_000, 500, 9
COMMITS_PER_S, LEAST_COMMITS, LEAST_CHANGES = 70, 50.0, 200.0
IDLE_S, LOADED_S = 30.0, 60.0
P99_MS, MAX_MS, RSS_MB = 25.0, 250.0, 400.0
# A load that runs as long as the measurement and a bit, so that no end of it is measured idle.
LEAD_S = 3.0
TIMEOUT_S = 120.0
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@contextmanager
def nine_cameras() -> Iterator[list[SimCamera]]:
    farm = CameraFarm()
    farm.specs = farm.specs[:CAMERAS]
    try:
        yield farm.start()
    finally:
        farm.stop()


@dataclass(slots=True)
class Measured:
    """The window in its process; `measure` answers what `tests.benchmarks.window` prints."""

    process: subprocess.Popen[str]
    folder: tempfile.TemporaryDirectory[str] = field(repr=False)

    def measure(self, seconds: float) -> dict[str, Any]:
        return self.ask(str(seconds))

    def ask(self, line: str) -> dict[str, Any]:
        self.say(line)
        told: dict[str, Any] = json.loads(self.line())
        return told

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the window ended"
        return line.strip()

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(TIMEOUT_S)
        self.folder.cleanup()


@cache
def bytecode() -> tempfile.TemporaryDirectory[str]:
    """Of all that this run starts."""
    return tempfile.TemporaryDirectory(prefix="bench-bytecode-")


def environment(folder: Path) -> dict[str, str]:
    """Settings and data of its own, and no screen unless one was asked for. An installed program
    has its bytecode: whoever starts first writes it, whatever the shell says about that."""
    given = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    own = {
        "PYTHONPYCACHEPREFIX": bytecode().name,
        "COMMAND_CENTER_DATA": str(folder / "data"),
        "COMMAND_CENTER_CONFIG": str(folder / "config"),
    }
    return {"QT_QPA_PLATFORM": "offscreen", **given, **own}


def open_window(url: str, *options: str, module: str = "tests.benchmarks.window") -> Measured:
    folder = tempfile.TemporaryDirectory(prefix="bench-")
    process = subprocess.Popen(
        [sys.executable, "-m", module, url, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(Path(folder.name)),
    )
    window = Measured(process, folder)
    assert window.line() == "ready"
    return window


def start_load(url: str, seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.load", url, str(seconds), str(COMMITS_PER_S)],
        stdout=subprocess.PIPE,
        text=True,
    )


def managed(load: subprocess.Popen[str]) -> dict[str, Any]:
    """What the load did, once it has ended."""
    out, _ = load.communicate(timeout=TIMEOUT_S)
    done: dict[str, Any] = json.loads(out)
    return done


def measure(url: str, engine: str, *options: str) -> Iterator[Figure]:
    window = open_window(url, *options)
    try:
        idle = window.measure(IDLE_S)
        load = start_load(url, LOADED_S + 2 * LEAD_S)
        time.sleep(LEAD_S)
        busy = window.measure(LOADED_S)
        yield from figures(engine, idle, busy, managed(load))
    finally:
        window.close()


def figures(
    engine: str, idle: dict[str, Any], busy: dict[str, Any], load: dict[str, Any]
) -> Iterator[Figure]:
    n, seconds = busy["n"], busy["seconds"]
    targets = {"p99": P99_MS, "max": MAX_MS}
    for name in ("p50", "p99", "max", "missed_p99", "work_p99", "work_max"):
        yield Figure("room", f"gui_lag_{name}_{engine}", busy[name], "ms", "lower", n, seconds,
                     baseline=idle[name], target=targets.get(name))  # fmt: skip
    yield Figure("room", f"window_memory_{engine}", busy["rss_mb"], "MB", "lower", 1, seconds,
                 baseline=idle["rss_mb"], target=RSS_MB)  # fmt: skip
    yield Figure("room", f"window_cpu_{engine}", busy["cpu"], "cores", "lower", 1, seconds,
                 baseline=idle["cpu"])  # fmt: skip
    yield Figure("room", f"cameras_playing_{engine}", busy["playing"], "cameras", "higher", 1,
                 seconds, target=CAMERAS)  # fmt: skip
    took = load["seconds"]
    for name, least in (("commits", LEAST_COMMITS), ("changes", LEAST_CHANGES)):
        yield Figure("room", f"load_{name}_{engine}", load[name] / took, "1/s", "higher",
                     load[name], took, target=least)  # fmt: skip
    yield Figure("room", f"load_cpu_{engine}", load["cpu"], "cores", "lower", 1, took)


def room_lag(*options: str) -> Iterator[Figure]:
    """On each engine, nine cameras playing from a process of their own."""
    for engine in ENGINES:
        with databases(engine) as maker, nine_cameras() as cameras:
            if maker is not None:
                url = maker.new("lag")
                seed(url, OPEN, UNITS, cameras)
                yield from measure(url, engine, *options)
