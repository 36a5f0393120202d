"""What the room was told to do: instructions with who has heard them, tasks that come again, notes
of the shift lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

KEPT_TURNS = timedelta(days=8)
"""How long the picture of now remembers that a task was done: one that comes once a week needs its
last turn."""
TOLD_BY_LENGTH = 80


class AddresseeKind(StrEnum):
    """`lead`: whoever leads the shift then; `room`: whoever is at any desk, for tasks only."""

    ROOM = "ruang"
    LEAD = "pimpinan_regu"
    SEAT = "meja"
    PERSON = "orang"
    UNIT = "unit"


class HeardBy(StrEnum):
    """How it is known that it was heard. `desk`: the addressee says so at the own desk; `system`:
    the unit's own system says so; the others are entered by whoever heard the answer."""

    DESK = "meja"
    RADIO = "radio"
    TELEPHONE = "telepon"
    IN_PERSON = "langsung"
    SYSTEM = "sistem"


@dataclass(frozen=True, slots=True)
class Instruction:
    """An order of the command to seats and units (perintah pimpinan). `ordered_by`: the officer who
    gave it, "" = who entered it. Whoever has not heard it by `due_at` rings; from `expires_at` on
    it holds no longer."""

    id: str
    version: int
    text: str
    ordered_by: str
    given_by: str
    given_at: datetime
    due_at: datetime
    expires_at: datetime | None
    incident_id: str | None
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    reason: str

    def holds(self, now: datetime) -> bool:
        return self.withdrawn_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class InstructionReceipt:
    """One addressee: `addressee` is the id of a person or a unit, the name of a workstation, "" for
    the lead. `radio_line_id`: the line of the radio log that says it was heard; `told_by`: who of
    the unit said so by its own system, "" where that names nobody."""

    id: str
    version: int
    instruction_id: str
    kind: AddresseeKind
    addressee: str
    heard_at: datetime | None
    heard_by: str | None
    how: HeardBy | None
    radio_line_id: str | None
    told_by: str = ""


class Repeats(StrEnum):
    ONCE = "sekali"
    SHIFT = "tiap_regu"
    DAILY = "tiap_hari"
    WEEKLY = "hari_tertentu"


@dataclass(frozen=True, slots=True)
class RoomTask:
    """Something to be done at a time, or again and again. `first_at`: when one that comes once is
    due; `after_min`: so long after each shift begins; `at`: local time ("HH:MM") of a day;
    `days`: of the week, 0 = Monday."""

    id: str
    version: int
    title: str
    text: str
    repeats: Repeats
    first_at: datetime | None
    after_min: int
    at: str
    days: tuple[int, ...]
    owner_kind: AddresseeKind
    owner: str
    made_by: str
    made_at: datetime
    ended_at: datetime | None
    ended_by: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class TaskTurn:
    """A task was done for the time it was `due_at`."""

    id: str
    version: int
    task_id: str
    due_at: datetime
    done_at: datetime
    done_by: str
    note: str
    struck_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShiftNote:
    """What the shift lead writes for the shift that begins and ends then, this one or the next.
    Struck through with a reason, never changed."""

    id: str
    version: int
    text: str
    author_id: str
    at: datetime
    starts_at: datetime
    ends_at: datetime
    struck_at: datetime | None
    struck_by: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class ToldHit:
    """Something told to the room that was found by its words: an instruction, a task, a line to a
    task that was done, or a note of a shift, by `entity`."""

    entity: str
    id: str
    text: str
    at: datetime
