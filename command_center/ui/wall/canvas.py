"""The one widget that paints all tiles: newest frame of each slot, no signal per frame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.tile import TilePainter, TileView, grey_of, image_of
from command_center.video.model import CameraState, CameraStatus
from command_center.video.slot import Frame, FrameSlot

PAINT_MS = 40
STATUS_MS = 250
GAP = 3
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _looks_other(before: CameraStatus, now: CameraStatus) -> bool:
    """Whether the words on the tile may have changed: a dead tile counts its seconds."""
    live = before.state is now.state is CameraState.LIVE
    return not live or words.late_by(before) != words.late_by(now)


class WallCanvas(QWidget):
    """Tiles by cell, row by row. Repaints a tile only when its picture or its state is another."""

    picked = Signal(str)
    opened = Signal(str)
    turned = Signal(int)
    states_changed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._painter = TilePainter(seat.theme, seat.zone)
        self._side = 3
        self._number: int | None = None
        self._cells: list[Cell | None] = []
        self._slots: dict[str, FrameSlot] = {}
        self._drawn: dict[str, int] = {}
        self._frames: dict[str, Frame] = {}
        self._grey: dict[str, tuple[int, QImage]] = {}
        self.statuses: dict[str, CameraStatus] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        self._paint_timer = QTimer(self)
        self._paint_timer.timeout.connect(self._look_at_frames)
        self._status_timer = QTimer(self)
        self._status_timer.timeout.connect(self._look_at_states)
        seat.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(880, 500)

    def show_cells(self, cells: Sequence[Cell | None], side: int, number: int | None) -> None:
        """Take other cells; slots of cameras that stay keep their pictures."""
        self._cells, self._side, self._number = list(cells), side, number
        ids = [cell.camera.id for cell in cells if cell is not None]
        self._slots = {id: self._seat.engine.slot(id) for id in ids}
        for store in (self._drawn, self._frames, self._grey, self.statuses):
            for id in [id for id in store if id not in self._slots]:
                del store[id]
        self._size_slots()
        self._look_at_states()
        self.update()

    def rects(self) -> list[QRect]:
        """The cells' rectangles in pixels, row by row."""
        side, width, height = self._side, self.width(), self.height()
        xs = [round(i * (width + GAP) / side) for i in range(side + 1)]
        ys = [round(i * (height + GAP) / side) for i in range(side + 1)]
        return [
            QRect(xs[x], ys[y], xs[x + 1] - GAP - xs[x], ys[y + 1] - GAP - ys[y])
            for y in range(side)
            for x in range(side)
        ]

    # --- timers --------------------------------------------------------------------------------

    def _look_at_frames(self) -> None:
        for cell, rect in zip(self._cells, self.rects(), strict=False):
            if cell is None:
                continue
            frame = self._slots[cell.camera.id].latest()
            if frame is not None and self._drawn.get(cell.camera.id) != frame.sequence:
                self._frames[cell.camera.id] = frame
                self.update(rect)
        for id, frame in self._frames.items():
            self._drawn[id] = frame.sequence

    def _look_at_states(self) -> None:
        changed = False
        for cell, rect in zip(self._cells, self.rects(), strict=False):
            if cell is None:
                continue
            status = self._seat.engine.status(cell.camera.id)
            before = self.statuses.get(cell.camera.id)
            changed = changed or before is None or before.state is not status.state
            if before is None or _looks_other(before, status):
                self.update(rect)
            self.statuses[cell.camera.id] = status
        if changed:
            self.states_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._paint_timer.start(PAINT_MS)
        self._status_timer.start(STATUS_MS)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._paint_timer.stop()
        self._status_timer.stop()
        super().hideEvent(event)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._seat.theme.color("panel"))
        if not any(self._cells):
            self._paint_empty(painter)
            painter.end()
            return
        now = self._seat.live.now()
        for cell, rect in zip(self._cells, self.rects(), strict=False):
            if event.region().intersects(rect):
                self._paint_cell(painter, rect, cell, now)
        painter.end()

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell | None, now: datetime) -> None:
        if cell is None:
            painter.fillRect(rect, self._seat.theme.color("tile"))
            return
        id = cell.camera.id
        view = TileView(
            cell=cell,
            status=self.statuses.get(id) or self._seat.engine.status(id),
            number=self._number,
            selected=self._seat.selection.camera_id == id,
            focused=self.hasFocus(),
        )
        painter.save()
        painter.setClipRect(rect)
        self._painter.paint(painter, rect, view, self._picture(id, view.status), now)
        painter.restore()

    def _picture(self, id: str, status: CameraStatus) -> QImage | None:
        frame = self._frames.get(id)
        if frame is None:
            return None
        if status.state is CameraState.LIVE:
            image = image_of(frame)
        else:
            known = self._grey.get(id)
            if known is None or known[0] != frame.sequence:
                known = (frame.sequence, grey_of(frame))
                self._grey[id] = known
            image = known[1]
        image.setDevicePixelRatio(self.devicePixelRatioF())
        return image

    def _paint_empty(self, painter: QPainter) -> None:
        theme = self._seat.theme
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(13))
        box = self.rect().adjusted(theme.px(24), 0, -theme.px(24), 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, words.empty_text())

    # --- hands ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._size_slots()
        super().resizeEvent(event)

    def _size_slots(self) -> None:
        ratio = self.devicePixelRatioF()
        for cell, rect in zip(self._cells, self.rects(), strict=False):
            if cell is not None:
                width, height = round(rect.width() * ratio), round(rect.height() * ratio)
                self._slots[cell.camera.id].resize(max(16, width), max(16, height))

    def _at(self, event: QMouseEvent) -> Cell | None:
        return self._cell_at(event.position().toPoint())

    def _cell_at(self, point: QPoint) -> Cell | None:
        for cell, rect in zip(self._cells, self.rects(), strict=False):
            if rect.contains(point):
                return cell
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        cell = self._cell_at(event.pos())
        if cell is None:
            QToolTip.hideText()
            return
        status = self.statuses.get(cell.camera.id) or self._seat.engine.status(cell.camera.id)
        now, zone = self._seat.live.now(), self._seat.zone
        text = words.tip(cell, status, self._number, now, zone)
        QToolTip.showText(event.globalPos(), plain_tip(text), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._at(event)
        if cell is not None:
            self.picked.emit(cell.camera.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._at(event)
        if cell is not None:
            self.opened.emit(cell.camera.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._seat.selection.camera_id:
            self.opened.emit(self._seat.selection.camera_id)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, right: int, down: int) -> None:
        ids = [cell.camera.id if cell else None for cell in self._cells]
        chosen = self._seat.selection.camera_id
        place = ids.index(chosen) if chosen in ids else 0
        x, y = place % self._side + right, place // self._side + down
        if 0 <= x < self._side and 0 <= y < self._side:
            id = ids[y * self._side + x]
            if id is not None:
                self.picked.emit(id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)
