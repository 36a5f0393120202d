"""What arrivals are reckoned with at this workstation: the room's streets, and how far its own
drives were off. Read beside the window, never by it."""

from __future__ import annotations

import logging
import statistics
import threading
from collections.abc import Iterable, Sequence
from datetime import timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from command_center.advice.calibration import Arrival, Calibration, calibrate
from command_center.advice.eta import Estimator
from command_center.bootstrap.roads import RoomRoads, road_rows
from command_center.bootstrap.room import OpenedRoom
from command_center.domain.errors import OperatorError
from command_center.domain.unit import RoadClosure
from command_center.ports import Clock
from command_center.runtime.logs import report_bug
from command_center.storage.arrivals import Arrived, SqlArrivals

log = logging.getLogger(__name__)
LOOKED_BACK, MOST = timedelta(days=90), 5_000
FIRST_S, AGAIN_S, LEAST_DONE = 3.0, 600.0, 10
"""Read once the window stands, and again so often; fewer scenes than this say nothing of how long a
scene takes."""


class RoomStreets:
    """`situation.advising.recommender.Streets` of an open room. `start` once, `close` once."""

    def __init__(
        self,
        roads: RoomRoads,
        arrivals: SqlArrivals,
        clock: Clock,
        zone: tzinfo,
        *,
        first_s: float = FIRST_S,
    ) -> None:
        self._roads = roads
        self._arrivals = arrivals
        self._clock = clock
        self._zone = zone
        self._first_s = first_s
        self._calibration = Calibration()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="arrivals", daemon=True)
        self.work_s: float | None = None

    @staticmethod
    def of(room: OpenedRoom) -> RoomStreets:
        zone = ZoneInfo(room.city.time_zone)
        arrivals = SqlArrivals(room.database.engine)
        return RoomStreets(RoomRoads(zone=zone), arrivals, room.clock, zone)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        self._roads.close()
        self._arrivals.close()

    def estimator(self, settings: Iterable[Any], closures: Sequence[RoadClosure]) -> Estimator:
        """By straight line until the streets are loaded."""
        return self._roads.estimator_now(road_rows(settings, closures), self._calibration)

    @property
    def why_straight(self) -> str:
        return self._roads.why_straight

    def learn(self) -> None:
        """From what arrived here; OperatorError while the database cannot be reached."""
        found = self._arrivals.newest(self._clock.now() - LOOKED_BACK, MOST)
        self._calibration = calibrate(samples_of(found, self._zone))
        done = [(one.done_at - one.on_scene_at).total_seconds() for one in found if one.done_at]
        self.work_s = statistics.median(done) if len(done) >= LEAST_DONE else None

    def _run(self) -> None:
        self._ended.wait(self._first_s)
        while not self._ended.is_set():
            try:
                self.learn()
            except OperatorError as error:
                log.info("arrivals not read: %s", error.code)
            except Exception as error:  # noqa: BLE001 - advice goes on by what was known
                report_bug(error)
            self._ended.wait(AGAIN_S)


def samples_of(found: Iterable[Arrived], zone: tzinfo) -> list[Arrival]:
    """The drives of which somebody was told how long they would take."""
    samples = []
    for one in found:
        told = one.promised
        try:
            samples.append(
                Arrival(
                    predicted_s=float(told["drive_s"]),
                    observed_s=(one.on_scene_at - one.en_route_at).total_seconds(),
                    hour=one.en_route_at.astimezone(zone).hour,
                    vehicle=str(told["vehicle"]),
                    by=str(told["by"]),
                )
            )
        except (KeyError, TypeError, ValueError):
            continue
    return samples
