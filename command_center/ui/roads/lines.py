"""The lines of the room's streets on this machine: whether they are here, and what a closure
shuts of them. Asked away from the window."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from command_center.commands.roads import ROADS_SETTING
from command_center.domain.unit import RoadClosure
from command_center.geo.roadnet.closures import EdgeLines
from command_center.geo.roadnet.table import BadRoads, RoadTable, load
from command_center.runtime.paths import roads_dir
from command_center.situation.situation import Situation

Line = tuple[tuple[float, float], ...]
"""(lat, lon) in WGS84."""
NO_ROADS, NOT_HERE, DAMAGED = "no_roads", "roads_not_here", "roads_damaged"


@dataclass(frozen=True, slots=True)
class Look:
    """`why` there is no graph here, as a code; "" while there is one, and then `shut` says how many
    stretches each line closes."""

    digest: str = ""
    why: str = ""
    shut: Mapping[Line, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Begun:
    """A closure as far as it was said in words."""

    line: Line = ()
    name: str = ""
    reason: str = ""
    until: str = ""


class RoadLines:
    """Keeps the lines of the graph that was asked for last. Safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._kept: tuple[str, EdgeLines] | None = None
        self._why: dict[str, str] = {}

    @property
    def folder(self) -> Path:
        return self._folder or roads_dir()

    def known(self, digest: str) -> str | None:
        """At once: why there is no graph, as it was found the last time; None: nobody looked."""
        return self._why.get(digest) if digest else NO_ROADS

    def look(self, digest: str, lines: Sequence[Line]) -> Look:
        """May take a second: it reads the file where the graph is another than before."""
        found = self._look(digest, lines)
        self._why[digest] = found.why
        return found

    def table(self, digest: str) -> RoadTable | str:
        """Reads the file; why there is no graph, as a code, where there is not."""
        try:
            return load(self.folder, digest)
        except FileNotFoundError:
            return NOT_HERE
        except (BadRoads, OSError, ValueError):
            return DAMAGED

    def _look(self, digest: str, lines: Sequence[Line]) -> Look:
        if not digest:
            return Look(why=NO_ROADS)
        with self._lock:
            try:
                edges = self._edges(digest)
            except FileNotFoundError:
                return Look(digest, NOT_HERE)
            except (BadRoads, OSError, ValueError):
                return Look(digest, DAMAGED)
            return Look(digest, "", {line: len(edges.closed_by([line]).edges) for line in lines})

    def _edges(self, digest: str) -> EdgeLines:
        if self._kept is None or self._kept[0] != digest:
            self._kept = digest, EdgeLines(load(self.folder, digest))
        return self._kept[1]


def digest_of(situation: Situation) -> str:
    """Of the graph the room reckons with, "" without one."""
    setting = situation.get("room_setting", ROADS_SETTING)
    return str(setting.value.get("sha256", "")) if setting is not None else ""


def standing_closures(situation: Situation) -> list[RoadClosure]:
    """Those that are closed now, the newest first."""
    rows = [row for row in situation.all("road_closure") if row.opened_at is None]
    return sorted(rows, key=lambda row: (row.closed_at, row.id), reverse=True)
