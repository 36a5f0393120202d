"""A server's password is in the keyring: an exercise finds it, for its room and the real one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from command_center.bootstrap import (
    exercise,
    exercise_operators,
    exercise_unattended,
    show_exercise,
)
from command_center.bootstrap.desk import Desk
from command_center.cli import main
from command_center.domain.errors import OperatorError
from command_center.runtime import secrets
from command_center.runtime.clock import LiveClock
from command_center.ui.real_room import RealRoom

URL, SECRET = "postgresql+psycopg://room@127.0.0.1:1/room", "rahasia"


class Door:
    """In the place of what opens a database: notes what it was given, and is shut."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def room(self, url: str, *_: object, password: str | None = None, **__: object) -> Any:
        self.given.append((url, password))
        raise OperatorError("database_unreachable")

    def engine(self, url: str, password: str | None = None) -> Any:
        return self.room(url, password=password)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    def kept(url: str, room: str = "live") -> str | None:
        return SECRET if (url, room) == (URL, "live") else None

    made = Door()
    for module in (exercise, exercise_operators):
        monkeypatch.setattr(module, "open_room", made.room)
    monkeypatch.setattr(exercise, "open_engine", made.engine)
    monkeypatch.setattr(secrets, "database_password", kept)
    monkeypatch.setattr(show_exercise, "database_password", kept)
    return made


def test_the_window_opens_its_own_room_with_it(
    door: Door, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    begun: dict[str, Any] = {}

    def start(*_: object, **how: Any) -> Any:
        begun.update(how)
        raise OperatorError("database_unreachable")

    monkeypatch.setattr(show_exercise, "start_exercise", start)
    monkeypatch.setattr(show_exercise, "begin_log", lambda _: None)
    with pytest.raises(OperatorError):
        show_exercise.show_exercise("pembukaan", 1, URL, cast("Any", None))
    assert begun["password"] == SECRET


def test_an_exercise_and_its_scripted_operators_open_with_it(door: Door) -> None:
    with pytest.raises(OperatorError):
        exercise.start_exercise("pembukaan", 1, URL, password=SECRET, cameras=False)
    with pytest.raises(OperatorError):
        exercise_operators.ScriptedOperator(URL, LiveClock(), 0, 1, SECRET)
    assert door.given == [(URL, SECRET)] * 2


def test_the_unattended_one_looks_it_up(
    door: Door, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    def start(*_: object, **how: Any) -> Any:
        return door.room(URL, password=how["password"])

    monkeypatch.setattr(exercise_unattended, "start_exercise", start)
    assert main(["exercise", "--unattended", "--database", URL]) == 4
    assert door.given == [(URL, SECRET)]


def test_the_real_room_is_asked_with_it(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def set_to(_: str) -> Any:
        return SimpleNamespace(database=URL)

    class Watch:
        def __init__(self, url: str, _: RealRoom, count: Any) -> None:
            assert count(url) is None

        def start(self) -> None: ...

        def stop(self) -> None: ...

    monkeypatch.setattr(show_exercise, "load_settings", set_to)
    monkeypatch.setattr(show_exercise, "RealP1Watch", Watch)
    monkeypatch.setattr(show_exercise, "PlaybackOpener", lambda *_: None)
    room = SimpleNamespace(database=SimpleNamespace(engine=SimpleNamespace(url="")))
    desk = SimpleNamespace(seat=SimpleNamespace(real=None), closers=[], room=room)
    show_exercise._beside(cast("Desk", desk))
    assert door.given == [(URL, SECRET)]
