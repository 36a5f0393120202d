"""Orders of a scenario's officers about the level of a place: the room's own verb, by the clock."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.exercise import DIRECTED
from command_center.commands.levels import SetSituationLevel
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.ids import record_op_id
from command_center.exercise.injects.model import Inject
from command_center.ports import Outcome

STANDS = "level_stands"
"""Somebody has set the very level already: what was to come is there."""


class OfficersOrders:
    """Never waits; from any thread. `tick` gives again what met a dead database."""

    def __init__(self, room: OpenedRoom, operation_id: str) -> None:
        self._room = room
        self._operation_id = operation_id
        self._lock = threading.Lock()
        self._given: dict[str, tuple[Inject, Future[Outcome]]] = {}

    def give(self, inject: Inject) -> None:
        with self._lock:
            self._given[inject.id] = inject, self._submit(inject)

    def became(self, inject_id: str) -> bool | None:
        """Whether the level is set; None: not known yet, False: the room refused the order."""
        with self._lock:
            given = self._given.get(inject_id)
        if given is None or not given[1].done():
            return None
        error = given[1].exception()
        if error is None:
            return True
        if isinstance(error, Exception) and is_environment(error):
            return None
        return isinstance(error, OperatorError) and error.code == STANDS

    def tick(self, now: datetime, board: object) -> None:
        with self._lock:
            for id, (inject, future) in self._given.items():
                error = future.exception() if future.done() else None
                if isinstance(error, Exception) and is_environment(error):
                    self._given[id] = inject, self._submit(inject)

    def _submit(self, inject: Inject) -> Future[Outcome]:
        order = inject.order
        assert order is not None
        command = SetSituationLevel(
            self._operation_id,
            order.place,
            order.level,
            ordered_by=order.officer,
            authority=order.authority,
            reason=order.reason,
            text=inject.text,
        )
        now = self._room.clock.now()
        act = replace(self._room.console, occurred_at=now, reason=DIRECTED)
        op_id = record_op_id("director", f"{inject.id}:order")
        return self._room.lane.submit(command, act=act, op_id=op_id)
