"""A whole room without a window, on each engine, on a clock the test turns by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.room import RegisterUnit
from command_center.domain.unit import UnitStatus
from tests.room.desk import Desk
from tests.storage.conftest import (
    database_url,
    engine_name,
    migrations,
    postgres,
    postgres_template,
    sqlite_template,
)

__all__ = [
    "database_url",
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


# They speak with servers and wait for them, and reach the database through the same few commands
# as everything else: `make test` tries them on one engine, `make test-long` on both.
SPEAKING = frozenset(
    f"test_{name}.py"
    for name in (
        "agency_round_trip",
        "attachments",
        "deliver",
        "exchange",
        "exercise_systems",
        "file_drop",
        "gateway",
        "hospitals",
        "jogo_malang",
        "partners",
        "radio",
        "radio_net",
        "referrals",
        "reply_notice",
        "sijalinmaja",
        "simlinmas",
    )
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        engine = item.callspec.params.get("engine_name") if hasattr(item, "callspec") else None
        if item.path.name in SPEAKING and engine == "postgresql":
            item.add_marker(pytest.mark.long)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def room(database_url: str, clock: HandClock) -> Iterator[OpenedRoom]:
    opened = open_room(database_url, clock, RoomPlan())
    yield opened
    opened.close()


@pytest.fixture
def desk(room: OpenedRoom) -> Desk:
    """Somebody at work in the room, with two own units and one of another agency."""
    desk = Desk(room)
    for call_sign, agency in (
        ("SAMAPTA 12", "samapta"),
        ("LANTAS 03", "lantas"),
        ("DAMKAR 02", "damkar"),
    ):
        desk.do(RegisterUnit(call_sign, agency, crew=4, home="Klojen", status=UnitStatus.AVAILABLE))
    return desk
