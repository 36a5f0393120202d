"""Streets out of an extract of OpenStreetMap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from command_center.geo.faults import Fault
from command_center.geo.osm_ways import Ways, read_ways, runs
from command_center.geo.roadnet.assemble import MOST_POINTS, Progress, Street
from command_center.geo.roadnet.words import osm_class, osm_direction


def read_osm(
    path: Path, kind: str, faults: list[Fault], progress: Progress | None = None
) -> list[Street]:
    """The ways vehicles drive on, from a file of `kind` "pbf" or "osm". Signs of speed are left
    aside: what is driven in a town is learnt by class and by arrivals. A file that breaks off or
    is none of OpenStreetMap's is one fault and no street. `progress` is also told, and may stop
    it, while the nodes before the streets are read."""
    ways = _Streets(progress)
    return ways.streets if read_ways(path, kind, ("highway",), ways, faults) else []


class _Streets(Ways):
    def __init__(self, progress: Progress | None) -> None:
        super().__init__(progress, MOST_POINTS)
        self.streets: list[Street] = []

    def take(self, way: Any) -> None:
        self.streets.extend(_streets(way))


def _streets(way: Any) -> Iterator[Street]:
    tags = {tag.k: tag.v for tag in way.tags}
    kind = osm_class(tags)
    if kind is None:
        return
    direction = osm_direction(tags)
    for run in runs(way):
        ordered = run[::-1] if direction < 0 else run
        keys = [ref for ref, _, _ in ordered]
        points = np.array([(lat, lon) for _, lat, lon in ordered], dtype=np.float64)
        yield Street(keys, points, kind, direction != 0)
