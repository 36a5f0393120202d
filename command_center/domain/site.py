"""Places that are watched over: offices, stores, schools, polling stations; how vulnerable each is
judged, what was talked about there, and what friction is expected around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from command_center.domain.place import LocatedBy

FIRST_SPECIAL = 900
"""Polling stations of prisons, hospitals and campuses are numbered from here on."""
HIGHEST_SCORE = 4


class SiteKind(StrEnum):
    """In the order lists are in."""

    KPU = "kpu"
    BAWASLU = "bawaslu"
    LOGISTICS = "logistics"
    CITY_HALL = "city_hall"
    COUNCIL = "council"
    GOVERNMENT = "government"
    POLICE = "police"
    POST = "post"
    PRISON = "prison"
    HOSPITAL = "hospital"
    CAMPUS = "campus"
    SCHOOL = "school"
    MARKET = "market"
    STATION = "station"
    LANDMARK = "landmark"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Site:
    """`code` is the key of whoever keeps the list, "" = none. Without a point of its own (`lat` and
    `lon` None) it is shown where the name of its area is written, and `located` says so.
    `holder`: whose it is; `contacts`: one line each; `closed_at`: no longer on the list."""

    id: str
    version: int
    code: str
    kind: SiteKind
    name: str
    short: str
    address: str
    holder: str
    contacts: tuple[str, ...]
    area_code: str | None
    lat: float | None
    lon: float | None
    located: LocatedBy
    source: str
    listed_at: datetime
    closed_at: datetime | None


class ElectionKind(StrEnum):
    GENERAL = "pemilu"
    REGIONAL = "pilkada"
    OTHER = "lainnya"


@dataclass(frozen=True, slots=True)
class Election:
    """`code` tells elections apart in files; `day` is the local day of voting, ISO."""

    id: str
    version: int
    code: str
    name: str
    kind: ElectionKind
    day: str
    source: str


@dataclass(frozen=True, slots=True)
class PollingStation:
    """A TPS of one election. `area_code` is the kelurahan in the codes of the ministry of home
    affairs (35.73.01.1001), `kpu_code` in those of KPU (3573011001), "" = not told. `voters` of
    the final list; None = not told. `gone_at`: it is no longer one of the election's."""

    id: str
    version: int
    election_id: str
    area_code: str
    kpu_code: str
    number: int
    voters: int | None
    location: str
    lat: float | None
    lon: float | None
    located: LocatedBy
    source: str
    gone_at: datetime | None

    @property
    def is_special(self) -> bool:
        return self.number > FIRST_SPECIAL


class SubjectKind(StrEnum):
    """What is judged; its id is the area's code, or the id of the row."""

    AREA = "area"
    SITE = "site"
    STATION = "polling_station"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One judgement of how vulnerable something is, never changed afterwards: a newer one counts
    instead, a wrong one is struck. `scores` = {criterion: 0 to 4}; `value` 0 to 100 by the weights
    of that version of the room's criteria (0: the shipped ones), `level` as those name it.
    `operation_id` None: whatever goes on."""

    id: str
    version: int
    subject_kind: SubjectKind
    subject_id: str
    operation_id: str | None
    scores: dict[str, int]
    criteria_version: int
    value: float
    level: str
    note: str
    author: str
    source: str
    at: datetime
    entered_by: str
    struck_at: datetime | None


class DialogueKind(StrEnum):
    DIALOGUE = "dialog"
    VISIT = "sambang"
    PATROL = "patroli_dialogis"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Somebody of ours (`who`) talked with people at a place or in a kelurahan. `assessment_id`:
    the judgement that came of it."""

    id: str
    version: int
    kind: DialogueKind
    site_id: str | None
    area_code: str | None
    at: datetime
    who: str
    summary: str
    agreed: str
    assessment_id: str | None
    entered_by: str
    struck_at: datetime | None


@dataclass(frozen=True, slots=True)
class FrictionNote:
    """That a kelurahan has a note of what friction is to be expected, and from where it is known.
    What it says is sealed under `subject_id`: it is handed out for an entry of the log only."""

    id: str
    version: int
    area_code: str
    subject_id: str
    source: str
    at: datetime
    author: str
    expires_at: datetime
    struck_at: datetime | None
