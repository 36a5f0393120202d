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
    """Anchors in order of their kecamatan; `groups` are (kecamatan, first, end) among them, and
    `reaches[u, a]`: unit u of the roster reaches anchor a in time. Make it with `Cover.of`."""

    anchors: tuple[Anchor, ...]
    weights: NDArray[np.float64]
    floors: NDArray[np.intp]
    groups: tuple[tuple[str, int, int], ...]
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
        if seconds.ndim != 2 or seconds.shape[1] != len(anchors):
            raise ValueError("a column of seconds for every anchor")
        order = sorted(range(len(anchors)), key=lambda at: anchors[at].kecamatan)
        listed = tuple(anchors[at] for at in order)
        weights = np.array([anchor.weight for anchor in listed], np.float64)
        if not weights.sum() > 0:
            raise ValueError("the weights sum to nothing")
        names = [anchor.kecamatan for anchor in listed]
        return Cover(
            anchors=listed,
            weights=weights / weights.sum(),
            floors=np.array([floors.get(name, 0) for name in names], np.intp),
            groups=tuple(
                (name, names.index(name), names.index(name) + names.count(name))
                for name in dict.fromkeys(names)
            ),
            reaches=seconds[:, order] <= within_s,
        )


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
    there = cover.reaches[leaving]
    lost = there * (cover.weights * (1 - busy) * busy ** np.maximum(counts - 1, 0))
    firsts = [first for _, first, _ in cover.groups]
    sums = np.add.reduceat(lost, firsts, axis=1).tolist()
    under = there & (counts == cover.floors) & (cover.floors > 0)
    falls = np.logical_or.reduceat(under, firsts, axis=1).tolist()
    worst = [(lost[:, first:end].argmax(axis=1) + first).tolist() for _, first, end in cover.groups]
    before, found = counts.tolist(), []
    for at in range(len(leaving)):
        named = []
        for group, (name, _, _) in enumerate(cover.groups):
            if sums[at][group] > 0:
                top = worst[group][at]
                kelurahan, reached = cover.anchors[top].name, before[top]
                lacks = falls[at][group]
                named.append(Hole(name, sums[at][group], kelurahan, reached, reached - 1, lacks))
        found.append(tuple(sorted(named, key=lambda hole: (-hole.loss, hole.kecamatan))))
    return found
