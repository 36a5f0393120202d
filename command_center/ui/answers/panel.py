"""Orders that wait for an answer. A pleton answers by one voice: several are marked and answered by
one key, each with an entry of its own, all taken back by one undo."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtWidgets import QWidget

from command_center.domain.permissions import Permission
from command_center.situation.answers import Unanswered, unanswered
from command_center.situation.situation import Touched
from command_center.ui.actions.many import submit_many
from command_center.ui.answers.jobs import job_of
from command_center.ui.answers.words import row_of, standing
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_KEYS: Keys = {
    "heard": ("Return", Qt.Key.Key_Return),
    "en_route": ("M", Qt.Key.Key_M),
    "on_scene": ("D", Qt.Key.Key_D),
    "repeat": ("U", Qt.Key.Key_U),
    "mark": ("Space", Qt.Key.Key_Space),
    "all": ("A", Qt.Key.Key_A),
}
MARKS = ("mark", "all")


class AnswersPanel(ListPage):
    """Without a mark the current row is answered. Marks are a person's alone: what comes in later
    is never marked by itself."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, _KEYS, "mark", parent=parent)
        self._found: dict[str, Unanswered] = {}
        self.marked: set[str] = set()
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        seat, now = self._seat, self._seat.live.now()
        found = unanswered(seat.situation)
        self._found = {one.id: one for one in found}
        self.marked &= self._found.keys()
        text = standing(found, len(self.marked), now, seat.targets.answer_s)
        self.say(self.standing, text if found else "")
        return [row_of(seat, one, now, marked=one.id in self.marked) for one in found]

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and (touched.everything or touched.units or touched.incidents):
            self.refresh()

    def _ticked(self, _: datetime) -> None:
        if self.isVisible() and self._found:
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Where the current row was answered the next one takes its place."""
        at = self.view.currentIndex().row()
        super().refresh()
        if not self.view.currentIndex().isValid() and self.model.rows:
            row = min(max(at, 0), len(self.model.rows) - 1)
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row, 0), how)

    # --- what is asked -------------------------------------------------------------------------

    def _meant(self) -> list[Unanswered]:
        """The marked ones, else the current one; as they stand in the list."""
        row = self.view.current()
        ids = self.marked or ({row.id} if row is not None else set())
        return [one for one in self._found.values() if one.id in ids]

    def reason(self, asked: str) -> str | None:
        if asked in MARKS:
            return None if self._found else "nobody_waits"
        needed = Permission.DISPATCH if asked == "repeat" else Permission.SET_UNIT_STATUS
        if not self._seat.may(needed):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        meant = self._meant()
        if not meant:
            return "nobody_waits"
        mine = [one for one in meant if self._seat.may_move(one.unit.id)]
        if not mine:
            return "not_your_agency"
        fits = any(job_of(one, asked) is not None for one in mine)
        return None if fits else "answers_not_orders"

    def answer(self, asked: str) -> None:
        if asked in MARKS:
            self._mark(asked)
            return
        jobs = [
            job
            for one in self._meant()
            if self._seat.may_move(one.unit.id) and (job := job_of(one, asked)) is not None
        ]
        self.marked.clear()
        submit_many(self._seat, jobs, "orders_repeated" if asked == "repeat" else "orders_answered")
        self.refresh()

    def _mark(self, asked: str) -> None:
        """Space: this row, and on to the next. A: all that are shown, or none of them."""
        row = self.view.current()
        if asked == "all":
            shown = {row.id for row in self.model.rows}
            self.marked = set() if shown <= self.marked else shown
        elif row is not None:
            self.marked ^= {row.id}
            below = self.view.currentIndex().row() + 1
            if below < len(self.model.rows):
                self.view.setCurrentIndex(self.model.index(below, 0))
        self.refresh()

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.show_text(translate("Answers", "PERINTAH MENUNGGU JAWABAN"))
        self.setAccessibleName(translate("Answers", "Perintah menunggu jawaban"))
        self.view.setAccessibleName(translate("Answers", "Perintah menunggu jawaban"))
        self.view.empty = translate("Answers", "Semua perintah sudah dijawab.")
        hint = translate("Answers", "Saring menurut unit, kejadian atau kata")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        names = {
            "heard": translate("Answers", "Diterima"),
            "en_route": translate("Answers", "Menuju TKP"),
            "on_scene": translate("Answers", "Di TKP"),
            "repeat": translate("Answers", "Ulangi"),
            "mark": translate("Answers", "Tandai"),
            "all": translate("Answers", "Tandai semua"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        self.refresh()
