"""Keeps names apart: each takes the first free side of its mark, or is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

CELL_PX = 3


class Box(NamedTuple):
    """Pixels."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, other: Box) -> bool:
        """Whether all of the other lies inside."""
        across = self.left <= other.left and other.left + other.width <= self.left + self.width
        down = self.top <= other.top and other.top + other.height <= self.top + self.height
        return across and down


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of `width` x `height` for the mark at (x, y) that reaches `reach` pixels around."""

    key: str
    x: float
    y: float
    reach: float
    width: float
    height: float

    def sides(self) -> Iterator[Box]:
        """Right, left, below, above, then the corners: made only as far as they are tried."""
        x, y, w, h = self.x, self.y, self.width, self.height
        gap, near = self.reach + 1, self.reach * 0.6
        yield Box(x + gap, y - h / 2, w, h)
        yield Box(x - gap - w, y - h / 2, w, h)
        yield Box(x - w / 2, y + gap, w, h)
        yield Box(x - w / 2, y - gap - h, w, h)
        yield Box(x + near, y + near, w, h)
        yield Box(x + near, y - near - h, w, h)
        yield Box(x - near - w, y + near, w, h)
        yield Box(x - near - w, y - near - h, w, h)


class Occupied:
    """What is taken, as rows of bits, one bit for a cell of CELL_PX: a test is a few "and"s.

    Boxes are rounded outwards to whole cells. `left` is where the first cell begins; what lies
    left of it counts as at it.
    """

    def __init__(self, left: float, boxes: Iterable[Box] = ()) -> None:
        self._left = left
        self._rows: dict[int, int] = {}
        for box in boxes:
            self.take(box)

    def is_free(self, box: Box) -> bool:
        rows = self._rows
        bits, row, bottom = self._cells(box)
        while row < bottom:
            if row in rows and rows[row] & bits:
                return False
            row += 1
        return True

    def take(self, box: Box) -> None:
        rows = self._rows
        bits, top, bottom = self._cells(box)
        for row in range(top, bottom):
            rows[row] = rows.get(row, 0) | bits

    def _cells(self, box: Box) -> tuple[int, int, int]:
        """(bits of a row, first row, the one after the last). Asked thousands of times for one
        layout, so that it calls little."""
        left, top, width, height = box
        left -= self._left
        first, last = int(left // CELL_PX), int(-(-(left + width) // CELL_PX))
        first = max(first, 0)
        bits = ((1 << (last - first)) - 1) << first if last > first else 0
        return bits, int(top // CELL_PX), int(-(-(top + height) // CELL_PX))


def place(wishes: Iterable[Wish], occupied: Occupied, polite: Occupied) -> dict[str, Box]:
    """Boxes by key, none overlapping another or what was occupied; earlier wishes first.

    `polite` holds all that is occupied and what a name would rather not cover, but may.
    """
    placed: dict[str, Box] = {}
    for wish in wishes:
        box = next(filter(polite.is_free, wish.sides()), None)
        if box is None and polite is not occupied:
            box = next(filter(occupied.is_free, wish.sides()), None)
        if box is not None:
            placed[wish.key] = box
            polite.take(box)
            occupied.take(box)
    return placed
