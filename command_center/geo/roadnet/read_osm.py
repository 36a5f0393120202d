"""Streets out of an extract of OpenStreetMap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.roadnet.assemble import MOST_POINTS, Progress, Street
from command_center.geo.roadnet.words import osm_class, osm_direction

MOST_BYTES = 100 * 1024 * 1024
"""The extract of a city is a tenth of it. Of a whole island, cut out the city first."""

LICENCE = "© OpenStreetMap contributors, Open Database License 1.0"


def read_osm(
    path: Path, kind: str, faults: list[Fault], progress: Progress | None = None
) -> list[Street]:
    """The ways vehicles drive on, from a file of `kind` "pbf" or "osm". Signs of speed are left
    aside: what is driven in a town is learnt by class and by arrivals. A file that breaks off or
    is none of OpenStreetMap's is one fault and no street."""
    if path.stat().st_size > MOST_BYTES:
        faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, f"{path.stat().st_size}"))
        return []
    streets: list[Street] = []
    points = 0
    try:
        for number, way in enumerate(_ways(path, kind)):
            if progress is not None and number % 1_000 == 0:
                progress(number)
            streets.extend(_streets(way))
            points += len(way.nodes)
            if points > MOST_POINTS:
                faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, f"{points}"))
                return []
    except (RuntimeError, OSError, ValueError) as error:
        faults.append(Fault(path.name, None, None, FaultCode.UNREADABLE, str(error)[:80]))
        return []
    return streets


def _ways(path: Path, kind: str) -> Iterator[Any]:
    import osmium  # noqa: PLC0415 - only where a map is imported

    reader = osmium.FileProcessor(osmium.io.File(str(path), kind)).with_locations()
    reader = reader.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
    return iter(reader.with_filter(osmium.filter.KeyFilter("highway")))


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
