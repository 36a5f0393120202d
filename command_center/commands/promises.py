"""The arrivals that were shown when units were sent: kept with the order, so that it can be told
later what was promised, and learnt how far it was off."""

from __future__ import annotations

from collections.abc import Mapping

Promised = Mapping[str, Mapping[str, float | str]]
"""By unit: `seconds` until it is there, `low_s` and `high_s` of the 80 % interval, `drive_s` = the
drive before calibration and turnout, `by` (road, straight), `vehicle`."""
