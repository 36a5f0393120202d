"""A camera taken by the pointer: from a tile to another, or from a list of cameras to a tile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from command_center.domain.room import Camera
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


class DragSource(QObject):
    """Lets a list's viewport give its cameras away: `camera_at` names the one under a point."""

    def __init__(
        self, viewport: QWidget, theme: Theme, camera_at: Callable[[QPoint], Camera | None]
    ) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._theme = theme
        self._camera_at = camera_at
        self._pressed: QPoint | None = None
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if event.type() is QEvent.Type.MouseButtonPress:
                left = event.button() is Qt.MouseButton.LeftButton
                self._pressed = point if left else None
            elif event.type() is QEvent.Type.MouseMove and self._pressed is not None:
                return self._moved(self._pressed, point)
            elif event.type() is QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return False

    def _moved(self, start: QPoint, now: QPoint) -> bool:
        if (now - start).manhattanLength() < QApplication.startDragDistance():
            return False
        self._pressed = None
        camera = self._camera_at(start)
        if camera is not None:
            begin_drag(self._viewport, self._theme, camera.id, camera.label)
        return camera is not None


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
