"""A day in the exercise room: every system of the city talks, each is killed and revived once, and
so is the intake; at the end everything said and told is accounted for."""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from command_center.bootstrap.gateway import PARTS, Intake
from command_center.bootstrap.gateway_server import GatewayPart, gateway_part
from command_center.bootstrap.intake_room import Follower
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.source_keys import give_key
from command_center.commands.agencies import ImportAgencies
from command_center.commands.hospital import AskStandby
from command_center.commands.referral import ReferIncident
from command_center.commands.reply import ReplyToReporters
from command_center.commands.triage import CloseIncident, VerifyIncident
from command_center.connectors.gateway.keys import new_master
from command_center.connectors.gateway.server import Listen
from command_center.connectors.posting import Gate
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.domain.referral import DeliveryState
from command_center.domain.room import RoomKind, SourceKind
from command_center.domain.unit import ReferralVia
from command_center.runtime.clock import LiveClock
from tests.benchmarks.day_account import Account, account
from tests.benchmarks.day_systems import System, every_system
from tests.benchmarks.figure import Figure

BENCH = "sources"
WORD_S, ACT_S, LANE_S = 0.25, 0.15, 30.0
QUIET_S = 3.0
"""Nothing was said or told any more for this long: the day is over."""
DRAIN_S = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """`seconds` of talk; each system is away for `away_s` once, in turn, and so is the intake."""

    seconds: float = 300.0
    away_s: float = 10.0
    seed: int = 1


class Day:
    """One run over one empty database."""

    def __init__(self, room: OpenedRoom, plan: Plan, folder: Path, stack: ExitStack) -> None:
        self._room, self._plan = room, plan
        self._rng = random.Random(plan.seed)
        self._master = new_master()
        self._port = 0
        self.systems = every_system(plan.seed, room.clock, folder / "drop")
        self._follower = Follower(room)
        self._talking = threading.Event()
        self._intake = self._new_intake()
        self._spoiling = iter(self.systems)
        self._agencies: list[str] = []
        stack.callback(self._follower.close)
        stack.callback(self._end_intake)
        for system in self.systems:
            system.sim.start()
            stack.callback(system.sim.stop)

    # --- the room ------------------------------------------------------------------------------

    def _new_intake(self) -> Intake:
        def gateway(room: OpenedRoom) -> GatewayPart:
            return gateway_part_at(room, self._port, self._master)

        return Intake(
            self._room, tuple(gateway if make is gateway_part else make for make in PARTS)
        )

    def _end_intake(self) -> None:
        """Whichever is at work by then."""
        self._intake.stop()

    def _connect(self) -> None:
        room = self._room
        for system in self.systems:
            room.lane.submit(system.connect(), act=room.console).result(LANE_S)
            if system.agency:
                self._reach(system)
        self._intake.start()
        self._look_until(lambda: self._gate_url() != "", 20.0)
        url = self._gate_url()
        self._port = int(url.rpartition(":")[2])
        for system in self.systems:
            if system.kind is SourceKind.PUSH:
                key = give_key(room, system.id, self._master)
                system.sim.post_to(Gate(url, key))

    def _reach(self, system: System) -> None:
        """What is referred to the agency of that code goes to its system."""
        room = self._room
        (agency,) = (one for one in room.city.agencies if one.code == system.id)
        reached = replace(agency, via=ReferralVia.CONTRACT, reach=system.id)
        room.lane.submit(ImportAgencies((reached,)), act=room.console).result(LANE_S)
        self._agencies.append(agency.id)

    def _gate_url(self) -> str:
        found = [part.url for part in self._intake.parts if isinstance(part, GatewayPart)]
        return found[0] if found else ""

    def _look_until(self, done: Any, patience_s: float) -> bool:
        end = time.monotonic() + patience_s
        while not done() and time.monotonic() < end:
            self._follower.look(self._intake, 0.05)
        return bool(done())

    # --- the day -------------------------------------------------------------------------------

    def run(self) -> Account:
        self._connect()
        talker = threading.Thread(target=self._talk, name="city", daemon=True)
        self._talking.set()
        talker.start()
        begun, acted = time.monotonic(), 0.0
        deaths = self._deaths()
        while (passed := time.monotonic() - begun) < self._plan.seconds:
            self._follower.look(self._intake, 0.05)
            if passed - acted >= ACT_S:
                acted = passed
                self._work()
            while deaths and deaths[0][0] <= passed:
                deaths.pop(0)[1]()
        for _, last in deaths:
            last()
        self._talking.clear()
        talker.join()
        self._drain()
        return account(self._room, self.systems)

    def _deaths(self) -> list[tuple[float, Any]]:
        """(second, what happens) in order: each system once, the intake in the middle."""
        plan, count = self._plan, len(self.systems) + 1
        step = plan.seconds / (count + 1)
        away_s = min(plan.away_s, step)
        due: list[tuple[float, Any]] = []
        for place, system in enumerate(self.systems, 1):
            due.append((place * step, system.sim.kill))
            due.append((place * step + away_s, system.sim.revive))
        due.append((count * step, self._change_intake))
        return sorted(due, key=lambda pair: pair[0])

    def _change_intake(self) -> None:
        """The machine that did the intake goes, another one takes over."""
        self._intake.stop()
        self._intake = self._new_intake()
        self._intake.start()

    def _talk(self) -> None:
        while self._talking.is_set():
            self._rng.choice(self.systems).say()
            for system in islice(self._spoiling, 1):
                system.spoil(iso(self._room.clock.now()))
            time.sleep(WORD_S * self._rng.uniform(0.2, 1.8))

    def _work(self) -> None:
        """What a desk does with one incident: look, reply, end it."""
        incidents = list(self._follower.situation.open_incidents())
        if incidents:
            command = self._next_step(self._rng.choice(incidents))
            with suppress(OperatorError):  # a reporter who cannot be answered, a step done already
                self._room.lane.submit(command, act=self._room.act).result(LANE_S)

    def _next_step(self, incident: Incident) -> Any:
        if incident.status is IncidentStatus.NEW:
            return VerifyIncident(incident.id)
        chance = self._rng.random()
        if chance < 0.3:
            return ReplyToReporters(incident.id, "Petugas menuju lokasi.")
        if chance < 0.5:
            return ReferIncident(incident.id, self._rng.choice(self._agencies), "Mohon ditangani.")
        if chance < 0.7 and self._hospitals:
            return AskStandby(incident.id, self._rng.choice(self._hospitals), serious=1)
        return CloseIncident(incident.id, Disposition.RESOLVED)

    @property
    def _hospitals(self) -> list[str]:
        """Those that have said that they are there."""
        return [h.id for h in self._follower.situation.all("hospital") if h.source_id]

    def _drain(self) -> None:
        """Until nothing was said, stored or told for a while."""
        end, quiet_from, last = time.monotonic() + DRAIN_S, time.monotonic(), -1
        while time.monotonic() < end:
            self._follower.look(self._intake, 0.05)
            now = self._follower.situation.seq
            if now != last or self._owing():
                last, quiet_from = now, time.monotonic()
            if time.monotonic() - quiet_from > QUIET_S:
                return

    def _owing(self) -> bool:
        """Something waits to be posted to the room or told by it."""
        posting = [s.sim for s in self.systems if s.kind is SourceKind.PUSH]
        rows = self._follower.situation.all("delivery")
        return any(sim.outgoing.waiting for sim in posting) or any(
            row.state is DeliveryState.WAITING for row in rows
        )


