"""One kelurahan against what is usual there at this hour: counts as Poisson.

Unlike the scan it does not ask what the rest of the city does meanwhile: better for a burst in one
kelurahan of a thin stream, blind to an hour that is busy everywhere.
"""

from __future__ import annotations

import numpy as np

from command_center.advice.early_warning.scan import LEAST, TINY
from command_center.advice.early_warning.zones import Floats

WINDOWS_S = (3_600.0, 7_200.0, 14_400.0)


def likelihood(count: Floats, mean: Floats) -> Floats:
    """Log likelihood ratio of a raised rate; 0 where there is none."""
    more = (count > mean) & (count >= LEAST) & (mean > 0)
    rarer = np.log(np.maximum(count, 1.0) / np.maximum(mean, TINY))
    return np.where(more, count * rarer - (count - mean), 0.0)
