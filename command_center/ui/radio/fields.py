"""A small form under a list: named fields, Enter keeps, Esc leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from command_center.ui.named_field import NamedField
from command_center.ui.seat import Seat
from command_center.ui.small_form import SmallForm

translate = QCoreApplication.translate
LONGEST = 400
USUAL_PX, WIDE_PX = 150, 310


class FieldsForm(SmallForm):
    """`choices` = {field: values of a choice}; any other field of `names` is a typed line.
    `kept` carries {field: text or value}."""

    def __init__(
        self,
        seat: Seat,
        names: Sequence[str],
        choices: Mapping[str, Sequence[object]],
        wide: Sequence[str] = (),
    ) -> None:
        """Fields of `wide` hold a sentence."""
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
        super().__init__(seat, tuple(self._named.values()))

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

    def held(self) -> dict[str, object]:
        return {
            name: self._choices[name][widget.currentIndex()]
            if isinstance(widget, QComboBox)
            else widget.text()
            for name, widget in self.inside.items()
        }

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
