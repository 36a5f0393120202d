"""The frame around everything that is not the room as it is now: LATIHAN around an exercise, PUTAR
ULANG around the past. Nothing takes it off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from command_center.domain.room import RoomKind
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_THICKNESS = 16
_EVERY = 360


def frame_px(seat: Seat) -> int:
    """How thick the frame is in this room: 0 in the live room."""
    return seat.theme.px(_THICKNESS) if frame_word(seat) else 0


def frame_word(seat: Seat) -> str:
    """What the frame says, "" in the live room."""
    words = []
    if seat.room_kind is RoomKind.EXERCISE:
        words.append(translate("Window", "LATIHAN"))
    if seat.past:
        words.append(translate("Window", "PUTAR ULANG"))
    if words and seat.real.watched:
        count = seat.real.open_p1
        known = "?" if count is None else str(count)
        words.append(translate("Window", "P1 NYATA: %1").replace("%1", known))
    return " · ".join(words)


def frame_token(seat: Seat) -> str:
    """The colour of the theme it is painted in: the alarm's, while the real room has a P1."""
    if seat.real.open_p1:
        return "alarm"
    return "latihan" if seat.room_kind is RoomKind.EXERCISE else "accent"


def paint_frame(widget: QWidget, seat: Seat) -> None:
    """Hatch the outermost pixels of `widget` and write the word on each side, again and again."""
    thick = frame_px(seat)
    if thick == 0:
        return
    painter = QPainter(widget)
    whole = widget.rect()
    color = seat.theme.color(frame_token(seat))
    painter.setClipRegion(_ring(whole, thick))
    painter.fillRect(whole, seat.theme.color("window"))
    painter.fillRect(whole, QBrush(color, Qt.BrushStyle.BDiagPattern))
    painter.setFont(seat.theme.font(11, bold=True))
    for top in (whole.top(), whole.bottom() - thick + 1):
        _write(painter, seat, QRect(whole.left(), top, whole.width(), thick))
    painter.setClipping(False)
    for left, turn in ((whole.left(), -90), (whole.right() - thick + 1, 90)):
        painter.save()
        painter.translate(left + thick / 2, whole.center().y())
        painter.rotate(turn)
        length = whole.height() - 2 * thick
        _write(painter, seat, QRect(-length // 2, -thick // 2, length, thick))
        painter.restore()
    painter.end()


def _ring(whole: QRect, thick: int) -> QRegion:
    return QRegion(whole).subtracted(QRegion(whole.adjusted(thick, thick, -thick, -thick)))


def _write(painter: QPainter, seat: Seat, band: QRect) -> None:
    word = frame_word(seat)
    width = painter.fontMetrics().horizontalAdvance(word) + seat.theme.px(16)
    count = max(1, band.width() // seat.theme.px(_EVERY))
    for place in range(count):
        middle = band.left() + band.width() * (2 * place + 1) // (2 * count)
        plate = QRect(middle - width // 2, band.top(), width, band.height())
        painter.fillRect(plate, seat.theme.color(frame_token(seat)))
        painter.setPen(seat.theme.color("on_fill"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, word)
