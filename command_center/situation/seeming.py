"""What a unit's positions say against what is shown of it: a question to a person, never a status.

Nothing here is certain: a car stands at a light, a receiver errs. What seems so is said to whoever
sits at the board, with since when; the status is what a person then says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from command_center.domain.unit import Assignment, OrderStatus, Unit, UnitStatus
from command_center.geo.distance import distance_m
from command_center.situation.tracks import Step, Track

Point = tuple[float, float]
THERE_M, STANDS_MPS, SURE_M = 80.0, 2.0, 150.0
"""So near to an incident and so slow, a unit seems to be there, if its position is that sure."""
GONE_M, NEARER_M, DRIVEN_M = 100.0, 60.0, 150.0
LEFT_M, DOUBTED_S = 200.0, 60.0
LEAVES_MPS, LEAVES_M, BESIDE_M = 5.0, 100.0, 40.0
"""Who drives away as fast as in traffic has left as soon as it is so far; the car that is parked
anew around the corner has not."""
PARKED_S, POST_M, RESTED_S = 60.0, 80.0, 600.0


class Seems(StrEnum):
    """`FAR`: says it is on scene and stands elsewhere; `JUMPED`: where nobody could have driven in
    the time, so not believed. These two say that something is wrong, not what is right."""

    SET_OFF = "set_off"
    THERE = "there"
    LEFT = "left"
    BACK = "back"
    RESTED = "rested"
    FAR = "far"
    JUMPED = "jumped"


STATUS_OF = {
    Seems.SET_OFF: UnitStatus.EN_ROUTE,
    Seems.THERE: UnitStatus.ON_SCENE,
    Seems.LEFT: UnitStatus.RETURNING,
    Seems.BACK: UnitStatus.AVAILABLE,
    Seems.RESTED: UnitStatus.AVAILABLE,
}


@dataclass(frozen=True, slots=True)
class Seeming:
    """`at` since when; `metres` how far it is from where it should be, or jumped."""

    kind: Seems
    at: datetime
    metres: float = 0.0

    @property
    def status(self) -> UnitStatus | None:
        """What a person would confirm; None: the unit has to be asked."""
        return STATUS_OF.get(self.kind)


def seeming(
    unit: Unit, held: Assignment | None, place: Point | None, track: Track | None
) -> Seeming | None:
    """`place` of the incident that holds the unit, None where only its area is known."""
    if track is None:
        return None
    stray = track.strays
    if stray is not None:
        return Seeming(Seems.JUMPED, stray.at, _from_last(track, stray.lat, stray.lon))
    if held is None:
        return _free(unit, track)
    if unit.status is UnitStatus.ON_SCENE:
        return _elsewhere(unit, track, place)
    if unit.status in (UnitStatus.ORDERED, UnitStatus.EN_ROUTE):
        found = _there(track, place)
        if found is None and unit.status is UnitStatus.ORDERED:
            found = _set_off(held, track, place)
        return found
    return None


def _there(track: Track, place: Point | None) -> Seeming | None:
    if place is None or (track.last.accuracy_m or 0.0) > SURE_M:
        return None
    if _from_last(track, *place) > THERE_M or (track.last.speed_mps or 0.0) >= STANDS_MPS:
        return None
    return Seeming(Seems.THERE, track.arrived_at(*place, THERE_M) or track.last.at)


def _set_off(held: Assignment, track: Track, place: Point | None) -> Seeming | None:
    """It drives, twice seen away from where it was ordered, and nearer to the incident by that. Who
    has heard the order and drives so far is on the way, though the road may lead around first."""
    driven = [step for step in track.steps if step.at > held.ordered_at]
    stood = [step for step in track.steps if step.at <= held.ordered_at]
    watched = track.first_at <= held.ordered_at
    if len(driven) < 2 or not watched or (track.last.speed_mps or 0.0) < STANDS_MPS:
        return None
    then, now = _point((stood or driven)[-1 if stood else 0]), (track.last.lat, track.last.lon)
    gone_m = distance_m(*then, *now)
    if gone_m < GONE_M:
        return None
    heard = held.status is OrderStatus.ACCEPTED and gone_m >= DRIVEN_M
    if place is not None and not heard:
        nearer_m = distance_m(*then, *place) - distance_m(*now, *place)
        return Seeming(Seems.SET_OFF, driven[0].at) if nearer_m >= NEARER_M else None
    return Seeming(Seems.SET_OFF, driven[0].at)


def _elsewhere(unit: Unit, track: Track, place: Point | None) -> Seeming | None:
    """Away from the incident by two positions at least since it said it was there: it has driven
    off, or was never there."""
    if place is None or (track.last.accuracy_m or 0.0) > SURE_M:
        return None
    leaves = (track.last.speed_mps or 0.0) >= LEAVES_MPS
    away_m = _from_last(track, *place)
    if away_m <= (LEAVES_M if leaves else LEFT_M) or track.last.at <= unit.status_since:
        return None
    said_at = unit.status_since
    out = _out(track, place, BESIDE_M if leaves else LEFT_M)
    out = [step for step in out if step.at > said_at]
    if len(out) > 1:
        return Seeming(Seems.LEFT, out[-1].at, away_m)
    if away_m <= LEFT_M:
        return None
    stands_since = track.steps[-1].at
    doubted = (track.last.at - max(stands_since, said_at)).total_seconds() >= DOUBTED_S
    return Seeming(Seems.FAR, max(stands_since, said_at), away_m) if doubted else None


def _out(track: Track, place: Point, beyond_m: float) -> list[Step]:
    """Where it has been since it was last so near the place, the newest first."""
    out: list[Step] = []
    for step in reversed(track.steps):
        if distance_m(*_point(step), *place) <= beyond_m:
            break
        out.append(step)
    return out


def _free(unit: Unit, track: Track) -> Seeming | None:
    """On the way back it has driven and stands; on a break it has been driving again."""
    if unit.status is UnitStatus.RETURNING:
        stopped = track.moved_at
        if stopped is not None and stopped > unit.status_since and _is_parked(track):
            return Seeming(Seems.BACK, stopped)
    elif unit.status is UnitStatus.BREAK:
        rested_at = unit.status_since + timedelta(seconds=RESTED_S)
        driven = [step for step in track.steps if step.at > rested_at]
        if len(driven) > 1 and (track.last.speed_mps or 0.0) >= STANDS_MPS:
            return Seeming(Seems.RESTED, driven[0].at)
    return None


def _is_parked(track: Track) -> bool:
    """For longer than a light lasts, or where it has stood for long before."""
    stands_s = (track.last.at - track.steps[-1].at).total_seconds()
    known = any(_from_last(track, *_point(place)) <= POST_M for place in track.stood)
    return stands_s >= PARKED_S or (known and (track.last.speed_mps or 0.0) < STANDS_MPS)


def _from_last(track: Track, lat: float, lon: float) -> float:
    return distance_m(track.last.lat, track.last.lon, lat, lon)


def _point(step: Step) -> Point:
    return step.lat, step.lon
