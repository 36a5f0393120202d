"""Actions that the unit board answers: where units should go, looking for one, what they are
called."""

from __future__ import annotations

from command_center.commands.asked import AskUnit
from command_center.domain.permissions import Permission
from command_center.domain.unit import UnitStatus
from command_center.ui.actions.action import Action, Reason, always, asks, submit, why_ended
from command_center.ui.actions.unit import selected
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat


def _unit_and_incident(seat: Seat) -> Reason:
    unit, id = selected(seat), seat.selection.incident_id
    incident = seat.situation.incident(id) if id else None
    if unit is None:
        return "select_unit"
    if incident is None:
        return "select_incident"
    if not incident.is_open:
        return why_ended(incident)
    return None if seat.may_move(unit.id) else "not_your_agency"


def _unit(seat: Seat) -> Reason:
    unit = selected(seat)
    if unit is None:
        return "select_unit"
    return None if seat.may_move(unit.id) else "not_your_agency"


def _askable(seat: Seat) -> Reason:
    unit = selected(seat)
    off = unit is not None and unit.status is UnitStatus.OFF_DUTY
    return "unit_not_on_duty_now" if off else _unit(seat)


def _ask(seat: Seat) -> None:
    """Called over the air: the simulated crews of an exercise answer by themselves."""
    unit = selected(seat)
    if unit is not None:
        submit(seat, AskUnit(unit.id), unit=unit.call_sign)


def _nothing(seat: Seat) -> str | None:
    return None


BOARD_ACTIONS = (
    Action(
        "unit.reassign",
        QT_TRANSLATE_NOOP("Actions", "Tugaskan ke kejadian terpilih"),
        "Ctrl+Shift+R",
        Permission.DISPATCH,
        _unit_and_incident,
        asks("unit.reassign", lambda seat: ""),
    ),
    Action(
        "unit.ask",
        QT_TRANSLATE_NOOP("Actions", "Tanyakan kabar unit"),
        "Ctrl+Alt+Q",
        Permission.SET_UNIT_STATUS,
        _askable,
        _ask,
    ),
    Action(
        "unit.move",
        QT_TRANSLATE_NOOP("Actions", "Geser ke kecamatan"),
        "Ctrl+Shift+C",
        Permission.REASSIGN,
        _unit,
        asks("unit.move", lambda seat: ""),
    ),
    Action(
        "view.unit_filter",
        QT_TRANSLATE_NOOP("Actions", "Saring papan unit"),
        "Ctrl+Alt+F",
        Permission.WATCH,
        always,
        asks("view.unit_filter", _nothing),
    ),
    Action(
        "view.unit_words",
        QT_TRANSLATE_NOOP("Actions", "Sebutan dan batas status"),
        "Ctrl+Shift+A",
        Permission.REASSIGN,
        always,
        asks("view.unit_words", _nothing),
    ),
)
