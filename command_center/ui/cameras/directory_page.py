"""A directory beside the room: what it would change stands here before a person takes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.cameras import words
from command_center.ui.cameras.check import DirectoryCheck, Stage
from command_center.ui.cameras.words import translate
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.format import count
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.video.directory.access import Directory
from command_center.video.directory.diff import ChangeKind
from command_center.video.directory.service import Directories

ENTER_ACCESS = "command-center cameras access"
ASK_KEY, APPLY_KEY, BACK_KEY = "Ctrl+R", "Ctrl+S", "Esc"


class DirectoryPage(QWidget):
    """`left` when the person goes back to the list."""

    left = Signal()

    def __init__(self, seat: Seat, directories: Directories, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._directories = directories
        self._known: list[Directory] = []
        self._sure = False
        self.check = DirectoryCheck(seat, directories, self)
        self.choice = QComboBox()
        self.ask_button = KeyButton(seat, "", ASK_KEY)
        self.apply_button = KeyButton(seat, "", APPLY_KEY, primary=True)
        self.back_button = KeyButton(seat, "", BACK_KEY)
        self.said = PlainLabel(seat.theme, "text", 13)
        self.said.setWordWrap(True)
        self.lines = QStringListModel(self)
        self.list = QListView()
        self._lay_out()
        self.ask_button.clicked.connect(self.ask)
        self.apply_button.clicked.connect(self.apply)
        self.back_button.clicked.connect(self.back)
        self.choice.activated.connect(lambda _index: self._forget())
        self.check.changed.connect(self._show)
        seat.person.changed.connect(self._show)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.list.setModel(self.lines)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        self._flow = FlowLayout(head)
        for widget in (self.choice, self.ask_button, self.apply_button, self.back_button):
            self._flow.addWidget(widget)
        layout = self._rows = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)

    def open(self) -> None:
        """Read which directories there are; the settings may have changed since."""
        self._seat.tasks.run(self._directories.all, self._take, self._fault)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, found: list[Directory]) -> None:
        chosen = self.choice.currentText()
        self._known = found
        self.choice.clear()
        self.choice.addItems([directory.preset.title for directory in found])
        self.choice.setCurrentIndex(max(0, self.choice.findText(chosen)))
        self._show()

    def _fault(self, error: OperatorError) -> None:
        self._known = []
        self.choice.clear()
        self._show()
        self.said.show_text(sentence(error.code, error.params))

    @property
    def directory(self) -> Directory | None:
        at = self.choice.currentIndex()
        return self._known[at] if 0 <= at < len(self._known) else None

    # --- what the person does ------------------------------------------------------------------

    def ask(self) -> None:
        """Look at the chosen directory; while it is asked, give up."""
        if self.check.stage in (Stage.ASKING, Stage.APPLYING):
            self.check.cancel()
        elif self.directory is not None and self.directory.is_open:
            self._sure = False
            self.check.ask(self.directory.preset.name)

    def apply(self) -> None:
        """Take it; when most cameras would be gone only at the second word."""
        look = self.check.look
        if not self.apply_button.isEnabled() or look is None:
            return
        if look.diff.lost_most and not self._sure:
            self._sure = True
            self._show()
            return
        self.check.apply(accept_loss=self._sure)

    def back(self) -> None:
        """To the list. What is being taken goes on; what is being asked is given up."""
        if self.check.stage is Stage.ASKING:
            self.check.cancel()
        self.left.emit()

    def _forget(self) -> None:
        self._sure = False
        if self.check.stage is not Stage.APPLYING:
            self.check.forget()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    # --- what it shows -------------------------------------------------------------------------

    def _show(self) -> None:
        check, busy = self.check, self.check.stage in (Stage.ASKING, Stage.APPLYING)
        is_open = self.directory is not None and self.directory.is_open
        self.choice.setEnabled(not busy)
        self.ask_button.setEnabled(busy or is_open)
        self.ask_button.relabel(
            translate("Cameras", "Batalkan") if busy else translate("Cameras", "Periksa")
        )
        look = check.look if check.stage is Stage.FOUND else None
        may = self._seat.may(Permission.MANAGE_CAMERAS)
        self.apply_button.setEnabled(may and look is not None and bool(look.diff.changes))
        self.apply_button.setToolTip("" if may else sentence("not_allowed", {}))
        self.apply_button.relabel(
            translate("Cameras", "Tetap terapkan")
            if self._sure and look is not None
            else translate("Cameras", "Terapkan")
        )
        self.said.show_text(self._sentence())
        lines = words.diff_lines(look.diff) if look is not None else []
        if lines != self.lines.stringList():
            self.lines.setStringList(lines)

    def _sentence(self) -> str:
        check, directory = self.check, self.directory
        if check.error is not None:
            return sentence(check.error.code, check.error.params)
        if directory is None:
            return translate("Cameras", "Kota ini belum punya direktori kamera.")
        if not directory.is_open:
            off = sentence("directory_off", {"name": directory.preset.title})
            return f"{off}\n{ENTER_ACCESS} {directory.preset.name} --url …"
        return self._progress(directory.preset.title) or self._found()

    def _progress(self, title: str) -> str:
        check = self.check
        if check.stage is Stage.ASKING:
            return translate("Cameras", "Menanyai %1…").replace("%1", title)
        if check.stage is Stage.APPLIED:
            return sentence("cameras.synchronised", {"count": count(check.total)})
        if check.stage is Stage.APPLYING or (check.stage is Stage.IDLE and check.done):
            text = translate("Cameras", "%1 dari %2 kamera diterapkan")
            return text.replace("%1", count(check.done)).replace("%2", count(check.total))
        return ""

    def _found(self) -> str:
        look = self.check.look
        if look is None:
            return translate("Cameras", "Periksa dahulu; tidak ada yang diubah sebelum diterapkan.")
        parts = [words.counts(look.diff)]
        if not look.diff.changes:
            parts.insert(0, translate("Cameras", "Tidak ada yang berubah."))
        if look.diff.lost_most:
            gone = {"gone": look.diff.counts[ChangeKind.GONE], "present": look.diff.present}
            parts.append(sentence("directory_lost_most", gone))
        return "\n".join(parts)

    def _restyle(self) -> None:
        theme = self._seat.theme
        self._rows.setContentsMargins(theme.px(12), 0, 0, 0)
        self._flow.setContentsMargins(0, theme.px(7), theme.px(8), theme.px(7))
        self._flow.setSpacing(theme.px(4))
        self.said.setContentsMargins(0, theme.px(2), theme.px(8), theme.px(6))
        self.list.setSpacing(theme.px(1))
        self.choice.setFont(theme.font(13))
        self.list.setFont(theme.font(13))

    def _retranslate(self) -> None:
        self.back_button.relabel(translate("Cameras", "Ke daftar"))
        self.choice.setAccessibleName(translate("Cameras", "Direktori"))
        self.list.setAccessibleName(translate("Cameras", "Yang akan berubah"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
