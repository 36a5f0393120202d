"""One kelurahan against what is usual there at this hour: counts as Poisson.

Unlike the scan it does not ask what the rest of the city does meanwhile: better for a burst in one
kelurahan of a thin stream, blind to an hour that is busy everywhere.
"""

from __future__ import annotations

import numpy as np

from command_center.advice.early_warning.scan import LEAST
from command_center.advice.early_warning.zones import Floats

WINDOWS_S = (3_600.0, 7_200.0, 14_400.0)


def likelihood(count: Floats, mean: Floats) -> Floats:
    """Log likelihood ratio of a raised rate; 0 where there is none."""
    more = (count > mean) & (count >= LEAST) & (mean > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(more, count * np.log(count / mean) - (count - mean), 0.0)
