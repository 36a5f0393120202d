"""The radio, the neighbourhoods' partners and proactive visits."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

RADIO, PARTNERS = "view.radio", "view.partners"
KENTONGAN, VISIT, VISIT_DONE = "incident.kentongan", "incident.visit", "incident.visited"


def _nothing(seat: Seat) -> str | None:
    return None


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _with_incident(seat: Seat) -> Reason:
    id = seat.selection.incident_id
    return None if id and seat.situation.incident(id) else "select_incident"


def _with_visit(seat: Seat) -> Reason:
    id = seat.selection.incident_id
    if id is None or seat.situation.incident(id) is None:
        return "select_incident"
    family = set(seat.situation.family(id))
    waiting = (v for v in seat.situation.all("visit") if v.incident_id in family)
    return None if any(v.done_at is None for v in waiting) else "no_visit_waits"


RADIO_ACTIONS = (
    Action(
        RADIO,
        QT_TRANSLATE_NOOP("Actions", "Ke radio"),
        "Ctrl+H",
        Permission.WATCH,
        always,
        asks(RADIO, _nothing),
    ),
    Action(
        PARTNERS,
        QT_TRANSLATE_NOOP("Actions", "Mitra, ronda, sinergitas"),
        "Ctrl+Shift+H",
        Permission.WATCH,
        always,
        asks(PARTNERS, _nothing),
    ),
    Action(
        KENTONGAN,
        QT_TRANSLATE_NOOP("Actions", "Kentongan"),
        "Ctrl+Shift+E",
        Permission.TAKE_REPORTS,
        always,
        asks(KENTONGAN, _nothing),
    ),
    Action(
        VISIT,
        QT_TRANSLATE_NOOP("Actions", "Jemput bola"),
        "Ctrl+Shift+V",
        Permission.REFER,
        _with_incident,
        asks(VISIT, _selected),
    ),
    Action(
        VISIT_DONE,
        QT_TRANSLATE_NOOP("Actions", "Kunjungan selesai"),
        "Alt+H",
        Permission.REFER,
        _with_visit,
        asks(VISIT_DONE, _selected),
    ),
)
