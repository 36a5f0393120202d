"""The roster: which regu, and who beside it, is on which day and shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from command_center.advice.shift_patterns import shift_patterns
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.roster import (
    Duty,
    DutySwap,
    Personnel,
    Regu,
    Span,
    SwapState,
    Taken,
    approved,
    people_of,
    spans,
)
from command_center.ports import Among, UnitOfWork

MOST_AT_ONCE = 500
LONGEST = timedelta(hours=24)
_AROUND = 2
"""Days before and after one in which a shift may overlap one of its own."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """`regu` by name; with `nrp` that person alone, with the regu. `pattern` by its id."""

    day: str
    number: int
    pattern: str
    starts_at: datetime
    ends_at: datetime
    regu: str
    nrp: str = ""


@dataclass(frozen=True, slots=True)
class ImportDuties:
    """At most MOST_AT_ONCE, one entry of the log; what stands already is not made twice.
    OperatorError("duty_clash") where somebody would be in two places at once."""

    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class StrikeDuty:
    """It is not on the roster any more. OperatorError while a swap speaks of it."""

    duty_id: str


@verb(ImportDuties, "duties.kept", Permission.REASSIGN)
def import_duties(work: UnitOfWork, command: ImportDuties, ctx: Context) -> Result:
    if len(command.rows) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    plan = _Plan(work, command.rows)
    added = [made for row in command.rows if (made := plan.take(row, ctx)) is not None]
    for duty in added:
        work.add(duty)
    id = added[0].id if len(added) == 1 else ""
    return {"added": len(added), "changed": 0, "count": len(command.rows), "duty_id": id}


@verb(StrikeDuty, "duty.struck", Permission.REASSIGN)
def strike_duty(work: UnitOfWork, command: StrikeDuty, ctx: Context) -> Result:
    duty = work.get(Duty, command.duty_id)
    if in_swap(work, duty):
        raise OperatorError("duty_has_swap", day=duty.day)
    if duty.struck_at is None:
        work.change(duty, struck_at=ctx.now)
    return {"duty_id": duty.id, "day": duty.day}


def in_swap(work: UnitOfWork, duty: Duty) -> bool:
    """Whether a swap that waits or counts speaks of it."""
    found = (
        swap
        for field in ("giver_duty_id", "taker_duty_id")
        for swap in work.find(DutySwap, **{field: duty.id})
    )
    return any(swap.state in (SwapState.ASKED, SwapState.APPROVED) for swap in found)


def roster_around(work: UnitOfWork, days: set[str]) -> tuple[list[Duty], list[DutySwap]]:
    """The duties that may overlap one of these days, and the swaps that count for them, as they
    were decided."""
    wide = {
        (date.fromisoformat(day) + timedelta(days=step)).isoformat()
        for day in days
        for step in range(-_AROUND, _AROUND + 1)
    }
    duties = work.find(Duty, day=Among(wide), struck_at=None)
    ids = Among({duty.id for duty in duties})
    given = work.find(DutySwap, state=SwapState.APPROVED, giver_duty_id=ids)
    taken = work.find(DutySwap, state=SwapState.APPROVED, taker_duty_id=ids)
    return duties, approved({swap.id: swap for swap in (*given, *taken)}.values())


def members(work: UnitOfWork) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for person in work.find(Personnel, left_at=None):
        if person.regu_id:
            found.setdefault(person.regu_id, []).append(person.id)
    return found


class _Plan:
    """Row after row, each checked against all before it."""

    def __init__(self, work: UnitOfWork, rows: tuple[DutyRow, ...]) -> None:
        self._regu = {one.name.casefold(): one for one in work.find(Regu, disbanded_at=None)}
        self._people = {one.nrp: one for one in work.find(Personnel, left_at=None)}
        self._members = members(work)
        duties, swaps = roster_around(work, {_day(row.day) for row in rows})
        self._standing = {_key(duty) for duty in duties}
        self._taken = Taken(spans(duties, self._members, swaps))

    def take(self, row: DutyRow, ctx: Context) -> Duty | None:
        """None: it stands already."""
        duty = self._made(row, ctx)
        if _key(duty) in self._standing:
            return None
        self._standing.add(_key(duty))
        for person in people_of(duty, self._members, ()):
            span = Span(person, duty.regu_id, duty.starts_at, duty.ends_at)
            other = self._taken.clash(span)
            if other is not None:
                raise OperatorError("duty_clash", day=row.day, **self._named(span, other))
            self._taken.add(span)
        return duty

    def _named(self, span: Span, other: Span) -> dict[str, str]:
        regu = {one.id: one.name for one in self._regu.values()}
        who = next((p.name for p in self._people.values() if p.id == span.personnel_id), "?")
        return {
            "name": who,
            "regu": regu.get(span.regu_id, "?"),
            "other": regu.get(other.regu_id, "?"),
        }

    def _made(self, row: DutyRow, ctx: Context) -> Duty:
        regu = self._regu.get(row.regu.casefold())
        if regu is None:
            raise OperatorError("unknown_regu", regu=row.regu[:60])
        if row.nrp and row.nrp not in self._people:
            raise OperatorError("unknown_nrp", nrp=row.nrp[:20])
        _demand_shift(row, ctx)
        return Duty(
            id=ctx.new_id(),
            version=1,
            day=row.day,
            number=row.number,
            pattern=row.pattern,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            regu_id=regu.id,
            personnel_id=self._people[row.nrp].id if row.nrp else None,
            struck_at=None,
        )


def _key(duty: Duty) -> tuple[object, ...]:
    return duty.starts_at, duty.ends_at, duty.regu_id, duty.personnel_id


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError as error:
        raise OperatorError("duty_bad_day", day=said[:20]) from error


def _demand_shift(row: DutyRow, ctx: Context) -> None:
    """It is one of a pattern we know, begins on its day and is no longer than a day."""
    patterns = {pattern.id: pattern for pattern in shift_patterns()}
    pattern = patterns.get(row.pattern)
    if pattern is None:
        known = ", ".join(patterns)
        raise OperatorError("unknown_shift_pattern", pattern=row.pattern[:40], known=known)
    length = row.ends_at - row.starts_at
    whole = timedelta() < length <= LONGEST and ctx.city.local_day(row.starts_at) == row.day
    if not (whole and 0 <= row.number < len(pattern.starts)):
        raise OperatorError("duty_bad_shift", day=row.day, number=row.number + 1)
