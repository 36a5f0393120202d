"""Areas as shared border lines to draw: every line is stored once, in whole 1e-5 degrees.

The file is JSON lines. The first line is the header, then one `{"arc": [x, y, x, y, ...]}` a
line (x = longitude, y = latitude, both times 100,000), then one
`{"area": code, "polygons": [[ring, ...], ...]}` a line. A ring is a list of arc numbers counted
from 1 and joined end to end; a negative number runs the arc backwards. The first ring of a
polygon is its outside, the others are holes.

Lines drawn are coarser than what was imported. So that a point is told by the borders themselves,
`{"exact": code, "rings": [[x, y, dx, dy, ...], ...]}` may follow for every area: its outlines in
whole 1e-7 degrees, every point but the first as the step from the one before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from command_center.geo.exact import UNITS_PER_DEGREE as FINE_UNITS
from command_center.geo.exact import Outline
from command_center.geo.steps import outline_of, steps_of

FORMAT = "command-center boundaries"
VERSION, EXACT_VERSION = 1, 2
"""Without and with exact outlines."""
UNITS_PER_DEGREE = 100_000
LONGEST_TABLE = 4_000_000
"""Letters of a table that a room keeps."""

IntArray = NDArray[np.int32]
Ring = tuple[int, ...]
Polygon = tuple[Ring, ...]


class TopologyError(ValueError):
    """A table of boundaries that does not hold together: `line` of the file and what is wrong."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Topology:
    """Arcs of shape (n, 2) as x, y in 1e-5 degrees, and the areas made of them.

    `exact` has the outlines of every area in 1e-7 degrees, or is empty: then the arcs are all
    that is known.
    """

    arcs: tuple[IntArray, ...]
    areas: Mapping[str, tuple[Polygon, ...]]
    source: str
    exact: Mapping[str, tuple[Outline, ...]] = field(default_factory=dict)

    def ring(self, ring: Ring) -> IntArray:
        """The closed outline of a ring, shape (n, 2)."""
        parts = [self.arcs[n - 1] if n > 0 else self.arcs[-n - 1][::-1] for n in ring]
        joined = [part[1:] if i else part for i, part in enumerate(parts)]
        return np.concatenate(joined)

    def outlines(self) -> dict[str, tuple[Outline, ...]]:
        """Every outline of each area as finely as it is known, in 1e-7 degrees."""
        if self.exact:
            return dict(self.exact)
        finer = FINE_UNITS // UNITS_PER_DEGREE
        return {
            code: tuple(self.ring(ring) * np.int32(finer) for rings in polygons for ring in rings)
            for code, polygons in self.areas.items()
        }

    def owners(self) -> list[tuple[str, ...]]:
        """For each arc the codes of the areas it borders (one at the outer limit, else two)."""
        found: list[set[str]] = [set() for _ in self.arcs]
        for code, polygons in self.areas.items():
            for number in (n for polygon in polygons for ring in polygon for n in ring):
                found[abs(number) - 1].add(code)
        return [tuple(sorted(codes)) for codes in found]


def write_topology(topology: Topology) -> str:
    """The table as text; reading it back gives the same topology."""
    version = EXACT_VERSION if topology.exact else VERSION
    header = {"format": FORMAT, "version": version, "source": topology.source}
    records: list[dict[str, Any]] = [header]
    records += [{"arc": arc.ravel().tolist()} for arc in topology.arcs]
    records += [
        {"area": code, "polygons": polygons} for code, polygons in sorted(topology.areas.items())
    ]
    records += [
        {"exact": code, "rings": [steps_of(ring) for ring in rings]}
        for code, rings in sorted(topology.exact.items())
    ]
    lines = (json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in records)
    return "\n".join(lines) + "\n"


def read_topology(text: str) -> Topology:
    """Parse a table of boundaries; raises TopologyError naming the line."""
    lines = text.splitlines()
    header = _record(1, lines[0]) if lines else {}
    if header.get("format") != FORMAT or header.get("version") not in (VERSION, EXACT_VERSION):
        raise TopologyError(1, f"not a '{FORMAT}' table of version {VERSION} or {EXACT_VERSION}")
    arcs: list[IntArray] = []
    areas: dict[str, tuple[Polygon, ...]] = {}
    exact: dict[str, tuple[Outline, ...]] = {}
    for number, line in enumerate(lines[1:], start=2):
        record = _record(number, line)
        if "arc" in record:
            arcs.append(_arc(number, record["arc"]))
        elif "exact" in record:
            exact[_code(number, record["exact"], exact)] = _outlines(number, record.get("rings"))
        else:
            code = _code(number, record.get("area"), areas)
            areas[code] = _polygons(number, record.get("polygons"), len(arcs))
    if exact and exact.keys() != areas.keys():
        raise TopologyError(0, "not every area has its exact outlines")
    topology = Topology(tuple(arcs), areas, str(header.get("source", "")), exact)
    _check_joins(topology)
    return topology


def _record(number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise TopologyError(number, "not a JSON record") from error
    if not isinstance(record, dict):
        raise TopologyError(number, "not a JSON object")
    return record


def _arc(number: int, values: Any) -> IntArray:
    limit = 180 * UNITS_PER_DEGREE
    whole = isinstance(values, list) and all(type(v) is int and abs(v) <= limit for v in values)
    if not whole or len(values) < 4 or len(values) % 2:
        raise TopologyError(number, "an arc needs two or more points in whole 1e-5 degrees")
    return np.array(values, dtype=np.int32).reshape(-1, 2)


def _polygons(number: int, value: Any, arc_count: int) -> tuple[Polygon, ...]:
    def items(of: Any) -> Iterable[Any]:
        if not isinstance(of, list) or not of:
            raise TopologyError(number, "polygons must be lists of rings of arc numbers")
        return of

    polygons = tuple(
        tuple(tuple(items(ring)) for ring in items(polygon)) for polygon in items(value)
    )
    for arc in (n for polygon in polygons for ring in polygon for n in ring):
        if type(arc) is not int or not 1 <= abs(arc) <= arc_count:
            raise TopologyError(number, f"no arc {arc!r}")
    return polygons


def _code(number: int, code: Any, known: Mapping[str, object]) -> str:
    if not isinstance(code, str) or code in known:
        raise TopologyError(number, f"area code missing or repeated: {code!r}")
    return code


def _outlines(number: int, rings: Any) -> tuple[Outline, ...]:
    if not isinstance(rings, list) or not rings:
        raise TopologyError(number, "rings must be a list of outlines")
    try:
        return tuple(map(outline_of, rings))
    except ValueError as error:
        raise TopologyError(number, str(error)) from error


def _check_joins(topology: Topology) -> None:
    for code, polygons in topology.areas.items():
        for ring in (ring for polygon in polygons for ring in polygon):
            ends = [topology.arcs[abs(n) - 1][:: 1 if n > 0 else -1][[0, -1]] for n in ring]
            joined = all((a[1] == b[0]).all() for a, b in pairwise([*ends, ends[0]]))
            if not joined:
                raise TopologyError(0, f"a ring of area {code} does not close")
