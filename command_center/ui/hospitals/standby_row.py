"""One hospital asked to stand by: how it stands, what it said, and what can be written down."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.hospital import OPEN
from command_center.domain.permissions import Permission
from command_center.domain.referral import Delivery, DeliveryState, Standby, StandbyState
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.hospitals import answer_standby, cancel_standby
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.hospitals.words import (
    expected_text,
    standby_line,
    state_text,
    translate,
)
from command_center.ui.plain_label import PlainLabel
from command_center.ui.referrals.words import fill
from command_center.ui.seat import Seat

_ANSWERS = (StandbyState.READY, StandbyState.LIMITED, StandbyState.UNABLE)


class StandbyRow(QFrame):
    def __init__(self, seat: Seat, row: Standby, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.row = row
        self._focus = FocusReturn(self)
        theme = seat.theme
        self.name = PlainLabel(theme, "text", bold=True, parent=self)
        self.state = PlainLabel(theme, "warn", 11, tabular=True, parent=self)
        self.said = PlainLabel(theme, "text2", 11, parent=self)
        for label in (self.name, self.state, self.said):
            label.setWordWrap(True)
        self.answers = {state: KeyButton(seat, "", parent=self) for state in _ANSWERS}
        self.cancel = KeyButton(seat, "", parent=self)
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar)
        for button in (*self.answers.values(), self.cancel):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for state, button in self.answers.items():
            button.clicked.connect(partial(self._answer, state))
            flow.addWidget(button)
        self.cancel.clicked.connect(lambda: cancel_standby(seat, self.row))
        flow.addWidget(self.cancel)
        rows = QVBoxLayout(self)
        px = theme.px
        rows.setContentsMargins(px(10), px(6), px(10), px(6))
        rows.setSpacing(px(3))
        for part in (self.name, self.state, self.said, self._bar):
            rows.addWidget(part)
        self.refresh(row)

    def _answer(self, state: StandbyState, *_: object) -> None:
        self._focus.give_back()  # its button goes, and the next one says something else
        answer_standby(self._seat, self.row, state)

    def refresh(self, row: Standby) -> None:
        """Follow the row, in the language of the screen."""
        self.row = row
        seat = self._seat
        hospital = seat.situation.get("hospital", row.hospital_id)
        self.name.show_text(hospital.name if hospital else row.hospital_id)
        phone = hospital.phone if hospital else ""
        words = [expected_text(row.serious, row.light) if row.serious or row.light else ""]
        words += [row.text, f"“{row.answer}”" if row.answer else "", self._told(phone)]
        self.said.show_text("\n".join(text for text in words if text))
        self.said.setVisible(bool(self.said.text()))
        open_now = row.state in OPEN
        for state, button in self.answers.items():
            button.relabel(state_text(state))
            shown = open_now and state is not row.state
            button.setVisible(shown and seat.may(Permission.REPORT_HOSPITALS))
        self.cancel.relabel(translate("Hospitals", "Batalkan"))
        self.cancel.setVisible(open_now and seat.may(Permission.REFER))
        self.tick(seat.live.now())

    def _told(self, phone: str) -> str:
        """What became of the message; where none went out, whom to call."""
        rows: list[Delivery] = [
            d for d in self._seat.situation.all("delivery") if d.about_id == self.row.id
        ]
        if rows and all(d.state is not DeliveryState.REFUSED for d in rows):
            waiting = any(d.state is DeliveryState.WAITING for d in rows)
            return translate("Hospitals", "pesan sedang dikirim") if waiting else ""
        if self.row.state is not StandbyState.ASKED:
            return ""
        if phone:
            return fill(translate("Hospitals", "telepon %1"), phone)
        return translate("Hospitals", "telepon; nomor belum diketahui")

    def tick(self, now: datetime) -> None:
        """The clock goes on while nothing changes."""
        text, ink = standby_line(self.row, now)
        self.state.tint(ink)
        self.state.show_text(text)
        self.setAccessibleName(f"{self.name.text()}. {text}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh(self.row)
        super().changeEvent(event)
