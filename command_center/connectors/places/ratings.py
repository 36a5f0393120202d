"""A list of judgements: a column for each criterion, and whose judgement it is, when and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, tzinfo

from command_center.advice.criteria import Criteria
from command_center.commands.assessments import Assess
from command_center.commands.elections import MOST_NUMBER
from command_center.commands.place_words import ADDRESS, LINE
from command_center.connectors.places.sheet import (
    AreaNamed,
    Columns,
    Sheet,
    Tell,
    area_of,
    read_sheet,
    words,
)
from command_center.contract.cells import day, whole
from command_center.contract.table import TableRow, Value, folded
from command_center.domain.site import HIGHEST_SCORE, SubjectKind

_NAMES: Mapping[str, str] = {
    "kode_tempat": "site",
    "kelurahan": "area",
    "kode": "area",
    "kode_kelurahan": "area",
    "no_tps": "number",
    "nomor_tps": "number",
    "tps": "number",
    "penilai": "author",
    "sumber": "source",
    "tanggal": "day",
    "catatan": "note",
}
_NOTE = 1_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ratable:
    """What a list may judge. `sites` by their codes, `stations` of the election that is looked at
    by (kelurahan, number); `now` and `zone` of the room."""

    criteria: Criteria
    area_named: AreaNamed
    sites: Mapping[str, str]
    stations: Mapping[tuple[str, int], str]
    now: datetime
    zone: tzinfo
    operation_id: str = ""


def read_ratings(data: bytes, known: Ratable, tell: Tell) -> Sheet[Assess]:
    criteria = known.criteria.criteria
    headings = {folded(one.label): one.code for one in criteria} | {
        c.code: c.code for c in criteria
    }
    columns = Columns(("source",), {**headings, **_NAMES})
    return read_sheet(data, columns, lambda row: _made(row, known), tell)


def _made(row: TableRow, known: Ratable) -> Assess:
    kind, id = _subject(row, known)
    given = {
        criterion.code: whole(row, criterion.code, 0, HIGHEST_SCORE)
        for criterion in known.criteria.criteria
    }
    scores = {code: score for code, score in given.items() if score is not None}
    if not scores and row.ok:
        row.refuse(known.criteria.criteria[0].code, "cell_empty")
    return Assess(
        subject_kind=kind,
        subject_id=id,
        scores=scores,
        source=words(row, "source", ADDRESS, needed=True),
        criteria_version=known.criteria.version,
        operation_id=known.operation_id,
        note=words(row, "note", _NOTE),
        author=words(row, "author", LINE),
        at=_day(row, known),
    )


def _subject(row: TableRow, known: Ratable) -> tuple[SubjectKind, str]:
    """A place by its code, else a polling station by kelurahan and number, else the kelurahan."""
    code = words(row, "site", LINE)
    if code:
        if code not in known.sites:
            row.refuse("site", "cell_no_site")
        return SubjectKind.SITE, known.sites.get(code, "")
    area = area_of(row, "area", known.area_named)
    if not area and row.ok:
        row.refuse("area", "cell_empty")
    number = whole(row, "number", 1, MOST_NUMBER)
    if number is None:
        return SubjectKind.AREA, area
    station = known.stations.get((area, number), "")
    if not station and row.ok:
        row.refuse("number", "cell_no_station")
    return SubjectKind.STATION, station


def _day(row: TableRow, known: Ratable) -> datetime | None:
    """The moment where the cell has one, else when the day began in the room's zone; None = now."""
    on = day(row, "day")
    at = _moment(row.values.get("day"), known.zone) if on is not None else None
    if at is None and on is not None:
        at = datetime.combine(on, time(), known.zone)
    if at is not None and at > known.now:
        row.refuse("day", "cell_in_future")
    return at


def _moment(value: Value, zone: tzinfo) -> datetime | None:
    """A date with its time; `zone` where it names none."""
    if isinstance(value, str) and _MOMENT.fullmatch(value.strip()):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo is not None else value.replace(tzinfo=zone)
