"""A file of polygons becomes areas and a table of boundaries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import shapely

from command_center.domain.place import Place, PlaceKind
from command_center.geo.distance import LocalPlane
from command_center.geo.exact import UNITS_PER_DEGREE, Outline
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.generalise import MAX_SHIFT_M, Generalised, generalise
from command_center.geo.polygons import polygon_of
from command_center.geo.records import Record, read_records

_ALIASES = {
    "kode": "code",
    "nama": "name",
    "kecamatan": "parent_name",
    "kode_kec": "parent",
    "kode_kecamatan": "parent",
}
_LABEL_TOLERANCE_M, _LABEL_TOLERANCE = 10.0, 0.02
"""At least, and of the side of a square as large as the area."""
MOST_POINTS, MOST_POINTS_OF_AREA = 100_000, 20_000
"""Of all outlines together, twice those of a regency, and of one: about 100 are usual. What takes
longest for its points is a comb, a second and a half for 20,000."""
_FINE_SHIFT_M = 5.0
_MOST_DRAWN = 20_000
"""Points of border lines the map paints without effort."""


@dataclass(frozen=True, slots=True)
class BoundariesImport:
    """Areas with label points (those inside a larger area after it) and their boundaries.

    `made` is None when no polygon could be used. A NOT_TILED fault alone leaves it usable.
    """

    areas: tuple[Place, ...]
    made: Generalised | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Area:
    code: str
    name: str
    parent: str | None
    parent_name: str
    polygon: shapely.Geometry


def parse_boundaries(data: bytes, file: str, source: str) -> BoundariesImport:
    """Polygons out of GeoJSON in WGS84: properties code and name, optional parent (code of the
    larger area) and parent_name, or their Indonesian names. All but tiling is refused by row.

    The map draws borders within 5 m of those given (50 m where they are very detailed); which
    area a point lies in is told by those given, to a centimetre.
    """
    faults: list[Fault] = []
    areas: dict[str, _Area] = {}
    points = 0
    for record in read_records(data, file, faults, _ALIASES, ("geometry",)):
        area = _area(record)
        if area is None:
            continue
        size = int(shapely.get_num_coordinates(area.polygon))
        if area.code in areas:
            record.row.fault("code", FaultCode.DUPLICATE, area.code)
        elif size > MOST_POINTS_OF_AREA:
            record.row.fault("geometry", FaultCode.TOO_DETAILED, f"{size} > {MOST_POINTS_OF_AREA}")
        elif points + size > MOST_POINTS:
            record.row.fault("geometry", FaultCode.TOO_DETAILED, f"{points + size} > {MOST_POINTS}")
        else:
            areas[area.code] = area
            points += size
    if not areas:
        return BoundariesImport((), None, tuple(faults))
    made = _made({code: area.polygon for code, area in areas.items()}, source)
    for code in sorted(areas.keys() - made.topology.areas.keys()):
        faults.append(Fault(file, None, "geometry", FaultCode.TOO_SMALL, code))
        del areas[code]
    if not areas:
        return BoundariesImport((), None, tuple(faults))
    if not made.tiled:
        faults.append(Fault(file, None, "geometry", FaultCode.NOT_TILED))
    return BoundariesImport(tuple(_places(areas, source)), made, tuple(faults))


def _made(polygons: Mapping[str, shapely.Geometry], source: str) -> Generalised:
    made = generalise(polygons, source, _FINE_SHIFT_M)
    if sum(map(len, made.topology.arcs)) > _MOST_DRAWN:
        made = generalise(polygons, source, MAX_SHIFT_M)
    exact = {code: _outlines(polygons[code]) for code in made.topology.areas}
    return replace(made, topology=replace(made.topology, exact=exact))


def _outlines(polygon: shapely.Geometry) -> tuple[Outline, ...]:
    rings = shapely.get_rings(shapely.get_parts(polygon))
    points = [shapely.get_coordinates(ring) * UNITS_PER_DEGREE for ring in rings]
    return tuple(np.round(found).astype(np.int32) for found in points)


def _area(record: Record) -> _Area | None:
    row = record.row
    code, name = row.text("code"), row.text("name")
    parent, parent_name = row.text("parent", ""), row.text("parent_name", "")
    polygon = polygon_of(row, record.geometry)
    if not row.ok or polygon is None:
        return None
    return _Area(code, name, parent or None, parent_name or parent, polygon)


def _places(areas: Mapping[str, _Area], source: str) -> Iterator[Place]:
    groups: dict[str, list[_Area]] = {}
    for area in areas.values():
        if area.parent and area.parent not in areas:
            groups.setdefault(area.parent, []).append(area)
    for code, members in sorted(groups.items()):
        whole = shapely.union_all([member.polygon for member in members])
        larger = _Area(code, members[0].parent_name, None, "", whole)
        yield _place(larger, PlaceKind.KECAMATAN, source)
    for area in areas.values():
        kind = PlaceKind.KELURAHAN if area.parent else PlaceKind.KECAMATAN
        yield _place(area, kind, source)


def _place(area: _Area, kind: PlaceKind, source: str) -> Place:
    lat, lon = _label_point(area.polygon)
    return Place(area.code, 1, area.code, area.name, kind, lat, lon, area.parent, (), source)


def _label_point(polygon: shapely.Geometry) -> tuple[float, float]:
    """The middle of the largest circle inside: a name drawn there stays inside the area."""
    plane = LocalPlane.at(polygon.centroid.y)
    flat = shapely.transform(polygon, plane.to_metres)
    tolerance_m = max(_LABEL_TOLERANCE_M, _LABEL_TOLERANCE * math.sqrt(shapely.area(flat)))
    circle = shapely.maximum_inscribed_circle(flat, tolerance_m)
    lon, lat = plane.to_degrees(shapely.get_coordinates(circle)[:1])[0]
    return round(float(lat), 5), round(float(lon), 5)
