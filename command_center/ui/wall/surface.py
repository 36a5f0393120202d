"""A widget that paints all its tiles: newest frame of each slot, no signal per frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from command_center.ui.seat import Seat
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.lens import Lens
from command_center.ui.wall.near import Near
from command_center.ui.wall.shapes import ONE, SHAPES, Shape
from command_center.ui.wall.tile import SHADE_DEAD, TilePainter, faded, image_of
from command_center.ui.wall.view import Ready, TileView
from command_center.ui.wall.watching import Watching
from command_center.video.model import CameraState, CameraStatus
from command_center.video.slot import Frame

PAINT_MS = 20  # half a picture: of two that come close to one another both are seen
STATUS_MS = 100
_NAMES = count(1)


def _said(status: CameraStatus) -> tuple[object, ...]:
    """What the tile's words depend on: a dead one counts its seconds."""
    if status.state is CameraState.LIVE:
        return (status.level, words.level_is_held(status), words.late_by(status))
    shown_s = words.picture_age_s(status)
    age_s = status.since_s if shown_s is None else shown_s
    retry_s = None if status.retry_in_s is None else round(status.retry_in_s)
    return (status.state, status.reason, int(age_s), status.age_at_least, retry_s)


class TileSurface(QWidget):
    """Tiles by place. Repaints a tile only when its picture or its state is another."""

    states_changed = Signal()
    showing = Signal(bool)

    def __init__(self, seat: Seat, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = f"surface-{next(_NAMES)}"
        self._seat = seat
        self._watching = watching
        self._painter = TilePainter(seat.theme, seat.zone)
        self.shape_: Shape = SHAPES["3x3"]
        self._number: int | None = None
        self._cells: list[Cell | None] = []
        self._rects: list[QRect] = []
        self._gaps = QRegion()
        self._drawn: dict[str, int] = {}
        self._ready: dict[str, Ready] = {}
        self._grey: dict[str, tuple[int, QImage]] = {}
        self.statuses: dict[str, CameraStatus] = {}
        self.offers: dict[str, Near] = {}
        self.recording: frozenset[str] = frozenset()
        self.lens = Lens()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 90)
        self._paint_timer = QTimer(self)
        self._paint_timer.timeout.connect(self._look_at_frames)
        self._status_timer = QTimer(self)
        self._status_timer.timeout.connect(self._look_at_states)
        seat.theme.changed.connect(self.refresh)

    def sizeHint(self) -> QSize:
        return QSize(880, 500)

    def show_cells(self, cells: Sequence[Cell | None], shape: Shape, number: int | None) -> None:
        """Take other cells; cameras that stay keep their pictures."""
        self._cells, self.shape_, self._number = list(cells), shape, number
        shown = self.shown_ids()
        for store in (self._drawn, self._grey, self.statuses):
            for id in [id for id in store if id not in shown]:
                del store[id]
        if len(shape.places) > 1:
            self.lens = Lens()
        self._measure()
        self._look_at_states()
        self.refresh()

    def refresh(self) -> None:
        """What the tiles say may be another: lay them out and paint them anew."""
        self._ready.clear()
        self.update()

    def shown_ids(self) -> set[str]:
        return {cell.camera.id for cell in self._cells if cell is not None}

    def rects(self) -> list[QRect]:
        """The tiles' rectangles in pixels, place by place."""
        return self._rects

    def place_at(self, point: QPoint) -> int | None:
        return next((n for n, rect in enumerate(self._rects) if rect.contains(point)), None)

    def cell_at(self, point: QPoint) -> Cell | None:
        place = self.place_at(point)
        return self._cells[place] if place is not None and place < len(self._cells) else None

    def use_lens(self, lens: Lens) -> None:
        """Zoom into the one tile there is; a wall of several stays as it is."""
        if self.shape_ is ONE and lens != self.lens:
            self.lens = lens
            self._measure()
            self.refresh()

    # --- timers --------------------------------------------------------------------------------

    def _look_at_frames(self) -> None:
        for cell, rect in zip(self._cells, self._rects, strict=False):
            if cell is None:
                continue
            id = cell.camera.id
            frame = self._watching.look(id)
            if frame is not None and self._drawn.get(id) != frame.sequence:
                self._drawn[id] = frame.sequence
                self.update(rect)

    def _look_at_states(self) -> None:
        changed = False
        for cell, rect in zip(self._cells, self._rects, strict=False):
            if cell is None:
                continue
            status = self._watching.status(cell.camera.id)
            before = self.statuses.get(cell.camera.id)
            changed = changed or before is None or before.state is not status.state
            if before is None or _said(before) != _said(status):
                self._ready.pop(cell.camera.id, None)
                self.update(rect)
            self.statuses[cell.camera.id] = status
        if changed:
            self.states_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._paint_timer.start(PAINT_MS)
        self._status_timer.start(STATUS_MS)
        self.showing.emit(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._paint_timer.stop()
        self._status_timer.stop()
        self.showing.emit(False)
        super().hideEvent(event)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        region = event.region()
        if not any(self._cells):
            self._paint_empty(painter)
            painter.end()
            return
        for gap in cast(Iterable[QRect], region & self._gaps):
            painter.fillRect(gap, self._seat.theme.color("panel"))
        cells = [*self._cells, *[None] * (len(self._rects) - len(self._cells))]
        for cell, rect in zip(cells, self._rects, strict=False):
            if region.intersects(rect):
                self._paint_cell(painter, rect, cell)
        painter.end()

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell | None) -> None:
        if cell is None:
            painter.fillRect(rect, self._seat.theme.color("tile"))
            return
        id = cell.camera.id
        ready, frame = self._ready.get(id), self._watching.held(id)
        size = (frame.width, frame.height) if frame is not None else None
        if ready is None or ready.size != size:
            ratio = self.devicePixelRatioF()
            ready = self._ready[id] = self._painter.ready(rect, self._view(cell), size, ratio)
        self._painter.paint(painter, rect, ready, self._picture(id, ready.view.status))

    def _view(self, cell: Cell) -> TileView:
        id = cell.camera.id
        return TileView(
            cell=cell,
            status=self.statuses.get(id) or self._watching.status(id),
            at=self._seat.live.now(),
            number=self._number,
            selected=self._seat.selection.camera_id == id,
            focused=self.hasFocus(),
            offer=self.offers.get(id),
            lens=self.lens,
            recording=id in self.recording,
        )

    def _picture(self, id: str, status: CameraStatus) -> QImage | None:
        frame = self._watching.held(id)
        if frame is None:
            return None
        if status.state is CameraState.LIVE:
            return image_of(frame)
        return self._faded(id, frame)

    def _faded(self, id: str, frame: Frame) -> QImage:
        known = self._grey.get(id)
        if known is None or known[0] != frame.sequence:
            shade = self._seat.theme.color("tile_shade")
            shade.setAlpha(SHADE_DEAD)
            known = self._grey[id] = (frame.sequence, faded(frame, shade))
        return known[1]

    def _paint_empty(self, painter: QPainter) -> None:
        theme = self._seat.theme
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(13))
        box = self.rect().adjusted(theme.px(24), 0, -theme.px(24), 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, words.empty_text())

    # --- size ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)

    def _measure(self) -> None:
        """Frames come in the size in which they are painted."""
        self._ready.clear()
        self._rects = self.shape_.rects(self.width(), self.height())
        self._gaps = QRegion(self.rect())
        for rect in self._rects:
            self._gaps -= QRegion(rect)
        ratio = self.devicePixelRatioF()
        for cell, rect in zip(self._cells, self._rects, strict=False):
            if cell is not None:
                width, height = round(rect.width() * ratio), round(rect.height() * ratio)
                self._watching.size(self.who, cell.camera.id, *self.lens.detail(width, height))
