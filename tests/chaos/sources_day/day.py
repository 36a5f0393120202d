"""A day in the exercise room: every system of the city talks, each is killed and revived once, and
the intake moves; at the end everything said and told is accounted for."""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from command_center.bootstrap.exercise_partners import night_watch, partners
from command_center.bootstrap.gateway import PARTS, Intake
from command_center.bootstrap.gateway_server import GatewayPart, gateway_part
from command_center.bootstrap.intake_room import Follower
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.source_keys import give_key
from command_center.connectors.gateway.keys import new_master
from command_center.connectors.gateway.server import Listen
from command_center.connectors.posting import Gate
from command_center.domain.referral import DeliveryState
from command_center.domain.room import RoomKind, SourceKind
from command_center.runtime.clock import LiveClock
from tests.chaos.sources_day.account import Account, account
from tests.chaos.sources_day.desk import Desk
from tests.chaos.sources_day.hosted import Hosted
from tests.chaos.sources_day.orders import Orders
from tests.chaos.sources_day.systems import every_system

WORD_S, ACT_S, LANE_S, ASK_S = 0.25, 0.15, 30.0, 0.5
DOOM_S = 4.0
"""So long it may yet come to do what it is to die of."""
QUIET_S = 3.0
"""Nothing was said or told any more for this long: the day may be over."""
DRAIN_S = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """`seconds` of talk; each system is away for `away_s` once, in turn; then the intake moves."""

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
        self.systems = every_system(plan.seed, folder)
        self._played = list({id(one.sim): one.sim for one in self.systems}.values())
        self._talkers = [one.sim for one in self.systems if one.talks]
        self._follower = Follower(room)
        self._desk = Desk(room, self._follower, self._rng)
        self._talking = threading.Event()
        self._intake = self._new_intake()
        stack.callback(self._follower.close)
        stack.callback(self._end_intake)
        for sim in self._played:
            stack.callback(sim.stop)
            sim.launch()
        for sim in self._played:
            sim.settle()
        (units,) = (one.sim for one in self.systems if one.hears_orders)
        self._orders = Orders(room, units.url)
        stack.callback(self._orders.close)

    # --- the room ------------------------------------------------------------------------------

    def _new_intake(self) -> Intake:
        def gateway(room: OpenedRoom) -> GatewayPart:
            return GatewayPart(room, Listen("127.0.0.1", self._port), self._master)

        return Intake(
            self._room, tuple(gateway if make is gateway_part else make for make in PARTS)
        )

    def _end_intake(self) -> None:
        """Whichever is at work by then."""
        self._intake.stop()

    def _connect(self) -> None:
        agencies = self._room.city.agencies
        for system in self.systems:
            for command in system.commands(agencies):
                self._told(command)
        self._told(partners())
        self._told(night_watch())
        reached = {system.agency for system in self.systems}
        self._desk.may_refer_to([one.id for one in agencies if one.code in reached])
        self._intake.start()
        self._look_until(lambda: self._gate_url() != "", 20.0)
        url = self._gate_url()
        self._port = int(url.rpartition(":")[2])
        for system in self.systems:
            if system.kind is SourceKind.PUSH:
                system.sim.post_to(Gate(url, give_key(self._room, system.id, self._master)))

    def _told(self, command: Any) -> None:
        self._room.lane.submit(command, act=self._room.console).result(LANE_S)

    def _gate_url(self) -> str:
        found = [part.url for part in self._intake.parts if isinstance(part, GatewayPart)]
        return found[0] if found else ""

    def _look_until(self, done: Callable[[], bool], patience_s: float) -> bool:
        end = time.monotonic() + patience_s
        while not done() and time.monotonic() < end:
            self._follower.look(self._intake, 0.05)
        return done()

    # --- the day -------------------------------------------------------------------------------

    def run(self) -> Account:
        self._connect()
        for sim in self._talkers:
            sim.spoil()
        talker = threading.Thread(target=self._talk, name="city", daemon=True)
        self._talking.set()
        talker.start()
        begun, acted = time.monotonic(), 0.0
        due = self._deaths()
        while (passed := time.monotonic() - begun) < self._plan.seconds:
            self._follower.look(self._intake, 0.05)
            if passed - acted >= ACT_S:
                acted = passed
                self._desk.work()
                self._orders.look()
            while due and due[0][0] <= passed:
                due.pop(0)[1]()
        for _, last in due:
            last()
        self._talking.clear()
        talker.join()
        return self._drain()

    def _deaths(self) -> list[tuple[float, Callable[[], None]]]:
        """(second, what happens) in order: each system once, then the intake."""
        plan, count = self._plan, len(self._played) + 1
        step = plan.seconds / (count + 1)
        away_s = min(plan.away_s, step)
        due: list[tuple[float, Callable[[], None]]] = []
        for place, sim in enumerate(self._played, 1):
            begins = place * step
            due.append((begins, sim.doom))
            due.append((begins + min(DOOM_S, away_s / 2), sim.kill))
            due.append((begins + away_s, sim.revive))
        due.append((count * step, self._change_intake))
        return sorted(due, key=lambda pair: pair[0])

    def _change_intake(self) -> None:
        """The machine that did the intake goes, another one takes over."""
        self._intake.stop()
        self._intake = self._new_intake()
        self._intake.start()

    def _talk(self) -> None:
        while self._talking.is_set():
            self._rng.choice(self._talkers).say()
            time.sleep(WORD_S * self._rng.uniform(0.2, 1.8))

    def _drain(self) -> Account:
        """Once nothing was said, stored or told for a while and all is well, or it never will."""
        end, quiet_from, last, asked = time.monotonic() + DRAIN_S, time.monotonic(), -1, 0.0
        posting = [one.sim for one in self.systems if one.kind is SourceKind.PUSH]
        while (now := time.monotonic()) < end:
            self._follower.look(self._intake, 0.05)
            if now - asked > ASK_S:
                asked = now
                self._orders.look()
                seq = self._follower.situation.seq
                if seq != last or self._waiting() or any(map(_waits, posting)):
                    last, quiet_from = seq, now
            if now - quiet_from > QUIET_S:
                if (told := account(self._room, self.systems)).good:
                    return told
                quiet_from = time.monotonic()
        return account(self._room, self.systems)

    def _waiting(self) -> bool:
        """Something is yet to be told by the room."""
        rows = self._follower.situation.all("delivery")
        return any(row.state is DeliveryState.WAITING for row in rows)


def _waits(sim: Hosted) -> bool:
    return sim.facts().waiting > 0


def live_a_day(url: str, plan: Plan) -> Account:
    """In the empty database at `url`."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        room = open_room(url, LiveClock(), RoomPlan(RoomKind.EXERCISE, "malang"))
        stack.callback(room.close)
        return Day(room, plan, folder, stack).run()
