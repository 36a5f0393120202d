"""A whole room without a window, on each engine, on a clock the test turns by hand."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.room import RegisterUnit
from command_center.domain.unit import UnitStatus
from tests.postgres import Server
from tests.room.desk import Desk
from tests.storage.conftest import (
    engine_name,
    migrations,
    postgres,
    postgres_template,
    sqlite_template,
)

__all__ = [
    "engine_name",
    "migrations",
    "postgres",
    "postgres_template",
    "sqlite_template",
]


class HandClock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def turn(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


# What a desk may do, what others see of it and what a lost connection leaves is the database's to
# keep: `make test` tries these on both engines, and everything else, which reaches the database
# through the same few commands, on one. `make test-long` tries all on both.
ON_BOTH = frozenset(
    f"test_{name}.py"
    for name in (
        "audit",
        "conflicts",
        "database_watch",
        "dispatch",
        "front_door",
        "handover",
        "handover_rivals",
        "intake_lease",
        "isolation",
        "lane",
        "lane_order",
        "lease",
        "matrix",
        "outrun",
        "privilege_matrix",
        "sealed",
    )
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    room = Path(__file__).parent
    for item in items:
        engine = item.callspec.params.get("engine_name") if hasattr(item, "callspec") else None
        in_room = item.path.is_relative_to(room)
        if in_room and engine == "postgresql" and item.path.name not in ON_BOTH:
            item.add_marker(pytest.mark.long)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


FIRST_UNITS = (("SAMAPTA 12", "samapta"), ("LANTAS 03", "lantas"), ("DAMKAR 02", "damkar"))


def register(desk: Desk) -> Desk:
    """Two own units and one of another agency."""
    for call_sign, agency in FIRST_UNITS:
        desk.do(RegisterUnit(call_sign, agency, crew=4, home="Klojen", status=UnitStatus.AVAILABLE))
    return desk


def found(url: str, folder: Path, *, units: bool) -> None:
    """What `room` and `desk` begin with, made once for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        for which in ("DATA", "CONFIG", "SITE_CONFIG"):
            patch.setenv(f"COMMAND_CENTER_{which}", str(folder / which.lower()))
        opened = open_room(url, HandClock(), RoomPlan())
        if units:
            register(Desk(opened))
        opened.close()


@pytest.fixture(scope="session")
def sqlite_founded(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[bool, Path]:
    """The files of a room without units and of one with them, to be copied."""
    files = {}
    for units in (False, True):
        folder = tmp_path_factory.mktemp("founded")
        files[units] = folder / "room.db"
        shutil.copy(sqlite_template, files[units])
        found(f"sqlite:///{files[units]}", folder, units=units)
        assert [each.name for each in folder.glob("room.db*")] == ["room.db"]
    return files


@pytest.fixture(scope="session")
def postgres_founded(
    postgres: Server, postgres_template: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[bool, str]:
    """The databases of a room without units and of one with them, to be copied."""
    names = {}
    for units in (False, True):
        names[units] = postgres.new_database(postgres_template)
        found(postgres.url(names[units]), tmp_path_factory.mktemp("founded"), units=units)
    return names


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty room, or the one that a test begins with that asks for `room` or `desk`."""
    asked = set(request.fixturenames)
    units, bare = "desk" in asked, "room" not in asked
    if engine_name == "sqlite":
        path = tmp_path / "room.db"
        made = request.getfixturevalue("sqlite_template" if bare else "sqlite_founded")
        shutil.copy(made if bare else made[units], path)
        yield f"sqlite:///{path}"
        return
    server: Server = request.getfixturevalue("postgres")
    made = request.getfixturevalue("postgres_template" if bare else "postgres_founded")
    name = server.new_database(made if bare else made[units])
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def room(database_url: str, clock: HandClock) -> Iterator[OpenedRoom]:
    opened = open_room(database_url, clock, RoomPlan(), pages=False)
    yield opened
    opened.close()


@pytest.fixture
def desk(room: OpenedRoom) -> Desk:
    """Somebody at work in the room, with its first units."""
    desk = Desk(room)
    known = room.database.history.unit_id(FIRST_UNITS[0][0])
    return desk if known else register(desk)
