"""What the city loses when a unit leaves: expected coverage (MEXCLP; Daskin 1983).

An anchor with demand d that k units reach in time is served with 1 - q^k, q = how likely a unit is
busy; the k-th unit's part is d (1 - q) q^(k-1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BUSY_LEAST, BUSY_MOST = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Anchor:
    """The point that stands for a kelurahan; `weight` = its share of what happens."""

    name: str
    kecamatan: str
    weight: float


@dataclass(frozen=True, slots=True)
class Hole:
    """What one kecamatan loses: `loss` of the city's expected coverage, and the kelurahan that
    loses most with how many idle units reach it in time before and after."""

    kecamatan: str
    loss: float
    kelurahan: str
    before: int
    after: int
    under_floor: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """`reaches[u, a]`: unit u of the roster reaches anchor a in time. Make it with `Cover.of`."""

    anchors: tuple[Anchor, ...]
    weights: NDArray[np.float64]
    groups: tuple[tuple[str, int, NDArray[np.intp]], ...]
    reaches: NDArray[np.bool_]

    @staticmethod
    def of(
        anchors: Sequence[Anchor],
        seconds: NDArray[np.floating],
        within_s: float,
        floors: Mapping[str, int],
    ) -> Cover:
        """`seconds[u, a]` from each unit to each anchor; `floors`: the least number of idle units
        that must reach every kelurahan of a kecamatan, 0 where it does not stand.

        ValueError: another number of anchors, or weights that sum to nothing.
        """
        weights = np.array([anchor.weight for anchor in anchors], np.float64)
        if seconds.shape[1:] != weights.shape or not weights.sum() > 0:
            raise ValueError("a weight and a column of seconds for every anchor")
        names = sorted({anchor.kecamatan for anchor in anchors})
        groups = tuple(
            (
                name,
                floors.get(name, 0),
                np.flatnonzero([anchor.kecamatan == name for anchor in anchors]),
            )
            for name in names
        )
        return Cover(tuple(anchors), weights / weights.sum(), groups, seconds <= within_s)


def busy_share(idle: int, all_units: int) -> float:
    """How likely a unit is busy, never quite 0 or 1: coverage is about the next hour, too."""
    share = 1 - idle / all_units if all_units else 1.0
    return min(BUSY_MOST, max(BUSY_LEAST, share))


def holes(
    cover: Cover, idle: NDArray[np.bool_], leaving: NDArray[np.intp], busy: float
) -> list[tuple[Hole, ...]]:
    """For each of `leaving` (places in the roster, all of them idle) what every kecamatan loses,
    the greatest loss first; a kecamatan that loses nothing is left out."""
    counts = cover.reaches[idle].sum(axis=0)
    part = cover.weights * (1 - busy) * busy ** np.maximum(counts - 1, 0)
    lost = np.where(cover.reaches[leaving], part, 0.0)
    found: list[list[Hole]] = [[] for _ in leaving]
    for kecamatan, floor, members in cover.groups:
        mine = lost[:, members]
        sums, worst = mine.sum(axis=1), members[mine.argmax(axis=1)]
        under = (cover.reaches[leaving][:, members] & (counts[members] == floor)).any(axis=1)
        for at in np.flatnonzero(sums):
            anchor = int(worst[at])
            before = int(counts[anchor])
            hole = Hole(
                kecamatan,
                float(sums[at]),
                cover.anchors[anchor].name,
                before,
                before - 1,
                bool(floor and under[at]),
            )
            found[at].append(hole)
    return [tuple(sorted(each, key=lambda one: (-one.loss, one.kecamatan))) for each in found]
