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
    found = np.array(list(map(_standing, rows.status, rows.disposition)), np.int8)
    reason, ended = found >> 1, (found & 1).astype(np.bool_)
    reason[(reason == USED) & rows.late] = _LATE
    return reason, ended


def _verdict(start: Times, end: Times, over: Flags | bool, lacking: Codes | int) -> Verdicts:
    took = end - start
    left = np.where(took < 0, _REVERSED, USED)
    lacks = (start == NEVER) | (end == NEVER)
    left = np.where(lacks, np.where(over, lacking, _RUNNING), left).astype(np.int8)
    return took, left


def _unless(reason: Codes, verdicts: Verdicts) -> Verdicts:
    took, left = verdicts
    return took, np.where(reason == USED, left, reason).astype(np.int8)


def incident_verdicts(clock: Clock, rows: IncidentColumns) -> Verdicts:
    """(microseconds, code) of each; see `clocks.incident_samples`."""
    reason, ended = _standings(rows)
    sent, there = rows.ordered != NEVER, rows.there != NEVER
    if clock is Clock.VERIFY:
        found = _verdict(rows.opened, rows.verified, ended | sent, _MISSING)
        return _unless(reason, found)
    none_sent = np.where(sent | there, _MISSING, _NOT_SENT).astype(np.int8)
    if clock is Clock.ORDER:
        return _unless(reason, _verdict(rows.verified, rows.ordered, ended | there, none_sent))
    times = (rows.there, rows.closed) if clock is Clock.SCENE else (rows.opened, rows.there)
    return _unless(reason, _verdict(*times, ended, none_sent))


def order_verdicts(clock: Clock, orders: OrderColumns, rows: IncidentColumns) -> Verdicts:
    """The same of orders and of the incident of each; see `clocks.order_samples`."""
    reported = np.array([kind == AssignmentKind.REPORTED for kind in orders.kind], np.bool_)
    reason, _ = _standings(rows._replace(late=rows.late | reported))
    undone = [why == CloseReason.UNDONE for why in orders.close_reason]
    reason[np.array(undone, np.bool_)] = _CANCELLED
    taken_back = np.array([why in TAKEN_BACK for why in orders.close_reason], np.bool_)
    lacking = np.where(taken_back, _CANCELLED, _MISSING).astype(np.int8)
    over = (orders.closed != NEVER) | (orders.there != NEVER)
    if clock is Clock.ACCEPT:
        over |= orders.en_route != NEVER
        times = (orders.ordered, orders.accepted)
    elif clock is Clock.TRAVEL:
        times = (orders.en_route, orders.there)
    else:
        answered = (orders.accepted != NEVER) & (clock is Clock.DEPART)
        times = (np.where(answered, orders.accepted, orders.ordered), orders.en_route)
    return _unless(reason, _verdict(*times, over, lacking))


def call_verdicts(clock: Clock, calls: CallColumns) -> Verdicts:
    """The same of calls; for CALLBACK of those that were given up alone."""
    if clock is Clock.CALLBACK:
        since = np.where(calls.ended != NEVER, calls.ended, calls.rang)
        return _verdict(since, calls.called_back, False, _MISSING)
    given_up = np.array([state == CallState.ABANDONED for state in calls.state], np.bool_)
    over = np.array([state != CallState.RINGING for state in calls.state], np.bool_)
    lacking = np.where(given_up, _ABANDONED, _MISSING).astype(np.int8)
    return _verdict(calls.rang, calls.claimed, over, lacking)
