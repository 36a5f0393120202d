"""The verdicts of columns are those of the rows, whatever was left out, skipped or reversed."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import numpy as np

from command_center.columns.samples import REASONS, USED, Samples
from command_center.columns.verdicts import (
    NEVER,
    CallColumns,
    IncidentColumns,
    OrderColumns,
    Verdicts,
    call_verdicts,
    incident_verdicts,
    order_verdicts,
)
from command_center.domain.clocks import (
    OF_CALLS,
    OF_INCIDENTS,
    OF_ORDERS,
    CallTimes,
    IncidentTimes,
    LeftOut,
    OrderTimes,
    Sample,
    call_samples,
    incident_samples,
    order_samples,
)
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.partner import CallState
from command_center.domain.unit import AssignmentKind, CloseReason

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MANY = 600


class Dice(Random):
    """Few times, so that equal and reversed ones are frequent."""

    def at(self) -> datetime:
        return NOON + self.randrange(6) * timedelta(0, 0.7)

    def maybe(self) -> datetime | None:
        return self.at() if self.random() < 0.7 else None

    def incident(self) -> IncidentTimes:
        # two thirds of them are measured
        measured = self.random() < 2 / 3
        status = IncidentStatus.CLOSED if measured else self.choice(list(IncidentStatus))
        disposition = None if measured else self.choice([None, *Disposition])
        return IncidentTimes(
            f"i{self.random()}", self.randrange(999), status, disposition,
            self.choice(list(Priority)), "x", self.choice((None, "35.73")), self.at(),
            *(self.maybe() for _ in range(4)),
        )  # fmt: skip

    def order(self) -> OrderTimes:
        reason, kind = self.choice([None, *CloseReason]), self.choice(list(AssignmentKind))
        there, closed, unit = self.maybe(), self.maybe(), f"u{self.randrange(3)}"
        return OrderTimes(kind, reason, self.at(), self.maybe(), self.maybe(), there, closed, unit)

    def call(self) -> CallTimes:
        state = self.choice(list(CallState))
        times = (self.at(), self.maybe(), self.maybe())
        return CallTimes("110", state, *times, None, None, self.maybe())


def us(rows: list[Any], name: str) -> Any:
    times = [getattr(row, name) for row in rows]
    since = [NEVER if at is None else (at - EPOCH) // timedelta(0, 0, 1) for at in times]
    return np.array(since, np.int64)


def of_incidents(rows: list[IncidentTimes], late: list[bool]) -> IncidentColumns:
    names = ("opened_at", "verified_at", "first_order_at", "first_on_scene_at", "closed_at")
    return IncidentColumns(
        [row.status.value for row in rows],
        [row.disposition.value if row.disposition else None for row in rows],
        np.array(late, np.bool_),
        *(us(rows, name) for name in names),
    )


def said(verdicts: Verdicts) -> list[tuple[float | None, Any]]:
    pairs = zip(verdicts[0].tolist(), verdicts[1].tolist(), strict=True)
    return [(us / 1e6, None) if why == USED else (None, REASONS[why]) for us, why in pairs]


def of(samples: list[Sample]) -> list[tuple[float | None, Any]]:
    return [(sample.seconds, sample.left) for sample in samples]


def test_of_incidents() -> None:
    dice = Dice(1)
    pairs = [(dice.incident(), dice.random() < 0.1) for _ in range(MANY)]
    columns = of_incidents([row for row, _ in pairs], [late for _, late in pairs])
    for clock in OF_INCIDENTS:
        wanted = [s for row, late in pairs for s in incident_samples(row, "", late, clock)]
        assert said(incident_verdicts([clock], columns)[0]) == of(wanted), clock
        assert {sample.left for sample in wanted} > {None, LeftOut.REVERSED, LeftOut.LATE}
        assert list(Samples.of(wanted, clock)) == wanted


def test_of_orders() -> None:
    dice = Dice(2)
    works = [(dice.order(), dice.incident(), dice.random() < 0.1) for _ in range(MANY)]
    answers = [work for work in works if work[0].kind is not AssignmentKind.POSTING]
    orders = [order for order, _, _ in answers]
    names = ("ordered_at", "accepted_at", "en_route_at", "on_scene_at", "closed_at")
    columns = OrderColumns(
        [order.kind.value for order in orders],
        [order.close_reason.value if order.close_reason else None for order in orders],
        *(us(orders, name) for name in names),
    )
    incidents = of_incidents([row for _, row, _ in answers], [late for _, _, late in answers])
    for clock in OF_ORDERS:
        wanted = [
            sample
            for order, row, late in works
            for sample in order_samples(order, row, "", late, clock)
        ]
        assert said(order_verdicts([clock], columns, incidents)[0]) == of(wanted), clock


def test_of_calls() -> None:
    dice = Dice(3)
    calls = [dice.call() for _ in range(MANY)]
    names = ("ringing_at", "claimed_at", "ended_at", "called_back_at")
    for clock in OF_CALLS:
        wanted = [s for call in calls for s in call_samples(call) if s.clock is clock]
        asked = [call for call in calls if any(s.clock is clock for s in call_samples(call))]
        states = [call.state.value for call in asked]
        columns = CallColumns(states, *(us(asked, name) for name in names))
        assert said(call_verdicts(clock, columns)) == of(wanted), clock
