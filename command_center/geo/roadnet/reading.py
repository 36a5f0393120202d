"""A file somebody names, as a road graph, with what is wrong with it and how whole it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.osm_ways import LICENCE, kind_of_file
from command_center.geo.roadnet.assemble import Progress, Street, assemble
from command_center.geo.roadnet.net import RoadNet
from command_center.geo.roadnet.read_geojson import read_geojson
from command_center.geo.roadnet.read_osm import read_osm
from command_center.geo.roadnet.table import BadRoads, RoadTable
from command_center.geo.tables import MAX_BYTES

LEAST_SHARE = 0.5
"""A graph whose largest part has fewer of the nodes is islands, not a town."""


@dataclass(frozen=True, slots=True)
class RoadsImport:
    """`table` None = nothing usable, and `faults` say why. `islands` = parts that no road joins to
    the largest; `apart` = share of the nodes that a car cannot both reach and leave from it, for
    want of a road or by one-way streets; `licence` where the format tells it."""

    table: RoadTable | None
    faults: tuple[Fault, ...]
    islands: int = 0
    apart: float = 0.0
    licence: str = ""


def read_roads(path: Path, progress: Progress | None = None) -> RoadsImport:
    """From .osm.pbf, .osm or GeoJSON, told apart by what is in it. Stopped if `progress` raises
    it; OSError if the file cannot be read."""
    faults: list[Fault] = []
    kind = kind_of_file(path)
    if kind:
        streets = read_osm(path, kind, faults, progress)
    else:
        with path.open("rb") as file:
            streets = read_geojson(file.read(MAX_BYTES + 1), path.name, faults, progress)
    if not streets:
        if not faults:
            faults.append(Fault(path.name, None, None, FaultCode.NO_ROWS, "no street to drive on"))
        return RoadsImport(None, tuple(faults))
    return _judged(path.name, streets, faults, progress, LICENCE if kind else "")


def _judged(
    name: str,
    streets: list[Street],
    faults: list[Fault],
    progress: Progress | None,
    licence: str,
) -> RoadsImport:
    try:
        table = assemble(streets, progress)
    except BadRoads as error:
        faults.append(Fault(name, None, None, FaultCode.TOO_LARGE, str(error)))
        return RoadsImport(None, tuple(faults), licence=licence)
    net = RoadNet(table)
    islands = net.islands()
    share = len(net.mainland()) / net.nodes
    if share < LEAST_SHARE:
        said = f"{islands + 1} parts, the largest with {share:.0%} of {net.nodes} nodes"
        faults.append(Fault(name, None, None, FaultCode.DISCONNECTED, said))
        return RoadsImport(None, tuple(faults), islands, 1 - share, licence)
    return RoadsImport(table, tuple(faults), islands, 1 - share, licence)


def length_km(table: RoadTable) -> float:
    return float(np.sum(table.length_m)) / 1000
