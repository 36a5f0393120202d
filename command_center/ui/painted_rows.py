"""What painted rows of the lists have in common: a line of text, and the ground under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from command_center.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    room: float | None = None,
    side: Qt.AlignmentFlag = LEFT,
) -> int:
    """Text from outside stays in its one line and is cut where it does not fit into `room`, which
    is as wide as the box unless said. How wide it is."""
    metrics = QFontMetrics(painter.font())
    width = max(0, int(box.width() if room is None else room))
    shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
    painter.drawText(box, side, shown)
    return metrics.horizontalAdvance(shown)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Whether the row is selected, where it ends, and whether it has the keyboard."""
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.color("selected"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -2))
