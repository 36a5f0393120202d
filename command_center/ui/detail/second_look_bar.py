"""The nightly second look, as the shift lead sees it: one pair after another, one key each."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.duplicates import AnswerDuplicate
from command_center.domain.permissions import Permission
from command_center.duty.second_look import Pair, kept_pairs
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit
from command_center.ui.detail.card_button import CardButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

SAME_KEY, OTHER_KEY, LOOK_KEY = "Alt+U", "Alt+Y", "Alt+Q"
_TOLD_BY = frozenset({"room_setting", "incident", "incident_report", "duplicate_answer"})


class SecondLookBar(QFrame):
    """What the room's second look found (duty.second_look), asked of whoever may reassign; hidden
    while there is no pair to ask about. Nothing is merged without a key."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._answered: set[tuple[str, str]] = set()
        self.pairs: list[Pair] = []
        self.title = PlainLabel(seat.theme, "warn", bold=True, parent=self)
        self.words = PlainLabel(seat.theme, parent=self)
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        self.same = CardButton(seat, SAME_KEY, buttons)
        self.other = CardButton(seat, OTHER_KEY, buttons)
        self.look = CardButton(seat, LOOK_KEY, buttons)
        for button in (self.same, self.other, self.look):
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        for part in (self.title, self.words, buttons):
            rows.addWidget(part)
        for label in (self.title, self.words):
            label.setWordWrap(True)
        self.same.clicked.connect(lambda: self._answer(same=True))
        self.other.clicked.connect(lambda: self._answer(same=False))
        self.look.clicked.connect(self._look)
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self._show)
        self._read()

    def _changed(self, touched: Touched) -> None:
        told = {"room_setting"} if not self.pairs else _TOLD_BY
        if touched.everything or not touched.entities.isdisjoint(told):
            self._read()

    def _read(self) -> None:
        found = kept_pairs(self._seat.situation)
        self.pairs = [p for p in found if (p.later_id, p.earlier_id) not in self._answered]
        self._show()

    def _show(self) -> None:
        may = bool(self.pairs) and self._seat.may(Permission.REASSIGN)
        for button in (self.same, self.other, self.look):
            button.show_if(may)
        self.setVisible(may)
        if not may:
            return
        names, pair = Names(self._seat.situation), self.pairs[0]
        count = str(len(self.pairs))
        self.title.setText(fill(translate("Duplicates", "Tinjauan kedua: %1 pasangan"), count))
        later, earlier = names.incident(pair.later_id), names.incident(pair.earlier_id)
        text = translate("Duplicates", "%1 mungkin sama dengan %2 · %3")
        self.words.setText(fill(text, later, earlier, pair.why))
        self.setAccessibleName(f"{self.title.text()}. {self.words.text()}")
        self.same.relabel(translate("Duplicates", "Gabung"))
        self.other.relabel(translate("Duplicates", "Bukan, kejadian lain"))
        self.look.relabel(translate("Duplicates", "Lihat"))

    def _answer(self, *, same: bool) -> None:
        if not self.pairs:
            return
        pair = self.pairs.pop(0)
        self._answered.add((pair.later_id, pair.earlier_id))
        names = Names(self._seat.situation)
        command = AnswerDuplicate(
            pair.later_id, pair.earlier_id, same, pair.report_id, pair.points, pair.features
        )
        number, into = names.incident(pair.later_id), names.incident(pair.earlier_id)
        submit(self._seat, command, number=number, into=into)
        self._show()

    def _look(self) -> None:
        if self.pairs:
            self._seat.selection.select_incident(self.pairs[0].later_id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
