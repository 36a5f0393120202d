"""Joins a seat to the others at the same room: who edits what."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from command_center.bootstrap.room import OpenedRoom
from command_center.storage.presence import SqlPresence
from command_center.ui.seat import Seat


def join_presence(room: OpenedRoom, seat: Seat) -> Callable[[], None]:
    """Speak and listen from now on; the answer ends it. A machine may have two windows."""
    lines = SqlPresence(room.database.engine)
    seat.presence.start(lines, f"{seat.act.workstation}:{uuid.uuid4().hex[:8]}")

    def leave() -> None:
        seat.presence.stop()
        lines.close()

    return leave
