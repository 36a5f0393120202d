"""Raster tiles of a local PMTiles file, version 3 (https://github.com/protomaps/PMTiles, spec v3).

Nothing the file says of itself is believed: what is unpacked is measured before it is parsed.
"""

from __future__ import annotations

import gzip
import json
import re
import threading
import zlib
from collections import OrderedDict
from pathlib import Path
from typing import Any

from pmtiles.tile import (
    Compression,
    Entry,
    HeaderDict,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

from command_center.domain.errors import OperatorError
from command_center.storage.tile_file import DEEPEST, MOST_BYTES, PICTURES, VECTORS, credit_of

MAGIC = b"PMTiles"
MOST_UNPACKED = 1024 * 1024
"""Of one directory, or of the description: fifty times what writers make."""
MOST_LEVELS = 4
"""Of directories above a tile: the root and three of leaves."""
_HEADER = 127
_KEPT = 32
_GZIP = 16 + zlib.MAX_WBITS
# A number of the directory has at most ten bytes; endless ones would be added up for minutes.
_ENDLESS = re.compile(rb"[\x80-\xff]{10}")


class PmTiles:
    """A TileFile. OperatorError where the file holds no pictures or cannot be read."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise OperatorError("map_tiles_missing", file=path.name)
        self._path, self._name = path, path.name
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, list[Entry]] = OrderedDict()
        self._size = path.stat().st_size
        self._head = self._header()
        self._look()

    def _header(self) -> HeaderDict:
        start = self._bytes(0, min(_HEADER, self._size))
        if not start.startswith(MAGIC) or start[7:8] not in (b"\x03", b""):
            raise self._wrong("wrong_magic")
        if len(start) < _HEADER:
            raise self._wrong("truncated")
        try:
            return deserialize_header(start)
        except (MagicNumberNotFound, SpecVersionUnsupported, ValueError) as error:
            raise self._wrong("damaged") from error

    def _look(self) -> None:
        """Is it pictures, whole, and does its first tile lead somewhere?"""
        head = self._head
        kind = head["tile_type"]
        if kind.name.lower() in VECTORS:
            raise self._wrong("vector", format=kind.name.lower())
        if kind.name.lower() not in PICTURES:
            said = "" if kind is TileType.UNKNOWN else kind.name.lower()
            raise self._wrong("no_pictures", format=said)
        self._demand_inside(head["leaf_directory_offset"], head["leaf_directory_length"])
        self._demand_inside(head["tile_data_offset"], head["tile_data_length"])
        root = self._directory(head["root_offset"], head["root_length"])
        if not root or not 0 <= head["min_zoom"] <= DEEPEST:
            raise self._wrong("empty")
        self.first_zoom, self.last_zoom = head["min_zoom"], min(head["max_zoom"], DEEPEST)
        with self._lock:
            self._entry(root[0].tile_id)
        self.credit = self._credit()

    def _credit(self) -> str:
        data = self._bytes(self._head["metadata_offset"], self._head["metadata_length"])
        try:
            told = json.loads(self._unpacked(data, self._head["internal_compression"]) or b"{}")
        except (ValueError, RecursionError) as error:
            raise self._wrong("damaged") from error
        said = told.get("attribution") if isinstance(told, dict) else None
        return credit_of(said) if isinstance(said, str) else ""

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        if not self.first_zoom <= zoom <= self.last_zoom or not (0 <= x < 1 << zoom > y >= 0):
            return None
        with self._lock:
            entry = self._entry(zxy_to_tileid(zoom, x, y))
            if entry is None:
                return None
            if entry.length > MOST_BYTES:
                raise self._wrong("too_large")
            data = self._bytes(self._head["tile_data_offset"] + entry.offset, entry.length)
        packed = self._head["tile_compression"]
        if packed is Compression.UNKNOWN:
            return data
        return self._unpacked(data, packed, MOST_BYTES, "too_large")

    def _entry(self, tile_id: int) -> Entry | None:
        """Where the tile lies, down the directories."""
        start, size = self._head["root_offset"], self._head["root_length"]
        for _ in range(MOST_LEVELS):
            entry = find_tile(self._directory(start, size), tile_id)
            if entry is None or entry.run_length:
                return entry
            start, size = self._head["leaf_directory_offset"] + entry.offset, entry.length
        raise self._wrong("looping")

    def _directory(self, start: int, size: int) -> list[Entry]:
        kept = self._kept.get(start)
        if kept is not None:
            self._kept.move_to_end(start)
            return kept
        plain = self._unpacked(self._bytes(start, size), self._head["internal_compression"])
        if _ENDLESS.search(plain):
            raise self._wrong("damaged")
        try:
            found = deserialize_directory(gzip.compress(plain, 1))
        except (EOFError, IndexError) as error:
            raise self._wrong("damaged") from error
        self._kept[start] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def _unpacked(
        self, data: bytes, packed: Compression, most: int = MOST_UNPACKED, more: str = "damaged"
    ) -> bytes:
        if packed is Compression.GZIP and data:
            unpacking = zlib.decompressobj(_GZIP)
            try:
                plain = unpacking.decompress(data, most + 1)
            except zlib.error as error:
                raise self._wrong("damaged") from error
            if len(plain) <= most and (not unpacking.eof or unpacking.unused_data):
                raise self._wrong("damaged")
        elif packed in (Compression.NONE, Compression.GZIP):
            plain = data
        else:
            raise self._wrong("packing", how=packed.name.lower())
        if len(plain) > most:
            raise self._wrong(more)
        return plain

    def _bytes(self, start: int, size: int) -> bytes:
        self._demand_inside(start, size)
        try:
            with self._path.open("rb") as file:
                file.seek(start)
                data = file.read(size)
        except (OSError, ValueError) as error:
            raise self._wrong("damaged") from error
        if len(data) < size:
            raise self._wrong("truncated")
        return data

    def _demand_inside(self, start: int, size: int) -> None:
        if start < 0 or size < 0:
            raise self._wrong("damaged")
        if start + size > self._size:
            raise self._wrong("truncated")

    def _wrong(self, what: str, **params: Any) -> OperatorError:
        return OperatorError(f"map_tiles_{what}", file=self._name, **params)

    def close(self) -> None:
        """Between two reads it holds no file open."""
