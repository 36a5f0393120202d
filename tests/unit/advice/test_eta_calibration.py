"""What the room's own arrivals make of the interval."""

import random

import pytest

from command_center.advice.calibration import (
    PRIOR,
    PRIOR_WEIGHT,
    Arrival,
    calibrate,
    hour_class,
)

DAY = 11


def drives(count: int, middle: float, spread: float, seed: int = 1) -> list[Arrival]:
    made = random.Random(seed)
    return [
        Arrival(300.0, 300.0 * middle * made.lognormvariate(0, spread), DAY) for _ in range(count)
    ]


def test_many_arrivals_are_believed() -> None:
    found = calibrate(drives(4_000, 1.4, 0.3)).of("road", "car", DAY)
    assert found.middle == pytest.approx(1.4, rel=0.03)
    later = drives(4_000, 1.4, 0.3, seed=2)
    inside = [found.low <= one.observed_s / one.predicted_s <= found.high for one in later]
    assert sum(inside) / len(inside) == pytest.approx(0.8, abs=0.03)


def test_few_arrivals_are_drawn_towards_what_stood_before() -> None:
    groups = [calibrate(drives(n, 2.0, 0.0)).of("road", "car", DAY).middle for n in (0, 1, 20, 900)]
    assert groups[0] == PRIOR["road"].middle
    assert groups == sorted(groups)
    assert groups[1] < 1.15
    assert groups[-1] == pytest.approx(2.0, rel=0.02)


def test_a_group_without_arrivals_takes_the_next_larger() -> None:
    known = calibrate(drives(200, 1.5, 0.2))
    assert known.of("road", "car", 23).middle == known.groups["road", "car"].middle
    assert known.of("road", "motorcycle", DAY).middle == known.groups[("road",)].middle
    assert known.of("straight", "car", DAY) == PRIOR["straight"]


def test_an_hour_of_jams_has_its_own_figure() -> None:
    jam = [Arrival(300.0, 750.0, 7) for _ in range(300)]
    free = [Arrival(300.0, 270.0, 2) for _ in range(300)]
    known = calibrate(jam + free)
    assert known.of("road", "car", 17).middle > 2.2
    assert known.of("road", "car", 23).middle < 1.1


def test_one_drive_that_took_a_day_moves_little() -> None:
    sound = drives(100, 1.0, 0.1)
    known = calibrate([*sound, Arrival(300.0, 86_400.0, DAY)]).of("road", "car", DAY)
    plain = calibrate(sound).of("road", "car", DAY)
    assert known.middle == pytest.approx(plain.middle, rel=0.01)
    assert known.high == pytest.approx(plain.high, rel=0.05)


def test_the_first_arrival_may_be_absurd() -> None:
    known = calibrate([Arrival(300.0, 86_400.0, DAY)]).of("road", "car", DAY)
    assert known.middle < 1.3
    assert known.high < 2.2


@pytest.mark.parametrize(
    "odd",
    [
        Arrival(300.0, 0.0, DAY),
        Arrival(300.0, -5.0, DAY),
        Arrival(29.0, 60.0, DAY),
        Arrival(float("nan"), 60.0, DAY),
        Arrival(300.0, float("inf"), DAY),
        Arrival(300.0, 300.0, 24),
        Arrival(300.0, 300.0, DAY, by="air"),
    ],
)
def test_what_no_drive_can_be_is_left_out(odd: Arrival) -> None:
    assert calibrate([odd]).groups == {}


def test_the_count_behind_a_figure_is_told() -> None:
    known = calibrate(drives(int(PRIOR_WEIGHT), 1.0, 0.1))
    assert known.of("road", "car", DAY).n == PRIOR_WEIGHT
    assert known.of("straight", "car", DAY).n == 0


def test_every_hour_belongs_to_one_part_of_the_day() -> None:
    parts = [hour_class(hour).value for hour in range(24)]
    assert parts == (
        ["night"] * 6 + ["peak"] * 3 + ["day"] * 7 + ["peak"] * 3 + ["evening"] * 3 + ["night"] * 2
    )
