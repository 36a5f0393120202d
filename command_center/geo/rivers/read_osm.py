"""Rivers out of an extract of OpenStreetMap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.osm_ways import Run, Ways, read_ways, runs
from command_center.geo.rivers.river import (
    DECIMALS,
    MOST_OF_ONE,
    MOST_POINTS,
    NAME_LENGTH,
    Line,
    River,
)
from command_center.geo.rivers.words import osm_kind
from command_center.geo.roadnet.assemble import Progress

KEYS = ("waterway", "natural")


def read_osm(
    path: Path, kind: str, faults: list[Fault], progress: Progress | None = None
) -> list[River]:
    """Ways with `waterway`, and closed ones that are the water of a river. What is only a relation
    of several ways is not put together. A file that breaks off is one fault and no river."""
    ways = _Rivers(path.name, faults, progress)
    return ways.rivers if read_ways(path, kind, KEYS, ways, faults) else []


class _Rivers(Ways):
    def __init__(self, file: str, faults: list[Fault], progress: Progress | None) -> None:
        # a lake is counted before it is seen that it is none
        super().__init__(progress, 10 * MOST_POINTS)
        self.rivers: list[River] = []
        self._file = file
        self._faults = faults

    def take(self, way: Any) -> None:
        tags = {tag.k: tag.v for tag in way.tags}
        kind = osm_kind(tags)
        if kind is None:
            return
        if len(way.nodes) > MOST_OF_ONE:
            self._fault(way, FaultCode.TOO_DETAILED, f"{len(way.nodes)} > {MOST_OF_ONE}")
            return
        name = " ".join(tags.get("name", "").split())[:NAME_LENGTH]
        area = _is_area(tags)
        for line in self._lines(way, area):
            self.rivers.append(River(kind, name, area, (line,)))

    def _lines(self, way: Any, area: bool) -> Iterator[Line]:
        for run in runs(way):
            if not area:
                yield _line(run)
            elif run[0][0] != run[-1][0] or len(run) < 4:
                self._fault(way, FaultCode.RING_OPEN)
            elif not shapely.Polygon([(lon, lat) for _, lat, lon in run]).is_valid:
                self._fault(way, FaultCode.CROSSING)
            else:
                yield _line(run)

    def _fault(self, way: Any, code: FaultCode, value: str = "") -> None:
        self._faults.append(Fault(self._file, None, f"way {way.id}", code, value))


def _is_area(tags: dict[str, str]) -> bool:
    whole = tags.get("waterway") == "riverbank" or tags.get("area") == "yes"
    return whole or tags.get("natural") == "water"


def _line(run: Run) -> Line:
    return tuple((round(lat, DECIMALS), round(lon, DECIMALS)) for _, lat, lon in run)
