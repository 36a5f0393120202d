"""What of the ground is seen, moved by a person's hand: pointer, wheel and keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from command_center.ui.map.painting import Pin
from command_center.ui.map.viewport import Box, Ground, Viewport
from command_center.ui.theme import Theme

STEP = 1.25
PAN_PX = 60
DRAG_FROM_PX = 4
FIT_MARGIN_PX = 14
TURNING_MS = 120
"""How long after a turn of the wheel the ground is painted anew."""
PLACE_PX_PER_M = 0.12


class MapView(QWidget):
    """`pointed` carries the pixel that was clicked or picked by key, `framed` the rectangle that
    was drawn, in pixels; `panned` follows a hand that moved the middle of the view. While `locked`
    no hand does."""

    pointed = Signal(float, float)
    framed = Signal(QRectF)
    panned = Signal()
    unframed = Signal()

    def __init__(self, ground: Ground, box: Box, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.ground = ground
        self.viewport = Viewport(0.0, 0.0, 0.02, 640, 400)
        self.pin: Pin | None = None
        self._box = box
        self._theme = theme
        self._fitted = True
        self._pressed: QPointF | None = None
        self._dragged = False
        self._framing = False
        self.locked = False
        self.area: QRectF | None = None
        self._turning = QTimer(self)
        self._turning.setSingleShot(True)
        self._turning.setInterval(TURNING_MS)
        self._turning.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- the view ------------------------------------------------------------------------------

    def look_at(self, viewport: Viewport, fitted: bool = False) -> None:
        if self.area is not None and viewport != self.viewport:
            self.area = None  # it was drawn over another view
            self.unframed.emit()
        self.viewport = viewport
        self._fitted = fitted
        self.update()

    def fit(self) -> None:
        """The whole city; it stays whole when the panel changes its size."""
        margin = self._theme.px(FIT_MARGIN_PX)
        self.look_at(self.viewport.fitted(self._box, margin), fitted=True)

    def pan_to(self, viewport: Viewport) -> None:
        """By hand."""
        if not self.locked:
            self.look_at(viewport)
            self.panned.emit()

    def whole(self) -> None:
        """Fitted by hand."""
        if not self.locked:
            self.fit()
            self.panned.emit()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        if self.locked:
            return
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = at or middle
        self.look_at(self.viewport.zoomed(factor, at.x(), at.y()))

    def show_place(self, pin: Pin) -> None:
        """Somebody asked where this is: go there, near enough to see its streets."""
        self.pin = pin
        scale = max(self.viewport.scale, PLACE_PX_PER_M)
        self.look_at(replace(self.viewport, x_m=pin.x_m, y_m=pin.y_m, scale=scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.viewport = self.viewport.resized(event.size().width(), event.size().height())
        if self._fitted:
            self.fit()

    # --- pointer -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False
            self._framing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        away = event.position() - self._pressed
        if not self._dragged and away.manhattanLength() < DRAG_FROM_PX:
            return
        self._dragged = True
        if self._framing:
            self.frame(QRectF(self._pressed, event.position()).normalized())
            return
        self._pressed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan_to(self.viewport.panned(away.x(), away.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        if self._framing and self._dragged and self.area is not None:
            self.framed.emit(self.area)
        elif not self._dragged:
            self.pointed.emit(event.position().x(), event.position().y())

    def frame(self, area: QRectF | None) -> None:
        self.area = area
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.pan_to(self.viewport.centred(*self.viewport.to_m(at.x(), at.y())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if turns:
            self._turning.start()
            self.zoom(STEP**turns, event.position())
        event.accept()

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._theme.px(PAN_PX)
        pans = {
            Qt.Key.Key_Left: (step, 0),
            Qt.Key.Key_Right: (-step, 0),
            Qt.Key.Key_Up: (0, step),
            Qt.Key.Key_Down: (0, -step),
        }
        key = event.key()
        if key in pans:
            self.pan_to(self.viewport.panned(*pans[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_Home:
            self.whole()
        elif key == Qt.Key.Key_Escape and self.area is not None:
            self.frame(None)
        elif key == Qt.Key.Key_Escape and self.pin is not None:
            self.pin = None
            self.update()
        elif key == Qt.Key.Key_Space:  # Enter orders units, wherever the focus is
            self.pointed.emit(self.width() / 2, self.height() / 2)
        else:
            super().keyPressEvent(event)
