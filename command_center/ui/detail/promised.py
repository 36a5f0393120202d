"""The arrivals that stood on the screen when units were sent, as the log keeps them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from command_center.commands.promises import Promised
from command_center.situation.advising.advice import Drive


def promised(drives: Mapping[str, Drive], unit_ids: Iterable[str]) -> Promised:
    """Of these units; one that nobody could reckon was promised nothing."""
    return {
        id: {
            "seconds": round(drive.seconds, 1),
            "low_s": round(drive.low_s, 1),
            "high_s": round(drive.high_s, 1),
            "drive_s": round(drive.drive_s, 1),
            "by": drive.by,
            "vehicle": drive.vehicle,
        }
        for id in unit_ids
        if (drive := drives.get(id)) is not None and math.isfinite(drive.seconds)
    }
