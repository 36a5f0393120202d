"""Polygons that somebody drew: which are taken, in which spelling, and why the others are not."""

from __future__ import annotations

import contextlib
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.geo.drawn import MOST_CORNERS, DrawnFault, is_drawn, read_drawn
from command_center.geo.faults import FaultCode

WEST, EAST, SOUTH, NORTH = 112.62, 112.63, -7.98, -7.97
SQUARE = [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]


def polygon(*rings: Any) -> str:
    return json.dumps({"type": "Polygon", "coordinates": rings})


def circle(corners: int) -> list[list[float]]:
    turns = [2 * math.pi * at / corners for at in range(corners)]
    ring = [[112.6 + 0.01 * math.cos(a), -7.9 + 0.01 * math.sin(a)] for a in turns]
    return [*ring, ring[0]]


def test_a_square_holds_what_lies_in_it_and_on_its_border() -> None:
    found = read_drawn(polygon(SQUARE))
    assert found.corners == 4
    # 0.01 degree is 1.11195 km, and 1.1013 km along that parallel
    assert found.km2 == pytest.approx(1.2246, rel=1e-3)
    assert found.holds(-7.975, 112.625)
    assert found.holds(SOUTH, WEST)
    assert not found.holds(-7.9801, 112.625)
    assert not found.holds(112.625, -7.975)


def test_a_hole_is_outside() -> None:
    hole = [[112.624, -7.976], [112.626, -7.976], [112.626, -7.974], [112.624, -7.976]]
    found = read_drawn(polygon(SQUARE, hole))
    assert (found.corners, found.holds(-7.9755, 112.6255)) == (7, False)
    assert found.holds(-7.979, 112.621)


def test_files_of_drawing_tools_come_to_the_same_text() -> None:
    bare = json.loads(polygon([[*at, 445.0] for at in SQUARE]))
    feature = {"type": "Feature", "properties": {"name": "x"}, "geometry": bare}
    files = [bare, feature, {"type": "FeatureCollection", "features": [feature]}]
    texts = {read_drawn(json.dumps(one, indent=2)).text for one in files}
    assert texts == {read_drawn(polygon(SQUARE)).text}
    (text,) = texts
    assert read_drawn(text) == read_drawn(polygon(SQUARE))
    assert is_drawn(text)
    assert not is_drawn("Pasar Besar")


BOW = [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]]
TINY = [[112.6, -7.9], [112.60001, -7.9], [112.60001, -7.90001], [112.6, -7.9]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", FaultCode.NOT_GEOJSON),
        ('{"type": "Point", "coordinates": [112.6, -7.9]}', FaultCode.NOT_A_POLYGON),
        ('{"type": "MultiPolygon", "coordinates": []}', FaultCode.NOT_A_POLYGON),
        ('{"type": "FeatureCollection", "features": []}', FaultCode.NOT_A_POLYGON),
        ("[1]", FaultCode.NOT_A_POLYGON),
        ('{"type": ["Polygon"]}', FaultCode.NOT_A_POLYGON),
        (polygon(), FaultCode.NOT_A_POLYGON),
        (polygon([[112.6, -7.9]]), FaultCode.TOO_SMALL),
        (polygon([*SQUARE[:4], [112.6, -7.9]]), FaultCode.RING_OPEN),
        (polygon([[lat, lon] for lon, lat in SQUARE]), FaultCode.SWAPPED),
        (polygon([[200, 95], *SQUARE[1:]]), FaultCode.OUT_OF_RANGE),
        (polygon([["112", "-7"], *SQUARE[1:]]), FaultCode.NOT_A_NUMBER),
        (polygon([[True, False], *SQUARE[1:]]), FaultCode.NOT_A_NUMBER),
        (polygon(SQUARE).replace("112.62,", "NaN,"), FaultCode.OUT_OF_RANGE),
        (polygon(SQUARE).replace("112.62,", "1" + "0" * 400 + ","), FaultCode.OUT_OF_RANGE),
        (polygon(BOW), FaultCode.CROSSING),
        (polygon(TINY), FaultCode.TOO_SMALL),
        (polygon([[0, 0], [40, 0], [40, 40], [0, 0]]), FaultCode.TOO_LARGE),
        (polygon(circle(MOST_CORNERS + 1)), FaultCode.TOO_DETAILED),
        (polygon(*[SQUARE] * 11), FaultCode.TOO_DETAILED),
        ('{"type":' + "[" * 60_000, FaultCode.TOO_DEEP),
        ("{" + " " * 70_000, FaultCode.TOO_LONG),
    ],
    ids=lambda one: one.value if isinstance(one, FaultCode) else "text",
)
def test_what_is_no_polygon_to_reckon_with_is_refused_by_its_reason(
    text: str, code: FaultCode
) -> None:
    with pytest.raises(DrawnFault) as refused:
        read_drawn(text)
    assert refused.value.code is code


def test_as_many_corners_as_are_allowed_fit_into_a_cell() -> None:
    assert read_drawn(polygon(circle(MOST_CORNERS))).corners == MOST_CORNERS


ANY = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=5)
        | st.dictionaries(st.sampled_from(("type", "coordinates", "geometry")), inside, max_size=3)
    ),
    max_leaves=12,
)


@given(ANY)
def test_whatever_comes_is_read_or_refused(found: Any) -> None:
    for text in (json.dumps(found), json.dumps({"type": "Polygon", "coordinates": found})):
        with contextlib.suppress(DrawnFault):
            assert read_drawn(text).corners >= 3
