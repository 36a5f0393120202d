"""One simulated unit: hears an order, answers, drives there, works and goes home.

It plans its own future: `hear` and `fire` answer what to do at which second, the city keeps the
calendar. Whatever was planned before a newer order carries an older `turn` and is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from command_center.exercise.city.drive import Drive, Point
from command_center.exercise.city.heard import HeardOrder
from command_center.exercise.city.unit_table import UnitPlan
from command_center.geo.roads import RoadGraph

ANSWER_S = (4.0, 9.0)
CONSIDER_S = (7.0, 14.0)
LATE_S = 240.0
SET_OFF_S = (4.0, 15.0)
REPORT_S = (2.0, 4.0)
REST_S = (9.0, 14.0)
WORK_S = (960.0, 1500.0)
STAND_DOWN_S = (5.0, 12.0)
HOME_S = (90.0, 180.0)
SPEED_MPS = (8.0, 11.5)
DECLINED_S = 180.0
DECLINES = 0.15
GPS_SPREAD_DEG = 0.00003


@dataclass(frozen=True, slots=True)
class Plan:
    """Do `what` in `after_s` seconds, if the unit is still at the same `turn`."""

    after_s: float
    what: str
    turn: int


Said = tuple[list[dict[str, Any]], list[Plan]]


class SimUnit:
    """`fire` answers (records without id and time, plans)."""

    def __init__(self, plan: UnitPlan, roads: RoadGraph, seed: int) -> None:
        self.plan = plan
        self.turn = 0
        self.may_decline = False
        self._roads = roads
        self._rng = Random(f"{seed}:{plan.call_sign}")
        self._here: Point = (plan.lat, plan.lon)
        self._late = plan.late
        self._drive: Drive | None = None
        self._set_off: datetime | None = None
        self._target: Point | None = None
        self._steps: dict[str, Callable[[datetime], Said]] = {
            "accept": self._accept,
            "decline": self._decline,
            "free": self._free,
            "set_off": self._start,
            "move": self._move,
            "leave": self._leave,
            "rest": self._rest,
        }

    def wake(self) -> list[Plan]:
        """What it does when the city starts to run: show itself, end the way it was on."""
        plans = self._show_itself()
        if self.turn == 0 and self.plan.status == "returning":
            plans.append(self._soon(HOME_S, "free"))
        return plans

    def _show_itself(self) -> list[Plan]:
        return [self._soon((0.0, REPORT_S[0]), "rest")] if self.plan.gps else []

    def hear(self, order: HeardOrder) -> list[Plan]:
        """A newer order ends whatever it was doing."""
        self.turn += 1
        self._drive = None
        self._target = order.point
        if order.requested and self.may_decline and self._rng.random() < DECLINES:
            return [self._soon(CONSIDER_S, "decline"), *self._show_itself()]
        if self._late:
            self._late = False
            return [Plan(LATE_S, "accept", self.turn), *self._show_itself()]
        return [
            self._soon(CONSIDER_S if order.requested else ANSWER_S, "accept"),
            *self._show_itself(),
        ]

    def stand_down(self) -> list[Plan]:
        """Nothing more to do there."""
        self.turn += 1
        self._drive = None
        return [self._soon(STAND_DOWN_S, "leave")]

    def fire(self, what: str, at: datetime) -> Said:
        return self._steps[what](at)

    # --- what it does --------------------------------------------------------------------------

    def _accept(self, at: datetime) -> Said:
        return [self._says("accepted")], [self._soon(SET_OFF_S, "set_off")]

    def _decline(self, at: datetime) -> Said:
        said = self._says("refused", "menolak: menunggu izin pimpinan")
        return [said], [Plan(DECLINED_S, "free", self.turn)]

    def _free(self, at: datetime) -> Said:
        return [self._says("available")], []

    def _start(self, at: datetime) -> Said:
        """To the incident; one without a place is found after a while near where it is."""
        self._go(self._target or self._here, at)
        return [self._says("en_route")], [self._soon(REPORT_S, "move")]

    def _leave(self, at: datetime) -> Said:
        self._target = None
        self._go((self.plan.lat, self.plan.lon), at)
        return [self._says("returning")], [self._soon(REPORT_S, "move")]

    def _move(self, at: datetime) -> Said:
        if self._drive is None or self._set_off is None:
            return [], []
        moment = self._drive.at((at - self._set_off).total_seconds())
        self._here = (moment.lat, moment.lon)
        speed = 0.0 if moment.arrived else self._speed_mps
        records = self._position(speed, moment.course_deg)
        if not moment.arrived:
            return records, [self._soon(REPORT_S, "move")]
        self._drive = None
        rest = [self._soon(REST_S, "rest")] if self.plan.gps else []
        if self._target is None:
            return [*records, self._says("available")], rest
        return [*records, self._says("on_scene")], [self._soon(WORK_S, "leave"), *rest]

    def _rest(self, at: datetime) -> Said:
        """A sign of life while it stands; a drive has its own."""
        if self._drive is not None:
            return [], []
        return self._position(0.0, None), [self._soon(REST_S, "rest")]

    # --- how it says it ------------------------------------------------------------------------

    def _go(self, to: Point, at: datetime) -> None:
        self._speed_mps = self._rng.uniform(*SPEED_MPS)
        self._drive = Drive(self._roads, self._here, to, self._speed_mps)
        self._set_off = at

    def _soon(self, between_s: tuple[float, float], what: str) -> Plan:
        return Plan(self._rng.uniform(*between_s), what, self.turn)

    def _says(self, status: str, label: str = "") -> dict[str, Any]:
        record = {"type": "unit_status", "call_sign": self.plan.call_sign, "status": status}
        return {**record, "label": label} if label else record

    def _position(self, speed_mps: float, course_deg: float | None) -> list[dict[str, Any]]:
        if not self.plan.gps:
            return []
        lat, lon = (round(value + self._rng.gauss(0.0, GPS_SPREAD_DEG), 6) for value in self._here)
        record: dict[str, Any] = {
            "type": "position",
            "call_sign": self.plan.call_sign,
            "lat": lat,
            "lon": lon,
            "accuracy_m": 6.0,
            "speed_mps": round(speed_mps, 1),
        }
        if course_deg is not None:
            record["course_deg"] = round(course_deg, 1)
        return [record]
