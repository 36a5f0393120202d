"""Raster tiles of a local MBTiles file (https://github.com/mapbox/mbtiles-spec, 1.3)."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError

PICTURES = frozenset({"png", "jpg", "jpeg", "webp"})
MOST_BYTES = 2 * 1024 * 1024
"""Of one tile; a larger one counts as missing."""
DEEPEST = 22
CREDIT_LENGTH = 160
_TAG = re.compile(r"<[^<>]*>")


class MapTiles:
    """Read only. Safe between threads. OperatorError where the file holds no pictures."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise OperatorError("map_tiles_missing", file=path.name)
        self._name = path.name
        self._lock = threading.Lock()
        try:
            self._link = sqlite.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._read_metadata()
        except sqlite.Error as error:
            self.close()
            raise OperatorError("map_tiles_damaged", file=self._name) from error

    def _read_metadata(self) -> None:
        rows = self._link.execute("SELECT name, value FROM metadata LIMIT 200").fetchall()
        told = {str(name): str(value) for name, value in rows}
        kind = told.get("format", "").lower()
        if kind not in PICTURES:
            self.close()
            raise OperatorError("map_tiles_no_pictures", file=self._name, format=kind[:20])
        credit = _TAG.sub("", told.get("attribution", ""))
        self.credit = " ".join(credit.split())[:CREDIT_LENGTH]
        sql = "SELECT min(zoom_level), max(zoom_level) FROM tiles"
        first, last = self._link.execute(sql).fetchone()
        if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first <= DEEPEST:
            self.close()
            raise OperatorError("map_tiles_empty", file=self._name)
        self.first_zoom, self.last_zoom = first, min(last, DEEPEST)

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """Of the usual numbering, counted from the north; None where there is none, or where what
        is there cannot be read."""
        sql = (
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
            " AND length(tile_data) <= ?"
        )
        with self._lock:
            try:
                row = self._link.execute(sql, (zoom, x, (1 << zoom) - 1 - y, MOST_BYTES)).fetchone()
            except sqlite.Error:
                return None
        return row[0] if row is not None and isinstance(row[0], bytes) else None

    def close(self) -> None:
        link = getattr(self, "_link", None)
        if link is not None:
            link.close()
