import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.geo.distance import (
    EARTH_RADIUS_M,
    LocalPlane,
    distance_m,
    distances_m,
    estimate_travel,
)

LATS = st.floats(-89, 89)
LONS = st.floats(-180, 180)


def test_one_degree_along_the_meridian() -> None:
    assert distance_m(-8, 112.6, -7, 112.6) == pytest.approx(math.radians(1) * EARTH_RADIUS_M)


def test_known_distance_between_two_cities() -> None:
    # Paris to London, 343.5 km by great circle.
    assert distance_m(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343_500, rel=2e-3)


def test_antipodes_are_half_a_turn_apart() -> None:
    assert distance_m(0, 0, 0, 180) == pytest.approx(math.pi * EARTH_RADIUS_M)


@given(LATS, LONS, LATS, LONS)
def test_is_symmetric_and_agrees_with_the_array_version(
    lat_a: float, lon_a: float, lat_b: float, lon_b: float
) -> None:
    there = distance_m(lat_a, lon_a, lat_b, lon_b)
    assert there == pytest.approx(distance_m(lat_b, lon_b, lat_a, lon_a))
    assert distances_m(lat_a, lon_a, np.array([lat_b]), np.array([lon_b]))[0] == pytest.approx(
        there, abs=1e-3
    )


def test_the_estimate_carries_its_assumptions() -> None:
    estimate = estimate_travel(1_000, detour_factor=1.5, speed_mps=10)
    assert estimate.seconds == pytest.approx(150)
    assert (estimate.straight_m, estimate.detour_factor, estimate.speed_mps) == (1_000, 1.5, 10)


@pytest.mark.parametrize(("metres", "detour", "speed"), [(1, 0.9, 10), (1, 1, 0), (-1, 1, 10)])
def test_an_impossible_drive_is_refused(metres: float, detour: float, speed: float) -> None:
    with pytest.raises(ValueError, match="no travel"):
        estimate_travel(metres, detour, speed)


def test_the_plane_is_true_to_a_third_of_a_percent_within_a_city() -> None:
    plane = LocalPlane.at(-8.0)
    ends = plane.to_metres(np.array([[112.6, -8.0], [112.7, -7.9]]))
    flat = math.dist(ends[0], ends[1])
    assert flat == pytest.approx(distance_m(-8.0, 112.6, -7.9, 112.7), rel=3e-3)
    assert plane.to_degrees(ends) == pytest.approx(np.array([[112.6, -8.0], [112.7, -7.9]]))
