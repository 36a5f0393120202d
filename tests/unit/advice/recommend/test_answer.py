"""Which units are shown, in which order, and why."""

from __future__ import annotations

import dataclasses
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.advice.recommend.answer import nearest, recommend
from command_center.advice.recommend.cards import KnockOn, Why
from command_center.advice.recommend.coverage import Anchor, Cover
from command_center.advice.recommend.question import Question, RecommendFault, Rules, Want
from command_center.advice.recommend.roster import ANY, Candidate, Doing, Roster
from command_center.advice.recommend.shown import shown
from command_center.domain.incident import Priority
from tests.unit.advice.recommend.rooms import job, question, times, unit


def order(asked: Question) -> list[str]:
    return [card.unit_id for card in recommend(asked)]


def test_the_eight_nearest_idle_units_that_fit() -> None:
    units = [unit(f"u{n:02d}") for n in range(20)] + [unit("motor", kind="sepeda_motor")]
    eta_s = {f"u{n:02d}": 1_000.0 - n for n in range(20)} | {"motor": 1.0}
    assert order(question(eta_s, units)) == [f"u{n:02d}" for n in range(19, 11, -1)]


def test_a_want_is_a_kind_or_a_capability_with_enough_crew() -> None:
    units = [
        unit("kind", kind="k9"),
        unit("can", capabilities=("k9",)),
        unit("alone", kind="k9", crew=1),
        unit("other"),
    ]
    eta_s = {"kind": 10.0, "can": 20.0, "alone": 1.0, "other": 1.0}
    assert order(question(eta_s, units, wants=(Want("k9", crew=2),))) == ["kind", "can"]


def test_every_want_is_answered_and_a_card_says_which() -> None:
    units = [unit(f"p{n}") for n in range(9)] + [unit("dog", kind="k9", capabilities=("patroli",))]
    eta_s = {f"p{n}": 10.0 + n for n in range(9)} | {"dog": 2_000.0}
    cards = recommend(question(eta_s, units, wants=(Want("patroli"), Want("k9"))))
    assert {card.unit_id: card.fills for card in cards}["dog"] == (0, 1)
    assert sum(card.fills == (0,) for card in cards) == 8


def test_a_stale_position_is_last_however_near_and_says_its_range() -> None:
    units = [unit("old", stale=True, position_age_s=300.0), unit("lost", position_age_s=None)]
    cards = recommend(question({"old": 10, "far": 3_000}, [*units, unit("far")]))
    assert [card.unit_id for card in cards] == ["far", "old", "lost"]
    assert cards[1].reasons[-1].code is Why.STALE
    assert cards[1].reasons[-1].params == {"age_s": 300.0, "low_s": 8.0, "high_s": 15.0}
    assert [reason.code for reason in cards[2].reasons] == [Why.NO_POSITION]


def test_another_agency_is_asked_and_stands_behind_ours_that_are_as_good() -> None:
    theirs = unit("theirs", orderable=False, agency="satpolpp")
    cards = recommend(question({"theirs": 10, "ours": 400}, [theirs, unit("ours")]))
    assert [(card.unit_id, card.asked) for card in cards] == [("ours", False), ("theirs", True)]
    assert cards[1].reasons[-1].params == {"agency": "satpolpp"}
    assert order(question({"theirs": 10, "ours": 481}, [theirs, unit("ours")])) == [
        "theirs",
        "ours",
    ]


def test_who_answers_no_want_is_shown_on_demand_and_behind_those_who_do() -> None:
    units = [unit("truck", kind="derek"), unit("car"), unit("bike", kind="sepeda")]
    eta_s = {"truck": 10.0, "bike": 20.0, "car": 900.0}
    assert order(question(eta_s, units)) == ["car"]
    cards = recommend(question(eta_s, units, rules=Rules(spare_cards=1)))
    assert [card.unit_id for card in cards] == ["car", "truck"]
    assert cards[0].reasons[0].code is Why.CLOSEST_IDLE
    assert cards[1].reasons[-1].code is Why.NOT_WANTED


def test_a_want_for_anybody_is_answered_by_everybody_with_the_crew() -> None:
    units = [unit("truck", kind="derek"), unit("alone", crew=1)]
    assert order(question({"truck": 10, "alone": 5}, units, wants=(Want(ANY, crew=2),))) == [
        "truck"
    ]


def test_who_is_at_home_is_as_good_as_seen_and_says_so() -> None:
    units = [unit("home", position_age_s=None, at_home=True), unit("seen")]
    cards = recommend(question({"home": 10, "seen": 20}, units))
    assert [card.unit_id for card in cards] == ["home", "seen"]
    assert cards[0].reasons[-1].code is Why.AT_HOME


