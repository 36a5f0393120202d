"""How soon a wall says that a picture has stopped, and how soon it has it again."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from statistics import median
from typing import Any

from tests.benchmarks.figure import Figure
from tests.benchmarks.wall_seat import Wall
from tests.video_farm.clip import like_camera
from tests.video_farm.farm import Farm
from tests.video_farm.fault import Fault, FaultKind

BENCH = "wall"
TRIALS, CAMERAS = 5, 4
GOP_S, OUTAGE_S, PATIENCE_S = 2.0, 4.0, 20.0
STALE_S, RECONNECTING_S, BACK_S, CRASH_S = 1.0, 2.5, GOP_S + 1.0, 2.0
Transitions = list[tuple[float, str, str, str]]


def wall_faults() -> Iterator[Figure]:
    """Four cameras of 360p at FULL; one of them stops for four seconds, five times over; then
    the video process is killed."""
    taken: dict[str, list[float]] = {"stale": [], "reconnecting": [], "back": []}
    began = time.monotonic()
    with Farm(like_camera("360"), 2) as farm:
        urls = [farm.url("rtsp", f"camera~{number}") for number in range(CAMERAS)]
        with Wall(urls, shape="2x2") as wall:
            time.sleep(GOP_S + 3.0)
            for trial in range(TRIALS):
                _outage(farm, wall, trial % CAMERAS, taken)
            took = time.monotonic() - began
            for name, target in (
                ("stale", STALE_S),
                ("reconnecting", RECONNECTING_S),
                ("back", BACK_S),
            ):
                values = taken[name]
                yield Figure(BENCH, f"{name}_worst", max(values), "s", "lower", len(values), took,
                             baseline=median(values), target=target)  # fmt: skip
            yield from _crash(wall)


def _outage(farm: Farm, wall: Wall, camera: int, taken: dict[str, list[float]]) -> None:
    id, name = f"cam-{camera}", f"camera~{camera}"
    wall.order("states")
    stopped_s = time.monotonic()
    farm.faults[name] = Fault(FaultKind.STALL)
    time.sleep(OUTAGE_S)
    del farm.faults[name]
    returned_s = time.monotonic()
    seen = _until_live(wall, id, returned_s)
    stale = _first(seen, id, {"stale"}, stopped_s)
    taken["stale"].append(stale - stopped_s)
    taken["reconnecting"].append(_first(seen, id, {"reconnecting"}, stopped_s) - stopped_s)
    taken["back"].append(_first(seen, id, {"live"}, returned_s) - returned_s)
    time.sleep(GOP_S)


def _crash(wall: Wall) -> Iterator[Figure]:
    """A killed process costs every camera its pictures; the median and the worst of them."""
    time.sleep(8.0)
    wall.order("states")
    killed_s = time.monotonic()
    os.kill(wall.video.pid, signal.SIGKILL)
    time.sleep(GOP_S + 3.0)
    seen: Transitions = wall.order("states")["transitions"]
    cameras = [f"cam-{number}" for number in range(CAMERAS)]
    noticed = [_first(seen, id, {"stale", "reconnecting"}, killed_s) - killed_s for id in cameras]
    back = [_first(seen, id, {"live"}, killed_s) - killed_s for id in cameras]
    took = time.monotonic() - killed_s
    yield Figure(BENCH, "crash_noticed", max(noticed), "s", "lower", CAMERAS, took, target=STALE_S)
    yield Figure(BENCH, "crash_pictures_again_median", median(back), "s", "lower", CAMERAS, took,
                 target=CRASH_S)  # fmt: skip
    yield Figure(BENCH, "crash_pictures_again_worst", max(back), "s", "lower", CAMERAS, took,
                 target=CRASH_S)  # fmt: skip


def _until_live(wall: Wall, id: str, since_s: float) -> Transitions:
    seen: Transitions = []
    while time.monotonic() - since_s < PATIENCE_S:
        more: dict[str, Any] = wall.order("states")
        seen += more["transitions"]
        if any(at > since_s and who == id and state == "live" for at, who, state, _ in seen):
            break
        time.sleep(0.1)
    return seen


def _first(seen: Transitions, id: str, states: set[str], since_s: float) -> float:
    """When a camera first was in one of the states; the end of the patience when it never was."""
    found = [at for at, who, state, _ in seen if who == id and state in states and at >= since_s]
    return min(found, default=since_s + PATIENCE_S)
