"""The real window, killed: started again by its parent, with what was typed (F17)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

PATIENCE_S = 50.0
# One checks the file before there is a window.
ROOM_LINKS = 3


def wait_for(what: str, found: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not found():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.1)


class Supervised:
    """`command-center live` as a person starts it."""

    def __init__(self, folder: Path) -> None:
        self.logs = folder / "data" / "logs"
        environment = {
            **os.environ,
            "COMMAND_CENTER_DATA": str(folder / "data"),
            "COMMAND_CENTER_CONFIG": str(folder / "config"),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "command_center", "live", "--size", "1200x800"],
            env=environment,
            stderr=subprocess.PIPE,
        )

    def window(self) -> psutil.Process | None:
        """The child that is the window: the first of them."""
        try:
            return next(iter(psutil.Process(self.process.pid).children()), None)
        except psutil.NoSuchProcess:
            return None

    def stands(self) -> bool:
        """Whether the window has got as far as reading and writing its room."""
        try:
            window = self.window()
            files = window.open_files() if window is not None else []
        except psutil.Error:
            return False
        return len([file for file in files if file.path.endswith("room.db")]) > ROOM_LINKS


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    started = Supervised(tmp_path)
    yield started
    family = [started.process.pid]
    try:
        family += [p.pid for p in psutil.Process(started.process.pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        family = []
    for pid in family:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    started.process.wait()
    if started.process.stderr is not None:
        started.process.stderr.close()


@pytest.mark.timeout(240)
def test_a_window_that_is_killed_comes_back_and_goes_when_asked(supervised: Supervised) -> None:
    wait_for("a window", supervised.stands)
    first = supervised.window()
    assert first is not None
    helpers = first.children(recursive=True)
    first.send_signal(signal.SIGSEGV)
    wait_for(
        "another window",
        lambda: supervised.stands() and supervised.window() != first,
    )
    assert not any(helper.is_running() for helper in psutil.wait_procs(helpers, 10)[1])
    logs = [path.read_text() for path in supervised.logs.glob("crash-*.txt")]
    (told,) = [text for text in logs if "SIGSEGV" in text]
    assert "Thread" in told, "with the stacks of its threads"
    second = supervised.window()
    assert second is not None
    supervised.process.send_signal(signal.SIGTERM)
    assert supervised.process.wait(PATIENCE_S) in (0, -signal.SIGTERM)
    assert not second.is_running() or second.status() == psutil.STATUS_ZOMBIE
