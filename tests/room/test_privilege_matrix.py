"""Every command by every role, through the write lane: what the one table of permissions says, and
nothing else. Generated: a new verb is in it by being registered."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pytest

from command_center.commands.catalogue import verbs
from command_center.commands.people import PEOPLE, AddStaff, StaffLeaves
from command_center.domain.errors import NotAllowed
from command_center.domain.permissions import allowed
from command_center.domain.room import Role
from command_center.ports import Act
from tests.room.desk import Desk

COMMANDS = sorted(verbs(), key=lambda kind: kind.__name__)


def made(kind: Any) -> Any:
    """A value of an annotated type, worth nothing: what it names does not exist."""
    if kind is type(None) or kind is Any:
        return None
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return made(typing.get_args(kind)[0])
    origin = typing.get_origin(kind) or kind
    if origin in (tuple, dict, list, frozenset, Mapping):
        return {} if origin is Mapping else origin()
    if dataclasses.is_dataclass(origin):
        return command_of(typing.cast("type[Any]", origin))
    if issubclass(origin, Enum):
        return next(iter(origin))
    values: dict[type, Any] = {
        str: "tidak-ada",
        bytes: b"",
        bool: False,
        int: 1,
        float: 0.0,
        datetime: datetime(2026, 11, 21, tzinfo=UTC),
    }
    return values[origin]


def command_of(kind: type[Any]) -> Any:
    """With values for what has no default only."""
    hints = typing.get_type_hints(kind)
    needed = (
        f.name
        for f in dataclasses.fields(kind)
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    )
    return kind(**{name: made(hints[name]) for name in needed})


def act_as(desk: Desk, role: Role) -> Act:
    """Somebody who has that role by the room's own list, or the machine that is it."""
    machines = {Role.SYSTEM: desk.room.system, Role.CONSOLE: desk.room.console}
    if role in machines:
        return machines[role]
    agency = "damkar" if role is Role.LIAISON else None
    add = AddStaff(f"Orang {role.value}", role.value, role, agency)
    made = desk.do(add, act=desk.room.console)
    return replace(desk.room.act, actor=str(made.result["staff_id"]), role=role.value)


def refused_for_role(desk: Desk, command: Any, act: Act) -> bool:
    """Whether it was refused for who asks. What else is wrong with it, and what a handler asks of
    the role beside that, comes after it."""
    try:
        desk.do(command, act=act)
    except NotAllowed as error:
        needed = verbs()[type(command)].permission.value
        return error.code == "not_allowed" and error.params.get("permission") == needed
    except Exception:  # noqa: BLE001 - ids that are nobody's fail in many ways, all of them later
        return False
    return False


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_a_role_may_what_the_table_says_and_no_more(desk: Desk, role: Role) -> None:
    act = act_as(desk, role)
    refused = {kind.__name__ for kind in COMMANDS if refused_for_role(desk, command_of(kind), act)}
    table = verbs()
    expected = {kind.__name__ for kind in COMMANDS if not allowed(role, table[kind].permission)}
    assert refused == expected
    assert len(COMMANDS) > 50


@pytest.mark.parametrize("role", sorted(PEOPLE), ids=lambda role: role.value)
def test_the_role_counts_that_the_room_knows_not_the_one_that_is_claimed(
    desk: Desk, role: Role
) -> None:
    act = act_as(desk, role)
    claimed = replace(act, role=Role.SHIFT_LEAD.value)
    table = verbs()
    for kind in COMMANDS:
        if not allowed(role, table[kind].permission):
            assert refused_for_role(desk, command_of(kind), claimed), kind.__name__


def test_who_has_left_may_nothing(desk: Desk) -> None:
    act = act_as(desk, Role.OPERATOR)
    desk.do(StaffLeaves(act.actor), act=desk.room.console)
    for kind in COMMANDS:
        with pytest.raises(NotAllowed):
            desk.do(command_of(kind), act=act)
