"""Sources of the exercise, connected to a room and read once."""

from __future__ import annotations

from typing import Any

from command_center.bootstrap.source_readers import reader_of
from command_center.commands.room import ConnectSource
from command_center.connectors.intake_page import PageResult
from command_center.connectors.pull import PullConnector, PullSource
from command_center.domain.room import Source
from tests.room.desk import Desk


def connect(desk: Desk, system: Any, **given: Any) -> Source:
    """A simulated system as the module of the exercise names it."""
    command = ConnectSource(system.SOURCE_ID, system.NAME, **given)
    desk.do(command, act=desk.room.console)
    found = desk.look().get("source", system.SOURCE_ID)
    assert isinstance(found, Source)
    return found


def pulling(desk: Desk, source: Source) -> PullConnector:
    room = desk.room
    return PullConnector(
        source=PullSource(
            source.id,
            source.url,
            "",
            poll_s=0.01,
            reader=reader_of(source, room.clock, room.room.kind),
        ),
        executor=room.lane,
        telemetry=room.database.telemetry,
        clock=room.clock,
        act=room.system,
        unit_id_of=room.database.history.unit_id,
        sealer=room.sealer(),
    )


def read_once(desk: Desk, source: Source) -> PageResult:
    return pulling(desk, source).poll_once()
