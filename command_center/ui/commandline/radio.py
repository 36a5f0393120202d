"""`radio samapta12 B-03 14:02`: the unit was sent there over the radio, then or just now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from command_center.domain.incident import Incident
from command_center.domain.unit import Unit
from command_center.ui.commandline.matching import incident_numbered, take_units
from command_center.ui.seat import Seat

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def radioed(
    seat: Seat, words: Sequence[str]
) -> tuple[list[Unit], Incident, datetime | None] | None:
    """Who was sent where and when; a time of day later than now was yesterday's."""
    at = _time(seat, words[-1]) if len(words) > 2 else None
    rest = words[:-1] if at is not None else words
    incident = incident_numbered(seat.situation, rest[-1]) if len(rest) >= 2 else None
    units = take_units(seat.situation, rest[:-1]) if incident else None
    return (units, incident, at) if units and incident else None


def _time(seat: Seat, word: str) -> datetime | None:
    found = _CLOCK.fullmatch(word)
    if found is None:
        return None
    now = seat.live.now().astimezone(seat.zone)
    at = now.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return at if at <= now else at - timedelta(days=1)
