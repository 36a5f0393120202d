"""A whole room without a window, on each engine, on a clock the test turns by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
