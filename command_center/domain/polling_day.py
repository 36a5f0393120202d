"""What polling stations tell on the day itself, a stream of its own beside the queue, and the
escorts that bring the ballots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

KEPT = timedelta(days=7)
"""A room that is opened holds what was told so long before the rest that it holds."""


class DayWord(StrEnum):
    """What a message says. The first five are the course of the day."""

    OPEN = "buka"
    VOTE = "pungut"
    COUNT = "hitung"
    DONE = "selesai"
    MOVED = "geser"
    SAFE = "aman"
    TROUBLE = "gangguan"


COURSE = (DayWord.OPEN, DayWord.VOTE, DayWord.COUNT, DayWord.DONE, DayWord.MOVED)
MOVES: Mapping[DayWord | None, frozenset[DayWord]] = {
    None: frozenset(COURSE),
    **{word: frozenset(COURSE[at + 1 :]) for at, word in enumerate(COURSE)},
}
"""From what a polling station has told last to what it may tell next: stages are skipped in
practice, but never gone back to. `None`: it has told none yet."""


@dataclass(frozen=True, slots=True)
class StationMessage:
    """One thing told of one polling station; a wrong one is struck and stays. `text` is the line
    as it was written; `incident_id`: what trouble became in the queue."""

    id: str
    version: int
    election_id: str
    station_id: str
    word: DayWord
    at: datetime
    text: str
    entered_by: str
    incident_id: str | None
    struck_at: datetime | None


class EscortStep(StrEnum):
    PLANNED = "rencana"
    LEFT = "berangkat"
    ARRIVED = "tiba"
    HANDED = "diserahkan"


ESCORT_MOVES: Mapping[EscortStep, frozenset[EscortStep]] = {
    EscortStep.PLANNED: frozenset({EscortStep.LEFT}),
    EscortStep.LEFT: frozenset({EscortStep.ARRIVED}),
    EscortStep.ARRIVED: frozenset({EscortStep.HANDED}),
    EscortStep.HANDED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class BallotEscort:
    """One leg of the ballots' way: what is brought from where to where, by whom, and when. Each
    time is None until it has come to that."""

    id: str
    version: int
    election_id: str
    cargo: str
    origin: str
    destination: str
    escort: str
    planned_at: datetime
    step: EscortStep
    left_at: datetime | None
    arrived_at: datetime | None
    handed_at: datetime | None
    handed_to: str
    kept_at: datetime
    struck_at: datetime | None
