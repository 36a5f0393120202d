"""Who works when: people, regu, duties and swaps; and the roll-call that finds out who came."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Personnel:
    """Somebody on duty for the city, known by `nrp` (of civil servants the NIP). `position` is what
    they are in their regu, `unit_id` the call sign they usually crew, `staff_id` the person of the
    room they sign in as; all else about them is no business of this room."""

    id: str
    version: int
    nrp: str
    name: str
    rank: str
    agency_id: str
    position: str
    regu_id: str | None
    unit_id: str | None
    staff_id: str | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Regu:
    id: str
    version: int
    name: str
    disbanded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Duty:
    """A regu has the shift that begins as the `number`th (from 0) of the local day `day` (ISO) by
    the pattern of that id. With `personnel_id` it is that person alone, with the regu. Begin and
    end are kept as they were when it was planned."""

    id: str
    version: int
    day: str
    number: int
    pattern: str
    starts_at: datetime
    ends_at: datetime
    regu_id: str
    personnel_id: str | None
    struck_at: datetime | None


class SwapState(StrEnum):
    ASKED = "diminta"
    APPROVED = "disetujui"
    REFUSED = "ditolak"
    WITHDRAWN = "ditarik"


@dataclass(frozen=True, slots=True)
class DutySwap:
    """The taker stands in for the giver on the giver's duty; with `taker_duty_id` the giver has the
    taker's in return. It counts once a shift lead has approved it. `ends_at`: of the later one."""

    id: str
    version: int
    giver_id: str
    giver_duty_id: str
    taker_id: str
    taker_duty_id: str | None
    reason: str
    ends_at: datetime
    state: SwapState
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """The apel of the shift that begins at `starts_at`; one each. Finished, everybody is marked;
    who comes later is still marked late."""

    id: str
    version: int
    starts_at: datetime
    ends_at: datetime
    opened_by: str
    opened_at: datetime
    finished_by: str | None
    finished_at: datetime | None


class RollState(StrEnum):
    EXPECTED = "belum"
    PRESENT = "hadir"
    LATE = "terlambat"
    ABSENT = "tidak_hadir"


HERE = frozenset({RollState.PRESENT, RollState.LATE})


@dataclass(frozen=True, slots=True)
class RollMark:
    """One person of a roll-call, of that regu and on that call sign for this shift (None: on none).
    `listed`: the roster had them."""

    id: str
    version: int
    roll_call_id: str
    personnel_id: str
    regu_id: str | None
    unit_id: str | None
    state: RollState
    reason: str
    listed: bool
    at: datetime
    said_by: str


class CheckPart(StrEnum):
    """In the order they are checked in."""

    VEHICLE = "vehicle"
    RADIO = "radio"
    WEAPON = "weapon"
    EQUIPMENT = "equipment"


class CheckState(StrEnum):
    """`none`: the unit has none of it, which is no fault."""

    UNCHECKED = "belum"
    GOOD = "baik"
    FAULTY = "rusak"
    NONE = "tidak_ada"


@dataclass(frozen=True, slots=True)
class UnitCheck:
    """What a call sign has with it this shift; a field for each `CheckPart`."""

    id: str
    version: int
    roll_call_id: str
    unit_id: str
    vehicle: CheckState
    radio: CheckState
    weapon: CheckState
    equipment: CheckState
    note: str
    at: datetime
    said_by: str

    def part(self, part: CheckPart) -> CheckState:
        state: CheckState = getattr(self, part.value)
        return state


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits at a workstation; ended when somebody else does, or they sit elsewhere."""

    id: str
    version: int
    workstation_id: str
    personnel_id: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Span:
    """One person on one duty."""

    personnel_id: str
    regu_id: str
    starts_at: datetime
    ends_at: datetime


Members = Mapping[str, Collection[str]]
"""{regu: ids of its people}"""


def approved(swaps: Iterable[DutySwap]) -> list[DutySwap]:
    """Those that count, as they were decided: one may give on what came to them by another."""
    counted = (swap for swap in swaps if swap.state is SwapState.APPROVED)
    return sorted(counted, key=lambda swap: (swap.decided_at or swap.asked_at, swap.id))


def people_of(duty: Duty, members: Members, swaps: Iterable[DutySwap]) -> list[str]:
    """Whoever has it; `swaps` as of `approved`."""
    own = [duty.personnel_id] if duty.personnel_id else list(members.get(duty.regu_id, ()))
    for swap in swaps:
        for duty_id, leaves, comes in (
            (swap.giver_duty_id, swap.giver_id, swap.taker_id),
            (swap.taker_duty_id, swap.taker_id, swap.giver_id),
        ):
            if duty_id == duty.id:
                own = [comes if one == leaves else one for one in own]
    return own


def spans(duties: Iterable[Duty], members: Members, swaps: Collection[DutySwap]) -> Iterator[Span]:
    for duty in duties:
        if duty.struck_at is None:
            for person in people_of(duty, members, swaps):
                yield Span(person, duty.regu_id, duty.starts_at, duty.ends_at)


class Taken:
    """Whose time is taken, so that nobody is in two places at once."""

    def __init__(self, taken: Iterable[Span] = ()) -> None:
        self._of: dict[str, list[Span]] = {}
        for span in taken:
            self.add(span)

    def add(self, span: Span) -> None:
        self._of.setdefault(span.personnel_id, []).append(span)

    def clash(self, span: Span) -> Span | None:
        """What of the same person's time overlaps it; the same regu at the same time is the same
        duty."""
        return next((other for other in self._over(span) if not same_duty(other, span)), None)

    def holds(self, span: Span) -> bool:
        """Whether any of that time is taken, be it for the same duty."""
        return any(True for _ in self._over(span))

    def _over(self, span: Span) -> Iterator[Span]:
        for other in self._of.get(span.personnel_id, ()):
            if other.starts_at < span.ends_at and span.starts_at < other.ends_at:
                yield other


def same_duty(one: Span, other: Span) -> bool:
    """The same regu at the same time, whoever of it."""
    return (one.regu_id, one.starts_at, one.ends_at) == (
        other.regu_id,
        other.starts_at,
        other.ends_at,
    )
