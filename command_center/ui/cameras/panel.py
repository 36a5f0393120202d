"""All cameras as a panel: found by typing, chosen for the wall, named, noted and kept in step
with their directories."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from command_center.commands.cameras import LONGEST_ALIAS, LONGEST_NOTE
from command_center.domain.room import Camera
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.cameras import words
from command_center.ui.cameras.at_work import ALIAS, NOTE, AtWork
from command_center.ui.cameras.delegate import ROW_PX, CameraDelegate
from command_center.ui.cameras.directory_page import APPLY_KEY, ASK_KEY, DirectoryPage
from command_center.ui.cameras.editor import LineEditor
from command_center.ui.cameras.model import CameraModel
from command_center.ui.cameras.rows import CameraRow
from command_center.ui.cameras.verbs import CameraVerb, keep_note, rename, verbs
from command_center.ui.cameras.view import CameraView
from command_center.ui.cameras.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.video.directory.service import Directories
from command_center.video.model import CameraState

DIRECTORY_KEY = "Ctrl+R"


class CamerasPanel(QFrame):
    """Reads the room's cameras only while it can be seen; selects one only when told to."""

    def __init__(self, seat: Seat, directories: Directories, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._behind = True
        self.model = CameraModel(self._area_name, self._spoken, _tip, self)
        self.title = PlainLabel(seat.theme, "text", 13, bold=True)
        self.counted = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.field = QLineEdit()
        self.field.setMaxLength(100)
        self.to_directory = KeyButton(seat, "", DIRECTORY_KEY)
        self.view = CameraView(seat, self.model, self._empty)
        self._delegate = CameraDelegate(seat.theme, self._state, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.verbs = verbs(self._ask_name, self._ask_note)
        self.editor = LineEditor(seat.theme)
        self._at_work = AtWork(seat, self.editor, self)
        self.page = DirectoryPage(seat, directories)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        for widget in (self.title, self.counted):
            self._head.addWidget(widget)
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.to_directory)
        listing = QWidget()
        rows = QVBoxLayout(listing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.editor)
        self.stack.addWidget(listing)
        self.stack.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.stack)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._repaint)
        seat.selection.camera_changed.connect(self._select)
        seat.theme.changed.connect(self._restyle)
        self.field.textChanged.connect(self._search)
        self.view.opened.connect(self._open)
        self.view.left_upwards.connect(self.field.setFocus)
        self.editor.closed.connect(self.view.setFocus)
        self.to_directory.clicked.connect(self.show_directory)
        self.page.left.connect(self.show_list)

    def _bind_keys(self) -> None:
        for name, verb in self.view.verbs.items():
            if name != "show":
                self._bind(verb.key).activated.connect(lambda verb=verb: self._run(verb))
        self._bind(ASK_KEY).activated.connect(self._ask)
        self._bind(APPLY_KEY).activated.connect(self._apply)

    def _bind(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    # --- the room's signals --------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "camera" in touched.entities:
            self._behind = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        if self._behind:
            self._behind = False
            self.model.take(self._seat.situation.all("camera"))
            self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        self.view.reveal(self._seat.selection.camera_id)

    def _repaint(self, _now: datetime) -> None:
        """How the cameras are is asked for those that are painted, once a second."""
        if self.view.isVisible():
            self.view.viewport().update()

    def _select(self, id: str | None) -> None:
        self._delegate.selected = id
        if self.isVisible():
            self.view.reveal(id)
        self.view.viewport().update()

    # --- what the person does ------------------------------------------------------------------

    def _search(self, text: str) -> None:
        self.model.search(text)
        self._count()

    def _open(self, id: str) -> None:
        self._seat.selection.select_camera(id)

    def _run(self, verb: CameraVerb) -> None:
        """What cannot be done says why, as the window's own keys do."""
        row = self.view.current()
        if row is None or self.stack.currentIndex() != 0 or not self.editor.isHidden():
            return
        verb.perform(self._seat, row.camera)

    def _ask_name(self, seat: Seat, camera: Camera) -> None:
        label = translate("Cameras", "Nama %1").replace("%1", camera.label)
        text = camera.alias or camera.name
        self.editor.write(label, text, LONGEST_ALIAS, lambda alias: rename(seat, camera, alias))
        self._at_work.begin(camera, ALIAS)

    def _ask_note(self, seat: Seat, camera: Camera) -> None:
        label = translate("Cameras", "Catatan %1").replace("%1", camera.label)
        self.editor.write(
            label, camera.note, LONGEST_NOTE, lambda note: keep_note(seat, camera, note)
        )
        self._at_work.begin(camera, NOTE)

    def show_directory(self) -> None:
        """What the directories say, in place of the list."""
        self.stack.setCurrentWidget(self.page)
        self.page.open()

    def show_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if self.stack.currentWidget() is self.page:
            self.page.ask()
        else:
            self.show_directory()

    def _apply(self) -> None:
        if self.stack.currentWidget() is self.page:
            self.page.apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field the arrows move through the list and Enter shows the camera."""
        pressed = event.type() is QEvent.Type.KeyPress
        if watched is self.field and pressed and isinstance(event, QKeyEvent):
            return self._field_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _field_key(self, key: Qt.Key) -> bool:
        page = max(1, self.view.viewport().height() // self._seat.theme.px(ROW_PX) - 1)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        if key in steps:
            self.view.step(steps[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.view.current()
            if row is not None:
                self._open(row.id)
            return True
        if key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return False

    # --- what it shows -------------------------------------------------------------------------

    def _area_name(self, code: str) -> str:
        area = self._seat.city.gazetteer.by_code(code) if code else None
        return area.name if area is not None else ""

    def _state(self, id: str) -> CameraState:
        return self._seat.engine.status(id).state

    def _spoken(self, row: CameraRow) -> str:
        camera = row.camera
        state = words.state_text(camera, self._state(camera.id))
        parts = (camera.label, camera.title, state, words.second_line(row))
        return ", ".join(part for part in parts if part)

    def _empty(self) -> str:
        if self.model.total == 0:
            return words.no_cameras()
        return words.nothing_fits(self.field.text())

    def _count(self) -> None:
        self.counted.show_text(words.counted(self.model.rowCount(), self.model.total))

    def _restyle(self) -> None:
        theme = self._seat.theme
        self._head.setContentsMargins(theme.px(12), theme.px(7), theme.px(8), theme.px(7))
        self._head.setSpacing(theme.px(8))
        self.field.setFont(theme.font(13))
        self.field.setMinimumWidth(theme.px(80))
        self.view.set_row_height(theme.px(ROW_PX))
        self.view.viewport().update()

    def _retranslate(self) -> None:
        self.title.show_text(translate("Cameras", "KAMERA"))
        self.setAccessibleName(translate("Cameras", "Daftar kamera"))
        self.view.setAccessibleName(translate("Cameras", "Daftar kamera"))
        hint = translate("Cameras", "Cari label, nama, kelurahan, catatan")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.to_directory.relabel(translate("Cameras", "Direktori"))
        self._count()
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _tip(row: CameraRow) -> str:
    return plain_tip(words.tip_lines(row))
