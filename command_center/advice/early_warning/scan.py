"""The space-time permutation scan: more here, of all that came lately, than this place's share.

Kulldorff et al. 2005 (PLoS Medicine 2:216): needs only where and when. The share of a zone is that
of the baseline before the window, so that what is looked for does not hide itself.
"""

from __future__ import annotations

import numpy as np

from command_center.advice.early_warning.counts import Counts
from command_center.advice.early_warning.zones import Floats, Ints

LEAST = 3
"""Fewer than this are never a cluster."""
TINY = 1e-12


def expected(counts: Counts, areas: Ints, prior: Floats) -> tuple[Floats, Floats, Floats]:
    """(count, expected, share), each (replicas, centres, neighbours, windows). `prior` =
    pseudo-counts of every area, the two without a place 0."""
    cells = counts.zones.cells[areas]
    each = np.arange(len(areas))[:, None, None]
    inside = counts.cells[each, cells].cumsum(axis=2)
    count = inside[..., :-1]
    believed = prior[cells].cumsum(axis=2)[..., None]
    lately = counts.total[:-1]
    before = np.maximum(counts.total[-1] - lately + prior.sum(), 1e-9)
    share = np.minimum((inside[..., -1:] - count + believed) / before, 1.0)
    return count, share * lately, share


def likelihood(count: Floats, mean: Floats, lately: Floats) -> Floats:
    """Log of how much likelier the counts are with a zone of its own rate than without; 0 where
    there are fewer than expected, or than `LEAST`."""
    more = (count > mean) & (count >= LEAST)
    outside = lately - count
    here = count * np.log(np.maximum(count, 1.0) / np.maximum(mean, TINY))
    away = outside * np.log(np.maximum(outside, TINY) / np.maximum(lately - mean, TINY))
    return np.where(more & (mean > 0), here + away, 0.0)
