"""Tile numbers of Web Mercator."""

import pytest

from command_center.geo.mercator import corner_of, tile_at, zoom_for

# https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames: the edges of the projection, and of
# tile 7/63/42.
EDGE = 85.0511287798066


def test_corners_are_those_of_the_published_numbering() -> None:
    corners = {(0, 0, 0): (EDGE, -180.0), (1, 1, 0): (-EDGE, 180.0)}
    corners[63, 42, 7] = (52.4827802220782, -2.8125)
    for tile, place in corners.items():
        assert list(corner_of(*tile)) == pytest.approx(list(place))


@pytest.mark.parametrize("zoom", [0, 5, 12, 19])
@pytest.mark.parametrize("place", [(-7.98, 112.63), (0.0, 0.0), (60.1, -20.5), (-84.9, 179.9)])
def test_a_place_lies_in_its_tile(place: tuple[float, float], zoom: int) -> None:
    x, y = tile_at(*place, zoom)
    north, west = corner_of(int(x), int(y), zoom)
    south, east = corner_of(int(x) + 1, int(y) + 1, zoom)
    assert west <= place[1] < east
    assert south < place[0] <= north


def test_the_level_is_the_one_whose_tiles_keep_their_size() -> None:
    metres_a_pixel = 156543.03392804097 / 2**14
    assert zoom_for(1 / metres_a_pixel, 0.0) == 14
    assert zoom_for(1.3 / metres_a_pixel, 0.0) == 14
    assert zoom_for(1.5 / metres_a_pixel, 0.0) == 15
    assert zoom_for(1 / metres_a_pixel, 60.0) == 13
    assert zoom_for(1e-12, 0.0) == 0
