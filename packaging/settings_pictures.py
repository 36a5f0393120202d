"""The picture of the settings page for the documents, from a room that is opened for it, with a
home folder of its own.

usage: PYTHONPATH=packaging python -m settings_pictures FOLDER
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.panels import LIVE_PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock
from command_center.runtime.settings import Settings, save_settings
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application
from command_center.ui.settings.panel import SettingsPanel

WIDTH, HEIGHT, SETTLE_MS = 1920, 1080, 4_000
FOLDERS = ("COMMAND_CENTER_DATA", "COMMAND_CENTER_CONFIG", "COMMAND_CENTER_SITE_CONFIG")


def _show(desk: Desk) -> None:
    """One value of this account's, one that goes before it, one that is being written wrongly."""
    desk.window.docks["map"].close()  # the page takes its place
    ACTIONS["view.settings"].perform(desk.seat)
    panel = desk.window.docks["settings"].panel
    assert isinstance(panel, SettingsPanel)

    def write() -> None:
        field = panel.machine.rows["lock_after_min"].field.inside
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.setText("2000")

    QTimer.singleShot(SETTLE_MS // 2, write)


def _take(desk: Desk, file: Path) -> Callable[[], None]:
    def take() -> None:
        print(f"{file} ...", desk.window.grab().save(str(file), "PNG"), flush=True)
        desk.window.close()
        application().quit()

    return take


def main() -> None:
    """Ends the process with the window's status."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in (*FOLDERS, "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ.pop(name, None)
        os.environ |= {"HOME": home, "COMMAND_CENTER_RELAY": "http://10.20.1.4:8590"}
        save_settings("live", Settings(relay="http://10.20.1.4:8590", pack="malang"))
        application()
        room = open_room(f"sqlite:///{home}/room.db", LiveClock(), RoomPlan(RoomKind.LIVE))
        picture = Picture(None, 0.0, WIDTH, HEIGHT, None, "dark", "id")
        desk = open_desk(room, "pictures", picture, LIVE_PANELS, with_duty=False)
        QTimer.singleShot(SETTLE_MS, lambda: desk.window.resize(WIDTH, HEIGHT))
        QTimer.singleShot(SETTLE_MS, lambda: _show(desk))
        QTimer.singleShot(2 * SETTLE_MS, _take(desk, folder / "settings.png"))
        sys.exit(run(desk, picture, room.close))


if __name__ == "__main__":
    main()
