"""Rivers as lines and areas, and the file of them that a machine keeps."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec
import numpy as np

from command_center.geo.distance import LocalPlane

MOST_POINTS = 300_000
"""Of all together; a city with its ditches has a tenth."""
MOST_OF_ONE = 20_000
MOST_BYTES = 64 * 1024 * 1024
NAME_LENGTH = 80
DECIMALS = 6
Line = tuple[tuple[float, float], ...]
"""(lat, lon) in WGS84."""


class RiverKind(StrEnum):
    RIVER = "river"
    CANAL = "canal"
    STREAM = "stream"
    DRAIN = "drain"


@dataclass(frozen=True, slots=True)
class River:
    """`lines` are one or more stretches, or the rings of an `area`, its outside first."""

    kind: RiverKind
    name: str
    area: bool
    lines: tuple[Line, ...]


class BadRivers(ValueError):
    """A file that does not hold the rivers it is called by."""


def points_of(rivers: Iterable[River]) -> int:
    return sum(len(line) for river in rivers for line in river.lines)


def length_km(rivers: Iterable[River]) -> float:
    """Of the lines; an area has no length."""
    return sum(_length_km(line) for river in rivers if not river.area for line in river.lines)


def _length_km(line: Line) -> float:
    points = np.array(line)
    plane = LocalPlane.at(float(points[:, 0].mean()))
    steps = np.diff(plane.to_metres(points[:, ::-1]), axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum()) / 1000


def save(rivers: Sequence[River], folder: Path) -> tuple[Path, str]:
    """Write them under their own hash; (file, hash). A reader sees the old file or the whole
    new."""
    data = msgspec.json.encode(rivers)
    digest = hashlib.sha256(data).hexdigest()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = river_file(folder, digest)
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file, digest


def river_file(folder: Path, digest: str) -> Path:
    """Where the rivers of that hash are kept; ValueError for what is no hash."""
    return folder / f"rivers-{bytes.fromhex(digest).hex()[:32]}.json"


def load(folder: Path, digest: str) -> tuple[River, ...]:
    """FileNotFoundError if they are not here, BadRivers if the file holds something else."""
    with river_file(folder, digest).open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES or hashlib.sha256(data).hexdigest() != digest:
        raise BadRivers("the file is not the one that was imported")
    try:
        return msgspec.json.decode(data, type=tuple[River, ...])
    except msgspec.DecodeError as error:
        raise BadRivers("the file is damaged") from error
