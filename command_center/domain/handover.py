"""The change of shift: a board frozen by who leaves, accepted item by item by who comes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Any

from command_center.domain.shift_pattern import ShiftPattern, slot_at

SETTING = "handover"
"""The name of the RoomSetting that holds `HandoverRules`."""
OPENS_MIN, MOST_OPENS_MIN = 15, 120


class ItemKind(StrEnum):
    """What is handed over: the one list of kinds. `board_items` fills those that are rows of the
    room; the others are named by whoever freezes the board."""

    INCIDENT = "incident"
    UNIT = "unit"
    ORDER = "order"
    REFERRAL = "referral"
    STANDBY = "standby"
    ALARM = "alarm"
    CAMERA = "camera"
    SOURCE = "source"
    SEALED = "sealed"
    INSTRUCTION = "instruction"
    INVENTORY = "inventory"


NAMED = frozenset({ItemKind.CAMERA, ItemKind.SOURCE, ItemKind.SEALED, ItemKind.INVENTORY})
"""Kinds that are no rows of the log: how cameras and sources are is telemetry, what is sealed lies
beside the log, and inventory is typed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is handed over, as it stands. A `red` one is accepted by itself, never
    skipped; `facts` are codes and figures, never sentences; `subject_id` is unique in its kind."""

    kind: ItemKind
    subject_id: str
    title: str
    red: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        return self.kind.value, self.subject_id

    @property
    def digest(self) -> str:
        """What was seen when it was accepted: SHA-256 of all of it, hexadecimal."""
        told = [self.kind.value, self.subject_id, self.title, self.red, dict(self.facts)]
        return hashlib.sha256(_canonical(told)).hexdigest()


class Accepted(StrEnum):
    """`ONE`: looked at by itself; `SIGNED`: taken with the signature; `FORCED`: by force, and still
    to be looked at."""

    ONE = "one"
    SIGNED = "signed"
    FORCED = "forced"


class HandoverEnd(StrEnum):
    SIGNED = "signed"
    FORCED = "forced"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Handover:
    """From the freeze to both signatures. `state_hash` is what stood then (`board_hash`), `items`
    how many; `log_seq` is the entry of the log that froze it, 0 until somebody signs. While it
    goes on whatever arrives belongs to `shift_id`, the shift that ends."""

    id: str
    version: int
    shift_id: str
    next_name: str
    out_lead_id: str
    in_lead_id: str | None
    begun_at: datetime
    workstation: str
    state_hash: str
    items: int
    log_seq: int
    out_signed_at: datetime | None
    in_signed_at: datetime | None
    ended_at: datetime | None
    outcome: HandoverEnd | None
    ended_by: str | None
    reason: str
    next_shift_id: str | None


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """An item of one handover, as it stood when it was frozen, or when it came after (`late`).
    `accepted_digest` is what it was like when somebody accepted it."""

    id: str
    version: int
    handover_id: str
    kind: ItemKind
    subject_id: str
    title: str
    red: bool
    facts: dict[str, str]
    digest: str
    late: bool
    accepted: Accepted | None
    accepted_at: datetime | None
    accepted_by: str | None
    accepted_digest: str

    @property
    def key(self) -> tuple[str, str]:
        return self.kind.value, self.subject_id


@dataclass(frozen=True, slots=True)
class HandoverRules:
    """What a room sets. `columns` are those of the buku mutasi in their order, () the pattern's
    own."""

    opens_min: int = OPENS_MIN
    columns: tuple[str, ...] = ()

    def as_value(self) -> dict[str, Any]:
        """As a RoomSetting keeps it."""
        return {"opens_min": self.opens_min, "columns": list(self.columns)}


def rules_of(value: Mapping[str, Any] | None) -> HandoverRules:
    """What a RoomSetting holds; whatever it does not say is by default."""
    given = value or {}
    minutes = given.get("opens_min", OPENS_MIN)
    fits = isinstance(minutes, int) and 0 <= minutes <= MOST_OPENS_MIN
    columns = tuple(str(name) for name in given.get("columns", ()))
    return HandoverRules(minutes if fits else OPENS_MIN, columns)


def board_hash(items: Iterable[Item]) -> str:
    """SHA-256 of what stands, in an order of its own: equal boards, equal hashes."""
    rows = sorted([*item.key, item.digest] for item in items)
    return hashlib.sha256(_canonical(rows)).hexdigest()


def due_at(pattern: ShiftPattern, starts_at: datetime, zone: tzinfo, opens: timedelta) -> datetime:
    """When a shift that began at `starts_at` ends. What was handed over in the last minutes of a
    shift is the next one already."""
    slot = slot_at(pattern, starts_at, zone)
    if slot.ends_at - starts_at <= opens:
        slot = slot_at(pattern, slot.ends_at, zone)
    return slot.ends_at


def next_regu(name: str, shifts_a_day: int) -> str:
    """The regu after one that ends in a letter: A, B, C, A where three change a day; else the
    same again."""
    match = re.fullmatch(r"(.*\b)([A-Z])", name)
    if match is None:
        return name
    at = ord(match[2]) - ord("A")
    return match[1] + chr(ord("A") + (at + 1) % max(shifts_a_day, 2))


@dataclass(frozen=True, slots=True)
class Standing:
    """An item beside what was done about it. `row` None: it came after the freeze and nobody has
    accepted it; `item` None: it is over since. `digest` is the item's as it stands, "" for none."""

    row: HandoverItem | None
    item: Item | None
    digest: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.item.key if self.item is not None else self._row.key

    @property
    def _row(self) -> HandoverItem:
        if self.row is None:
            raise ValueError("neither frozen nor standing")
        return self.row

    @property
    def red(self) -> bool:
        """Of what stands; what is over is nobody's worry."""
        return self.item is not None and self.item.red

    @property
    def changed(self) -> bool:
        """Since the freeze: it came, went or is different."""
        if self.row is None or self.item is None:
            return True
        return self.row.late or self.row.digest != self.digest

    @property
    def accepted(self) -> bool:
        """As it stands now; a red one that changed after must be accepted anew, and what was taken
        by force looked at."""
        row = self.row
        if row is None or row.accepted in (None, Accepted.FORCED):
            return False
        return not self.red or row.accepted_digest == self.digest

    @property
    def open(self) -> bool:
        return self.item is not None and not self.accepted


def standings(rows: Iterable[HandoverItem], items: Iterable[Item]) -> list[Standing]:
    """Each item once, in the order of the kinds, red ones first."""
    kept, now = {row.key: row for row in rows}, {item.key: item for item in items}
    found = [_standing(kept.get(key), now.get(key)) for key in {**kept, **now}]
    order = list(ItemKind)
    found.sort(key=lambda one: (not one.red, order.index(ItemKind(one.key[0])), one.key))
    return found


def _standing(row: HandoverItem | None, item: Item | None) -> Standing:
    return Standing(row, item, item.digest if item is not None else "")


def _canonical(told: Any) -> bytes:
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()
