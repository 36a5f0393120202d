"""Opens the live room or a replayed one in the window."""

from __future__ import annotations

from command_center.bootstrap.desk import open_desk, run
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.replay import Replay
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.domain.room import Source, SourceKind
from command_center.runtime.clock import LiveClock
from command_center.runtime.logs import begin_log
from command_center.runtime.secrets import database_password
from command_center.ui.application import application


def show_live(url: str, picture: Picture) -> int:
    """The room this machine is set to. Returns the exit status."""
    begin_log("live")
    application()
    room = open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
    connect_sources(room)
    desk = open_desk(room, "live", picture, PANELS, with_duty=True)
    return run(desk, picture, room.close)


def connect_sources(room: OpenedRoom) -> None:
    """Start pulling every source the room has connected."""
    for row in room.database.feed.snapshot(room.clock.now()).rows["source"]:
        if row["kind"] == SourceKind.PULL.value and row["enabled"]:
            room.connect(Source(**{**row, "kind": SourceKind(row["kind"])}))


def show_replay(replay: Replay, picture: Picture) -> int:
    """Without clockwork: the timers of another room's past are not this room's alarms."""
    begin_log("replay")
    application()
    desk = open_desk(replay.room, "replay", picture, PANELS, with_duty=False)
    return run(desk, picture, replay.close)
