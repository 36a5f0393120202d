"""One stream of incidents: how unlike chance the last of them makes each zone and window look."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from command_center.advice.early_warning import chart, poisson, scan
from command_center.advice.early_warning.counts import DAY_S, Counts
from command_center.advice.early_warning.plan import Plan
from command_center.advice.early_warning.zones import Floats, Ints, Zones

USUAL_S = (3_600.0, 7_200.0, 14_400.0, 21_600.0)
"""Windows whose usual counts are asked for: those of poisson and of the chart."""
BELIEVED = 0.5
"""Of every kelurahan, before anything is known."""
LEARNING_DAYS = 3.0
"""While a room is young an even spread over the city counts like so many days."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Log likelihood ratios of one look. `scan` (replicas, centres, neighbours, windows) with the
    `count` and `mean` of each; `poisson` (replicas, windows of poisson.py) with `alone`, `usual`:
    what one kelurahan has and usually has."""

    scan: Floats
    count: Floats
    mean: Floats
    poisson: Floats
    alone: Floats
    usual: Floats


class StreamCounts:
    """The counts of one stream and the likelihoods of its last incident. `a_day` incidents are
    reckoned with while `young`."""

    def __init__(
        self,
        plan: Plan,
        zones: Zones,
        *,
        replicas: int = 1,
        young: bool = False,
        a_day: float = 0.0,
    ) -> None:
        self.counts = Counts(zones, plan.windows_s, plan.baseline_days * DAY_S, replicas)
        self._alone = [plan.windows_s.index(length_s) for length_s in poisson.WINDOWS_S]
        self._usual = [plan.windows_s.index(length_s) for length_s in USUAL_S]
        size = len(zones.codes)
        each = BELIEVED + (LEARNING_DAYS * a_day / size if young and size else 0.0)
        self._prior = np.zeros(size + 2)
        self._prior[:size] = each
        self.usual: list[list[int]] = []

    def look(self, at_s: float, areas: Ints) -> Raw:
        """After an incident was pushed at `at_s` in `areas`, one of each replica."""
        counts = self.counts
        count, mean, _ = scan.expected(counts, areas, self._prior)
        found = scan.likelihood(count, mean, counts.total[:-1])
        each = np.arange(len(areas))
        alone = counts.cells[each, areas][:, self._alone]
        lately = max(counts.total[at] for at in self._usual)
        enough = lately >= chart.LEAST_COUNT or alone.max(initial=0.0) >= scan.LEAST
        self.usual = counts.usual(at_s, USUAL_S) if enough else []
        whole = counts.total[-1] + self._prior.sum()
        share = (counts.cells[each, areas, -1] + self._prior[areas]) / whole
        if not self.usual:  # too few for anybody to ask
            nothing = np.zeros_like(alone)
            return Raw(found, count, mean, nothing, alone, nothing)
        often = [sum(days) / max(len(days), 1) for days in self.usual[: len(self._alone)]]
        usual = share[:, None] * np.array(often)
        here = areas[:, None] < counts.zones.padding
        rare = np.where(here, poisson.likelihood(alone, usual), 0.0)
        return Raw(found, count, mean, rare, alone, usual)
