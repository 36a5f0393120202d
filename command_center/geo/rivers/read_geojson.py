"""Rivers out of GeoJSON lines and areas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely

from command_center.geo.distance import FloatArray
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.lines import LINES, lines_of
from command_center.geo.polygons import polygon_of
from command_center.geo.records import read_records
from command_center.geo.rivers.river import (
    DECIMALS,
    MOST_OF_ONE,
    NAME_LENGTH,
    Line,
    River,
    RiverKind,
)
from command_center.geo.rivers.words import kind_named
from command_center.geo.roadnet.assemble import Progress
from command_center.geo.tables import Row

_ALIASES = {
    "waterway": "class",
    "fclass": "class",
    "kelas": "class",
    "jenis": "class",
    "remark": "class",
    "nama": "name",
    "namobj": "name",
}


def read_geojson(
    data: bytes, file: str, faults: list[Fault], progress: Progress | None = None
) -> Iterator[River]:
    """Lines and polygons in WGS84, each with a class or a river without one, and a name. A feature
    at fault is left out, the others stand."""
    for number, record in enumerate(read_records(data, file, faults, _ALIASES)):
        if progress is not None and number % 1_000 == 0:
            progress(number)
        yield from _rivers(record.row, record.geometry)


def _rivers(row: Row, geometry: Mapping[str, Any] | None) -> Iterator[River]:
    word = row.text("class", "")
    name = " ".join(row.text("name", "").split())[:NAME_LENGTH]
    kind: RiverKind | None = None
    try:
        kind = kind_named(word)
    except KeyError:
        row.fault("class", FaultCode.UNKNOWN_VALUE, word)
    if kind is None:
        return
    if geometry is not None and geometry.get("type") in LINES:
        lines = tuple(map(_line, lines_of(row, geometry)))
        parts = [lines] if lines else []
        area = False
    else:
        parts, area = _areas(row, geometry), True
    points = sum(len(line) for lines in parts for line in lines)
    if points > MOST_OF_ONE:
        row.fault("geometry", FaultCode.TOO_DETAILED, f"{points} > {MOST_OF_ONE}")
        return
    yield from (River(kind, name, area, lines) for lines in parts)


def _areas(row: Row, geometry: Mapping[str, Any] | None) -> list[tuple[Line, ...]]:
    whole = polygon_of(row, geometry)
    if whole is None:
        return []
    polygons = [one for one in shapely.get_parts(whole) if isinstance(one, shapely.Polygon)]
    return [
        tuple(_line(np.asarray(ring.coords)[:, 1::-1]) for ring in (one.exterior, *one.interiors))
        for one in polygons
    ]


def _line(points: FloatArray) -> Line:
    """Out of (k, 2) lat, lon."""
    return tuple((lat, lon) for lat, lon in np.round(points, DECIMALS).tolist())
