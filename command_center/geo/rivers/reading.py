"""A file somebody names, as rivers, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.osm_ways import LICENCE, kind_of_file
from command_center.geo.rivers.read_geojson import read_geojson
from command_center.geo.rivers.read_osm import read_osm
from command_center.geo.rivers.river import MOST_POINTS, River
from command_center.geo.roadnet.assemble import Progress
from command_center.geo.tables import MAX_BYTES


@dataclass(frozen=True, slots=True)
class RiversImport:
    """No `rivers` = nothing usable, and `faults` say why; `licence` where the format tells it."""

    rivers: tuple[River, ...]
    faults: tuple[Fault, ...]
    licence: str = ""


def read_rivers(path: Path, progress: Progress | None = None) -> RiversImport:
    """From .osm.pbf, .osm or GeoJSON, told apart by what is in it. Stopped if `progress` raises
    it; OSError if the file cannot be read."""
    faults: list[Fault] = []
    kind = kind_of_file(path)
    if kind:
        rivers: Iterable[River] = read_osm(path, kind, faults, progress)
    else:
        with path.open("rb") as file:
            rivers = read_geojson(file.read(MAX_BYTES + 1), path.name, faults, progress)
    kept: list[River] = []
    points = 0
    for river in rivers:
        points += sum(map(len, river.lines))
        if points > MOST_POINTS:
            said = f"more than {MOST_POINTS} points"
            faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, said))
            return RiversImport((), tuple(faults))
        kept.append(river)
    if not kept and not faults:
        faults.append(Fault(path.name, None, None, FaultCode.NO_ROWS, "no river"))
    return RiversImport(tuple(kept), tuple(faults), LICENCE if kind else "")
