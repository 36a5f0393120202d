"""A take-over that stands: whom it concerns sees it count down and answers by key, and goes on
typing meanwhile."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.takeover import AnswerTakeOver, WithdrawTakeOver
from command_center.domain.incident import TakeOver, TakeOverAnswer
from command_center.domain.permissions import Permission
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.card_button import CardButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

GIVE_KEY, KEEP_KEY, WITHDRAW_KEY = "Ctrl+Shift+Y", "Ctrl+Shift+N", "Ctrl+Shift+U"


class TakeOverCard(QFrame):
    """Of what concerns this seat: what it is asked first, then what it asks, then what is selected.
    Says afterwards how its own ended. `moved` when its height may have changed."""

    moved = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.row: TakeOver | None = None
        self._standing: set[str] = set()
        self._words = ""
        theme = seat.theme
        self.title = PlainLabel(theme, "warn", bold=True, parent=self)
        self.reason = PlainLabel(theme, parent=self)
        for label in (self.title, self.reason):
            label.setWordWrap(True)
        self.give = CardButton(seat, GIVE_KEY, self)
        self.keep = CardButton(seat, KEEP_KEY, self)
        self.withdraw = CardButton(seat, WITHDRAW_KEY, self)
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons)
        for button in (self.give, self.keep, self.withdraw):
            self._flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        for part in (self.title, self.reason, self._buttons):
            self._rows.addWidget(part)
        self._connect()
        self._restyle()
        self.refresh()

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._count_down)
        seat.selection.incident_changed.connect(self._selected)
        seat.person.changed.connect(self.refresh)
        seat.theme.changed.connect(self._restyle)
        self.give.clicked.connect(lambda: self._answer(give=True))
        self.keep.clicked.connect(lambda: self._answer(give=False))
        self.withdraw.clicked.connect(self._withdraw)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {"take_over", "incident"}:
            self._tell_ended()
            self.refresh()

    def _selected(self, _: str | None) -> None:
        self.refresh()

    # --- which ---------------------------------------------------------------------------------

    def _concerning(self) -> TakeOver | None:
        """The most urgent one for this seat."""
        me, selected = self._seat.act.actor, self._seat.selection.incident_id
        rows: list[TakeOver] = [r for r in self._seat.situation.all("take_over") if not r.answer]
        self._standing |= {r.id for r in rows if me in (r.asked_by, r.asked_of)}
        near = [r for r in rows if me in (r.asked_by, r.asked_of) or r.incident_id == selected]
        ranked = sorted(near, key=lambda r: (r.asked_of != me, r.asked_by != me, r.due_at))
        return ranked[0] if ranked else None

    def _tell_ended(self) -> None:
        """How a question ended that this seat asked, or was asked and the clock answered."""
        for id in tuple(self._standing):
            row = self._seat.situation.get("take_over", id)
            if row is None or row.answer is not None:
                self._standing.discard(id)
                if row is not None:
                    self._tell(row)

    def _tell(self, row: TakeOver) -> None:
        seat, me = self._seat, self._seat.act.actor
        number = Names(seat.situation).incident(row.incident_id)
        if row.answered_by == me:
            return
        passed = row.answer is TakeOverAnswer.PASSED
        if passed and row.asked_by == me:
            seat.notices.done("take_over_won", number=number)
        elif passed and row.asked_of == me:
            seat.notices.done("take_over_lost", number=number, by=row.asked_by)
        elif row.answer is TakeOverAnswer.REFUSED and row.asked_by == me:
            seat.notices.done("take_over_refused", number=number, by=row.answered_by)

    # --- showing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Follow what stands now."""
        before = self.row
        self.row = self._concerning() if self._seat.person.signed_in else None
        if self.row is None and before is None and self.isHidden():
            return
        self.setVisible(self.row is not None)
        if self.row is not None:
            self._show(self.row)
        self.moved.emit()

    def _show(self, row: TakeOver) -> None:
        seat, names = self._seat, Names(self._seat.situation)
        me = seat.act.actor
        number, by, of = (
            names.incident(row.incident_id),
            names.person(row.asked_by),
            names.person(row.asked_of),
        )
        if row.asked_of == me:
            text = fill(translate("TakeOver", "%1 meminta %2 dari Anda"), by, number)
        elif row.asked_by == me:
            text = fill(translate("TakeOver", "Anda meminta %1 dari %2"), number, of)
        else:
            text = fill(translate("TakeOver", "%1 meminta %2 dari %3"), by, number, of)
        self._words = text
        self.reason.show_text(f"“{' '.join(row.reason.split())}”")
        self.setAccessibleName(f"{text}. {self.reason.text()}")
        answers = row.asked_of == me or (row.asked_by != me and seat.may(Permission.REASSIGN))
        self.give.relabel(translate("TakeOver", "Serahkan"))
        self.keep.relabel(translate("TakeOver", "Tolak"))
        self.withdraw.relabel(translate("TakeOver", "Batalkan permintaan"))
        self.give.show_if(answers)
        self.keep.show_if(answers)
        self.withdraw.show_if(row.asked_by == me)
        self._count_down(seat.live.now())

    def _count_down(self, now: datetime) -> None:
        if self.row is None:
            return
        left_s = max(0, math.ceil((self.row.due_at - now).total_seconds()))
        text = fill(translate("TakeOver", "%1, beralih dalam %2 dtk"), self._words, str(left_s))
        if left_s == 0:
            text = fill(translate("TakeOver", "%1, sedang beralih…"), self._words)
        self.title.show_text(text)

    # --- answering -----------------------------------------------------------------------------

    def _answer(self, *, give: bool) -> None:
        row = self.row
        if row is not None:
            command = AnswerTakeOver(row.id, give)
            submit(self._seat, command, undo_of("take_over", row.id), number=self._number(row))

    def _withdraw(self) -> None:
        row = self.row
        if row is not None:
            submit(self._seat, WithdrawTakeOver(row.id), number=self._number(row))

    def _number(self, row: TakeOver) -> str:
        return Names(self._seat.situation).incident(row.incident_id)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(8))
        self._rows.setSpacing(px(3))
        self._flow.setSpacing(px(5))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
