"""Calls of the history, page after page, as columns of their clocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np

from command_center.columns.samples import Samples, Times
from command_center.columns.verdicts import NEVER, CallColumns, call_verdicts
from command_center.domain.clocks import Clock
from command_center.domain.partner import CallState
from command_center.storage.link import Link
from command_center.storage.times import to_us

_CALLS = (
    f"SELECT id, source_id, state, ringing_at, COALESCE(claimed_at, {NEVER}),"  # noqa: S608
    f" COALESCE(ended_at, {NEVER}), COALESCE(called_back_at, {NEVER}),"
    " COALESCE(incident_id, ''), COALESCE(area_code, '') FROM phone_call"
    " WHERE (ringing_at, id) > (?, ?) AND ringing_at < ?"
    " ORDER BY ringing_at, id LIMIT ?"
)


class Calls(NamedTuple):
    """The samples of each clock, where the next page begins, and how many rows there were."""

    samples: list[Samples]
    after: str | None
    rows: int


def read_calls(
    link: Link,
    clocks: Sequence[Clock],
    period: tuple[datetime, datetime],
    after: str | None,
    limit: int,
) -> Calls:
    """Those of the period behind the page that ended with `after`."""
    since, until = map(to_us, period)
    at, id = (after or f"{since} ").split(" ", 1)
    rows = link.all(_CALLS, (int(at), id, until, limit))
    found = [_of_calls(clock, rows) for clock in clocks]
    return Calls(found, f"{rows[-1][3]} {rows[-1][0]}" if rows else None, len(rows))


def _of_calls(clock: Clock, rows: Sequence[Any]) -> Samples:
    if clock is Clock.CALLBACK:
        rows = [row for row in rows if row[2] == CallState.ABANDONED]
    turned = list(zip(*rows, strict=True)) if rows else [()] * 9
    _, sources, state, rang, claimed, ended, back, incidents, areas = turned
    calls = CallColumns(state, *map(_numbers, (rang, claimed, ended, back)))
    nothing = ("",) * len(state)
    return Samples(
        clock,
        calls.rang,
        *call_verdicts(clock, calls),
        ids=incidents,
        numbers=(0,) * len(state),
        sources=sources,
        categories=nothing,
        areas=areas,
        priorities=nothing,
    )


def _numbers(column: Sequence[Any]) -> Times:
    return np.array(column, np.int64)
