"""A layer of lines that the room imported as a file."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from command_center.situation.situation import Situation
from command_center.ui.map.layer import Level
from command_center.ui.map.viewport import Ground
from command_center.ui.roads.lines import RoadLines
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

Drawn = TypeVar("Drawn")


class ImportedLayer(ABC, Generic[Drawn]):
    """Read and made into shapes on the pool of the seat; `done` follows."""

    level = Level.BENEATH_MARKS
    follows = frozenset({"room_setting"})

    def __init__(
        self,
        ground: Ground,
        theme: Theme,
        roads: RoadLines,
        tasks: Tasks,
        done: Callable[[], None],
    ) -> None:
        self._ground = ground
        self._theme = theme
        self._roads = roads
        self._tasks = tasks
        self._done = done
        self._digest = ""
        self._drawn: Drawn | None = None
        self._why = ""

    @abstractmethod
    def digest_in(self, situation: Situation) -> str:
        """Of the file that the room imported, "" without one."""

    @staticmethod
    @abstractmethod
    def read(roads: RoadLines, digest: str, ground: Ground) -> Drawn | str:
        """On another thread; why not, where the file cannot be read."""

    @property
    def version(self) -> object:
        return self._drawn

    def take(self, situation: Situation) -> None:
        digest = self.digest_in(situation)
        if digest == self._digest:
            return
        self._digest, self._drawn, self._why = digest, None, ""
        if digest:
            work = functools.partial(self.read, self._roads, digest, self._ground)
            take = functools.partial(self._take, digest)
            self._tasks.run(work, take, lambda _: None)

    def _take(self, digest: str, found: Drawn | str) -> None:
        if digest != self._digest:
            return
        if isinstance(found, str):
            self._why = found
        else:
            self._drawn = found
        self._done()
