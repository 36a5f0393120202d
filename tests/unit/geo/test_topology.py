import json
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import shapely

from command_center.geo.distance import FloatArray, LocalPlane
from command_center.geo.generalise import MAX_SHIFT_M, generalise
from command_center.geo.topology import (
    UNITS_PER_DEGREE,
    Polygon,
    Topology,
    TopologyError,
    read_topology,
    write_topology,
)
from tests.unit.geo.packs_for_tests import PACKS
from tests.unit.geo.real_data import data_file


def square(west: float, south: float, size: float = 0.01) -> shapely.Polygon:
    return shapely.box(west, south, west + size, south + size)


def two_squares() -> Topology:
    shapes = {"a": square(112.6, -8.0), "b": square(112.61, -8.0)}
    return generalise(shapes, "test").topology


def segments(topology: Topology) -> Counter[frozenset[tuple[int, int]]]:
    found: Counter[frozenset[tuple[int, int]]] = Counter()
    for arc in topology.arcs:
        points = [(int(x), int(y)) for x, y in arc]
        found.update(frozenset(pair) for pair in pairwise(points))
    return found


def test_a_shared_border_is_stored_once() -> None:
    topology = two_squares()
    assert sorted(topology.owners()) == [("a",), ("a", "b"), ("b",)]
    assert max(segments(topology).values()) == 1
    for code, west in (("a", 11260000), ("b", 11261000)):
        ring = topology.ring(topology.areas[code][0][0])
        assert (ring[0] == ring[-1]).all()
        assert {tuple(p) for p in ring.tolist()} == {
            (west + x, -800000 + y) for x in (0, 1000) for y in (0, 1000)
        }


def test_noise_in_the_last_decimals_does_not_part_neighbours() -> None:
    noisy = shapely.transform(square(112.61, -8.0), lambda points: points + 3e-9)
    made = generalise({"a": square(112.6, -8.0), "b": noisy}, "test")
    assert made.tiled
    assert sorted(made.topology.owners()) == [("a",), ("a", "b"), ("b",)]


def test_an_enclave_shares_its_whole_border() -> None:
    inner = square(112.604, -7.996, 0.002)
    outer = square(112.6, -8.0).difference(inner)
    topology = generalise({"inner": inner, "outer": outer}, "test").topology
    assert sorted(topology.owners()) == [("inner", "outer"), ("outer",)]
    assert len(topology.areas["outer"][0]) == 2


def test_how_far_borders_moved_is_what_the_geometry_library_measures() -> None:
    turns = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    reach = 0.02 + 0.002 * np.random.default_rng(4).random(400)
    around = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    outside, hole = (around * reach[:, None] * part + (112.6, -8.0) for part in (1, 0.5))
    given = shapely.Polygon(outside, [hole])
    made = generalise({"a": given}, "test")
    ((rings,),) = made.topology.areas.values()
    drawn = shapely.Polygon(*_shell_and_holes(made.topology, rings))
    plane = LocalPlane.at(float(given.bounds[1] + given.bounds[3]) / 2)
    borders = [shapely.boundary(shapely.transform(one, plane.to_metres)) for one in (given, drawn)]
    assert made.shift_m > 10
    assert made.shift_m == pytest.approx(shapely.hausdorff_distance(*borders), abs=0.02)


def _shell_and_holes(topology: Topology, rings: Polygon) -> tuple[FloatArray, list[FloatArray]]:
    shell, *holes = (topology.ring(ring) / UNITS_PER_DEGREE for ring in rings)
    return shell, holes


def test_areas_that_do_not_tile_are_reported() -> None:
    overlapping = {"a": square(112.6, -8.0), "b": square(112.605, -8.0)}
    assert not generalise(overlapping, "test").tiled
    with pytest.raises(ValueError, match="no polygon"):
        generalise({}, "test")


def test_the_table_reads_back_as_it_was_written() -> None:
    text = (PACKS / "malang" / "boundaries.jsonl").read_text(encoding="utf-8")
    topology = read_topology(text)
    assert len(topology.areas) == 57
    assert write_topology(topology) == text
    assert max(segments(topology).values()) == 1


