"""The search for a sign of life of a unit that has fallen silent: radio, telephone, the partner
beside it, whoever leads the shift, then: personnel in danger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.dispatch import HOLDING
from command_center.commands.order_task import reason_of
from command_center.commands.registry import Context, Result, verb
from command_center.commands.signs import demand_own, open_check
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Role
from command_center.domain.unit import (
    Assignment,
    Unit,
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.ports import UnitOfWork

STEPS = tuple(WelfareStep)
BY_A_PERSON = (WelfareOutcome.HURT, WelfareOutcome.GIVEN_UP)
AT_WORK = (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)


@dataclass(frozen=True, slots=True)
class OpenWelfare:
    """Begin to look for the unit, at the radio. `moving`: its position moves all the while."""

    unit_id: str
    moving: bool = False


@dataclass(frozen=True, slots=True)
class StepWelfare:
    """The next way to look for it, or a later one. `before` is the step that was seen: Conflict if
    somebody has gone another way since. `moving`: whether its position moves by now."""

    check_id: str
    step: WelfareStep
    before: WelfareStep
    moving: bool | None = None


@dataclass(frozen=True, slots=True)
class EndWelfare:
    """The unit gave a sign of life, was helped, was never silent, was found hurt, or is given up:
    the last two are for a person to say, giving up with a `reason`. Who was found hurt stays in
    danger until another outcome is said. `left`: nobody heard it, but the job it was silent on is
    not its job any more; nothing ends if that is not so."""

    check_id: str
    outcome: WelfareOutcome
    left: bool = False
    reason: str = ""


def has_left(check: WelfareCheck, unit: Unit, orders: Iterable[Assignment]) -> bool:
    """Whether the job on which the unit fell silent (of its `orders`, open and ended) was ended by
    the desk, so that nobody waits for a word from there. Not while the unit may not know that it
    was called off, and never once it is called in danger: then only a person ends the search."""
    if check.step is WelfareStep.DANGER or unit.status in AT_WORK:
        return False
    held = [order for order in orders if order.kind in HOLDING]
    silent_on = [order for order in held if order.ordered_at <= check.started_at]
    if any(order.closed_at is None for order in silent_on):
        return False
    ended = [order.closed_at for order in silent_on if order.closed_at is not None]
    return any(at >= check.started_at for at in ended)


@verb(OpenWelfare, "welfare.opened", Permission.SET_UNIT_STATUS)
def open_welfare(work: UnitOfWork, command: OpenWelfare, ctx: Context) -> Result:
    unit = work.get(Unit, command.unit_id)
    demand_own(work, unit, ctx)
    standing = open_check(work, unit.id)
    if standing is not None:
        return {"unit_id": unit.id, "check_id": standing.id}
    if unit.status is UnitStatus.OFF_DUTY:
        raise OperatorError("unit_not_on_duty", unit=unit.call_sign)
    check = WelfareCheck(
        id=ctx.new_id(),
        version=1,
        unit_id=unit.id,
        step=WelfareStep.RADIO,
        moving=command.moving,
        started_at=ctx.now,
        step_at=ctx.now,
        step_by=ctx.act.actor,
        outcome=None,
        ended_at=None,
        ended_by=None,
    )
    work.add(check)
    return {"unit_id": unit.id, "check_id": check.id}


@verb(StepWelfare, "welfare.step", Permission.SET_UNIT_STATUS)
def step_welfare(work: UnitOfWork, command: StepWelfare, ctx: Context) -> Result:
    check = work.get(WelfareCheck, command.check_id)
    unit = work.get(Unit, check.unit_id)
    demand_own(work, unit, ctx)
    told = {"unit_id": unit.id, "check_id": check.id, "step": command.step.value}
    if check.ended_at is not None:
        raise OperatorError("welfare_over", unit=unit.call_sign)
    if check.step not in (command.before, command.step):
        raise lost_to(work, "welfare_check", check.id, "step", step=check.step.value)
    if STEPS.index(command.step) < STEPS.index(check.step):
        raise OperatorError("welfare_backwards", unit=unit.call_sign)
    moving = check.moving if command.moving is None else command.moving
    by_clock = Role(ctx.act.role) is Role.SYSTEM
    if by_clock and moving and command.step is WelfareStep.DANGER:
        raise OperatorError("welfare_moves", unit=unit.call_sign)
    if check.step is not command.step:
        by = ctx.act.actor
        check = work.change(check, step=command.step, step_at=ctx.now, step_by=by)
    work.change(check, moving=moving)
    return told


@verb(EndWelfare, "welfare.ended", Permission.SET_UNIT_STATUS)
def end_welfare(work: UnitOfWork, command: EndWelfare, ctx: Context) -> Result:
    check = work.get(WelfareCheck, command.check_id)
    unit = work.get(Unit, check.unit_id)
    demand_own(work, unit, ctx)
    told = {"unit_id": unit.id, "check_id": check.id, "outcome": command.outcome.value}
    by_clock = Role(ctx.act.role) is Role.SYSTEM
    if by_clock and command.outcome in BY_A_PERSON:
        raise OperatorError("welfare_person_decides", unit=unit.call_sign)
    reason = ""
    if command.outcome is WelfareOutcome.GIVEN_UP:
        told["reason"] = reason = reason_of(command.reason)
    if command.left:
        if check.ended_at is None and not has_left(check, unit, _orders(work, unit)):
            return told
        told["left"] = "incident"
    if check.ended_at is None or _is_helped(check, command):
        by = ctx.act.actor
        over = {"outcome": command.outcome, "ended_at": ctx.now, "ended_by": by}
        work.change(check, **over, reason=reason)
    elif check.outcome is not command.outcome and not by_clock:
        stands = check.outcome.value if check.outcome else None
        raise lost_to(work, "welfare_check", check.id, "outcome", outcome=stands)
    return told


def _is_helped(check: WelfareCheck, command: EndWelfare) -> bool:
    """Who was found hurt is well again, or was helped; it is not given up."""
    helped = command.outcome not in (*BY_A_PERSON, WelfareOutcome.MISTAKEN)
    return check.outcome is WelfareOutcome.HURT and helped and not command.left


def _orders(work: UnitOfWork, unit: Unit) -> list[Assignment]:
    return work.find(Assignment, unit_id=unit.id)
