"""Where units were of late, as far as this window has heard: kept thin, never in the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from command_center.geo.distance import distance_m
from command_center.ports import Position

STEP_M = 40.0
"""What is less is the receiver's own wandering between houses."""
SURE_M = 100.0
MOST_STEPS = 16


@dataclass(frozen=True, slots=True)
class Step:
    """A place the unit was first heard at, further than `STEP_M` from the one before."""

    lat: float
    lon: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Track:
    """`steps` end where the unit is; `first_at` is when anything was heard of it first."""

    steps: tuple[Step, ...]
    first_at: datetime
    last: Position

    @property
    def moved_at(self) -> datetime | None:
        """When it was last seen to have moved, None: never yet."""
        at = self.steps[-1].at
        return at if at > self.first_at else None

    def arrived_at(self, lat: float, lon: float, within_m: float) -> datetime | None:
        """Since when it has been so near, by two positions at least; None: it is not, or one only
        says so."""
        inside = None
        for step in reversed(self.steps):
            if distance_m(step.lat, step.lon, lat, lon) > within_m:
                break
            inside = step.at
        near = distance_m(self.last.lat, self.last.lon, lat, lon) <= within_m
        return inside if near and inside is not None and inside < self.last.at else None


class Tracks:
    """One for each unit that sends positions."""

    def __init__(self) -> None:
        self._tracks: dict[str, Track] = {}

    def take(self, positions: Mapping[str, Position]) -> None:
        """The newest position of every unit, as telemetry says it."""
        for unit_id, position in positions.items():
            track = self._tracks.get(unit_id)
            if track is None:
                first = Step(position.lat, position.lon, position.at)
                self._tracks[unit_id] = Track((first,), position.at, position)
            elif position.at > track.last.at:
                self._tracks[unit_id] = _longer(track, position)

    def of(self, unit_id: str) -> Track | None:
        return self._tracks.get(unit_id)


def _longer(track: Track, position: Position) -> Track:
    here = track.steps[-1]
    unsure = position.accuracy_m is not None and position.accuracy_m > SURE_M
    if unsure or distance_m(here.lat, here.lon, position.lat, position.lon) <= STEP_M:
        return replace(track, last=position)
    step = Step(position.lat, position.lon, position.at)
    return replace(track, steps=(*track.steps, step)[-MOST_STEPS:], last=position)
