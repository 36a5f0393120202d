"""Which area a point lies in, told by whole-number arithmetic alone.

A point belongs to an area when a ray to the east crosses its outlines an odd number of times. An
edge counts from its lower end up to but without its upper end, and only where it is east of the
point; so of areas that tile, every point on a shared border, and every corner, belongs to exactly
one. A grid answers first: a cell no outline touches lies in one area as a whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

UNITS_PER_DEGREE = 10_000_000
"""Points and outlines are told to about a centimetre."""

Outline = NDArray[np.int32]
"""A closed outline of shape (n, 2), x = longitude and y = latitude in whole 1e-7 degrees."""

_Edge = tuple[int, int, int, int, int, int]
_CELLS_A_ROOT = 4
"""Columns, and rows, for each root of the number of edges."""
_LEAST_SIDE, _MOST_SIDE = 8, 2048
_MOST_PIECES = 1_000_000
"""That the rows and columns of the grid may cut all edges into."""
_MIXED: Final = -2
_UNKNOWN: Final = -3
_OUTSIDE: Final = -1


class ExactAreas:
    """Outlines of areas by code, holes and islands among them (even-odd). ValueError for none.

    Of areas that overlap the lower code has the point. Safe between threads: what is filled in
    later is the same whoever fills it in.
    """

    def __init__(self, rings: Mapping[str, Sequence[Outline]]) -> None:
        self.codes: tuple[str, ...] = tuple(sorted(code for code in rings if rings[code]))
        if not self.codes:
            raise ValueError("no outline of any area")
        edges = _edges([rings[code] for code in self.codes])
        xs, ys = edges[:, (1, 3)], edges[:, (2, 4)]
        # One unit more on each side: what is rounded into that is outside, and in the grid.
        self._west, self._south = int(xs.min()) - 1, int(ys.min()) - 1
        self._east, self._north = int(xs.max()) + 1, int(ys.max()) + 1
        self._side = _side(edges, self._east - self._west, self._north - self._south)
        self._wide = (self._east - self._west) // self._side + 1
        self._high = (self._north - self._south) // self._side + 1
        edges[:, 1:5] -= np.array([self._west, self._south] * 2)
        self._cells = self._touched(edges)
        self._in_rows, self._starts = self._by_row(edges)
        self._rows: dict[int, tuple[_Edge, ...]] = {}

    def at(self, lat: float, lon: float) -> str | None:
        """The code of the area of a point in degrees, or None outside all of them."""
        east, north = lon * UNITS_PER_DEGREE, lat * UNITS_PER_DEGREE
        if not (self._west <= east <= self._east and self._south <= north <= self._north):
            return None
        x, y = round(east) - self._west, round(north) - self._south
        row = y // self._high
        cell = row * self._side + x // self._wide
        known = self._cells[cell]
        if known < _OUTSIDE:
            inside = self._cast(row, x, y)
            if known == _UNKNOWN:
                self._cells[cell] = inside
            known = inside
        return None if known == _OUTSIDE else self.codes[known]

    def _cast(self, row: int, x: int, y: int) -> int:
        """The lowest number of an area that the ray leaves more often than it enters."""
        edges = self._rows.get(row)
        if edges is None:
            edges = self._rows[row] = self._row(row)
        odd = 0
        for east, ax, ay, bx, by, areas in edges:
            if east <= x:
                break
            if ay <= y < by and (bx - ax) * (y - ay) > (x - ax) * (by - ay):
                odd ^= areas
        return (odd & -odd).bit_length() - 1

    def _row(self, row: int) -> tuple[_Edge, ...]:
        """The edges of a row of cells, the one that reaches farthest east first; a border that
        two areas share once, with a bit for each of them."""
        shared: dict[tuple[int, int, int, int], int] = {}
        for area, ax, ay, bx, by in self._in_rows[
            self._starts[row] : self._starts[row + 1]
        ].tolist():
            line = (ax, ay, bx, by)
            shared[line] = shared.get(line, 0) ^ (1 << area)
        edges = ((max(line[0], line[2]), *line, areas) for line, areas in shared.items() if areas)
        return tuple(sorted(edges, reverse=True))

    def _touched(self, edges: NDArray[np.int64]) -> array[int]:
        """For every cell, row by row, whether an outline touches it."""
        edge, row = _rows_between(edges[:, 2] // self._high, edges[:, 4] // self._high)
        _, ax, ay, bx, by = edges[edge].T
        bottom = np.maximum(ay, row * self._high)
        top = np.minimum(by, (row + 1) * self._high)
        # Below 2**63: at most 3.6e9 of longitude times 1.8e9 of latitude. Of a level edge both
        # ends count.
        rise = np.maximum(by - ay, 1)
        ends = [ax + (bx - ax) * (at - ay) // rise for at in (bottom, top)]
        level = by == ay
        first = np.where(level, np.minimum(ax, bx), np.minimum(*ends))
        last = np.where(level, np.maximum(ax, bx), np.maximum(*ends))
        place, column = _rows_between(first // self._wide, last // self._wide)
        cells = np.full(self._side * self._side, _UNKNOWN, dtype=np.intc)
        cells[row[place] * self._side + column] = _MIXED
        return array("i", cells.tobytes())

    def _by_row(self, edges: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The edges that a ray can cross, row of cells by row, and where each row begins."""
        rising = edges[edges[:, 2] < edges[:, 4]]
        edge, row = _rows_between(rising[:, 2] // self._high, (rising[:, 4] - 1) // self._high)
        order = np.argsort(row, kind="stable")
        starts = np.searchsorted(row[order], np.arange(self._side + 1))
        return rising[edge[order]], starts


def _side(edges: NDArray[np.int64], wide: int, high: int) -> int:
    """Cells in a row and in a column. Fewer for edges that reach across many: how often all of
    them together span the height or the width is what every further row or column adds."""
    spans = max(
        float((edges[:, 4] - edges[:, 2]).sum()) / high,
        float(np.abs(edges[:, 3] - edges[:, 1]).sum()) / wide,
        1.0,
    )
    side = min(int(_CELLS_A_ROOT * np.sqrt(len(edges))), int(_MOST_PIECES / spans), _MOST_SIDE)
    return max(side, _LEAST_SIDE)


def _edges(areas: Sequence[Sequence[Outline]]) -> NDArray[np.int64]:
    """(n, 5) area number, ax, ay, bx, by; a is not above b, and west of it on a level edge."""
    parts = []
    for number, rings in enumerate(areas):
        for ring in rings:
            points = ring.astype(np.int64)
            owner = np.full((len(points) - 1, 1), number)
            parts.append(np.hstack([owner, points[:-1], points[1:]]))
    edges = np.concatenate(parts)
    down = (edges[:, 2] > edges[:, 4]) | (
        (edges[:, 2] == edges[:, 4]) & (edges[:, 1] > edges[:, 3])
    )
    edges[down] = edges[down][:, (0, 3, 4, 1, 2)]
    return edges


def _rows_between(
    first: NDArray[np.int64], last: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every number from `first` to `last` of each line: the line's index, and the number."""
    counts = last - first + 1
    line = np.repeat(np.arange(len(first)), counts)
    begun = np.repeat(np.cumsum(counts) - counts, counts)
    return line, first[line] + np.arange(len(line)) - begun
