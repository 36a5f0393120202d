"""What can be done with a line of the air, and why not."""

from __future__ import annotations

from command_center.commands.radio import IncidentFromRadio, LinkRadio, StrikeRadio
from command_center.commands.referral import ReferIncident
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.ui.actions.action import submit
from command_center.ui.detail.names import Names
from command_center.ui.radio.rows import RadioRow
from command_center.ui.seat import Seat

KEYS = {"link": "T", "incident": "I", "refer": "B", "strike": "Del"}


def reason(seat: Seat, asked: str, row: RadioRow | None) -> str | None:
    """Why it cannot be done now, as a code of ui.sentences; None: it can."""
    needed = Permission.REFER if asked == "refer" else Permission.TAKE_REPORTS
    if not seat.may(needed):
        return "not_allowed" if seat.person.signed_in else "sign_in_first"
    if row is None:
        return "select_radio_line"
    if row.struck:
        return "radio_line_struck"
    linked = row.line.incident_id is not None
    if asked == "incident" and linked:
        return "radio_line_has_incident"
    if asked == "link" and seat.selection.incident_id is None:
        return "select_incident"
    return "radio_no_offer" if asked == "refer" and row.offered is None else None


def perform(seat: Seat, asked: str, row: RadioRow | None) -> None:
    """Do it, or say in one sentence why not."""
    why = reason(seat, asked, row)
    if why is not None or row is None:
        seat.notices.failed(OperatorError(why or "select_radio_line"))
        return
    {"link": _link, "incident": _incident, "refer": _refer, "strike": _strike}[asked](seat, row)


def _strike(seat: Seat, row: RadioRow) -> None:
    submit(seat, StrikeRadio(row.line.id))


def _link(seat: Seat, row: RadioRow) -> None:
    incident_id = seat.selection.incident_id or ""
    number = Names(seat.situation).incident(incident_id)
    command = LinkRadio(row.line.id, incident_id, row.line.incident_id or "")
    submit(seat, command, number=number)


def _incident(seat: Seat, row: RadioRow) -> None:
    def done(outcome: Outcome) -> None:
        seat.notices.done(outcome.kind, number=outcome.result.get("number"))
        seat.selection.select_incident(str(outcome.result["incident_id"]))

    seat.submit(IncidentFromRadio(row.line.id), done, seat.notices.failed)


def _refer(seat: Seat, row: RadioRow) -> None:
    """To whom its cluster belongs; a line without an incident becomes one first."""
    agency = row.offered
    if agency is None:
        return
    text = row.line.text
    if row.line.incident_id is not None:
        submit(seat, ReferIncident(row.line.incident_id, agency.id, text), agency=agency.short)
        return

    def made(outcome: Outcome) -> None:
        incident_id = str(outcome.result["incident_id"])
        seat.selection.select_incident(incident_id)
        submit(seat, ReferIncident(incident_id, agency.id, text), agency=agency.short)

    seat.submit(IncidentFromRadio(row.line.id), made, seat.notices.failed)
