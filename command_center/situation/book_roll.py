"""What the book of a shift says of its roll-call: who came, agency by agency, and what each call
sign has with it; when it was finished, and at each change since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from command_center.documents.book import BookLine
from command_center.documents.letter import line
from command_center.domain.book import BookKind
from command_center.domain.log import Change, StoredEntry
from command_center.domain.room import Shift
from command_center.domain.roster import CheckPart, CheckState, RollState
from command_center.situation.book_cases import Lookup
from command_center.situation.book_words import NOTE_LONGEST, BookNames, Facts
from command_center.situation.roster import Strength, strength_of_states

_PARTS = {
    CheckPart.VEHICLE: "kendaraan",
    CheckPart.RADIO: "radio",
    CheckPart.WEAPON: "senjata",
    CheckPart.EQUIPMENT: "perlengkapan",
}
_STATES = {
    CheckState.GOOD: "baik",
    CheckState.FAULTY: "rusak",
    CheckState.NONE: "tidak ada",
    CheckState.UNCHECKED: "belum diperiksa",
}
_LONG_BEFORE = timedelta(days=2)
"""No roll-call is opened so long before the middle of its shift, not by a clock set back either."""


@dataclass(slots=True)
class _Roll:
    """One roll-call, as far as it was read; `at` and `by`: what was said last before it was
    finished, or its finish. `told`: its lines from then on, none while it goes on."""

    starts_at: datetime
    ends_at: datetime
    at: datetime
    by: str
    marks: dict[str, dict[str, Any]] = field(default_factory=dict)
    checks: dict[str, dict[str, Any]] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    """Of each mark's person, as the log had it when they were put on the list."""
    told: list[BookLine] = field(default_factory=list)

    def strength(self) -> dict[str, Strength]:
        """{agency: of those who are of it}"""
        states: dict[str, list[RollState]] = {}
        for id, mark in self.marks.items():
            states.setdefault(self.agencies[id], []).append(RollState(mark["state"]))
        return {agency: strength_of_states(found) for agency, found in states.items()}

    def unchecked(self) -> set[str]:
        """Call signs that somebody is on and that nobody looked at."""
        manned = {mark["unit_id"] for mark in self.marks.values() if mark["unit_id"]}
        return manned - {check["unit_id"] for check in self.checks.values()}

    def of(self, shift: Shift, upto: datetime) -> bool:
        """Whether it is that shift's: the one that began nearest to it, or that still goes on in
        its middle; `upto`: so far the log was read."""
        half = (self.ends_at - self.starts_at) / 2
        middle = self.starts_at + half
        return middle > shift.starts_at and (
            self.starts_at - half <= shift.starts_at or middle <= upto
        )


def first_roll_in(openings: Iterable[StoredEntry], shift: Shift) -> int | None:
    """Of these, which open roll-calls, newest first: the seq of the first that was opened of those
    that may be the shift's. None = none may be."""
    first = None
    for stored in openings:
        told = next(c.set for c in stored.entry.changes if c.entity == "roll_call")
        begins, ends, opened = (
            datetime.fromisoformat(told[name]) for name in ("starts_at", "ends_at", "opened_at")
        )
        if opened + _LONG_BEFORE < shift.starts_at:
            break
        if begins + (ends - begins) / 2 > shift.starts_at:
            first = stored.seq
    return first


_ROWS: dict[str, Callable[[_Roll], dict[str, dict[str, Any]]]] = {
    "roll_mark": lambda roll: roll.marks,
    "unit_check": lambda roll: roll.checks,
}


