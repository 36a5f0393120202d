"""The roll-call of a shift: who came, on which call sign, and what each call sign has with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.conflicts import lost_to
from command_center.commands.duties import members, roster_around
from command_center.commands.place_words import line
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.roster import (
    HERE,
    CheckPart,
    CheckState,
    Duty,
    Personnel,
    RollCall,
    RollMark,
    RollState,
    UnitCheck,
    people_of,
)
from command_center.domain.unit import Unit
from command_center.ports import Among, UnitOfWork

REASON_LENGTH, MOST_AT_ONCE = 200, 100
EARLY = timedelta(hours=2)
"""So long before a shift begins its roll-call may be opened."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class OpenRollCall:
    """Of the shift that begins at `starts_at`: whoever the roster has on duty then is expected. The
    roll-call that is open already answers as the first time."""

    starts_at: datetime


@dataclass(frozen=True, slots=True)
class MarkPeople:
    """One, or a whole crew. `reason` an absence needs. Who the roster did not have is added. With
    `only_unmarked` whoever was marked meanwhile stays so; Conflict where that is everybody."""

    roll_call_id: str
    personnel_ids: tuple[str, ...]
    state: RollState
    reason: str = ""
    only_unmarked: bool = False


@dataclass(frozen=True, slots=True)
class PlotPerson:
    """On that call sign for this shift; "" = on none."""

    roll_call_id: str
    personnel_id: str
    call_sign: str


@dataclass(frozen=True, slots=True)
class CheckUnit:
    """What one part of a call sign's equipment is found to be; `part` None: only the note is
    written. `note` None stays as it was."""

    roll_call_id: str
    unit_id: str
    part: CheckPart | None
    state: CheckState = CheckState.UNCHECKED
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FinishRollCall:
    """OperatorError naming who is not marked yet."""

    roll_call_id: str


@dataclass(frozen=True, slots=True)
class FeedCrews:
    """The crews of the call signs are as many as came; nobody on those that the roll-call speaks
    of without anybody. Units that it does not speak of stay as they are. Not before the shift has
    begun: until then the crews on the board are those at work."""

    roll_call_id: str


@verb(OpenRollCall, "roll.opened", Permission.KEEP_ROSTER)
def open_roll_call(work: UnitOfWork, command: OpenRollCall, ctx: Context) -> Result:
    standing = work.find(RollCall, starts_at=command.starts_at)
    if standing:
        marks = work.find(RollMark, roll_call_id=standing[0].id)
        return {"roll_call_id": standing[0].id, "count": len(marks)}
    duties, swaps = roster_around(work, {ctx.city.local_day(command.starts_at)})
    on = [duty for duty in duties if duty.starts_at <= command.starts_at < duty.ends_at]
    own = [duty for duty in on if duty.starts_at == command.starts_at]
    if not own:
        raise OperatorError("roll_nobody_planned")
    if command.starts_at > ctx.now + EARLY:
        raise OperatorError("roll_too_early")
    call = RollCall(
        ctx.new_id(), 1, command.starts_at, _end(own), ctx.act.actor, ctx.now, None, None
    )
    work.add(call)
    regu = members(work)
    expected = {id: duty.regu_id for duty in on for id in people_of(duty, regu, swaps)}
    people = work.find(Personnel, id=Among(set(expected)), left_at=None)
    for person in people:
        work.add(_mark(call, person, expected[person.id], listed=True, ctx=ctx))
    return {"roll_call_id": call.id, "count": len(people)}


def _end(duties: Iterable[Duty]) -> datetime:
    """When the next roll-call is due: the first of them to end."""
    return min(duty.ends_at for duty in duties)


def _mark(
    call: RollCall, person: Personnel, regu_id: str | None, *, listed: bool, ctx: Context
) -> RollMark:
    return RollMark(
        id=ctx.new_id(),
        version=1,
        roll_call_id=call.id,
        personnel_id=person.id,
        regu_id=regu_id,
        unit_id=person.unit_id,
        state=RollState.EXPECTED,
        reason="",
        listed=listed,
        at=ctx.now,
        said_by=ctx.act.actor,
    )


@verb(MarkPeople, "roll.marked", Permission.KEEP_ROSTER)
def mark_people(work: UnitOfWork, command: MarkPeople, ctx: Context) -> Result:
    reason = line(command.reason, REASON_LENGTH)
    if command.state is RollState.ABSENT and not reason:
        raise OperatorError("absence_needs_reason")
    if not 0 < len(command.personnel_ids) <= MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    call, names = _running(work, command.roll_call_id, ctx), []
    said = {"state": command.state, "reason": reason, "at": ctx.now, "said_by": ctx.act.actor}
    for id in command.personnel_ids:
        person = work.get(Personnel, id)
        mark = _marked(work, call, person, ctx)
        if not command.only_unmarked or mark.state is RollState.EXPECTED:
            work.change(mark, **said)
            names.append(person.name)
    if not names:
        raise lost_to(work, "roll_mark", mark.id, "state")
    return {"name": ", ".join(names[:_NAMED]), "state": command.state.value, "count": len(names)}


