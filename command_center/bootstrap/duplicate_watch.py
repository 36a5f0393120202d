"""Keeps in mind what other workstations did to the incidents: a part of the intake
(bootstrap.gateway)."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from command_center.advice.duplicates.book import book
from command_center.advice.duplicates.standing import StandingIncidents
from command_center.domain.incident import Incident, IncidentReport, Report
from command_center.runtime.logs import report_bug
from command_center.situation.situation import Situation

if TYPE_CHECKING:
    from command_center.bootstrap.room import OpenedRoom

LOOKED_BACK = timedelta(hours=12)
LEAST_S = 2.0
"""What this machine writes is known at once; of what others wrote, so late at most."""
AT_ONCE, PAUSE_S = 100, 0.02
"""So many reports are read in one go, about 5 ms; then others have their turn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows as they were, which are frozen: a list of them is a copy."""

    incidents: tuple[Incident, ...]
    links: tuple[IncidentReport, ...]
    reports: Mapping[str, Report]


def picture_of(situation: Situation) -> Picture:
    rows = situation.tables.rows
    return Picture(
        tuple(rows["incident"].values()),
        tuple(rows["incident_report"].values()),
        rows["report"].copy(),
    )


class Follower:
    """Brings one picture after another into the memory of a room, a report at a time."""

    def __init__(self, standing: StandingIncidents) -> None:
        self._standing = standing
        self._seen: dict[str, tuple[str, ...]] = {}

    def bring(self, picture: Picture, now: datetime) -> Iterator[None]:
        """One step a report that is read. Left half way, the next picture takes it up."""
        attached, since = _attached(picture), now - LOOKED_BACK
        lately = now - timedelta(seconds=book().memory_s)
        open_ids = [i.id for i in picture.incidents if i.is_open and i.opened_at >= since]
        for id in self._seen.keys() - set(open_ids):
            self._standing.drop(id)
            del self._seen[id]
        for id in reversed(open_ids):
            ids = tuple(attached.get(id, ()))
            if self._seen.get(id) != ids:
                self._seen[id] = ()
                self._part(id, ids, picture)
                reports = [picture.reports[report] for report in ids if report in picture.reports]
                if any(report.received_at >= lately for report in reports):
                    yield from self._learn(id, reports)
                self._seen[id] = ids

    def _part(self, incident_id: str, ids: Collection[str], picture: Picture) -> None:
        """Forget it where something was taken out of it. What the room has not told of yet,
        because this machine has only just filed it, stays."""
        if (self._standing.reports(incident_id).difference(ids)) & picture.reports.keys():
            self._standing.drop(incident_id)

    def _learn(self, incident_id: str, reports: Iterable[Report]) -> Iterator[None]:
        held = self._standing.reports(incident_id)
        for report in reports:
            if report.id not in held and not report.late:
                self._standing.learn(incident_id, self._standing.facts(report))
                yield


def _attached(picture: Picture) -> dict[str, list[str]]:
    """Ids of the reports of each incident and of what was merged into it."""
    into = {row.id: row.merged_into for row in picture.incidents if row.merged_into}
    attached: dict[str, list[str]] = {}
    for link in picture.links:
        if link.detached_at is None:
            attached.setdefault(_end(link.incident_id, into), []).append(link.report_id)
    return attached


def _end(id: str, into: Mapping[str, str]) -> str:
    for _ in range(len(into)):
        if id not in into:
            break
        id = into[id]
    return id


class DuplicateWatch:
    """What changed is compared and read on a thread of its own; the one the situation lives on
    only copies the rows."""

    entities = frozenset({"incident", "incident_report"})
    least_s = LEAST_S

    def __init__(self, room: OpenedRoom) -> None:
        self._clock = room.clock
        self._follower = Follower(room.standing)
        self._picture = Picture((), (), {})
        self._news = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="duplicate-watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join()

    def follow(self, situation: Situation) -> None:
        if not self._over.is_set():
            self._picture = picture_of(situation)
            self._news.set()

    def _run(self) -> None:
        while self._news.wait() and not self._over.is_set():
            self._news.clear()
            try:
                self._bring(self._picture)
            except Exception as error:  # noqa: BLE001 - the next picture may be sound
                report_bug(error)

    def _bring(self, picture: Picture) -> None:
        """Left for a newer picture, which takes up what was not read."""
        steps = self._follower.bring(picture, self._clock.now())
        for count, _ in enumerate(steps, 1):
            if count % AT_ONCE == 0 and (self._over.wait(PAUSE_S) or self._news.is_set()):
                return
