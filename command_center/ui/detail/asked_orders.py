"""What is asked about orders that are on their way: where the incident really is."""

from __future__ import annotations

from command_center.commands.order_task import CorrectAddress
from command_center.domain.incident import Incident
from command_center.geo.gazetteer import AREA_KINDS
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import number_sign
from command_center.ui.seat import Seat


class AskedOrders:
    """Opens its questions in `bar`."""

    def __init__(self, seat: Seat, bar: QuestionBar) -> None:
        self._seat = seat
        self._bar = bar

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
