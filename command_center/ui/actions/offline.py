"""What can be done while the room is out of reach, and about what it left to decide."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.reported import ReportOrder, ResolveConflict
from command_center.domain.permissions import Permission
from command_center.domain.unit import OrderConflict
from command_center.ui.actions.action import Action, Reason, always, asks, submit
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat


def report_order(
    seat: Seat,
    incident_id: str,
    unit_ids: tuple[str, ...],
    text: str,
    at: datetime | None = None,
) -> None:
    """Each unit was sent there over the radio (`at` None: now): a fact each, whatever the room
    thinks of it."""
    incident = seat.situation.incident(incident_id)
    number = number_sign(incident.number, incident.alias) if incident else "#?"
    for id in unit_ids:
        unit = seat.situation.unit(id)
        sign = unit.call_sign if unit else "?"
        submit(seat, ReportOrder(incident_id, id, text, at), units=sign, number=number)


def resolve(seat: Seat, conflict: OrderConflict, keep_id: str) -> None:
    kept = seat.situation.get("assignment", keep_id)
    incident = seat.situation.incident(kept.incident_id) if kept else None
    unit = seat.situation.unit(conflict.unit_id)
    number = number_sign(incident.number, incident.alias) if incident else "#?"
    command = ResolveConflict(conflict.id, keep_id)
    submit(seat, command, number=number, unit=unit.call_sign if unit else "?")


def _selected_id(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _reportable(seat: Seat) -> Reason:
    return None if seat.selection.incident_id else "select_incident"


OFFLINE_ACTIONS = (
    Action(
        "incident.report",
        QT_TRANSLATE_NOOP("Actions", "Catat perintah radio"),
        "Shift+Return",
        Permission.DISPATCH,
        _reportable,
        asks("incident.report", _selected_id),
    ),
    Action(
        "view.kept",
        QT_TRANSLATE_NOOP("Actions", "Simpanan lokal"),
        "Alt+K",
        Permission.WATCH,
        always,
        asks("view.kept", lambda seat: None),
    ),
    Action(
        "view.paper",
        QT_TRANSLATE_NOOP("Actions", "Cetak papan darurat"),
        "Alt+E",
        Permission.WATCH,
        always,
        asks("view.paper", lambda seat: None),
    ),
)
