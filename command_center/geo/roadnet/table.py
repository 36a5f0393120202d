"""The road graph as arrays, and the one file it is kept in."""

from __future__ import annotations

import hashlib
import os
import zipfile
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from command_center.geo.roadnet.classes import RoadClass

MOST_NODES = 2_000_000
MOST_BYTES = 512 * 1024 * 1024
"""Unpacked. A whole province of OpenStreetMap is below it."""

_TYPES = {
    "lat": np.float64,
    "lon": np.float64,
    "start": np.int32,
    "end": np.int32,
    "length_m": np.float64,
    "kind": np.uint8,
    "one_way": np.bool_,
    "shape_at": np.int32,
    "shape_lat": np.float64,
    "shape_lon": np.float64,
}


class BadRoads(ValueError):
    """A file or arrays that are no road graph; the message says what is wrong."""


@dataclass(frozen=True, eq=False, slots=True)
class RoadTable:
    """n nodes, m edges. `lat`, `lon` (n,) degrees; `start`, `end` (m,) node numbers; `length_m`
    (m,) > 0; `kind` (m,) RoadClass; a `one_way` edge (m,) is driven from start to end only.

    The line of edge e, both ends included, is shape_lat/shape_lon[shape_at[e]:shape_at[e + 1]].
    BadRoads if the arrays do not fit together.
    """

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    length_m: NDArray[np.float64]
    kind: NDArray[np.uint8]
    one_way: NDArray[np.bool_]
    shape_at: NDArray[np.int32]
    shape_lat: NDArray[np.float64]
    shape_lon: NDArray[np.float64]

    def __post_init__(self) -> None:
        for field in fields(self):
            array = getattr(self, field.name)
            if array.dtype != _TYPES[field.name] or array.ndim != 1:
                raise BadRoads(f"{field.name} is not a row of {_TYPES[field.name].__name__}")
            array.setflags(write=False)
        n, m = len(self.lat), len(self.start)
        if not n or not m or n > MOST_NODES:
            raise BadRoads(f"{n} nodes and {m} edges are no road graph")
        edges = (self.end, self.length_m, self.kind, self.one_way, self.shape_at[1:])
        if len(self.lon) != n or any(len(array) != m for array in edges):
            raise BadRoads("the arrays differ in length")
        self._check_edges(n)
        self._check_places()

    def _check_edges(self, n: int) -> None:
        ends = np.concatenate((self.start, self.end))
        if ends.min() < 0 or ends.max() >= n:
            raise BadRoads("an edge ends at no node")
        if not (np.isfinite(self.length_m).all() and (self.length_m > 0).all()):
            raise BadRoads("an edge has no length")
        if self.kind.max() >= len(RoadClass):
            raise BadRoads("an edge is of no class")

    def _check_places(self) -> None:
        for lats, lons in ((self.lat, self.lon), (self.shape_lat, self.shape_lon)):
            if len(lats) != len(lons):
                raise BadRoads("the arrays differ in length")
            if not (np.abs(lats) <= 90).all() or not (np.abs(lons) <= 180).all():
                raise BadRoads("a point is nowhere on Earth")
        counts = np.diff(self.shape_at)
        if self.shape_at[0] != 0 or self.shape_at[-1] != len(self.shape_lat) or counts.min() < 2:
            raise BadRoads("an edge has no line")

    def digest(self) -> str:
        """SHA-256 over the content, whatever wrote or packed the file."""
        seen = hashlib.sha256()
        for field in fields(self):
            array = getattr(self, field.name)
            little = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
            seen.update(f"{field.name} {len(array)} ".encode())
            seen.update(little.tobytes())
        return seen.hexdigest()


def save(table: RoadTable, folder: Path) -> tuple[Path, str]:
    """Write it under its own hash; (file, hash). A reader sees the old file or the whole new."""
    digest = table.digest()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = road_file(folder, digest)
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            np.savez_compressed(out, **{f.name: getattr(table, f.name) for f in fields(table)})
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file, digest


def road_file(folder: Path, digest: str) -> Path:
    """Where the graph of that hash is kept; ValueError for what is no hash."""
    return folder / f"roads-{bytes.fromhex(digest).hex()[:32]}.npz"


def load(folder: Path, digest: str) -> RoadTable:
    """The graph of that hash. FileNotFoundError if it is not here, BadRoads if the file holds
    something else."""
    file = road_file(folder, digest)
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(member.file_size for member in packed.infolist()) > MOST_BYTES:
                raise BadRoads("the file is larger than any road graph")
        with np.load(file, allow_pickle=False) as arrays:
            table = RoadTable(**{name: arrays[name] for name in _TYPES})
    except (KeyError, EOFError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise BadRoads("the file is damaged") from error
    except BadRoads:
        raise
    except ValueError as error:
        raise BadRoads("the file is damaged") from error
    if table.digest() != digest:
        raise BadRoads("the file is not the one that was imported")
    return table