class RollReading:
    """Takes entries in their order, whichever shift they were made in: a roll-call is opened before
    the shift it is of."""

    def __init__(self, shift: Shift, names: BookNames, lookup: Lookup) -> None:
        self._shift, self._names, self._lookup = shift, names, lookup
        self._rolls: dict[str, _Roll] = {}

    def take(self, stored: StoredEntry, at: datetime, by: str) -> bool:
        """Whether it says anything of a roll-call."""
        touched: dict[str, list[Change]] = {}
        for change in stored.entry.changes:
            roll_id = self._roll_of(change)
            if roll_id is not None:
                touched.setdefault(roll_id, []).append(change)
        for roll_id, changes in touched.items():
            self._change(self._rolls[roll_id], changes, stored.seq, at, by)
        return bool(touched)

    def lines(self, upto: datetime) -> Iterator[BookLine]:
        for roll in self._rolls.values():
            if roll.of(self._shift, upto):
                yield from roll.told or self._sums(roll, "belum selesai")

    # --- reading -------------------------------------------------------------------------------

    def _roll_of(self, change: Change) -> str | None:
        told = change.set
        if change.entity == "roll_call":
            if change.version == 1:
                begins, ends = (datetime.fromisoformat(told[n]) for n in ("starts_at", "ends_at"))
                self._rolls[change.id] = _Roll(begins, ends, begins, "")
            return change.id if change.id in self._rolls else None
        rows = _ROWS.get(change.entity)
        if rows is None:
            return None
        if change.version == 1:
            return str(told["roll_call_id"]) if told["roll_call_id"] in self._rolls else None
        return next((id for id, roll in self._rolls.items() if change.id in rows(roll)), None)

    def _change(
        self, roll: _Roll, changes: Sequence[Change], seq: int, at: datetime, by: str
    ) -> None:
        before = roll.strength()
        checked = [change.id for change in changes if change.entity == "unit_check"]
        finished = any(c.entity == "roll_call" and c.set.get("finished_at") for c in changes)
        for change in changes:
            if change.entity in _ROWS:
                self._keep(roll, change, seq)
        if not roll.told:
            roll.at, roll.by = at, by
            roll.told = list(self._sums(roll, "selesai")) if finished else []
            return
        now = roll.strength()
        if now != before:
            roll.told.append(_row(at, "Kekuatan berubah", by, strength=self._strengths(now)))
        for id in checked:
            text = f"Perlengkapan berubah. {self._unit(roll.checks[id])}"
            roll.told.append(_row(at, text, by, inventory=_parts(roll)))

    def _keep(self, roll: _Roll, change: Change, seq: int) -> None:
        rows = _ROWS[change.entity](roll)
        rows[change.id] = {**rows.get(change.id, {}), **change.set}
        if change.entity == "roll_mark" and change.version == 1:
            person = self._lookup("personnel", change.set["personnel_id"], seq)
            roll.agencies[change.id] = str(person.get("agency_id", ""))

    # --- words ---------------------------------------------------------------------------------

    def _sums(self, roll: _Roll, how: str) -> Iterator[BookLine]:
        """Everything there is to say of it then; never before the first line of the shift."""
        zone = self._names.zone
        begins, ends, at = (
            f"{moment.astimezone(zone):%H.%M}" for moment in (roll.starts_at, roll.ends_at, roll.at)
        )
        text = ". ".join((f"Apel dinas {begins}–{ends} {how} {at}", *self._missing(roll)))
        strength, inventory = self._strengths(roll.strength()), _parts(roll)
        place = max(roll.at, self._shift.starts_at)
        yield _row(place, text, roll.by, strength=strength, inventory=inventory)

    def _strengths(self, found: Mapping[str, Strength]) -> str:
        named = sorted((self._names.agencies.get(id, "?"), one) for id, one in found.items())
        here = sum(one.here for one in found.values())
        expected = sum(one.expected for one in found.values())
        each = (f"{name} {_people(one)}" for name, one in named)
        return "; ".join((*each, f"seluruhnya {here} dari {expected}"))

    def _missing(self, roll: _Roll) -> Iterator[str]:
        """By call sign; and who lacks nothing, and who was not looked at."""
        checks = sorted(roll.checks.values(), key=self._sign)
        yield from (self._unit(check) for check in checks if not _complete(check))
        for how, units in (
            ("Lengkap", [self._sign(check) for check in checks if _complete(check)]),
            ("Belum diperiksa", sorted(self._names.units.get(id, "?") for id in roll.unchecked())),
        ):
            if units:
                yield f"{how}: {', '.join(units)}"

    def _sign(self, check: Facts) -> str:
        return self._names.units.get(check["unit_id"], "?")

    def _unit(self, check: Facts) -> str:
        faults = [
            f"{_PARTS[part]} {_STATES[CheckState(check[part.value])]}"
            for part in CheckPart
            if check[part.value] != CheckState.GOOD
        ]
        note = line(check["note"], NOTE_LONGEST)
        return (
            f"{self._sign(check)}: {', '.join(faults) or 'lengkap'}{f' ({note})' if note else ''}"
        )


def _people(found: Strength) -> str:
    parts = (
        (found.late, "terlambat"),
        (found.absent, "tidak hadir"),
        (found.unmarked, "belum ditandai"),
    )
    said = [f"{count} {words}" for count, words in parts if count]
    return ", ".join((f"{found.here} dari {found.expected} hadir", *said))


def _row(at: datetime, text: str, by: str, *, strength: str = "", inventory: str = "") -> BookLine:
    beside = (("strength", strength), ("inventory", inventory))
    told = tuple((id, said) for id, said in beside if said)
    return BookLine(at, BookKind.EVENT, text, "", by, beside=told)


def _parts(roll: _Roll) -> str:
    """How many of each part are how, of the call signs that were looked at."""
    checks = list(roll.checks.values())
    return "; ".join(_part_sum(part, checks) for part in CheckPart) if checks else ""


def _part_sum(part: CheckPart, checks: Sequence[Facts]) -> str:
    states = [CheckState(check[part.value]) for check in checks]
    said = [f"{states.count(state)} {_STATES[state]}" for state in _STATES if state in states]
    return f"{_PARTS[part]} {', '.join(said)}"


def _complete(check: Facts) -> bool:
    """A call sign that has nothing to check there lacks nothing."""
    whole = (CheckState.GOOD, CheckState.NONE)
    return all(check[part.value] in whole for part in CheckPart) and not check["note"]
