"""A file of map tiles is read as pictures, and refused in words where it holds none."""

from __future__ import annotations

from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError
from command_center.storage import map_tiles
from command_center.storage.map_tiles import MapTiles
from command_center.storage.tile_file import MOST_BYTES
from tests.storage.mbtiles import write_mbtiles


def test_a_tile_is_numbered_from_the_north_while_the_file_counts_from_the_south(
    tmp_path: Path,
) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", {(3, 5, 1): b"north", (3, 5, 6): b"south"})
    tiles = MapTiles(path)
    assert (tiles.tile(3, 5, 1), tiles.tile(3, 5, 6)) == (b"north", b"south")
    assert tiles.tile(3, 5, 2) is None
    assert (tiles.first_zoom, tiles.last_zoom) == (3, 3)
    tiles.close()


def test_whose_map_it_is_is_told_without_its_tags(tmp_path: Path) -> None:
    said = '<a href="https://x">© OpenStreetMap</a>\n  contributors'
    path = write_mbtiles(tmp_path / "a.mbtiles", {(1, 0, 0): b"x"}, attribution=said)
    assert MapTiles(path).credit == "© OpenStreetMap contributors"


def test_a_tile_that_is_too_large_is_left_out_in_words(tmp_path: Path) -> None:
    tiles = {(1, 0, 0): b"x" * (MOST_BYTES + 1), (1, 1, 0): b"x" * MOST_BYTES}
    made = MapTiles(write_mbtiles(tmp_path / "a.mbtiles", tiles))
    with pytest.raises(OperatorError) as refused:
        made.tile(1, 0, 0)
    assert refused.value.code == "map_tiles_too_large"
    assert made.tile(1, 1, 0) is not None


def test_a_file_without_pictures_is_refused_by_what_is_wrong(tmp_path: Path) -> None:
    damaged, text = tmp_path / "d.mbtiles", tmp_path / "t.mbtiles"
    whole = write_mbtiles(tmp_path / "w.mbtiles", {(1, 0, 0): b"x"}).read_bytes()
    damaged.write_bytes(whole[:1000])
    text.write_text("no database")
    wrong = {
        tmp_path / "none.mbtiles": "map_tiles_missing",
        damaged: "map_tiles_damaged",
        text: "map_tiles_damaged",
        write_mbtiles(tmp_path / "e.mbtiles", {}): "map_tiles_empty",
        write_mbtiles(tmp_path / "p.mbtiles", {(1, 0, 0): b"x"}, "pbf"): "map_tiles_vector",
        write_mbtiles(tmp_path / "g.mbtiles", {(1, 0, 0): b"x"}, "gif"): "map_tiles_no_pictures",
    }
    for path, code in wrong.items():
        with pytest.raises(OperatorError) as refused:
            MapTiles(path)
        assert refused.value.code == code


ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT"


def viewing(path: Path, tiles: str) -> Path:
    """`tiles` is the query behind that name."""
    link = sqlite.connect(write_mbtiles(path, {}))
    link.execute("DROP TABLE tiles")
    link.execute(f"CREATE VIEW tiles (zoom_level, tile_column, tile_row, tile_data) AS {tiles}")
    link.commit()
    link.close()
    return path


def test_a_table_without_end_is_broken_off_and_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_tiles, "OPENING_S", 0.1)
    with pytest.raises(OperatorError, match="map_tiles_slow"):
        MapTiles(viewing(tmp_path / "o.mbtiles", f"{ENDLESS} n, n, n, 'x' FROM r"))
    first = f"CASE rowid WHEN 1 THEN ({ENDLESS} count(*) FROM r) ELSE x'01' END"
    hidden = f"SELECT 1, rowid - 1, 0, {first} FROM metadata"
    made = MapTiles(viewing(tmp_path / "t.mbtiles", hidden))
    assert made.tile(1, 1, 1) == b"\x01"
    monkeypatch.setattr(map_tiles, "READING_S", 0.1)
    with pytest.raises(OperatorError, match="map_tiles_slow"):
        made.tile(1, 0, 1)
    with pytest.raises(OperatorError, match="map_tiles_slow"):
        made.tile(1, 1, 1)


def test_a_value_that_the_file_has_made_is_no_longer_than_a_few_tiles(tmp_path: Path) -> None:
    sql = "SELECT 1, 0, 0, substr(hex(randomblob(3000000)), 1, 9) FROM metadata"
    made = MapTiles(viewing(tmp_path / "a.mbtiles", sql))
    with pytest.raises(OperatorError, match="map_tiles_damaged"):
        made.tile(1, 0, 1)


def test_a_file_is_only_read(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", {(1, 0, 0): b"x"})
    before = path.read_bytes()
    tiles = MapTiles(path)
    tiles.tile(1, 0, 0)
    tiles.close()
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path]
