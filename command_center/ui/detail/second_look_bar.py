"""The nightly second look, as the shift lead sees it: one pair after another, one key each."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.advice.duplicates.book import SETTING, Weights
from command_center.advice.duplicates.places import PlaceNames
from command_center.commands.duplicates import AnswerDuplicate
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.duty.second_look import Gathered, Pair, due_at, gather, second_look
from command_center.ui.actions.action import submit
from command_center.ui.detail.card_button import CardButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import Names
from command_center.ui.detail.possible_duplicates import weights_of_room
from command_center.ui.detail.words import fill, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

SAME_KEY, OTHER_KEY, LOOK_KEY = "Alt+U", "Alt+Y", "Alt+Q"


class SecondLookBar(QFrame):
    """Hidden while there is no pair to ask about. Nothing is merged without a key."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._looked_at: datetime = due_at(seat.live.now(), seat.zone)
        self._busy = False
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
        seat.live.ticked.connect(self._ticked)
        seat.live.changed.connect(lambda _: self._show() if self.pairs else None)
        seat.person.changed.connect(self._show)
        self._show()

    def _ticked(self, now: datetime) -> None:
        due = due_at(now, self._seat.zone)
        if due > self._looked_at and not self._busy and self._seat.may(Permission.REASSIGN):
            self._looked_at = due
            self.begin(now)

    def begin(self, now: datetime) -> None:
        """Look now."""
        situation, city = self._seat.situation, self._seat.city
        setting = situation.get("room_setting", SETTING)
        weights = weights_of_room(setting.value if setting is not None else None)
        gathered = gather(situation, now)
        self._busy = True

        def compare(all_of_it: Gathered, points: Weights) -> list[Pair]:
            return second_look(all_of_it, PlaceNames(city.gazetteer.places), points)

        self._seat.tasks.run(lambda: compare(gathered, weights), self._found, self._refused)

    def _found(self, pairs: list[Pair]) -> None:
        self._busy = False
        self.pairs = pairs
        self._show()

    def _refused(self, error: OperatorError) -> None:
        self._busy = False
        self._seat.notices.failed(error)

    def _show(self) -> None:
        situation = self._seat.situation
        still = situation.is_open
        self.pairs = [p for p in self.pairs if still(p.later_id) and still(p.earlier_id)]
        may = bool(self.pairs) and self._seat.may(Permission.REASSIGN)
        for button in (self.same, self.other, self.look):
            button.show_if(may)
        self.setVisible(may)
        if not may:
            return
        names, pair = Names(situation), self.pairs[0]
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
