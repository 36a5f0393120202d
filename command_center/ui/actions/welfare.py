"""Looking for a unit that says nothing: one key for the next way, one for its answer."""

from __future__ import annotations

from collections.abc import Callable

from command_center.commands.welfare import STEPS, EndWelfare, OpenWelfare, StepWelfare
from command_center.domain.permissions import Permission
from command_center.domain.unit import (
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.ui.actions.action import Action, Reason, asks, submit
from command_center.ui.actions.unit import selected
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

STEP, WELL, HELPED, MISTAKEN, HURT, GIVE_UP = (
    "unit.welfare_step",
    "unit.welfare_well",
    "unit.welfare_helped",
    "unit.welfare_mistaken",
    "unit.welfare_hurt",
    "unit.welfare_give_up",
)


def next_way(check: WelfareCheck | None) -> WelfareStep | None:
    """The way that comes after, the first one if nobody looks yet; None after the last, and for
    who was found."""
    if check is None:
        return STEPS[0]
    if check.ended_at is not None:
        return None
    place = STEPS.index(check.step) + 1
    return STEPS[place] if place < len(STEPS) else None


def _sought(seat: Seat) -> WelfareCheck | None:
    unit = selected(seat)
    return seat.situation.of_units.sought(unit.id) if unit else None


def _steppable(seat: Seat) -> Reason:
    unit = selected(seat)
    if unit is None:
        return "select_unit"
    if not seat.may_move(unit.id):
        return "not_your_agency"
    if _sought(seat) is None and unit.status is UnitStatus.OFF_DUTY:
        return "unit_not_on_duty_now"
    return None if next_way(_sought(seat)) is not None else "welfare_no_further"


def _step(seat: Seat) -> None:
    """From the way that is shown: who went on meanwhile is not overtaken."""
    unit, check = selected(seat), _sought(seat)
    way = next_way(check)
    if unit is None or way is None:
        return
    command: OpenWelfare | StepWelfare = OpenWelfare(unit.id)
    if check is not None:
        command = StepWelfare(check.id, way, check.step)
    submit(seat, command, unit=unit.call_sign)


def _endable(seat: Seat) -> Reason:
    unit = selected(seat)
    if unit is None:
        return "select_unit"
    if not seat.may_move(unit.id):
        return "not_your_agency"
    return None if _sought(seat) is not None else "nobody_looks_for_it"


def _searched(seat: Seat) -> Reason:
    """While it is looked for, and not once it was found."""
    check = _sought(seat)
    over = check is not None and check.ended_at is not None
    return "nobody_looks_for_it" if over else _endable(seat)


def give_up(seat: Seat, check_id: str, reason: str) -> None:
    """Nobody looks for the unit any more, by this person's decision."""
    check = seat.situation.get("welfare_check", check_id)
    unit = seat.situation.unit(check.unit_id) if check is not None else None
    command = EndWelfare(check_id, WelfareOutcome.GIVEN_UP, reason=reason)
    submit(seat, command, unit=unit.call_sign if unit else "?")


def _search_id(seat: Seat) -> str | None:
    check = _sought(seat)
    return check.id if check else None


def _end(outcome: WelfareOutcome) -> Callable[[Seat], None]:
    def run(seat: Seat) -> None:
        unit, check = selected(seat), _sought(seat)
        if unit is not None and check is not None:
            submit(seat, EndWelfare(check.id, outcome), unit=unit.call_sign)

    return run


WELFARE_ACTIONS = (
    Action(
        STEP,
        QT_TRANSLATE_NOOP("Actions", "Cek personel berikut"),
        "Ctrl+Alt+N",
        Permission.SET_UNIT_STATUS,
        _steppable,
        _step,
    ),
    Action(
        WELL,
        QT_TRANSLATE_NOOP("Actions", "Personel aman"),
        "Ctrl+Alt+A",
        Permission.SET_UNIT_STATUS,
        _endable,
        _end(WelfareOutcome.WELL),
    ),
    Action(
        HELPED,
        QT_TRANSLATE_NOOP("Actions", "Personel ditolong"),
        "Ctrl+Alt+T",
        Permission.SET_UNIT_STATUS,
        _endable,
        _end(WelfareOutcome.HELPED),
    ),
    Action(
        MISTAKEN,
        QT_TRANSLATE_NOOP("Actions", "Cek salah sangka"),
        "Ctrl+Alt+X",
        Permission.SET_UNIT_STATUS,
        _searched,
        _end(WelfareOutcome.MISTAKEN),
    ),
    Action(
        HURT,
        QT_TRANSLATE_NOOP("Actions", "Personel ditemukan terluka"),
        "Ctrl+Alt+S",
        Permission.SET_UNIT_STATUS,
        _searched,
        _end(WelfareOutcome.HURT),
    ),
    Action(
        GIVE_UP,
        QT_TRANSLATE_NOOP("Actions", "Hentikan pencarian"),
        "Ctrl+Alt+Z",
        Permission.SET_UNIT_STATUS,
        _searched,
        asks(GIVE_UP, _search_id),
    ),
)
