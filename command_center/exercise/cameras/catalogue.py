"""The list of simulated cameras: resources/exercise/cameras.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from command_center.runtime.paths import resources_dir

Kind = Literal["hls", "mjpeg"]


@dataclass(frozen=True)
class CameraSpec:
    """A camera to simulate; position in degrees WGS84, `scene` a name of streets.STREETS."""

    id: str
    name: str
    lat: float
    lon: float
    scene: str
    kind: Kind


def load_catalogue(path: Path | None = None) -> tuple[CameraSpec, ...]:
    """The cameras of a file, by default the shipped one."""
    file = path or resources_dir() / "exercise" / "cameras.toml"
    with file.open("rb") as stream:
        rows = tomllib.load(stream)["camera"]
    return tuple(CameraSpec(**row) for row in rows)
