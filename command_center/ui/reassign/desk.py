"""Answers the question where units should go: keeps the card true while it stands, sends what it
showed."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from command_center.commands.bulk import MoveUnits
from command_center.commands.dispatch import OrderUnits
from command_center.commands.stack import Reassign, ReassignUnit
from command_center.commands.undo import Undo
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.situation.strength import members
from command_center.ui.actions.action import submit, undo_result
from command_center.ui.detail.arrival_words import minutes
from command_center.ui.detail.order_words import OrderWords
from command_center.ui.format import number_sign
from command_center.ui.reassign.card import ReassignCard
from command_center.ui.reassign.choice import Choice, commands, leaves_now, move
from command_center.ui.reassign.preview import Preview, Reckoner, why_refused
from command_center.ui.reassign.pricing import Pricing
from command_center.ui.reassign.subject import MOVE, PULL, REASSIGN, read_subject
from command_center.ui.seat import Seat
from command_center.ui.units.roster import Roster

MOST_UNITS = 200


class ReassignDesk(QObject):
    """`card` is for the panel to lay out."""

    def __init__(self, seat: Seat, roster: Roster, panel: QWidget) -> None:
        super().__init__(panel)
        self._seat = seat
        self._roster = roster
        self._asked: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self._reckoner = Reckoner(seat.situation)
        self._pricing = Pricing(seat, self._show)
        self._names = dict(roster.places.kecamatan)
        self.card = ReassignCard(seat, self._cover, panel)
        self.card.answered.connect(self._answer)
        seat.asking.asked.connect(self.ask)

    def ask(self, action_id: str, subject: str | None) -> None:
        """Open the card for the units and the incident that the subject names."""
        if action_id not in (REASSIGN, MOVE, PULL) or not subject:
            return
        incident_id, ids = read_subject(subject)
        below = self._seat.situation.of_units.below
        self._asked = (action_id, incident_id, members(ids, below)[:MOST_UNITS])
        preview = self._preview()
        if preview is None or not preview.going:
            self._seat.notices.failed(OperatorError("order_needs_units"))
            return
        areas = self._roster.places.kecamatan if action_id == MOVE else ()
        self.card.open(preview, self._names, areas, pull=action_id == PULL)
        self._pricing.ask(incident_id, self._asked[2])

    def refresh(self) -> None:
        """After the room has changed, or a second has passed."""
        if not self.card.isHidden() and self._show():
            self._pricing.ask(self._asked[1], self._asked[2])

    def _show(self) -> bool:
        """What is known by now; False: there is nothing to ask about any more."""
        if self.card.isHidden():
            return False
        preview = self._preview()
        if preview is None or not preview.going:
            self.card.leave()
            return False
        self.card.show_preview(preview)
        return True

    def _preview(self) -> Preview | None:
        action_id, incident_id, ids = self._asked
        incident = self._seat.situation.incident(incident_id) if incident_id else None
        if action_id != MOVE and (incident is None or not incident.is_open):
            return None
        prices = self._pricing.of(incident_id, ids)
        going = []
        for line in [line for id in ids if (line := self._roster.line(id)) is not None]:
            why = why_refused(line.row, incident, may_move=self._seat.may_move(line.row.id))
            going.append(self._reckoner.going(line, incident, why, prices))
        return Preview(incident, tuple(going), {})

    def _cover(self, preview: Preview, choice: Choice, area: str) -> Mapping[str, tuple[int, int]]:
        """What the choice makes of the ready units by kecamatan."""
        if preview.incident is None:
            going = {one.row.id: area for one in preview.sent if one.available}
            return self._roster.cover.after(dict(going))
        leaving = leaves_now(preview, choice)
        return self._roster.cover.after({o.row.id: None for o in leaving if o.available})

    # --- sending -------------------------------------------------------------------------------

    def _answer(self, preview: Preview, choice: str, area: str, reason: str) -> None:
        decided = Choice(choice)
        costs = self._costs(preview, decided, area)
        if preview.incident is None:
            todo = move(preview, area, reason, costs)
        else:
            todo = commands(preview, decided, reason, costs, OrderWords(self._seat).line)
        for command in todo:
            self._send(command, preview)

    def _costs(self, preview: Preview, choice: Choice, area: str) -> dict[str, str]:
        """What was shown, for the log."""
        costs = {
            f"cover {code}": f"{now} {then}"
            for code, (now, then) in self._cover(preview, choice, area).items()
        }
        now = self._seat.live.now()
        for one in preview.sent:
            sign = one.row.call_sign
            if one.drive is not None and math.isfinite(one.drive.seconds):
                costs[f"minutes {sign}"] = str(minutes(one.drive.seconds))
            if one.row.position_at is not None:
                age_s = (now - one.row.position_at).total_seconds()
                costs[f"position_s {sign}"] = str(round(age_s))
            if one.left is not None:
                relief = one.left.relief
                wait = str(minutes(relief.seconds)) if relief is not None else "nobody"
                costs[f"left {one.left.number}"] = "others" if one.left.others else wait
        return costs

    def _send(self, command: OrderUnits | ReassignUnit | MoveUnits, preview: Preview) -> None:
        incident, situation = preview.incident, self._seat.situation
        number = number_sign(incident.number, incident.alias) if incident else ""
        if isinstance(command, OrderUnits | MoveUnits):
            found = [situation.unit(id) for id in command.unit_ids]
            signs = ", ".join(unit.call_sign for unit in found if unit is not None)
            orders = isinstance(command, OrderUnits)
            undo = undo_result("dispatch_order", "order_id") if orders else _undo_move
            submit(self._seat, command, undo, number=number, units=signs)
            return
        unit = situation.unit(command.unit_id)
        undo = undo_result("assignment", "assignment_id")
        if command.choice is Reassign.CANCEL:
            undo = undo_result("order_task", "task_id")
        submit(self._seat, command, undo, number=number, unit=unit.call_sign if unit else "?")


def _undo_move(outcome: Outcome) -> Undo | None:
    moved = outcome.result.get("moved")
    return Undo("unit", str(moved[0]), outcome.op_id) if moved else None
