"""From the start of the process to a window with its rows, over a room with years behind it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from command_center.storage.database import open_database
from tests.benchmarks.databases import databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.room_lag import environment
from tests.storage.long_history import fill

CLOSED, OPEN = 99_850, 150
TURNS = 5
TARGET_S, TIMEOUT_S = 2.5, 60.0


def seconds_to_paint(*arguments: str) -> float:
    """Of one process of `first_paint`, settings of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        start = time.monotonic()
        run = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.first_paint", *arguments],
            stdout=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT_S,
            check=True,
            env=environment(Path(folder)),
        )
    return float(run.stdout.split()[-1]) - start


def cold_window() -> Iterator[Figure]:
    """On SQLite. Turns alternate between the room and an empty PySide6 window; medians."""
    with databases("sqlite") as maker:
        if maker is None:
            return
        url, start = maker.new("years"), time.perf_counter()
        database = open_database(url)
        fill(database, CLOSED, OPEN)
        database.close()
        pairs = [(seconds_to_paint("empty"), seconds_to_paint("room", url)) for _ in range(TURNS)]
        empty, room = (statistics.median(turn[at] for turn in pairs) for at in (0, 1))
        seconds = time.perf_counter() - start
        yield Figure("room", "cold_window", room, "s", "lower", TURNS, seconds, empty, TARGET_S)
