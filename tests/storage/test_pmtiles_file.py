"""A PMTiles file is read as pictures; each way in which one can be wrong has its own sentence."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from pmtiles.tile import Compression, TileType

from command_center.cli_words import WORDS
from command_center.domain.errors import OperatorError
from command_center.storage import pmtiles_file
from command_center.storage.map_tiles import MapTiles, open_tiles
from command_center.storage.pmtiles_file import MOST_UNPACKED, PmTiles
from command_center.storage.tile_file import MOST_BYTES
from tests.storage.mbtiles import write_mbtiles
from tests.storage.pmtiles_files import directory, write_pmtiles, write_raw

TILE = directory((0, 0, 3, 1))


def wrong(path: Path) -> str:
    with pytest.raises(OperatorError) as refused:
        open_tiles(path)
    assert refused.value.code in WORDS
    return refused.value.code


def test_a_tile_is_found_by_the_usual_numbering(tmp_path: Path) -> None:
    written = {(z, x, y): f"{z}/{x}/{y}".encode() for z in (2, 3) for x in (0, 3) for y in (1, 2)}
    tiles = open_tiles(write_pmtiles(tmp_path / "a.pmtiles", written, attribution="<b>© Kita</b>"))
    assert {key: tiles.tile(*key) for key in written} == written
    outside = ((2, 1, 1), (4, 0, 0), (2, 4, 1), (2, -1, 1), (1, 0, 0))
    assert [tiles.tile(*key) for key in outside] == [None] * 5
    assert (tiles.first_zoom, tiles.last_zoom, tiles.credit) == (2, 3, "© Kita")
    tiles.close()


def test_a_tile_is_found_through_leaves(tmp_path: Path) -> None:
    first, second = directory((0, 0, 3, 1)), directory((5, 3, 4, 3))
    root = directory((0, 0, len(first), 0), (5, len(first), len(second), 0))
    tiles = open_tiles(write_raw(tmp_path / "a.pmtiles", root, first + second, b"onefour"))
    assert tiles.tile(0, 0, 0) == b"one"
    assert tiles.tile(2, 0, 0) == tiles.tile(2, 1, 1) == b"four"


def test_a_packed_tile_is_unpacked_to_the_size_of_a_tile(tmp_path: Path) -> None:
    small, bomb = gzip.compress(b"picture"), gzip.compress(bytes(MOST_BYTES + 1))
    root = directory((0, 0, len(small), 1), (1, len(small), len(bomb), 1))
    packed = {"tile_compression": Compression.GZIP}
    tiles = open_tiles(write_raw(tmp_path / "a.pmtiles", root, b"", small + bomb, **packed))
    assert tiles.tile(0, 0, 0) == b"picture"
    with pytest.raises(OperatorError, match="map_tiles_too_large"):
        tiles.tile(1, 0, 0)


def test_a_tile_that_is_too_large_or_breaks_off_leaves_the_others(tmp_path: Path) -> None:
    root = directory((0, 0, 3, 1), (1, 3, MOST_BYTES + 1, 1), (2, 3, 99, 1))
    tiles = open_tiles(write_raw(tmp_path / "a.pmtiles", root, b"", b"one"))
    with pytest.raises(OperatorError, match="map_tiles_too_large"):
        tiles.tile(1, 0, 0)
    with pytest.raises(OperatorError, match="map_tiles_truncated"):
        tiles.tile(1, 0, 1)
    assert tiles.tile(0, 0, 0) == b"one"


def test_vectors_are_refused_by_their_name(tmp_path: Path) -> None:
    kinds = {
        TileType.MVT: "map_tiles_vector",
        TileType.MLT: "map_tiles_vector",
        TileType.AVIF: "map_tiles_no_pictures",
        TileType.UNKNOWN: "map_tiles_no_pictures",
    }
    made = {
        kind: write_raw(tmp_path / f"{kind.name}.pmtiles", TILE, tile_type=kind) for kind in kinds
    }
    assert {kind: wrong(path) for kind, path in made.items()} == kinds


def test_what_is_no_file_of_this_kind_is_told_apart(tmp_path: Path) -> None:
    whole = write_raw(tmp_path / "w.pmtiles", TILE, b"", b"one").read_bytes()
    cases = {
        b"GIF89a" + whole[6:]: "map_tiles_wrong_magic",
        b"PMTiles\x04" + whole[8:]: "map_tiles_wrong_magic",
        b"PM\x02\x00" + whole[4:]: "map_tiles_wrong_magic",
        b"": "map_tiles_wrong_magic",
        whole[:40]: "map_tiles_truncated",
        whole[:130]: "map_tiles_truncated",
        whole[:-1]: "map_tiles_truncated",
        whole[:97] + b"\x09" + whole[98:]: "map_tiles_damaged",
    }
    for number, (data, code) in enumerate(cases.items()):
        path = tmp_path / f"{number}.pmtiles"
        path.write_bytes(data)
        assert wrong(path) == code, number
    assert wrong(tmp_path / "none.pmtiles") == "map_tiles_missing"


def test_directories_that_lead_in_a_circle_are_left(tmp_path: Path) -> None:
    size = len(directory((0, 0, 40, 0)))
    leaf = directory((0, 0, size, 0))
    assert len(leaf) == size
    assert wrong(write_raw(tmp_path / "a.pmtiles", leaf, leaf)) == "map_tiles_looping"
    later = directory((0, 0, 3, 1), (1, 0, size, 0))
    tiles = open_tiles(write_raw(tmp_path / "b.pmtiles", later, leaf, b"one"))
    with pytest.raises(OperatorError, match="map_tiles_looping"):
        tiles.tile(1, 0, 0)
    assert tiles.tile(0, 0, 0) == b"one"


def test_a_directory_that_would_cost_minutes_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []
    monkeypatch.setattr(pmtiles_file, "deserialize_directory", lambda data: parsed.append(1))
    bombs = (
        gzip.compress(bytes(MOST_UNPACKED + 1)),
        TILE + gzip.compress(bytes(100)),
        gzip.compress(b"\x01" + b"\xff" * 100_000),
    )
    for number, root in enumerate(bombs):
        path = write_raw(tmp_path / f"{number}.pmtiles", root, b"", b"one")
        assert wrong(path) == "map_tiles_damaged", number
    assert parsed == []


def test_a_directory_that_is_none_is_refused(tmp_path: Path) -> None:
    cases = {
        gzip.compress(b"\xff\xff\xff\xff\x0f"): "map_tiles_damaged",
        TILE[:-9]: "map_tiles_damaged",
        b"no gzip": "map_tiles_damaged",
        directory(): "map_tiles_empty",
    }
    for number, (root, code) in enumerate(cases.items()):
        assert wrong(write_raw(tmp_path / f"{number}.pmtiles", root, b"", b"one")) == code, number
    brotli = write_raw(tmp_path / "b.pmtiles", TILE, internal_compression=Compression.BROTLI)
    assert wrong(brotli) == "map_tiles_packing"


def test_which_reader_a_file_gets_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    squares = write_pmtiles(tmp_path / "a.mbtiles", {(1, 0, 0): b"x"})
    tables = write_mbtiles(tmp_path / "b.pmtiles", {(1, 0, 0): b"x"})
    assert isinstance(open_tiles(squares), PmTiles)
    assert isinstance(open_tiles(tables), MapTiles)
