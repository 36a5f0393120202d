"""Recorded incidents ranked by a table: the same bytes in, the same bytes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from command_center.advice.triage.score import Facts, Said, Suggestion, suggest
from command_center.advice.triage.table import Row, Table, When
from command_center.geo.nearby import NearPlace

FORMAT = 1
MOST_INCIDENTS, MOST_REPORTS = 100_000, 500


class TriageFileFault(Exception):
    """The file cannot be ranked; `code` names the sentence, `params` what it is about."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params


class ReportIn(msgspec.Struct, forbid_unknown_fields=True):
    """`at` with its offset from UTC; `reporter` "" unknown."""

    text: str = ""
    reporter: str = ""
    at: datetime | None = None


class NearIn(msgspec.Struct, forbid_unknown_fields=True):
    kind: str
    metres: float
    name: str = ""


class IncidentIn(msgspec.Struct, forbid_unknown_fields=True):
    """What is left out is unknown, which the answer says. `near`: known places around it, [] none;
    `hour` local; `election_days` from election day, negative before it."""

    id: str
    category: str
    reports: list[ReportIn]
    near: list[NearIn] | None = None
    hour: int | None = None
    election_days: int | None = None
    episode: bool | None = None


class FileIn(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    incidents: list[IncidentIn]


def triage_file(data: bytes, table: Table) -> dict[str, Any]:
    """The answer to a recorded file; TriageFileFault."""
    try:
        asked = msgspec.json.decode(data, type=FileIn)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TriageFileFault("unreadable", why=str(error)) from error
    if asked.format != FORMAT:
        raise TriageFileFault("other_format", given=asked.format, known=FORMAT)
    if len(asked.incidents) > MOST_INCIDENTS:
        raise TriageFileFault("too_many", given=len(asked.incidents), known=MOST_INCIDENTS)
    seen: set[str] = set()
    for incident in asked.incidents:
        if incident.id in seen:
            raise TriageFileFault("incident_twice", incident=incident.id)
        seen.add(incident.id)
        _demand_sense(incident, table)
    return {
        "format": FORMAT,
        "answers": [_answer(one.id, suggest(_facts(one, table), table)) for one in asked.incidents],
    }


def _demand_sense(incident: IncidentIn, table: Table) -> None:
    if incident.category not in table.categories:
        raise TriageFileFault("category_unknown", incident=incident.id, category=incident.category)
    if not 1 <= len(incident.reports) <= MOST_REPORTS:
        raise TriageFileFault("reports", incident=incident.id, known=MOST_REPORTS)
    if incident.hour is not None and not 0 <= incident.hour <= 23:
        raise TriageFileFault("hour", incident=incident.id, hour=incident.hour)
    if any(report.at is not None and report.at.tzinfo is None for report in incident.reports):
        raise TriageFileFault("naive_time", incident=incident.id)


def _facts(incident: IncidentIn, table: Table) -> Facts:
    """Whoever says what is near knows every kind of place that the table asks about."""
    near, placed = None, frozenset[str]()
    if incident.near is not None:
        near = tuple(NearPlace(one.kind, one.name.casefold(), one.metres) for one in incident.near)
        placed = frozenset(v for row in table.rows if row.when is When.PLACE for v in row.any)
    said = tuple(Said(one.text, one.reporter, one.at) for one in incident.reports)
    return Facts(
        incident.category, said, near, placed,
        incident.hour, incident.election_days, incident.episode,
    )  # fmt: skip


def _answer(id: str, found: Suggestion) -> dict[str, Any]:
    return {
        "id": id,
        "priority": found.priority.value,
        "points": found.points,
        "fired": [_row(row) for row in found.fired],
        "absent": [what.value for what in found.absent],
    }


def _row(row: Row) -> Mapping[str, Any]:
    sets = row.sets.value if row.sets else None
    return {
        "code": row.code, "when": row.when.value, "points": row.points, "sets": sets,
        "id": row.text_id, "en": row.text_en,
    }  # fmt: skip


def as_bytes(answer: Mapping[str, Any]) -> bytes:
    """One line of JSON."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True).encode() + b"\n"
