"""A roster as a sheet: a row for each regu and shift, or for one person beside a regu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Final

from command_center.commands.duties import DutyRow
from command_center.connectors.places.sheet import Columns, Sheet, Tell, read_sheet, words
from command_center.connectors.roster.personnel import nrp_of, regu_of
from command_center.contract.cells import day, whole
from command_center.contract.table import TableRow, folded
from command_center.domain.roster import Span, Taken
from command_center.domain.shift_pattern import ShiftPattern, slot_of

COLUMNS: Final = Columns(
    ("day", "regu"),
    {
        "tanggal": "day",
        "hari": "day",
        "pola": "pattern",
        "dinas": "number",
        "dinas_ke": "number",
        "sif": "number",
        "shift": "number",
        "regu": "regu",
        "nrp": "nrp",
        "nip": "nrp",
    },
)


@dataclass(frozen=True, slots=True)
class KnownRoster:
    """`regu` = {folded name: name}, `regu_ids` = {name: id}, `people` = {NRP: (id, name)},
    `members` = {regu id: ids of its people}, `taken` the time that is planned already. `pattern`
    is the room's, for rows that name none."""

    patterns: Sequence[ShiftPattern]
    pattern: ShiftPattern
    zone: tzinfo
    regu: Mapping[str, str] = field(default_factory=dict)
    regu_ids: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    members: Mapping[str, Sequence[str]] = field(default_factory=dict)
    taken: Iterable[Span] = ()


def read_duties(data: bytes, known: KnownRoster, tell: Tell) -> Sheet[DutyRow]:
    return read_sheet(data, COLUMNS, _Maker(known).make, tell)


class _Maker:
    """Each row is checked against what is planned and against the rows before it."""

    def __init__(self, known: KnownRoster) -> None:
        self._known = known
        self._taken = Taken(known.taken)
        self._seen: dict[tuple[object, ...], int] = {}
        self._names = dict(known.people.values())
        self._regu_names = {id: name for name, id in known.regu_ids.items()}

    def make(self, row: TableRow) -> DutyRow:
        on = day(row, "day", needed=True)
        pattern = self._pattern(row)
        most = len(pattern.starts)
        number = whole(row, "number", 1, most, needed=most > 1) or 1
        regu = regu_of(row, self._known.regu, needed=True)
        nrp = nrp_of(row, needed=False)
        if nrp and nrp not in self._known.people:
            row.refuse("nrp", "cell_unknown_nrp")
        on = on or date(2000, 1, 1)  # a refused row is not looked at any more
        slot = slot_of(pattern, on, number - 1, self._known.zone)
        made = DutyRow(
            on.isoformat(), number - 1, pattern.id, slot.starts_at, slot.ends_at, regu, nrp
        )
        if row.ok:
            self._demand_free(row, made)
        return made

    def _pattern(self, row: TableRow) -> ShiftPattern:
        said = words(row, "pattern", 40)
        if not said:
            return self._known.pattern
        for pattern in self._known.patterns:
            if folded(said) in (folded(pattern.id), folded(pattern.name)):
                return pattern
        names = ", ".join(pattern.name for pattern in self._known.patterns)
        row.refuse("pattern", "cell_no_pattern", known=names)
        return self._known.pattern

    def _demand_free(self, row: TableRow, made: DutyRow) -> None:
        key = (made.starts_at, made.ends_at, made.regu, made.nrp)
        first = self._seen.setdefault(key, row.number)
        if first != row.number:
            row.refuse("regu", "cell_twice", first=first)
            return
        known = self._known
        regu_id = known.regu_ids[made.regu]
        alone = [known.people[made.nrp][0]] if made.nrp else known.members.get(regu_id, ())
        own = [Span(person, regu_id, made.starts_at, made.ends_at) for person in alone]
        for span in own:
            other = self._taken.clash(span)
            if other is not None:
                row.refuse("nrp" if made.nrp else "regu", "cell_duty_clash", **self._said(other))
                return
        for span in own:
            self._taken.add(span)

    def _said(self, other: Span) -> dict[str, str]:
        begins, ends = (at.astimezone(self._known.zone) for at in (other.starts_at, other.ends_at))
        return {
            "who": self._names.get(other.personnel_id, "?"),
            "other": self._regu_names.get(other.regu_id, "?"),
            "begins": begins.strftime("%d-%m %H.%M"),
            "ends": ends.strftime("%d-%m %H.%M"),
        }
