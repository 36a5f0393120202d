"""Another workstation at work, in a process of its own.

usage: python -m tests.benchmarks.load URL SECONDS COMMITS_PER_S

Prints one JSON object when done: what it managed and the CPU it took.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass
from typing import Any

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.ports import Outcome
from command_center.runtime.clock import LiveClock
from tests.benchmarks.town import crews_of, work_on

CREWS = 100
WAIT_S = 30.0


@dataclass(frozen=True, slots=True)
class Managed:
    """`changes` counts rows changed, by the log; `cpu` in cores."""

    commits: int
    changes: int
    seconds: float
    cpu: float


def work(url: str, seconds: float, commits_per_s: float) -> Managed:
    """One commit at a time, evenly spread; late ones are made up for as fast as it goes."""
    room = open_room(url, LiveClock(), RoomPlan())
    snapshot = room.database.feed.snapshot(room.clock.now())
    unit_ids = [str(row["id"]) for row in snapshot.rows["unit"]]
    start, cpu = time.monotonic(), time.process_time()
    steps = 0

    def do(command: Any) -> Outcome:
        nonlocal steps
        steps += 1
        time.sleep(max(0.0, start + steps / commits_per_s - time.monotonic()))
        return room.lane.submit(command).result(WAIT_S)

    try:
        commits = work_on(crews_of(unit_ids, CREWS), do, lambda: time.monotonic() < start + seconds)
        took, used = time.monotonic() - start, time.process_time() - cpu
        changes = sum(len(e.entry.changes) for e in room.database.history.entries(snapshot.seq))
    finally:
        room.close()
    return Managed(commits, changes, took, used / took)


def main() -> None:
    url, seconds, commits_per_s = sys.argv[1:]
    print(json.dumps(asdict(work(url, float(seconds), float(commits_per_s)))))


if __name__ == "__main__":
    main()
