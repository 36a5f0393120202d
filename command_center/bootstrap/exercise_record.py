"""What the director did, onto the exercise's log: said again until the database has it."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.exercise import RecordInject, RecordPace
from command_center.domain.errors import is_environment
from command_center.domain.ids import new_id, record_op_id
from command_center.exercise.injects.model import Inject
from command_center.ports import Act, Outcome

_PACE = "pace"


@dataclass(slots=True)
class _Said:
    command: RecordInject | RecordPace
    act: Act
    op_id: str
    future: Future[Outcome]


class ExerciseRecord:
    """Never waits; from any thread. `tick` says again what met a dead database. Of one inject, and
    of the pace, only what was said last."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._said: dict[str, _Said] = {}

    def inject(self, inject: Inject, state: str) -> None:
        command = RecordInject(inject.id, inject.kind.value, inject.title, state)
        op_id = record_op_id("director", f"{inject.id}:{state}")
        self._say(f"inject:{inject.id}", command, op_id)

    def pace(self, speed: float) -> Future[Outcome]:
        return self._say(_PACE, RecordPace(speed), new_id(self._room.clock.now()))

    def tick(self, now: datetime, board: object) -> None:
        with self._lock:
            for key, said in list(self._said.items()):
                if not said.future.done():
                    continue
                error = said.future.exception()
                if isinstance(error, Exception) and is_environment(error):
                    said.future = self._submit(said.command, said.act, said.op_id)
                else:
                    del self._said[key]

    def _say(self, key: str, command: RecordInject | RecordPace, op_id: str) -> Future[Outcome]:
        act = replace(self._room.system, occurred_at=self._room.clock.now())
        with self._lock:
            future = self._submit(command, act, op_id)
            self._said.pop(key, None)
            self._said[key] = _Said(command, act, op_id, future)
        return future

    def _submit(self, command: RecordInject | RecordPace, act: Act, op_id: str) -> Future[Outcome]:
        return self._room.lane.submit(command, act=act, op_id=op_id)
