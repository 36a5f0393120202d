"""Makes a table of boundaries from full polygons: generalised, with shared borders once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from command_center.geo.distance import FloatArray, LocalPlane
from command_center.geo.topology import (
    UNITS_PER_DEGREE,
    IntArray,
    Polygon,
    Ring,
    Topology,
)

MAX_SHIFT_M = 50.0
"""No border may move further than this, metres."""

_STEP = 0.75
"""The tolerance shrinks by this factor until no border moves too far."""

_LEAST_TOLERANCE_M = 1.0

_INPUT_DECIMALS = 7
"""About a centimetre: neighbours whose points differ by less still share their border."""

Point = tuple[int, int]
Numbering = Callable[[list[Point]], int]
Geometries = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Generalised:
    """A topology with what making it did."""

    topology: Topology
    tolerance_m: float
    shift_m: float
    points_before: int
    tiled: bool
    """False when the polygons given overlap or leave gaps, so that borders are not shared."""


def generalise(
    polygons: Mapping[str, shapely.Geometry], source: str, max_shift_m: float = MAX_SHIFT_M
) -> Generalised:
    """Simplify areas given in degrees (lon, lat) so that no border moves over `max_shift_m`.

    Neighbours keep sharing their border. An area that vanishes on the 5-decimal grid (about a
    metre) is not in the topology. ValueError when there is no polygon.
    """
    if not polygons:
        raise ValueError("no polygon given")
    codes = sorted(polygons)
    given = np.array([polygons[code] for code in codes])
    degrees = shapely.transform(given, lambda points: np.round(points, _INPUT_DECIMALS))
    bounds = shapely.total_bounds(degrees)
    plane = LocalPlane.at(float(bounds[1] + bounds[3]) / 2)
    full = shapely.transform(degrees, plane.to_metres)
    simple, tolerance_m, shift_m = _simplify(full, plane, max_shift_m)
    return Generalised(
        topology=_topology(codes, shapely.transform(simple, plane.to_degrees), source),
        tolerance_m=tolerance_m,
        shift_m=shift_m,
        points_before=int(shapely.get_num_coordinates(degrees).sum()),
        tiled=bool(shapely.coverage_is_valid(full)),
    )


def _simplify(
    full: Geometries, plane: LocalPlane, max_shift_m: float
) -> tuple[Geometries, float, float]:
    """The coarsest simplification within the shift, on the 5-decimal grid, in metres."""

    def on_grid(metres: FloatArray) -> FloatArray:
        degrees = plane.to_degrees(metres)
        return plane.to_metres(np.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE)

    tolerance_m = max_shift_m
    while True:
        simple = shapely.transform(shapely.coverage_simplify(full, tolerance_m), on_grid)
        shift_m = max(map(_shift_m, full, simple))
        if shift_m <= max_shift_m or tolerance_m < _LEAST_TOLERANCE_M:
            return simple, tolerance_m, shift_m
        tolerance_m *= _STEP


def _shift_m(one: shapely.Geometry, other: shapely.Geometry) -> float:
    """The discrete Hausdorff distance of two outlines in metres. The library's own measures every
    point against every line: minutes for the 100,000 points of one very detailed area."""
    sides = [shapely.get_rings(shapely.get_parts(area)) for area in (one, other)]
    return max(_farthest_m(*sides), _farthest_m(*reversed(sides)))


def _farthest_m(rings: Geometries, others: Geometries) -> float:
    """From any point of `rings` to the nearest line of `others`."""
    outlines = [shapely.get_coordinates(ring) for ring in others]
    lines = np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in outlines])
    points = shapely.points(shapely.get_coordinates(rings))
    nearest = shapely.STRtree(shapely.linestrings(lines)).query_nearest(
        points, return_distance=True, all_matches=False
    )
    return float(nearest[1].max())


def _topology(codes: Sequence[str], polygons: Geometries, source: str) -> Topology:
    rings = {code: _rings(polygon) for code, polygon in zip(codes, polygons, strict=True)}
    every = [ring for parts in rings.values() for polygon in parts for ring in polygon]
    junctions = _junctions(every)
    arcs: list[IntArray] = []
    numbers: dict[tuple[Point, ...], int] = {}

    def number(line: list[Point]) -> int:
        key = tuple(line)
        if key in numbers:
            return numbers[key]
        arcs.append(np.array(line, dtype=np.int32))
        numbers[key[::-1]] = -len(arcs)
        numbers[key] = len(arcs)
        return len(arcs)

    areas: dict[str, tuple[Polygon, ...]] = {
        code: tuple(
            tuple(_as_arcs(ring, junctions, number) for ring in polygon) for polygon in parts
        )
        for code, parts in rings.items()
        if parts
    }
    return Topology(tuple(arcs), areas, source)


def _rings(geometry: shapely.Geometry) -> list[list[list[Point]]]:
    """Polygons -> rings -> grid points, without the closing point and without repeats."""

    def points(ring: shapely.Geometry) -> list[Point]:
        grid = np.round(shapely.get_coordinates(ring) * UNITS_PER_DEGREE).astype(int).tolist()
        pairs: list[Point] = [(x, y) for x, y in grid]
        return [p for before, p in pairwise(pairs) if p != before]

    parts: list[list[list[Point]]] = []
    for polygon in shapely.get_parts(geometry):
        outlines = [points(ring) for ring in shapely.get_rings(polygon)]
        if len(outlines[0]) >= 3:
            parts.append([ring for ring in outlines if len(ring) >= 3])
    return parts


def _junctions(rings: list[list[Point]]) -> set[Point]:
    """Points where borders part: not exactly two neighbours over all rings together."""
    neighbours: defaultdict[Point, set[Point]] = defaultdict(set)
    ways: defaultdict[Point, set[frozenset[Point]]] = defaultdict(set)
    for ring in rings:
        for before, here, after in zip(
            ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True
        ):
            neighbours[here].update((before, after))
            ways[here].add(frozenset((before, after)))
    return {p for p in neighbours if len(neighbours[p]) != 2 or len(ways[p]) > 1}


def _as_arcs(ring: list[Point], junctions: set[Point], number: Numbering) -> Ring:
    cuts = [i for i, point in enumerate(ring) if point in junctions]
    if not cuts:
        # Two areas that share a whole ring (an enclave) must start it at the same point.
        start = ring.index(min(ring))
        turned = ring[start:] + ring[:start]
        return (number(turned + turned[:1]),)
    turned = ring[cuts[0] :] + ring[: cuts[0]] + [ring[cuts[0]]]
    ends = [i - cuts[0] for i in cuts] + [len(ring)]
    return tuple(number(turned[start : end + 1]) for start, end in pairwise(ends))
