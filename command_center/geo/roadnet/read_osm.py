"""Streets out of an extract of OpenStreetMap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.roadnet.assemble import MOST_POINTS, Progress, Street
from command_center.geo.roadnet.osm_pieces import pieces
from command_center.geo.roadnet.words import osm_class, osm_direction

MOST_BYTES = 100 * 1024 * 1024
"""The extract of a city is a tenth of it. Of a whole island, cut out the city first."""

LICENCE = "© OpenStreetMap contributors, Open Database License 1.0"


def read_osm(
    path: Path, kind: str, faults: list[Fault], progress: Progress | None = None
) -> list[Street]:
    """The ways vehicles drive on, from a file of `kind` "pbf" or "osm". Signs of speed are left
    aside: what is driven in a town is learnt by class and by arrivals. A file that breaks off or
    is none of OpenStreetMap's is one fault and no street. `progress` is also told, and may stop
    it, while the nodes before the streets are read."""
    if path.stat().st_size > MOST_BYTES:
        faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, f"{path.stat().st_size}"))
        return []
    ways = _Ways(progress)
    try:
        _read(path, kind, ways)
    except _TooMany:
        faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, f"{ways.points}"))
        return []
    except (RuntimeError, OSError, ValueError) as error:
        faults.append(Fault(path.name, None, None, FaultCode.UNREADABLE, str(error)[:80]))
        return []
    return ways.streets


class _TooMany(Exception):
    """More points than a town has."""


class _Ways:
    """What a file is read into, way by way."""

    def __init__(self, progress: Progress | None) -> None:
        self.streets: list[Street] = []
        self.points = self.ways = 0
        self._progress = progress

    def look(self) -> None:
        if self._progress is not None:
            self._progress(self.ways)

    def way(self, way: Any) -> None:
        if self.ways % 1_000 == 0:
            self.look()
        self.ways += 1
        self.streets.extend(_streets(way))
        self.points += len(way.nodes)
        if self.points > MOST_POINTS:
            raise _TooMany


class _Nodes:
    """Of a file that is read in one piece some of its nodes are a chance to stop."""

    def __init__(self, ways: _Ways) -> None:
        self._ways = ways
        self._nodes = 0

    def node(self, _: Any) -> None:
        self._nodes += 1
        if self._nodes % 10_000 == 0:
            self._ways.look()


def _read(path: Path, kind: str, ways: _Ways) -> None:
    import osmium  # noqa: PLC0415 - only where a map is imported

    index = osmium.index.create_map("flex_mem")
    placed = osmium.NodeLocationsForWays(index)
    placed.ignore_errors()
    if kind == "pbf":
        parts: Iterator[Any] = (osmium.io.FileBuffer(part, kind) for part in pieces(path))
        steps: tuple[Any, ...] = (placed,)
    else:
        parts = iter((osmium.io.File(str(path), kind),))
        steps = (placed, _Nodes(ways))
    for part in parts:
        ways.look()
        reader = osmium.io.Reader(part)
        try:
            osmium.apply(reader, *steps, osmium.filter.KeyFilter("highway"), ways)
        finally:
            reader.close()


def _streets(way: Any) -> Iterator[Street]:
    """The way, or its stretches between points that the extract was cut off from."""
    tags = {tag.k: tag.v for tag in way.tags}
    kind = osm_class(tags)
    if kind is None:
        return
    direction = osm_direction(tags)
    for run in _runs(way):
        ordered = run[::-1] if direction < 0 else run
        keys = [ref for ref, _, _ in ordered]
        points = np.array([(lat, lon) for _, lat, lon in ordered], dtype=np.float64)
        yield Street(keys, points, kind, direction != 0)


def _runs(way: Any) -> Iterator[list[tuple[int, float, float]]]:
    run: list[tuple[int, float, float]] = []
    for node in way.nodes:
        if node.location.valid():
            run.append((node.ref, node.location.lat, node.location.lon))
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run
