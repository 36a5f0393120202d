"""Answering alarms, putting them aside, telling a camera owner of an outage."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from command_center.commands.alarms import AcknowledgeAlarm, ReportOutage
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType
from command_center.ui.actions.action import Action, Reason, always, asks, submit
from command_center.ui.actions.calls import PANEL
from command_center.ui.actions.early import EARLY
from command_center.ui.actions.operations import OPERATIONS
from command_center.ui.alarms.report import addressee, outage_text
from command_center.ui.alarms.summary import shelvable, waiting_here
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.leaving import leaving_words
from command_center.ui.seat import Seat

SHOWN = "alarm.shown"
"""Asks for the card of what the alarm is about, which may lie below the fold."""


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
    elif alarm.subject_kind in ("referral", "standby", "visit"):
        _show_referral(seat, alarm)
    elif alarm.subject_kind == "order_conflict":
        _show_dispute(seat, alarm)
    elif alarm.subject_kind == "phone_call":
        seat.asking.ask(PANEL, alarm.subject_id)
    elif alarm.subject_kind in ("unit", "assignment"):
        _show_unit(seat, alarm)
    elif alarm.subject_kind == "early_episode":
        seat.asking.ask(EARLY, alarm.subject_id)
    elif alarm.subject_kind in ("decision", "plan_task"):
        _show_operation(seat, alarm)


def _show_referral(seat: Seat, alarm: Alarm) -> None:
    row = seat.situation.get(alarm.subject_kind, alarm.subject_id)
    if row is not None:
        seat.selection.select_incident(row.incident_id)
        seat.asking.ask(SHOWN, row.id)


def _show_operation(seat: Seat, alarm: Alarm) -> None:
    row = seat.situation.get(alarm.subject_kind, alarm.subject_id)
    if row is not None:
        seat.asking.ask(OPERATIONS, row)


def _show_dispute(seat: Seat, alarm: Alarm) -> None:
    """The unit, and the incident it was sent to first."""
    conflict = seat.situation.get("order_conflict", alarm.subject_id)
    if conflict is None:
        return
    seat.selection.select_unit(conflict.unit_id)
    for id in seat.situation.disputed_incidents(conflict)[:1]:
        seat.selection.select_incident(id)


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
    """The most urgent alarm nobody has answered or put aside, the oldest of its rank."""
    return next(iter(waiting_here(seat, seat.live.now())), None)


def first_shelvable(seat: Seat) -> Alarm | None:
    """The least urgent that may be put aside, the oldest of its rank."""
    return next(iter(shelvable(seat.situation, seat.live.now())), None)


def unreported_outage(seat: Seat) -> Alarm | None:
    """The oldest outage whose owner has not been told."""
    found = [
        alarm
        for alarm in seat.situation.open_alarms()
        if alarm.type is AlarmType.CAMERA_OUTAGE and "reported_at" not in alarm.params
    ]
    return min(found, key=lambda alarm: alarm.raised_at, default=None)


def report_outage(seat: Seat, alarm: Alarm) -> None:
    """The text goes to the clipboard and into the log; a person sends it."""
    text, to = outage_text(alarm, seat, seat.live.now()), addressee(alarm)
    QGuiApplication.clipboard().setText(leaving_words(seat, text))
    submit(seat, ReportOutage(alarm.id, to, text), addressee=to)


def _nothing(seat: Seat) -> str | None:
    return None


def _any_alarm(seat: Seat) -> Reason:
    return None if first_unanswered(seat) is not None else "no_alarm"


def _answer_first(seat: Seat) -> None:
    alarm = first_unanswered(seat)
    if alarm is not None:
        answer(seat, alarm.id)


def _shelvable(seat: Seat) -> Reason:
    return None if first_shelvable(seat) is not None else "no_alarm"


def _shelve_id(seat: Seat) -> str | None:
    alarm = first_shelvable(seat)
    return alarm.id if alarm else None


def _reportable(seat: Seat) -> Reason:
    return None if unreported_outage(seat) is not None else "no_outage"


def _report_first(seat: Seat) -> None:
    alarm = unreported_outage(seat)
    if alarm is not None:
        report_outage(seat, alarm)


ALARM_ACTIONS = (
    Action(
        "alarm.answer",
        QT_TRANSLATE_NOOP("Actions", "Tanggapi"),
        "F2",
        Permission.ANSWER_ALARMS,
        _any_alarm,
        _answer_first,
    ),
    Action(
        "alarm.shelve",
        QT_TRANSLATE_NOOP("Actions", "Tunda"),
        "Shift+F2",
        Permission.ANSWER_ALARMS,
        _shelvable,
        asks("alarm.shelve", _shelve_id),
    ),
    Action(
        "alarm.tones",
        QT_TRANSLATE_NOOP("Actions", "Nada alarm"),
        "Alt+F2",
        Permission.WATCH,
        always,
        asks("alarm.tones", _nothing),
    ),
    Action(
        "alarm.report",
        QT_TRANSLATE_NOOP("Actions", "Laporkan ke pemilik"),
        "Ctrl+F2",
        Permission.ANSWER_ALARMS,
        _reportable,
        _report_first,
    ),
)
