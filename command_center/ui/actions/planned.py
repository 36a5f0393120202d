"""Incidents that are planned, and incidents that have to do with each other."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.intake import EnterCall
from command_center.commands.links import LinkIncidents, UnlinkIncidents
from command_center.commands.plan import PlanIncident
from command_center.domain.errors import OperatorError
from command_center.domain.incident import IncidentStatus, LinkKind
from command_center.domain.permissions import Permission
from command_center.ports import LinkState, Outcome
from command_center.situation.planned import planned_at
from command_center.ui.actions.action import (
    Action,
    Reason,
    always,
    asks,
    submit,
    undo_of,
    undo_result,
    why_ended,
)
from command_center.ui.detail.words import fill
from command_center.ui.due_time import due_text, translate
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

PLANNED, PLAN, LINK, UNLINK = "view.planned", "incident.plan", "incident.link", "incident.unlink"


def plan(seat: Seat, incident_id: str, due_at: datetime | None) -> None:
    """Against what this seat sees: another person's newer time is not overwritten."""
    before = planned_at(seat.situation, incident_id)
    submit(
        seat,
        PlanIncident(incident_id, due_at, before),
        undo_of("handling", incident_id),
        number=_number(seat, incident_id),
        when=when_text(seat, due_at),
    )


def when_text(seat: Seat, due_at: datetime | None) -> str:
    """What a plan comes to."""
    if due_at is None:
        return translate("Planned", "tidak dijadwalkan lagi, berlaku sekarang")
    return fill(
        translate("Planned", "dijadwalkan %1"), due_text(due_at, seat.live.now(), seat.zone)
    )


def schedule(seat: Seat, call: EnterCall, due_at: datetime) -> None:
    """A new incident that is no news before `due_at`. It is entered as any other and planned at
    once: if that fails it stands in the queue, and the sentence says so."""
    if seat.live.connection.state is LinkState.OFFLINE:
        seat.notices.failed(OperatorError("command_needs_room"))
        return

    def entered(outcome: Outcome) -> None:
        incident_id = str(outcome.result.get("incident_id", ""))
        alias = str(outcome.result.get("alias", ""))
        number = number_sign(int(outcome.result.get("number", 0)), alias)
        seat.selection.select_incident(incident_id)
        submit(
            seat,
            PlanIncident(incident_id, due_at),
            undo_of("handling", incident_id),
            number=number,
            when=when_text(seat, due_at),
        )

    seat.submit(call, entered, seat.notices.failed)


def link(seat: Seat, incident_id: str, other_id: str, kind: LinkKind = LinkKind.RELATED) -> None:
    """Against what this seat sees: another person's newer word on the two is not overwritten."""
    both = f"{_number(seat, incident_id)} – {_number(seat, other_id)}"
    before = seat.situation.of_incidents.linked_as(incident_id).get(other_id)
    command = LinkIncidents(incident_id, other_id, kind, before)
    submit(seat, command, undo_result("incident_link", "link_id"), number=both)


def unlink(seat: Seat, incident_id: str, other_id: str) -> None:
    both = f"{_number(seat, incident_id)} – {_number(seat, other_id)}"
    command = UnlinkIncidents(incident_id, other_id)
    submit(seat, command, undo_result("incident_link", "link_id"), number=both)


def _number(seat: Seat, incident_id: str) -> str:
    incident = seat.situation.incident(incident_id)
    return number_sign(incident.number, incident.alias) if incident else "#?"


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _nothing(seat: Seat) -> str | None:
    return None


def _open(seat: Seat) -> Reason:
    incident = seat.situation.incident(seat.selection.incident_id or "")
    if incident is None:
        return "select_incident"
    return why_ended(incident)


def _linkable(seat: Seat) -> Reason:
    """Closed ones, too: what came before has to do with what comes after."""
    incident = seat.situation.incident(seat.selection.incident_id or "")
    if incident is None:
        return "select_incident"
    return "incident_is_merged" if incident.status is IncidentStatus.MERGED else None


def _linked(seat: Seat) -> Reason:
    incident = seat.situation.incident(seat.selection.incident_id or "")
    if incident is None:
        return "select_incident"
    return None if seat.situation.of_incidents.linked(incident.id) else "incident_not_linked"


_TRIAGE = Permission.TRIAGE
PLANNED_ACTIONS = (
    Action(
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Jadwalkan"),
        "Shift+D",
        _TRIAGE,
        _open,
        asks(PLAN, _selected),
    ),
    Action(
        LINK,
        QT_TRANSLATE_NOOP("Actions", "Tautkan"),
        "Shift+L",
        _TRIAGE,
        _linkable,
        asks(LINK, _selected),
    ),
    Action(
        UNLINK,
        QT_TRANSLATE_NOOP("Actions", "Lepas tautan"),
        "Shift+U",
        _TRIAGE,
        _linked,
        asks(UNLINK, _selected),
    ),
    Action(
        PLANNED,
        QT_TRANSLATE_NOOP("Actions", "Daftar jadwal"),
        "Ctrl+Alt+J",
        Permission.WATCH,
        always,
        asks(PLANNED, _nothing),
    ),
)
