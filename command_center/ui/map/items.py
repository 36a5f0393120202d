"""Marks as they stand at one scale, each made when somebody asks for it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap

from command_center.ui.map.crowd import IncidentMark
from command_center.ui.map.marks import CameraMark, Mark, UnitMark
from command_center.ui.map.sprites import Sprites

CAMERAS_FROM = 0.07
"""Pixels per metre from which cameras are more than dots."""
SLOT_PX = 17
FARTHEST_PX = 24.0
"""No mark's picture is wider to one side of its point."""
CAMERA_REACH, DOT_REACH = 5.0, 2.0


class Kind(IntEnum):
    """In the order in which a click prefers them."""

    INCIDENT = 0
    UNIT = 1
    CAMERA = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """What this seat looks at; `hidden` kinds it does not, but for what is chosen of them."""

    incident_id: str | None = None
    unit_id: str | None = None
    camera_id: str | None = None
    hidden: frozenset[Kind] = frozenset()

    @property
    def ids(self) -> tuple[str | None, ...]:
        return self.incident_id, self.unit_id, self.camera_id

    def shows(self, kind: Kind, id: str) -> bool:
        return kind not in self.hidden or self.has(kind, id)

    def has(self, kind: Kind, id: str) -> bool:
        return id == self.ids[kind]


class Item(NamedTuple):
    """`x`, `y` in pixels from the Ground's centre; `reach` how far the mark extends; `box` where
    its picture stands, in whole pixels of the screen from there; `rank` orders the marks of a
    kind. `at` is when a unit was there."""

    kind: Kind
    id: str
    x: float
    y: float
    reach: float
    sprite: QPixmap
    box: QRect
    rank: tuple[object, ...]
    at: datetime | None = None
    accuracy_px: float = 0.0


def on_screen(left: float, top: float, picture: QPixmap) -> QRect:
    """Where a picture stands whose corner should be at `left`, `top`, pixels of the program: on
    whole pixels of the screen, so that it stays sharp and panning moves it as it is."""
    ratio = picture.devicePixelRatio()
    return QRect(snapped(left, ratio), snapped(top, ratio), picture.width(), picture.height())


def snapped(at: float, ratio: float) -> int:
    """The nearest whole pixel of the screen, the same way on both sides of zero."""
    return math.floor(at * ratio + 0.5)


def place_of(mark: Mark, scale: float, px: float) -> tuple[float, float]:
    """Pixels from the Ground's centre; `px` is the person's scale of letters."""
    aside = mark.slot * SLOT_PX * px if isinstance(mark, IncidentMark) else 0.0
    return mark.x_m * scale + aside, mark.y_m * scale


@dataclass(frozen=True, slots=True)
class Making:
    """All that a mark's picture depends on beside the mark. `dense`: units at rest are dots."""

    sprites: Sprites
    scale: float
    px: float
    chosen: Chosen
    dense: bool

    @property
    def letters(self) -> tuple[object, ...]:
        return self.scale, self.px, self.sprites.generation

    def differs(self, other: Making) -> bool:
        """Whether more marks look another way than those that are chosen."""
        mine, theirs = (self.letters, self.dense), (other.letters, other.dense)
        return mine != theirs or self.chosen.hidden != other.chosen.hidden

    def is_special(self, mark: Mark) -> bool:
        """A unit made small, or a camera that stands out."""
        if isinstance(mark, UnitMark):
            return self.dense and not mark.busy and mark.id != self.chosen.unit_id
        return isinstance(mark, CameraMark) and mark.id == self.chosen.camera_id

    def make(self, mark: Mark) -> Item:
        if isinstance(mark, IncidentMark):
            return self._incident(mark)
        special = self.is_special(mark)
        return (
            self._unit(mark, special) if isinstance(mark, UnitMark) else self._camera(mark, special)
        )

    def _incident(self, mark: IncidentMark) -> Item:
        sprite = self.sprites.incident(mark.priority, mark.verified)
        rank = (mark.priority, mark.id)
        return self._item(mark, Kind.INCIDENT, 8 * self.px, sprite, rank)

    def _unit(self, mark: UnitMark, small: bool) -> Item:
        """One on an order is never `small`."""
        sprites, rank = self.sprites, (mark.busy, mark.id)
        if small:
            return self._item(mark, Kind.UNIT, 4 * self.px, sprites.dot(mark.shown), rank)
        sprite = sprites.unit(mark.shown, mark.course_deg)
        return self._item(mark, Kind.UNIT, 7 * self.px, sprite, rank)

    def _camera(self, mark: CameraMark, own: bool) -> Item:
        near = own or self.scale >= CAMERAS_FROM
        sprite = self.sprites.camera(mark.down, own) if near else self.sprites.speck()
        return self._item(
            mark, Kind.CAMERA, CAMERA_REACH if near else DOT_REACH, sprite, (mark.id,)
        )

    def _item(
        self, mark: Mark, kind: Kind, reach: float, sprite: QPixmap, rank: tuple[object, ...]
    ) -> Item:
        x, y = place_of(mark, self.scale, self.px)
        ratio = self.sprites.ratio
        left, top = x - sprite.width() / ratio / 2, y - sprite.height() / ratio / 2
        at = mark.at if isinstance(mark, UnitMark) else None
        sure_px = mark.accuracy_m * self.scale if isinstance(mark, IncidentMark) else 0.0
        return Item(
            kind, mark.id, x, y, reach, sprite, on_screen(left, top, sprite), rank, at, sure_px
        )
