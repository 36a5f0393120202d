"""What is asked about orders that are on their way: where the incident really is, who is called off
and why, and what becomes of a unit that does not answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from command_center.commands.order_task import REASON_LENGTH, CorrectAddress
from command_center.domain.incident import Incident
from command_center.domain.unit import Assignment
from command_center.geo.gazetteer import AREA_KINDS
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.actions.orders import (
    CALL_OFF,
    CALL_OFF_ONE,
    SILENT,
    call_off,
    keep_silent,
    replace_silent,
    sent,
)
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import age, number_sign
from command_center.ui.seat import Seat

MOST_UNITS = 9


class AskedOrders:
    """Opens its questions in `bar`. The incident that an order is of is selected first."""

    def __init__(self, seat: Seat, bar: QuestionBar) -> None:
        self._seat = seat
        self._bar = bar
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id == CALL_OFF_ONE:
            self._which(str(subject))
        elif action_id == SILENT:
            held = self._about(str(subject))
            if held is not None:
                self._silent(held)
        elif action_id == CALL_OFF:
            held = self._about(str(subject))
            if held is not None:
                self._why(held)

    def _about(self, assignment_id: str) -> Assignment | None:
        """The order, once its incident is what the panel shows."""
        held = self._seat.situation.get("assignment", assignment_id)
        if held is not None:
            self._seat.selection.select_incident(held.incident_id)
        return held

    def _sign(self, held: Assignment) -> str:
        return Names(self._seat.situation).unit(held.unit_id)

    def _number(self, held: Assignment) -> str:
        incident = self._seat.situation.incident(held.incident_id)
        return number_sign(incident.number, incident.alias) if incident else ""

    def _which(self, incident_id: str) -> None:
        """Of several units by a digit; one alone is asked about at once."""
        held = sent(self._seat, incident_id)[:MOST_UNITS]
        if len(held) == 1:
            self._why(held[0])
        elif held:
            answers = [
                Answer(self._sign(one), str(place), partial(self._why, one))
                for place, one in enumerate(held, 1)
            ]
            title = translate("Detail", "Tarik unit mana dari %1?")
            self._bar.ask(fill(title, self._number(held[0])), answers)

    def _why(self, held: Assignment) -> None:
        """The reason is what the unit is told and the timeline keeps."""

        def save() -> None:
            reason = self._bar.field.text().strip() if self._bar.field else ""
            if reason:
                self._bar.leave()
                call_off(self._seat, held.id, reason)

        title = translate("Detail", "Tarik %1 dari %2: mengapa? Tetap merah sampai didengar.")
        answer = Answer(translate("Detail", "Tarik"), "Return", save)
        hint = translate("Detail", "Alasan (wajib)")
        asked = fill(title, self._sign(held), self._number(held))
        self._bar.ask(asked, [answer], "", hint)
        if self._bar.field is not None:
            self._bar.field.setMaxLength(REASON_LENGTH)

    def _silent(self, held: Assignment) -> None:
        """Another unit is to go. By a digit: no key that was on its way to something else."""
        sign = self._sign(held)

        def go_on(decide: Callable[[Seat, str], None]) -> None:
            self._bar.leave()
            decide(self._seat, held.id)

        off = fill(translate("Detail", "Tarik %1"), sign)
        on = fill(translate("Detail", "%1 tetap"), sign)
        answers = [
            Answer(off, "1", partial(go_on, replace_silent)),
            Answer(on, "2", partial(go_on, keep_silent)),
        ]
        title = translate("Detail", "%1 belum menjawab %2, %3. Unit lain akan pergi: %1 ditarik?")
        long_s = (self._seat.live.now() - held.ordered_at).total_seconds()
        self._bar.ask(fill(title, sign, self._number(held), age(long_s)), answers)

    def address(self, incident: Incident) -> None:
        """The address that was seen stands in the field; every unit on its way must hear the new
        one."""

        def save() -> None:
            text = self._bar.field.text().strip() if self._bar.field else ""
            if text and text != incident.address:
                self._bar.leave()
                correct(self._seat, incident, text)

        on_it = len(self._seat.situation.on_it(incident.id))
        title = fill(
            translate("Detail", "Alamat %1 yang benar; %2 unit harus mendengarnya"),
            number_sign(incident.number, incident.alias),
            str(on_it),
        )
        answer = Answer(translate("Detail", "Betulkan"), "Return", save)
        self._bar.ask(title, [answer], incident.address)
        if self._bar.field is not None:
            self._bar.field.selectAll()


def correct(seat: Seat, incident: Incident, address: str) -> None:
    """Moves the incident where the words name a place or an area; else it stays where it is, and
    only its words change."""
    place = seat.city.gazetteer.locate(address)
    point = seat.city.gazetteer.point_of(place) if place is not None else None
    if place is None or point is None:
        command = CorrectAddress(incident.id, address, incident.address)
    elif place.kind in AREA_KINDS:
        command = CorrectAddress(incident.id, address, incident.address, area=place.code)
    else:
        command = CorrectAddress(incident.id, address, incident.address, point.lat, point.lon)
    submit(seat, command, undo_of("incident", incident.id), address=address)
