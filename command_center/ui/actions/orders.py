"""Actions on orders that are on their way: said again, heard, corrected, copied, given up."""

from __future__ import annotations

from command_center.commands.dispatch import HOLDING
from command_center.commands.order_silent import KeepSilent, ReplaceSilent
from command_center.commands.order_task import CancelOrder, HearTask, RepeatOrder
from command_center.commands.plan import SetMayLeave
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType
from command_center.domain.unit import Assignment, OrderStatus, OrderTask, TaskKind
from command_center.ui.actions.action import (
    Action,
    Reason,
    asks,
    submit,
    undo_of,
    undo_result,
    why_ended,
)
from command_center.ui.actions.incident import selected as selected_incident
from command_center.ui.actions.incident import selected_id
from command_center.ui.actions.unit import selected
from command_center.ui.alarms.summary import is_shelved
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

ADDRESS_ACTION = "incident.address"
REPEAT, NEXT_UNIT = "alarm.repeat", "alarm.next_unit"
SILENT = "order.silent"
"""Asked of the panel that shows the incident, about an order."""
NO_ANSWER = "tidak menjawab"
"""Why it was called off, as the unit hears it: in its language, whatever the screen's is."""
CALL_OFF, CALL_OFF_ONE = "unit.call_off", "incident.call_off"


def repeat(seat: Seat, assignment_id: str) -> None:
    """Said over the radio once more; from now on it waits for an answer again."""
    sign = _sign_of(seat, assignment_id)
    submit(seat, RepeatOrder(assignment_id), undo_result("order_task", "task_id"), unit=sign)


def call_off(seat: Seat, assignment_id: str, reason: str) -> None:
    """This unit alone; it stays red until it has heard so."""
    sign = _sign_of(seat, assignment_id)
    command = CancelOrder(assignment_id, reason)
    submit(seat, command, undo_result("order_task", "task_id"), unit=sign)


def replace_silent(seat: Seat, assignment_id: str) -> None:
    """Another unit is to go: this one is called off."""
    undo = undo_result("order_task", "task_id")
    submit(seat, ReplaceSilent(assignment_id, NO_ANSWER), undo, unit=_sign_of(seat, assignment_id))


def keep_silent(seat: Seat, assignment_id: str) -> None:
    """Another unit is to go as well."""
    submit(seat, KeepSilent(assignment_id), unit=_sign_of(seat, assignment_id))


def _sign_of(seat: Seat, assignment_id: str) -> str:
    held = seat.situation.get("assignment", assignment_id)
    unit = seat.situation.unit(held.unit_id) if held is not None else None
    return unit.call_sign if unit else "?"


def _held(seat: Seat) -> Reason:
    if selected(seat) is None:
        return "select_unit"
    return None if _held_id(seat) else "unit_has_no_order"


def _held_id(seat: Seat) -> str | None:
    held = seat.situation.active_assignment(seat.selection.unit_id or "")
    return held.id if held is not None else None


def sent(seat: Seat, incident_id: str) -> list[Assignment]:
    """The orders of the incident that hold a unit, as they were given."""
    found = [held for held in seat.situation.on_it(incident_id) if held.kind in HOLDING]
    return sorted(found, key=lambda held: (held.ordered_at, held.id))


def _somebody_sent(seat: Seat) -> Reason:
    why = _open(seat)
    incident = selected_incident(seat)
    if why is not None or incident is None:
        return why
    return None if sent(seat, incident.id) else "nobody_sent"


def _waits(seat: Seat) -> Reason:
    unit = selected(seat)
    held = seat.situation.active_assignment(unit.id) if unit else None
    if unit is None:
        return "select_unit"
    if held is None:
        return "unit_has_no_order"
    return None if held.status is OrderStatus.ORDERED else "order_already_answered"


def _repeat_selected(seat: Seat) -> None:
    held = seat.situation.active_assignment(seat.selection.unit_id or "")
    if held is not None:
        repeat(seat, held.id)


def first_unanswered_order(seat: Seat) -> Alarm | None:
    """The oldest alarm about an order nobody has answered; those that somebody has seen come
    after those that wait."""
    now = seat.live.now()
    found = [
        alarm
        for alarm in seat.situation.open_alarms()
        if alarm.type is AlarmType.ORDER_UNANSWERED and not is_shelved(alarm, now)
    ]
    return min(
        found, key=lambda alarm: (alarm.acknowledged_at is not None, alarm.raised_at), default=None
    )


