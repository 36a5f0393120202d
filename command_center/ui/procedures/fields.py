"""A procedure as it is written: some sentences, and one step on each line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from command_center.advice.procedures import Procedure, rewritten
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
KEEP_KEY, LEAVE_KEY = "Ctrl+Return", "Esc"
_TEXT_PX, _STEPS_PX = 76, 150


class ProcedureFields(QWidget):
    """`kept` when it is to be stored, `left` when it is not."""

    kept = Signal()
    left = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._before = Procedure("", ())
        self.title = PlainLabel(seat.theme, bold=True)
        self.title.setWordWrap(True)
        self._names = [PlainLabel(seat.theme, "text2") for _ in range(2)]
        self.words, self.steps = QPlainTextEdit(), QPlainTextEdit()
        for name, field in zip(self._names, (self.words, self.steps), strict=True):
            field.setTabChangesFocus(True)
            name.setBuddy(field)
            name.setWordWrap(True)
        self.keep_button = KeyButton(seat, "", KEEP_KEY, primary=True)
        self.leave_button = KeyButton(seat, "", LEAVE_KEY)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=6)
        for button in (self.keep_button, self.leave_button):
            flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        for part in (self.title, self._names[0], self.words, self._names[1], self.steps, buttons):
            self._rows.addWidget(part)
        keep = QShortcut(QKeySequence(KEEP_KEY), self)
        keep.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keep.activated.connect(self.kept)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.left)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def write(self, title: str, procedure: Procedure) -> None:
        """Open with what stands now."""
        self._before = procedure
        self.title.show_text(title)
        self.words.setPlainText(procedure.text)
        self.steps.setPlainText("\n".join(item.label for item in procedure.items))
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def written(self) -> Procedure:
        """As it stands in the fields; an empty line is no step."""
        lines = [" ".join(line.split()) for line in self.steps.toPlainText().splitlines()]
        steps = rewritten(self._before.items, [line for line in lines if line])
        return Procedure(" ".join(self.words.toPlainText().split()), steps)

    @property
    def changed(self) -> bool:
        """Whether anything is to be stored."""
        return self.isVisible() and self.written != self._before

    def event(self, event: QEvent) -> bool:
        """Plain keys belong to the fields, not to the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            if held == Qt.KeyboardModifier.NoModifier and not function:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        theme, px = self._seat.theme, self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(6), px(12), px(8))
        self._rows.setSpacing(px(4))
        for field, height in ((self.words, _TEXT_PX), (self.steps, _STEPS_PX)):
            field.setFont(theme.font(13))
            field.setFixedHeight(px(height))

    def relabel(self) -> None:
        """After another language."""
        names = (
            translate("Procedures", "Yang perlu diingat"),
            translate("Procedures", "Langkah, satu per baris"),
        )
        for label, name, field in zip(self._names, names, (self.words, self.steps), strict=True):
            label.show_text(name)
            field.setAccessibleName(name)
        self.keep_button.relabel(translate("Procedures", "Simpan"))
        self.leave_button.relabel(translate("Procedures", "Batal"))
