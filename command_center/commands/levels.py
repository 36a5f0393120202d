"""Decisions about a place of an operation: its level, who commands, what force was ordered, what
was taken back, and who heard it. The log of decisions is added to and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.place_words import line, needed, paragraph
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.levels import check_move
from command_center.domain.operation import (
    Authority,
    Decision,
    DecisionKind,
    ForceStage,
    Hearing,
    OperationPlace,
)
from command_center.domain.permissions import Permission
from command_center.domain.room import Operation, SituationLevel
from command_center.ports import UnitOfWork

NAME_LENGTH, HOW_LENGTH = 80, 80
REVOCABLE = frozenset(
    {DecisionKind.LEVEL, DecisionKind.LAYER, DecisionKind.LINE, DecisionKind.FORCE}
)


@dataclass(frozen=True, slots=True)
class SetSituationLevel:
    """Of one place; other places keep theirs. `ordered_by` is the officer, `authority` whose order
    it is, `reason` needed where it leaves the table of moves. `before` is what stood there for
    whoever sets it: Conflict if somebody else has set it otherwise since; if they set the same,
    OperatorError("level_stands"): nobody is told that a second order was written down."""

    operation_id: str
    place: str
    level: SituationLevel
    before: SituationLevel | None = None
    ordered_by: str = ""
    authority: Authority | None = None
    reason: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class TransferControl:
    """Alih kendali: from now on `to` commands at the place."""

    operation_id: str
    place: str
    to: str
    ordered_by: str
    authority: Authority | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class RecordForce:
    """An officer ordered this stage of force. Nothing proposes one."""

    operation_id: str
    place: str
    stage: ForceStage | None
    ordered_by: str
    authority: Authority | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class RevokeDecision:
    """A compensating line: the decision stays in the log, what it set is as before it. Of levels
    only the one that stands can be taken back."""

    decision_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class HearDecision:
    """`who` has heard it, `how`: radio, telephone. The same person again changes nothing."""

    decision_id: str
    who: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class StrikeHearing:
    hearing_id: str


@verb(SetSituationLevel, "operation.level", Permission.COMMAND_OPERATIONS)
def set_situation_level(work: UnitOfWork, command: SetSituationLevel, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    stands = level_of(operation, command.place)
    if command.before is not None and stands not in (command.before, command.level):
        field, place = f"levels/{command.place}", command.place
        raise lost_to(work, "operation", operation.id, field, level=stands.value, place=place)
    move, unusual = check_move(stands, command.level, command.authority, command.reason)
    row = decided(
        work,
        ctx,
        operation.id,
        command.place,
        move.kind,
        command.ordered_by,
        level=command.level,
        was=stands,
        authority=command.authority,
        unusual=unusual,
        reason=paragraph(command.reason),
        text=paragraph(command.text),
    )
    _set_level(work, operation, command.place, command.level)
    told = {"place": command.place, "level": command.level.value, "was": stands.value}
    return {"operation_id": operation.id, "decision_id": row.id, **told}


@verb(TransferControl, "operation.control", Permission.COMMAND_OPERATIONS)
def transfer_control(work: UnitOfWork, command: TransferControl, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    level_of(operation, command.place)
    to = needed(command.to, "control_needs_whom")
    place = place_row(work, ctx, operation.id, command.place)
    told = f"{place.control} → {to}" if place.control else to
    text = f"{told}. {paragraph(command.text)}" if command.text.strip() else told
    row = decided(
        work,
        ctx,
        operation.id,
        command.place,
        DecisionKind.CONTROL,
        command.ordered_by,
        authority=command.authority,
        text=paragraph(text),
    )
    work.change(place, control=to)
    return {"decision_id": row.id, "place": command.place, "to": to}


@verb(RecordForce, "operation.force", Permission.RUN_OPERATIONS)
def record_force(work: UnitOfWork, command: RecordForce, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    level_of(operation, command.place)
    if command.stage is None:
        raise OperatorError("force_needs_stage")
    row = decided(
        work,
        ctx,
        operation.id,
        command.place,
        DecisionKind.FORCE,
        command.ordered_by,
        authority=command.authority,
        force_stage=command.stage,
        text=paragraph(command.text),
    )
    return {"decision_id": row.id, "place": command.place, "stage": command.stage.value}


@verb(RevokeDecision, "decision.revoked", Permission.COMMAND_OPERATIONS)
def revoke_decision(work: UnitOfWork, command: RevokeDecision, ctx: Context) -> Result:
    taken = work.get(Decision, command.decision_id)
    if taken.kind not in REVOCABLE or work.find(Decision, revokes=taken.id):
        raise OperatorError("decision_not_revocable")
    operation = running(work, taken.operation_id)
    if taken.was is not None and taken.level is not None:
        _demand_stands(work, operation, taken)
        _set_level(work, operation, taken.place, taken.was)
    row = Decision(
        id=ctx.new_id(),
        version=1,
        operation_id=operation.id,
        place=taken.place,
        kind=DecisionKind.REVOKED,
        level=taken.was,
        was=taken.level,
        text="",
        ordered_by="",
        authority=None,
        unusual=False,
        reason=needed(command.reason, "revoke_needs_reason", 1_000),
        force_stage=None,
        revokes=taken.id,
        at=ctx.at,
        entered_by=ctx.act.actor,
    )
    work.add(row)
    return {"decision_id": row.id, "place": taken.place}


@verb(HearDecision, "decision.heard", Permission.RUN_OPERATIONS)
def hear_decision(work: UnitOfWork, command: HearDecision, ctx: Context) -> Result:
    decision = work.get(Decision, command.decision_id)
    who = needed(command.who, "hearing_needs_who")
    for row in work.find(Hearing, decision_id=decision.id, struck_at=None):
        if row.who.casefold() == who.casefold():
            return {"hearing_id": row.id, "who": row.who}
    how = line(command.how, HOW_LENGTH)
    heard = Hearing(ctx.new_id(), 1, decision.id, who, how, ctx.at, ctx.act.actor, None)
    work.add(heard)
    return {"hearing_id": heard.id, "who": who}


@verb(StrikeHearing, "hearing.struck", Permission.RUN_OPERATIONS)
def strike_hearing(work: UnitOfWork, command: StrikeHearing, ctx: Context) -> Result:
    row = work.get(Hearing, command.hearing_id)
    if row.struck_at is None:
        work.change(row, struck_at=max(ctx.now, row.at))
    return {"hearing_id": row.id, "who": row.who}


def running(work: UnitOfWork, operation_id: str) -> Operation:
    """OperatorError("operation_over") for one that has ended."""
    operation = work.get(Operation, operation_id)
    if operation.ends_at is not None:
        raise OperatorError("operation_over", name=operation.name)
    return operation


def level_of(operation: Operation, place: str) -> SituationLevel:
    """OperatorError for a place that is not the operation's."""
    if place not in operation.levels:
        raise OperatorError("unknown_operation_place", place=line(place)[:NAME_LENGTH])
    return SituationLevel(operation.levels[place])


