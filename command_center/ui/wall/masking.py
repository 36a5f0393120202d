"""Draws the parts of a camera's picture that nobody is to see, over the picture itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from command_center.ui.seat import Seat

translate = QCoreApplication.translate
Mask = tuple[float, float, float, float]
MOST = 16
_SMALLEST = 0.01
_NEW: Mask = (0.4, 0.4, 0.2, 0.2)
_STEP = 0.02
_MOVES = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}
_KEYS = {
    *_MOVES,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Insert,
    Qt.Key.Key_Space,
}


def mask_between(a: QPointF, b: QPointF) -> Mask | None:
    """The rectangle of two points (fractions of the picture), cut at its edge; None if too thin."""
    left, right = sorted(min(1.0, max(0.0, x)) for x in (a.x(), b.x()))
    top, bottom = sorted(min(1.0, max(0.0, y)) for y in (a.y(), b.y()))
    if right - left < _SMALLEST or bottom - top < _SMALLEST:
        return None
    return (left, top, right - left, bottom - top)


def _within(mask: Mask) -> Mask:
    x, y, w, h = mask
    w, h = (min(1.0, max(_SMALLEST, side)) for side in (w, h))
    return (min(1.0 - w, max(0.0, x)), min(1.0 - h, max(0.0, y)), w, h)


class MaskEditor(QWidget):
    """Covers the canvas while it is open. By hand: drag a rectangle. By keys: space makes one,
    arrows move it, with Shift they size it; Backspace takes the last step back, Delete clears."""

    saved = Signal(object, object)
    """What is masked now, and what was when the drawing began."""
    closed = Signal()

    def __init__(self, seat: Seat, picture: Callable[[], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._picture = picture
        self._past: list[tuple[Mask, ...]] = []
        self._from: QPointF | None = None
        self._to: QPointF | None = None
        self.masks: tuple[Mask, ...] = ()
        self._began: tuple[Mask, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._retranslate()
        self.hide()

    def begin(self, masks: Sequence[Mask]) -> None:
        self.masks, self._past = tuple(masks), []
        self._began = self.masks
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def save(self) -> None:
        self.saved.emit(self.masks, self._began)
        self.end()

    def _become(self, masks: tuple[Mask, ...]) -> None:
        if masks != self.masks and len(masks) <= MOST:
            self._past.append(self.masks)
            self.masks = masks
        self.update()

    def undo(self) -> None:
        if self._past:
            self.masks = self._past.pop()
        self.update()

    # --- hands ---------------------------------------------------------------------------------

    def _fraction(self, event: QMouseEvent) -> QPointF:
        box, at = self._picture(), event.position()
        return QPointF((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._to = self._fraction(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._to = self._fraction(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        made = mask_between(start, self._fraction(event)) if start is not None else None
        self._become((*self.masks, made) if made else self.masks)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever they mean to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = Qt.Key(event.key()) in _KEYS
            if own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._nudge(*_MOVES[key], sizing=sizing)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Insert):
            self._become((*self.masks, _NEW))
        elif key == Qt.Key.Key_Backspace:
            self.undo()
        elif key == Qt.Key.Key_Delete:
            self._become(())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif key == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _nudge(self, right: float, down: float, *, sizing: bool) -> None:
        if not self.masks:
            return
        x, y, w, h = self.masks[-1]
        moved = (x, y, w + right, h + down) if sizing else (x + right, y + down, w, h)
        self._become((*self.masks[:-1], _within(moved)))

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = self._seat.theme, self._picture()
        painter = QPainter(self)
        shade = theme.color("tile_shade")
        shade.setAlpha(200)
        drawn = mask_between(self._from, self._to) if self._from and self._to else None
        for place, mask in enumerate((*self.masks, *([drawn] if drawn else []))):
            x, y, w, h = mask
            part = QRectF(
                box.x() + x * box.width(),
                box.y() + y * box.height(),
                w * box.width(),
                h * box.height(),
            )
            painter.fillRect(part, shade)
            last = place == len(self.masks) - 1
            painter.setPen(QPen(theme.color("tile_accent" if last else "tile_text"), 1.5))
            painter.drawRect(part)
        self._paint_hint(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        theme = self._seat.theme
        painter.setFont(theme.font(13))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        room = QRect(theme.px(12), 0, self.width() - theme.px(24), self.height())
        words = painter.boundingRect(room, flags, self._hint)
        band = QRect(0, 0, self.width(), words.height() + theme.px(12))
        painter.fillRect(band, theme.color("primary"))
        painter.setPen(theme.color("on_primary"))
        painter.drawText(band.adjusted(theme.px(12), 0, -theme.px(12), 0), flags, self._hint)

    def _retranslate(self) -> None:
        self._hint = translate(
            "Wall",
            "Tarik kotak di atas bagian yang ditutup, atau Spasi lalu panah (Shift: ukuran). "
            "Backspace urung · Del hapus semua · Enter simpan · Esc batal",
        )
        self.setAccessibleName(translate("Wall", "Bagian gambar yang ditutup"))
        self.setAccessibleDescription(self._hint)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)
