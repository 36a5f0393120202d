"""How an election is guarded: its stages, the pattern of people to polling stations, the people
there are, and who is posted where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

PLAN_SETTING = "ploting:"
"""Before an election's id: the setting that says which of its plans stands; each one adopted, and
each post of it changed by hand, is a version of it, so that of two people at once one is told."""


class Force(StrEnum):
    """In the order lists are in."""

    POLICE = "polisi"
    MILITARY = "tni"
    LINMAS = "linmas"


@dataclass(frozen=True, slots=True)
class ElectionStage:
    """A part of the calendar (tahapan): local days, ISO, both included."""

    id: str
    version: int
    election_id: str
    name: str
    starts_on: str
    ends_on: str
    source: str
    kept_at: datetime
    struck_at: datetime | None


@dataclass(frozen=True, slots=True)
class StationPattern:
    """What one election's polling stations are guarded by; one row for each election. `rules` =
    ((level of vulnerability, police, stations, linmas), ...): so many people for so many stations.
    A plan keeps the version it was made with."""

    id: str
    version: int
    election_id: str
    rules: tuple[tuple[str, int, int, int], ...]
    source: str
    set_by: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class ForcePool:
    """People of one force who set out from one home: how many, never who. `withdrawn_at`: they are
    not to be had any more."""

    id: str
    version: int
    election_id: str
    force: Force
    name: str
    strength: int
    area_code: str | None
    lat: float
    lon: float
    source: str
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class StationGroup:
    """Polling stations of one kelurahan that the same people guard, as a person adopted it.
    `pattern` as it is written (2-4-8); `posted` = ((id of the pool, people, metres from home),
    ...). `ended_at`: another plan stands instead."""

    id: str
    version: int
    election_id: str
    area_code: str
    numbers: tuple[int, ...]
    level: str
    pattern: str
    police: int
    linmas: int
    posted: tuple[tuple[str, int, int], ...]
    adopted_by: str
    adopted_at: datetime
    ended_at: datetime | None
