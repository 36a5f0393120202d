"""The surface with hands: keys, pointer, wheel and drag. It says what was asked; the board does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.ui.wall import words
from command_center.ui.wall.dragging import begin_drag
from command_center.ui.wall.dropping import DropSurface
from command_center.ui.wall.lens import STEP, Lens
from command_center.ui.wall.shapes import ONE
from command_center.ui.wall.watching import Watching

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_PAN = 0.25
_OWN = {
    *_STEPS,
    *_CLOSER,
    *_FARTHER,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_WITH = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class WallCanvas(DropSurface):
    """Tiles that can be chosen, opened, moved and, when there is one only, looked into."""

    picked = Signal(str)
    opened = Signal(str)
    turned = Signal(int)
    left = Signal()
    replaced = Signal(str)
    held = Signal(bool)

    def __init__(self, seat: Seat, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(seat, watching, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pressed: QPoint | None = None
        self._panned: QPointF | None = None
        self.hovered = False

    # --- pointer -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        cell, place = self.cell_at(point), self.place_at(point)
        if cell is None or place is None:
            return
        if event.button() is Qt.MouseButton.LeftButton:
            offered = self._painter.offer_rect(self.rects()[place])
            if cell.camera.id in self.offers and offered.contains(point):
                self.replaced.emit(cell.camera.id)
                return
            self._pressed = point
            self._panned = None if self.lens.plain else event.position()
        self.picked.emit(cell.camera.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned is not None:
            step = event.position() - self._panned
            self._panned = event.position()
            self.use_lens(self.lens.moved(-step.x() / self.width(), -step.y() / self.height()))
            return
        if self._pressed is None or self.shape_ is ONE:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            cell = self.cell_at(self._pressed)
            self._pressed = None
            if cell is not None and not cell.pinned:
                begin_drag(self, self._seat.theme, cell.camera.id, cell.camera.label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._panned = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is not None:
            self.opened.emit(cell.camera.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.shape_ is not ONE:
            event.ignore()
            return
        turns = event.angleDelta().y() / 120
        spot = event.position()
        at = QPointF(spot.x() / max(1, self.width()), spot.y() / max(1, self.height()))
        self.use_lens(self.lens.zoomed(STEP**turns, at))
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(False)
        super().leaveEvent(event)

    def _hover(self, on: bool) -> None:
        self.hovered = on
        self.held.emit(on)

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._arrow(key, event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._seat.selection.camera_id:
            self.opened.emit(self._seat.selection.camera_id)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _CLOSER or key in _FARTHER:
            self.use_lens(self.lens.zoomed(STEP if key in _CLOSER else 1 / STEP))
        elif key == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        """One step out: of the zoom, else of the large tile."""
        if self.lens.plain:
            self.left.emit()
        else:
            self.use_lens(Lens())

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        right, down = _STEPS[key]
        if not self.lens.plain:
            self.use_lens(self.lens.moved(right * _PAN, down * _PAN))
            return
        here = self.chosen_place()
        if here is None:
            first = next((cell for cell in self._cells if cell is not None), None)
            if first is not None:
                self.picked.emit(first.camera.id)
            return
        there = self.shape_.beside(here, right, down)
        cell = self._cells[there] if there < len(self._cells) else None
        if held & Qt.KeyboardModifier.ControlModifier:
            chosen = self._seat.selection.camera_id
            if there != here and chosen is not None and self.takes(there):
                self.moved.emit(chosen, there)
        elif cell is not None and there != here:
            self.picked.emit(cell.camera.id)

    def chosen_place(self) -> int | None:
        """Where the selected camera stands."""
        id = self._seat.selection.camera_id
        for place, cell in enumerate(self._cells):
            if cell is not None and cell.camera.id == id:
                return place
        return None

    # --- what it is called ---------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Enter opens the tile here: it never orders the incident's units.
            own = Qt.Key(event.key()) in _OWN and event.modifiers() in _WITH
            if own:
                event.accept()
                return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        cell = self.cell_at(event.pos())
        if cell is None:
            QToolTip.hideText()
            return
        status = self.statuses.get(cell.camera.id) or self._watching.status(cell.camera.id)
        now, zone = self._seat.live.now(), self._seat.zone
        text = words.tip(cell, status, self._number, now, zone)
        QToolTip.showText(event.globalPos(), plain_tip(text), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.refresh()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.refresh()
        super().focusOutEvent(event)
