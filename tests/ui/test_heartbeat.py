"""The window's heartbeat reaches the engine, and a window that was busy is late."""

import time
from typing import cast

from pytestqt.qtbot import QtBot

from command_center.ui.heartbeat import Heartbeat
from command_center.video.api import VideoEngine


class Ear:
    """Hears how late the window is."""

    def __init__(self) -> None:
        self.heard: list[float] = []

    def window_late(self, late_ms: float) -> None:
        self.heard.append(late_ms)


def test_a_busy_window_is_late_by_as_much(qtbot: QtBot) -> None:
    ear = Ear()
    heartbeat = Heartbeat(cast(VideoEngine, ear))
    qtbot.waitUntil(lambda: len(ear.heard) >= 2)
    assert min(ear.heard) >= 0.0
    time.sleep(0.4)
    before = len(ear.heard)
    qtbot.waitUntil(lambda: len(ear.heard) > before)
    assert ear.heard[before] > 300.0
    heartbeat.stop()
    qtbot.wait(120)
    assert len(ear.heard) <= before + 3
