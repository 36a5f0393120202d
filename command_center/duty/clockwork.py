"""Hands what is due to the write lane, while this workstation holds the lease; while it does not,
what nobody else has rung."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.duty.alarms import DutyRoster, due
from command_center.duty.calls import climbing
from command_center.duty.early import over
from command_center.duty.referrals import escalations
from command_center.duty.standing_in import StandIn
from command_center.duty.takeovers import passing
from command_center.duty.welfare import looking
from command_center.ports import Act, Executor, Outcome
from command_center.runtime.logs import report_bug
from command_center.situation.situation import Situation


class Clockwork:
    """Ticked once a second by whoever owns the situation. Never waits: what it asked for and has
    not come back yet is not asked for again."""

    def __init__(self, executor: Executor, act: Act, roster: DutyRoster) -> None:
        self._executor = executor
        self._act = act
        self._roster = roster
        self._stand_in = StandIn()
        self._under_way: dict[str, Future[Outcome]] = {}
        self._since: datetime | None = None
        self._bugs: set[str] = set()
        self.on_duty = True

    def tick(self, situation: Situation, now: datetime) -> None:
        self._look_at_what_came_back()
        if not self.on_duty:
            self._since = None
            self._submit(self._stand_in.missed(situation, now))
            return
        self._stand_in.forget()
        self._since = self._since or now
        self._submit(
            [
                *due(situation, now, self._roster, self._since),
                *passing(situation, now),
                *escalations(situation, now),
                *climbing(situation, now),
                *looking(situation, now, situation.clocks.targets),
                *over(situation, now),
            ]
        )

    def _submit(self, commands: Iterable[Any]) -> None:
        for command in commands:
            key = repr(command)
            if key not in self._under_way:
                self._under_way[key] = self._executor.submit(command, act=self._act)

    def _look_at_what_came_back(self) -> None:
        """What the room refused is asked for again while it is due; a bug would be for ever, so it
        is told once."""
        for key, future in list(self._under_way.items()):
            if not future.done():
                continue
            del self._under_way[key]
            error = future.exception()
            if error is None or isinstance(error, OperatorError):
                continue
            if type(error).__name__ not in self._bugs:
                self._bugs.add(type(error).__name__)
                report_bug(error)
