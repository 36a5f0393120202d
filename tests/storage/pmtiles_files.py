"""Small PMTiles files, and broken ones."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pmtiles.tile import (
    Compression,
    Entry,
    TileType,
    serialize_directory,
    serialize_header,
    zxy_to_tileid,
)
from pmtiles.writer import Writer

HEAD = 127


def write_pmtiles(
    path: Path,
    tiles: Mapping[tuple[int, int, int], bytes],
    kind: TileType = TileType.PNG,
    attribution: str = "",
) -> Path:
    """By the library's own writer. `tiles` by level, column and row from the north."""
    zooms = [zoom for zoom, _, _ in tiles]
    with path.open("wb") as file:
        writer: Any = Writer(file)  # type: ignore[no-untyped-call]
        for key, data in sorted(tiles.items(), key=lambda one: zxy_to_tileid(*one[0])):
            writer.write_tile(zxy_to_tileid(*key), data)
        head = {
            "tile_type": kind,
            "tile_compression": Compression.NONE,
            "min_zoom": min(zooms),
            "max_zoom": max(zooms),
        }
        writer.finalize(head, {"attribution": attribution})
    return path


def write_raw(
    path: Path, root: bytes, leaves: bytes = b"", tiles: bytes = b"", **said: Any
) -> Path:
    """Root directory, leaf directories and tiles as they are, one after the other."""
    meta = gzip.compress(b"{}")
    parts = (root, meta, leaves, tiles)
    names = ("root", "metadata", "leaf_directory", "tile_data")
    head: Any = {
        "clustered": True,
        "internal_compression": Compression.GZIP,
        "tile_compression": Compression.NONE,
        "tile_type": TileType.PNG,
        "min_zoom": 0,
        "max_zoom": 3,
    }
    at = HEAD
    for name, part in zip(names, parts, strict=True):
        head[f"{name}_offset"], head[f"{name}_length"] = at, len(part)
        at += len(part)
    path.write_bytes(serialize_header(head | said) + b"".join(parts))
    return path


def directory(*entries: tuple[int, int, int, int]) -> bytes:
    """Of (tile id, offset, length, run length); a run of 0 leads to a leaf."""
    return bytes(serialize_directory([Entry(*one) for one in entries]))
