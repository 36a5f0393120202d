"""The counts that are kept up to date are those of counting everything again."""

import numpy as np
import pytest

from command_center.advice.early_warning.counts import DAY_S, Counts
from command_center.advice.early_warning.zones import zones_of
from tests.unit.advice.early_warning.rooms import POINTS, zones

WINDOWS_S = (1_800.0, 21_600.0)
BASE_S = 3 * DAY_S


def test_pushing_expiring_removing_and_restoring_count_as_from_nothing() -> None:
    drawn, counts = np.random.default_rng(3), Counts(zones(), WINDOWS_S, BASE_S)
    at_s, kept, gone = 0.0, list[tuple[float, int]](), list[tuple[int, float, int]]()
    for step in range(400):
        at_s += float(drawn.exponential(2_000.0))
        area = int(drawn.integers(len(POINTS) + 2))
        area = counts.zones.nowhere if area == counts.zones.padding else area
        number = counts.push(at_s, np.array([area]))
        if step % 7 == 0:
            counts.remove(number)
            counts.remove(number)
            gone.append((number, at_s, area))
        else:
            kept.append((at_s, area))
        if step % 14 == 13:  # some when one window has passed them, some when every one has
            number, when, where = gone.pop(0 if step % 28 == 13 else -1)
            counts.restore(number)
            counts.restore(number)
            kept.append((when, where))
    for window, length_s in enumerate((*WINDOWS_S, BASE_S)):
        again = np.zeros(len(POINTS) + 2)
        for when, area in kept:
            again[area] += when > at_s - length_s
        assert counts.cells[0, :, window].tolist() == again.tolist()
        assert counts.total[window] == again.sum()
    everywhere = frozenset(range(len(POINTS) + 2))
    lately = [counts.times[number] for number in counts.within(everywhere, at_s - DAY_S)]
    assert lately == sorted(when for when, _ in kept if when > at_s - DAY_S)
    ends = [at_s - day * DAY_S for day in range(2, 14)]
    ends = [end for end in ends if end >= counts.times[0] + DAY_S]
    (usual,) = counts.usual(at_s, (DAY_S,))
    assert usual == [sum(end - DAY_S < when <= end for when, _ in kept) for end in ends]
    assert sum(usual) > 100


def test_the_usual_count_is_of_the_same_hours_and_leaves_yesterday_out() -> None:
    counts = Counts(zones(), WINDOWS_S, 14 * DAY_S)
    for day in range(6):
        for n in range(day + 1):
            counts.push(day * DAY_S + 40_000.0 + n, np.array([0]))
    now_s = 6 * DAY_S + 40_100.0
    (lately,) = counts.usual(now_s, (1_800.0,))
    assert lately == [5, 4, 3, 2], "from the day before yesterday back to the first whole one"


def test_time_never_falls_back() -> None:
    counts = Counts(zones(), WINDOWS_S, BASE_S)
    counts.push(1000.0, np.array([1]))
    counts.push(10.0, np.array([2]))
    assert counts.times == [1000.0, 1000.0]


def test_the_zones_around_an_area_reach_it() -> None:
    made = zones()
    for area, code in enumerate(made.codes):
        lines = [line for line in made.cells[area].tolist() if line[0] != made.padding]
        assert lines
        assert all(area in line for line in lines)
        assert any(line[0] == area for line in lines), code
    assert made.number_of("elsewhere") == made.nowhere
    assert (made.cells[made.nowhere] == made.padding).all()


def test_areas_at_one_point_are_centres_of_their_own() -> None:
    made = zones_of({"a": (1.0, 1.0), "b": (1.0, 1.0), "c": (1.0, 1.0)}, 2)
    for area in range(3):
        assert area in {line[0] for line in made.cells[area].tolist()}


@pytest.mark.parametrize("points", [{}, {"a": (1.0, 1.0)}])
def test_a_city_of_one_area_or_none_has_zones(points: dict[str, tuple[float, float]]) -> None:
    assert zones_of(points, 4).cells.shape[0] == len(points) + 2
