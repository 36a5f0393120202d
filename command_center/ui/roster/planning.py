"""Rows of a roster from what somebody typed: one duty, or regu taking turns shift after shift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from itertools import cycle

from command_center.commands.duties import MOST_AT_ONCE, DutyRow
from command_center.domain.errors import OperatorError
from command_center.domain.shift_pattern import ShiftPattern, slot_of

MOST_DAYS = 92
_FORMS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y")


def typed_day(text: str) -> date:
    """OperatorError("duty_bad_day")."""
    for form in _FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise OperatorError("duty_bad_day", day=text.strip()[:20])


def planned(
    pattern: ShiftPattern, day: date, number: int, regu: str, zone: tzinfo, nrp: str = ""
) -> DutyRow:
    slot = slot_of(pattern, day, number, zone)
    return DutyRow(
        slot.day.isoformat(), number, pattern.id, slot.starts_at, slot.ends_at, regu, nrp
    )


def rotation(
    pattern: ShiftPattern, first: date, days: int, order: Sequence[str], zone: tzinfo
) -> tuple[DutyRow, ...]:
    """The regu of `order` take the shifts in turns and begin again; one named twice has two shifts
    of the round. OperatorError without a name, or for more than one entry of the log holds."""
    if not order:
        raise OperatorError("regu_needs_name")
    if days * len(pattern.starts) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    turns = cycle(order)
    return tuple(
        planned(pattern, first + timedelta(days=step), number, next(turns), zone)
        for step in range(days)
        for number in range(len(pattern.starts))
    )
