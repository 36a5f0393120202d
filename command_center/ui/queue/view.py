"""The list itself: pointer, keys and drops; rows are ids, so nothing follows a row number."""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from command_center.situation.queue import QueueRow
from command_center.ui.queue.delegate import QueueDelegate, Shown
from command_center.ui.queue.model import EVERYTHING, ROW_ROLE, QueueModel
from command_center.ui.queue.words import translate
from command_center.ui.row_table import RowTable

UNIT_MIME = "application/x-unit-ids"
_MAX_DROP_BYTES = 64 * 1024
_MAX_UNITS = 200


def dropped_units(mime: QMimeData) -> tuple[str, ...]:
    """The unit ids a drag carries; () if it carries none or nonsense."""
    raw: QByteArray = mime.data(UNIT_MIME)
    if raw.isEmpty() or raw.size() > _MAX_DROP_BYTES:
        return ()
    try:
        ids = json.loads(bytes(raw.data()))
    except (ValueError, RecursionError):
        return ()
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        return ()
    return tuple(dict.fromkeys(ids))[:_MAX_UNITS]


class QueueView(RowTable):
    """A table of one column, because a list asks the model about every row after each move.

    `picked` an incident id by the person; `take_wanted` its inline button; `card_wanted` Enter;
    `dropped` (incident id, unit ids); `pointed` the row under the pointer (-1 none);
    `sideways` -1 or 1 the neighbouring tab."""

    picked = Signal(str)
    take_wanted = Signal(str)
    card_wanted = Signal()
    dropped = Signal(str, tuple)
    pointed = Signal(int)
    top_wanted = Signal()
    sideways = Signal(int)

    def __init__(self, model: QueueModel, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self._shown = shown
        self._pressed_take: str | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            words = translate("Queue", "Tidak ada kejadian")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
            painter.end()

    def tick(self) -> None:
        """Repaint what runs with the clock, which stands at the right end of every row."""
        delegate = self.itemDelegate()
        box = self.viewport().rect()
        if isinstance(delegate, QueueDelegate):
            self.viewport().update(delegate.clock_column(box))

    def set_row_height(self, pixels: int) -> None:
        self.verticalHeader().setDefaultSectionSize(pixels)

    # --- pointer -------------------------------------------------------------------------------

    def _row_at(self, point: QPoint) -> QueueRow | None:
        row = self.indexAt(point).data(ROW_ROLE)
        return row if isinstance(row, QueueRow) else None

    def _take_at(self, point: QPoint) -> str | None:
        """The incident whose inline button is at the point."""
        index = self.indexAt(point)
        row, delegate = self._row_at(point), self.itemDelegate()
        if row is None or row.owner_id is not None or not isinstance(delegate, QueueDelegate):
            return None
        return row.id if delegate.action_rect(self.visualRect(index)).contains(point) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._point_at(event.position().toPoint())

    def _point_at(self, point: QPoint) -> None:
        self.pointed.emit(self.row_under(point))

    def row_under(self, point: QPoint) -> int:
        """The row at a point of the viewport; -1 outside."""
        inside = self.viewport().rect().contains(point)
        return self.indexAt(point).row() if inside else -1

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pointed.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._pressed_take = self._take_at(point)
        row = self._row_at(point)
        if row is not None and self._pressed_take is None:
            self.picked.emit(row.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_take = self._pressed_take, None
        if pressed is not None and self._take_at(event.position().toPoint()) == pressed:
            self.take_wanted.emit(pressed)

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        page = max(1, self.viewport().height() // max(1, self.rowHeight(0)) - 1)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_End: EVERYTHING,
        }
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Home:
            self.top_wanted.emit()
            self._step(-EVERYTHING)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.card_wanted.emit()
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        """Pick the row `by` rows from the selected one."""
        count = self._rows.rowCount()
        if not count:
            return
        at = self._rows.row_of(self._shown.selected) if self._shown.selected else None
        to = (0 if by > 0 else count - 1) if at is None and abs(by) == 1 else (at or 0) + by
        row = self._rows.row_at(min(count - 1, max(0, to)))
        self.picked.emit(row.id)

    def reveal(self, id: str | None) -> None:
        """Make the row current and bring it into sight, if this tab shows it."""
        at = self._rows.row_of(id) if id else None
        index = self._rows.index(at) if at is not None else QModelIndex()
        self.setCurrentIndex(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    # --- drops ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(UNIT_MIME):
            self.pointed.emit(EVERYTHING)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self._row_at(event.position().toPoint())
        self._mark(row.id if row else None)
        if row is not None and event.mimeData().hasFormat(UNIT_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(None)
        self.pointed.emit(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        row = self._row_at(event.position().toPoint())
        units = dropped_units(event.mimeData())
        self._mark(None)
        if row is not None and units:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(row.id, units)
        else:
            event.ignore()
        self.pointed.emit(-1)

    def _mark(self, id: str | None) -> None:
        if id != self._shown.drop:
            self._shown.drop = id
            self.viewport().update()
