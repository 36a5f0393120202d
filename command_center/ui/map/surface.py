"""Brings the map's tiles up to date in short turns of the event loop, what is seen first."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from command_center.ui.map.age import Moment, Span
from command_center.ui.map.backdrop import Backdrop
from command_center.ui.map.layer import Layer, Level, Piece
from command_center.ui.map.layout import Kept, Layout
from command_center.ui.map.painting import mend_marks, paint_layers, paint_marks
from command_center.ui.map.tiles import Tiles
from command_center.ui.map.viewport import Viewport
from command_center.ui.map.words import Words, Written

BUDGET_S = 0.008
"""Of one turn: a tile may take it a little over."""
AHEAD_MS = 10
"""Between turns for what is not seen yet."""
SHOW_AFTER_S = 0.05
"""While some of what is seen lacks, what has been painted of it is shown this often."""


class Surface(QObject):
    """Of `canvas`; `layout` is asked for the marks as they are."""

    def __init__(
        self,
        backdrop: Backdrop,
        kept: Kept,
        layout: Callable[[], Layout],
        moment: Callable[[], Moment],
        canvas: QWidget,
    ) -> None:
        super().__init__(canvas)
        self._backdrop = backdrop
        self._kept = kept
        self._layout_now = layout
        self._moment = moment
        self._canvas = canvas
        self._layers: list[Layer] = []
        self._versions: dict[Level, tuple[object, ...]] = {}
        self._painted: Layout | None = None
        self._words = Words((), ())
        self._step: datetime | None = None
        self._shown_at = 0.0
        self._to_show = False
        self.tiles = Tiles(self, moment)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run)

    def forget(self) -> None:
        """Another theme or size of letters."""
        self._painted = None
        self.tiles.forget()

    def renew_ground(self) -> None:
        self.tiles.touch_ground()
        self.wake(show=True)

    def use_layers(self, layers: Iterable[Layer]) -> None:
        """From the back to the front; all that is not among them is not painted any more."""
        self._layers = list(layers)
        self.wake(show=True)

    # --- turns ---------------------------------------------------------------------------------

    def wake(self, *, show: bool = False) -> None:
        """`show`: the widget is painted when all is as it should be, whatever became of tiles."""
        self._to_show |= show
        if not self._timer.isActive():
            self._timer.start(0)

    def rest(self) -> None:
        self._timer.stop()

    @property
    def is_current(self) -> bool:
        """Whether what is on the screen are the marks as they are."""
        tiles = self.tiles
        return tiles.is_current and not tiles.news and self._painted is self._layout_now()

    def turn(self) -> bool:
        """A few milliseconds of work; whether there is more."""
        layout = self._layout_now()
        if layout.making.scale != self.tiles.scale:
            return False  # the next painting tells what will be seen
        return self._is_laid_out_anew(layout) or self.tiles.work(BUDGET_S)

    def _run(self) -> None:
        more = self.turn()
        tiles = self.tiles
        if tiles.news or self._to_show:
            late = time.monotonic() - self._shown_at >= SHOW_AFTER_S
            if tiles.is_current or (late and not tiles.is_complete):
                self._to_show = False
                self._canvas.update()
        if more:
            self._timer.start(AHEAD_MS if tiles.is_current else 0)

    def begin(self, viewport: Viewport, ratio: float) -> None:
        """What is going to be seen. Where nothing can stand in for it a few milliseconds are spent
        on it at once; the rest follows."""
        self.tiles.look_at(viewport, ratio)
        end = time.perf_counter() + BUDGET_S
        while self.tiles.is_blank and time.perf_counter() < end:
            if not self.turn():
                break
        self._shown_at = time.monotonic()
        self.wake()

    # --- what has changed ----------------------------------------------------------------------

    def _is_laid_out_anew(self, layout: Layout) -> bool:
        self._follow_layers()
        self._follow_clock()
        before = self._painted
        if layout is before:
            return False
        self._painted = layout
        words, self._words = self._words, layout.words
        kept = self._kept
        (changed, left), (kept.changed, kept.left) = (kept.changed, kept.left), (set(), [])
        if before is None or layout.making.differs(before.making):
            self.tiles.touch()
            return True
        come = [item.box for item in map(layout.item, changed) if item is not None]
        for box in (*left, *come, *_differing(words, layout.words)):
            self.tiles.touch(box)
        return True

    def _follow_layers(self) -> None:
        versions = {level: self._versions_of(level) for level in Level}
        before, self._versions = self._versions, versions
        if before.get(Level.BENEATH_MARKS, ()) != versions[Level.BENEATH_MARKS]:
            self.tiles.touch_ground()
        if before.get(Level.ABOVE_MARKS, ()) != versions[Level.ABOVE_MARKS]:
            self.tiles.touch()

    def _versions_of(self, level: Level) -> tuple[object, ...]:
        return tuple((layer.id, layer.version) for layer in self._of(level))

    def _follow_clock(self) -> None:
        step = self._moment().step
        if step != self._step:
            self._step = step
            self.tiles.age(step)

    # --- a piece -------------------------------------------------------------------------------

    def ground(self, piece: Piece) -> QPixmap:
        picture = self._backdrop.paint(piece)
        paint_layers(picture, piece, self._of(Level.BENEATH_MARKS))
        self._backdrop.write(picture, piece)
        return picture

    def prepare(self, piece: Piece, end: float) -> bool:
        layout = self._painted or self._layout_now()
        return layout.make(piece.box, end)

    def marks(self, piece: Piece) -> tuple[QPixmap | None, Span | None]:
        layout = self._painted or self._layout_now()
        return paint_marks(piece, layout, self._moment(), self._of(Level.ABOVE_MARKS))

    def mend(self, picture: QPixmap, piece: Piece, boxes: Iterable[QRect]) -> Span | None:
        layout = self._painted or self._layout_now()
        layers = self._of(Level.ABOVE_MARKS)
        return mend_marks(picture, piece, boxes, layout, self._moment(), layers)

    def _of(self, level: Level) -> list[Layer]:
        return [layer for layer in self._layers if layer.level is level]


def _differing(before: Words, now: Words) -> Iterator[QRect]:
    """Where what is written is not what was."""
    if before is now:
        return
    for one, other in ((before.names, now.names), (before.headings, now.headings)):
        mine, theirs = _by_look(one), _by_look(other)
        for look in mine.keys() ^ theirs.keys():
            yield mine.get(look) or theirs[look]


def _by_look(words: Iterable[Written]) -> dict[tuple[int, int, int], QRect]:
    return {(w.box.x(), w.box.y(), w.picture.cacheKey()): w.box for w in words}
