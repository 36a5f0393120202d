"""A local file of map tiles: PMTiles, or MBTiles (https://github.com/mapbox/mbtiles-spec, 1.3)."""

from __future__ import annotations

import sqlite3 as sqlite
import threading
import time
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.storage.pmtiles_file import MAGIC, PmTiles
from command_center.storage.tile_file import (
    DEEPEST,
    MOST_BYTES,
    PICTURES,
    VECTORS,
    TileFile,
    credit_of,
)

OPENING_S, READING_S = 20.0, 5.0
"""A table without an index is read whole when it is opened; a view may never end."""
LONGEST = 2 * MOST_BYTES
"""Of any value that the file has SQLite make."""
_STEPS = 10_000
"""Of SQLite, some milliseconds, between looks at the time."""


def open_tiles(path: Path) -> TileFile:
    """By what the file is, else by what it is called. OperatorError."""
    return PmTiles(path) if _is_archive(path) else MapTiles(path)


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            begins = file.read(len(MAGIC))
    except OSError:
        begins = b""
    return begins == MAGIC or (path.suffix.lower() == ".pmtiles" and begins != b"SQLite ")


class MapTiles:
    """A TileFile of MBTiles. OperatorError where it holds no pictures.

    What stands behind its tables is the file's own: any query. One that takes too long is broken
    off, and the file is not asked again. By Python's own SQLite, for pysqlite3 sets no limits.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise OperatorError("map_tiles_missing", file=path.name)
        self._name = path.name
        self._lock = threading.Lock()
        self._until, self._slow = time.monotonic() + OPENING_S, False
        try:
            self._link = sqlite.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._link.setlimit(sqlite.SQLITE_LIMIT_LENGTH, LONGEST)
            self._link.set_progress_handler(self._is_late, _STEPS)
            self._read_metadata()
        except sqlite.Error as error:
            self.close()
            raise self._fault() from error

    def _is_late(self) -> bool:
        self._slow = time.monotonic() > self._until
        return self._slow

    def _fault(self) -> OperatorError:
        code = "map_tiles_slow" if self._slow else "map_tiles_damaged"
        return OperatorError(code, file=self._name)

    def _read_metadata(self) -> None:
        rows = self._link.execute("SELECT name, value FROM metadata LIMIT 200").fetchall()
        told = {str(name): str(value) for name, value in rows}
        kind = told.get("format", "").lower()
        if kind not in PICTURES:
            self.close()
            code = "map_tiles_vector" if kind in VECTORS else "map_tiles_no_pictures"
            raise OperatorError(code, file=self._name, format=kind[:20])
        self.credit = credit_of(told.get("attribution", ""))
        sql = "SELECT min(zoom_level), max(zoom_level) FROM tiles"
        first, last = self._link.execute(sql).fetchone()
        if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first <= DEEPEST:
            self.close()
            raise OperatorError("map_tiles_empty", file=self._name)
        self.first_zoom, self.last_zoom = first, min(last, DEEPEST)

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """As of any TileFile."""
        sql = (
            "SELECT length(tile_data) > :most,"
            " CASE WHEN length(tile_data) <= :most THEN tile_data END"
            " FROM tiles WHERE zoom_level = :zoom AND tile_column = :x AND tile_row = :y"
        )
        asked = {"most": MOST_BYTES, "zoom": zoom, "x": x, "y": (1 << zoom) - 1 - y}
        with self._lock:
            if self._slow:
                raise self._fault()
            self._until = time.monotonic() + READING_S
            try:
                row = self._link.execute(sql, asked).fetchone()
            except sqlite.Error as error:
                raise self._fault() from error
        if row is None:
            return None
        too_large, data = row
        if too_large:
            raise OperatorError("map_tiles_too_large", file=self._name)
        return data if isinstance(data, bytes) else None

    def close(self) -> None:
        link = getattr(self, "_link", None)
        if link is not None:
            link.close()
