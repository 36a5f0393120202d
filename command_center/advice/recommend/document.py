"""The shape of recorded input of `command-center advice recommend` (docs/advice.md)."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, field

from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.room import SituationLevel

FORMAT = "recommend/1"
MOST_UNITS, MOST_WAITING, MOST_ANCHORS = 20_000, 1_000, 2_000

Name = Annotated[str, Meta(min_length=1, max_length=120)]
Seconds = Annotated[float, Meta(ge=0, le=1e7)]
Share = Annotated[float, Meta(ge=0, le=1e9)]
Lat = Annotated[float, Meta(ge=-90, le=90)]
Lon = Annotated[float, Meta(ge=-180, le=180)]
Count = Annotated[int, Meta(ge=0, le=999)]


class Recorded(Struct, forbid_unknown_fields=True):
    """A word that is not in the table is a fault by its path, never passed over."""


class EtaIn(Recorded):
    seconds: Seconds
    low_s: Seconds | None = None
    high_s: Seconds | None = None


class JobIn(Recorded):
    incident_id: Name
    priority: Priority
    age_s: Seconds
    limit_s: Seconds
    number: str = ""
    status: IncidentStatus = IncidentStatus.HANDLED
    may_leave: bool = False
    pulls: Count = 0
    others: Count = 0
    lat: Lat | None = None
    lon: Lon | None = None


class UnitIn(Recorded):
    id: Name
    kind: Name
    doing: str
    call_sign: str = ""
    capabilities: Annotated[list[Name], Meta(max_length=64)] = []
    crew: Count = 1
    agency: str = ""
    orderable: bool = True
    position_age_s: Seconds | None = 0.0
    stale: bool = False
    eta: EtaIn | None = None
    lat: Lat | None = None
    lon: Lon | None = None
    job: JobIn | None = None


class WantIn(Recorded):
    what: Name
    count: Count = 1
    crew: Count = 0


class NeedIn(Recorded):
    """Without `wants` the run cards say what is needed."""

    target_s: Seconds
    low_target_s: Seconds = 1_200.0
    wants: Annotated[list[WantIn], Meta(max_length=50)] | None = None


class IncidentIn(Recorded):
    """`eta` by unit, seconds, where the incident is one of several that wait."""

    id: Name
    priority: Priority
    need: NeedIn
    number: str = ""
    category: str = ""
    status: IncidentStatus = IncidentStatus.VERIFIED
    merged_into: str = ""
    places: Annotated[list[Name], Meta(max_length=50)] = []
    time: Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "12:00"
    level: SituationLevel | None = None
    alarm: Annotated[int, Meta(ge=1, le=5)] = 1
    lat: Lat | None = None
    lon: Lon | None = None
    eta: dict[str, Seconds] = {}


class AnchorIn(Recorded):
    """`reached_s`: seconds from each unit; a unit that does not stand there does not reach it."""

    name: Name
    kecamatan: Name
    weight: Share
    lat: Lat | None = None
    lon: Lon | None = None
    reached_s: dict[str, Seconds] = {}


class CoverIn(Recorded):
    within_s: Seconds
    anchors: Annotated[list[AnchorIn], Meta(min_length=1, max_length=MOST_ANCHORS)]
    floors: dict[str, Count] = {}


class RulesIn(Recorded):
    gain_s: Seconds = 300.0
    max_pulls: Count = 4
    raise_after: Count = 3
    idle_cards: Annotated[int, Meta(ge=1, le=100)] = 8
    pull_cards: Annotated[int, Meta(ge=0, le=100)] = 3
    stale_cards: Annotated[int, Meta(ge=0, le=100)] = 2
    spare_cards: Annotated[int, Meta(ge=0, le=100)] = 0
    batch_from: Annotated[int, Meta(ge=2, le=1_000)] = 5
    hole_s: Seconds = 4_800.0


class RecordedQuestion(Recorded):
    """`relief`: for the incident of a job the seconds of each unit to it; `waiting`: further
    incidents without a unit."""

    format: str
    incident: IncidentIn
    units: Annotated[list[UnitIn], Meta(max_length=MOST_UNITS)]
    relief: dict[str, dict[str, Seconds]] = {}
    next_free_s: Seconds | None = None
    cover: CoverIn | None = None
    waiting: Annotated[list[IncidentIn], Meta(max_length=MOST_WAITING)] = []
    rules: RulesIn = field(default_factory=RulesIn)
