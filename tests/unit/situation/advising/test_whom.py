"""What a room is told about whom to send."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.advice.recommend.cards import Why
from command_center.domain.incident import Handling, IncidentStatus, Priority
from command_center.domain.room import Operation, RoomSetting
from command_center.domain.unit import (
    AssignmentKind,
    OrderStatus,
    RoadClosure,
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.situation.advising.advice import Advice, Offer
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.plan import Wanted
from command_center.situation.advising.recommender import StraightStreets
from command_center.situation.situation import Situation
from tests.unit.geo.roadnet.nets import LAT, LON, STEP
from tests.unit.situation.advising.towns import (
    NOW,
    Town,
    agency,
    incident,
    order,
    pulled_away,
    recommender,
    seen,
    unit,
)

OURS, THEIRS = agency("ours"), agency("theirs", orderable=False)


def advise(*rows: Any, at: tuple[Any, ...] = (), **options: Any) -> Advice:
    """About i1, P1 in the middle of the grid unless it is among the rows."""
    known = {getattr(row, "id", "") for row in rows}
    first = () if "i1" in known else (incident(1),)
    situation = Town((OURS, THEIRS, *first, *rows), at).folded()
    return told(situation, **options)


def told(situation: Situation, streets: Any = None, most: int = 8, late_s: float = 0.0) -> Advice:
    now = NOW + timedelta(seconds=late_s)
    found = recommender(streets).advise(RoomCopy.of(situation), "i1", most, now)
    assert found is not None
    return found


def ids(advice: Advice) -> list[str]:
    return [offer.unit_id for offer in advice.offers]


def whys(offer: Offer) -> set[Why]:
    return {reason.code for reason in offer.card.reasons}


# --- arrivals ----------------------------------------------------------------------------------


def test_arrivals_are_by_road_with_an_interval_around_them() -> None:
    advice = advise(unit("near"), unit("far"), at=(seen("near", 5, 6), seen("far", 0, 0)))
    assert ids(advice) == ["near", "far"]
    drive = advice.offers[1].drive
    assert (drive.by, drive.why, drive.at_home) == ("road", "", False)
    assert drive.low_s < drive.seconds < drive.high_s
    assert drive.seconds == pytest.approx(60 + drive.drive_s)
    assert advice.why_straight == ""


def test_a_closed_road_makes_it_later() -> None:
    line = ((LAT + 4.5 * STEP, LON - STEP), (LAT + 4.5 * STEP, LON + 10.5 * STEP))
    closed = RoadClosure("c", 1, "Jl. X", line, "banjir", NOW, "staff", None, None)
    free = advise(unit("u"), at=(seen("u", 0, 5),)).offers[0].drive.seconds
    shut = advise(unit("u"), closed, at=(seen("u", 0, 5),)).offers[0].drive.seconds
    opened = replace(closed, opened_at=NOW)
    assert shut > free + 60
    assert advise(unit("u"), opened, at=(seen("u", 0, 5),)).offers[0].drive.seconds == free


def test_without_roads_it_says_so() -> None:
    advice = advise(unit("u"), at=(seen("u", 0, 0),), streets=StraightStreets())
    assert advice.why_straight == "no_roads"
    assert advice.offers[0].drive.by == "straight"
    assert advice.offers[0].drive.why == "no_graph"


def test_roads_that_are_not_loaded_yet_are_no_roads() -> None:
    streets = StraightStreets()
    streets.why_straight = ""
    assert advise(unit("u"), streets=streets).why_straight == "roads_loading"


def test_a_unit_without_a_position_is_at_home_and_less_certain() -> None:
    [offer] = advise(unit("u", home="35.73.02.1007")).offers
    assert offer.drive.at_home
    assert offer.age_s is None
    assert Why.AT_HOME in whys(offer)
    assert offer.drive.high_s - offer.drive.seconds > 240


def test_a_stale_position_is_last_and_says_how_old() -> None:
    advice = advise(unit("old"), unit("new"), at=(seen("old", 5, 5, 400), seen("new", 0, 0)))
    assert ids(advice) == ["new", "old"]
    [stale] = [reason for reason in advice.offers[1].card.reasons if reason.code is Why.STALE]
    assert stale.params["age_s"] == 400.0


def test_positions_grow_old_without_a_word() -> None:
    situation = Town((OURS, incident(1), unit("u")), (seen("u", 5, 5),)).folded()
    assert Why.STALE not in whys(told(situation).offers[0])
    assert Why.STALE in whys(told(situation, late_s=400).offers[0])


# --- who counts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status", [UnitStatus.BREAK, UnitStatus.UNAVAILABLE, UnitStatus.OFF_DUTY, UnitStatus.RETURNING]
)
def test_nobody_is_offered_who_is_not_free(status: UnitStatus) -> None:
    assert advise(unit("u", status=status), at=(seen("u", 5, 5),)).offers == ()


def test_nobody_is_offered_who_is_looked_for_or_contains_others() -> None:
    check = WelfareCheck("w", 1, "lost", WelfareStep.RADIO, False, NOW, NOW, "s", None, None, None)
    advice = advise(unit("lost"), unit("pleton"), unit("regu", parent_id="pleton"), check)
    assert ids(advice) == ["regu"]
    hurt = replace(check, outcome=WelfareOutcome.HURT, ended_at=NOW, ended_by="s")
    assert ids(advise(unit("lost"), hurt)) == []


def test_another_agency_is_asked_and_counts_once_it_accepts() -> None:
    theirs = unit("theirs", agency_id="theirs", status=UnitStatus.AVAILABLE)
    asked = order("theirs", "i1", OrderStatus.ORDERED, kind=AssignmentKind.REQUESTED)
    waiting = advise(theirs, asked)
    assert waiting.plan.wanted == (Wanted("patroli", 1, 0, sent=0, asked=1),)
    accepted = advise(theirs, replace(asked, accepted_at=NOW))
    assert accepted.plan.wanted == (Wanted("patroli", 1, 0, sent=1, asked=0),)
    [free] = advise(theirs).offers
    assert free.card.asked
    assert free.agency == "THEIRS"


# --- the plan ----------------------------------------------------------------------------------


def test_what_is_missing_of_the_run_card_is_what_is_offered() -> None:
    fire = incident(1, category="kebakaran")
    pump, more = unit("pump", kind="pompa"), unit("more", kind="pompa")
    there = order("pump", "i1", OrderStatus.EN_ROUTE)
    advice = advise(fire, replace(pump, status=UnitStatus.EN_ROUTE), more, unit("car"), there)
    assert [(one.what, one.sent, one.count) for one in advice.plan.wanted] == [
        ("pompa", 1, 2), ("patroli", 0, 1), ("ambulans", 0, 1),
    ]  # fmt: skip
    assert {offer.unit_id: offer.fills for offer in advice.offers} == {
        "more": ("pompa",),
        "car": ("patroli",),
    }


def test_who_answers_no_want_is_shown_behind_and_said_to() -> None:
    advice = advise(unit("truck", kind="derek"), unit("car"), at=(seen("truck", 5, 5),))
    assert ids(advice) == ["car", "truck"]
    assert advice.offers[1].fills == ()
    assert Why.NOT_WANTED in whys(advice.offers[1])


def test_the_rooms_own_table_goes_before_the_shipped_one() -> None:
    table = "category,place,hours,level,alarm,wants\n*,Klojen,,,1,patroli:3:2\n*,,,,1,patroli:1\n"
    advice = advise(unit("u"), RoomSetting("run_cards", 1, {"table": table}))
    assert advice.plan.own
    assert (advice.plan.rows, advice.plan.wanted) == ((2,), (Wanted("patroli", 3, 2, 0, 0),))


def test_a_drawn_place_counts_where_the_point_is_known() -> None:
    ring = [(LON + x / 5, LAT + y / 5) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
    cell = json.dumps({"type": "Polygon", "coordinates": [ring]}).replace('"', '""')
    rows = f'*,"{cell}",,,1,patroli:3:2\n*,,,,1,patroli:1\n'
    table = RoomSetting(
        "run_cards", 1, {"table": f"category,place,hours,level,alarm,wants\n{rows}"}
    )
    assert advise(unit("u"), table).plan.rows == (2,)
    vague = incident(1, accuracy_m=1_500.0)
    assert advise(vague, unit("u"), table).plan.rows == (3,)


def test_the_level_declared_for_the_place_chooses_the_row() -> None:
    levels = {"KPU": "kuning", "Bawaslu": "merah"}
    rally = Operation("op", 1, "Mantap", NOW, None, None, levels)
    march = incident(
        1, category="unjuk_rasa", operation_id="op", address="Kantor KPU, Jl. Bantaran"
    )
    said = [(one.what, one.count, one.crew) for one in advise(march, rally).plan.wanted]
    assert said == [("dalmas", 1, 30), ("negosiator", 1, 0), ("patroli", 2, 3)]


def test_a_higher_alarm_asks_for_what_its_cards_add() -> None:
    fire, other = incident(1, category="kebakaran"), incident(2, merged_into="i1")
    there: tuple[Any, ...] = (unit("pump", kind="pompa", status=UnitStatus.EN_ROUTE),)
    there += (order("pump", "i1", OrderStatus.EN_ROUTE),)
    raised = Handling("i1", 1, None, None, False, NOW, "staff", alarm_level=2)
    for row in (raised, replace(raised, id="i2")):
        plan = advise(fire, other, *there, row, unit("more", kind="pompa")).plan
        assert [(one.what, one.sent, one.count) for one in plan.wanted] == [
            ("pompa", 1, 4), ("patroli", 0, 1), ("ambulans", 0, 1), ("atur lalu lintas", 0, 1),
        ]  # fmt: skip
        assert (plan.alarm, plan.rows) == (2, (4, 5))


def test_a_raised_alarm_is_heard_by_who_remembers() -> None:
    situation = Town((OURS, THEIRS, incident(1, category="kebakaran"), unit("u")), ()).folded()
    made = recommender()
    before = made.advise(RoomCopy.of(situation), "i1", 8, NOW)
    row = Handling("i1", 1, None, None, False, NOW, "staff", alarm_level=2)
    situation.tables.rows["handling"]["i1"] = row
    after = made.advise(RoomCopy.of(situation), "i1", 8, NOW)
    assert before is not None
    assert after is not None
    assert (before.plan.alarm, after.plan.alarm) == (1, 2)


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("category,place,hours,level,alarm,wants\nkebakaran,,,,1,pompa:1\n", "no_run_card"),
        ("category,place,hours,level,alarm,wants\n*,,,,1,patroli:many\n", "run_cards_unreadable"),
    ],
)
def test_a_table_at_fault_is_said_and_anybody_is_offered(table: str, code: str) -> None:
    advice = advise(unit("u", kind="derek"), RoomSetting("run_cards", 1, {"table": table}))
    assert advice.plan.fault is not None
    assert advice.plan.fault[0] == code
    assert ids(advice) == ["u"]


# --- pulls and coverage ------------------------------------------------------------------------


def lesser(**fields: Any) -> tuple[Any, ...]:
    """A P3 with one unit on its scene, and nobody free who is near."""
    job = incident(2, priority=Priority.P3, lat=LAT, lon=LON)
    busy = unit("busy", status=UnitStatus.ON_SCENE)
    late = unit("late", home="35.73.03")
    return job, busy, late, order("busy", "i2", OrderStatus.ON_SCENE, **fields)


MAY = Handling("i2", 1, None, None, True, NOW, "staff")
NEAR = (seen("busy", 5, 6),)


def test_a_unit_of_a_lesser_job_is_offered_with_what_that_job_pays() -> None:
    advice = advise(*lesser(), MAY, at=NEAR)
    pull = advice.offers[0].card.knock_on
    assert pull is not None
    assert (advice.offers[0].unit_id, pull.number, pull.next_unit) == ("busy", "#0002", "LATE")
    assert pull.waits_s > 0
    assert Why.JOB_RELIEF in whys(advice.offers[0])


def test_nobody_is_pulled_to_where_enough_are_on_their_way() -> None:
    sent = unit("sent", status=UnitStatus.EN_ROUTE), order("sent", "i1", OrderStatus.EN_ROUTE)
    advice = advise(*lesser(), MAY, *sent, at=NEAR)
    assert advice.plan.wanted == (Wanted("patroli", 1, 0, sent=1, asked=0),)
    assert ids(advice) == ["late"]


def test_a_scene_is_only_left_if_a_person_said_so() -> None:
    assert "busy" not in ids(advise(*lesser(), at=NEAR))
    assert "busy" not in ids(advise(*lesser(), replace(MAY, may_leave=False), at=NEAR))


@pytest.mark.parametrize(
    "then", [replace(MAY, may_leave=False), incident(2, priority=Priority.P1, lat=LAT, lon=LON)]
)
def test_what_is_said_of_a_job_counts_from_the_next_question_on(then: Any) -> None:
    situation = Town((OURS, incident(1), *lesser(), MAY), NEAR).folded()
    whom = recommender()
    before = whom.advise(RoomCopy.of(situation), "i1", 8, NOW)
    situation.put("handling" if isinstance(then, Handling) else "incident", "i2", then)
    after = whom.advise(RoomCopy.of(situation), "i1", 8, NOW)
    assert before is not None
    assert after is not None
    assert ("busy" in ids(before), "busy" in ids(after)) == (True, False)


def test_a_job_that_was_pulled_from_four_times_keeps_its_unit() -> None:
    before = [pulled_away("gone", "i2", number) for number in range(4)]
    assert "busy" in ids(advise(*lesser(), MAY, *before[:3], at=NEAR))
    assert "busy" not in ids(advise(*lesser(), MAY, *before, at=NEAR))


def test_who_stays_at_the_job_is_counted_with_what_was_merged_into_it() -> None:
    merged = incident(3, status=IncidentStatus.MERGED, merged_into="i2")
    other = unit("other", status=UnitStatus.ON_SCENE)
    stays = order("other", "i3", OrderStatus.ON_SCENE)
    advice = advise(*lesser(), MAY, merged, other, stays, at=NEAR)
    pull = advice.offers[0].card.knock_on
    assert pull is not None
    assert not pull.abandoned


def test_what_a_kecamatan_loses_stands_on_the_card() -> None:
    [offer] = advise(unit("u"), at=(seen("u", 5, 5),)).offers
    assert offer.card.under_floor
    hole = offer.card.holes[0]
    assert (hole.before, hole.after) == (1, 0)
    assert hole.kelurahan


# --- the price of sending some -----------------------------------------------------------------


def test_prices_say_when_each_is_there_and_who_is_next_at_what_it_leaves() -> None:
    situation = Town((OURS, incident(1), *lesser()), NEAR).folded()
    whom, copy = recommender(), RoomCopy.of(situation)
    prices = whom.prices(copy, "i1", ("busy", "nobody"), NOW)
    assert set(prices.drives) == {"busy"}
    assert prices.reliefs["i2"].unit_id == "late"
    alone = whom.prices(copy, "i1", ("busy", "late"), NOW)
    assert alone.reliefs == {}, "who goes does not take over"
    assert whom.prices(copy, "", ("late",), NOW).drives == {}


# --- bad questions -----------------------------------------------------------------------------


def test_nobody_knows_where_it_is() -> None:
    nowhere = incident(1, lat=None, lon=None)
    copy = RoomCopy.of(Town((OURS, nowhere, unit("u")), ()).folded())
    assert recommender().advise(copy, "i1", 6, NOW) is None
    assert recommender().advise(copy, "i9", 6, NOW) is None


def test_a_unit_that_vanished_is_offered_no_more() -> None:
    whom = recommender()
    both = RoomCopy.of(Town((OURS, incident(1), unit("a"), unit("b")), ()).folded())
    one = RoomCopy.of(Town((OURS, incident(1), unit("b")), ()).folded())
    first, second = (whom.advise(copy, "i1", 6, NOW) for copy in (both, one))
    assert first is not None
    assert second is not None
    assert (ids(first), ids(second)) == (["a", "b"], ["b"])
