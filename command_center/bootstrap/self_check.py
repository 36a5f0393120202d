"""What a version says of itself before it may become the current one: that its parts load."""

from __future__ import annotations

import tempfile
from pathlib import Path

from command_center import __version__
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.runtime.clock import LiveClock
from command_center.storage.migrate import HEAD


def self_check() -> dict[str, str]:
    """Loads the window's parts, founds a room in a file of its own and throws it away: libraries,
    resources and migrations are all there. What is missing raises by itself."""
    if not PANELS:
        raise ValueError("no panels")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'trial.db'}"
        open_room(url, LiveClock(), RoomPlan()).close()
    return {"version": __version__, "schema": HEAD}
