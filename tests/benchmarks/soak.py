"""Half an hour of the same load: whether the window's memory stays where it is."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import psutil

from tests.benchmarks.databases import databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.room_lag import (
    OPEN,
    RSS_MB,
    UNITS,
    managed,
    nine_cameras,
    open_window,
    start_load,
)
from tests.benchmarks.town import seed

MINUTES, WARM_MINUTES = 30, 10
EVERY_S = 10.0
SLOPE_MB_PER_MIN = 0.1


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Of the least-squares line through (x, y)."""
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    above = sum((x - middle_x) * (y - middle_y) for x, y in points)
    return above / sum((x - middle_x) ** 2 for x, _ in points)


def soak() -> Iterator[Figure]:
    """On SQLite: (minute, MB) every ten seconds, from outside the window's process."""
    with databases("sqlite") as maker, nine_cameras() as cameras:
        if maker is None:
            return
        url = maker.new("soak")
        seed(url, OPEN, UNITS, cameras)
        window = open_window(url)
        load = start_load(url, MINUTES * 60)
        process, start = psutil.Process(window.process.pid), time.monotonic()
        points: list[tuple[float, float]] = []
        while load.poll() is None:
            points.append(((time.monotonic() - start) / 60, process.memory_info().rss / 2**20))
            time.sleep(EVERY_S)
        managed(load)
        window.close()
        late = [point for point in points if point[0] >= WARM_MINUTES]
        seconds = time.monotonic() - start
        yield Figure("room-soak", "memory_slope", slope(late), "MB/min", "lower", len(late),
                     seconds, target=SLOPE_MB_PER_MIN)  # fmt: skip
        yield Figure("room-soak", "memory_most", max(mb for _, mb in points), "MB", "lower",
                     len(points), seconds, baseline=points[0][1], target=RSS_MB)  # fmt: skip