def _any_unanswered(seat: Seat) -> Reason:
    return None if first_unanswered_order(seat) is not None else "no_order_waits"


def _first_id(seat: Seat) -> str | None:
    alarm = first_unanswered_order(seat)
    return alarm.id if alarm else None


def to_hear(seat: Seat, unit_id: str) -> OrderTask | None:
    """What the unit has to hear first: that it is called off, then the oldest."""
    tasks = seat.situation.of_units.unheard(unit_id)
    return min(
        tasks, key=lambda task: (task.kind is not TaskKind.CANCEL, task.raised_at), default=None
    )


def _hearable(seat: Seat) -> Reason:
    unit = selected(seat)
    if unit is None:
        return "select_unit"
    if not seat.may_move(unit.id):
        return "not_your_agency"
    return None if to_hear(seat, unit.id) is not None else "nothing_to_hear"


def _hear(seat: Seat) -> None:
    unit = selected(seat)
    task = to_hear(seat, unit.id) if unit else None
    if unit is not None and task is not None:
        submit(seat, HearTask(task.id), unit=unit.call_sign)


def may_leave(seat: Seat, incident_id: str) -> bool:
    """Whether a unit on it may be sent to a more urgent one: off until somebody says so."""
    handling = seat.situation.get("handling", incident_id)
    return handling is not None and bool(handling.may_leave)


def _open(seat: Seat) -> Reason:
    incident = selected_incident(seat)
    if incident is None:
        return "select_incident"
    return why_ended(incident)


def _toggle_may_leave(seat: Seat) -> None:
    incident = selected_incident(seat)
    if incident is not None:
        command = SetMayLeave(incident.id, not may_leave(seat, incident.id))
        number = number_sign(incident.number, incident.alias)
        submit(seat, command, undo_of("handling", incident.id), number=number)


ORDER_ACTIONS = (
    Action(
        ADDRESS_ACTION,
        QT_TRANSLATE_NOOP("Actions", "Betulkan alamat"),
        "Ctrl+Alt+L",
        Permission.TRIAGE,
        _open,
        asks(ADDRESS_ACTION, selected_id),
    ),
    Action(
        "incident.copy_order",
        QT_TRANSLATE_NOOP("Actions", "Salin teks perintah"),
        "Ctrl+Alt+C",
        Permission.WATCH,
        _open,
        asks("incident.copy_order", selected_id),
    ),
    Action(
        "incident.may_leave",
        QT_TRANSLATE_NOOP("Actions", "Unit boleh ditarik / tetap"),
        "Ctrl+Alt+B",
        Permission.DISPATCH,
        _open,
        _toggle_may_leave,
    ),
    Action(
        CALL_OFF_ONE,
        QT_TRANSLATE_NOOP("Actions", "Tarik satu unit"),
        "Ctrl+Alt+D",
        Permission.DISPATCH,
        _somebody_sent,
        asks(CALL_OFF_ONE, selected_id),
    ),
    Action(
        CALL_OFF,
        QT_TRANSLATE_NOOP("Actions", "Tarik perintah unit"),
        "Ctrl+Shift+Z",
        Permission.DISPATCH,
        _held,
        asks(CALL_OFF, _held_id),
    ),
    Action(
        "unit.repeat",
        QT_TRANSLATE_NOOP("Actions", "Ulangi perintah unit"),
        "Ctrl+Alt+P",
        Permission.DISPATCH,
        _waits,
        _repeat_selected,
    ),
    Action(
        "unit.heard",
        QT_TRANSLATE_NOOP("Actions", "Perubahan sudah didengar"),
        "Ctrl+Alt+H",
        Permission.SET_UNIT_STATUS,
        _hearable,
        _hear,
    ),
    Action(
        REPEAT,
        QT_TRANSLATE_NOOP("Actions", "Ulangi perintah"),
        "Ctrl+Alt+U",
        Permission.DISPATCH,
        _any_unanswered,
        asks(REPEAT, _first_id),
    ),
    Action(
        NEXT_UNIT,
        QT_TRANSLATE_NOOP("Actions", "Unit berikutnya"),
        "Ctrl+Alt+G",
        Permission.DISPATCH,
        _any_unanswered,
        asks(NEXT_UNIT, _first_id),
    ),
)
