"""What the room knows of its roster: who is on when, and who of them came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.domain.roster import (
    Duty,
    DutySwap,
    Personnel,
    Regu,
    RollCall,
    RollMark,
    RollState,
    Seating,
    Span,
    SwapState,
    UnitCheck,
    approved,
    people_of,
    same_duty,
    spans,
)
from command_center.situation.situation import Situation


def people(situation: Situation) -> list[Personnel]:
    """Who is on the list, by name."""
    found = [row for row in situation.all("personnel") if row.left_at is None]
    return sorted(found, key=lambda row: (row.name.casefold(), row.nrp))


def regu_list(situation: Situation) -> list[Regu]:
    found = [row for row in situation.all("regu") if row.disbanded_at is None]
    return sorted(found, key=lambda row: row.name.casefold())


def members(situation: Situation) -> dict[str, list[str]]:
    """{regu: ids of its people}"""
    found: dict[str, list[str]] = {}
    for person in people(situation):
        if person.regu_id:
            found.setdefault(person.regu_id, []).append(person.id)
    return found


def duties(situation: Situation) -> list[Duty]:
    """Those on the roster, in the order they begin; a regu before those who are beside it."""
    found = [row for row in situation.all("duty") if row.struck_at is None]
    return sorted(found, key=lambda d: (d.starts_at, d.regu_id, d.personnel_id or ""))


def swaps(situation: Situation) -> list[DutySwap]:
    """What waits for a decision first, then the newest."""
    found = sorted(situation.all("duty_swap"), key=lambda s: (s.asked_at, s.id), reverse=True)
    return sorted(found, key=lambda s: s.state is not SwapState.ASKED)


def all_spans(situation: Situation) -> Iterator[Span]:
    """Of a copy of what the room knows now, so that another thread may go through them."""
    return spans(duties(situation), members(situation), approved(situation.all("duty_swap")))


def on_duty(situation: Situation, these: Iterable[Duty]) -> dict[str, list[str]]:
    """{duty: ids of who has it}"""
    regu = members(situation)
    counted = approved(situation.all("duty_swap"))
    return {duty.id: people_of(duty, regu, counted) for duty in these}


def clashes(every: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Who is planned in two places at once: somebody may have changed regu since it was planned."""
    latest: dict[str, Span] = {}
    found = []
    for span in sorted(every, key=lambda s: (s.starts_at, s.personnel_id)):
        before = latest.get(span.personnel_id)
        if before is not None and span.starts_at < before.ends_at and not same_duty(before, span):
            found.append((before, span))
        if before is None or span.ends_at > before.ends_at:
            latest[span.personnel_id] = span
    return found


def roll_call_at(situation: Situation, starts_at: datetime) -> RollCall | None:
    return next((c for c in situation.all("roll_call") if c.starts_at == starts_at), None)


def open_roll_calls(situation: Situation, now: datetime) -> list[RollCall]:
    """Those whose shift is not over, in the order the shifts begin."""
    found = [call for call in situation.all("roll_call") if now < call.ends_at]
    return sorted(found, key=lambda call: call.starts_at)


def current_roll_call(situation: Situation, now: datetime) -> RollCall | None:
    """Of the shift that runs, the last that began; of the next where none is opened that runs."""
    every = open_roll_calls(situation, now)
    running = [call for call in every if call.starts_at <= now]
    return running[-1] if running else next(iter(every), None)


def marks(situation: Situation, roll_call_id: str) -> list[RollMark]:
    return [row for row in situation.all("roll_mark") if row.roll_call_id == roll_call_id]


def checks(situation: Situation, roll_call_id: str) -> dict[str, UnitCheck]:
    """{unit: what it has with it}"""
    rows = situation.all("unit_check")
    return {row.unit_id: row for row in rows if row.roll_call_id == roll_call_id}


@dataclass(frozen=True, slots=True)
class Strength:
    """`expected` are all of the roll-call; the others are how many of them are marked so."""

    expected: int = 0
    present: int = 0
    late: int = 0
    absent: int = 0

    @property
    def here(self) -> int:
        return self.present + self.late

    @property
    def unmarked(self) -> int:
        return self.expected - self.here - self.absent


def strength_of(rows: Iterable[RollMark]) -> Strength:
    return strength_of_states([row.state for row in rows])


def strength_of_states(states: Sequence[RollState]) -> Strength:
    return Strength(
        len(states),
        states.count(RollState.PRESENT),
        states.count(RollState.LATE),
        states.count(RollState.ABSENT),
    )


def strength(situation: Situation, roll_call_id: str) -> dict[str, Strength]:
    """{agency: of the shift}, ours first, each in the order of their names."""
    by: dict[str, list[RollMark]] = {}
    for mark in marks(situation, roll_call_id):
        person = situation.get("personnel", mark.personnel_id)
        if person is not None:
            by.setdefault(person.agency_id, []).append(mark)

    def place(agency_id: str) -> tuple[bool, str]:
        agency = situation.get("agency", agency_id)
        return agency is None or not agency.ours, agency.name if agency is not None else ""

    return {id: strength_of(by[id]) for id in sorted(by, key=place)}


def next_start(situation: Situation, now: datetime, early: timedelta) -> datetime | None:
    """When the shift begins whose roll-call is due: the first that has begun or does within
    `early`, is not over, and whose roll-call is not opened."""
    opened = {call.starts_at for call in situation.all("roll_call")}
    due = (
        duty.starts_at
        for duty in duties(situation)
        if duty.starts_at <= now + early and now < duty.ends_at and duty.starts_at not in opened
    )
    return min(due, default=None)


def seated(situation: Situation) -> dict[str, Seating]:
    """{workstation: who sits there}"""
    return {row.workstation_id: row for row in situation.all("seating") if row.until is None}
