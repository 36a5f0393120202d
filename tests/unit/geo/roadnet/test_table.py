"""The arrays hold together, and the file they are kept in is the one that was imported."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from command_center.geo.roadnet.classes import RoadClass, Speeds, Vehicle, speeds_of, vehicle_of
from command_center.geo.roadnet.net import RoadNet
from command_center.geo.roadnet.table import BadRoads, RoadTable, load, road_file, save
from tests.unit.geo.roadnet.nets import grid, nets

TABLE = grid(2, 3).table


def same(a: RoadTable, b: RoadTable) -> bool:
    return all(np.array_equal(getattr(a, f.name), getattr(b, f.name)) for f in fields(a))


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    file, digest = save(TABLE, tmp_path / "roads")
    assert file == road_file(tmp_path / "roads", digest)
    assert same(load(tmp_path / "roads", digest), TABLE)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@settings(deadline=None, max_examples=30)
@given(nets())
def test_the_hash_tells_graphs_apart(net: RoadNet) -> None:
    assert net.table.digest() == replace(net.table).digest()
    longer = replace(net.table, length_m=net.table.length_m + 1)
    assert longer.digest() != net.table.digest()


def test_a_file_that_is_not_the_imported_one_is_refused(tmp_path: Path) -> None:
    file, digest = save(TABLE, tmp_path)
    other, _ = save(replace(TABLE, length_m=TABLE.length_m * 2), tmp_path)
    other.replace(file)
    with pytest.raises(BadRoads, match="not the one"):
        load(tmp_path, digest)
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(BadRoads, match="damaged"):
        load(tmp_path, digest)
    file.write_bytes(b"")
    with pytest.raises(BadRoads):
        load(tmp_path, digest)
    file.unlink()
    with pytest.raises(FileNotFoundError):
        load(tmp_path, digest)


def test_no_path_is_made_of_what_is_no_hash(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="hex"):
        load(tmp_path, "../../etc/passwd")


def test_a_file_with_objects_in_it_is_not_opened(tmp_path: Path) -> None:
    file, digest = save(TABLE, tmp_path)
    arrays: dict[str, Any] = {f.name: getattr(TABLE, f.name) for f in fields(TABLE)}
    np.savez(file, **{**arrays, "lat": np.array([object()])})
    with pytest.raises(BadRoads):
        load(tmp_path, digest)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lat": np.array([])},
        {"lat": np.array([91.0] * 6)},
        {"lat": np.array([np.nan] * 6)},
        {"end": TABLE.end + np.int32(9)},
        {"start": -TABLE.start - np.int32(1)},
        {"length_m": TABLE.length_m * 0},
        {"length_m": TABLE.length_m[1:]},
        {"length_m": np.full(7, np.inf)},
        {"kind": np.full(7, 99, dtype=np.uint8)},
        {"kind": TABLE.kind.astype(np.int64)},
        {"shape_at": TABLE.shape_at[:-1]},
        {"shape_at": np.zeros(8, dtype=np.int32)},
        {"shape_lat": TABLE.shape_lat[:-1]},
    ],
)
def test_arrays_that_do_not_fit_are_no_graph(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadRoads):
        replace(TABLE, **wrong)


def test_speeds_survive_being_stored() -> None:
    rooms = Speeds(car=(60.0, 40.0, 33.0, 28.0, 25.0, 20.0, 10.0, 0.0))
    assert speeds_of(rooms.as_json()) == rooms
    assert speeds_of({}) == Speeds()
    assert speeds_of({"car": {"local": 18}}).car[RoadClass.LOCAL] == 18.0


@pytest.mark.parametrize(
    "wrong",
    [
        {"car": {"lokal": 20}},
        {"car": {"local": "cepat"}},
        {"car": {"local": True}},
        {"car": {"local": -1}},
        {"car": {"local": 900}},
        {"car": {"local": float("nan")}},
        {"car": {kind.name.lower(): 0 for kind in RoadClass}},
        {"car": [20]},
    ],
)
def test_a_table_of_speeds_with_a_slip_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"speed|class"):
        speeds_of(wrong)


def test_who_is_not_said_to_ride_drives() -> None:
    assert vehicle_of("Sepeda Motor ") is Vehicle.MOTORCYCLE
    assert vehicle_of("patroli") is Vehicle.CAR
