"""Plugs that may be pulled in an exercise, to see what the room says and that it comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from command_center.domain.errors import OperatorError
from command_center.ports import Clock, Health, Storage, Telemetry, Transaction


class PlugKind(StrEnum):
    DATABASE = "database"
    SOURCE = "source"
    CAMERAS = "cameras"


@dataclass(frozen=True, slots=True)
class Plug:
    """`label` is a name from outside, "" where the kind says it all."""

    name: str
    kind: PlugKind
    label: str
    pull: Callable[[], None]
    put_back: Callable[[], None]


class Plugs:
    """By name, in the order they were given. From any thread; may take a moment."""

    def __init__(self, plugs: Iterable[Plug]) -> None:
        self._plugs = {plug.name: plug for plug in plugs}
        self._pulled: set[str] = set()
        self._lock = threading.Lock()

    def all(self) -> tuple[Plug, ...]:
        return tuple(self._plugs.values())

    def is_pulled(self, name: str) -> bool:
        return name in self._pulled

    def pull(self, name: str) -> None:
        """KeyError for no such plug; harmless when it is out already."""
        with self._lock:
            if name not in self._pulled:
                self._plugs[name].pull()
                self._pulled.add(name)

    def put_back(self, name: str) -> None:
        with self._lock:
            if name in self._pulled:
                self._plugs[name].put_back()
                self._pulled.discard(name)


class PluggedStorage:
    """A `ports.Storage` whose database can be taken away: nothing begins until it is back. With
    nothing written the log does not grow, so the change feed falls silent by itself."""

    def __init__(self, storage: Storage, telemetry: Telemetry, clock: Clock) -> None:
        self._storage = storage
        self._telemetry = telemetry
        self._clock = clock
        self._connected = True
        self._last_ok: datetime | None = None

    def begin(self) -> AbstractContextManager[Transaction]:
        return self._begin()

    @contextmanager
    def _begin(self) -> Iterator[Transaction]:
        if not self._connected:
            raise OperatorError("database_unreachable")
        with self._storage.begin() as transaction:
            yield transaction

    def pull_plug(self) -> None:
        self._last_ok = self._clock.now()
        self._connected = False
        self._say("down", "database_unreachable")

    def restore_plug(self) -> None:
        self._connected = True
        self._last_ok = self._clock.now()
        self._say("ok", "database_ok")

    def _say(self, state: str, code: str) -> None:
        self._telemetry.put_health(
            Health("database", "database", state, code, {}, self._clock.now(), self._last_ok, None)
        )
