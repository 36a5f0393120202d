"""The verdicts of `clocks` over columns: the same rules for thousands of rows at once.

What does not depend on times is asked of `clocks` once for every combination that occurs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from command_center.columns.coded import Coded
from command_center.columns.samples import CODES, USED, Codes, Times
from command_center.domain.clocks import TAKEN_BACK, Clock, IncidentTimes, LeftOut, apart
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.partner import CallState
from command_center.domain.unit import AssignmentKind, CloseReason

NEVER = -(2**62)
"""A time that nobody recorded."""

Flags = NDArray[np.bool_]
Verdicts = tuple[Times, Codes]
_LATE, _MISSING, _RUNNING = CODES[LeftOut.LATE], CODES[LeftOut.MISSING], CODES[LeftOut.RUNNING]
_CANCELLED, _NOT_SENT = CODES[LeftOut.CANCELLED], CODES[LeftOut.NOT_SENT]
_REVERSED, _ABANDONED = CODES[LeftOut.REVERSED], CODES[LeftOut.ABANDONED]


class IncidentColumns(NamedTuple):
    """k incidents: their words as they are stored, `late` as `incident_samples` takes it."""

    status: Sequence[str]
    disposition: Sequence[str | None]
    late: Flags
    opened: Times
    verified: Times
    ordered: Times
    there: Times
    closed: Times


class OrderColumns(NamedTuple):
    """k orders, none of them a posting."""

    kind: Sequence[str]
    close_reason: Sequence[str | None]
    ordered: Times
    accepted: Times
    en_route: Times
    there: Times
    closed: Times


class CallColumns(NamedTuple):
    state: Sequence[str]
    rang: Times
    claimed: Times
    ended: Times
    called_back: Times


@lru_cache(maxsize=256)
def _standing(status: str, disposition: str | None) -> int:
    """2 x (why it is not measured, or USED) + whether it has ended, as one number of a column."""
    of = IncidentTimes(
        "", 0, IncidentStatus(status), Disposition(disposition) if disposition else None,
        Priority.P4, "", None, datetime.min.replace(tzinfo=UTC), None, None, None, None,
    )  # fmt: skip
    reason = apart(of, late=False)
    return 2 * (USED if reason is None else CODES[reason]) + (not of.is_open)


def _standings(rows: IncidentColumns) -> tuple[Codes, Flags]:
    found = _standing_of(rows.status, rows.disposition)
    reason, ended = found >> 1, (found & 1).astype(np.bool_)
    reason[(reason == USED) & rows.late] = _LATE
    return reason, ended


def _standing_of(status: Sequence[str], disposition: Sequence[str | None]) -> Codes:
    if isinstance(status, Coded) and isinstance(disposition, Coded) and len(status):
        table = [[_standing(word, of) for of in disposition.names] for word in status.names]
        return np.array(table, np.int8)[status.numbers, disposition.numbers]
    return np.array(list(map(_standing, status, disposition)), np.int8)


def _verdict(start: Times, end: Times, over: Flags | bool, lacking: Codes | int) -> Verdicts:
    took = end - start
    left = np.where(took < 0, _REVERSED, USED)
    lacks = (start == NEVER) | (end == NEVER)
    left = np.where(lacks, np.where(over, lacking, _RUNNING), left).astype(np.int8)
    return took, left


def _unless(reason: Codes, verdicts: Verdicts) -> Verdicts:
    took, left = verdicts
    return took, np.where(reason == USED, left, reason).astype(np.int8)


def incident_verdicts(clocks: Sequence[Clock], rows: IncidentColumns) -> list[Verdicts]:
    """(microseconds, code) of each row, by clock; see `clocks.incident_samples`."""
    reason, ended = _standings(rows)
    return [_unless(reason, _of_incidents(clock, rows, ended)) for clock in clocks]


def _of_incidents(clock: Clock, rows: IncidentColumns, ended: Flags) -> Verdicts:
    sent, there = rows.ordered != NEVER, rows.there != NEVER
    if clock is Clock.VERIFY:
        return _verdict(rows.opened, rows.verified, ended | sent, _MISSING)
    none_sent = np.where(sent | there, _MISSING, _NOT_SENT).astype(np.int8)
    if clock is Clock.ORDER:
        return _verdict(rows.verified, rows.ordered, ended | there, none_sent)
    times = (rows.there, rows.closed) if clock is Clock.SCENE else (rows.opened, rows.there)
    return _verdict(*times, ended, none_sent)


def order_verdicts(
    clocks: Sequence[Clock], orders: OrderColumns, rows: IncidentColumns
) -> list[Verdicts]:
    """The same of orders and of the incident of each; see `clocks.order_samples`."""
    reported = _are(orders.kind, AssignmentKind.REPORTED)
    reason, _ = _standings(rows._replace(late=rows.late | reported))
    reason[_are(orders.close_reason, CloseReason.UNDONE)] = _CANCELLED
    lacking = np.where(_are(orders.close_reason, *TAKEN_BACK), _CANCELLED, _MISSING).astype(np.int8)
    over = (orders.closed != NEVER) | (orders.there != NEVER)
    return [_unless(reason, _of_orders(clock, orders, over, lacking)) for clock in clocks]


def _are(words: Sequence[str | None], *wanted: str) -> Flags:
    """Few words that are many times the same."""
    if isinstance(words, Coded):
        return words.among(*wanted)
    known = {word: word in wanted for word in set(words)}
    return np.array(list(map(known.__getitem__, words)), np.bool_)


def _of_orders(clock: Clock, orders: OrderColumns, over: Flags, lacking: Codes) -> Verdicts:
    if clock is Clock.ACCEPT:
        over = over | (orders.en_route != NEVER)
        return _verdict(orders.ordered, orders.accepted, over, lacking)
    if clock is Clock.TRAVEL:
        return _verdict(orders.en_route, orders.there, over, lacking)
    answered = (orders.accepted != NEVER) & (clock is Clock.DEPART)
    start = np.where(answered, orders.accepted, orders.ordered)
    return _verdict(start, orders.en_route, over, lacking)


def call_verdicts(clock: Clock, calls: CallColumns) -> Verdicts:
    """The same of calls; for CALLBACK of those that were given up alone."""
    if clock is Clock.CALLBACK:
        since = np.where(calls.ended != NEVER, calls.ended, calls.rang)
        return _verdict(since, calls.called_back, False, _MISSING)
    given_up = np.array([state == CallState.ABANDONED for state in calls.state], np.bool_)
    over = np.array([state != CallState.RINGING for state in calls.state], np.bool_)
    lacking = np.where(given_up, _ABANDONED, _MISSING).astype(np.int8)
    return _verdict(calls.rang, calls.claimed, over, lacking)
