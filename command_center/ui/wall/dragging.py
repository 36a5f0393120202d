"""A camera taken by the pointer: from a tile to another, or from a list of cameras to a tile."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from command_center.ui.theme import Theme

CAMERA_MIME = "application/x-command-center-camera"
_LONGEST = 256


def camera_data(camera_id: str) -> QMimeData:
    """What a list of cameras gives a drag of its own."""
    data = QMimeData()
    data.setData(CAMERA_MIME, QByteArray(camera_id.encode()))
    return data


def camera_of(data: QMimeData) -> str | None:
    """The camera's id; None for anything else."""
    if not data.hasFormat(CAMERA_MIME):
        return None
    raw = bytes(data.data(CAMERA_MIME).data())[:_LONGEST]
    return raw.decode(errors="replace") or None


def begin_drag(source: QWidget, theme: Theme, camera_id: str, label: str) -> None:
    """Ends when the pointer lets go; what happens then is the drop target's business."""
    drag = QDrag(source)
    drag.setMimeData(camera_data(camera_id))
    drag.setPixmap(_card(theme, label))
    drag.setHotSpot(QPoint(theme.px(8), theme.px(8)))
    drag.exec(Qt.DropAction.MoveAction)


def _card(theme: Theme, label: str) -> QPixmap:
    probe = QPixmap(1, 1)
    painter = QPainter(probe)
    painter.setFont(theme.font(13, bold=True))
    width = painter.fontMetrics().horizontalAdvance(label) + theme.px(20)
    painter.end()
    card = QPixmap(width, theme.px(28))
    card.fill(theme.color("primary"))
    painter = QPainter(card)
    painter.setFont(theme.font(13, bold=True))
    painter.setPen(theme.color("on_primary"))
    painter.drawText(card.rect(), Qt.AlignmentFlag.AlignCenter, label)
    painter.end()
    return card
