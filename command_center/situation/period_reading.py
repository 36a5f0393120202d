"""Reading what a report of a period is made of: both periods at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta

from command_center.columns.samples import Samples
from command_center.ports import ClocksPage, History
from command_center.situation.local_time import EPOCH
from command_center.situation.period_report import (
    LATE_REASON,
    Period,
    PeriodCollector,
    PeriodReport,
)

_ONE = timedelta(microseconds=1)
KeepOn = Callable[[int], bool]
"""Told how many rows were read, page after page; False: nobody wants the rest."""
_MOST_REASONS = 500


def read_report(
    history: History, period: Period, collect: Callable[[Period], PeriodCollector], keep_on: KeepOn
) -> PeriodReport | None:
    """The period, the time before it, and why what is late was late. Waits for the database. None:
    it was stopped."""
    both = collect(period), collect(period.earlier)
    if not _read(history, both, keep_on):
        return None
    told, before = both[0].told(), both[1].told()
    slowest = (sample for clock in told.clocks.values() for sample in clock.slowest)
    late = list(dict.fromkeys(sample.incident_id for sample in slowest if sample.incident_id))
    return PeriodReport(told, before, _reasons(history, late))


def _read(history: History, both: tuple[PeriodCollector, PeriodCollector], keep_on: KeepOn) -> bool:
    now, before = both
    with closing(history.clocks(before.period.since, now.period.until)) as pages:
        while keep_on(now.read + before.read):
            page = next(pages, None)
            if page is None:
                return True
            _count(page, now, before)
    return False


def _count(page: ClocksPage, now: PeriodCollector, before: PeriodCollector) -> None:
    turn_us = (now.period.since - EPOCH) // _ONE
    columns = [
        rows if isinstance(rows, Samples) else Samples.of(rows, rows[0].clock)
        for rows in page.samples
        if len(rows)
    ]
    now.take([rows.where(rows.at_us >= turn_us) for rows in columns], page.read)
    before.take([rows.where(rows.at_us < turn_us) for rows in columns], 0)


def _reasons(history: History, late: Sequence[str]) -> dict[str, str]:
    mark = f"{LATE_REASON}: "
    return {
        incident: text.removeprefix(mark)
        for first in range(0, len(late), _MOST_REASONS)
        for incident, text in history.notes_beginning(mark, late[first : first + _MOST_REASONS])
    }
