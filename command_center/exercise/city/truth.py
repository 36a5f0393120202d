"""What a simulated unit really does, whatever anybody has been told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.domain.unit import UnitStatus


@dataclass(frozen=True, slots=True)
class TrueState:
    """`since` when it does so; degrees. Ordered = an order was given and it has not set off yet,
    whether it has heard of it or not."""

    status: UnitStatus
    since: datetime
    lat: float
    lon: float
