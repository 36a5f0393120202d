"""Who stands where on the wall: pages, the zone, moving, pinning, and which cameras see a place."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from command_center.domain.room import Camera
from command_center.ports import Position
from command_center.ui.wall.arrange import Arrangement, Cell, Placing, in_order, ranks
from command_center.ui.wall.near import Near, bearing_deg, ranked, substitute
from command_center.ui.wall.shapes import FOCI, GRIDS, SHAPES
from command_center.video.model import Attention
from tests.ui.walls import camera

HERE = (-7.98, 112.63)
NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)


def many(count: int) -> list[Camera]:
    return in_order(camera(n) for n in range(count))


def ids(cells: Sequence[Cell | None]) -> list[str]:
    return [cell.camera.id if cell else "" for cell in cells]


def found(*cameras: Camera) -> list[Near]:
    return [Near(each, 60.0 + n, None, True) for n, each in enumerate(cameras)]


# --- shapes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHAPES)
def test_tiles_cover_the_surface_without_overlap(name: str) -> None:
    shape = SHAPES[name]
    rects = shape.rects(883, 502)
    covered = {(x, y) for left, top, w, h in shape.places for x in range(left, left + w)
               for y in range(top, top + h)}  # fmt: skip
    assert len(covered) == shape.columns * shape.rows == sum(w * h for _, _, w, h in shape.places)
    for n, rect in enumerate(rects):
        assert all(not rect.intersects(other) for other in rects[n + 1 :])
    assert max(r.right() for r in rects) == 882
    assert max(r.bottom() for r in rects) == 501


def test_the_layouts_have_as_many_tiles_as_they_are_called() -> None:
    assert [len(SHAPES[f"{n}x{n}"].places) for n in GRIDS] == [n * n for n in GRIDS]
    assert [len(SHAPES[f"1+{n}"].places) for n in FOCI] == [n + 1 for n in FOCI]


@pytest.mark.parametrize("name", SHAPES)
def test_the_arrow_keys_reach_every_tile(name: str) -> None:
    shape, reached, edge = SHAPES[name], {0}, [0]
    while edge:
        here = edge.pop()
        for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = shape.beside(here, *step)
            if there not in reached:
                reached.add(there)
                edge.append(there)
    assert reached == set(range(len(shape.places)))


# --- pages and the zone --------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHAPES)
def test_every_camera_has_a_page_that_no_zone_covers(name: str) -> None:
    cameras = many(len(SHAPES[name].places) + 5)
    placing, seen = Placing(Arrangement(name), cameras), set()
    for _ in range(placing.pages):
        page = ids(placing.cells())
        assert len(set(page)) == len(page)
        seen |= {id for place, id in enumerate(page) if place not in placing.shape.zone}
        placing = Placing(placing.turned(1), cameras)
    assert len(seen) == len(cameras)
    assert placing.page == 0


def test_the_zone_is_the_first_row_and_the_rest_stays() -> None:
    cameras = many(30)
    placing = Placing(Arrangement("3x3"), cameras)
    before, after = placing.cells(), placing.cells(found(*cameras[20:25]))
    assert ids(after)[:3] == ["s20", "s21", "s22"]
    assert ids(after)[3:] == ids(before)[3:]
    assert [cell.zone for cell in after if cell] == [True] * 3 + [False] * 6


def test_a_camera_never_stands_twice_and_is_marked_where_it_is() -> None:
    cameras = many(30)
    near = found(cameras[5], cameras[20], cameras[1], cameras[0])
    cells = Placing(Arrangement("3x3"), cameras).cells(near)
    assert ids(cells)[:3] == ["s20", "s1", "s2"]
    assert cells[5] == Cell(cameras[5], 60.0)
    assert [cell.incident_m for cell in cells if cell] == [
        61.0,
        62.0,
        *[None] * 3,
        60.0,
        *[None] * 3,
    ]


def test_what_the_zone_drives_out_of_its_row_does_not_leave_a_hole() -> None:
    cameras = many(9)
    cells = Placing(Arrangement("3x3"), cameras).cells(found(cameras[2]))
    assert ids(cells)[:3] == ["s2", "s1", "s0"]


@pytest.mark.parametrize("count", [5, 15, 16])
def test_what_fits_on_one_page_has_one_and_no_zone_hides_any_of_it(count: int) -> None:
    cameras = many(count)
    placing = Placing(Arrangement("4x4"), cameras)
    assert placing.pages == 1
    assert Placing(Arrangement("4x4"), many(17)).pages == 2
    dice = random.Random(count)
    for _ in range(50):
        cells = placing.cells(found(*dice.sample(cameras, 5)))
        assert {id for id in ids(cells) if id} == {camera.id for camera in cameras}


def test_no_page_ever_shows_a_camera_twice() -> None:
    dice = random.Random(7)
    cameras = many(23)
    arrangement = Arrangement("3x3")
    for _ in range(300):
        placing = Placing(arrangement, cameras)
        cells = placing.cells(found(*dice.sample(cameras, dice.randrange(6))))
        shown = [id for id in ids(cells) if id]
        assert len(shown) == len(set(shown))
        place, chosen = dice.randrange(len(cells)), dice.choice(cameras)
        arrangement = dice.choice(
            (
                placing.turned(dice.choice((1, -1))),
                placing.put(place, chosen.id),
                placing.pinned(place, placing.own().get(place) or chosen.id),
                replace(arrangement, shape=dice.choice(list(SHAPES))),
            )
        )
        everyone = {*Placing(arrangement, cameras).flow, *(id for _, id in arrangement.pins)}
        assert everyone >= {camera.id for camera in cameras}


# --- moving and pinning --------------------------------------------------------------------------


def test_putting_a_camera_swaps_it_with_the_one_that_stood_there() -> None:
    cameras = many(20)
    before = Placing(Arrangement("3x3"), cameras)
    after = Placing(before.put(4, "s8"), cameras)
    wanted = ids(before.cells())
    wanted[4], wanted[8] = wanted[8], wanted[4]
    assert ids(after.cells()) == wanted
    assert after.put(4, "s4") == Arrangement("3x3")  # back again leaves nothing to remember


def test_a_pinned_tile_stays_on_every_page_and_under_every_zone() -> None:
    cameras = many(30)
    pinned = Placing(Arrangement("3x3"), cameras).pinned(1, "s1")
    for _ in range(Placing(pinned, cameras).pages):
        placing = Placing(pinned, cameras)
        cells = placing.cells(found(*cameras[20:26]))
        assert cells[1] == Cell(cameras[1], pinned=True)
        assert placing.put(1, "s9") == pinned
        pinned = placing.turned(1)


@pytest.mark.parametrize("page", [0, 1, 4])
@pytest.mark.parametrize("place", [0, 4, 8])
def test_pinning_and_loosening_moves_nothing(page: int, place: int) -> None:
    cameras = many(30)
    placing = Placing(Arrangement("3x3"), cameras)
    for _ in range(page):
        placing = Placing(placing.turned(1), cameras)
    before = ids(placing.cells())
    nailed = Placing(placing.pinned(place, before[place]), cameras)
    assert ids(nailed.cells()) == before
    loose = Placing(nailed.pinned(place, before[place]), cameras)
    assert ids(loose.cells()) == before
    assert loose.pins == {}


def test_a_view_shows_its_cameras_and_no_others() -> None:
    cameras = many(12)
    placing = Placing(Arrangement("2x2"), cameras)
    view = placing.as_view([None, *placing.cells()[1:]], "Alun-alun")
    assert ids(Placing(view, cameras).cells()) == ["", "s1", "s2", "s3"]
    assert Placing(view, cameras).pages == 1
    gone = in_order([each for each in cameras if each.id != "s2"])
    assert ids(Placing(view, gone).cells()) == ["", "s1", "", "s3"]
    filled = Placing(Placing(view, cameras).put(0, "s9"), cameras)
    assert ids(filled.cells()) == ["s9", "s1", "s2", "s3"]


# --- what is wanted ------------------------------------------------------------------------------


def test_ranks_go_from_the_focused_to_what_is_only_warm() -> None:
    shown = [Cell(camera(1), 60.0), Cell(camera(2)), Cell(camera(3)), Cell(camera(4)), None]
    assert ranks(shown, [camera(5), camera(1)], "s3", "s2") == {
        "s1": Attention.INCIDENT,
        "s2": Attention.FOCUSED,
        "s3": Attention.SELECTED,
        "s4": Attention.VISIBLE,
        "s5": Attention.NEXT_PAGE,
    }


# --- which cameras see it ------------------------------------------------------------------------


def test_cameras_out_of_reach_disabled_or_without_a_point_are_not_near() -> None:
    cameras = [camera(1, -8.2), camera(2, -7.98, enabled=False), camera(3)]
    assert ranked(cameras, HERE, {}, ()) == []
    assert ranked([camera(4, -7.98)], None, {}, ()) == []


def test_near_cameras_rank_by_health_then_by_distance_and_where_they_look() -> None:
    south = -7.982  # 222 m south of it: north is towards it
    towards, away = camera(1, south, heading_deg=0.0), camera(2, -7.981, heading_deg=180.0)
    unknown, dead = camera(3, -7.9815), camera(4, -7.9805)
    order = [near.camera.id for near in ranked([away, dead, unknown, towards], HERE, {}, {"s4"})]
    assert order == ["s3", "s1", "s2", "s4"]
    looks = {n.camera.id: n.looks for n in ranked([away, unknown, towards], HERE, {}, ())}
    assert looks == {"s1": True, "s2": False, "s3": None}


def test_a_heading_decides_between_two_at_one_distance() -> None:
    pair = [camera(1, -7.982, heading_deg=170.0), camera(2, -7.982, heading_deg=20.0)]
    assert [near.camera.id for near in ranked(pair, HERE, {}, ())] == ["s2", "s1"]


def test_a_narrow_camera_looks_past_what_a_wide_one_sees() -> None:
    narrow, wide = (camera(n, -7.982, heading_deg=30.0, field_deg=f) for n, f in ((1, 40), (2, 80)))
    assert [near.looks for near in ranked([narrow, wide], HERE, {}, ())] == [True, False]


def test_bearings_go_clockwise_from_north() -> None:
    steps = [(0.01, 0.0), (0.0, 0.01), (-0.01, 0.0), (0.0, -0.01)]
    got = [bearing_deg(HERE, (HERE[0] + a, HERE[1] + b)) for a, b in steps]
    assert got == pytest.approx([0, 90, 180, 270], abs=0.01)


def test_a_carried_camera_is_where_its_unit_is() -> None:
    drone = camera(1, -8.3, unit_id="unit-drone")
    at = {"unit-drone": Position("unit-drone", -7.9801, 112.63, None, None, 90.0, NOW)}
    assert ranked([drone], HERE, {}, ()) == []
    (near,) = ranked([drone], HERE, at, ())
    assert near.metres == pytest.approx(11.1, abs=0.2)


def test_a_dead_camera_is_replaced_by_the_nearest_living_one_not_shown_yet() -> None:
    dead, shown, down, free, far = (camera(n, -7.98 - n * 0.0005) for n in range(5))
    near = substitute(dead, [dead, shown, down, free, far], {}, {"s0", "s2"}, {"s0", "s1"})
    assert near is not None
    assert near.camera is free
    assert substitute(dead, [dead, shown], {}, {"s0"}, {"s1"}) is None