def gateway_part_at(room: OpenedRoom, port: int, master: str) -> GatewayPart:
    return GatewayPart(room, Listen("127.0.0.1", port), master)


def live_a_day(url: str, plan: Plan) -> Account:
    """In the empty database at `url`."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        room = open_room(url, LiveClock(), RoomPlan(RoomKind.EXERCISE, "malang"))
        stack.callback(room.close)
        return Day(room, plan, folder, stack).run()


def sources_day(plan: Plan | None = None) -> Iterator[Figure]:
    plan = plan or Plan()
    with tempfile.TemporaryDirectory() as folder:
        told = live_a_day(f"sqlite:///{Path(folder) / 'day.db'}", plan)
    yield from figures(told, plan)


def figures(told: Account, plan: Plan) -> Iterator[Figure]:
    """Counts that must be nought, and how much they are counted of."""
    sound = (
        ("day_records_unaccounted", len(told.missing), told.sent),
        ("day_records_twice", len(told.twice), told.sent),
        ("day_messages_unheard", len(told.unheard), told.messages),
        ("day_messages_unasked", len(told.unasked) + len(told.twice_heard), told.messages),
    )
    for name, value, n in sound:
        yield Figure(BENCH, name, value, "count", "lower", n, plan.seconds, target=0)
    yield Figure(
        BENCH, "day_records_stored", told.stored, "count", "higher", told.sent, plan.seconds
    )
    yield Figure(BENCH, "day_records_late", told.late, "count", "higher", told.sent, plan.seconds)
