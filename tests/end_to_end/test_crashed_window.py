"""The real window, killed: its parent starts it again, and what was typed and moved in it is there
in the next one (F17)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtTest import QTest

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.runtime.clock import LiveClock
from command_center.runtime.files import write_private
from command_center.ui.application import application
from command_center.ui.call.form import CallForm
from command_center.ui.window import STATE_VERSION

PATIENCE_S = 50.0
LOOK_MS = 100
WORDS, ADDRESS, TORN_OFF = "asap tebal di lantai dua", "depan gerbang timur", "map"
# One checks the file before there is a window.
ROOM_LINKS = 3


def wait_for(what: str, found: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not found():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.1)


def sit(folder: Path, watch: Callable[[Desk, CallForm], None]) -> None:
    """In a process of its own: the window over the room of `folder`, looked at again and again."""
    application()
    room = open_room(f"sqlite:///{folder / 'room.db'}", LiveClock(), RoomPlan())
    picture = Picture(None, 0.0, 1600, 900)
    desk = open_desk(room, "test", picture, PANELS, with_duty=False)
    form = desk.window.docks["call"].findChild(CallForm)
    assert form is not None
    timer = QTimer()
    timer.timeout.connect(lambda: watch(desk, form))
    timer.start(LOOK_MS)
    run(desk, picture, room.close)


def type_and_move(folder: Path) -> None:
    """Nothing here ends it; says what the window has kept of its layout since it was moved."""

    def watch(desk: Desk, form: CallForm) -> None:
        window = desk.window
        dock = window.docks[TORN_OFF]
        if not dock.isFloating():
            QTest.keyClicks(form.words, WORDS)
            QTest.keyClicks(form.place.field, ADDRESS)
            dock.setFloating(True)
        kept = window.personal.state(window.layout_name, window.room)
        if kept is not None and kept == window.saveState(STATE_VERSION):
            (folder / "layout").write_bytes(kept.data())

    sit(folder, watch)


def look_again(folder: Path) -> None:
    """Says what stands in the form as soon as something does."""

    def watch(desk: Desk, form: CallForm) -> None:
        if not form.unsent():
            return
        found = {
            "words": form.words.toPlainText(),
            "address": form.place.field.text(),
            "torn_off": [name for name, dock in desk.window.docks.items() if dock.isFloating()],
        }
        write_private(folder / "found", json.dumps(found))

    sit(folder, watch)


class Supervised:
    """`command-center live` as a person starts it."""

    def __init__(self, folder: Path) -> None:
        self.logs = folder / "data" / "logs"
        environment = {
            **os.environ,
            "COMMAND_CENTER_DATA": str(folder / "data"),
            "COMMAND_CENTER_CONFIG": str(folder / "config"),
        }
        room = ["--database", f"sqlite:///{folder / 'data' / 'room.db'}"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "command_center", "live", "--size", "1200x800", *room],
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


def seated(what: Callable[[Path], None], folder: Path) -> subprocess.Popen[bytes]:
    called = f"import sys, pathlib, {__name__} as t; t.{what.__name__}(pathlib.Path(sys.argv[1]))"
    return subprocess.Popen([sys.executable, "-c", called, str(folder)])


def is_kept(folder: Path) -> bool:
    """Whether the words and the layout of the first window have reached the disk."""
    settings, layout = folder / "config" / "test", folder / "layout"
    texts = [file.read_text() for file in settings.glob("unsent-*.json")]
    if not layout.exists() or not any(WORDS in text and ADDRESS in text for text in texts):
        return False
    (file,) = settings.glob("window-*.ini")
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    kept.sync()
    wanted = QByteArray(layout.read_bytes())
    return any(kept.value(key) == wanted for key in kept.allKeys() if key.startswith("layout/"))


@pytest.mark.timeout(240)
def test_what_was_typed_and_moved_is_back_after_kill_9(tmp_path: Path) -> None:
    first = seated(type_and_move, tmp_path)
    try:
        wait_for("words and layout on the disk", lambda: is_kept(tmp_path))
    finally:
        first.kill()
        assert first.wait() == -signal.SIGKILL
    second = seated(look_again, tmp_path)
    try:
        wait_for("words in the second window", (tmp_path / "found").exists)
    finally:
        second.kill()
        second.wait()
    found = json.loads((tmp_path / "found").read_text())
    assert found == {"words": WORDS, "address": ADDRESS, "torn_off": [TORN_OFF]}