def place_row(work: UnitOfWork, ctx: Context, operation_id: str, name: str) -> OperationPlace:
    """The row of a place; made now for one of an operation that an older program started, where it
    has stood from the start."""
    found = work.find(OperationPlace, operation_id=operation_id, name=name, left_at=None)
    if found:
        return found[0]
    began = min(ctx.now, work.get(Operation, operation_id).starts_at)
    row = OperationPlace(ctx.new_id(), 1, operation_id, name, None, "", began, None)
    work.add(row)
    return row


def standing_decisions(work: UnitOfWork, operation: Operation, place: str) -> list[Decision]:
    """Those to the level that stands at the place, the newest first. Two desks' clocks may differ,
    so the level says more than the times; and a place of that name that has left is another one."""
    stands = level_of(operation, place)
    rows = work.find(OperationPlace, operation_id=operation.id, name=place, left_at=None)
    began = rows[0].added_at if rows else operation.starts_at
    every = work.find(Decision, operation_id=operation.id, place=place)
    of_it = [row for row in every if row.level is stands and row.at >= began]
    return sorted(of_it, key=lambda row: (row.at, row.id), reverse=True)


def decided(
    work: UnitOfWork,
    ctx: Context,
    operation_id: str,
    place: str,
    kind: DecisionKind,
    ordered_by: str,
    **facts: Any,
) -> Decision:
    """A new line of the decision log; OperatorError without the officer who ordered it."""
    blank: dict[str, Any] = {
        "level": None,
        "was": None,
        "text": "",
        "authority": None,
        "unusual": False,
        "reason": "",
        "force_stage": None,
        "revokes": None,
    }
    row = Decision(
        id=ctx.new_id(),
        version=1,
        operation_id=operation_id,
        place=place,
        kind=kind,
        ordered_by=needed(ordered_by, "decision_needs_officer"),
        at=ctx.at,
        entered_by=ctx.act.actor,
        **{**blank, **facts},
    )
    work.add(row)
    return row


def _set_level(work: UnitOfWork, operation: Operation, place: str, level: SituationLevel) -> None:
    work.change(operation, levels={**operation.levels, place: level.value})


def _demand_stands(work: UnitOfWork, operation: Operation, taken: Decision) -> None:
    """Conflict where another decision set the level that stands at the place, or the place has
    left since."""
    stands = level_of(operation, taken.place)
    moves = [row for row in standing_decisions(work, operation, taken.place) if row.was is not None]
    if not moves or moves[0].id != taken.id:
        field, place = f"levels/{taken.place}", taken.place
        raise lost_to(work, "operation", operation.id, field, level=stands.value, place=place)
