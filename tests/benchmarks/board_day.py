"""A simulated day in the exercise twin: units that really drive and forget to say so, a real room
that is told of it late, and people at its desk."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from command_center.bootstrap.exercise_director import SituationBoard
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.commands.follow import FollowUnit, UnitStep
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import RegisterUnit
from command_center.commands.triage import CloseIncident
from command_center.connectors.order_messages import messages_of
from command_center.contract.records import PositionRecord, Record, UnitRecord, UnitStatusRecord
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Priority
from command_center.domain.targets import Targets
from command_center.domain.unit import Assignment, UnitStatus
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.exercise.board_truth import BoardTruth
from command_center.exercise.city.calendar import UNIT_SOURCE, City
from command_center.exercise.city.habits import HUMAN, Habits
from command_center.exercise.city.heard import parse_order
from command_center.exercise.city.scenario import Calm, Scenario
from command_center.exercise.city.unit_table import UnitPlan
from command_center.geo.distance import distance_m
from command_center.ports import Act, Outcome, Position
from command_center.situation.board import board_row
from command_center.situation.meaning import read_status
from command_center.situation.situation import Situation
from tests.benchmarks.board_desk import Operators
from tests.benchmarks.dispatch_stations import AtOnce
from tests.benchmarks.dispatch_week import Turned

UNITS = 60
OPENS = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
TICK = timedelta(seconds=5)
WAIT_S = 30.0
GIVE_UP_S = 7200.0
CLOSE_S = (30.0, 180.0)
TAKE_S = (20.0, 120.0)
WEST, EAST, SOUTH, NORTH = 112.60, 112.66, -8.02, -7.93
TARGETS = Targets()
ROSTER = DutyRoster((), lambda lat, lon: None, lambda code: None)
CATEGORIES = ("laka_lantas", "perkelahian", "pencurian", "kemacetan", "kdrt", "begal", "asap")
SENDABLE = (UnitStatus.AVAILABLE, UnitStatus.RETURNING)


@dataclass(frozen=True, slots=True)
class Kind:
    """`gps`: units send positions; `helped`: the room suggests, rings and repeats."""

    name: str
    gps: bool
    helped: bool


@dataclass(slots=True)
class Played:
    """`read`: as `truth`, of a reader who takes a suggestion the row shows for what it is. Unit
    seconds at work by either side, of them wrong, and shown as unknown; `been`: jobs that ended and
    whose unit really arrived, `timed` of them with a time on scene, `off_s` how late; `done`: what
    the people at the desk did, `ask` = they called a unit."""

    truth: BoardTruth = field(default_factory=BoardTruth)
    read: BoardTruth = field(default_factory=BoardTruth)
    busy_s: float = 0.0
    busy_wrong_s: float = 0.0
    unknown_s: float = 0.0
    been: int = 0
    timed: int = 0
    off_s: list[float] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)


class Told(AtOnce):
    """`told`: something was said to the room that has not been read back."""

    told = True

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        self.told = True
        return super().submit(command, act=act, op_id=op_id)


class Day:
    """One day of one kind, drawn from one seed."""

    def __init__(
        self, room: OpenedRoom, clock: Turned, kind: Kind, seed: int, habits: Habits, units: int
    ) -> None:
        self.played = Played()
        self.room = room
        self._clock, self._kind = clock, kind
        self._chance = Random(f"{seed}:day")
        self._city = City(_scenario(), _units(kind.gps, seed, units), room.city, seed, habits)
        self._board = SituationBoard()
        self._situation: Situation = self._board.situation
        self._desk = Told(room)
        self._clockwork = Clockwork(self._desk, room.system, ROSTER)
        self._operators = Operators(self._do, self._ask, TARGETS, seed)
        self._agenda: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self._cursor = 0
        self._positions: dict[str, Position] = {}
        self._ids: dict[str, str] = {}
        self._moved = False
        self._arrivals: dict[tuple[str, datetime], None] = {}

    # --- the day -------------------------------------------------------------------------------

    def play(self, hours: float, incidents: int) -> Played:
        self._hear_city(self._clock.at)
        for _ in range(incidents):
            self._later(self._chance.uniform(60.0, hours * 3600 - 60.0), self._report)
        end = self._clock.at + timedelta(hours=hours)
        while self._clock.at < end:
            self._until(self._clock.at + TICK)
            self._look()
        self._count_arrivals()
        self.played.done = dict(self._operators.done)
        return self.played

    def _until(self, at: datetime) -> None:
        while self._agenda and self._agenda[0][0] <= at:
            due, _, act = heappop(self._agenda)
            self._hear_city(max(due, self._clock.at))
            act()
            self._fold()
        self._hear_city(at)

    def _hear_city(self, until: datetime) -> None:
        """What the city leaves up to then, each at its time."""
        while (moment := self._city.step(until)) is not None:
            self._clock.at = max(self._clock.at, moment[0])
            for record in self._records():
                self._take(msgspec.convert(record, Record))
        self._clock.at = max(self._clock.at, until)
        for record in self._records():
            self._take(msgspec.convert(record, Record))
        self._fold()

    def _records(self) -> list[dict[str, Any]]:
        page, _ = self._city.books[UNIT_SOURCE].since(self._cursor, 500)
        self._cursor += len(page)
        return list(page)

    def _take(self, record: Any) -> None:
        if isinstance(record, PositionRecord):
            id = self._ids[record.call_sign]
            before = self._positions.get(id)
            if before is None or before.at < record.at:
                self._positions[id] = Position(
                    id, record.lat, record.lon, record.accuracy_m, record.speed_mps, None, record.at
                )
                self._moved = True
        elif isinstance(record, UnitRecord):
            status = UnitStatus(record.status)
            made = self._do(RegisterUnit(record.call_sign, record.agency, crew=2, status=status))
            self._ids[record.call_sign] = str(made["unit_id"])
        elif isinstance(record, UnitStatusRecord):
            self._do(
                FollowUnit(UNIT_SOURCE, "", record.call_sign, UnitStep(record.status), record.at)
            )

    def _look(self) -> None:
        if self._moved:
            self._situation.place(self._positions)
            self._moved = False
        now = self._clock.at
        if self._kind.helped:
            self._clockwork.tick(self._situation, now)
            self._fold()
            self._operators.look(self._situation, now)
            self._fold()
        self._measure(now)

    def _measure(self, now: datetime) -> None:
        rows = {unit.call_sign: board_row(self._situation, unit)
                for unit in self._situation.all("unit")}  # fmt: skip
        shown = {sign: row.shown_status(now, TARGETS) for sign, row in rows.items()}
        states = self._city.truth()
        true = {sign: state.status for sign, state in states.items()}
        for sign, state in states.items():
            if state.status is UnitStatus.ON_SCENE:
                self._arrivals.setdefault((self._ids[sign], state.since))
        self.played.truth.look(shown, true, now)
        read = {sign: read_status(row, now, TARGETS) for sign, row in rows.items()}
        self.played.read.look(read, true, now)
        free = (UnitStatus.AVAILABLE, UnitStatus.BREAK)
        seconds = TICK.total_seconds()
        for sign, status in true.items():
            wrong = seconds if shown[sign] is not status else 0.0
            if status not in free or shown[sign] not in free:
                self.played.busy_s += seconds
                self.played.busy_wrong_s += wrong
            if shown[sign] is UnitStatus.UNKNOWN:
                self.played.unknown_s += seconds

    # --- the room ------------------------------------------------------------------------------

    def _do(self, command: Any) -> dict[str, Any]:
        try:
            return dict(self._desk.submit(command).result(WAIT_S).result)
        except OperatorError:
            return {}

    def _fold(self) -> None:
        if not self._desk.told:
            return
        self._desk.told = False
        for stored in self.room.database.history.entries(self._board.seq):
            self._board.apply(stored)
            for message in messages_of(stored, self._board):
                for order in parse_order(message.body):
                    self._city.hear(order)

    def _ask(self, call_sign: str) -> None:
        self._city.ask(call_sign, self._clock.at)

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        heappush(
            self._agenda, (self._clock.at + timedelta(seconds=seconds), next(self._order), act)
        )

    # --- what happens --------------------------------------------------------------------------

    def _report(self) -> None:
        draw = self._chance
        number = next(self._order)
        command = ReceiveReport(
            source_id="110",
            external_id=f"r{number}",
            category=draw.choice(CATEGORIES),
            text=f"laporan {number} {draw.randrange(10**9)}",
            lat=draw.uniform(SOUTH, NORTH),
            lon=draw.uniform(WEST, EAST),
            accuracy_m=20.0,
            priority=Priority.P3,
        )
        made = self._do(command)
        self._later(draw.uniform(*TAKE_S), lambda: self._send(str(made["incident_id"])))

    def _send(self, id: str) -> None:
        wanted = self._chance.choice((1, 1, 1, 2, 3))
        units = self._free(id)[:wanted]
        if not units:
            self._later(120.0, lambda: self._send(id))
            return
        self._do(OrderUnits(id, tuple(units), "merapat"))
        self._later(300.0, lambda: self._close_if_over(id, self._clock.at))

    def _free(self, incident_id: str) -> list[str]:
        """As the board shows them, the ones at hand first; near by position where there is one."""
        now, found = self._clock.at, []
        incident = self._situation.incident(incident_id)
        assert incident is not None
        point = incident.lat or 0.0, incident.lon or 0.0
        for unit in self._situation.all("unit"):
            row = board_row(self._situation, unit)
            status = row.shown_status(now, TARGETS)
            if status not in SENDABLE or row.holder:
                continue
            where = (row.lat, row.lon) if row.lat is not None and row.lon is not None else None
            away = distance_m(*where, *point) if where else self._chance.random() * 1e4
            found.append((SENDABLE.index(status), away, unit.id))
        return [id for _, _, id in sorted(found)]

    def _close_if_over(self, id: str, since: datetime) -> None:
        incident = self._situation.incident(id)
        if incident is None or not incident.is_open:
            return
        held = [a for a in self._situation.assignments(id) if a.closed_at is None]
        if held and (self._clock.at - since).total_seconds() < GIVE_UP_S:
            self._later(60.0, lambda: self._close_if_over(id, since))
            return
        wait_s = self._chance.uniform(*CLOSE_S)
        self._later(wait_s, lambda: self._close(id))

    def _close(self, id: str) -> None:
        self._do(CloseIncident(id, Disposition.RESOLVED))

    # --- times on scene ------------------------------------------------------------------------

    def _count_arrivals(self) -> None:
        """Of the true arrivals those whose assignment says when."""
        orders: dict[str, list[Assignment]] = {}
        for row in self._situation.all("assignment"):
            orders.setdefault(row.unit_id, []).append(row)
        for unit_id, at in self._arrivals:
            given = [row for row in orders.get(unit_id, ()) if row.ordered_at <= at]
            order = max(given, key=lambda row: row.ordered_at, default=None)
            if order is None or order.closed_at is None:
                continue
            self.played.been += 1
            if order.on_scene_at is not None:
                self.played.timed += 1
                self.played.off_s.append((order.on_scene_at - at).total_seconds())


def _scenario() -> Scenario:
    never = OPENS + timedelta(days=30)
    calm = Calm(never, (1.0, 1.0), (), ())
    return Scenario("hari", "Hari sibuk", "malang", OPENS, OPENS, {}, {}, {UNIT_SOURCE: "Satuan"},
                    (), (), (), calm)  # fmt: skip


def _units(gps: bool, seed: int, count: int) -> list[UnitPlan]:
    chance = Random(f"{seed}:units")
    return [
        UnitPlan(f"SAMAPTA {number:02}", "samapta", "patroli", 2, "Klojen",
                 chance.uniform(SOUTH, NORTH), chance.uniform(WEST, EAST), gps, "available",
                 chance.uniform(1.0, 30.0), "", False, ())
        for number in range(count)
    ]  # fmt: skip


@contextmanager
def a_day(kind: Kind, seed: int, habits: Habits = HUMAN, units: int = UNITS) -> Iterator[Day]:
    clock = Turned(OPENS)
    with tempfile.TemporaryDirectory(prefix="bench-truth-") as folder:
        room = open_room(f"sqlite:///{Path(folder) / 'room.db'}", clock, RoomPlan(pack="malang"))
        try:
            yield Day(room, clock, kind, seed, habits, units)
        finally:
            room.close()
