"""A map from a local file of picture tiles, beneath everything else."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageReader, QPainter

from command_center.domain.errors import OperatorError
from command_center.geo.mercator import corner_of, tile_at, zoom_for
from command_center.storage.map_tiles import open_tiles
from command_center.storage.tile_file import TileFile
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.viewport import Ground
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
MOST_KEPT = 160
"""Tiles in memory, 40 MB: what a wide window shows and one square around it."""
MOST_IN_PIECE = 16
MOST_AT_ONCE = 24
MOST_PX = 1024
SHOW_AFTER_S = 0.25
"""While tiles are still being read the map is painted anew this often."""
STRENGTH = {"dark": 0.5, "light": 0.9}
KINDS = {
    b"png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    b"jpeg": re.compile(rb"\xff\xd8\xff"),
    b"webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
"""What a tile may be, by its first bytes."""
Key = tuple[int, int, int]
Read = tuple[dict[Key, QImage | None], str]


class Raster:
    """Opened, read and decoded on the pool of the seat; `done` follows what came."""

    id = "raster"
    level = Level.BENEATH_MARKS

    def __init__(
        self,
        file: Path | None,
        ground: Ground,
        theme: Theme,
        tasks: Tasks,
        done: Callable[[], None],
    ) -> None:
        self._file = file
        self._ground = ground
        self._theme = theme
        self._tasks = tasks
        self._done = done
        self._tiles: TileFile | None = None
        self._wrong = ""
        self._left_out = ""
        self._kept: OrderedDict[Key, QImage | None] = OrderedDict()
        self._wanted: dict[Key, None] = {}
        self._busy = False
        self._shown_at = 0.0
        self.version = 0

    def open(self) -> None:
        """Once it is switched on."""
        if self._file is not None and self._tiles is None and not self._busy and not self._wrong:
            self._busy = True
            self._tasks.run(partial(open_tiles, self._file), self._opened, self._failed)

    def _opened(self, tiles: TileFile) -> None:
        self._tiles, self._busy = tiles, False
        self._renew()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._wrong = error.code if isinstance(error, OperatorError) else "map_tiles_damaged"
        self._renew()

    def _renew(self) -> None:
        self.version += 1
        self._shown_at = time.monotonic()
        self._done()

    # --- words ---------------------------------------------------------------------------------

    @property
    def credit(self) -> str:
        """Whose map it is: its licence wants it seen."""
        return self._tiles.credit if self._tiles is not None else ""

    def title(self) -> str:
        return translate("Map", "Peta dasar dari berkas")

    def note(self) -> str:
        if self._file is None:
            return translate("Map", "tidak ada berkas peta (MBTiles atau PMTiles) di komputer ini")
        if self._wrong:
            return why(self._wrong)
        if not self._left_out:
            return self.credit
        text = translate("Map", "sebagian tidak ditampilkan: %1").replace("%1", why(self._left_out))
        return f"{self.credit} · {text}" if self.credit else text

    # --- painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if self._tiles is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(STRENGTH["dark" if self._theme.is_dark else "light"])
        for key in self._needed(piece, self._tiles):
            if key not in self._kept:
                self._wanted[key] = None
                continue
            self._kept.move_to_end(key)
            picture = self._kept[key]
            if picture is not None:
                painter.drawImage(self._where(key, piece.scale), picture)
        painter.setOpacity(1.0)
        self._fetch()

    def _needed(self, piece: Piece, tiles: TileFile) -> Iterator[Key]:
        """Nothing where the file is too coarse or too fine for the view."""
        box, scale = piece.box, piece.scale
        right, bottom = box.left + box.width, box.top + box.height
        north = self._ground.to_lat_lon(box.left / scale, box.top / scale)
        south = self._ground.to_lat_lon(right / scale, bottom / scale)
        zoom = zoom_for(scale * piece.ratio, self._ground.centre.lat)
        zoom = min(max(zoom, tiles.first_zoom), tiles.last_zoom)
        left, top = (int(at) for at in tile_at(north.lat, north.lon, zoom))
        last, low = (int(at) for at in tile_at(south.lat, south.lon, zoom))
        if (last - left + 1) * (low - top + 1) <= MOST_IN_PIECE:
            yield from ((zoom, x, y) for x in range(left, last + 1) for y in range(top, low + 1))

    def _where(self, key: Key, scale: float) -> QRectF:
        zoom, x, y = key
        left, top = self._ground.to_m(*corner_of(x, y, zoom))
        right, bottom = self._ground.to_m(*corner_of(x + 1, y + 1, zoom))
        return QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)

    # --- reading -------------------------------------------------------------------------------

    def _fetch(self) -> None:
        if self._busy or not self._wanted or self._tiles is None:
            return
        keys = list(self._wanted)[-MOST_AT_ONCE:]
        self._busy = True
        self._tasks.run(partial(_decoded, self._tiles, keys), self._take, self._give_up)

    def _take(self, read: Read) -> None:
        found, left_out = read
        self._busy = False
        self._left_out = left_out or self._left_out
        for key, picture in found.items():
            self._wanted.pop(key, None)
            self._kept[key] = picture
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        while len(self._wanted) > MOST_KEPT:
            del self._wanted[next(iter(self._wanted))]
        if not self._wanted or time.monotonic() - self._shown_at >= SHOW_AFTER_S:
            self._renew()
        self._fetch()

    def _give_up(self, _: Exception) -> None:
        self._busy = False
        self._wanted.clear()

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        return ()


def why(code: str) -> str:
    """A sentence for what is wrong with a file of tiles."""
    return {
        "map_tiles_missing": translate("Map", "berkas peta tidak ditemukan"),
        "map_tiles_wrong_magic": translate("Map", "berkas ini bukan PMTiles versi 3"),
        "map_tiles_truncated": translate("Map", "berkas peta terpotong; salin ulang"),
        "map_tiles_looping": translate("Map", "daftar isi berkas peta berputar-putar"),
        "map_tiles_packing": translate("Map", "berkas peta dimampatkan dengan cara lain dari gzip"),
        "map_tiles_too_large": translate("Map", "petak lebih besar dari 2 MB"),
        "map_tiles_vector": translate(
            "Map", "berkas peta ini vektor; yang dapat dibentangkan hanya gambar (PNG, JPEG, WebP)"
        ),
        "map_tiles_no_pictures": translate("Map", "berkas peta ini tidak berisi gambar"),
        "map_tiles_slow": translate("Map", "berkas peta ini terlalu lama dibaca"),
        "map_tiles_empty": translate("Map", "berkas peta ini kosong"),
    }.get(code, translate("Map", "berkas peta ini rusak"))


def _decoded(tiles: TileFile, keys: Sequence[Key]) -> Read:
    """On another thread. The code of what was left out, "" of nothing."""
    found: dict[Key, QImage | None] = {}
    left_out = ""
    for key in keys:
        try:
            found[key] = _picture(tiles.tile(*key))
        except OperatorError as error:
            found[key], left_out = None, error.code
    return found, left_out


def _picture(data: bytes | None) -> QImage | None:
    """None for what is no PNG, JPEG or WebP, or one that would unpack to more than a tile. Qt
    reads more kinds than these, and nothing else is given to it."""
    kind = next((name for name, begins in KINDS.items() if begins.match(data or b"")), None)
    if data is None or kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > MOST_PX:
        return None
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)
