"""Keeps in mind which incidents a new report may be about: a part of the intake
(bootstrap.gateway), and how a room begins to know them."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from command_center.advice.duplicates.book import book
from command_center.advice.duplicates.standing import StandingIncidents
from command_center.domain.entities import from_json
from command_center.domain.incident import OPEN_STATUSES, Report
from command_center.geo.city import CityPack
from command_center.situation.situation import Situation

if TYPE_CHECKING:
    from command_center.bootstrap.room import OpenedRoom

LEAST_S = 2.0
"""What this machine writes is known at once; of what others wrote, so late at most."""
LOOKED_BACK = timedelta(hours=12)
_Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def standing_incidents(pack: CityPack, rows: _Rows, now: datetime) -> StandingIncidents:
    """Of a room that is being opened: what has been told lately of what is open."""
    standing = StandingIncidents(pack.gazetteer.places)
    is_open = {row["id"] for row in rows["incident"] if row["status"] in OPEN_STATUSES}
    since = (now - timedelta(seconds=book().memory_s)).isoformat()
    reports = {row["id"]: row for row in rows["report"] if row["received_at"] >= since}
    for link in rows["incident_report"]:
        row = reports.get(link["report_id"])
        if row is None or link["detached_at"] or link["incident_id"] not in is_open:
            continue
        report = Report(**from_json(Report, row))
        if not report.late:
            standing.learn(link["incident_id"], standing.facts(report))
    return standing


class DuplicateWatch:
    """Brings what other workstations did to the incidents into the memory of this one."""

    entities = frozenset({"incident", "incident_report"})

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._seen: dict[str, tuple[int, int]] = {}
        self._looked_s = -LEAST_S
        self._ended = False

    def start(self) -> None:
        """Nothing of its own runs: it follows."""

    def stop(self) -> None:
        self._ended = True

    def follow(self, situation: Situation) -> None:
        if self._ended or time.monotonic() - self._looked_s < LEAST_S:
            return
        self._looked_s = time.monotonic()
        standing, since = self._room.standing, self._room.clock.now() - LOOKED_BACK
        seen: dict[str, tuple[int, int]] = {}
        for incident in situation.newest_open():
            if incident.opened_at < since:
                break
            seen[incident.id] = (incident.version, len(situation.links(incident.id)))
            if self._seen.get(incident.id) != seen[incident.id]:
                standing.follow(incident, incident.id, situation.reports(incident.id))
        for id in self._seen.keys() - seen.keys():
            standing.drop(id)
        self._seen = seen
