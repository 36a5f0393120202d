"""Which area a point lies in, against truths that know neither the grid nor a geometry library."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from command_center.geo import exact
from command_center.geo.boundaries import BoundaryIndex
from command_center.geo.exact import UNITS_PER_DEGREE, ExactAreas, Outline
from command_center.geo.import_boundaries import parse_boundaries
from command_center.geo.topology import read_topology, write_topology
from tests.unit.geo.packs_for_tests import malang
from tests.unit.geo.real_data import data_file, full_polygons

Point = tuple[int, int]
BASE: Point = (1_126_300_000, -79_800_000)
"""Of Malang, in 1e-7 degrees."""
FINE, EAST, NORTH = 10**40, 10**28, 1
"""A point on a border is taken as one just beside it: east of it, and by far less north."""


def areas_of(rings: dict[str, list[list[Point]]]) -> ExactAreas:
    """Closed outlines, moved to where a city is."""
    return ExactAreas({code: tuple(map(outline, found)) for code, found in rings.items()})


def outline(ring: list[Point]) -> Outline:
    return (np.array([*ring, ring[0]], dtype=np.int64) + BASE).astype(np.int32)


def asked(areas: ExactAreas, point: Point) -> str | None:
    x, y = point[0] + BASE[0], point[1] + BASE[1]
    return areas.at(y / UNITS_PER_DEGREE, x / UNITS_PER_DEGREE)


def left_of(a: Point, b: Point, point: Point) -> bool:
    """Of the line from a to b; the point is beside it, never on it."""
    east, north = (point[0] - a[0]) * FINE + EAST, (point[1] - a[1]) * FINE + NORTH
    side = (b[0] - a[0]) * north - east * (b[1] - a[1])
    assert side != 0
    return side > 0


def in_triangle(corners: tuple[Point, Point, Point], point: Point) -> bool:
    sides = {left_of(a, b, point) for a, b in pairwise((*corners, corners[0]))}
    return len(sides) == 1


def winds(ring: list[Point], point: Point) -> bool:
    """By the angle the outline turns around the point, counted in crossings of its height."""
    turns = 0
    for a, b in pairwise([*ring, ring[0]]):
        up, down = a[1] <= point[1] < b[1], b[1] <= point[1] < a[1]
        if up or down:
            turns += (left_of(a, b, point) and up) - (not left_of(a, b, point) and down)
    return turns != 0


@st.composite
def meshes(draw: st.DrawFn) -> dict[str, list[tuple[Point, Point, Point]]]:
    """A ground of triangles that tile, each given to one of three areas or to none: areas with
    holes, islands, in several parts that touch in a corner."""
    side, step = draw(st.integers(1, 3)), 4
    jitter = st.integers(0, 1)
    corner = {
        (i, j): (i * step + draw(jitter), j * step + draw(jitter))
        for i, j in product(range(side + 1), repeat=2)
    }
    found: dict[str, list[tuple[Point, Point, Point]]] = {}
    for i, j in product(range(side), repeat=2):
        a, b = corner[i, j], corner[i + 1, j]
        c, d = corner[i + 1, j + 1], corner[i, j + 1]
        for triangle in ((a, b, c), (a, c, d)):
            found.setdefault(draw(st.sampled_from(["a", "b", "c", "-"])), []).append(triangle)
    return found


@settings(max_examples=40, deadline=None)
@given(meshes())
def test_every_point_of_a_mesh_lies_in_the_one_area_of_its_triangle(
    mesh: dict[str, list[tuple[Point, Point, Point]]],
) -> None:
    rings = {code: [list(t) for t in found] for code, found in mesh.items() if code != "-"}
    if not rings:
        return
    areas = areas_of(rings)
    for x, y in product(range(-1, 15), repeat=2):
        point = (x, y)
        holding = [code for code, found in mesh.items() for t in found if in_triangle(t, point)]
        assert len(holding) <= 1
        expected = holding[0] if holding and holding[0] != "-" else None
        assert asked(areas, point) == expected, point


def star(radii: list[int], hole: int = 0) -> list[Point]:
    """A polygon around the middle; its corners turn around it once."""
    turn = 2 * math.pi / len(radii)
    return [
        (round(r * math.cos(n * turn)) + hole, round(r * math.sin(n * turn)))
        for n, r in enumerate(radii)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(40, 900_000), min_size=3, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(-2, 2), st.integers(-2, 2)), max_size=30),
    st.lists(st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)), max_size=30),
)
def test_any_outline_is_told_at_its_corners_beside_them_and_far_away(
    radii: list[int], beside: list[tuple[int, int, int]], far: list[Point]
) -> None:
    ring = star(radii)
    areas = areas_of({"a": [ring]})
    points = [*ring, *far]
    for number, dx, dy in beside:
        (ax, ay), (bx, by) = ring[number % len(ring)], ring[(number + 1) % len(ring)]
        points += [(ax + dx, ay + dy), ((ax + bx) // 2 + dx, (ay + by) // 2 + dy)]
    for point in points:
        assert (asked(areas, point) == "a") == winds(ring, point), point


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 10**6), st.integers(1, 3), st.data())
def test_a_sliver_a_centimetre_thin_is_told(length: int, thick: int, data: st.DataObject) -> None:
    sliver = [(0, 0), (length, thick), (length, thick + 1)]
    above = [(0, 0), (length, thick + 1), (0, thick + 9)]
    areas = areas_of({"s": [sliver], "z": [above]})
    for x in data.draw(st.lists(st.integers(-1, length + 1), max_size=20)):
        for y in range(-1, thick + 3):
            told = "s" if winds(sliver, (x, y)) else "z" if winds(above, (x, y)) else None
            assert asked(areas, (x, y)) == told


def test_a_hole_is_no_part_of_its_area_and_an_island_in_it_is() -> None:
    def square(low: int, high: int) -> list[Point]:
        return [(low, low), (high, low), (high, high), (low, high)]

    areas = areas_of({"a": [square(0, 900), square(300, 600), square(400, 500)]})
    told = {at: asked(areas, (at, at)) for at in (0, 299, 300, 399, 400, 499, 500, 600, 899, 900)}
    inside = [at for at, code in told.items() if code == "a"]
    assert inside == [0, 299, 400, 499, 600, 899]


def test_of_areas_that_overlap_the_lower_code_has_the_point() -> None:
    square = [(0, 0), (100, 0), (100, 100), (0, 100)]
    areas = areas_of({"b": [square], "a": [[(x + 50, y) for x, y in square]]})
    assert [asked(areas, (x, 50)) for x in (10, 60, 120, 150)] == ["b", "a", "a", None]


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf, 1e300])
def test_what_is_no_position_lies_nowhere(odd: float) -> None:
    areas = areas_of({"a": [[(0, 0), (100, 0), (0, 100)]]})
    assert areas.at(odd, 112.63) is None
    assert areas.at(-7.98, odd) is None


def test_no_outline_is_refused() -> None:
    with pytest.raises(ValueError, match="no outline"):
        ExactAreas({"a": ()})


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pieces edges were cut into, each time they were."""
    counted: list[int] = []
    between = exact._rows_between

    def counting(*ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        line, number = between(*ends)
        counted.append(len(line))
        return line, number

    monkeypatch.setattr(exact, "_rows_between", counting)
    return counted


def comb(teeth: int, tall: int = 2_000_000) -> list[Point]:
    edge = [(x * 10, 0 if x % 4 in (0, 3) else tall) for x in range(2 * teeth)]
    return [*edge, (edge[-1][0] + 10, -100), (-10, -100)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_comb_of_many_long_edges_is_not_cut_into_ever_more_pieces(
    pieces: list[int], turned: bool
) -> None:
    ring = [(y, x) if turned else (x, y) for x, y in comb(10_000)]
    areas = areas_of({"a": [ring]})
    assert max(pieces) < 1_200_000
    for x, y in [(5, 1_000), (15, 1_000), (35, 1_000), (99_995, 7), (50_035, 1_999_999), (0, -101)]:
        point = (y, x) if turned else (x, y)
        assert (asked(areas, point) == "a") == winds(ring, point), point


def test_short_edges_have_as_many_cells_as_ever(pieces: list[int]) -> None:
    circle = star([900_000 + n % 2 for n in range(10_000)])
    areas_of({"a": [circle]})
    assert len(set(pieces)) == 3
    assert max(pieces) < 10 * len(circle)


@cache
def imported() -> BoundaryIndex:
    """As the room reads it back from its table."""
    found = parse_boundaries(data_file("geo/kelurahan_full.geojson").read_bytes(), "f", "f")
    assert found.made is not None
    return BoundaryIndex(read_topology(write_topology(found.made.topology)), {})


def inside_of(rings: list[list[Point]], points: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Odd crossings of a ray to the west, in whole numbers below 2**63."""
    x, y = points.T
    odd = np.zeros(len(points), dtype=bool)
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if ay == by:
                continue
            (lx, ly), (ux, uy) = ((ax, ay), (bx, by)) if ay < by else ((bx, by), (ax, ay))
            at = (ly <= y) & (y < uy)
            odd[at] ^= (ux - lx) * (y[at] - ly) <= (x[at] - lx) * (uy - ly)
    return odd


def owners(rings: dict[str, list[list[Point]]], points: NDArray[np.int64]) -> list[str | None]:
    found: list[str | None] = [None] * len(points)
    for code in sorted(rings, reverse=True):
        corners = np.array([point for ring in rings[code] for point in ring])
        near = np.flatnonzero(
            ((corners.min(axis=0) <= points) & (points <= corners.max(axis=0))).all(axis=1)
        )
        for at in near[inside_of(rings[code], points[near])]:
            found[at] = code
    return found


def points_to_ask(rings: dict[str, list[list[Point]]]) -> NDArray[np.int64]:
    """100,000 anywhere in and around the city, all corners, and the middle of every edge."""
    corners = np.array([point for found in rings.values() for ring in found for point in ring])
    spread = np.random.default_rng(57)
    reach = (corners.max(axis=0) - corners.min(axis=0)) // 50
    anywhere = spread.integers(
        corners.min(axis=0) - reach, corners.max(axis=0) + reach, (100_000, 2)
    )
    middles = (corners[:-1] + corners[1:]) // 2
    return np.concatenate([anywhere, corners, middles])


def test_no_point_of_the_imported_city_is_told_wrong() -> None:
    rings = full_polygons()
    points = points_to_ask(rings)
    told = [imported().area_at(y / UNITS_PER_DEGREE, x / UNITS_PER_DEGREE) for x, y in points]
    wrong = sum(here != true for here, true in zip(told, owners(rings, points), strict=True))
    assert wrong == 0
    assert len({code for code in told if code}) == 57


def test_no_point_of_the_shipped_city_is_told_wrong_by_its_own_table() -> None:
    pack = malang()
    assert pack.topology is not None
    assert pack.boundaries is not None
    table = pack.topology
    rings = {
        code: [
            [(x * 100, y * 100) for x, y in table.ring(ring).tolist()]
            for part in parts
            for ring in part
        ]
        for code, parts in table.areas.items()
    }
    points = points_to_ask(rings)[::4]
    told = [pack.boundaries.area_at(y / UNITS_PER_DEGREE, x / UNITS_PER_DEGREE) for x, y in points]
    assert told == owners(rings, points)
