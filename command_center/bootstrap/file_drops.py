"""Takes in what sources lay down in folders: a part of the intake (bootstrap.gateway)."""

from __future__ import annotations

from datetime import datetime

from command_center.bootstrap.mappings import mapping_of
from command_center.bootstrap.room import OpenedRoom
from command_center.connectors.file_drop.keeper import FileDrop
from command_center.connectors.file_drop.taking import Desk, IsLate
from command_center.domain.room import Source, SourceKind
from command_center.situation.situation import Situation


class FileDropPart:
    entities = frozenset({"source"})

    def __init__(self, room: OpenedRoom) -> None:
        desk = Desk(room.lane, room.system, room.sealer(), room.clock, room.room.kind.value)

        def late_of(source: Source, now: datetime) -> IsLate:
            backlog = room.backlog(source)
            backlog.heard(now)
            return lambda at: backlog.is_late(at, now)

        self._drop = FileDrop(desk, room.database.telemetry, mapping_of, late_of)

    def start(self) -> None:
        self._drop.start()

    def stop(self) -> None:
        self._drop.stop()

    def follow(self, situation: Situation) -> None:
        every = situation.all("source")
        self._drop.follow({s.id: s for s in every if s.kind is SourceKind.FILES and s.enabled})
