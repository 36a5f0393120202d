"""The book of a shift, read from the log: a line an incident with what was done about it in that
shift, what was written by hand, and how the shift was taken and given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any

from command_center.commands.local import KEPT_LOCALLY
from command_center.documents.book import FORM, WITH_ROLL, Book, BookLine, BookSignature
from command_center.domain.book import BookKind
from command_center.domain.exercise_mark import LINE
from command_center.domain.handover import Handover, HandoverEnd
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.domain.room import Room, RoomKind, Shift
from command_center.ports import History
from command_center.situation.book_cases import Cases, Lookup, late_lines
from command_center.situation.book_roll import RollReading, first_roll_in
from command_center.situation.book_words import (
    BookNames,
    Facts,
)
from command_center.situation.situation import Situation

WHOLE = 10_000
"""More entries than there are about one row."""


@dataclass(frozen=True, slots=True)
class BookDraft:
    """One shift of a room; `read` may be called on any thread. `after` is where in the log to
    begin, `taken` and `given` the handovers it begins and ends with."""

    shift: Shift
    names: BookNames
    after: int
    taken: Handover | None
    given: Handover | None

    def entries(self, history: History) -> Iterator[StoredEntry]:
        """Those to read; on any thread but the one that paints. A roll-call may have been opened
        before; the log says so still when no window knows of it any more."""
        opened = first_roll_in(history.openings("roll_call", self.after), self.shift)
        return history.entries(self.after if opened is None else opened - 1)

    def read(self, entries: Iterable[StoredEntry], lookup: Lookup, form: int = FORM) -> Book:
        """To their end. `form`: of which making (`documents.book.FORM`) the page is."""
        pages = _Reading(self.shift, self.names, lookup, form)
        for stored in entries:
            pages.take(stored)
            if pages.over:
                break
        given = self.given
        return Book(
            room=self.names.room,
            shift=self.shift.name,
            lead=self.names.people.get(self.shift.lead_id or "", ""),
            zone=self.names.zone,
            zone_name=self.names.zone_name,
            starts_at=self.shift.starts_at,
            ends_at=self.shift.ends_at,
            lines=tuple(sorted(pages.lines(self.taken), key=lambda row: row.at)),
            signatures=self._signatures(),
            log_to=pages.log_to,
            log_hash=pages.log_hash,
            state_hash=given.state_hash if given is not None else "",
            remark=self._remark(),
        )

    def _signatures(self) -> tuple[BookSignature, ...]:
        if self.given is None:
            return ()
        people = self.names.people
        given, coming = self.given, self.given.in_lead_id or ""
        return (
            BookSignature(
                "Yang menyerahkan",
                people.get(given.out_lead_id, given.out_lead_id),
                given.out_signed_at,
            ),
            BookSignature("Yang menerima", people.get(coming, coming), given.in_signed_at),
        )

    def _remark(self) -> str:
        if self.given is None or self.given.outcome is not HandoverEnd.FORCED:
            return ""
        return f"DIAMBIL PAKSA: {self.given.reason}"


def _heading(room: Room | None) -> str:
    """Stands on every page."""
    if room is None:
        return ""
    return f"{LINE} · {room.name}" if room.kind is RoomKind.EXERCISE else room.name


def draft_of(situation: Situation, shift: Shift, zone: tzinfo, zone_name: str) -> BookDraft:
    """Of a shift that the situation knows."""
    rows = [row for row in situation.all("handover") if row.next_shift_id]
    taken = next((row for row in rows if row.next_shift_id == shift.id), None)
    given = next((row for row in rows if row.shift_id == shift.id), None)
    room = situation.room
    staff = list(situation.all("staff"))
    names = BookNames(
        people={row.id: row.name for row in staff},
        initials={row.id: row.initials for row in staff},
        units={row.id: row.call_sign for row in situation.all("unit")},
        agencies={row.id: row.name for row in situation.all("agency")},
        hospitals={row.id: row.name for row in situation.all("hospital")},
        room=_heading(room),
        zone=zone,
        zone_name=zone_name,
        shifts={row.id: row.name for row in situation.all("shift")},
    )
    return BookDraft(shift, names, _after(rows, taken), taken, given)


def lookup_in(history: History) -> Lookup:
    """Asks the lane that reads, so not on the thread that paints."""

    def lookup(entity: str, id: str, up_to: int) -> Facts:
        return told_of(history.about(entity, id, up_to, WHOLE), entity, id)

    return lookup


def _after(rows: Sequence[Handover], taken: Handover | None) -> int:
    """Where in the log to begin for the shift that began with `taken`. By which shift came after
    which, never by the clock of whoever began it; a shift taken by force at once has no entry that
    froze it, so an earlier one is as good."""
    while taken is not None and not taken.log_seq:
        earlier = taken.shift_id
        taken = next((row for row in rows if row.next_shift_id == earlier), None)
    return taken.log_seq if taken is not None else 0


def told_of(entries: Iterable[StoredEntry], entity: str, id: str) -> dict[str, Any]:
    """What they say of one row, the last word of each field."""
    told: dict[str, Any] = {}
    for stored in entries:
        for change in stored.entry.changes:
            if (change.entity, change.id) == (entity, id):
                told |= change.set
    return told


class _Reading:
    """Takes entries in their order."""

    def __init__(self, shift: Shift, names: BookNames, lookup: Lookup, form: int) -> None:
        self._shift, self._names, self._lookup, self._form = shift, names, lookup, form
        self._roll = RollReading(shift, names, lookup)
        self._upto = shift.starts_at
        self._begun = self.over = False
        self._cases = Cases(names, lookup)
        self._late: list[BookLine] = []
        self._written: dict[str, BookLine] = {}
        self._told: list[BookLine] = []
        self.log_to, self.log_hash = 0, ""

    def take(self, stored: StoredEntry) -> None:
        if self._form < WITH_ROLL:
            self._take_own(stored)
        elif not self.over:
            self._take_roll(stored)
            self._take_own(stored)
            self._take_late(stored)
            self._turn(stored.entry)

    def _turn(self, entry: LogEntry) -> None:
        """What this shift did and the room hears of after its end is in the book of the shift that
        hears of it: a page that was signed stays as it is."""
        for change in entry.changes:
            if (change.entity, change.id) == ("shift", self._shift.id):
                self._begun = self._begun or change.version == 1
                self.over = bool(change.set.get("ends_at"))

    def _take_late(self, stored: StoredEntry) -> None:
        """What a workstation had kept offline since an earlier shift."""
        entry = stored.entry
        if entry.shift == self._shift.id:
            self._begun = True
        elif self._begun and entry.reason == KEPT_LOCALLY:
            came = datetime.fromisoformat(entry.recorded_at)
            told = late_lines(stored, came, self._names, self._lookup)
            if told:
                self._late += told
                self._reach(stored, came)

    def _take_roll(self, stored: StoredEntry) -> None:
        at = datetime.fromisoformat(stored.entry.recorded_at)
        by = self._names.initials.get(stored.entry.actor, "")
        if self._roll.take(stored, at, by):
            self._reach(stored, at)

    def _reach(self, stored: StoredEntry, at: datetime) -> None:
        self.log_to, self.log_hash, self._upto = stored.seq, stored.hash.hex(), at

    def _take_own(self, stored: StoredEntry) -> None:
        entry = stored.entry
        if entry.shift != self._shift.id:
            return
        by = self._names.initials.get(entry.actor, "")
        at = datetime.fromisoformat(entry.recorded_at)
        self._reach(stored, at)
        if entry.reason == KEPT_LOCALLY:
            at = datetime.fromisoformat(entry.occurred_at)
        for change in entry.changes:
            if change.entity == "book_entry":
                self._write(change, by)
            elif change.entity == "handover":
                self._hand(change, at, by)
            else:
                self._cases.take(change, stored.seq, at, by)

    def lines(self, taken: Handover | None) -> Iterator[BookLine]:
        if taken is not None:
            yield self._opening(taken)
        yield from self._told
        yield from self._written.values()
        yield from self._roll.lines(self._upto)
        yield from self._cases.lines()
        yield from self._late

    def _opening(self, taken: Handover) -> BookLine:
        out = self._names.people.get(taken.out_lead_id, taken.out_lead_id)
        how = "diambil paksa dari" if taken.outcome is HandoverEnd.FORCED else "diterima dari"
        text = f"Jaga {how} {out}: {taken.items} butir"
        by = self._names.initials.get(taken.in_lead_id or "", "")
        return BookLine(self._shift.starts_at, BookKind.EVENT, text, taken.reason, by)

    def _write(self, change: Change, by: str) -> None:
        told = change.set
        if change.version == 1:
            at = datetime.fromisoformat(told["at"])
            kind = BookKind(told["kind"])
            self._written[change.id] = BookLine(
                at, kind, told["text"], told["action"], by, change.id
            )
        elif told.get("struck_at") and change.id in self._written:
            struck = replace(self._written[change.id], struck=told["struck_reason"])
            self._written[change.id] = struck

    def _hand(self, change: Change, at: datetime, by: str) -> None:
        told = change.set
        if change.version == 1:
            text = f"Papan dibekukan untuk {told['next_name']}: {told['items']} butir"
            self._told.append(BookLine(at, BookKind.EVENT, text, "", by))
        for name, who in (("out_signed_at", "menyerahkan"), ("in_signed_at", "menerima")):
            if told.get(name) and change.version > 1:
                text = f"Tanda tangan yang {who}"
                self._told.append(BookLine(at, BookKind.EVENT, text, "", by))
        if told.get("outcome") == HandoverEnd.CANCELLED.value:
            text = f"Serah terima dibatalkan: {told.get('reason', '')}"
            self._told.append(BookLine(at, BookKind.EVENT, text, "", by))
