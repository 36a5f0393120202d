"""Incidents at one place, and callers who called for nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.domain.partner import CallState, PhoneCall, PrankMark
from command_center.geo.distance import distance_m
from command_center.situation.false_calls import false_calls, recurring
from command_center.situation.together import NEAR_M, at_one_place
from tests.ui import scene
from tests.ui.scene import NOW
from tests.unit.duty.rows import incident_at, situation_of

METRE = 1 / 111_195


def at(number: int, north_m: float, **given: Any) -> Incident:
    made = {"lat": -7.98 + north_m * METRE, "lon": 112.63, "address": "", **given}
    return incident_at(number, **made)


def groups(*incidents: Incident) -> list[set[int]]:
    numbers = {incident.id: incident.number for incident in incidents}
    return [{numbers[id] for id in ids} for ids in at_one_place(situation_of(incidents))]


def test_neighbours_are_together_and_their_neighbours_too() -> None:
    assert groups(at(1, 0), at(2, 45), at(3, 90), at(4, 200)) == [{1, 2, 3}]


def test_who_is_alone_closed_or_only_somewhere_in_the_area_is_not() -> None:
    closed = at(2, 5, status=IncidentStatus.CLOSED)
    vague = at(3, 5, accuracy_m=1500.0)
    nowhere = at(4, 0, lat=None, lon=None)
    assert groups(at(1, 0), closed, vague, nowhere) == []


def test_the_same_address_in_the_same_area_is_one_place_without_a_point() -> None:
    where: dict[str, Any] = {"lat": None, "lon": None, "area_code": "35.73.02.1007"}
    one = at(1, 0, **{**where, "address": "Jl. Ijen  25"})
    other = at(2, 0, **{**where, "address": "jl. ijen 25"})
    street = at(3, 0, **{**where, "address": "Jl. Ijen"})
    elsewhere = at(4, 0, **{**where, "address": "Jl. Ijen 25", "area_code": "35.73.01.1001"})
    assert groups(one, other, street, replace(street, id="x", number=5), elsewhere) == [{1, 2}]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=12))
def test_the_cells_find_what_comparing_all_would(points: list[tuple[int, int]]) -> None:
    incidents = [
        at(n + 1, float(north), lon=112.63 + east * METRE) for n, (north, east) in enumerate(points)
    ]
    found = groups(*incidents)
    for a in incidents:
        for b in incidents:
            if a.number < b.number and None not in (a.lat, a.lon, b.lat, b.lon):
                near = distance_m(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= NEAR_M
                assert not near or any({a.number, b.number} <= group for group in found)


def call(id: str, caller: str, incident_id: str | None = None) -> PhoneCall:
    return PhoneCall(
        id=id,
        version=1,
        source_id="110",
        call_id=id,
        caller_ref=caller,
        subject_id=None,
        called="110",
        state=CallState.ENDED,
        step=0,
        ringing_at=NOW,
        claimed_at=NOW,
        claimed_by="s",
        ended_at=NOW,
        incident_id=incident_id,
        area_code=None,
        called_back_at=None,
        called_back_by=None,
        outcome="",
    )


def mark(
    id: str, caller: str, call_id: str | None, days: int, *, struck: bool = False
) -> PrankMark:
    marked = NOW - timedelta(days=days)
    return PrankMark(id, 1, caller, call_id, f"iseng {id}", marked, "s", NOW if struck else None)


def ended(number: int, how: Disposition, days: int) -> Incident:
    closed = NOW - timedelta(days=days)
    status = IncidentStatus.CLOSED
    return incident_at(number, status=status, closed_at=closed, disposition=how)


def test_marks_and_false_reports_of_a_caller_are_counted_once_each() -> None:
    prank, found_false, real = (
        ended(1, Disposition.PRANK, 9),
        ended(2, Disposition.FALSE_REPORT, 3),
        ended(3, Disposition.RESOLVED, 1),
    )
    rows = [
        prank,
        found_false,
        real,
        call("c1", "ani", prank.id),
        call("c2", "ani", found_false.id),
        call("c3", "ani", real.id),
        mark("m1", "ani", "c1", 9),
        mark("m2", "ani", None, 30),
        mark("m3", "ani", None, 2, struck=True),
        mark("m4", "budi", None, 5),
    ]
    situation = situation_of(rows)
    ani = false_calls(situation, "ani")
    assert ani is not None
    assert (ani.marks, ani.reports, ani.count) == (2, 1, 3)
    assert ani.last_at == NOW - timedelta(days=3)
    assert ani.reason == "iseng m1"
    assert set(recurring(situation)) == {"ani"}
    assert set(recurring(situation, least=1)) == {"ani", "budi"}


def test_nobody_is_judged_who_is_not_known() -> None:
    nameless = scene.report("r1", incident_at().id, "110", 10, "x")
    situation = situation_of([ended(1, Disposition.PRANK, 1), *nameless])
    assert recurring(situation, least=1) == {}
    assert false_calls(situation, "") is None
    assert false_calls(situation, "ani") is None
