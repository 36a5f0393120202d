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
MOST_STEPS = 40
MOST_MPS = 70.0
"""Nobody drives faster than 250 km/h: a position that says so is not believed until a second one
agrees with it."""
MOST_REFUTED, LATELY_S = 2, 180.0
STOOD_S, MOST_STOOD = 600.0, 12


@dataclass(frozen=True, slots=True)
class Step:
    """A place the unit was first heard at, further than `STEP_M` from the one before."""

    lat: float
    lon: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Track:
    """`steps` end where the unit is; `first_at` is when anything was heard of it first. `jump`: a
    newer position than `last` that is not believed yet; `refuted`: the last ones that were so until
    the unit was heard of where it had been before. `stood`: where it last stood for long."""

    steps: tuple[Step, ...]
    first_at: datetime
    last: Position
    jump: Position | None = None
    refuted: tuple[Position, ...] = ()
    stood: tuple[Step, ...] = ()

    @property
    def strays(self) -> Position | None:
        """The position that contradicts the others: one that is not believed yet, or one of several
        of late that never were, as of two receivers under one call sign."""
        if self.jump is not None:
            return self.jump
        often = len(self.refuted) == MOST_REFUTED
        lately = often and (self.last.at - self.refuted[0].at).total_seconds() <= LATELY_S
        return self.refuted[-1] if lately else None

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
            elif position is track.last or position is track.jump:
                continue  # each is heard of again with every other one's next position
            elif position.at > track.last.at:
                self._tracks[unit_id] = _longer(track, position)

    def of(self, unit_id: str) -> Track | None:
        return self._tracks.get(unit_id)


def _longer(track: Track, position: Position) -> Track:
    agreed = track.jump is not None and _in_reach(track.jump, position)
    if not agreed and not _in_reach(track.last, position):
        return replace(track, jump=position)
    if track.jump is not None:
        refuted = track.refuted if agreed else (*track.refuted, track.jump)[-MOST_REFUTED:]
        track = replace(track, jump=None, refuted=refuted)
    here = track.steps[-1]
    unsure = position.accuracy_m is not None and position.accuracy_m > SURE_M
    if unsure or distance_m(here.lat, here.lon, position.lat, position.lon) <= STEP_M:
        return replace(track, last=position)
    step = Step(position.lat, position.lon, position.at)
    stood = track.stood
    if (position.at - here.at).total_seconds() >= STOOD_S:
        stood = (*stood, here)[-MOST_STOOD:]
    return replace(track, steps=(*track.steps, step)[-MOST_STEPS:], last=position, stood=stood)


def _in_reach(before: Position, after: Position) -> bool:
    seconds = (after.at - before.at).total_seconds()
    blur_m = SURE_M + (before.accuracy_m or 0.0) + (after.accuracy_m or 0.0)
    return distance_m(before.lat, before.lon, after.lat, after.lon) <= MOST_MPS * seconds + blur_m