def test_a_roster_grows_old_at_once() -> None:
    asked = question({"a": 10, "b": 20}, [unit("a"), unit("b")])
    aged = asked.roster.aged(np.array([True, False]), np.array([400.0, 1.0]))
    later = dataclasses.replace(asked, roster=aged)
    assert order(later) == ["b", "a"]
    assert order(asked) == ["a", "b"], "the roster that was asked with is as it was"


@given(
    st.lists(st.tuples(st.sets(st.integers(0, 2)), st.booleans()), max_size=9), st.integers(1, 6)
)
def test_few_cards_still_answer_every_want_that_can_be(
    facts: list[tuple[set[int], bool]], most: int
) -> None:
    one = recommend(question({"a": 10}, [unit("a")]))[0]
    pull = KnockOn("i", "7", Priority.P3, 60.0, "", 1, False, True)
    cards = [
        dataclasses.replace(
            one, unit_id=f"u{at}", fills=tuple(sorted(fills)), knock_on=pull if pulled else None
        )
        for at, (fills, pulled) in enumerate(facts)
    ]
    kept = shown(cards, 3, most)
    assert len(kept) == min(most, len(cards))
    assert [card for card in cards if card in kept] == list(kept), "in their order"
    assert kept[:1] == tuple(cards[:1])
    if most >= 5:
        for want in range(3):
            able = any(want in card.fills for card in cards)
            assert any(want in card.fills for card in kept) == able
        assert any(card.knock_on for card in kept) == any(card.knock_on for card in cards)


def covered(asked: Question, reach: dict[str, list[int]], floors: dict[str, int]) -> Question:
    """Two kelurahan of Sukun, one of Klojen; `reach`: which a unit covers."""
    anchors = (
        Anchor("Bandungrejosari", "Sukun", 3.0),
        Anchor("Sukun", "Sukun", 2.0),
        Anchor("Kauman", "Klojen", 2.0),
    )
    seconds = np.array(
        [[0 if at in reach[one.unit_id] else 999 for at in range(3)] for one in asked.roster.units]
    )
    return Question(
        asked.need, asked.roster, asked.arrivals, cover=Cover.of(anchors, seconds, 480.0, floors)
    )


def test_the_card_names_what_every_kecamatan_loses_and_its_worst_kelurahan() -> None:
    asked = question({"a": 10, "b": 20}, [unit("a"), unit("b"), unit("c", job=job())])
    first, second = recommend(covered(asked, {"a": [0, 1, 2], "b": [0], "c": [0, 1, 2]}, {}))
    q = 1 / 3
    assert [(hole.kecamatan, hole.kelurahan, hole.before, hole.after) for hole in first.holes] == [
        ("Sukun", "Sukun", 1, 0),
        ("Klojen", "Kauman", 1, 0),
    ]
    assert first.holes[0].loss == pytest.approx(3 / 7 * (1 - q) * q + 2 / 7 * (1 - q))
    assert first.holes[1].loss == pytest.approx(2 / 7 * (1 - q))
    assert [(hole.kelurahan, hole.before, hole.after) for hole in second.holes] == [
        ("Bandungrejosari", 2, 1)
    ]


def test_who_leaves_no_kecamatan_under_its_floor_goes_before_who_is_nearer() -> None:
    asked = question({"a": 10, "b": 470}, [unit("a"), unit("b")])
    reach = {"a": [0, 1], "b": []}
    assert order(covered(asked, reach, {"Sukun": 1})) == ["b", "a"]
    assert order(covered(asked, reach, {"Sukun": 0})) == ["a", "b"]
    late = question({"a": 10, "b": 481}, [unit("a"), unit("b")])
    assert order(covered(late, reach, {"Sukun": 1})) == ["a", "b"]


def test_a_kecamatan_that_lies_under_its_floor_already_holds_nobody_back() -> None:
    asked = question({"a": 10, "b": 470}, [unit("a"), unit("b")])
    assert order(covered(asked, {"a": [0, 1], "b": []}, {"Sukun": 2})) == ["a", "b"]


def test_only_a_low_priority_waits_for_the_sake_of_coverage() -> None:
    reach = {"a": [0, 1, 2], "b": []}
    for priority, expected in (("P1", ["a", "b"]), ("P3", ["b", "a"])):
        asked = question({"a": 10, "b": 100}, [unit("a"), unit("b")], priority)
        assert order(covered(asked, reach, {})) == expected


def test_what_cannot_be_answered_is_a_fault() -> None:
    with pytest.raises(RecommendFault, match="empty_plan"):
        recommend(question({}, [unit("a")], wants=()))
    with pytest.raises(RecommendFault, match="empty_want"):
        recommend(question({}, [unit("a")], wants=(Want("patroli", count=0),)))
    asked = question({}, [unit("a")])
    with pytest.raises(RecommendFault, match="other_roster"):
        recommend(Question(asked.need, asked.roster, times([1.0, 2.0])))


