"""Areas as shared border lines: every line is stored once, in whole 1e-5 degrees.

The file is JSON lines. The first line is the header, then one `{"arc": [x, y, x, y, ...]}` a
line (x = longitude, y = latitude, both times 100,000), then one
`{"area": code, "polygons": [[ring, ...], ...]}` a line. A ring is a list of arc numbers counted
from 1 and joined end to end; a negative number runs the arc backwards. The first ring of a
polygon is its outside, the others are holes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = "command-center boundaries"
VERSION = 1
UNITS_PER_DEGREE = 100_000

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
    """Arcs of shape (n, 2) as x, y in 1e-5 degrees, and the areas made of them."""

    arcs: tuple[IntArray, ...]
    areas: Mapping[str, tuple[Polygon, ...]]
    source: str

    def ring(self, ring: Ring) -> IntArray:
        """The closed outline of a ring, shape (n, 2)."""
        parts = [self.arcs[n - 1] if n > 0 else self.arcs[-n - 1][::-1] for n in ring]
        joined = [part[1:] if i else part for i, part in enumerate(parts)]
        return np.concatenate(joined)

    def owners(self) -> list[tuple[str, ...]]:
        """For each arc the codes of the areas it borders (one at the outer limit, else two)."""
        found: list[set[str]] = [set() for _ in self.arcs]
        for code, polygons in self.areas.items():
            for number in (n for polygon in polygons for ring in polygon for n in ring):
                found[abs(number) - 1].add(code)
        return [tuple(sorted(codes)) for codes in found]


def write_topology(topology: Topology) -> str:
    """The table as text; reading it back gives the same topology."""
    header = {"format": FORMAT, "version": VERSION, "source": topology.source}
    records: list[dict[str, Any]] = [header]
    records += [{"arc": arc.ravel().tolist()} for arc in topology.arcs]
    records += [
        {"area": code, "polygons": polygons} for code, polygons in sorted(topology.areas.items())
    ]
    lines = (json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in records)
    return "\n".join(lines) + "\n"


def read_topology(text: str) -> Topology:
    """Parse a table of boundaries; raises TopologyError naming the line."""
    lines = text.splitlines()
    header = _record(1, lines[0]) if lines else {}
    if header.get("format") != FORMAT or header.get("version") != VERSION:
        raise TopologyError(1, f"not a '{FORMAT}' table of version {VERSION}")
    arcs: list[IntArray] = []
    areas: dict[str, tuple[Polygon, ...]] = {}
    for number, line in enumerate(lines[1:], start=2):
        record = _record(number, line)
        if "arc" in record:
            arcs.append(_arc(number, record["arc"]))
            continue
        code = record.get("area")
        if not isinstance(code, str) or code in areas:
            raise TopologyError(number, f"area code missing or repeated: {code!r}")
        areas[code] = _polygons(number, record.get("polygons"), len(arcs))
    topology = Topology(tuple(arcs), areas, str(header.get("source", "")))
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


def _check_joins(topology: Topology) -> None:
    for code, polygons in topology.areas.items():
        for ring in (ring for polygon in polygons for ring in polygon):
            ends = [topology.arcs[abs(n) - 1][:: 1 if n > 0 else -1][[0, -1]] for n in ring]
            joined = all((a[1] == b[0]).all() for a, b in pairwise([*ends, ends[0]]))
            if not joined:
                raise TopologyError(0, f"a ring of area {code} does not close")
