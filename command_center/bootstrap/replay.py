"""Replay: a file's records served over HTTP to the ordinary pull connector, at log time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.room import ConnectSource, RegisterAgency
from command_center.domain.errors import OperatorError
from command_center.domain.room import Source
from command_center.domain.unit import Agency
from command_center.exercise.records.mapping import SourceMapping, load_mapping, read_rows, records
from command_center.exercise.records.replayed import ReplayBook
from command_center.exercise.records.server import RecordServer
from command_center.runtime.clock import LogClock
from command_center.runtime.paths import resources_dir

if TYPE_CHECKING:
    from command_center.connectors.pull import PullConnector

Progress = Callable[[int, int], None]
WAIT_S = 0.2


@dataclass(slots=True)
class Replay:
    """A room that is being filled from a file. `close` ends reading, serving and the room."""

    room: OpenedRoom
    server: RecordServer
    connector: PullConnector
    total: int

    def wait(self, progress: Progress) -> None:
        """Until every record is stored; `progress(stored, total)` now and then."""
        while not self.connector.caught_up.wait(WAIT_S) or self.position < self.total:
            progress(self.position, self.total)
            if self.connector.fault is not None:
                raise OperatorError(self.connector.fault)
        progress(self.total, self.total)

    @property
    def position(self) -> int:
        return int(self.connector.cursor or 0)

    def close(self) -> None:
        self.room.close()
        self.server.stop()


def find_mapping(name: str) -> SourceMapping:
    """A mapping shipped under that name, or the file of that path."""
    shipped = resources_dir() / "mappings" / f"{name}.toml"
    path = shipped if name.replace("_", "").isalnum() and shipped.is_file() else Path(name)
    if not path.is_file():
        raise OperatorError("mapping_missing", name=name)
    return load_mapping(path)


def start_replay(
    file: Path, mapping_name: str, url: str, *, speed: float | None, password: str | None = None
) -> Replay:
    mapping = find_mapping(mapping_name)
    found = records(read_rows(file), mapping)
    if not found:
        raise OperatorError("nothing_to_replay", name=file.name)
    clock = LogClock(datetime.fromisoformat(found[0]["at"]))
    room = open_room(
        url, clock, RoomPlan(shift="Putar ulang"), password=password, follow=clock.advance
    )
    server = RecordServer(ReplayBook(found, speed))
    server.start()
    source = _source(room, mapping, server.url)
    return Replay(room, server, room.connect(source, page_size=500), len(found))


def _source(room: OpenedRoom, mapping: SourceMapping, url: str) -> Source:
    code = mapping.agency["code"]
    agency = Agency(
        id=f"agency:{code}",
        version=1,
        code=code,
        name=mapping.agency["name"],
        short=mapping.agency["short"],
        ours=True,
        orderable=True,
    )
    room.lane.submit(RegisterAgency(agency), act=room.console).result(LANE_S)
    room.lane.submit(ConnectSource(mapping.name, mapping.name, url), act=room.console).result(
        LANE_S
    )
    snapshot = room.database.feed.snapshot(room.clock.now())
    row = next(row for row in snapshot.rows["source"] if row["id"] == mapping.name)
    return Source(mapping.name, row["version"], row["name"], row["kind"], url, True, row["cursor"])
