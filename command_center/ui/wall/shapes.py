"""The wall's geometry: which tiles a layout has, where they lie and which are the incident zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

GAP = 3
"""Pixels between two tiles."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """Tiles on a grid of `columns` x `rows` as (x, y, width, height) in grid steps. `zone` are the
    places that show a selected incident's cameras; `large` the one tile bigger than the rest."""

    name: str
    columns: int
    rows: int
    places: tuple[Box, ...]
    zone: tuple[int, ...]
    large: int | None = None

    def rects(self, width: int, height: int) -> list[QRect]:
        """The tiles' rectangles in a surface of that many pixels, place by place."""
        xs = [round(i * (width + GAP) / self.columns) for i in range(self.columns + 1)]
        ys = [round(i * (height + GAP) / self.rows) for i in range(self.rows + 1)]
        return [
            QRect(xs[x], ys[y], xs[x + w] - GAP - xs[x], ys[y + h] - GAP - ys[y])
            for x, y, w, h in self.places
        ]

    def beside(self, place: int, right: int, down: int) -> int:
        """The place one step to the right or down of another; itself at the edge."""
        x, y, w, h = self.places[place]
        wanted = QPoint(
            x + (w if right > 0 else -1 if right < 0 else 0),
            y + (h if down > 0 else -1 if down < 0 else 0),
        )
        for found, box in enumerate(self.places):
            if QRect(*box).contains(wanted):
                return found
        return place


def _grid(side: int) -> Shape:
    places = tuple((x, y, 1, 1) for y in range(side) for x in range(side))
    zone = tuple(range(side)) if side > 1 else ()
    return Shape(f"{side}x{side}", side, side, places, zone)


def _one_and(count: int, side: int, large: int) -> Shape:
    """A tile of `large` x `large` at the top left and `count` of one step round it. The zone is the
    large one and what stands to its right."""
    singles = [
        (x, y, 1, 1) for y in range(side) for x in range(side) if not (x < large and y < large)
    ]
    places = ((0, 0, large, large), *singles)
    zone = tuple(p for p, (x, y, _, _) in enumerate(places) if p == 0 or (y < large <= x))
    return Shape(f"1+{count}", side, side, places, zone, large=0)


GRIDS = (1, 2, 3, 4, 5, 6)
FOCI = (5, 7, 12)
_ALL = (*map(_grid, GRIDS), _one_and(5, 3, 2), _one_and(7, 4, 3), _one_and(12, 4, 2))
SHAPES: Mapping[str, Shape] = {shape.name: shape for shape in _ALL}
DEFAULT = "3x3"
ONE = SHAPES["1x1"]


def label(name: str) -> str:
    """As it is written on a button: "3×3", "1+5"."""
    return name.replace("x", "×")
