"""The exercise room for 24 hours of its own clock, at 60 times real time: whether the window ever
stands still, and whether what it holds stays as it is.

Cameras play at their real rate, from a process of their own; four scripted operators work from
this process, reports come as the scenario brings them, each 40 to 60 seconds of the room's clock,
which is twelve times an ordinary day. SOAK_HOURS shortens a trial.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

from command_center.bootstrap.exercise_operators import ScriptedOperator
from command_center.runtime.clock import SteeredClock
from command_center.runtime.priority import stand_back
from tests.benchmarks.bare_clock import BareClock
from tests.benchmarks.databases import databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.room_lag import MAX_MS, Measured, open_window
from tests.benchmarks.soak import slope

BENCH = "exercise-soak"
HOURS = float(os.environ.get("SOAK_HOURS", "24"))
WARM_HOURS = HOURS / 4
SPEED, DESKS, EVERY_S = 60.0, 4, 10.0
BYTECODE_S, TELL = 20.0, 3
# Of the cameras that the wall asks for and the scenario does not let fail.
PLAYING = 0.99
# Of what is held, more an hour of the room's clock than this is not flat.
FLAT = {"mb": 1.0, "handles": 0.25, "threads": 0.25}


def exercise_soak() -> Iterator[Figure]:
    with databases("sqlite") as maker:
        if maker is None:
            return
        window = _open_room(maker.new("before"))
        # An installed program has its bytecode: what a room first needs while it runs would be
        # compiled in the middle of what is measured.
        time.sleep(BYTECODE_S)
        window.close()
        url = maker.new("soak")
        window = _open_room(url)
        try:
            looks, done, refused = _hours(url, window)
        finally:
            window.close()
    _tell_causes(looks)
    yield from _figures(looks)
    n, seconds = len(looks), _wall_s(looks)
    yield Figure(BENCH, "acts", done, "acts", "higher", DESKS, seconds)
    yield Figure(BENCH, "acts_refused", refused, "acts", "lower", DESKS, seconds, done)
    yield Figure(BENCH, "incidents", looks[-1]["incidents"], "incidents", "higher", n, seconds)
    yield Figure(BENCH, "log_entries", looks[-1]["log"], "entries", "higher", n, seconds)


def _open_room(url: str) -> Measured:
    return open_window(url, str(SPEED), module="tests.benchmarks.exercise_soak_window")


def _hours(url: str, window: Measured) -> tuple[list[dict[str, Any]], int, int]:
    """What was seen every EVERY_S, and what the operators did and were refused."""
    bare = BareClock()
    # The operators stand for workstations with processors of their own.
    stand_back()
    looks = [_look(window, bare)]
    begins = datetime.fromisoformat(looks[0]["at"])
    clock = SteeredClock(begins, SPEED)
    with ExitStack() as stack:
        stack.callback(bare.close)
        operators = [ScriptedOperator(url, clock, number, DESKS) for number in range(DESKS)]
        for operator in operators:
            operator.start()
            stack.callback(operator.stop)
        while clock.now() < begins + timedelta(hours=HOURS):
            time.sleep(EVERY_S)
            looks.append(_look(window, bare))
    done, refused = (sum(getattr(one, what) for one in operators) for what in ("done", "refused"))
    return looks[1:], done, refused


def _look(window: Measured, bare: BareClock) -> dict[str, Any]:
    return window.ask("look") | {"machine": bare.late_ms()}


def _wall_s(looks: list[dict[str, Any]]) -> float:
    return float(sum(look["seconds"] for look in looks))


def _figures(looks: list[dict[str, Any]]) -> Iterator[Figure]:
    ticks, seconds = sum(look["n"] for look in looks), _wall_s(looks)
    begins, ends = (datetime.fromisoformat(looks[at]["at"]) for at in (0, -1))
    hours = (ends - begins) / timedelta(hours=1)
    yield Figure(BENCH, "hours", hours, "h", "higher", len(looks), seconds, target=HOURS * 0.99)
    machine = max(look["machine"] for look in looks)
    yield Figure(BENCH, "freeze_most", max(look["max"] for look in looks), "ms", "lower", ticks,
                 seconds, baseline=machine, target=MAX_MS)  # fmt: skip
    yield Figure(BENCH, "work_most", max(look["work_max"] for look in looks), "ms CPU", "lower",
                 ticks, seconds)  # fmt: skip
    yield Figure(BENCH, "lag_p99_most", max(look["p99"] for look in looks), "ms", "lower", ticks,
                 seconds)  # fmt: skip
    for name in looks[0]["spent"]:
        if name != "video":
            spent = looks[-1]["spent"][name] - looks[0]["spent"][name]
            yield Figure(BENCH, f"{name}_cpu", spent / seconds, "cores", "lower", 1, seconds)
    playing, asked = (sum(look[what] for look in looks) for what in ("playing", "cameras"))
    yield Figure(BENCH, "cameras_playing", playing / asked, "share", "higher", asked, seconds,
                 target=PLAYING)  # fmt: skip
    yield Figure(BENCH, "video_restarts", looks[-1]["restarts"], "processes", "lower", 1, seconds,
                 target=0.0)  # fmt: skip
    for whose in ("window", "video"):
        spent = looks[-1][f"{whose}_cpu_s"] - looks[0][f"{whose}_cpu_s"]
        yield Figure(BENCH, f"{whose}_cpu", spent / seconds, "cores", "lower", 1, seconds)
        for what, target in FLAT.items():
            yield from _flat(looks, f"{whose}_{what}", what, target)


def _tell_causes(looks: list[dict[str, Any]]) -> None:
    """A line each for the ticks that were latest and that worked longest: who had the processor,
    and what ran; one for what cameras did that did not play, by the number of looks."""
    away: Counter[str] = Counter()
    for look in looks:
        away.update(look["not_playing"])
    print(json.dumps({"bench": BENCH, "not_playing": away, "looks": len(looks)}))
    held = [[round(look[what]) for look in looks] for what in ("window_mb", "video_mb")]
    print(json.dumps({"bench": BENCH, "window_mb": held[0], "video_mb": held[1]}))
    for which, by in (("latest", "late"), ("hardest", "own")):
        for look in sorted(looks, key=lambda one: one[which][by], reverse=True)[:TELL]:
            print(json.dumps({"bench": BENCH, "stall": which, "at": look["at"],
                              "machine": look["machine"], **look[which]}))  # fmt: skip


def _flat(looks: list[dict[str, Any]], name: str, unit: str, target: float) -> Iterator[Figure]:
    """The slope after the first quarter, by the room's hours, and the most there was beside what
    there was when that quarter ended."""
    begins = datetime.fromisoformat(looks[0]["at"])
    line = [
        ((datetime.fromisoformat(look["at"]) - begins) / timedelta(hours=1), float(look[name]))
        for look in looks
    ]
    late = [point for point in line if point[0] >= WARM_HOURS]
    n, seconds = len(late), _wall_s(looks)
    yield Figure(BENCH, f"{name}_slope", slope(late), f"{unit}/h", "lower", n, seconds,
                 target=target)  # fmt: skip
    yield Figure(BENCH, f"{name}_most", max(held for _, held in late), unit, "lower", n, seconds,
                 baseline=late[0][1])  # fmt: skip
