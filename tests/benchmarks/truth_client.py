"""Several workstations without windows in one process, each with a write lane of its own.

usage: python -m tests.benchmarks.truth_client URL FIRST LANES SECONDS PER_S

Each lane works on an incident and a unit of its own. Prints the sorted milliseconds from submit
to answer as one JSON list.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import Any

from command_center.bootstrap.room import OPERATOR_ID, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.commands.notes import AddNote
from command_center.runtime.clock import LiveClock
from command_center.storage.engine import open_engine
from command_center.storage.storage import SqlStorage
from tests.chaos.cast import Cast, lane

WAIT_S = 30.0


def cast_of(url: str) -> Cast:
    room = open_room(url, LiveClock(), RoomPlan())
    rows = room.database.feed.snapshot(room.clock.now()).rows
    room.close()
    ids = {name: tuple(str(row["id"]) for row in rows[name]) for name in ("incident", "unit")}
    assert OPERATOR_ID in {row["id"] for row in rows["staff"]}
    return Cast(ids["incident"], ids["unit"], str(rows["shift"][0]["id"]), 0)


def work(
    url: str, cast: Cast, number: int, seconds: float, per_s: float, into: list[float]
) -> None:
    """Evenly spread, each lane at its own moment."""
    storage = SqlStorage(open_engine(url), lambda: None)
    hands = lane(storage, cast, f"client-{number}")
    incident, unit = cast.incidents[number], cast.units[number]
    circle: tuple[Any, ...] = (
        AddNote(incident, "Anggota di jalan"),
        OrderUnits(incident, (unit,), "Datangi"),
        AddNote(incident, "Situasi terkendali"),
        ReleaseUnit(unit),
    )
    hands.submit(circle[0]).result(WAIT_S)  # the connection is not what is measured
    start = time.monotonic() + (number % 16) / 16 / per_s
    for turn in range(int(seconds * per_s)):
        time.sleep(max(0.0, start + turn / per_s - time.monotonic()))
        begun = time.perf_counter()
        hands.submit(circle[turn % len(circle)]).result(WAIT_S)
        into.append((time.perf_counter() - begun) * 1000)
    hands.close()
    storage.close()


def main() -> None:
    url, first, lanes, seconds, per_s = sys.argv[1:]
    cast, taken = cast_of(url), [list[float]() for _ in range(int(lanes))]
    workers = [
        threading.Thread(
            target=work, args=(url, cast, int(first) + n, float(seconds), float(per_s), into)
        )
        for n, into in enumerate(taken)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(json.dumps(sorted(ms for into in taken for ms in into)), flush=True)


if __name__ == "__main__":
    main()
