"""Reading what a report of a period is made of: both periods at once, incidents beside orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from command_center.columns.samples import Samples
from command_center.domain.clocks import Clock
from command_center.ports import History
from command_center.situation.local_time import EPOCH
from command_center.situation.period_report import (
    KINDS,
    LATE_REASON,
    Period,
    PeriodCollector,
    PeriodReport,
)

_ONE = timedelta(microseconds=1)
KeepOn = Callable[[int], bool]
"""Told how many rows were read, page after page; False: nobody wants the rest."""
_MOST_REASONS = 500
_LANES = ((KINDS[0], KINDS[2]), (KINDS[1],))
"""What is read one after the other; the lanes beside each other."""


def read_report(
    history: History, period: Period, collect: Callable[[Period], PeriodCollector], keep_on: KeepOn
) -> PeriodReport | None:
    """The period, the time before it, and why what is late was late. Waits for the database, and
    works on two threads. None: it was stopped."""
    both = collect(period), collect(period.earlier)
    with ThreadPoolExecutor(len(_LANES), "report") as pool:
        asked = [pool.submit(_read_lane, history, lane, both, keep_on) for lane in _LANES]
        whole = [one.result() for one in asked]
    if not all(whole):
        return None
    told, before = both[0].told(), both[1].told()
    slowest = (sample for clock in told.clocks.values() for sample in clock.slowest)
    late = list(dict.fromkeys(sample.incident_id for sample in slowest if sample.incident_id))
    return PeriodReport(told, before, _reasons(history, late))


def _read_lane(
    history: History,
    lane: Sequence[Sequence[Clock]],
    both: tuple[PeriodCollector, PeriodCollector],
    keep_on: KeepOn,
) -> bool:
    """Both periods at once: what is read is read to the end of the room's time."""
    now, before = both
    turn_us = (now.period.since - EPOCH) // _ONE
    for clocks in lane:
        after: str | None = None
        while True:
            if not keep_on(now.read + before.read):
                return False
            page = history.clocks(clocks, before.period.since, now.period.until, after)
            columns = [
                rows if isinstance(rows, Samples) else Samples.of(rows, clock)
                for clock, rows in zip(clocks, page.samples, strict=True)
            ]
            now.take([rows.where(rows.at_us >= turn_us) for rows in columns], page.read)
            before.take([rows.where(rows.at_us < turn_us) for rows in columns], 0)
            after = page.after
            if after is None:
                break
    return True


def _reasons(history: History, late: Sequence[str]) -> dict[str, str]:
    mark = f"{LATE_REASON}: "
    return {
        incident: text.removeprefix(mark)
        for first in range(0, len(late), _MOST_REASONS)
        for incident, text in history.notes_beginning(mark, late[first : first + _MOST_REASONS])
    }
