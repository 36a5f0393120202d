"""Small files of map tiles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite


def write_mbtiles(
    path: Path,
    tiles: Mapping[tuple[int, int, int], bytes],
    kind: str = "png",
    attribution: str = "",
) -> Path:
    """`tiles` by level, column and row from the north."""
    link = sqlite.connect(path)
    link.execute("CREATE TABLE metadata (name text, value text)")
    link.execute(
        "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer,"
        " tile_data blob)"
    )
    told = [("format", kind), ("attribution", attribution)]
    link.executemany("INSERT INTO metadata VALUES (?, ?)", told)
    rows = [(zoom, x, (1 << zoom) - 1 - y, data) for (zoom, x, y), data in tiles.items()]
    link.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    link.commit()
    link.close()
    return path
