"""The window's heartbeat reaches the engine, and a window that is late again and again is late."""

import time
from typing import cast

from pytestqt.qtbot import QtBot

from command_center.ui.heartbeat import FORGIVEN, SPAN_BEATS, Heartbeat
from command_center.video.api import VideoEngine
from command_center.video.governor import LATE_MS


class Ear:
    """Hears how late the window is."""

    def __init__(self) -> None:
        self.heard: list[float] = []

    def window_late(self, late_ms: float) -> None:
        self.heard.append(late_ms)


def test_a_window_that_is_busy_again_and_again_is_late_by_as_much(qtbot: QtBot) -> None:
    ear = Ear()
    heartbeat = Heartbeat(cast(VideoEngine, ear))
    qtbot.waitUntil(lambda: len(ear.heard) >= 2)
    assert min(ear.heard) >= 0.0
    for _ in range(FORGIVEN + 1):
        time.sleep(0.4)
        before = len(ear.heard)
        qtbot.waitUntil(lambda: len(ear.heard) > before)  # noqa: B023 - waited for at once
    assert ear.heard[before] > 300.0
    heartbeat.stop()
    qtbot.wait(120)
    assert len(ear.heard) <= before + 3


def test_one_late_beat_in_a_hundred_is_forgiven(qtbot: QtBot) -> None:
    ear = Ear()
    heartbeat = Heartbeat(cast(VideoEngine, ear))
    heartbeat.stop()
    assert heartbeat.told(3.0) == 3.0
    assert heartbeat.told(-4.0) == 0.0
    for _ in range(6):
        heartbeat._beats += SPAN_BEATS // FORGIVEN + 1
        assert heartbeat.told(80.0) == LATE_MS, "one in a hundred"
    heartbeat._beats += 1
    assert heartbeat.told(90.0) == 90.0, "the third of the last 200"
