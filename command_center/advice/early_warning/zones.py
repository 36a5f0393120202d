"""Which kelurahan are looked at together: each with its nearest ones."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Zones:
    """`codes` in order; `cells[a, c]` are, nearest first, the areas of the zones around the c-th
    centre that may reach area a: shape (areas + 1, centres, neighbours). `padding` = the number of
    no area, whose counts stay 0; `nowhere` = that of incidents without a known one."""

    codes: tuple[str, ...]
    cells: Ints

    @property
    def padding(self) -> int:
        return len(self.codes)

    @property
    def nowhere(self) -> int:
        return len(self.codes) + 1

    def number_of(self, code: str | None) -> int:
        return self.codes.index(code) if code in self.codes else self.nowhere


def zones_of(points: Mapping[str, tuple[float, float]], neighbours: int) -> Zones:
    """`points` = {area: (lat, lon) of its middle, degrees}; as the crow flies."""
    codes = tuple(sorted(points))
    if not codes:
        return Zones((), np.zeros((2, 0, 1), np.int64))
    lat = np.array([points[code][0] for code in codes])
    lon = np.array([points[code][1] for code in codes])
    across = lon * math.cos(math.radians(float(lat.mean())))
    apart = np.hypot(lat[:, None] - lat[None], across[:, None] - across[None])
    np.fill_diagonal(apart, -1.0)  # an area comes first around itself, even under another's point
    nearest = np.argsort(apart, axis=1, kind="stable")[:, :neighbours]
    size, width = len(codes), nearest.shape[1]
    reached = [np.flatnonzero((nearest == area).any(axis=1)) for area in range(size)]
    most = max(len(found) for found in reached)
    cells = np.full((size + 2, most, width), size, np.int64)
    for area, centres in enumerate(reached):
        cells[area, : len(centres)] = nearest[centres]
    return Zones(codes, cells)
