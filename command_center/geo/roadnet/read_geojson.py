"""Streets out of GeoJSON lines."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.records import read_records
from command_center.geo.roadnet.assemble import Points, Progress, Street
from command_center.geo.roadnet.words import class_named, direction_named
from command_center.geo.tables import Row

_ALIASES = {
    "kelas": "class",
    "highway": "class",
    "fclass": "class",
    "road_class": "class",
    "oneway": "one_way",
    "satu_arah": "one_way",
    "from": "u",
    "to": "v",
}


def read_geojson(
    data: bytes, file: str, faults: list[Fault], progress: Progress | None = None
) -> list[Street]:
    """LineStrings and MultiLineStrings in WGS84 with a class, optionally one_way and the nodes
    u and v at the two ends.

    With u and v streets meet at their nodes only, as in tables of nodes and edges; without, at
    every point that is the same to seven digits. A feature at fault is left out, the others
    stand. A road that no vehicle drives on is no fault and no street.
    """
    streets: list[Street] = []
    for number, record in enumerate(read_records(data, file, faults, _ALIASES)):
        if progress is not None and number % 1_000 == 0:
            progress(number)
        streets.extend(_streets(record.row, record.geometry))
    return streets


def _streets(row: Row, geometry: Mapping[str, Any] | None) -> Iterator[Street]:
    word, way = row.text("class"), row.text("one_way", "")
    nodes = row.text("u", ""), row.text("v", "")
    direction, kind = 0, None
    try:
        direction = direction_named(way)
    except KeyError:
        row.fault("one_way", FaultCode.UNKNOWN_VALUE, way)
    try:
        kind = class_named(word) if word else None
    except KeyError:
        row.fault("class", FaultCode.UNKNOWN_VALUE, word)
    if not row.ok or kind is None:
        return
    lines = _lines(row, geometry)
    for points in lines:
        keys = _keys(points, nodes if len(lines) == 1 else ("", ""))
        if direction < 0:
            keys, points = keys[::-1], points[::-1]  # noqa: PLW2901 - drawn against its traffic
        yield Street(keys, points, kind, direction != 0)


def _keys(points: Points, nodes: tuple[str, str]) -> Sequence[Hashable]:
    if all(nodes):
        return [("node", nodes[0]), *[None] * (len(points) - 2), ("node", nodes[1])]
    return [(round(lat, 7), round(lon, 7)) for lat, lon in points.tolist()]


def _lines(row: Row, geometry: Mapping[str, Any] | None) -> list[Points]:
    """Each line as (k, 2) lat, lon with k >= 2, or a fault and none."""
    kind = geometry.get("type") if geometry else None
    if geometry is None or kind not in ("LineString", "MultiLineString"):
        row.fault("geometry", FaultCode.BAD_GEOMETRY, str(kind or ""))
        return []
    drawn: Any = geometry.get("coordinates")
    try:
        parts = drawn if kind == "MultiLineString" else [drawn]
        lines = [np.array([p[:2] for p in part], dtype=np.float64) for part in parts]
    except (TypeError, ValueError, IndexError, OverflowError):
        row.fault("geometry", FaultCode.BAD_GEOMETRY)
        return []
    if not lines or not all(_is_line(line) for line in lines):
        row.fault("geometry", FaultCode.BAD_GEOMETRY)
        return []
    lon, lat = np.abs(np.concatenate(lines)).max(axis=0)
    if lat > 90 or lon > 180:
        swapped = lat <= 180 and lon <= 90
        row.fault("geometry", FaultCode.SWAPPED if swapped else FaultCode.OUT_OF_RANGE)
        return []
    return [np.ascontiguousarray(line[:, ::-1]) for line in lines]


def _is_line(line: Points) -> bool:
    return (
        line.ndim == 2
        and line.shape[1:] == (2,)
        and len(line) > 1
        and bool(np.isfinite(line).all())
    )
