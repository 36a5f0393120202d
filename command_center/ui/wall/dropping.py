"""A surface that cameras can be dropped on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from command_center.ui.seat import Seat
from command_center.ui.wall.dragging import camera_of
from command_center.ui.wall.surface import TileSurface
from command_center.ui.wall.watching import Watching


class DropSurface(TileSurface):
    """`moved` (camera id, place) when one was let go over a tile that takes it."""

    moved = Signal(str, int)

    def __init__(self, seat: Seat, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(seat, watching, parent)
        self.setAcceptDrops(True)
        self._target: int | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if camera_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        place = self.place_at(event.position().toPoint())
        self._aim(place if self.takes(place) else None)
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        place, id = self._target, camera_of(event.mimeData())
        self._aim(None)
        if place is not None and id is not None:
            event.acceptProposedAction()
            self.moved.emit(id, place)

    def takes(self, place: int | None) -> bool:
        """Pinned tiles stay, and the incident's zone is filled by the selection alone."""
        if place is None:
            return False
        cell = self._cells[place] if place < len(self._cells) else None
        return cell is None or not (cell.pinned or cell.zone)

    def _aim(self, place: int | None) -> None:
        if place != self._target:
            self._target = place
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is not None:
            painter = QPainter(self)
            painter.setPen(QPen(self._seat.theme.color("tile_accent"), 3))
            painter.drawRect(self.rects()[self._target].adjusted(2, 2, -3, -3))
            painter.end()
