"""The map as square pictures kept ahead of the view: panning only copies them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from command_center.ui.map.age import Moment, Span, longest
from command_center.ui.map.items import snapped
from command_center.ui.map.layer import TILE_PX, Key, Piece
from command_center.ui.map.viewport import Viewport

AHEAD, KEPT = 1, 2
"""So many tiles around the view are painted before they are seen, and kept after."""
MOST_MENDED = 12
"""Of more changes a tile is painted anew."""


class Tile:
    """`marks` is None where nothing stands; `touched` are the pixels of the screen, from the
    Ground's centre, where they are others. `pales`: from when to when the clock alone changes it;
    `step` is the one of the clock it shows."""

    __slots__ = ("ground", "ground_stale", "marks", "marks_stale", "pales", "step", "touched")

    def __init__(self) -> None:
        self.ground: QPixmap | None = None
        self.marks: QPixmap | None = None
        self.pales: Span | None = None
        self.step: datetime | None = None
        self.touched: list[QRect] = []
        self.ground_stale = self.marks_stale = True


class Brush(Protocol):
    """Paints pieces, and says from when to when the clock alone changes them."""

    def ground(self, piece: Piece) -> QPixmap: ...

    def prepare(self, piece: Piece, end: float) -> bool:
        """What a piece needs, until `end` of time.perf_counter; whether it has all."""

    def marks(self, piece: Piece) -> tuple[QPixmap | None, Span | None]: ...

    def mend(self, picture: QPixmap, piece: Piece, boxes: Iterable[QRect]) -> Span | None: ...


class Tiles:
    """`scale` is that of
    the last view; `news`: something that is seen was painted and has not been shown yet."""

    def __init__(
        self,
        brush: Brush,
        moment: Callable[[], Moment],
    ) -> None:
        self._brush, self._moment = brush, moment
        self._tiles: dict[Key, Tile] = {}
        self.scale, self._ratio = 0.0, 1.0
        self._origin = 0, 0
        self._seen: tuple[Key, Key] = (0, 0), (-1, -1)
        self._before: tuple[Viewport, QPixmap] | None = None
        self._shown: Viewport | None = None
        self.news = False

    # --- what is wanted ------------------------------------------------------------------------

    def look_at(self, viewport: Viewport, ratio: float) -> None:
        """From now on this view is painted, and what lies around it."""
        if (viewport.scale, ratio) != (self.scale, self._ratio):
            self._leave(ratio)
            self.scale, self._ratio = viewport.scale, ratio
        self._shown = viewport
        left, top = (snapped(at, ratio) for at in viewport.origin)
        self._origin = left, top
        wide, high = _pixels(viewport, ratio)
        first = -left // TILE_PX, -top // TILE_PX
        last = (wide - 1 - left) // TILE_PX, (high - 1 - top) // TILE_PX
        if (first, last) != self._seen:
            self._seen = first, last
            kept = set(self._around(KEPT))
            self._tiles = {key: tile for key, tile in self._tiles.items() if key in kept}

    def forget(self) -> None:
        """Everything is another: theme or letters."""
        self._tiles.clear()
        self._before = None

    def touch(self, box: QRect | None = None) -> None:
        """Marks in these pixels of the screen from the Ground's centre are others, None: all."""
        if box is None:
            for tile in self._tiles.values():
                tile.marks_stale = True
            return
        for column in range(box.left() // TILE_PX, box.right() // TILE_PX + 1):
            for row in range(box.top() // TILE_PX, box.bottom() // TILE_PX + 1):
                touched = self._tiles.get((column, row))
                if touched is not None:
                    touched.touched.append(box)

    def touch_ground(self) -> None:
        for tile in self._tiles.values():
            tile.ground_stale = True

    def age(self, step: datetime) -> bool:
        """Whether the clock has changed any."""
        found = False
        for tile in self._tiles.values():
            if tile.pales is None or tile.step is None or tile.step == step:
                continue
            first, last = tile.pales
            if step > first and tile.step < last:
                tile.marks_stale = found = True
        return found

    # --- painting ahead ------------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """Whether all that is seen has been painted, be it out of date by now."""
        return all(self._has_ground(key) for key in self._visible())

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to show yet, not even from another scale."""
        return self._before is None and not self._tiles

    @property
    def is_current(self) -> bool:
        """Whether all that is seen is as it should be."""
        return not any(self._lacks(key) for key in self._visible())

    def work(self, budget_s: float) -> bool:
        """Paints at least one tile if one is lacking; whether more are."""
        end = time.perf_counter() + budget_s
        painted = False
        for seen, key in self._wanted():
            if not self._lacks(key):
                continue
            if painted and time.perf_counter() >= end:
                return True
            piece = Piece(key, self.scale, self._ratio)
            if self._is_anew(key) and not self._brush.prepare(piece, end):
                return True
            self._paint(key)
            painted = True
            self.news |= seen
        return False

    def _wanted(self) -> Iterator[tuple[bool, Key]]:
        """What is seen, then what lies around it; the middle first."""
        (left, top), (right, bottom) = self._seen
        middle = (left + right) / 2, (top + bottom) / 2

        def away(key: Key) -> float:
            return max(abs(key[0] - middle[0]), abs(key[1] - middle[1]))

        seen = sorted(self._visible(), key=away)
        yield from ((True, key) for key in seen)
        known = set(seen)
        beside = [key for key in self._around(AHEAD) if key not in known]
        yield from ((False, key) for key in sorted(beside, key=away))

    def _visible(self) -> Iterator[Key]:
        return self._around(0)

    def _around(self, more: int) -> Iterator[Key]:
        (left, top), (right, bottom) = self._seen
        for column in range(left - more, right + more + 1):
            for row in range(top - more, bottom + more + 1):
                yield column, row

    def _has_ground(self, key: Key) -> bool:
        tile = self._tiles.get(key)
        return tile is not None and tile.ground is not None

    def _lacks(self, key: Key) -> bool:
        tile = self._tiles.get(key)
        return tile is None or tile.ground_stale or tile.marks_stale or bool(tile.touched)

    def _is_anew(self, key: Key) -> bool:
        """Whether all of its marks are to be painted."""
        tile = self._tiles.get(key)
        return tile is None or tile.marks_stale

    def _paint(self, key: Key) -> None:
        tile = self._tiles.setdefault(key, Tile())
        piece = Piece(key, self.scale, self._ratio)
        if tile.ground_stale:
            tile.ground, tile.ground_stale = self._brush.ground(piece), False
        if not tile.marks_stale and not tile.touched:
            return
        if tile.marks_stale or tile.marks is None or len(tile.touched) > MOST_MENDED:
            tile.marks, tile.pales = self._brush.marks(piece)
        else:
            tile.pales = longest(tile.pales, self._brush.mend(tile.marks, piece, tile.touched))
        tile.step, tile.marks_stale = self._moment().step, False
        tile.touched.clear()

    # --- showing -------------------------------------------------------------------------------

    def paint_ground(self, painter: QPainter, viewport: Viewport) -> None:
        """In the screen's own pixels; where it lacks, what was seen before at another scale."""
        if not self.is_complete:
            self._stretch(painter, viewport)
        else:
            self._before = None
        self._copy(painter, lambda tile: tile.ground)

    def paint_marks(self, painter: QPainter) -> None:
        self._copy(painter, lambda tile: tile.marks)
        self.news = False

    def paint_stretched(self, painter: QPainter, viewport: Viewport) -> None:
        """In a hurry, while the scale still changes."""
        self._keep_before()
        self._stretch(painter, viewport)

    def _copy(self, painter: QPainter, part: Callable[[Tile], QPixmap | None]) -> None:
        left, top = self._origin
        for column, row in self._visible():
            tile = self._tiles.get((column, row))
            picture = None if tile is None else part(tile)
            if picture is not None:
                painter.drawPixmap(left + column * TILE_PX, top + row * TILE_PX, picture)

    def _leave(self, ratio: float) -> None:
        """Another scale: the picture of the old one stands in until the new one is there."""
        if ratio == self._ratio:
            self._keep_before()
        else:
            self._before = None
        self._tiles.clear()

    def _keep_before(self) -> None:
        shown = self._shown
        if shown is None or not self._tiles or not self.is_complete:
            return
        if self._before is not None and self._before[0] == shown:
            return
        picture = QPixmap(*_pixels(shown, self._ratio))
        picture.fill(Qt.GlobalColor.black)  # all of it is painted over: it needs no alpha
        painter = QPainter(picture)
        self._copy(painter, lambda tile: tile.ground)
        self._copy(painter, lambda tile: tile.marks)
        painter.end()
        self._before = shown, picture

    def _stretch(self, painter: QPainter, viewport: Viewport) -> None:
        if self._before is None:
            return
        shown, picture = self._before
        factor = viewport.scale / shown.scale
        (left, top), (own_left, own_top) = viewport.origin, shown.origin
        ratio = self._ratio
        corner = (left - own_left * factor) * ratio, (top - own_top * factor) * ratio
        size = picture.width() * factor, picture.height() * factor
        painter.drawPixmap(QRectF(*corner, *size), picture, QRectF(picture.rect()))


def _pixels(viewport: Viewport, ratio: float) -> tuple[int, int]:
    """Of the screen."""
    return max(1, round(viewport.width * ratio)), max(1, round(viewport.height * ratio))
