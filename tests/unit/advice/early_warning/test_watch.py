"""What is found, by which rule, at which rate; the same however it is fed."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from command_center.advice.early_warning import chart, poisson, scan
from command_center.advice.early_warning.calibrate import LEAST_DAYS, calibrated
from command_center.advice.early_warning.scale import Scale, as_value, fitted, of_value
from command_center.advice.early_warning.watch import Card, Finding, Watch, kinds_of
from command_center.advice.early_warning.worth import Judged, real_a_day, true_share
from command_center.domain.early import Method
from tests.unit.advice.early_warning.rooms import BEGIN_S, DAY_S, PLAN, cluster, history, zones

PAST = history(14)
NOW_S = BEGIN_S + 14 * DAY_S
QUARTER = ("k11", "k12", "k22")


@pytest.fixture(scope="module")
def scales() -> dict[str, Scale]:
    return dict(calibrated(PLAN, zones(), PAST, NOW_S))


def fed(scales: dict[str, Scale], cards: list[Card]) -> list[Finding]:
    watch = Watch(PLAN, zones(), scales)
    for card in PAST:
        watch.learn(card)
    return [finding for card in cards for finding in watch.take(card)]


def test_a_cluster_of_one_kind_is_found_before_it_is_over(scales: dict[str, Scale]) -> None:
    cards = cluster(NOW_S, 12, QUARTER, gap_s=1_800.0)
    found = fed(scales, cards)
    first = found[0]
    assert first.stream == "violence"
    assert first.at_s <= cards[6].at_s, "at the seventh of twelve at the latest"
    assert set(first.areas) & set(QUARTER)
    assert first.count >= scan.LEAST
    assert first.expected < first.count / 2
    assert 0 < first.rate_a_day <= PLAN.false_a_day
    assert {m for m in first.members if m.startswith("c")} == {
        card.id for card in cards if card.at_s <= first.at_s and card.area in first.areas
    }
    assert found[-1].rate_a_day < first.rate_a_day


def test_the_same_incidents_spread_over_the_city_are_none(scales: dict[str, Scale]) -> None:
    away = ("k00", "k04", "k40", "k44", "k02", "k42")
    assert [f for f in fed(scales, cluster(NOW_S, 6, away, gap_s=7_200.0)) if f.areas] == []


def test_chance_alone_is_found_about_as_often_as_the_plan_allows(scales: dict[str, Scale]) -> None:
    later = [
        replace(card, id=f"n{card.id}", at_s=card.at_s + 14 * DAY_S) for card in history(20, seed=9)
    ]
    found = fed(scales, later)
    days = {int(finding.at_s // DAY_S) for finding in found}
    assert len(days) <= 3 * PLAN.false_a_day * 20


def test_merged_away_incidents_count_no_more(scales: dict[str, Scale]) -> None:
    watch = Watch(PLAN, zones(), scales)
    for card in PAST:
        watch.learn(card)
    cards = cluster(NOW_S, 5, QUARTER[:1], gap_s=300.0)
    for card in cards[:4]:
        watch.take(card)
        watch.drop(card.id)
    assert watch.take(cards[4]) == []
    watch.drop("never known")
    assert watch.take(cards[4]) == [], "it is counted once"


def test_what_is_stored_long_after_it_was_known_is_history(scales: dict[str, Scale]) -> None:
    news = Card("now", NOW_S + 10 * 3_600.0, "k44", "pencurian")
    assert fed(scales, [news, *cluster(NOW_S, 12, QUARTER)]) == []


def test_what_is_unmerged_counts_where_it_was_and_is_no_news(scales: dict[str, Scale]) -> None:
    """Taken apart or opened again hours later: as if it had never been merged away."""
    watch, never = Watch(PLAN, zones(), scales), Watch(PLAN, zones(), scales)
    for card in PAST:
        watch.learn(card)
        never.learn(card)
    old = cluster(NOW_S, 6, QUARTER[:1], gap_s=60.0)
    for card in old:
        watch.take(card)
        never.take(card)
    for card in old:
        watch.drop(card.id)
        watch.drop(card.id)
    later = [replace(card, id=f"l{card.id}") for card in cluster(NOW_S + 3_600.0, 3, QUARTER)]
    assert [f for card in later[:1] for f in watch.take(card)] == []
    never.take(later[0])
    for card in old:
        assert watch.take(card) == [], "nothing has happened now"
    for card in (*later[1:], Card("far", NOW_S + 9 * 3_600.0, "k11", "tawuran")):
        assert watch.take(card) == never.take(card)
    assert watch.take(old[0]) == []
    watch.drop(old[0].id)
    assert watch.take(old[0]) == [], "old enough to be learnt at night only, and back all the same"
    after = cluster(NOW_S + 9.5 * 3_600.0, 8, QUARTER, gap_s=300.0)
    after = [replace(card, id=f"a{card.id}") for card in after]
    found = [(watch.take(card), never.take(card)) for card in after]
    assert all(one == other for one, other in found)
    assert any(one for one, _ in found)


def test_what_has_no_place_counts_for_the_city_only(scales: dict[str, Scale]) -> None:
    cards = [Card(f"x{n}", NOW_S + 60.0 * n, None, "tawuran") for n in range(40)]
    found = fed(scales, cards)
    assert {finding.method for finding in found} == {Method.CHART}
    assert found[0].areas == ()


def test_a_rise_everywhere_is_the_charts_to_see(scales: dict[str, Scale]) -> None:
    codes = zones().codes
    cards = [
        Card(f"x{n}", NOW_S + 120.0 * n, codes[7 * n % len(codes)], "pencurian") for n in range(60)
    ]
    found = fed(scales, cards)
    assert Method.CHART in {finding.method for finding in found}


def test_the_same_history_gives_the_same_scales_and_findings(scales: dict[str, Scale]) -> None:
    again = dict(calibrated(PLAN, zones(), list(reversed(PAST)), NOW_S))
    assert {k: as_value(v) for k, v in again.items()} == {k: as_value(v) for k, v in scales.items()}
    kinds = kinds_of(PLAN, zones())
    kept = {code: of_value(as_value(scale), kinds) for code, scale in scales.items()}
    cards = cluster(NOW_S, 12, QUARTER)
    assert fed(kept, cards) == fed(kept, cards)


def test_a_workstation_that_takes_over_finds_what_the_one_before_would(
    scales: dict[str, Scale],
) -> None:
    cards = sorted(
        [*cluster(NOW_S, 12, QUARTER), *cluster(NOW_S, 3, ("k44",), gap_s=1_500.0)[1:]],
        key=lambda card: card.at_s,
    )
    cards = [replace(card, id=f"{n}") for n, card in enumerate(cards)]
    before = Watch(PLAN, zones(), scales)
    for card in PAST:
        before.learn(card)
    told = []
    for n, card in enumerate(cards):
        told.append(before.take(card))
        if n == 4:
            before.drop(card.id)
    for cut in (3, 7):
        after = Watch(PLAN, zones(), scales)
        for card in (*PAST, *cards[:cut]):
            if cut < 5 or card.id != "4":
                after.learn(card)
        again = []
        for n, card in enumerate(cards[cut:], cut):
            again.append(after.take(card))
            if n == 4:
                after.drop(card.id)
        assert again == told[cut:]
        assert any(again)


def test_a_young_room_is_not_calibrated_and_finds_only_what_is_glaring() -> None:
    assert dict(calibrated(PLAN, zones(), history(LEAST_DAYS - 1), NOW_S - 10 * DAY_S)) == {}
    watch = Watch(PLAN, zones(), {})
    quiet = [f for card in history(2, a_day=20) for f in watch.take(card)]
    assert len({f.at_s // DAY_S for f in quiet}) <= 1
    found = [f for c in cluster(BEGIN_S + 2 * DAY_S, 15, ("k22",)) for f in watch.take(c)]
    assert found


def test_rates_fall_with_height_and_power_with_it(scales: dict[str, Scale]) -> None:
    scale = scales["violence"]
    heights = [scale.start + n for n in range(6)]
    rates = [scale.rate_a_day(height) for height in heights]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < rates[0] / 10
    powers = [scale.power(height, 1e-4) for height in heights]
    assert powers == sorted(powers, reverse=True)
    assert powers[0] > 0.5


def test_what_is_stronger_is_never_believed_less(scales: dict[str, Scale]) -> None:
    scale, rarest = scales["violence"], 1e-4
    heights = [scale.start + 0.5 * n for n in range(60)]
    shares = [
        true_share(1 / 30, scale.power(h, rarest), max(scale.rate_a_day(h), rarest))
        for h in heights
    ]
    assert all(later >= sooner - 1e-9 for sooner, later in pairwise(shares))
    assert shares[0] < 0.3 < shares[-1]


def test_the_tail_is_that_of_the_days_it_was_fitted_to() -> None:
    days = np.random.default_rng(2).gumbel(4.0, 1.2, size=(4_000, 1))
    scale = fitted(days[:2_000])
    heights = scale.heights(days[2_000:])[:, 0]
    for rate in (0.1, 0.02):
        height = scale.start - scale.fall * math.log(rate / scale.often)
        assert float((heights >= height).mean()) == pytest.approx(rate, rel=0.5)


@pytest.mark.parametrize(
    "value",
    [{}, {"middle": [1.0], "spread": [1.0], "tail": [1, 0.5, 1], "found": []}, {"middle": "x"}],
)
def test_a_scale_that_is_none_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
        of_value(value, 3)


def test_likelihoods_are_those_of_the_textbook() -> None:
    four, one, ten = np.array([4.0]), np.array([1.0]), np.array([10.0])
    assert scan.likelihood(four, one, ten)[0] == pytest.approx(
        4 * math.log(4) + 6 * math.log(6 / 9)
    )
    assert poisson.likelihood(four, one)[0] == pytest.approx(4 * math.log(4) - 3)
    assert scan.likelihood(np.array([2.0]), np.array([0.1]), ten)[0] == 0.0
    assert scan.likelihood(one, four, ten)[0] == 0.0


def test_the_chart_is_silent_without_days_and_rarer_the_more_there_are() -> None:
    before = [10, 12, 9, 11, 10, 13, 8, 10]
    assert chart.rate_a_day(30, before[:6], 7_200.0) == math.inf
    assert chart.rate_a_day(10, before, 7_200.0) == math.inf
    rates = [chart.rate_a_day(count, before, 7_200.0) for count in (14, 20, 30, 45)]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.01 < rates[0]


def test_what_the_room_judged_moves_what_a_warning_is_worth() -> None:
    assert real_a_day(PLAN, Judged()) == pytest.approx(1 / 30, rel=0.01)
    assert real_a_day(PLAN, Judged(12, 60.0)) == pytest.approx(13 / 90, rel=0.01)
    assert true_share(1 / 30, 0.8, 0.2) == pytest.approx(0.1176, abs=1e-3)
    assert true_share(1 / 30, 0.8, 1 / 40) == pytest.approx(0.516, abs=1e-3)
    assert true_share(0.0, 0.8, 0.0) == 0.0
