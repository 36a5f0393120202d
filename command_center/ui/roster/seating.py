"""Who sits where: asked in the page that asked, and said in its card."""

from __future__ import annotations

from functools import partial

from command_center.commands.seats import LeaveSeat, TakeSeat
from command_center.domain.errors import OperatorError
from command_center.domain.room import Workstation
from command_center.domain.roster import Seating
from command_center.situation.roster import seated
from command_center.situation.situation import Situation
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill
from command_center.ui.roster.words import named, translate
from command_center.ui.seat import Seat

_NUMBERED = 9


def workstations(situation: Situation) -> list[Workstation]:
    found = [row for row in situation.all("workstation") if row.retired_at is None]
    return sorted(found, key=lambda row: row.name.casefold())


def seats_text(situation: Situation) -> str:
    """A line for each workstation, empty ones, too."""
    taken, lines = seated(situation), []
    for desk in workstations(situation):
        seat = taken.get(desk.id)
        who = named(situation, "personnel", seat.personnel_id) if seat is not None else "–"
        lines.append(f"{desk.name}: {who}")
    return "\n".join(lines)


class SeatingQuestions:
    def __init__(self, seat: Seat, question: QuestionBar) -> None:
        self._seat = seat
        self._question = question

    def ask(self, personnel_id: str) -> None:
        """At which workstation, by its number or, of many, by its name; or that they get up."""
        situation = self._seat.situation
        desks = workstations(situation)
        if not desks:
            self._seat.notices.failed(OperatorError("no_workstations"))
            return
        title = translate("Roster", "%1 duduk di meja mana?")
        title = fill(title, named(situation, "personnel", personnel_id))
        if len(desks) > _NUMBERED:
            yes = Answer(translate("Roster", "Duduk"), "Return", partial(self._typed, personnel_id))
            self._question.ask(title, [yes], typed="", hint=", ".join(d.name for d in desks))
            return
        answers = [
            Answer(self._text(desk), str(at), partial(self._take, desk, personnel_id))
            for at, desk in enumerate(desks, 1)
        ]
        own = [s for s in seated(situation).values() if s.personnel_id == personnel_id]
        if own:
            up = translate("Roster", "Berdiri dari meja")
            answers.append(Answer(up, "0", partial(self._leave, own[0])))
        self._question.ask(title, answers)

    def _text(self, desk: Workstation) -> str:
        seat = seated(self._seat.situation).get(desk.id)
        if seat is None:
            return desk.name
        return f"{desk.name} ({named(self._seat.situation, 'personnel', seat.personnel_id)})"

    def _take(self, desk: Workstation, personnel_id: str) -> None:
        self._question.leave()
        who = named(self._seat.situation, "personnel", personnel_id)
        submit(self._seat, TakeSeat(desk.id, personnel_id), name=who, desk=desk.name)

    def _typed(self, personnel_id: str) -> None:
        field = self._question.field
        said = field.text().strip() if field is not None else ""
        desks = workstations(self._seat.situation)
        found = next((one for one in desks if one.name.casefold() == said.casefold()), None)
        if found is not None:
            self._take(found, personnel_id)
        else:
            self._seat.notices.failed(OperatorError("unknown_workstation", name=said[:60]))

    def _leave(self, seat: Seating) -> None:
        self._question.leave()
        where = named(self._seat.situation, "workstation", seat.workstation_id)
        submit(self._seat, LeaveSeat(seat.id), desk=where)
