"""One simulated unit: hears an order, answers, drives there, works and goes home.

It plans its own future: `hear` and `fire` answer what to do at which second, the city keeps the
calendar. Whatever was planned before a newer order carries an older `turn` and is left out. What it
does is `true`; what anybody is told of it goes by way of its voice and its receiver.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from typing import Any

from command_center.domain.unit import UnitStatus
from command_center.exercise.city.air import Receiver, Sent, Voice
from command_center.exercise.city.drive import Drive, Point
from command_center.exercise.city.habits import PROMPT, Habits
from command_center.exercise.city.heard import HeardOrder
from command_center.exercise.city.truth import TrueState
from command_center.exercise.city.unit_table import UnitPlan
from command_center.geo.roads import RoadGraph

ANSWER_S = (4.0, 9.0)
CONSIDER_S = (7.0, 14.0)
LATE_S = 240.0
SET_OFF_S = (4.0, 15.0)
WORK_S = (960.0, 1500.0)
STAND_DOWN_S = (5.0, 12.0)
HOME_S = (90.0, 180.0)
SPEED_MPS = (8.0, 11.5)
PATROL_MPS = (4.0, 7.0)
PATROL_DEG = 0.012
NOT_NOW_S, AGAIN_S = 900.0, 120.0
DECLINED_S = 180.0
DECLINES = 0.15
GPS_SPREAD_DEG = 0.00003
_WORDS = {UnitStatus.ORDERED: "accepted"}
"""What a crew says of itself that is no status of the board."""
_MEANS = {word: status for status, word in _WORDS.items()}
_AT_IT = frozenset({UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE})


@dataclass(frozen=True, slots=True)
class Plan:
    """Do `what` in `after_s` seconds, if the unit is still at the same `turn`; None: in any case.
    `record`: what is to be heard then."""

    after_s: float
    what: str
    turn: int | None
    record: dict[str, Any] = field(default_factory=dict)


Said = tuple[list[dict[str, Any]], list[Plan]]


class SimUnit:
    """`fire` answers (records without id, and those of now without time; plans)."""

    def __init__(
        self,
        plan: UnitPlan,
        roads: RoadGraph,
        seed: int,
        since: datetime,
        habits: Habits = PROMPT,
        others: Sequence[str] = (),
    ) -> None:
        self.plan = plan
        self.turn = 0
        self.may_decline = False
        self.true = TrueState(UnitStatus(plan.status), since, plan.lat, plan.lon)
        self._roads = roads
        self._rng = Random(f"{seed}:{plan.call_sign}")
        self._habits = habits
        self._chance = Random(f"{seed}:{plan.call_sign}:habits")
        self._voice = Voice(habits.words, others, self._chance)
        self._receiver = Receiver(habits.fixes, Random(f"{seed}:{plan.call_sign}:fixes"))
        self._here: Point = (plan.lat, plan.lon)
        self._late = plan.late
        self._drive: Drive | None = None
        self._set_off: datetime | None = None
        self._target: Point | None = None
        self._patrols = False
        self._missed: HeardOrder | None = None
        self._steps: dict[str, Callable[[datetime], Said]] = {
            "accept": self._accept,
            "decline": self._decline,
            "free": self._free,
            "set_off": self._start,
            "move": self._move,
            "leave": self._leave,
            "rest": self._rest,
            "patrol": self._patrol,
            "break": self._break,
            "pause": self._pause,
            "back": self._back,
        }

    def wake(self) -> list[Plan]:
        """What it does when the city starts to run: show itself, end the way it was on."""
        plans = [*self._show_itself(), *self._waits(), *self._breaks()]
        if self.turn == 0 and self.plan.status == "returning":
            plans.append(self._soon(HOME_S, "free"))
        return plans

    def _show_itself(self) -> list[Plan]:
        least = self._habits.fixes.moving_s[0]
        return [self._soon((0.0, least), "rest")] if self.plan.gps else []

    def hear(self, order: HeardOrder, at: datetime) -> list[Plan]:
        """A newer order ends whatever it was doing; one that it is on already it only answers."""
        if self._target == order.point and self.true.status in _AT_IT:
            return self.ask(at)
        self.turn += 1
        self._drive = None
        self._patrols = False
        self._is(UnitStatus.ORDERED, at)
        if not self._voice.hears():
            self._missed = order
            return self._show_itself()
        return self._takes(order)

    def _takes(self, order: HeardOrder) -> list[Plan]:
        self._missed = None
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
        self._missed = None
        return [self._soon(STAND_DOWN_S, "leave")]

    def halt(self, status: UnitStatus, at: datetime) -> None:
        """Whatever it was doing is over."""
        self.turn += 1
        self._drive = None
        self._target = None
        self._missed = None
        self._patrols = False
        self._is(status, at)

    def ask(self, at: datetime) -> list[Plan]:
        """Somebody asks it over the air what it is doing; an order it missed it hears by that."""
        if not self._voice.answers():
            return []
        if self._missed is not None:
            return self._takes(self._missed)
        word = _WORDS.get(self.true.status, self.true.status.value)
        return _carried(self._voice.says(self._word(word), at))

    def fire(self, plan: Plan, at: datetime) -> Said:
        if plan.what == "say":
            return [plan.record], []
        if plan.what == "late":
            return self._late_word(plan.record, at)
        return self._steps[plan.what](at)

    # --- what it does --------------------------------------------------------------------------

    def _accept(self, at: datetime) -> Said:
        return self._say("accepted", at, self._soon(SET_OFF_S, "set_off"))

    def _decline(self, at: datetime) -> Said:
        said = {**self._word("refused"), "label": "menolak: menunggu izin pimpinan"}
        return [said], [Plan(DECLINED_S, "free", self.turn)]

    def _free(self, at: datetime) -> Said:
        self._is(UnitStatus.AVAILABLE, at)
        return self._say("available", at, *self._waits())

    def _start(self, at: datetime) -> Said:
        """To the incident; one without a place is found after a while near where it is."""
        self._go(self._target or self._here, at, SPEED_MPS)
        self._is(UnitStatus.EN_ROUTE, at)
        return self._say("en_route", at, self._soon(self._habits.fixes.moving_s, "move"))

    def _leave(self, at: datetime) -> Said:
        self._target = None
        self._patrols = False
        self._go((self.plan.lat, self.plan.lon), at, SPEED_MPS)
        self._is(UnitStatus.RETURNING, at)
        return self._say("returning", at, self._soon(self._habits.fixes.moving_s, "move"))

    def _move(self, at: datetime) -> Said:
        if self._drive is None or self._set_off is None:
            return [], []
        moment = self._drive.at((at - self._set_off).total_seconds())
        self._here = (moment.lat, moment.lon)
        self.true = replace(self.true, lat=moment.lat, lon=moment.lon)
        speed = 0.0 if moment.arrived else self._speed_mps
        records, plans = self._position(speed, moment.course_deg, at)
        if not moment.arrived:
            return records, [*plans, self._soon(self._habits.fixes.moving_s, "move")]
        self._drive = None
        rest = [self._soon(self._habits.fixes.standing_s, "rest")] if self.plan.gps else []
        said, later = self._arrives(at)
        return [*records, *said], [*plans, *later, *rest]

    def _arrives(self, at: datetime) -> Said:
        if self._patrols:
            self._patrols = False
            return [], self._waits()
        if self._target is None:
            return self._free(at)
        self._is(UnitStatus.ON_SCENE, at)
        return self._say("on_scene", at, self._soon(WORK_S, "leave"))

    def _rest(self, at: datetime) -> Said:
        """A sign of life while it stands; a drive has its own."""
        if self._drive is not None:
            return [], []
        records, plans = self._position(0.0, None, at)
        return records, [*plans, self._soon(self._habits.fixes.standing_s, "rest")]

    # --- what it does by itself ----------------------------------------------------------------

    def _waits(self) -> list[Plan]:
        pause_s = self._habits.shift.patrol_s
        return [self._later(pause_s, "patrol", self.turn)] if pause_s[1] > 0.0 else []

    def _patrol(self, at: datetime) -> Said:
        if self.true.status is not UnitStatus.AVAILABLE or self._drive is not None:
            return [], []
        draw = self._chance.uniform
        lat, lon = self.plan.lat, self.plan.lon
        to = (lat + draw(-PATROL_DEG, PATROL_DEG), lon + draw(-PATROL_DEG, PATROL_DEG))
        self._patrols = True
        self._go(to, at, PATROL_MPS)
        return [], [self._soon(self._habits.fixes.moving_s, "move")]

    def _breaks(self) -> list[Plan]:
        every_s = self._habits.shift.break_every_s
        return [self._later(every_s, "break", None)] if every_s[1] > 0.0 else []

    def _break(self, at: datetime) -> Said:
        """It asks for leave and begins once that is entered, or just goes."""
        if self.true.status is not UnitStatus.AVAILABLE:
            return [], [Plan(NOT_NOW_S, "break", None)]
        if self._voice.forgets(UnitStatus.BREAK):
            return self._pause(at)
        sent = self._voice.says(self._word("break"), at)
        if sent is None:
            return [], [Plan(AGAIN_S, "break", None)]
        return [], [*_carried(sent), Plan(sent.after_s, "pause", None)]

    def _pause(self, at: datetime) -> Said:
        if self.true.status is not UnitStatus.AVAILABLE:
            return [], self._breaks()
        self.turn += 1
        self._drive = None
        self._patrols = False
        self._is(UnitStatus.BREAK, at)
        back = self._later(self._habits.shift.break_s, "back", self.turn)
        return [], [back, *self._breaks(), *self._show_itself()]

    def _back(self, at: datetime) -> Said:
        self._is(UnitStatus.AVAILABLE, at)
        return self._say("available", at, *self._waits())

    # --- how it says it ------------------------------------------------------------------------

    def _is(self, status: UnitStatus, at: datetime) -> None:
        self.true = TrueState(status, at, *self._here)

    def _go(self, to: Point, at: datetime, speed_mps: tuple[float, float]) -> None:
        self._speed_mps = self._rng.uniform(*speed_mps)
        self._drive = Drive(self._roads, self._here, to, self._speed_mps)
        self._set_off = at
        self._receiver.sets_off(at)

    def _soon(self, between_s: tuple[float, float], what: str) -> Plan:
        return Plan(self._rng.uniform(*between_s), what, self.turn)

    def _later(self, between_s: tuple[float, float], what: str, turn: int | None) -> Plan:
        return Plan(self._chance.uniform(*between_s), what, turn)

    def _word(self, status: str) -> dict[str, Any]:
        return {"type": "unit_status", "call_sign": self.plan.call_sign, "status": status}

    def _say(self, status: str, at: datetime, *then: Plan) -> Said:
        if self._voice.forgets(_MEANS.get(status) or UnitStatus(status)):
            return [], list(then)
        word, lag_s = self._word(status), self._voice.lags_s()
        if lag_s > 0.0:
            return [], [Plan(lag_s, "late", None, word), *then]
        return _heard(self._voice.says(word, at), then)

    def _late_word(self, word: dict[str, Any], at: datetime) -> Said:
        """Nobody says what is over by now."""
        means = _MEANS.get(word["status"]) or UnitStatus(word["status"])
        return _heard(self._voice.says(word, at), ()) if means is self.true.status else ([], [])

    def _position(self, speed_mps: float, course_deg: float | None, at: datetime) -> Said:
        if not self.plan.gps:
            return [], []
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
        return _heard(self._receiver.takes(record, at), ())


def _heard(sent: Sent | None, then: Sequence[Plan]) -> Said:
    """Now, or when it is there."""
    if sent is not None and sent.after_s <= 0.0:
        return [sent.record], list(then)
    return [], [*_carried(sent), *then]


def _carried(sent: Sent | None) -> list[Plan]:
    return [] if sent is None else [Plan(sent.after_s, "say", None, sent.record)]
