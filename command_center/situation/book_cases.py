"""Incidents in the book of a shift: a line each, with what was done about it, one after another;
and what an earlier shift did about one and the room hears of late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from command_center.documents.book import BookLine
from command_center.domain.book import BookKind
from command_center.domain.log import Change, StoredEntry
from command_center.situation.book_words import (
    CALLED,
    SHOWN,
    BookNames,
    Facts,
    case_text,
    done_words,
)

Lookup = Callable[[str, str, int], Facts]
"""What the log up to an entry says of a row: its kind, its id and the number of that entry. {}:
nothing. Never what stands now: a page says the same whenever it is read."""
_CHILDREN = frozenset({"referral", "standby", "casualties", "note"})


@dataclass(slots=True)
class _Case:
    """One incident as far as it was read."""

    at: datetime
    facts: dict[str, Any]
    fresh: bool
    by: str
    steps: list[tuple[datetime, str]] = field(default_factory=list)


class Cases:
    """Takes changes in their order."""

    def __init__(self, names: BookNames, lookup: Lookup) -> None:
        self._names, self._lookup = names, lookup
        self._cases: dict[str, _Case] = {}
        self._orders: dict[str, tuple[str | None, str]] = {}
        """(incident, unit) by the id of an assignment."""

    def lines(self) -> Iterator[BookLine]:
        for case in self._cases.values():
            steps = (words for _, words in sorted(case.steps, key=lambda step: step[0]))
            text = case_text(case.facts, fresh=case.fresh)
            yield BookLine(case.at, BookKind.EVENT, text, "; ".join(steps), case.by)

    def take(self, change: Change, seq: int, at: datetime, by: str) -> None:
        if change.entity == "assignment" and change.id not in self._orders:
            first = change.version == 1
            told = change.set if first else self._lookup("assignment", change.id, seq)
            self._orders[change.id] = told.get("incident_id"), str(told.get("unit_id", ""))
        incident_id = self._incident_of(change)
        unit_id = self._orders.get(change.id, ("", ""))[1]
        unit = self._names.units.get(unit_id, "?")
        words = list(done_words(change, unit, self._names))
        fresh = change.entity == "incident" and change.version == 1
        if incident_id is None or not (words or fresh):
            return
        case = self._cases.get(incident_id) or self._begin(
            incident_id, change.set if fresh else None, seq, at, by
        )
        if change.entity == "incident":
            case.facts |= {n: v for n, v in change.set.items() if n in SHOWN}
        case.at = min(case.at, at)
        clock = f"{at.astimezone(self._names.zone):%H.%M}"
        steps = (" ".join(part for part in (clock, word, by) if part) for word in words)
        case.steps += [(at, step) for step in steps]

    def _begin(
        self, incident_id: str, first: Facts | None, seq: int, at: datetime, by: str
    ) -> _Case:
        """`first`: what opened it, None where an earlier shift did."""
        if first is not None:
            facts = {name: first[name] for name in SHOWN if first.get(name)}
        else:
            known = self._lookup("incident", incident_id, seq - 1)
            facts = {name: known[name] for name in CALLED if known.get(name)}
        case = self._cases[incident_id] = _Case(at, facts, first is not None, by)
        return case

    def _incident_of(self, change: Change) -> str | None:
        if change.entity == "incident":
            return change.id
        if change.entity == "assignment":
            return self._orders.get(change.id, (None, ""))[0]
        if change.entity in _CHILDREN:
            found = change.set.get("incident_id")
            return str(found) if found else None
        return None


def late_lines(
    stored: StoredEntry, came: datetime, names: BookNames, lookup: Lookup
) -> list[BookLine]:
    """What was done at a workstation out of the room's reach, at the moment the room heard of it:
    when it was, in whose shift, and what the book of that shift would have said."""
    entry = stored.entry
    done = datetime.fromisoformat(entry.occurred_at).astimezone(names.zone)
    cases = Cases(names, lookup)
    for change in entry.changes:
        cases.take(change, stored.seq, done, names.initials.get(entry.actor, ""))
    day = "" if done.date() == came.astimezone(names.zone).date() else f"{done:%d-%m-%Y} "
    shift = names.shifts.get(entry.shift, "?")
    regu = shift if shift.casefold().startswith("regu") else f"regu {shift}"
    head = f"Terlambat masuk, kejadian {day}jam {done:%H.%M} {regu}"
    return [replace(row, at=came, text=f"{head}: {row.text}") for row in cases.lines()]
