"""The room's handle on the simulated city."""

from __future__ import annotations

import multiprocessing
import threading
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.exercise.city.process import CityFiles, Where, main
from command_center.exercise.city.truth import TrueState

ANSWER_S = 30.0
STOP_S = 5.0


class CityProcess:
    """Started stopped in time; `run` lets its clock go. May be used from any thread."""

    def __init__(self, files: CityFiles, seed: int) -> None:
        self._arguments = (files, seed)
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Returns at once; `where` waits for it."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=main, args=(theirs, *self._arguments), daemon=True, name="exercise-city"
        )
        self._process.start()
        theirs.close()
        self._pipe = ours

    def where(self) -> Where:
        """Its addresses, once after the start. OperatorError if it does not come up."""
        where = self._hear()
        if not isinstance(where, Where):
            raise OperatorError("exercise_city_ended")
        return where

    def step(self, until: datetime) -> tuple[datetime, str] | None:
        """Go on to the next moment that leaves a record, not beyond `until`: (when, source)."""
        with self._lock:
            self._say("step", until)
            answer: tuple[datetime, str] | None = self._hear()
            return answer

    def run(self, speed: float = 1.0) -> None:
        """From the scenario's start on, `speed` times as fast as real time; again: from now on."""
        with self._lock:
            self._say("run", speed)

    def plug(self, source: str, *, connected: bool) -> None:
        """A source whose plug is pulled answers 503."""
        with self._lock:
            self._say("plug", source, connected)

    def ask(self, call_sign: str) -> None:
        """Somebody calls the unit over the air; it answers, if it does, as it says anything."""
        with self._lock:
            self._say("ask", call_sign)

    def say(self, source: str, record: dict[str, Any]) -> None:
        """A source has this to report."""
        with self._lock:
            self._say("say", source, record)

    def fail(self, call_sign: str, why: str) -> None:
        """The unit breaks down where it is."""
        with self._lock:
            self._say("fail", call_sign, why)

    def restore(self, call_sign: str) -> None:
        with self._lock:
            self._say("restore", call_sign)

    def truth(self) -> dict[str, TrueState]:
        """What every unit really does now, by call sign. For whoever measures, nobody else."""
        with self._lock:
            self._say("truth")
            answer: dict[str, TrueState] = self._hear()
            return answer

    def stop(self) -> None:
        """End the process; harmless when it has gone."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is None or pipe is None:
            return
        try:
            pipe.send(("stop",))
        except OSError:
            process.terminate()
        process.join(STOP_S)
        if process.is_alive():
            process.kill()
            process.join(STOP_S)
        pipe.close()
        process.close()

    def _say(self, *order: object) -> None:
        try:
            self._open().send(order)
        except OSError as error:
            raise OperatorError("exercise_city_ended") from error

    def _hear(self) -> Any:
        try:
            if not self._open().poll(ANSWER_S):
                raise OperatorError("exercise_city_silent")
            return self._open().recv()
        except (EOFError, OSError) as error:
            raise OperatorError("exercise_city_ended") from error

    def _open(self) -> Connection:
        if self._pipe is None:
            raise OperatorError("exercise_city_ended")
        return self._pipe
