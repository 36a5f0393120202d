"""What a table of points must hold to be used: nothing is left to a silent default."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from command_center.advice.triage.faults import RowFault
from command_center.advice.triage.table import (
    NAME_PREFIX,
    POINTS,
    Negation,
    Row,
    ShareLimit,
    Table,
    When,
    folded,
)
from command_center.domain.place import PlaceKind

MOST_ROWS, MOST_WORDS, SENTENCE_LENGTH, PHRASE_LENGTH = 120, 60, 120, 60
_CODE = re.compile(r"[a-z0-9][a-z0-9_.-]{0,39}")
_KINDS = frozenset(kind.value for kind in PlaceKind)
_FURTHEST_M, _LONGEST_DAYS, _REACH = 500, 60, (1, 8)


def table_faults(table: Table, known: Collection[str]) -> list[RowFault]:
    """Every fault of a table whose values have the right types; `known` are category codes."""
    faults = [fault for at, row in enumerate(table.rows, 1) for fault in _of_row(at, row, known)]
    if not table.rows:
        faults.append(RowFault(0, "triage_table_empty"))
    if len(table.rows) > MOST_ROWS:
        faults.append(RowFault(0, "triage_table_too_long", "", str(MOST_ROWS)))
    faults += _twice(table)
    based = {code for row in table.rows if row.when is When.CATEGORY for code in row.any}
    faults += [
        RowFault(0, "triage_category_without_row", "any", c) for c in known if c not in based
    ]
    faults += _of_negation(table.negation)
    faults += _of_share(table.share)
    return faults


def _twice(table: Table) -> Iterator[RowFault]:
    count: Counter[str] = Counter()
    for at, row in enumerate(table.rows, 1):
        count[row.code] += 1
        if count[row.code] == 2:
            yield RowFault(at, "triage_code_twice", "code", row.code)


def _of_row(at: int, row: Row, known: Collection[str]) -> Iterator[RowFault]:
    if not _CODE.fullmatch(row.code):
        yield RowFault(at, "triage_wrong_code", "code", row.code[:40])
    if not POINTS[0] <= row.points <= POINTS[1]:
        yield RowFault(at, "triage_points_range", "points", str(row.points))
    for column, text in (("id", row.text_id), ("en", row.text_en)):
        if not 0 < len(text) <= SENTENCE_LENGTH:
            yield RowFault(at, "triage_sentence", column, text[:40])
    if not row.points and row.sets is None:
        yield RowFault(at, "triage_without_effect", "points", "0")
    if len(row.any) > MOST_WORDS:
        yield RowFault(at, "triage_too_many_words", "any", str(MOST_WORDS))
    yield from _of_condition(at, row, known)
    yield from _of_limits(at, row)


def _of_condition(at: int, row: Row, known: Collection[str]) -> Iterator[RowFault]:
    lists = row.when in (When.CATEGORY, When.WORD, When.PLACE)
    if lists and not row.any:
        yield RowFault(at, "triage_missing", "any")
    if row.any and not lists:
        yield RowFault(at, "triage_not_for_this", "any", row.when.value)
    for value in row.any:
        if row.when is When.CATEGORY and value not in known:
            yield RowFault(at, "triage_unknown_category", "any", value[:40])
        elif row.when is When.PLACE and value not in _KINDS and not _named(value):
            yield RowFault(at, "triage_unknown_place", "any", value[:40])
        elif row.when is When.WORD and (not folded(value) or len(value) > PHRASE_LENGTH):
            yield RowFault(at, "triage_wrong_word", "any", value[:40])


def _named(value: str) -> bool:
    return value.startswith(NAME_PREFIX) and bool(value.removeprefix(NAME_PREFIX).strip())


def _of_limits(at: int, row: Row) -> Iterator[RowFault]:
    """Columns only some conditions have."""
    wanted = {
        "within_m": row.when is When.PLACE,
        "least": row.when is When.REPORTERS,
        "minutes": row.when is When.REPORTERS,
    }
    for column, needed in wanted.items():
        value: int = getattr(row, column)
        most = _FURTHEST_M if column == "within_m" else 100
        if needed and not 1 <= value <= most:
            yield RowFault(at, "triage_wrong_value", column, str(value))
        elif value and not needed:
            yield RowFault(at, "triage_not_for_this", column, row.when.value)
    timed = row.when in (When.PLACE, When.TIME)
    if row.hours is None and row.when is When.TIME:
        yield RowFault(at, "triage_missing", "hours")
    if row.hours is not None and not (timed and all(0 <= hour <= 24 for hour in row.hours)):
        yield RowFault(at, "triage_wrong_value", "hours", str(list(row.hours)))
    if row.days is not None:
        first, last = row.days
        if not (timed and -_LONGEST_DAYS <= first <= last <= _LONGEST_DAYS):
            yield RowFault(at, "triage_wrong_value", "days", str(list(row.days)))


def _of_negation(negation: Negation) -> Iterator[RowFault]:
    if not _REACH[0] <= negation.reach <= _REACH[1]:
        yield RowFault(0, "triage_wrong_value", "negation.reach", str(negation.reach))


def _of_share(share: ShareLimit) -> Iterator[RowFault]:
    if not 1 <= share.limit <= 100:
        yield RowFault(0, "triage_wrong_value", "p1_share.limit", str(share.limit))
    if not 0 <= share.clear <= share.limit:
        yield RowFault(0, "triage_wrong_value", "p1_share.clear", str(share.clear))
    if not 1 <= share.least <= 10_000:
        yield RowFault(0, "triage_wrong_value", "p1_share.least", str(share.least))
    if not 1 <= share.hours <= 24:
        yield RowFault(0, "triage_wrong_value", "p1_share.hours", str(share.hours))
