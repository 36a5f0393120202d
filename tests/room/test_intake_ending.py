"""The intake without a window ends when it is told to, whatever the main thread is at just then."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from command_center.bootstrap.intake_room import Follower
from command_center.ports import RowsSnapshot
from command_center.runtime.clock import LiveClock

WAIT_S = 0.2


@contextmanager
def told_late() -> Iterator[list[str]]:
    """A signal in the middle of the wait whose answer takes until after its end; a second one ends
    what would go on for ever."""
    told: list[str] = []

    def answer(*_: object) -> None:
        if told:
            raise TimeoutError
        told.append("once")
        time.sleep(2 * WAIT_S)

    before = signal.signal(signal.SIGALRM, answer)
    signal.setitimer(signal.ITIMER_REAL, WAIT_S / 2, 10)
    try:
        yield told
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no such signal")
def test_a_signal_that_is_answered_late_does_not_keep_it_waiting() -> None:
    empty = RowsSnapshot(0, b"", "", {})
    feed = SimpleNamespace(
        stop=lambda: None, start=lambda *_: None, snapshot=lambda _: empty, on_broken=None
    )
    room: Any = SimpleNamespace(database=SimpleNamespace(feed=feed), clock=LiveClock())
    followed: list[object] = []
    intake: Any = SimpleNamespace(follow=lambda *what: followed.append(what))
    follower = Follower(room)
    follower.look(intake, WAIT_S)
    with told_late() as told:
        follower.look(intake, WAIT_S)
    assert (told, len(followed)) == (["once"], 2)
