"""Degrees to pixels and back, panning and zooming without drifting."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.place import LatLon
from command_center.geo.distance import distance_m
from command_center.ui.map.labels import Box as LabelBox
from command_center.ui.map.labels import Occupied, Wish, place
from command_center.ui.map.legend import bar_length_m
from command_center.ui.map.viewport import Box, Ground, Viewport

CENTRE = LatLon(-7.9797, 112.6304)
GROUND = Ground.around(CENTRE)

lats = st.floats(-8.2, -7.8)
lons = st.floats(112.4, 112.9)
viewports = st.builds(
    Viewport,
    x_m=st.floats(-5e4, 5e4),
    y_m=st.floats(-5e4, 5e4),
    scale=st.floats(0.005, 1.5),
    width=st.integers(200, 3000),
    height=st.integers(120, 2000),
)


@given(lat=lats, lon=lons, viewport=viewports)
def test_a_place_comes_back_from_its_pixel(lat: float, lon: float, viewport: Viewport) -> None:
    pixel = viewport.to_px(*GROUND.to_m(lat, lon))
    back = GROUND.to_lat_lon(*viewport.to_m(*pixel))
    assert (back.lat, back.lon) == pytest.approx((lat, lon), abs=1e-8)


@given(lat=lats, lon=lons)
def test_metres_are_those_of_the_sphere(lat: float, lon: float) -> None:
    x_m, y_m = GROUND.to_m(lat, lon)
    true = distance_m(CENTRE.lat, CENTRE.lon, lat, lon)
    assert math.hypot(x_m, y_m) == pytest.approx(true, rel=0.003, abs=0.5)


def test_north_is_up_and_east_is_right() -> None:
    view = Viewport(0, 0, 0.1, 800, 600)
    assert view.to_px(*GROUND.to_m(CENTRE.lat, CENTRE.lon)) == (400, 300)
    x, y = view.to_px(*GROUND.to_m(CENTRE.lat + 0.01, CENTRE.lon + 0.01))
    assert x > 400
    assert y < 300


@given(viewport=viewports, factor=st.floats(0.2, 5), x=st.floats(0, 3000), y=st.floats(0, 2000))
def test_zooming_keeps_what_is_under_the_pointer(
    viewport: Viewport, factor: float, x: float, y: float
) -> None:
    before = viewport.to_m(x, y)
    assert viewport.zoomed(factor, x, y).to_px(*before) == pytest.approx((x, y), abs=1e-3)


@given(viewport=viewports, right=st.floats(-900, 900), down=st.floats(-900, 900))
def test_panning_moves_the_picture_by_the_pixels(
    viewport: Viewport, right: float, down: float
) -> None:
    x, y = viewport.to_px(100.0, 200.0)
    moved = viewport.panned(right, down).to_px(100.0, 200.0)
    assert moved == pytest.approx((x + right, y + down), abs=1e-3)


@given(viewport=viewports)
def test_fitting_shows_the_whole_box(viewport: Viewport) -> None:
    box = Box(-4000, -6000, 5000, 7000)
    fitted = viewport.fitted(box, 10)
    assert fitted.contains_px(*fitted.to_px(box.left, box.top), margin_px=9.5)
    assert fitted.contains_px(*fitted.to_px(box.right, box.bottom), margin_px=9.5)


@given(scale=st.floats(0.002, 2.0))
def test_the_scale_bar_is_a_round_length_that_fits(scale: float) -> None:
    length_m = bar_length_m(scale, 96)
    digit = length_m / 10 ** math.floor(math.log10(length_m) + 1e-9)
    assert round(digit, 6) in (1, 2, 5)
    assert 96 / 2.6 < length_m * scale <= 96.001


def overlap(a: LabelBox, b: LabelBox) -> bool:
    apart = a.left + a.width <= b.left or b.left + b.width <= a.left
    return not (apart or a.top + a.height <= b.top or b.top + b.height <= a.top)


places = st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(8, 90))


@given(marks=st.lists(places, min_size=2, max_size=40))
def test_no_two_names_overlap(marks: list[tuple[float, float, float]]) -> None:
    wishes = [Wish(str(i), x, y, 7, wide, 15) for i, (x, y, wide) in enumerate(marks)]
    boxes = list(place(wishes, Occupied(-400), Occupied(-400)).values())
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_the_first_wish_gets_its_side_and_the_next_another() -> None:
    wishes = [Wish("first", 100, 100, 7, 60, 15), Wish("next", 100, 100, 7, 60, 15)]
    boxes = place(wishes, Occupied(0), Occupied(0))
    assert boxes["first"].left > 100
    assert boxes["next"].left + boxes["next"].width < 100


def test_a_name_without_room_is_left_out() -> None:
    taken = [LabelBox(0, 0, 400, 400)]
    full = Occupied(0, taken)
    assert place([Wish("a", 100, 100, 7, 60, 15)], full, full) == {}


def test_a_name_rather_covers_no_mark_but_does_if_it_must() -> None:
    wish = Wish("a", 100, 100, 7, 60, 15)
    beside = LabelBox(120, 95, 10, 10)
    everywhere = LabelBox(0, 0, 400, 400)
    assert place([wish], Occupied(0), Occupied(0, [beside]))["a"].left < 100
    assert place([wish], Occupied(0), Occupied(0, [everywhere]))["a"].left > 100
