"""A small form under a list: named fields, Enter keeps, Esc leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.named_field import Beside, NamedField
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONGEST = 400
USUAL_PX, WIDE_PX = 150, 310


class FieldsForm(QWidget):
    """`choices` = {field: values of a choice}; any other field of `names` is a typed line.
    `kept` carries {field: text or value}."""

    kept = Signal(object)
    left = Signal()

    def __init__(
        self,
        seat: Seat,
        names: Sequence[str],
        choices: Mapping[str, Sequence[object]],
        wide: Sequence[str] = (),
    ) -> None:
        """Fields of `wide` hold a sentence."""
        super().__init__()
        self._seat = seat
        self._choices = choices
        self.inside: dict[str, QLineEdit | QComboBox] = {}
        for name in names:
            self.inside[name] = QComboBox() if name in choices else QLineEdit()
        for name, widget in self.inside.items():
            if isinstance(widget, QLineEdit):
                widget.setMaxLength(LONGEST)
            else:
                for value in choices[name]:
                    widget.addItem("", value)
        self._named = {
            name: NamedField(seat.theme, w, WIDE_PX if name in wide else USUAL_PX)
            for name, w in self.inside.items()
        }
        self.keep_button = KeyButton(seat, "", "Return", primary=True)
        self.leave_button = KeyButton(seat, "", "Esc")
        self._flow = FlowLayout(self, gap=8)
        first = next(iter(self._named.values()))
        beside = Beside(seat.theme, first, self.keep_button, self.leave_button)
        for part in (*self._named.values(), beside):
            self._flow.addWidget(part)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def write(self, values: Mapping[str, object]) -> None:
        """Open with what stands now; what is not given is empty."""
        for name, widget in self.inside.items():
            if isinstance(widget, QComboBox):
                choices = list(self._choices[name])
                value = values.get(name)
                widget.setCurrentIndex(choices.index(value) if value in choices else 0)
            else:
                widget.setText(str(values.get(name, "")))
        self.show()
        typed = [w for w in self.inside.values() if isinstance(w, QLineEdit)]
        typed[0].setFocus(Qt.FocusReason.OtherFocusReason)
        typed[0].selectAll()

    def values(self) -> dict[str, object]:
        return {
            name: self._choices[name][widget.currentIndex()]
            if isinstance(widget, QComboBox)
            else widget.text()
            for name, widget in self.inside.items()
        }

    def _keep(self) -> None:
        self.kept.emit(self.values())

    def event(self, event: QEvent) -> bool:
        """Enter and Esc are this form's own, not the window's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_ENTER, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._flow.setContentsMargins(px(12), px(6), px(12), px(8))
        self._flow.setSpacing(px(8))

    def rename(self, names: Mapping[str, str], shown: Mapping[str, Sequence[str]]) -> None:
        """In the language of the screen: fields, and the words of their choices."""
        for name, text in names.items():
            self._named[name].rename(text)
        for name, words in shown.items():
            widget = self.inside[name]
            if isinstance(widget, QComboBox):
                for at, word in enumerate(words):
                    widget.setItemText(at, word)
        self.keep_button.relabel(translate("Radio", "Simpan"))
        self.leave_button.relabel(translate("Radio", "Batal"))
