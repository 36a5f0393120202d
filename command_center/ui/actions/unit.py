"""Actions on the selected unit: what it says of itself, said for it by the operator."""

from __future__ import annotations

from collections.abc import Callable

from command_center.commands.dispatch import AcknowledgeOrder, ReleaseUnit, SetUnitStatus
from command_center.domain.permissions import Permission
from command_center.domain.unit import OrderStatus, Unit, UnitStatus
from command_center.ui.actions.action import Action, Reason, held_now, submit, undo_of
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat


def selected(seat: Seat) -> Unit | None:
    id = seat.selection.unit_id
    return seat.situation.unit(id) if id else None


def set_status(seat: Seat, unit_id: str, status: UnitStatus) -> None:
    unit = seat.situation.unit(unit_id)
    sign = unit.call_sign if unit else "?"
    command = SetUnitStatus(unit_id, status, holder=held_now(seat, unit_id))
    submit(seat, command, undo_of("unit", unit_id), unit=sign)


def acknowledge(seat: Seat, unit_id: str) -> None:
    """The unit has answered its order."""
    _on_assignment(seat, unit_id, AcknowledgeOrder(unit_id, held_now(seat, unit_id)))


def release(seat: Seat, unit_id: str) -> None:
    """Take the unit off its incident."""
    _on_assignment(seat, unit_id, ReleaseUnit(unit_id, held_now(seat, unit_id)))


def _on_assignment(seat: Seat, unit_id: str, command: object) -> None:
    unit, held = seat.situation.unit(unit_id), seat.situation.active_assignment(unit_id)
    undo = undo_of("assignment", held.id) if held else None
    submit(seat, command, undo, unit=unit.call_sign if unit else "?")


def _sayable(status: UnitStatus) -> Callable[[Seat], Reason]:
    def enabled(seat: Seat) -> Reason:
        unit = selected(seat)
        if unit is None:
            return "select_unit"
        if not seat.may_move(unit.id):
            return "not_your_agency"
        return "unit_status_already_so" if unit.status is status else None

    return enabled


def _say(status: UnitStatus) -> Callable[[Seat], None]:
    return _on_selected(lambda seat, id: set_status(seat, id, status))


def _on_selected(act: Callable[[Seat, str], None]) -> Callable[[Seat], None]:
    def run(seat: Seat) -> None:
        if seat.selection.unit_id is not None:
            act(seat, seat.selection.unit_id)

    return run


def _held(seat: Seat) -> Reason:
    unit = selected(seat)
    if unit is None:
        return "select_unit"
    return None if seat.situation.active_assignment(unit.id) else "unit_has_no_order"


def _unanswered(seat: Seat) -> Reason:
    reason = _held(seat)
    unit = selected(seat)
    if reason is not None or unit is None:
        return reason
    if not seat.may_move(unit.id):
        return "not_your_agency"
    held = seat.situation.active_assignment(unit.id)
    waiting = held is not None and held.status is OrderStatus.ORDERED
    return None if waiting else "order_already_answered"


def _status_action(name: str, text: str, key: str, status: UnitStatus) -> Action:
    permission = Permission.SET_UNIT_STATUS
    return Action(f"unit.{name}", text, key, permission, _sayable(status), _say(status))


UNIT_ACTIONS = (
    Action(
        "unit.acknowledge",
        QT_TRANSLATE_NOOP("Actions", "Perintah diterima"),
        "Ctrl+Shift+T",
        Permission.SET_UNIT_STATUS,
        _unanswered,
        _on_selected(acknowledge),
    ),
    _status_action(
        "available", QT_TRANSLATE_NOOP("Actions", "Siap"), "Ctrl+Shift+S", UnitStatus.AVAILABLE
    ),
    _status_action(
        "en_route", QT_TRANSLATE_NOOP("Actions", "Menuju TKP"), "Ctrl+Shift+M", UnitStatus.EN_ROUTE
    ),
    _status_action(
        "on_scene", QT_TRANSLATE_NOOP("Actions", "Di TKP"), "Ctrl+Shift+D", UnitStatus.ON_SCENE
    ),
    _status_action(
        "staged", QT_TRANSLATE_NOOP("Actions", "Plotting"), "Ctrl+Shift+P", UnitStatus.STAGED
    ),
    _status_action(
        "returning", QT_TRANSLATE_NOOP("Actions", "Kembali"), "Ctrl+Shift+K", UnitStatus.RETURNING
    ),
    _status_action(
        "break", QT_TRANSLATE_NOOP("Actions", "Isoma"), "Ctrl+Shift+I", UnitStatus.BREAK
    ),
    _status_action(
        "unavailable",
        QT_TRANSLATE_NOOP("Actions", "Tidak siap"),
        "Ctrl+Shift+X",
        UnitStatus.UNAVAILABLE,
    ),
    _status_action(
        "off_duty", QT_TRANSLATE_NOOP("Actions", "Lepas dinas"), "Ctrl+Shift+L", UnitStatus.OFF_DUTY
    ),
    Action(
        "unit.release",
        QT_TRANSLATE_NOOP("Actions", "Lepas dari kejadian"),
        "Ctrl+Shift+Del",
        Permission.DISPATCH,
        _held,
        _on_selected(release),
    ),
)
