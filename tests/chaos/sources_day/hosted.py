"""The handle on a simulated system in a process of its own: started, killed (SIGKILL), revived."""

from __future__ import annotations

import multiprocessing
import threading
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from command_center.exercise.systems.outgoing import Gate
from tests.chaos.sources_day.host import Facts, main
from tests.chaos.sources_day.played import Part

ANSWER_S = 60.0


class Hosted:
    """From any thread. What people would say while it is dead they say when it is back, with the
    time it happened: their telephones kept it."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._gate: Gate | None = None
        self._dying = False
        self._missed: list[datetime] = []
        self.port = 0
        self.deaths = 0
        part.folder.mkdir(parents=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}" if self.port else str(self._part.drop)

    def launch(self) -> None:
        """Returns at once; `settle` waits for it."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        name = f"plays-{self._part.plays}"
        process = context.Process(target=main, args=(theirs, self._part), daemon=True, name=name)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours

    def settle(self) -> None:
        with self._lock:
            self.port = self._ask("start", self.port, self._gate)

    def doom(self) -> None:
        """It is to die in the middle of the next thing it does."""
        with self._lock:
            self._dying = True
            self._ask("doom")

    def kill(self) -> None:
        """In the middle of whatever it does, if it is not dead already."""
        assert self._process is not None
        self._dying = True
        self._process.kill()
        self.deaths += 1
        self._forget()

    def revive(self) -> None:
        """The same system from its disk, at the same address."""
        with self._lock:
            self.launch()
            self.port = self._ask("start", self.port, self._gate)
            self._dying = False
            missed, self._missed = self._missed, []
            for at in missed:
                self._ask("say", at)

    def stop(self) -> None:
        """Also of what is dead."""
        if self._process is not None:
            self._dying = True
            self._process.kill()
            self._forget()

    def _forget(self) -> None:
        with self._lock:
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
        assert process is not None
        assert pipe is not None
        process.join()
        process.close()
        pipe.close()

    def say(self) -> None:
        """One thing now, or as soon as it lives again."""
        with self._lock:
            try:
                if self._pipe is not None:
                    self._ask("say", None)
                    return
            except (EOFError, OSError):
                if not self._dying:
                    raise
            self._missed.append(datetime.now(UTC))

    def spoil(self) -> None:
        with self._lock:
            self._ask("spoil")

    def post_to(self, gate: Gate) -> None:
        """From now on, also after it was revived."""
        with self._lock:
            self._gate = gate
            self._ask("post_to", gate)

    def facts(self) -> Facts:
        with self._lock:
            facts: Facts = self._ask("facts")
            return facts

    def _ask(self, *order: Any) -> Any:
        assert self._pipe is not None, "it is dead"
        self._pipe.send(order)
        if not self._pipe.poll(ANSWER_S):
            raise TimeoutError(f"{self._part.plays} does not answer")
        return self._pipe.recv()
