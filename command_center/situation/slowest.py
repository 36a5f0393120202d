"""The samples that took longest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from command_center.columns.samples import Samples
from command_center.domain.clocks import Sample

OUTLIERS = 100


class Slowest:
    """The first OUTLIERS; of equal ones those that came before."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, Sample]] = []

    def take(self, columns: Samples, places: NDArray[np.intp]) -> None:
        """Of `columns` those at `places`, all of which were measured."""
        if len(self._kept) == OUTLIERS:
            places = places[columns.took_us[places] > self._kept[-1][0]]
        order = np.argsort(-columns.took_us[places], kind="stable")[:OUTLIERS]
        new = [(int(columns.took_us[place]), columns[place]) for place in places[order].tolist()]
        if new:
            both = sorted([*self._kept, *new], key=lambda one: -one[0])
            self._kept = both[:OUTLIERS]

    def told(self) -> tuple[Sample, ...]:
        return tuple(sample for _, sample in self._kept)
