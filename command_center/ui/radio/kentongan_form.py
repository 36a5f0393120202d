"""Kentongan in three fields: which kelurahan, which RW, what for. Enter rings it in every seat."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from command_center.commands.kentongan import SoundKentongan
from command_center.commands.partners import RW_LENGTH
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.named_field import Beside, NamedField
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.small_form import OwnKeys

translate = QCoreApplication.translate


class KentonganForm(OwnKeys):
    """Stays open, with what was typed, until it is stored; then its incident is selected."""

    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setObjectName("raised")
        self.title = PlainLabel(seat.theme, "alarm", bold=True)
        self.area, self.rw, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        self.area.setMaxLength(100)
        self.rw.setMaxLength(RW_LENGTH)
        self.words.setMaxLength(400)
        self._fields = [
            NamedField(seat.theme, self.area),
            NamedField(seat.theme, self.rw, 60),
            NamedField(seat.theme, self.words, 240),
        ]
        self.keep = KeyButton(seat, "", "Return", primary=True)
        self.cancel = KeyButton(seat, "", "Esc")
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self.title)
        self._flow = FlowLayout(gap=8)
        for part in (*self._fields, Beside(seat.theme, self._fields[0], self.keep, self.cancel)):
            self._flow.addWidget(part)
        rows.addLayout(self._flow)
        self.keep.clicked.connect(self.enter)
        self.cancel.clicked.connect(self.escape)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.hide()

    def ask(self) -> None:
        self.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """The panel may come forward only after it was asked."""
        super().showEvent(event)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        seat = self._seat
        area, rw, text = self.area.text().strip(), self.rw.text(), self.words.text()
        if not area:
            seat.notices.failed(OperatorError("kentongan_needs_place"))
            return

        def done(outcome: Outcome) -> None:
            seat.notices.done(outcome.kind, number=outcome.result.get("number"))
            self.escape()
            seat.selection.select_incident(str(outcome.result["incident_id"]))

        seat.submit(SoundKentongan(area, rw, text), done, seat.notices.failed)

    def escape(self) -> None:
        for field in (self.area, self.rw, self.words):
            field.clear()
        self.hide()
        self.left.emit()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(6), px(12), px(8))
        self._flow.setSpacing(px(8))

    def retranslate(self) -> None:
        self.title.show_text(translate("Radio", "Kentongan: P1, berbunyi di semua meja"))
        names = (
            translate("Radio", "Kelurahan"),
            translate("Radio", "RW"),
            translate("Radio", "Karena apa"),
        )
        for field, name in zip(self._fields, names, strict=True):
            field.rename(name)
        self.keep.relabel(translate("Radio", "Bunyikan"))
        self.cancel.relabel(translate("Radio", "Batal"))
