"""A room with much open work, made by the room's own commands, and the work that goes on in it."""

from __future__ import annotations

import itertools
import random
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.cameras import ImportCameras
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits, SetUnitStatus
from command_center.commands.intake import EnterCall, ReceiveReport
from command_center.commands.notes import AddNote
from command_center.commands.room import RegisterUnit
from command_center.commands.triage import CloseIncident, SetPriority
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import Camera
from command_center.domain.unit import UnitStatus
from command_center.exercise.cameras.farm import SimCamera
from command_center.ports import Outcome

WAIT_S = 120.0
BACK = timedelta(hours=10)
WEST, EAST, SOUTH, NORTH = 112.59, 112.68, -8.03, -7.92
CATEGORIES = ("laka_lantas", "unjuk_rasa", "kebakaran", "pencurian", "lainnya")
RANKS = (Priority.P2, Priority.P3, Priority.P3, Priority.P4)
CREW = 3
Job = Generator[Any, Outcome, None]


class SpreadClock:
    """Walks from hours ago to now while the room is filled, so that its work has all ages."""

    def __init__(self, commands: int) -> None:
        self._at = datetime.now(UTC) - BACK
        self._step = BACK / commands

    def now(self) -> datetime:
        self._at = min(self._at + self._step, datetime.now(UTC))
        return self._at


def place(chance: random.Random) -> dict[str, Any]:
    return {"lat": chance.uniform(SOUTH, NORTH), "lon": chance.uniform(WEST, EAST)}


def _work(open_incidents: int, chance: random.Random) -> Iterator[Any]:
    """Two of five came from a source and nobody has looked at them; the rest is somebody's."""
    for number in range(open_incidents):
        category = chance.choice(CATEGORIES)
        text, rank = f"Kejadian nomor {number}, warga melapor", chance.choice(RANKS)
        if number % 5 < 2:
            yield ReceiveReport("110", f"old-{number}", category, text, priority=rank,
                                **place(chance))  # fmt: skip
        else:
            rank = Priority.P1 if number % 50 == 2 else rank
            yield EnterCall(category, text, f"Jalan {number}", rank, **place(chance))


def _fill(room: OpenedRoom, commands: Sequence[Any]) -> list[Outcome]:
    """All at once: the write lane puts what is waiting into common commits."""
    futures: list[Future[Outcome]] = [room.lane.submit(command) for command in commands]
    return [future.result(WAIT_S) for future in futures]


def seed(url: str, open_incidents: int, units: int, cameras: Sequence[SimCamera] = ()) -> None:
    """A live room with that much open work and nothing else."""
    chance = random.Random(1)
    room = open_room(url, SpreadClock(open_incidents + units), RoomPlan())
    homes = [area.name for area in room.city.areas]
    try:
        _fill(room, list(_work(open_incidents, chance)))
        _fill(room, [_unit(number, chance.choice(homes)) for number in range(units)])
        if cameras:
            rows = tuple(
                Camera(c.id, 1, c.id, c.name, c.url, "Polresta", "ptz", c.lat, c.lon, True)
                for c in cameras
            )
            room.lane.submit(ImportCameras(rows), act=room.console).result(WAIT_S)
    finally:
        room.close()


def _unit(number: int, home: str) -> RegisterUnit:
    status = UnitStatus.AVAILABLE
    return RegisterUnit(f"UNIT {number}", "samapta", crew=2, home=home, status=status)


def job(number: int, crew: Sequence[str], chance: random.Random) -> Job:
    """One incident from its report to its end: nine commits, about 29 changed rows."""
    outcome = yield ReceiveReport("110", f"new-{number}-{chance.random()}", "laka_lantas",
                                  f"Kejadian baru {number}", priority=chance.choice(RANKS),
                                  **place(chance))  # fmt: skip
    incident_id = str(outcome.result["incident_id"])
    yield SetPriority(incident_id, chance.choice(RANKS))
    yield OrderUnits(incident_id, tuple(crew), "Datangi dan laporkan")
    yield AcknowledgeOrder(crew[0])
    for unit_id in crew:
        yield SetUnitStatus(unit_id, UnitStatus.ON_SCENE)
    yield AddNote(incident_id, "Anggota tiba, situasi terkendali")
    yield CloseIncident(incident_id, Disposition.RESOLVED)


def work_on(
    crews: Sequence[Sequence[str]], do: Callable[[Any], Outcome], more: Callable[[], bool]
) -> int:
    """Jobs side by side, one per crew, a step of each in turn; how many commands were done."""
    chance, numbers, done = random.Random(), itertools.count(), 0
    jobs = deque((crew, job(next(numbers), crew, chance)) for crew in crews)
    said: dict[int, Outcome] = {}
    while more():
        crew, running = jobs.popleft()
        last = said.pop(id(running), None)
        try:
            command = next(running) if last is None else running.send(last)
        except StopIteration:
            running = job(next(numbers), crew, chance)
            command = next(running)
        said[id(running)] = do(command)
        done += 1
        jobs.append((crew, running))
    return done


def crews_of(unit_ids: Sequence[str], count: int) -> list[Sequence[str]]:
    return [unit_ids[at * CREW : (at + 1) * CREW] for at in range(count)]
