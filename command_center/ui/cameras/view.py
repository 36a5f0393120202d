"""The list itself: pointer, keys and its own words when there is nothing in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from command_center.domain.room import Camera
from command_center.ui.cameras.model import ROW_ROLE, CameraModel
from command_center.ui.cameras.rows import CameraRow
from command_center.ui.cameras.verbs import CameraVerb
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.wall.dragging import DragSource

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CameraView(RowTable):
    """A table of one column: a list would ask the model about every row. `opened` a camera id by
    double click or Enter; `left_upwards` when the keyboard goes over the first row."""

    opened = Signal(str)
    left_upwards = Signal()

    def __init__(
        self,
        seat: Seat,
        model: CameraModel,
        empty: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, parent)
        self._seat = seat
        self._rows = model
        self._empty = empty
        self._kept: str | None = None
        self.verbs: Mapping[str, CameraVerb] = {}
        self._drags = DragSource(self.viewport(), seat.theme, self._camera_at)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)

    def set_row_height(self, pixels: int) -> None:
        self.verticalHeader().setDefaultSectionSize(pixels)

    def _keep_place(self) -> None:
        row = self.current()
        self._kept = row.id if row is not None else self._kept

    def _find_place(self) -> None:
        """The same camera if it is still there, else the first."""
        self.reveal(self._kept)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))

    def _camera_at(self, point: QPoint) -> Camera | None:
        row = self.indexAt(point).data(ROW_ROLE)
        return row.camera if isinstance(row, CameraRow) else None

    def current(self) -> CameraRow | None:
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return row if isinstance(row, CameraRow) else None

    def reveal(self, id: str | None) -> None:
        """Make a camera's row the current one, if it is shown."""
        at = self._rows.row_of(id)
        if at is not None:
            self.setCurrentIndex(self._rows.index(at))

    def step(self, by: int) -> None:
        """Move the current row without leaving whoever has the keyboard."""
        count = self._rows.rowCount()
        if count:
            at = max(0, self.currentIndex().row())
            self.setCurrentIndex(self._rows.index(min(count - 1, max(0, at + by))))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.rowCount() == 0:
            theme = self._seat.theme
            painter = QPainter(self.viewport())
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font(13))
            edge = theme.px(16)
            box = self.viewport().rect().adjusted(edge, edge, -edge, -edge)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, self._empty())
            painter.end()

    # --- keys and pointer ----------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Enter is the window's key for an order; in this list it shows a camera."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() in _ENTER:
            if row is not None:
                self.opened.emit(row.id)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a table would search by it
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None:
            self.opened.emit(row.id)

    def _row_at(self, point: QPoint) -> CameraRow | None:
        row = self.indexAt(point).data(ROW_ROLE)
        return row if isinstance(row, CameraRow) else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            self.setCurrentIndex(self.indexAt(event.pos()))
        row = self.current()
        if row is not None:
            self.menu(row.camera).popup(at)

    def menu(self, camera: Camera) -> QMenu:
        """Everything that can be done to a camera, what cannot greyed with the reason."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for verb in self.verbs.values():
            reason = verb.reason(self._seat, camera)
            item = menu.addAction(verb.text(camera))
            item.setEnabled(reason is None)
            item.setToolTip("" if reason is None else sentence(reason, {}))
            item.triggered.connect(lambda _=False, verb=verb: verb.run(self._seat, camera))
        return menu
