"""Streets out of GeoJSON lines."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.lines import lines_of
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
    lines = lines_of(row, geometry)
    for points in lines:
        keys = _keys(points, nodes if len(lines) == 1 else ("", ""))
        if direction < 0:
            keys, points = keys[::-1], points[::-1]  # noqa: PLW2901 - drawn against its traffic
        yield Street(keys, points, kind, direction != 0)


def _keys(points: Points, nodes: tuple[str, str]) -> Sequence[Hashable]:
    if all(nodes):
        return [("node", nodes[0]), *[None] * (len(points) - 2), ("node", nodes[1])]
    return [(round(lat, 7), round(lon, 7)) for lat, lon in points.tolist()]
