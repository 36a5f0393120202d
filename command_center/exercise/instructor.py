"""The instructor: does what the scenario says when its time has come, if nobody did it before."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from command_center.commands.dispatch import OrderUnits
from command_center.commands.triage import CloseIncident, TakeIncident, VerifyIncident
from command_center.domain.errors import is_environment
from command_center.domain.ids import record_op_id
from command_center.domain.incident import Disposition
from command_center.exercise.city.scenario import Shown, Step
from command_center.ports import Act, Executor, Outcome

FAULTS = frozenset({"refuse", "stall", "freeze"})
PATIENCE = timedelta(seconds=60)


class Board(Protocol):
    """How the room stands, as far as a scenario may look."""

    def incident_of(self, source: str, report: str) -> str | None:
        """The incident a report is part of by now, merges followed."""

    def is_open(self, incident_id: str) -> bool: ...

    def has_order(self, incident_id: str) -> bool:
        """Whether a unit was ever sent there."""

    def free_unit(self, call_sign: str) -> str | None:
        """The id of that unit, unless it is on an incident or cannot be sent."""


class Streets(Protocol):
    """The cameras' side of the story."""

    def fail(self, camera_id: str, how: Any) -> None: ...

    def situation(self, camera_id: str, kind: str, intensity: float = 1.0) -> None: ...


@dataclass(slots=True)
class _Sent:
    step: Step
    command: Any
    future: Future[Outcome]


def command_of(step: Step, board: Board) -> Any | None:
    """The command a step asks for; None while its report is not there or no unit is free."""
    incident_id = board.incident_of(step.source, step.report)
    if incident_id is None:
        return None
    match step.do:
        case "take":
            return TakeIncident(incident_id)
        case "verify":
            return VerifyIncident(incident_id)
        case "close":
            return CloseIncident(incident_id, Disposition(step.disposition))
        case "order":
            units = tuple(filter(None, map(board.free_unit, step.units)))
            return OrderUnits(incident_id, units, step.text) if units else None
        case _:
            raise ValueError(f"no such step: {step.do}")


class Instructor:
    """Ticked by the thread that keeps the board. Never waits: a step whose report is not there
    yet is tried again for a minute, one that met a dead database until that is back."""

    def __init__(
        self,
        cues: Iterable[Step],
        scenes: Iterable[Shown],
        executor: Executor,
        act: Act,
        streets: Streets | None,
    ) -> None:
        self._cues = sorted(cues, key=lambda step: step.at)
        self._scenes = sorted(scenes, key=lambda scene: scene.at)
        self._executor = executor
        self._act = replace(act, reason="latihan")
        self._streets = streets
        self._sent: list[_Sent] = []

    def tick(self, now: datetime, board: Board) -> None:
        self._repeat()
        while self._scenes and self._scenes[0].at <= now:
            self._show(self._scenes.pop(0))
        due = [step for step in self._cues if step.at <= now]
        for step in due:
            if self._try(step, board) or now - step.at > PATIENCE:
                self._cues.remove(step)

    def _try(self, step: Step, board: Board) -> bool:
        """Whether the step is dealt with."""
        incident_id = board.incident_of(step.source, step.report)
        if incident_id is None:
            return False
        if not board.is_open(incident_id):
            return True
        if step.unless_ordered and board.has_order(incident_id):
            return True
        command = command_of(step, board)
        if command is not None:
            self._submit(step, command)
        return command is not None

    def _submit(self, step: Step, command: Any) -> None:
        key = f"{step.at.isoformat()}:{step.do}:{step.report}"
        future = self._executor.submit(
            command, act=self._act, op_id=record_op_id("instructor", key)
        )
        self._sent.append(_Sent(step, command, future))

    def _repeat(self) -> None:
        done = [sent for sent in self._sent if sent.future.done()]
        self._sent = [sent for sent in self._sent if not sent.future.done()]
        for sent in done:
            error = sent.future.exception()
            if isinstance(error, Exception) and is_environment(error):
                self._submit(sent.step, sent.command)

    def _show(self, scene: Shown) -> None:
        if self._streets is None:
            return
        if scene.shows in FAULTS:
            self._streets.fail(scene.camera, scene.shows)
        else:
            self._streets.situation(scene.camera, scene.shows, scene.intensity)
