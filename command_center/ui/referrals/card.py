"""One referral: whom to, how it stands, its clock, what they said, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from command_center.commands.referral import REASON_LONGEST, STANDING, TEXT_LONGEST
from command_center.domain.permissions import Permission
from command_center.domain.referral import DeliveryState, Referral, ReferralState
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.referrals import LETTER, answer, may_answer, withdraw
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.plain_label import PlainLabel
from command_center.ui.referrals.words import (
    STATE_INK,
    answer_text,
    clock_text,
    fill,
    law_text,
    state_text,
    step_text,
    translate,
    via_text,
)
from command_center.ui.seat import Seat
from command_center.ui.sight import bring_into_sight

Deed = Callable[[str], None]


class ReferralCard(QFrame):
    """What is said of it is typed into a line under its buttons: Enter keeps it, Esc leaves."""

    def __init__(self, seat: Seat, row: Referral, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.row = row
        self._deed: Deed | None = None
        self._focus = FocusReturn(self)
        theme = seat.theme
        self.agency = PlainLabel(theme, "text", bold=True, parent=self)
        self.state = PlainLabel(theme, "text", 11, bold=True, parent=self)
        self.clock = PlainLabel(theme, "text2", 11, tabular=True, parent=self)
        self.said = PlainLabel(theme, "text2", 11, parent=self)
        self.step = PlainLabel(theme, "alarm", 11, parent=self)
        self.field = QLineEdit(self)
        self.field.hide()
        for label in (self.agency, self.said, self.step):
            label.setWordWrap(True)
        self.buttons = {
            name: KeyButton(seat, "", parent=self)
            for name in ("accept", "refuse", "done", "withdraw", "letter")
        }
        self._arrange()
        self._connect()
        self.refresh(row)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.agency, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self._bar = QWidget(self)
        self._flow = FlowLayout(self._bar)
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        for part in (self.clock, self.said, self.step, self._bar, self.field):
            self._rows.addWidget(part)

    def _connect(self) -> None:
        seat = self._seat
        refuse = partial(self._answered, ReferralState.REFUSED)
        done = partial(self._answered, ReferralState.DONE)
        for name, deed in (
            ("refuse", refuse),
            ("done", done),
            ("withdraw", self._withdraw),
        ):
            self.buttons[name].clicked.connect(partial(self._ask, name, deed))
        self.buttons["accept"].clicked.connect(self._accept)
        self.buttons["letter"].clicked.connect(lambda: seat.asking.ask(LETTER, self.row.id))
        self.field.returnPressed.connect(self._enter)
        seat.theme.changed.connect(self.restyle)
        self.restyle()

    # --- showing -------------------------------------------------------------------------------

    def refresh(self, row: Referral) -> None:
        """Follow the row, in the language of the screen."""
        self.row = row
        seat = self._seat
        agency = seat.situation.get("agency", row.agency_id)
        self.agency.show_text(agency.name if agency else row.agency_id)
        self.state.tint(STATE_INK[row.state])
        self.state.show_text(state_text(row.state))
        self._show_words(row)
        open_now = row.state in STANDING
        answers, refers = may_answer(seat, row), seat.may(Permission.REFER)
        self.buttons["accept"].setVisible(row.state is ReferralState.SENT and answers)
        self.buttons["refuse"].setVisible(open_now and answers)
        self.buttons["done"].setVisible(open_now and answers)
        self.buttons["withdraw"].setVisible(open_now and refers)
        self._relabel()
        self.tick(seat.live.now())
        self.setAccessibleName(f"{self.agency.text()}. {self.state.text()}. {self.said.text()}")

    def _show_words(self, row: Referral) -> None:
        lines = [
            " · ".join(part for part in (via_text(row.via), law_text(row)) if part),
            self._told(row),
            answer_text(row, self._seat),
            _quoted(row.reason, translate("Referrals", "alasan: %1")),
            _quoted(row.outcome, translate("Referrals", "hasil: %1")),
        ]
        self.said.show_text("\n".join(text for text in lines if text))

    def _told(self, row: Referral) -> str:
        """What became of the message, where it is not simply heard."""
        for delivery in self._seat.situation.all("delivery"):
            if delivery.about_id != row.id:
                continue
            if delivery.state is DeliveryState.REFUSED:
                return translate("Referrals", "pesan tidak diterima: cetak suratnya")
            if delivery.state is DeliveryState.WAITING:
                return translate("Referrals", "pesan sedang dikirim")
        return ""

    def tick(self, now: datetime) -> None:
        """The clock goes on while nothing changes."""
        text, ink = clock_text(self.row, now)
        if ink:
            self.clock.tint(ink)
        self.clock.show_text(text)
        self.clock.setVisible(bool(text))
        step = step_text(self.row.escalated) if self.row.state in STANDING else ""
        self.step.show_text(step)
        self.step.setVisible(bool(step))

    def _relabel(self) -> None:
        texts = {
            "accept": translate("Referrals", "Diterima"),
            "refuse": translate("Referrals", "Ditolak…"),
            "done": translate("Referrals", "Hasil…"),
            "withdraw": translate("Referrals", "Tarik…"),
            "letter": translate("Referrals", "Cetak surat"),
        }
        for name, text in texts.items():
            self.buttons[name].relabel(text)

    # --- writing down --------------------------------------------------------------------------

    def take_focus(self) -> None:
        """To the first thing that can be said of it."""
        self._focus.remember()
        for name in ("accept", "done"):
            if not self.buttons[name].isHidden():
                self.buttons[name].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _accept(self) -> None:
        self._focus.give_back()  # its button goes, and the next one says the opposite
        answer(self._seat, self.row, ReferralState.ACCEPTED)

    def _ask(self, name: str, deed: Deed, *_: object) -> None:
        hints = {
            "refuse": translate("Referrals", "Alasan instansi menolak, lalu Enter"),
            "done": translate("Referrals", "Hasil dari instansi, lalu Enter"),
            "withdraw": translate("Referrals", "Alasan ditarik, lalu Enter"),
        }
        self._deed = deed
        self.field.clear()
        self.field.setMaxLength(TEXT_LONGEST if name == "done" else REASON_LONGEST)
        self.field.setPlaceholderText(hints[name])
        self.field.setAccessibleName(hints[name])
        self._focus.remember()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self, self.field)

    def _enter(self) -> None:
        text, deed = self.field.text().strip(), self._deed
        if text and deed is not None:
            deed(text)
            self._leave()

    def _answered(self, state: ReferralState, text: str) -> None:
        refused = state is ReferralState.REFUSED
        reason, outcome = (text, "") if refused else ("", text)
        answer(self._seat, self.row, state, reason, outcome)

    def _withdraw(self, text: str) -> None:
        withdraw(self._seat, self.row, text)

    def _leave(self) -> None:
        self._deed = None
        self.field.clear()
        self._focus.give_back()
        self.field.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.field.isHidden():
            self._leave()
            return
        super().keyPressEvent(event)

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(8))
        self._rows.setSpacing(px(3))
        self._flow.setSpacing(px(5))
        self.field.setFont(self._seat.theme.font(13))


def _quoted(text: str, frame: str) -> str:
    flat = " ".join(text.split())
    return fill(frame, f"“{flat}”") if flat else ""
