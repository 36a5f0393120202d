"""Asks one question at a time off the GUI thread, and of those that wait only the newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from command_center.domain.errors import OperatorError
from command_center.ui.seat import Seat

Value = TypeVar("Value")
Work = Callable[[], Value]


class Latest(Generic[Value]):
    """`done` is called on the GUI thread with each answer. `ask` is given what makes the work: it
    is called on the GUI thread when its turn comes, and takes its copy of the room then."""

    def __init__(self, seat: Seat, done: Callable[[Value], None]) -> None:
        self._seat = seat
        self._done = done
        self._busy = False
        self._next: Callable[[], Work[Value]] | None = None

    def ask(self, prepare: Callable[[], Work[Value]]) -> None:
        if self._busy:
            self._next = prepare
            return
        self._busy = True
        self._seat.tasks.run(prepare(), self._answer, self._refuse)

    def _answer(self, value: Value) -> None:
        self._busy = False
        self._done(value)
        self._go_on()

    def _refuse(self, error: OperatorError) -> None:
        self._busy = False
        self._seat.notices.failed(error)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.ask(waiting)
