"""What every test gets: no display, no home, and nobody leaves anything running or logged."""

import functools
import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

PATIENCE_S = 20.0
PATIENCE_MS = 30_000


def pytest_configure() -> None:
    """Before Qt or keyring is imported: neither a screen nor the person's secrets are used."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    if "XDG_RUNTIME_DIR" not in os.environ:
        os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="runtime-")
    # How long an example takes says how busy the machine is, and nothing about what is tried.
    slow = [HealthCheck.too_slow]
    settings.register_profile("untimed", settings(), deadline=None, suppress_health_check=slow)
    settings.load_profile("untimed")


def pytest_unconfigure() -> None:
    folder = Path(os.environ["XDG_RUNTIME_DIR"])
    if folder.parent == Path(tempfile.gettempdir()) and not any(folder.iterdir()):
        folder.rmdir()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data and settings of the test are its own."""
    monkeypatch.setenv("COMMAND_CENTER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COMMAND_CENTER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("COMMAND_CENTER_SITE_CONFIG", str(tmp_path / "site"))


class Listener(logging.Handler):
    """Keeps the warnings and errors that nobody announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def one_reading_of_the_city() -> Iterator[None]:
    """Thousands of rooms are opened in one process here, over files that stay as they are."""
    from command_center.advice.duplicates.places import PlaceNames
    from command_center.geo.packs import load_pack

    names = functools.cache(PlaceNames)  # which are never changed, either
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("command_center.bootstrap.room.load_pack", functools.cache(load_pack))
        patch.setattr(
            "command_center.advice.duplicates.standing.PlaceNames",
            lambda places: names(tuple(places)),
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def one_making_of_the_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A file that is new when a room is opened gets the tables of the first such file: making them
    by every migration takes longer than most tests. tests/storage/test_migrate.py tries just that.
    """
    from command_center.runtime.paths import migrations_dir
    from command_center.storage import migrate
    from command_center.storage.engine import open_engine

    bring_up_to_date, head, ours = migrate.bring_up_to_date, migrate.HEAD, migrations_dir()
    made, lock = tmp_path_factory.mktemp("tables") / "empty.db", threading.Lock()

    def ready(engine: Any, scripts: Path, **how: Any) -> None:
        file = Path(engine.url.database or "")
        with lock:
            usual = (engine.dialect.name, scripts, migrate.HEAD) == ("sqlite", ours, head)
            if usual and file.is_file() and not file.stat().st_size:
                if not made.exists():
                    first = engine.url.set(database=str(made)).render_as_string()
                    bring_up_to_date(open_engine(first), scripts)
                shutil.copyfile(made, file)
        bring_up_to_date(engine, scripts, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("command_center.storage.database.bring_up_to_date", ready)
        yield


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A logged warning fails the test; a test that asks for `caplog` looks at the log itself."""
    listener = Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.heard and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log:\n" + "\n".join(listener.heard), pytrace=False)


def strangers(known: set[threading.Thread]) -> list[threading.Thread]:
    """Python threads that were not there before; Qt's own appear as dummies and are not ours."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in known and not isinstance(thread, threading._DummyThread)
    ]


@pytest.fixture(autouse=True)
def no_dangling_threads() -> Iterator[None]:
    """Every thread started in a test has ended, or ends within the patience, after it."""
    known = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE_S
    for thread in strangers(known):
        thread.join(max(0.0, deadline - time.monotonic()))
    if left := [thread.name for thread in strangers(known)]:
        pytest.fail(f"threads still running: {', '.join(left)}", pytrace=False)


class PatientBot(QtBot):
    """Waits for what it is told to wait for, however busy the machine is."""

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


class StartBook:
    """Remembers who called `start` on objects of a Qt class, without keeping them alive."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, kind: type[Any]) -> None:
        self._started: list[tuple[weakref.ref[Any], str]] = []
        start = kind.start

        def remember(started: Any, *arguments: Any) -> None:
            caller = sys._getframe(1)
            place = f"{caller.f_code.co_filename}:{caller.f_lineno}"
            self._started.append((weakref.ref(started), place))
            start(started, *arguments)

        monkeypatch.setattr(kind, "start", remember)

    def alive(self) -> Iterator[tuple[Any, str]]:
        """Started objects that neither Python nor Qt has deleted, and the line that did it."""
        from shiboken6 import isValid

        for reference, place in self._started:
            started = reference()
            if started is not None and isValid(started):
                yield started, place


@pytest.fixture(autouse=True)
def no_dangling_qt(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """In tests with a Qt application: no timer ticks and no QThread runs after the test."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer

    gc.collect()  # of the test before, which holds its fixtures until it is over
    gc.freeze()  # what is alive now outlives this test: its own collections need not look at it
    timers, threads = StartBook(monkeypatch, QTimer), StartBook(monkeypatch, QThread)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    left = [f"QTimer started at {place}" for timer, place in timers.alive() if timer.isActive()]
    for thread, place in threads.alive():
        if not thread.wait(int(PATIENCE_S * 1000)):
            left.append(f"QThread started at {place}")
    if left:
        pytest.fail("still running:\n" + "\n".join(left), pytrace=False)
