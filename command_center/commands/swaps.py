"""Swaps of duty: asked for by whoever sits at a desk, decided by a shift lead."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.duties import members, roster_around
from command_center.commands.place_words import ADDRESS, line, needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.roster import (
    Duty,
    DutySwap,
    Personnel,
    Span,
    SwapState,
    Taken,
    people_of,
    spans,
)
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class AskSwap:
    """The taker stands in on the giver's duty; the giver on the taker's, if one is named."""

    giver_id: str
    giver_duty_id: str
    taker_id: str
    reason: str
    taker_duty_id: str = ""


@dataclass(frozen=True, slots=True)
class DecideSwap:
    """`why` a refusal needs. Nobody decides about their own."""

    swap_id: str
    approve: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawSwap:
    """Nobody wants it any more; what was decided stays."""

    swap_id: str


@verb(AskSwap, "swap.asked", Permission.KEEP_ROSTER)
def ask_swap(work: UnitOfWork, command: AskSwap, ctx: Context) -> Result:
    giver, taker = (work.get(Personnel, id) for id in (command.giver_id, command.taker_id))
    duty = work.get(Duty, command.giver_duty_id)
    back = work.get(Duty, command.taker_duty_id) if command.taker_duty_id else None
    swap = DutySwap(
        id=ctx.new_id(),
        version=1,
        giver_id=giver.id,
        giver_duty_id=duty.id,
        taker_id=taker.id,
        taker_duty_id=back.id if back is not None else None,
        reason=needed(command.reason, "swap_needs_reason", ADDRESS),
        ends_at=max(one.ends_at for one in (duty, back) if one is not None),
        state=SwapState.ASKED,
        asked_by=ctx.act.actor,
        asked_at=ctx.now,
        decided_by=None,
        decided_at=None,
        why="",
    )
    for other in work.find(DutySwap, giver_id=giver.id, giver_duty_id=duty.id):
        if other.state is SwapState.ASKED:
            raise OperatorError("swap_is_asked", name=giver.name)
    _demand_possible(work, swap, ctx)
    work.add(swap)
    return {"swap_id": swap.id, "giver": giver.name, "taker": taker.name}


@verb(DecideSwap, "swap.decided", Permission.REASSIGN)
def decide_swap(work: UnitOfWork, command: DecideSwap, ctx: Context) -> Result:
    swap = _asked(work, command.swap_id)
    both = [work.get(Personnel, id) for id in (swap.giver_id, swap.taker_id)]
    if ctx.act.actor in {person.staff_id for person in both}:
        raise OperatorError("swap_is_own")
    if command.approve:
        why = line(command.why, ADDRESS)
        _demand_possible(work, swap, ctx)
    else:
        why = needed(command.why, "swap_needs_why", ADDRESS)
    state = SwapState.APPROVED if command.approve else SwapState.REFUSED
    work.change(swap, state=state, decided_by=ctx.act.actor, decided_at=ctx.now, why=why)
    return {"swap_id": swap.id, "giver": both[0].name, "taker": both[1].name, "state": state.value}


@verb(WithdrawSwap, "swap.withdrawn", Permission.KEEP_ROSTER)
def withdraw_swap(work: UnitOfWork, command: WithdrawSwap, ctx: Context) -> Result:
    swap = _asked(work, command.swap_id)
    work.change(
        swap, state=SwapState.WITHDRAWN, decided_by=ctx.act.actor, decided_at=ctx.now, why=""
    )
    return {"swap_id": swap.id}


def _asked(work: UnitOfWork, id: str) -> DutySwap:
    swap = work.get(DutySwap, id)
    if swap.state is not SwapState.ASKED:
        raise OperatorError("swap_is_decided", state=swap.state.value)
    return swap


def _demand_possible(work: UnitOfWork, swap: DutySwap, ctx: Context) -> None:
    """Each has the duty they give, it is not over, and neither is in two places at once."""
    if swap.giver_id == swap.taker_id:
        raise OperatorError("swap_with_oneself")
    duty = work.get(Duty, swap.giver_duty_id)
    back = work.get(Duty, swap.taker_duty_id) if swap.taker_duty_id else None
    given = [(duty, swap.giver_id, swap.taker_id)]
    if back is not None:
        given.append((back, swap.taker_id, swap.giver_id))
    regu = members(work)
    duties, swaps = roster_around(work, {one.day for one, _, _ in given})
    for one, leaves, _ in given:
        holds = leaves in people_of(one, regu, swaps)
        if one.struck_at is not None or one.ends_at <= ctx.now or not holds:
            name = work.get(Personnel, leaves).name
            raise OperatorError("swap_of_no_duty", name=name, day=one.day)
    left = {(one.starts_at, leaves) for one, leaves, _ in given}
    steady = (s for s in spans(duties, regu, swaps) if (s.starts_at, s.personnel_id) not in left)
    taken = Taken(steady)
    for one, _, comes in given:
        person = work.get(Personnel, comes)
        span = Span(person.id, one.regu_id, one.starts_at, one.ends_at)
        if person.left_at is not None or taken.holds(span):
            raise OperatorError("swap_clash", name=person.name, day=one.day)
