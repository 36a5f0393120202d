"""Runs early detection for the whole room, on the workstation that is on duty."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial

from command_center.advice.early_warning.plan import shipped_plan
from command_center.advice.early_warning.watch import Finding
from command_center.advice.early_warning.worth import Judged
from command_center.advice.early_warning.zones import Zones, zones_of
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.early import CALIBRATION_SETTING, KeepCalibration
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.duty.clockwork import Clockwork
from command_center.duty.early import steps
from command_center.duty.early_start import Past, Started, card_of, cards_of, due_night, start
from command_center.geo.city import CityPack
from command_center.ports import Outcome
from command_center.situation.early import calibrated_at
from command_center.situation.situation import Touched
from command_center.storage.early import SqlHappenings
from command_center.ui.seat import Seat

log = logging.getLogger(__name__)
FIRST, AGAIN = timedelta(seconds=30), timedelta(minutes=1)
"""Read once the window stands; after a failure, so much later."""
AHEAD = timedelta(minutes=10)
JUDGED_BACK = timedelta(days=90)
_NOTHING = frozenset({Disposition.FALSE_REPORT, Disposition.PRANK, Disposition.DUPLICATE})
_NO_INCIDENT = frozenset({IncidentStatus.MERGED, IncidentStatus.CANCELLED})


def city_zones(city: CityPack, neighbours: int) -> Zones:
    """Of the smallest areas that the city knows."""
    points = {
        area.code: (area.lat, area.lon)
        for area in city.areas
        if area.kind is city.level and area.lat is not None and area.lon is not None
    }
    return zones_of(points, neighbours)


class EarlyWatch:
    """Hears of incidents as the room does and is ticked once a second. What is computed is computed
    on the pool, one thing at a time; the rules of duty.early make commands of it."""

    def __init__(self, room: OpenedRoom, seat: Seat, clockwork: Clockwork) -> None:
        self._room = room
        self._seat = seat
        self._clockwork = clockwork
        self._plan = shipped_plan()
        self._zones = city_zones(room.city, self._plan.neighbours)
        self._started: Started | None = None
        self._news: dict[str, None] = {}
        self._busy = False
        self._on_duty = False
        self._loads = 0
        self._not_before: datetime | None = None
        self._night: datetime | None = None

    def hear(self, touched: Touched) -> None:
        """Whose incidents may count otherwise now. After a load everything is read again."""
        if touched.everything:
            self._loads += 1
            self._started = None
            self._news.clear()
        elif self._clockwork.on_duty:
            self._news.update(dict.fromkeys(touched.incidents))

    def tick(self, now: datetime) -> None:
        if not self._clockwork.on_duty:
            self._on_duty, self._started = False, None
            self._news.clear()
            return
        if not self._on_duty:
            self._on_duty, self._not_before = True, now + FIRST
        waits = self._not_before is not None and now < self._not_before
        if self._busy or waits:
            return
        kept = max(filter(None, (self._night, calibrated_at(self._seat.situation))), default=None)
        due = due_night(kept, now, self._seat.zone)
        if self._started is None or due is not None:
            self._begin(due, now)
        elif self._news:
            self._feed(self._started, now)

    # --- beginning, once a night and when coming on duty ---------------------------------------

    def _begin(self, due: datetime | None, now: datetime) -> None:
        self._busy, self._not_before = True, now + AGAIN
        setting = self._seat.situation.get("room_setting", CALIBRATION_SETTING)
        value = dict(setting.value) if setting is not None else {}
        since = now - timedelta(days=self._plan.baseline_days + 1)

        def work() -> Started:
            with closing(SqlHappenings(self._room.database.engine)) as history:
                cards = cards_of(history.since(since), self._plan)
                followed, first = history.judged(now - JUDGED_BACK)
            days = (now - first).total_seconds() / 86_400 if first is not None else 0.0
            return start(
                self._plan, self._zones, Past(cards, Judged(followed, days), value, due, now)
            )

        self._seat.tasks.run(work, partial(self._begun, due, self._loads), self._failed)

    def _begun(self, due: datetime | None, loads: int, started: Started) -> None:
        """What came between the reading and a new load was told to nobody: read again."""
        self._started = started if loads == self._loads else None
        told = self._said(started.findings, started)
        if started.value is not None and due is not None:
            self._night = due
            told.append(
                self._room.lane.submit(KeepCalibration(due, started.value), act=self._room.system)
            )
        self._wait_for(told)

    # --- every second --------------------------------------------------------------------------

    def _feed(self, started: Started, now: datetime) -> None:
        """What a wrong clock puts far ahead would make everything after it look like now."""
        news, self._news = list(self._news), {}
        known = (self._seat.situation.incident(id) for id in news)
        rows = [row for row in known if row is not None and row.opened_at <= now + AHEAD]
        self._busy = True
        work: Callable[[], list[Finding]] = partial(self._taken, started, rows)
        self._seat.tasks.run(work, partial(self._found, started), self._failed)

    def _taken(self, started: Started, rows: Iterable[Incident]) -> list[Finding]:
        """In the order the room knew of them, however they were batched."""
        found: list[Finding] = []
        for row in sorted(rows, key=lambda one: (one.opened_at, one.id)):
            if row.status in _NO_INCIDENT or row.disposition in _NOTHING:
                started.watch.drop(row.id)
                continue
            card = card_of(row, self._plan)
            if card is not None:
                found += started.watch.take(card)
        return found

    def _found(self, started: Started, findings: list[Finding]) -> None:
        self._wait_for(self._said(findings, started))

    def _said(self, findings: list[Finding], started: Started) -> list[Future[Outcome]]:
        commands = steps(
            findings,
            self._seat.situation.all("early_episode"),
            self._plan,
            started.judged,
            learning=started.learning,
            now=self._seat.live.now(),
        )
        return [self._room.lane.submit(one, act=self._room.system) for one in commands]

    def _wait_for(self, told: list[Future[Outcome]]) -> None:
        """The next look sees what this one did."""
        if not told:
            self._free()
            return
        *_, last = told
        self._seat.tasks.then(last, lambda _: self._free(), self._failed)

    def _free(self) -> None:
        self._busy, self._not_before = False, None

    def _failed(self, error: OperatorError) -> None:
        """The room is out of reach: everything is read again when it is there."""
        self._busy, self._started = False, None
        log.info("early detection waits: %s", error.code)
