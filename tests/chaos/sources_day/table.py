"""The account of a day as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from tests.chaos.sources_day.account import Account, Row

SHOWN = 20
_COLUMNS = tuple(one.name for one in fields(Row))


def report(told: Account) -> Iterator[str]:
    """A row for each system, their sum, why records were refused, and whatever is amiss."""
    yield _line("", _COLUMNS)
    for name, row in told.rows.items():
        yield _line(name, _values(row))
    yield _line("all", _values(told.total))
    yield f"stored as late: {told.late}"
    for why, count in sorted(told.reasons.items()):
        yield f"refused {count}: {why}"
    for name, found in told.faults.items():
        yield f"{name}: {len(found)} {found[:SHOWN]}"
    yield "accounted for" if told.good else "NOT accounted for"


def _values(row: Row) -> tuple[str, ...]:
    return tuple(str(getattr(row, name)) for name in _COLUMNS)


def _line(name: str, cells: tuple[str, ...]) -> str:
    return f"{name:14}" + "".join(f"{cell:>10}" for cell in cells)
