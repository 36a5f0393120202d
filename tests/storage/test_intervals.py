"""What the history measures page by page is what measuring every row at once gives."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain, pairwise
from typing import Any

import pytest

from command_center.domain.clocks import (
    OF_INCIDENTS,
    OF_ORDERS,
    Clock,
    LeftOut,
    Sample,
    call_samples,
    incident_samples,
    order_samples,
)
from command_center.domain.ids import first_id, new_id
from command_center.domain.incident import Disposition, Incident, IncidentReport, IncidentStatus
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.unit import Assignment, AssignmentKind, CloseReason
from command_center.storage import met_incidents
from command_center.storage.clock_rows import ClockRows
from command_center.storage.database import Database
from command_center.storage.first_reports import REPORTS
from command_center.storage.intervals import SqlIntervals
from command_center.storage.packed import END, Packed, Raw
from tests.storage import rows
from tests.storage.rows import NOW, acting, later

SINCE, UNTIL = later(-3600), later(7200)
CLOSED, MERGED = IncidentStatus.CLOSED, IncidentStatus.MERGED

INCIDENTS = [
    rows.incident(
        id="i-01", opened_at=later(10), verified_at=later(40), first_order_at=later(95.5),
        first_on_scene_at=later(400), closed_at=later(900), status=CLOSED,
        disposition=Disposition.RESOLVED, area_code="35.73.02.1007",
    ),
    rows.incident(id="i-02", opened_at=later(20)),
    rows.incident(id="i-03", opened_at=later(30), verified_at=later(31), status=CLOSED,
                  closed_at=later(99), disposition=Disposition.PRANK),
    rows.incident(id="i-04", opened_at=later(40), verified_at=later(20), time_reversed=True),
    rows.incident(id="i-05", opened_at=later(50), verified_at=later(51), status=MERGED,
                  merged_into="i-01"),
    rows.incident(id="i-06", opened_at=later(60), status=IncidentStatus.CANCELLED),
    rows.incident(id="i-07", opened_at=later(70), verified_at=later(75), status=CLOSED,
                  closed_at=later(99), disposition=Disposition.IMPORTED),
    rows.incident(id="i-08", opened_at=later(80), verified_at=later(81)),
    rows.incident(id="i-09", opened_at=SINCE - timedelta(microseconds=1)),
    rows.incident(id="i-10", opened_at=SINCE, verified_at=later(0)),
    rows.incident(id="i-11", opened_at=UNTIL),
]  # fmt: skip


def order(**fields: Any) -> Assignment:
    """One that has ended: an incident is not closed before."""
    ended = {"closed_at": later(890), "close_reason": CloseReason.DONE}
    return rows.assignment(**{**ended, **fields})


ORDERS = [
    order(id="a-1", incident_id="i-01", unit_id="u-1", ordered_at=later(95),
                    accepted_at=later(107), en_route_at=later(150), on_scene_at=later(400)),
    order(id="a-2", incident_id="i-01", unit_id="u-2", ordered_at=later(95),
                    on_scene_at=later(500)),
    order(id="a-3", incident_id="i-01", unit_id="u-3", ordered_at=later(95),
                    closed_at=later(99), close_reason=CloseReason.CANCELLED),
    order(id="a-4", incident_id="i-05", unit_id="u-4", ordered_at=later(95),
                    accepted_at=later(96)),
    order(id="a-5", incident_id="i-01", unit_id="u-5", ordered_at=later(95),
                    kind=AssignmentKind.POSTING, on_scene_at=later(99)),
    order(id="a-6", incident_id="i-01", unit_id="u-6", ordered_at=later(95),
                    en_route_at=later(90), time_reversed=True),
    order(id="a-7", incident_id="i-01", unit_id="u-7", ordered_at=later(95),
                    accepted_at=later(97), closed_at=later(98), close_reason=CloseReason.UNDONE),
]  # fmt: skip


def phone_call(number: int, at_s: float, state: CallState, **more: Any) -> PhoneCall:
    row = PhoneCall(
        id=f"c-{number}", version=1, source_id="110", call_id=f"x{number}", caller_ref="",
        subject_id=None, called="110", state=state, step=0, ringing_at=later(at_s),
        claimed_at=None, claimed_by=None, ended_at=None, incident_id=None, area_code=None,
        called_back_at=None, called_back_by=None, outcome="",
    )  # fmt: skip
    return replace(row, **more)


CALLS = [
    phone_call(1, 0, CallState.ENDED, claimed_at=later(7.25), ended_at=later(60)),
    phone_call(2, 0, CallState.ABANDONED, ended_at=later(30), called_back_at=later(90)),
    phone_call(3, 5, CallState.ABANDONED, ended_at=later(30)),
    phone_call(4, 9, CallState.RINGING),
]


def work_on(row: Incident, number: int) -> Incident:
    """As it was while units could still be ordered to it."""
    return replace(
        row, number=number, status=IncidentStatus.VERIFIED, closed_at=None, disposition=None,
        merged_into=None,
    )  # fmt: skip


@pytest.fixture
def intervals(database: Database) -> Iterator[SqlIntervals]:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        for number in range(1, 8):
            work.add(rows.unit(id=f"u-{number}", call_sign=f"UNIT {number}"))
        work.add(rows.report(id="late", external_id="late", late=True))
        work.add(rows.source(id="jmp", name="JMP"))
        work.add(rows.report(id="jmp-1", external_id="jmp-1", source_id="jmp"))
        opened = [work_on(row, 100 + number) for number, row in enumerate(INCIDENTS)]
        for row in opened:
            work.add(row)
        for id, incident, report in (("l-1", "i-01", "jmp-1"), ("l-2", "i-01", "call"),
                                     ("l-3", "i-08", "late")):  # fmt: skip
            work.add(IncidentReport(id, 1, incident, report, NOW, "rina", None))
        for part in (*ORDERS, *CALLS):
            work.add(part)
        for row, ended in zip(opened, INCIDENTS, strict=True):
            work.change(
                row, status=ended.status, closed_at=ended.closed_at, disposition=ended.disposition,
                merged_into=ended.merged_into,
            )  # fmt: skip
    found = SqlIntervals(database.engine)
    yield found
    found.close()


def everything() -> list[Sample]:
    """Of the rows above, without any database."""
    incidents = {row.id: replace(row, number=100 + n) for n, row in enumerate(INCIDENTS)}
    about = {"i-01": ("jmp", False), "i-08": ("110", True)}

    def of(id: str) -> tuple[str, bool]:
        return about.get(id, ("", False))

    orders = (order_samples(o, incidents[o.incident_id], *of(o.incident_id)) for o in ORDERS)
    return list(
        chain(
            *(incident_samples(row, *of(row.id)) for row in incidents.values()),
            *orders,
            *(call_samples(row) for row in CALLS),
        )
    )


def read(intervals: SqlIntervals, clock: Clock, limit: int) -> list[Sample]:
    found: list[Sample] = []
    after = None
    while True:
        page = intervals.page(clock, SINCE, UNTIL, after, limit)
        assert page.read <= limit
        found += page.samples
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 3, 2_000])
def test_pages_hold_every_sample_of_the_period_once(intervals: SqlIntervals, limit: int) -> None:
    for clock in Clock:
        wanted = [s for s in everything() if s.clock is clock and SINCE <= s.at < UNTIL]
        # the seeded room has an incident of its own
        got = [s for s in read(intervals, clock, limit) if s.incident_id != "fire"]
        assert sorted(map(repr, got)) == sorted(map(repr, wanted)), clock


def measured(intervals: SqlIntervals, clock: Clock) -> dict[str, float | LeftOut | None]:
    return {
        s.incident_id: s.left if s.seconds is None else s.seconds
        for s in read(intervals, clock, 100)
    }


def test_each_reason_to_leave_one_out_is_told(intervals: SqlIntervals) -> None:
    assert measured(intervals, Clock.VERIFY) == {
        "fire": LeftOut.RUNNING,
        "i-01": 30.0,
        "i-02": LeftOut.RUNNING,
        "i-03": 1.0,
        "i-04": LeftOut.REVERSED,
        "i-05": LeftOut.MERGED,
        "i-06": LeftOut.CANCELLED,
        "i-07": LeftOut.IMPORTED,
        "i-08": LeftOut.LATE,
        "i-10": 3600.0,
    }
    assert measured(intervals, Clock.RESPONSE)["i-03"] is LeftOut.NOT_SENT
    assert measured(intervals, Clock.RESPONSE)["i-01"] == 390.0


def test_skipped_steps_of_an_order_are_missing_and_no_guess(intervals: SqlIntervals) -> None:
    accepts = [s.seconds or s.left for s in read(intervals, Clock.ACCEPT, 100)]
    assert accepts == [
        12.0, LeftOut.MISSING, LeftOut.CANCELLED, LeftOut.MERGED, LeftOut.MISSING,
        LeftOut.CANCELLED,
    ]  # fmt: skip
    departs = [s.seconds or s.left for s in read(intervals, Clock.DEPART, 100)]
    assert departs[0] == 43.0  # from the answer, which came 12 s after the order
    turnouts = [s.seconds or s.left for s in read(intervals, Clock.TURNOUT, 100)]
    assert (turnouts[0], turnouts[4]) == (55.0, LeftOut.REVERSED)


def test_a_call_given_up_is_no_answer_and_has_a_callback(intervals: SqlIntervals) -> None:
    answers = [s.seconds or s.left for s in read(intervals, Clock.ANSWER, 2)]
    assert answers == [7.25, LeftOut.ABANDONED, LeftOut.ABANDONED, LeftOut.RUNNING]
    assert [s.seconds or s.left for s in read(intervals, Clock.CALLBACK, 2)] == [
        60.0,
        LeftOut.RUNNING,
    ]


def test_no_id_of_a_time_or_later_sorts_before_its_first() -> None:
    times = [later(seconds / 1000) for seconds in range(0, 5_000, 7)]
    assert all(first_id(at) < new_id(at) for at in times)
    assert all(new_id(before) < first_id(at) for before, at in pairwise(times))


def whole(intervals: SqlIntervals, limit: int = 100) -> list[Sample]:
    pages = intervals.whole(SINCE, UNTIL, limit)
    return [sample for page in pages for samples in page.samples for sample in samples]


def test_all_clocks_of_a_time_are_those_of_each_alone(intervals: SqlIntervals) -> None:
    alone = {clock: list(map(repr, read(intervals, clock, 100))) for clock in Clock}
    for limit in (1, 3, 2_000):
        found = whole(intervals, limit)
        together = {c: [repr(one) for one in found if one.clock is c] for c in Clock}
        assert together == alone, limit


def test_a_reading_is_of_one_moment_and_nobody_waits_for_it(
    intervals: SqlIntervals, database: Database
) -> None:
    before = whole(intervals)
    pages = intervals.whole(SINCE, UNTIL, 3)
    found = [sample for samples in next(pages).samples for sample in samples]
    with acting(database.storage) as work:
        work.add(rows.incident(id="i-12", number=300, opened_at=later(99)))
        work.add(order(id="a-8", incident_id="i-12", unit_id="u-1", ordered_at=later(99)))
    found += [one for page in pages for samples in page.samples for one in samples]
    assert sorted(map(repr, found)) == sorted(map(repr, before))
    assert len(whole(intervals)) == len(before) + len(OF_INCIDENTS) + len(OF_ORDERS)


def test_behind_the_period_only_what_was_typed_in_later_is_looked_up(
    intervals: SqlIntervals, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The month after it has as many rows, and none of them says anything here."""
    at = [UNTIL + timedelta(days=40 + day) for day in range(6)]
    ids = [new_id(one) for one in at]
    with acting(database.storage) as work:
        for number, (id, one) in enumerate(zip(ids, at, strict=True)):
            typed_in = number == 2  # of that day's paper, forty days later
            work.add(
                rows.incident(id=id, number=300 + number, opened_at=later(60) if typed_in else one)
            )
            work.add(IncidentReport(f"l-9{number}", 1, id, "jmp-1", NOW, "rina", None))
        work.add(order(id=new_id(at[4]), incident_id=ids[3], unit_id="u-1", ordered_at=later(95)))
    looked: list[str] = []
    ask = ClockRows._ask

    def spy(self: ClockRows, what: Packed, asked: Any, **holes: str) -> Raw:
        if what is REPORTS:
            looked.append(str(asked[-1]))  # the last incident of a page
        return ask(self, what, asked, **holes)

    monkeypatch.setattr(ClockRows, "_ask", spy)

    def reading(limit: int) -> list[object]:
        looked.clear()
        pages = list(intervals.whole(SINCE, UNTIL, limit))
        return [(page.read, [list(map(repr, one)) for one in page.samples]) for page in pages]

    found = {limit: reading(limit) for limit in (100, 2, 1)}
    behind = {*ids[1:], "i-09", "i-11"}
    assert behind.intersection(looked) == {ids[2]}
    assert ids[2] in str(found[1])
    assert ids[3] in str(found[1]), "the order was in time, its incident was not"
    monkeypatch.setattr(ClockRows, "_is_behind", lambda self, first: False)
    assert found == {limit: reading(limit) for limit in (100, 2, 1)}
    assert behind <= set(looked), "as it was read before"


