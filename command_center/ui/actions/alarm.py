"""Answering alarms, and taking back what was just done."""

from __future__ import annotations

from command_center.commands.alarms import AcknowledgeAlarm
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm
from command_center.ui.actions.action import Action, Reason, submit
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat


def answer(seat: Seat, alarm_id: str) -> None:
    """Show what the alarm is about and say that somebody has seen it."""
    alarm: Alarm | None = seat.situation.get("alarm", alarm_id)
    if alarm is not None:
        _show(seat, alarm)
    submit(seat, AcknowledgeAlarm(alarm_id))


def _show(seat: Seat, alarm: Alarm) -> None:
    selection = seat.selection
    if alarm.subject_kind == "incident":
        selection.select_incident(alarm.subject_id)
    elif alarm.subject_kind == "camera":
        selection.select_camera(alarm.subject_id)
    elif alarm.subject_kind in ("unit", "assignment"):
        _show_unit(seat, alarm)


def _show_unit(seat: Seat, alarm: Alarm) -> None:
    unit_id = alarm.subject_id
    if alarm.subject_kind == "assignment":
        held = seat.situation.get("assignment", alarm.subject_id)
        unit_id = held.unit_id if held else ""
    if seat.situation.unit(unit_id) is None:
        return
    seat.selection.select_unit(unit_id)
    assignment = seat.situation.active_assignment(unit_id)
    if assignment is not None:
        seat.selection.select_incident(assignment.incident_id)


def first_unanswered(seat: Seat) -> Alarm | None:
    """The most urgent alarm nobody has answered, the oldest of its rank."""
    alarms = seat.situation.open_alarms()
    return next((alarm for alarm in alarms if alarm.acknowledged_at is None), None)


def _any_alarm(seat: Seat) -> Reason:
    return None if first_unanswered(seat) is not None else "no_alarm"


def _answer_first(seat: Seat) -> None:
    alarm = first_unanswered(seat)
    if alarm is not None:
        answer(seat, alarm.id)


ALARM_ACTIONS = (
    Action(
        "alarm.answer",
        QT_TRANSLATE_NOOP("Actions", "Tanggapi"),
        "F2",
        Permission.ANSWER_ALARMS,
        _any_alarm,
        _answer_first,
    ),
)
