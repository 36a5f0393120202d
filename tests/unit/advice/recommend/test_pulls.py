"""Who may be pulled from a job, and what the card says it costs."""

from __future__ import annotations

import math
from typing import Any

import pytest

from command_center.advice.recommend.answer import recommend
from command_center.advice.recommend.cards import Card, KnockOn, Why
from command_center.advice.recommend.question import Question
from command_center.advice.recommend.roster import Doing
from tests.unit.advice.recommend.rooms import job, question, unit

RELIEF = {"i7": {"far": 500.0}}


def asked(
    priority: str = "P1", far_s: float = 900.0, eta_s: float = 200.0, **facts: Any
) -> Question:
    """`near` works on job 7, `far` is idle and would relieve it in 500 s."""
    doing = facts.pop("doing", Doing.EN_ROUTE)
    priority = facts.pop("for_priority", "P1")
    near = unit("near", job=job(**facts), doing=doing)
    return question({"near": eta_s, "far": far_s}, [near, unit("far")], priority, relief=RELIEF)


def pulled(cards: tuple[Card, ...]) -> Card | None:
    found = [card for card in cards if card.knock_on is not None]
    return found[0] if found else None


def price(card: Card | None) -> KnockOn:
    assert card is not None
    assert card.knock_on is not None
    return card.knock_on


def codes(card: Card) -> list[Why]:
    return [reason.code for reason in card.reasons]


def test_a_unit_on_its_way_to_a_lower_priority_is_offered_with_its_price() -> None:
    first, second = recommend(asked())
    assert (first.unit_id, second.unit_id) == ("near", "far")
    assert first.gain_s == 700.0
    assert (price(first).waits_s, price(first).next_unit) == (500.0, "FAR")
    assert codes(first) == [Why.MEETS_TARGET, Why.PULLED, Why.JOB_RELIEF]
    assert first.reasons[1].params == {
        "number": "7",
        "priority": "P3",
        "age_s": 60.0,
        "doing": "en_route",
    }


@pytest.mark.parametrize(
    "facts",
    [
        {"for_priority": "P2"},
        {"far_s": 499.9},
        {"eta_s": 481.0, "far_s": 9_000.0},
        {"doing": Doing.ON_SCENE},
        {"pulls": 4},
        {"since_s": -3_101.0},
    ],
    ids=["not P1", "gain", "target", "may leave is off", "pulls", "too old"],
)
def test_every_rule_holds_a_pull_back(facts: dict[str, Any]) -> None:
    assert pulled(recommend(asked(**facts))) is None


@pytest.mark.parametrize("priority", ["P1", "P2", "P3", "P4"])
def test_only_a_strictly_lower_priority_gives_up_its_unit(priority: str) -> None:
    near = unit("near", job=job(priority=priority))
    far = unit("far")
    cards = recommend(question({"near": 200, "far": 900}, [near, far], relief=RELIEF))
    assert (pulled(cards) is None) == (priority == "P1")


def test_a_scene_gives_up_its_unit_when_a_person_said_it_may() -> None:
    card = pulled(recommend(asked(doing=Doing.ON_SCENE, may_leave=True)))
    assert card is not None
    assert card.unit_id == "near"


def test_at_the_limits_the_pull_still_holds() -> None:
    assert pulled(recommend(asked(far_s=500.0))) is not None
    assert pulled(recommend(asked(eta_s=480.0, far_s=780.0))) is not None
    assert pulled(recommend(asked(since_s=-3_100.0))) is not None
    assert pulled(recommend(asked(pulls=3))) is not None


def test_the_third_pull_raises_the_job_by_a_class_and_says_so() -> None:
    second, third = pulled(recommend(asked(pulls=1))), pulled(recommend(asked(pulls=2)))
    assert (price(second).raised, price(third).raised) == (False, True)
    assert price(third).priority == "P2"
    assert third is not None
    assert Why.PULL_RAISES in codes(third)


def test_a_job_that_would_miss_its_own_target_is_named() -> None:
    card = pulled(recommend(asked(since_s=-800.0)))
    assert card is not None
    assert Why.JOB_LATE in codes(card)


def test_a_job_that_keeps_another_unit_is_not_abandoned() -> None:
    card = pulled(recommend(asked(since_s=-9_000.0, others=1)))
    assert card is not None
    assert not price(card).abandoned
    assert Why.JOB_KEEPS in codes(card)


def test_without_an_idle_unit_somebody_must_say_how_long_the_job_waits() -> None:
    near = unit("near", job=job())
    assert recommend(question({"near": 200}, [near])) == ()
    (card,) = recommend(question({"near": 200}, [near], next_free_s=900.0))
    assert (price(card).waits_s, card.gain_s) == (900.0, math.inf)
    assert Why.JOB_WAITS in codes(card)


def test_nobody_else_s_unit_and_no_stale_one_is_pulled() -> None:
    theirs = unit("theirs", job=job(), orderable=False)
    old = unit("old", job=job("8"), stale=True)
    cards = recommend(
        question({"theirs": 100, "old": 100, "far": 900}, [theirs, old, unit("far")], next_free_s=0)
    )
    assert [card.unit_id for card in cards] == ["far"]


def test_at_most_three_pulls_are_shown_the_nearest_first() -> None:
    busy = [unit(f"b{n}", job=job(str(n))) for n in range(6)]
    eta_s = {f"b{n}": 100.0 + n for n in range(6)}
    cards = recommend(question(eta_s, busy, next_free_s=60.0))
    assert [card.unit_id for card in cards] == ["b0", "b1", "b2"]
