"""A leader's machine dies under rooms that write; ten times over. See packaging/cluster."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.room import RegisterUnit
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.runtime.clock import LiveClock
from tests.benchmarks.figure import Figure
from tests.chaos.cluster import Cluster, missing, running_cluster

ROUNDS, DESKS = 10, 4
TTL_S, ALLOWED_S = 20.0, 5.0
WAIT_S, PATIENCE_S, REST_S = 30.0, 120.0, 3.0


class Desk(threading.Thread):
    """One command after another through a room's write lane, the same one until it is answered."""

    def __init__(self, room: OpenedRoom, name: str) -> None:
        super().__init__(name=name)
        self._room = room
        self._over = threading.Event()
        self.acknowledged: list[tuple[float, str]] = []

    def run(self) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            self._until_answered(f"{self.name} {number}", new_id(self._room.clock.now()))

    def _until_answered(self, call_sign: str, op_id: str) -> None:
        agency = self._room.city.agencies[0].code
        while not self._over.is_set():
            try:
                command = RegisterUnit(call_sign, agency)
                self._room.lane.submit(command, act=self._room.system, op_id=op_id).result(WAIT_S)
            except OperatorError:
                time.sleep(0.1)
                continue
            self.acknowledged.append((time.monotonic(), op_id))
            return

    def stop(self) -> None:
        self._over.set()
        self.join()


def password_of(cluster: Cluster) -> str:
    return cluster.pass_file.read_text(encoding="utf-8").strip().rsplit(":", 1)[1]


def first_after(desks: list[Desk], moment: float) -> float:
    """Seconds from `moment` to the first command that is answered after it was 0.5 s gone."""
    deadline = moment + PATIENCE_S
    while time.monotonic() < deadline:
        later = [at for desk in desks for at, _ in desk.acknowledged[-5:] if at > moment + 0.5]
        if later:
            return min(later) - moment
        time.sleep(0.05)
    raise AssertionError("nobody can write any more")


def stored_once(room: OpenedRoom, op_ids: set[str]) -> tuple[int, int]:
    """(how many are missing from the log, how many stand in it more than once)."""
    seen: dict[str, int] = {}
    for stored in room.database.history.entries():
        seen[stored.entry.op_id] = seen.get(stored.entry.op_id, 0) + 1
    return len(op_ids - seen.keys()), sum(1 for id in op_ids if seen.get(id, 0) > 1)


def rounds(cluster: Cluster, desks: list[Desk]) -> Iterator[float]:
    for _ in range(ROUNDS):
        time.sleep(REST_S)
        leader = cluster.leader()
        moment = time.monotonic()
        cluster.kill(leader)
        yield first_after(desks, moment)
        cluster.bring_back(leader)
        cluster.wait_in_step()


def truth_failover() -> Iterator[Figure]:
    if lacking := missing():
        print(f"no failover: the rehearsal needs {lacking}", file=sys.stderr)
        return
    begin = time.monotonic()
    with running_cluster() as cluster, ExitStack() as stack:
        password = password_of(cluster)
        rooms = []
        for _ in range(DESKS):
            rooms.append(open_room(cluster.url, LiveClock(), RoomPlan(), password=password))
            stack.callback(rooms[-1].close)
        desks = [Desk(room, f"MEJA{number}") for number, room in enumerate(rooms)]
        for desk in desks:
            desk.start()
        try:
            gaps = list(rounds(cluster, desks))
        finally:
            for desk in desks:
                desk.stop()
        answered = {op_id for desk in desks for _, op_id in desk.acknowledged}
        lost, doubled = stored_once(rooms[0], answered)
    yield from figures(gaps, len(answered), lost, doubled, time.monotonic() - begin)


def figures(
    gaps: list[float], answered: int, lost: int, doubled: int, seconds: float
) -> Iterator[Figure]:
    within = sum(1 for gap in gaps if gap <= TTL_S + ALLOWED_S)
    yield Figure("truth", "failover_rounds_in_time", within, "rounds", "higher", len(gaps),
                 seconds, target=ROUNDS)  # fmt: skip
    yield Figure("truth", "failover_worst_s", max(gaps), "s", "lower", len(gaps), seconds,
                 baseline=TTL_S, target=TTL_S + ALLOWED_S)  # fmt: skip
    yield Figure("truth", "failover_acknowledged_lost", lost, "commands", "lower", answered,
                 seconds, target=0)  # fmt: skip
    yield Figure("truth", "failover_acknowledged_doubled", doubled, "commands", "lower", answered,
                 seconds, target=0)  # fmt: skip
