"""The window's heartbeat reaches the engine, and a window that is late again and again is late."""

import time
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from command_center.ui import heartbeat as heartbeat_module
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
    beats = len(ear.heard)
    qtbot.wait(120)
    assert len(ear.heard) == beats


class HandClock:
    """Stands in for the module `time`."""

    def __init__(self) -> None:
        self.now_s = self.worked_s = 0.0

    def monotonic(self) -> float:
        return self.now_s

    def thread_time(self) -> float:
        return self.worked_s


def test_the_window_s_own_work_is_not_the_video_s_fault(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, ear = HandClock(), Ear()
    monkeypatch.setattr(heartbeat_module, "time", clock)
    heartbeat = Heartbeat(cast(VideoEngine, ear))
    heartbeat.stop()
    for worked_s in (0.3, 0.3, 0.3, 0.3, 0.1):
        clock.now_s += 0.35
        clock.worked_s += worked_s
        heartbeat._beat()
    assert ear.heard == pytest.approx([0.0, 0.0, 0.0, 0.0, LATE_MS], abs=0.01)
    for _ in range(FORGIVEN):
        clock.now_s += 0.35
        clock.worked_s += 0.1
        heartbeat._beat()
    assert ear.heard[-1] == pytest.approx(200.0), "waited for a processor, again and again"


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
