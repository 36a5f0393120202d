"""Point to area, distance to the nearest border, and outlines to draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from command_center.geo.distance import FloatArray, LocalPlane
from command_center.geo.exact import ExactAreas
from command_center.geo.topology import UNITS_PER_DEGREE, IntArray, Polygon, Topology


@dataclass(frozen=True, slots=True)
class BorderLine:
    """A border drawn once: (n, 2) lat, lon in degrees, and the one or two areas it bounds."""

    points: FloatArray
    areas: tuple[str, ...]


class BoundaryIndex:
    """Answers where a point lies, from a table of boundaries. Immutable, safe between threads.

    `parents` gives the code of the larger area (kecamatan) of each area (kelurahan).
    """

    def __init__(self, topology: Topology, parents: Mapping[str, str]) -> None:
        if not topology.areas:
            raise ValueError("no area in the table of boundaries")
        self._topology = topology
        self._parents = dict(parents)
        self.codes: tuple[str, ...] = tuple(sorted(topology.areas))
        middle = np.concatenate(topology.arcs)[:, 1]
        self._plane = LocalPlane.at(float(middle.min() + middle.max()) / 2 / UNITS_PER_DEGREE)
        self._exact = ExactAreas(topology.outlines())

    def area_at(self, lat: float, lon: float) -> str | None:
        """The code of the area a point lies in. A point on the border of two lies in one of them:
        the one to its east, or, on a border due east, the one to its north."""
        return self._exact.at(lat, lon)

    def kecamatan_of(self, code: str) -> str | None:
        """The code of the larger area an area belongs to."""
        return self._parents.get(code)

    def distance_to_border_m(self, lat: float, lon: float) -> float:
        """Metres to the nearest border line, from inside or outside."""
        point = self._point(lat, lon)
        line = self._borders.geometries[int(self._borders.nearest(point))]
        return float(shapely.distance(line, point))

    def km2(self, code: str) -> float:
        """How large an area, or a larger area, is. KeyError for an unknown code."""
        members = [c for c in self.codes if code in (c, self._parents.get(c))]
        if not members:
            raise KeyError(code)
        parts = [self._polygons[self.codes.index(c)] for c in members]
        return float(shapely.area(parts).sum()) / 1e6

    def outline(self, code: str) -> list[FloatArray]:
        """The closed rings of an area or of a larger area, each (n, 2) lat, lon.

        Fill them even-odd: holes are rings too. KeyError for an unknown code.
        """
        members = [c for c in self.codes if code in (c, self._parents.get(c))]
        if not members:
            raise KeyError(code)
        if members == [code]:
            polygons = self._topology.areas[code]
            return [_lat_lon(self._topology.ring(r)) for polygon in polygons for r in polygon]
        parts = [self._polygons[self.codes.index(c)] for c in members]
        rings = shapely.get_rings(shapely.get_parts(shapely.union_all(parts)))
        degrees = [self._plane.to_degrees(shapely.get_coordinates(ring)) for ring in rings]
        return [ring[:, ::-1] for ring in degrees]

    @cached_property
    def _polygons(self) -> list[shapely.MultiPolygon]:
        return [self._polygon(self._topology.areas[code]) for code in self.codes]

    @cached_property
    def _borders(self) -> shapely.STRtree:
        return shapely.STRtree([shapely.linestrings(self._metres(a)) for a in self._topology.arcs])

    @cached_property
    def lines(self) -> tuple[BorderLine, ...]:
        """Every border line once, to draw."""
        pairs = zip(self._topology.arcs, self._topology.owners(), strict=True)
        return tuple(BorderLine(_lat_lon(arc), owners) for arc, owners in pairs)

    @cached_property
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """Pairs of areas that share a border line, lower code first."""
        shared = (line.areas for line in self.lines if len(line.areas) == 2)
        return frozenset((first, second) for first, second in shared)

    def _point(self, lat: float, lon: float) -> shapely.Point:
        return shapely.Point(lon * self._plane.x_m, lat * self._plane.y_m)

    def _metres(self, grid: IntArray) -> FloatArray:
        return self._plane.to_metres(grid / UNITS_PER_DEGREE)

    def _polygon(self, polygons: tuple[Polygon, ...]) -> shapely.MultiPolygon:
        parts = []
        for outside, *holes in polygons:
            shell = self._metres(self._topology.ring(outside))
            parts.append(
                shapely.Polygon(shell, [self._metres(self._topology.ring(h)) for h in holes])
            )
        return shapely.MultiPolygon(parts)


def _lat_lon(grid: IntArray) -> FloatArray:
    degrees: FloatArray = grid[:, ::-1] / UNITS_PER_DEGREE
    return degrees
