"""A camera in a window of its own, for another monitor: it stays, or follows the selection."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.exercise_frame import frame_px, frame_word, paint_frame
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.situation_badges import BadgeStrip
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.canvas import WallCanvas
from command_center.ui.wall.shapes import ONE
from command_center.ui.wall.watching import Watching

translate = QCoreApplication.translate
MOST = 4
_SIZE = (960, 600)


class TileWindow(QWidget):
    """One camera in its better stream. I: follow the selection; Esc: close."""

    closed = Signal(object)

    def __init__(self, seat: Seat, watching: Watching, camera_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._seat = seat
        self._watching = watching
        self.camera_id = camera_id
        self.canvas = WallCanvas(seat, watching, self)
        self._name = PlainLabel(seat.theme, "text", 13, bold=True)
        self._state = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.follow = KeyButton(seat, "", "I")
        self.follow.setCheckable(True)
        self._lay_out()
        seat.selection.camera_changed.connect(self._selected)
        seat.real.changed.connect(self._retitle)
        self.canvas.states_changed.connect(self._summarise)
        self.canvas.showing.connect(lambda _on: self._attend())
        self.canvas.left.connect(self.close)
        self.canvas.picked.connect(seat.selection.select_camera)
        self.canvas.moved.connect(lambda id, _place: self.show_camera(id))
        self.canvas.opened.connect(lambda _id: self._toggle_full())
        self.follow.clicked.connect(lambda: self._selected(seat.selection.camera_id))
        self._retranslate()
        self.show_camera(camera_id)

    def _lay_out(self) -> None:
        px, thick = self._seat.theme.px, frame_px(self._seat)
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(6), px(8), px(6))
        head.addWidget(self._name)
        head.addWidget(self._state, 1)
        head.addWidget(BadgeStrip(self._seat, self))
        head.addWidget(self.follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(thick, thick, thick, thick)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def show_camera(self, camera_id: str) -> None:
        camera = self._seat.situation.camera(camera_id)
        if camera is None:
            return
        self.camera_id = camera_id
        self._cells = [Cell(camera)]
        self._attend()
        self.canvas.show_cells(self._cells, ONE, None)
        self._name.show_text(f"{camera.label} {camera.title}")
        self._retitle()
        self._summarise()

    def _retitle(self) -> None:
        camera = self._seat.situation.camera(self.camera_id)
        if camera is not None:
            frame = [frame_word(self._seat)] if frame_px(self._seat) else []
            self.setWindowTitle(" · ".join([*frame, camera.label, camera.title]))
        self.update()

    def read_directory(self) -> None:
        """Gone from the directory: the window goes too."""
        camera = self._seat.situation.camera(self.camera_id)
        if camera is None or not camera.in_use:
            self.close()
        else:
            self.show_camera(self.camera_id)

    def _selected(self, camera_id: str | None) -> None:
        if self.follow.isChecked() and camera_id and camera_id != self.camera_id:
            self.show_camera(camera_id)

    def _attend(self) -> None:
        visible = self.canvas.isVisible() and not self.isMinimized()
        self._watching.want(self.canvas.who, self._cells, focused=self.camera_id, visible=visible)

    def _summarise(self) -> None:
        status = self.canvas.statuses.get(self.camera_id)
        if status is not None:
            parts = (words.headline(status), words.reason_text(status.reason))
            self._state.show_text(" · ".join(part for part in parts if part))

    def _toggle_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_I:
            self.follow.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_frame(self, self._seat)

    def _retranslate(self) -> None:
        self.follow.relabel(translate("Wall", "Ikuti pilihan"))
        self.canvas.setAccessibleName(translate("Wall", "Ubin kamera"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._summarise()
        elif event.type() is QEvent.Type.WindowStateChange:
            self._attend()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._watching.leave(self.canvas.who)
        self.closed.emit(self)
        super().closeEvent(event)


class TileWindows(QObject):
    """The windows that are open, a few at most; the oldest makes room."""

    def __init__(self, seat: Seat, watching: Watching, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._watching = watching
        self._parent = parent
        self.open_ones: list[TileWindow] = []

    def open(self, camera_id: str) -> None:
        """A window for the camera, or the one that shows it comes forward."""
        for window in self.open_ones:
            if window.camera_id == camera_id:
                window.raise_()
                return
        while len(self.open_ones) >= MOST:
            self.open_ones[0].close()
        window = TileWindow(self._seat, self._watching, camera_id, self._parent)
        window.closed.connect(self.open_ones.remove)
        self.open_ones.append(window)
        window.show()

    def read_directory(self) -> None:
        for window in list(self.open_ones):
            window.read_directory()
