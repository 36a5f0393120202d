"""The neighbourhoods of the exercise: partners whom the simulated radio net speaks for, and who is
on ronda there."""

from __future__ import annotations

from command_center.commands.partners import (
    ImportNightWatch,
    ImportPartners,
    RegisterPartner,
    SetNightWatch,
)
from command_center.domain.partner import PartnerKind
from command_center.exercise.systems.radio import SOURCE_ID, SPEAKERS

_WATCHERS = 6


def partners() -> ImportPartners:
    """Reached through the radio net, so that a visit asked of them is heard."""
    return ImportPartners(
        tuple(
            RegisterPartner(
                kind=PartnerKind(one.kind),
                name=one.name,
                call_sign=one.call_sign,
                area=one.area,
                rw=one.rw,
                reach=SOURCE_ID,
            )
            for one in SPEAKERS
        )
    )


def night_watch() -> ImportNightWatch:
    """Every night in every RW that has a partner of its own."""
    places = dict.fromkeys((one.area, one.rw) for one in SPEAKERS if one.rw)
    return ImportNightWatch(
        tuple(
            SetNightWatch(area, rw, weekday, "22:00", "04:00", _WATCHERS, f"Ketua RW {rw}")
            for area, rw in places
            for weekday in range(7)
        )
    )
