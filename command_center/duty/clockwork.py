"""Hands what is due to the write lane, while this workstation holds the lease."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime
from typing import Any

from command_center.duty.alarms import DutyRoster, due
from command_center.ports import Act, Executor, Outcome
from command_center.situation.situation import Situation


class Clockwork:
    """Ticked once a second by whoever owns the situation. Never waits: what it asked for and has
    not come back yet is not asked for again."""

    def __init__(self, executor: Executor, act: Act, roster: DutyRoster) -> None:
        self._executor = executor
        self._act = act
        self._roster = roster
        self._under_way: dict[Any, Future[Outcome]] = {}
        self.on_duty = True

    def tick(self, situation: Situation, now: datetime) -> None:
        self._under_way = {k: f for k, f in self._under_way.items() if not f.done()}
        if not self.on_duty:
            return
        for command in due(situation, now, self._roster):
            key = repr(command)
            if key not in self._under_way:
                self._under_way[key] = self._executor.submit(command, act=self._act)
