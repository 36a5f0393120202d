"""The city repeats itself by its seed, and its units behave like units."""

from datetime import datetime, timedelta
from itertools import pairwise

import msgspec
import pytest

from command_center.contract.records import Record
from command_center.exercise.city import unit as unit_module
from command_center.exercise.city.calendar import UNIT_SOURCE, City
from command_center.geo.distance import distance_m
from tests.unit.exercise_city.cities import (
    KPU,
    Row,
    city,
    opening,
    order,
    records,
    running,
    said,
    seconds_to,
    statuses,
)

START = opening().starts
HALF_HOUR = timedelta(minutes=30)


def everything(seed: int) -> dict[str, list[Row]]:
    made = city(seed)
    made.advance(START)
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + HALF_HOUR)
    return {source: records(made, source) for source in made.books}


def test_the_same_seed_and_orders_leave_the_same_records() -> None:
    assert everything(7) == everything(7)


def test_another_seed_leaves_other_records() -> None:
    assert everything(7) != everything(8)


def test_how_often_it_looks_at_the_clock_changes_nothing() -> None:
    often = running(3)
    for second in range(600):
        often.advance(START + timedelta(seconds=second + 1))
    once = running(3)
    once.advance(START + timedelta(seconds=600))
    assert [records(often, s) for s in often.books] == [records(once, s) for s in once.books]


def test_every_record_is_one_of_the_contract() -> None:
    for rows in everything(1).values():
        assert rows
        for row in rows:
            msgspec.convert(row, Record)


def test_record_ids_of_a_source_are_unique_by_type() -> None:
    for rows in everything(1).values():
        ids = [(row["type"], row["id"]) for row in rows]
        assert len(ids) == len(set(ids))


def test_a_unit_answers_drives_and_arrives() -> None:
    made = running()
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + timedelta(minutes=12))
    found = said(made, "SAMAPTA 12", START)
    assert statuses(found) == ["accepted", "en_route", "on_scene"]
    assert 4 <= seconds_to(found, "accepted", START) <= 9
    assert seconds_to(found, "en_route", START) < seconds_to(found, "on_scene", START)


def test_a_drive_is_reported_every_few_seconds_without_jumps() -> None:
    made = running()
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + timedelta(minutes=12))
    found = said(made, "SAMAPTA 12", START)
    states = [r.get("status") for r in found]
    drive = [
        r
        for r in found[states.index("en_route") : states.index("on_scene")]
        if r["type"] == "position"
    ]
    assert len(drive) > 10
    for a, b in pairwise(drive):
        gap_s = (datetime.fromisoformat(b["at"]) - datetime.fromisoformat(a["at"])).total_seconds()
        assert 2 <= gap_s <= 4.01
        assert distance_m(a["lat"], a["lon"], b["lat"], b["lon"]) <= 12 * gap_s + 30
    assert distance_m(drive[-1]["lat"], drive[-1]["lon"], *KPU) < 30


def test_one_unit_leaves_its_first_order_unanswered_for_minutes() -> None:
    made = running()
    made.hear(order(START, "LANTAS 03"))
    made.advance(START + timedelta(seconds=120))
    assert statuses(said(made, "LANTAS 03", START)) == []
    again = START + timedelta(seconds=121)
    made.hear(order(again, "LANTAS 03", id="o-2"))
    made.advance(again + timedelta(seconds=10))
    assert statuses(said(made, "LANTAS 03", START)) == ["accepted"]


def test_the_same_order_twice_is_heard_once() -> None:
    made = running()
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + timedelta(seconds=60))
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + timedelta(minutes=12))
    assert statuses(said(made, "SAMAPTA 12", START)).count("accepted") == 1


def test_a_newer_order_ends_what_was_planned() -> None:
    made = running()
    made.hear(order(START, "SAMAPTA 12"))
    made.hear(order(START + timedelta(seconds=1), "SAMAPTA 12", id="o-2"))
    made.advance(START + timedelta(seconds=60))
    assert statuses(said(made, "SAMAPTA 12", START)) == ["accepted", "en_route"]


def test_a_unit_that_is_stood_down_goes_home_and_is_free() -> None:
    made = running()
    made.hear(order(START, "SAMAPTA 12"))
    later = START + timedelta(seconds=60)
    made.advance(later)
    made.hear(order(later, "SAMAPTA 12", id="o-2", kind="stand_down"))
    made.advance(later + timedelta(minutes=10))
    assert statuses(said(made, "SAMAPTA 12", later)) == ["returning", "available"]


def test_another_agency_may_decline_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_module, "DECLINES", 1.0)
    made = running()
    made.hear(order(START, "SATPOL 05", requested=True))
    made.advance(START + timedelta(seconds=30))
    found = said(made, "SATPOL 05", START)
    assert statuses(found) == ["refused"]
    assert next(r["label"] for r in found if r["type"] == "unit_status").startswith("menolak")


def test_our_own_units_never_decline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_module, "DECLINES", 1.0)
    made = running()
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + timedelta(seconds=10))
    assert statuses(said(made, "SAMAPTA 12", START)) == ["accepted"]


def test_an_unknown_call_sign_is_nobody() -> None:
    made = running()
    before = len(records(made, UNIT_SOURCE))
    made.hear(order(START, "HANTU 1"))
    made.advance(START)
    assert len(records(made, UNIT_SOURCE)) == before


def test_nobody_saw_positions_before_the_start() -> None:
    made = city()
    made.hear(order(opening().opens, "SAMAPTA 12"))
    made.advance(START + timedelta(seconds=3))
    sent = [row for row in records(made, UNIT_SOURCE) if row["type"] == "position"]
    assert len({row["call_sign"] for row in sent}) == 14
    assert min(datetime.fromisoformat(row["at"]) for row in sent) >= START


def test_calm_reports_come_forty_to_sixty_seconds_apart() -> None:
    made: City = running()
    made.advance(START + HALF_HOUR)
    times = sorted(
        datetime.fromisoformat(row["at"])
        for source in made.books
        for row in records(made, source)
        if "-c" in row["id"] and row["type"] == "report"
    )
    assert len(times) > 25
    assert all(40 <= (b - a).total_seconds() <= 60 for a, b in pairwise(times))
