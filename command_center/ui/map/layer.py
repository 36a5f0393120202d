"""What can be laid over the ground or over the marks without the canvas knowing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from PySide6.QtGui import QPainter

from command_center.ui.map.labels import Box

TILE_PX = 256
"""Side of a tile, in pixels of the screen."""
Key = tuple[int, int]


class Level(IntEnum):
    """From the back to the front."""

    BENEATH_MARKS = 0
    ABOVE_MARKS = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A tile of the map: the column and row of `key` count from the Ground's centre, `scale` is
    pixels of the program a metre, `ratio` pixels of the screen to one of the program."""

    key: Key
    scale: float
    ratio: float

    @property
    def corner(self) -> tuple[int, int]:
        """Left and top in pixels of the screen from the Ground's centre."""
        return self.key[0] * TILE_PX, self.key[1] * TILE_PX

    @property
    def box(self) -> Box:
        """In pixels of the program from the Ground's centre."""
        left, top = self.corner
        side = TILE_PX / self.ratio
        return Box(left / self.ratio, top / self.ratio, side, side)

    def enter(self, painter: QPainter) -> None:
        """From now on it paints in pixels of the program from the Ground's centre."""
        left, top = self.corner
        painter.translate(-left, -top)
        painter.scale(self.ratio, self.ratio)


@dataclass(frozen=True, slots=True)
class Found:
    """What of a layer is at a place. `text` may be from outside: plain."""

    layer: str
    id: str
    text: str


class Layer(Protocol):
    """`id` is what it is remembered by. `version` is another whenever it would paint another
    picture; it paints only what it has at hand, on the thread of the GUI."""

    @property
    def id(self) -> str: ...

    @property
    def level(self) -> Level: ...

    @property
    def version(self) -> object: ...

    def title(self) -> str:
        """What the legend calls it."""
        ...

    def note(self) -> str:
        """One line on how to read it, or why it shows nothing."""
        ...

    def paint(self, painter: QPainter, piece: Piece) -> None:
        """In pixels of the program from the Ground's centre; what lies outside is cut off."""
        ...

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        """What is near this place, in metres of the Ground."""
        ...