def test_a_reading_left_early_lets_go_of_the_database(intervals: SqlIntervals) -> None:
    pages = intervals.whole(SINCE, UNTIL, 1)
    next(pages)
    pages.close()
    assert not intervals._own.get().in_transaction
    assert {one.clock for one in whole(intervals)} == set(Clock)


def test_words_from_outside_stay_with_their_row(
    intervals: SqlIntervals, database: Database
) -> None:
    with acting(database.storage) as work:
        odd = rows.incident(id="i-08a", number=200, category=f"api{END}kecil", opened_at=later(81))
        work.add(odd)
    found = {row.incident_id: row.category for row in read(intervals, Clock.VERIFY, 100)}
    assert found["i-08a"] == "api kecil"
    assert found["i-10"] == rows.incident().category


def test_an_order_long_after_its_report_has_its_source(
    intervals: SqlIntervals, database: Database
) -> None:
    old, new = (new_id(later(seconds)) for seconds in (-86_400, 95))
    with acting(database.storage) as work:
        for number, incident in enumerate((old, new), 300):
            work.add(rows.incident(id=incident, number=number))
            work.add(rows.unit(id=f"u-{number}", call_sign=f"UNIT {number}"))
            work.add(IncidentReport(new_id(NOW), 1, incident, "jmp-1", NOW, "rina", None))
            work.add(order(id=f"a-{number}", incident_id=incident, unit_id=f"u-{number}",
                           ordered_at=later(95)))  # fmt: skip
    found = {row.incident_id: row.source for row in read(intervals, Clock.ACCEPT, 100)}
    assert (found[old], found[new]) == ("jmp", "jmp")


def test_an_order_to_an_incident_of_long_before_is_told_of_it(
    intervals: SqlIntervals, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(met_incidents, "MOST", 1)
    old = new_id(SINCE - timedelta(days=40))
    with acting(database.storage) as work:
        work.add(rows.incident(id=old, number=300, opened_at=SINCE - timedelta(days=40)))
        work.add(IncidentReport("l-9", 1, old, "jmp-1", NOW, "rina", None))
        work.add(order(id="a-8", incident_id=old, unit_id="u-1", ordered_at=later(95)))
    (found,) = (one for one in whole(intervals, 1)
                if one.incident_id == old and one.clock is Clock.ACCEPT)  # fmt: skip
    assert (found.source, found.number, found.unit_id) == ("jmp", 300, "u-1")