@verb(PlotPerson, "roll.plotted", Permission.KEEP_ROSTER)
def plot_person(work: UnitOfWork, command: PlotPerson, ctx: Context) -> Result:
    call = _running(work, command.roll_call_id, ctx)
    person = work.get(Personnel, command.personnel_id)
    sign = line(command.call_sign).upper()
    units = work.find(Unit, call_sign=sign) if sign else []
    if sign and not units:
        raise OperatorError("unknown_unit", call_sign=sign[:40])
    mark = _marked(work, call, person, ctx)
    work.change(mark, unit_id=units[0].id if units else None)
    return {"mark_id": mark.id, "name": person.name, "unit": sign}


@verb(CheckUnit, "unit.checked", Permission.KEEP_ROSTER)
def check_unit(work: UnitOfWork, command: CheckUnit, ctx: Context) -> Result:
    call, unit = _running(work, command.roll_call_id, ctx), work.get(Unit, command.unit_id)
    standing = work.find(UnitCheck, roll_call_id=call.id, unit_id=unit.id)
    by = {"at": ctx.now, "said_by": ctx.act.actor}
    said: dict[str, object] = {}
    if command.part is not None:
        said[command.part.value] = command.state
    if command.note is not None:
        said["note"] = line(command.note, REASON_LENGTH)
    if standing:
        row = work.change(standing[0], **said, **by)
    else:
        none = dict.fromkeys((part.value for part in CheckPart), CheckState.UNCHECKED)
        facts = {**none, "note": "", **by, **said}
        row = UnitCheck(ctx.new_id(), 1, call.id, unit.id, **facts)  # type: ignore[arg-type]
        work.add(row)
    return {"check_id": row.id, "unit": unit.call_sign}


@verb(FinishRollCall, "roll.finished", Permission.REASSIGN)
def finish_roll_call(work: UnitOfWork, command: FinishRollCall, ctx: Context) -> Result:
    call = work.get(RollCall, command.roll_call_id)
    marks = work.find(RollMark, roll_call_id=call.id)
    left = [mark for mark in marks if mark.state is RollState.EXPECTED]
    if left:
        names = [work.get(Personnel, mark.personnel_id).name for mark in left[:_NAMED]]
        raise OperatorError("roll_unmarked", count=len(left), names=", ".join(names))
    if call.finished_at is None:
        work.change(call, finished_by=ctx.act.actor, finished_at=ctx.now)
    here = sum(mark.state in HERE for mark in marks)
    return {"roll_call_id": call.id, "here": here, "count": len(marks)}


@verb(FeedCrews, "crews.fed", Permission.DISPATCH)
def feed_crews(work: UnitOfWork, command: FeedCrews, ctx: Context) -> Result:
    call = _running(work, command.roll_call_id, ctx)
    if ctx.now < call.starts_at:
        raise OperatorError("crews_too_early")
    marks = work.find(RollMark, roll_call_id=call.id)
    left = sum(mark.state is RollState.EXPECTED for mark in marks if mark.unit_id)
    if left:
        raise OperatorError("crews_unmarked", count=left)
    here = dict.fromkeys(_spoken_of(work, call, marks), 0)
    for mark in marks:
        if mark.unit_id:
            here[mark.unit_id] = here.get(mark.unit_id, 0) + (mark.state in HERE)
    changed, emptied = 0, []
    for unit in work.find(Unit, id=Among(set(here))):
        if work.change(unit, crew=here[unit.id]).version != unit.version:
            changed += 1
            if not here[unit.id]:
                emptied.append(unit.call_sign)
    return {"units": len(here), "changed": changed, "emptied": ", ".join(sorted(emptied)) or "–"}


def _spoken_of(work: UnitOfWork, call: RollCall, marks: Iterable[RollMark]) -> set[str]:
    """The call signs that may have a crew on the board whom this roll-call has elsewhere, or not at
    all: where its people usually are, what was checked, what the shift before had, and what this
    roll-call itself was sent to the board with."""
    usual = work.find(Personnel, id=Among({mark.personnel_id for mark in marks}))
    found = {person.unit_id for person in usual}
    found |= {check.unit_id for check in work.find(UnitCheck, roll_call_id=call.id)}
    before = {one.id for one in work.find(RollCall, ends_at=call.starts_at)}
    found |= {mark.unit_id for mark in work.find(RollMark, roll_call_id=Among(before))}
    signs = {id for id in found if id is not None}
    crewed = (unit.id for unit in work.find(Unit) if unit.crew and unit.id not in signs)
    return signs | {id for id in crewed if _fed(work, call, id)}


def _fed(work: UnitOfWork, call: RollCall, unit_id: str) -> bool:
    """Whether its crew is what a roll-call said since this one was opened."""
    newest = work.newest_change("unit", unit_id, "crew")
    if newest is None or newest.entry.kind != "crews.fed":
        return False
    return datetime.fromisoformat(newest.entry.recorded_at) >= call.opened_at


def _running(work: UnitOfWork, id: str, ctx: Context) -> RollCall:
    """What was found in a shift that is over is not found otherwise afterwards."""
    call = work.get(RollCall, id)
    if ctx.now >= call.ends_at:
        raise OperatorError("roll_is_over")
    return call


def _marked(work: UnitOfWork, call: RollCall, person: Personnel, ctx: Context) -> RollMark:
    """Who has left since the roll-call was opened is still marked; nobody who has left is added."""
    found = work.find(RollMark, roll_call_id=call.id, personnel_id=person.id)
    if found:
        return found[0]
    if person.left_at is not None:
        raise OperatorError("personnel_left", name=person.name)
    mark = _mark(call, person, person.regu_id, listed=False, ctx=ctx)
    work.add(mark)
    return mark
