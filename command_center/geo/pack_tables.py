"""The tables of a city pack: areas, places, agencies, boundaries and roads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from command_center.domain.place import Place, PlaceKind
from command_center.domain.unit import Agency
from command_center.geo.agencies import read_agency
from command_center.geo.city import PlaceDetail
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.gazetteer import AREA_KINDS
from command_center.geo.pack_files import PackFiles
from command_center.geo.roads import RoadEdge, RoadGraph, RoadNode
from command_center.geo.streets import StreetPoint
from command_center.geo.tables import Row
from command_center.geo.topology import Topology, TopologyError, read_topology

_PLACE_COLUMNS = ("code", "name", "kind", "parent", "lat", "lon", "nicknames", "source")
_BOUNDARIES = "boundaries.jsonl"


def read_areas(files: PackFiles) -> list[Place]:
    """Kecamatan and the kelurahan in them, each with its label point."""
    areas: dict[str, Place] = {}
    rows: dict[str, Row] = {}
    for row in files.table("areas.csv", _PLACE_COLUMNS):
        place = read_place(row, areas)
        if place.kind not in AREA_KINDS:
            row.fault("kind", FaultCode.UNKNOWN_VALUE, place.kind)
        if place.lat is None and row.ok:
            row.fault("lat", FaultCode.MISSING_VALUE)
        areas[place.code], rows[place.code] = place, row
    for code, area in areas.items():
        parent = areas.get(area.parent or "")
        nested = parent is not None and parent.kind is PlaceKind.KECAMATAN
        if nested != (area.kind is PlaceKind.KELURAHAN) or (area.parent and not parent):
            rows[code].fault("parent", FaultCode.UNKNOWN_CODE, area.parent or "")
    if not areas:
        files.faults.append(Fault("areas.csv", None, None, FaultCode.NO_ROWS))
    return list(areas.values())


def read_places(
    files: PackFiles, areas: Sequence[Place]
) -> tuple[list[Place], dict[str, PlaceDetail]]:
    """Places with what is known beside them; one without a point must name its area."""
    codes = {area.code for area in areas}
    places: dict[str, Place] = {}
    details: dict[str, PlaceDetail] = {}
    for row in files.table("places.csv", (*_PLACE_COLUMNS, "accuracy_m")):
        place = read_place(row, places)
        if place.code in codes:
            row.fault("code", FaultCode.DUPLICATE, place.code)
        if place.parent and place.parent not in codes:
            row.fault("parent", FaultCode.UNKNOWN_CODE, place.parent)
        if place.lat is None and not place.parent and row.ok:
            row.fault("parent", FaultCode.MISSING_VALUE)
        places[place.code] = place
        details[place.code] = PlaceDetail(
            accuracy_m=row.number_or_none("accuracy_m", 0, 100_000),
            address=row.text("address", ""),
            phone=row.text("phone", ""),
            note=row.text("note", ""),
        )
    return list(places.values()), details


def read_place(row: Row, known: Mapping[str, Place]) -> Place:
    """One row as a place; its faults are noted in the row."""
    code = row.text("code")
    if code in known:
        row.fault("code", FaultCode.DUPLICATE, code)
    kind = row.text("kind")
    if kind and kind not in list(PlaceKind):
        row.fault("kind", FaultCode.UNKNOWN_VALUE, kind)
        kind = ""
    lat, lon = row.position() or (None, None)
    return Place(
        id=code,
        version=1,
        code=code,
        name=row.text("name"),
        kind=PlaceKind(kind or PlaceKind.LANDMARK),
        lat=lat,
        lon=lon,
        parent=row.text("parent", "") or None,
        nicknames=row.names("nicknames"),
        source=row.text("source"),
    )


def read_agencies(files: PackFiles) -> list[Agency]:
    """Who may be sent or asked."""
    name = "agencies.toml"
    entries = files.toml(name).get("agency")
    if not isinstance(entries, list) or not entries:
        files.faults.append(Fault(name, None, "agency", FaultCode.NO_ROWS))
        return []
    agencies: dict[str, Agency] = {}
    for number, entry in enumerate(entries, start=1):
        row = files.toml_row(name, number, entry)
        code = row.text("code")
        if code in agencies:
            row.fault("code", FaultCode.DUPLICATE, code)
        agencies[code] = read_agency(row)
    return list(agencies.values())


def read_boundaries(files: PackFiles, areas: Sequence[Place]) -> Topology | None:
    """The table of boundaries, if there is one; it must hold exactly the smallest areas."""
    text = files.text(_BOUNDARIES, optional=True)
    if text is None:
        return None
    try:
        topology = read_topology(text)
    except TopologyError as error:
        files.faults.append(
            Fault(_BOUNDARIES, error.line, None, FaultCode.BAD_GEOMETRY, error.reason)
        )
        return None
    smallest = {a.code for a in areas} - {a.parent for a in areas}
    for code in sorted(smallest ^ set(topology.areas)):
        files.faults.append(Fault(_BOUNDARIES, None, "area", FaultCode.UNKNOWN_CODE, code))
    return topology


def read_roads(files: PackFiles, areas: Sequence[Place]) -> RoadGraph | None:
    """The coarse road graph, if there is one, over label points and junctions."""
    nodes = _road_nodes(files, areas)
    edges: list[RoadEdge] = []
    for row in files.table("roads.csv", ("start", "end", "length_m", "kind"), optional=True):
        start, end, kind = row.text("start"), row.text("end"), row.text("kind")
        length_m = row.number_or_none("length_m", 1, 1_000_000)
        for column, code in (("start", start), ("end", end)):
            if code not in nodes:
                row.fault(column, FaultCode.UNKNOWN_CODE, code)
        if row.ok and length_m is not None:
            edges.append(RoadEdge(start, end, length_m, kind))
    if not edges:
        return None
    used = {code for edge in edges for code in (edge.start, edge.end)}
    graph = RoadGraph((node for code, node in nodes.items() if code in used), edges)
    for code in sorted(graph.unreached()):
        files.faults.append(Fault("roads.csv", None, None, FaultCode.DISCONNECTED, code))
    return graph


def read_streets(files: PackFiles) -> list[StreetPoint]:
    """Points at which streets are known to pass, if there is a table of them."""
    points: list[StreetPoint] = []
    columns = ("name", "nicknames", "lat", "lon", "source")
    for row in files.table("streets.csv", columns, optional=True):
        name, position = row.text("name"), row.position()
        row.text("source")
        if position is None and row.ok:
            row.fault("lat", FaultCode.MISSING_VALUE)
        if row.ok and position is not None:
            points.append(StreetPoint(name, row.names("nicknames"), *position))
    return points


def _road_nodes(files: PackFiles, areas: Sequence[Place]) -> dict[str, RoadNode]:
    nodes = {
        area.code: RoadNode(area.code, area.lat, area.lon)
        for area in areas
        if area.lat is not None and area.lon is not None
    }
    for row in files.table("junctions.csv", ("code", "name", "lat", "lon"), optional=True):
        code, position = row.text("code"), row.position()
        if code in nodes:
            row.fault("code", FaultCode.DUPLICATE, code)
        elif position is None and row.ok:
            row.fault("lat", FaultCode.MISSING_VALUE)
        elif position is not None:
            nodes[code] = RoadNode(code, *position)
    return nodes