def test_nobody_fits_is_no_card() -> None:
    assert recommend(question({"a": 1.0}, [unit("a")], wants=(Want("heli"),))) == ()
    assert recommend(question({}, [])) == ()


def test_a_roster_refuses_who_stands_twice_or_contradicts_itself() -> None:
    with pytest.raises(ValueError, match="twice"):
        Roster.of([unit("a"), unit("a")])
    with pytest.raises(ValueError, match="job says otherwise"):
        Roster.of([unit("a", doing=Doing.EN_ROUTE)])
    with pytest.raises(ValueError, match="job says otherwise"):
        Roster.of([unit("a", doing=Doing.IDLE, job=job())])


def test_a_changed_roster_is_the_roster_made_anew() -> None:
    before = Roster.of([unit("a"), unit("b", job=job())])
    for fresh in (unit("a", job=job("9")), unit("b", kind="k9"), unit("c")):
        changed = before.changed([fresh])
        anew = Roster.of({one.unit_id: one for one in (*before.units, fresh)}.values())
        assert (changed.units, changed.places) == (anew.units, anew.places)
        assert (changed.rows == anew.rows).all()
        for one in anew.units:
            assert (changed.able(one.kind, 0) == anew.able(one.kind, 0)).all()
    assert [one.kind for one in before.units] == ["patroli", "patroli"]


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 8))
def test_nearest_is_what_sorting_says(seconds: list[int], most: int) -> None:
    array = np.array(seconds, np.float64)
    expected = sorted(range(len(seconds)), key=lambda at: (seconds[at], at))[:most]
    assert nearest(array, np.ones(len(seconds), np.bool_), most) == expected


@st.composite
def rosters(draw: st.DrawFn) -> list[tuple[Candidate, float]]:
    """Units of any state with their arrivals, ties included."""
    made = []
    for at in range(draw(st.integers(0, 12))):
        doing = draw(st.sampled_from(Doing))
        work = None
        if doing not in (Doing.IDLE, Doing.AWAY):
            priority, pulls = draw(st.sampled_from(["P1", "P2", "P3"])), draw(st.integers(0, 5))
            work = job(str(at), priority, may_leave=draw(st.booleans()), pulls=pulls)
        one = unit(
            f"u{at:02d}",
            doing=doing,
            job=work,
            stale=draw(st.booleans()),
            orderable=draw(st.booleans()),
        )
        made.append((one, float(draw(st.sampled_from([60, 60, 300, 480, 900, np.inf])))))
    return made


@given(rosters(), st.randoms(use_true_random=False))
def test_the_same_units_in_any_order_give_the_same_cards(
    units: list[tuple[Candidate, float]], dice: random.Random
) -> None:
    eta_s = {one.unit_id: seconds for one, seconds in units}
    shuffled = [one for one, _ in units]
    dice.shuffle(shuffled)
    first = recommend(question(eta_s, [one for one, _ in units], next_free_s=60.0))
    assert recommend(question(eta_s, shuffled, next_free_s=60.0)) == first


@given(rosters())
def test_no_card_breaks_a_rule(units: list[tuple[Candidate, float]]) -> None:
    eta_s = {one.unit_id: seconds for one, seconds in units}
    cards = recommend(question(eta_s, [one for one, _ in units], next_free_s=60.0))
    known = {one.unit_id: one for one, _ in units}
    ours = [
        seconds
        for one, seconds in units
        if one.doing is Doing.IDLE and one.orderable and not one.stale
    ]
    for card in cards:
        assert known[card.unit_id].doing is not Doing.AWAY
        work = known[card.unit_id].job
        assert (card.knock_on is not None) == (work is not None)
        if work is not None:
            assert work.priority != "P1"
            assert card.eta.seconds + 300 <= min(ours, default=np.inf)
            assert card.meets_target
            assert work.pulls < 4
            assert known[card.unit_id].doing is Doing.EN_ROUTE or work.may_leave
    stale = [known[card.unit_id].stale or card.eta.seconds == np.inf for card in cards]
    assert stale == sorted(stale)


def test_ours_goes_before_theirs_whatever_kecamatan_it_leaves_bare() -> None:
    units = [unit("theirs", orderable=False), unit("ours")]
    asked = question({"theirs": 10, "ours": 20}, units)
    bare = covered(asked, {"ours": [0, 1], "theirs": []}, {"Sukun": 1})
    assert [(card.unit_id, card.under_floor) for card in recommend(bare)] == [
        ("ours", True), ("theirs", False),
    ]  # fmt: skip
