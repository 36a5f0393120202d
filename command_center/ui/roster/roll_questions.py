"""What a roll-call asks: why somebody is absent, where they go, what is wrong, who else came."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from command_center.commands.roll_calls import CheckUnit, MarkPeople, PlotPerson
from command_center.domain.errors import OperatorError
from command_center.domain.roster import RollState
from command_center.situation.roster import checks, people
from command_center.ui.actions.action import TOLD, submit
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill
from command_center.ui.roster.words import call_sign, named, state_text, translate
from command_center.ui.seat import Seat


class RollQuestions:
    """Each is asked about the row that was marked then, wherever the mark goes meanwhile."""

    def __init__(self, seat: Seat, question: QuestionBar) -> None:
        self._seat = seat
        self._question = question

    def mark(self, call: str, ids: tuple[str, ...], state: RollState, reason: str = "") -> None:
        self._submit(MarkPeople(call, ids, state, reason))

    def mark_rest(self, call: str, ids: tuple[str, ...], state: RollState) -> None:
        """Those of them whom no other desk has marked meanwhile."""
        self._submit(MarkPeople(call, ids, state, only_unmarked=True))

    def _submit(self, command: MarkPeople) -> None:
        submit(self._seat, command, name=TOLD, state=state_text(command.state))

    def why(self, call: str, id: str) -> None:
        reasons = (
            translate("Roster", "sakit"),
            translate("Roster", "izin atau cuti"),
            translate("Roster", "dinas luar"),
            translate("Roster", "tanpa keterangan"),
        )
        answers = [
            Answer(text, str(at), partial(self._absent, call, id, text))
            for at, text in enumerate(reasons, 1)
        ]
        other = translate("Roster", "Lain: tulis")
        answers.append(Answer(other, "5", partial(self._written_reason, call, id)))
        title = fill(translate("Roster", "Mengapa %1 tidak hadir?"), self._name(id))
        self._question.ask(title, answers)

    def _written_reason(self, call: str, id: str) -> None:
        self._question.leave()
        title = translate("Roster", "Alasan tidak hadir (tanpa rincian kesehatan)")
        self._ask_typed(title, lambda text: self._absent(call, id, text))

    def _absent(self, call: str, id: str, why: str) -> None:
        self._question.leave()
        self.mark(call, (id,), RollState.ABSENT, why)

    def note(self, call: str, unit: str) -> None:
        sign = call_sign(self._seat.situation, unit)

        def keep(text: str) -> None:
            submit(self._seat, CheckUnit(call, unit, None, note=text), unit=sign)

        check = checks(self._seat.situation, call).get(unit)
        title = fill(translate("Roster", "Catatan perlengkapan %1"), sign)
        self._ask_typed(title, keep, check.note if check is not None else "")

    def plot(self, call: str, id: str, unit: str) -> None:
        def keep(text: str) -> None:
            sign = text.upper()
            submit(self._seat, PlotPerson(call, id, sign), name=self._name(id), unit=sign or "–")

        title = translate("Roster", "%1 di panggilan mana? (kosong: tidak ada)")
        self._ask_typed(fill(title, self._name(id)), keep, call_sign(self._seat.situation, unit))

    def somebody_else(self, call: str) -> None:
        title = translate("Roster", "Siapa di luar jadwal yang hadir? NRP atau nama")
        self._ask_typed(title, partial(self._add, call))

    def _add(self, call: str, said: str) -> None:
        every = people(self._seat.situation)
        found = [one for one in every if one.nrp == said.replace(" ", "")] or [
            one for one in every if said and said.casefold() in one.name.casefold()
        ]
        if len(found) == 1:
            self.mark(call, (found[0].id,), RollState.PRESENT)
        else:
            code = "person_many" if found else "person_none"
            self._seat.notices.failed(OperatorError(code, name=said[:40], count=len(found)))

    def _ask_typed(self, title: str, keep: Callable[[str], None], typed: str = "") -> None:
        def done() -> None:
            field = self._question.field
            text = " ".join(field.text().split()) if field is not None else ""
            self._question.leave()
            keep(text)

        yes = Answer(translate("Roster", "Simpan"), "Return", done)
        self._question.ask(title, [yes], typed=typed)

    def _name(self, id: str) -> str:
        return named(self._seat.situation, "personnel", id)