def test_exact_outlines_read_back_as_they_were_written() -> None:
    outline = np.array([[0, 0], [7, 1], [5, 9], [0, 0]], np.int32) + np.int32(1_126_300_000)
    made = replace(two_squares(), exact={"a": (outline,), "b": (outline + 1, outline)})
    text = write_topology(made)
    again = read_topology(text)
    assert write_topology(again) == text
    assert [ring.tolist() for ring in again.exact["b"]] == [
        (outline + 1).tolist(),
        outline.tolist(),
    ]
    assert [ring.tolist() for ring in again.outlines()["a"]] == [outline.tolist()]


def test_the_shipped_table_is_what_the_generator_makes_of_the_full_polygons() -> None:
    root = json.loads(data_file("geo/kelurahan_full.geojson").read_text())
    shapes = {f["id"]: shapely.from_geojson(json.dumps(f["geometry"])) for f in root["features"]}
    shipped = read_topology((PACKS / "malang" / "boundaries.jsonl").read_text(encoding="utf-8"))
    made = generalise(shapes, shipped.source)
    assert made.tiled
    assert made.shift_m <= MAX_SHIFT_M
    assert sum(map(len, made.topology.arcs)) < made.points_before * 0.6
    assert made.topology.areas.keys() == shipped.areas.keys()
    # Another version of the geometry library may choose other points, not other places.
    for code, polygons in shipped.areas.items():
        ours = shapely.Polygon(shipped.ring(polygons[0][0]) / 1e5)
        assert ours.symmetric_difference(shapes[code]).area / shapes[code].area < 0.1


HEADER = '{"format":"command-center boundaries","version":1,"source":""}'
RING = '{"exact":"a","rings":[[0,0,5,0,0,5,-5,-5]]}'


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["{}"], 1),
        (['{"format":"command-center boundaries","version":3}'], 1),
        ([HEADER, "nonsense"], 2),
        ([HEADER, "[" * 100_000], 2),
        ([HEADER, "[]"], 2),
        ([HEADER, '{"arc":[1,2,3]}'], 2),
        ([HEADER, '{"arc":[1,2,3,4.5]}'], 2),
        ([HEADER, '{"arc":[1,2,99999999,4]}'], 2),
        ([HEADER, '{"arc":[1,2,3,4]}', '{"area":"a","polygons":[[[2]]]}'], 3),
        ([HEADER, '{"arc":[1,2,3,4]}', '{"area":"a","polygons":[[[0]]]}'], 3),
        ([HEADER, '{"arc":[1,2,3,4]}', '{"area":"a","polygons":[[]]}'], 3),
        ([HEADER, '{"arc":[1,2,3,4]}', '{"area":7,"polygons":[[[1]]]}'], 3),
        ([HEADER, '{"arc":[1,2,3,4]}', '{"area":"a","polygons":[[[1]]]}'], 0),
        ([HEADER, '{"exact":"a"}'], 2),
        ([HEADER, '{"exact":"a","rings":[]}'], 2),
        ([HEADER, '{"exact":"a","rings":[[0,0,5,0,-5,0]]}'], 2),
        ([HEADER, '{"exact":"a","rings":[[0,0,5,0,0,5,-5]]}'], 2),
        ([HEADER, '{"exact":"a","rings":[[0,0,5,0,0,5,-5,-4]]}'], 2),
        ([HEADER, '{"exact":"a","rings":[[0,0,5,0,0,5.5,-5,-5.5]]}'], 2),
        ([HEADER, '{"exact":"a","rings":[[0,0,3600000000,0,0,5,-3600000000,-5]]}'], 2),
        ([HEADER, RING, RING], 3),
        ([HEADER, RING], 0),
    ],
)
def test_a_broken_table_is_refused_by_line(lines: list[str], line: int) -> None:
    with pytest.raises(TopologyError) as refused:
        read_topology("\n".join(lines))
    assert refused.value.line == line


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(TopologyError):
        read_topology("")


def test_a_ring_runs_its_arcs_either_way() -> None:
    arcs = (np.array([[0, 0], [5, 0], [5, 5]], np.int32), np.array([[0, 0], [5, 5]], np.int32))
    topology = Topology(arcs, {"a": (((1, -2),),)}, "")
    assert topology.ring((1, -2)).tolist() == [[0, 0], [5, 0], [5, 5], [0, 0]]
