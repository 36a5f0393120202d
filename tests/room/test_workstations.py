"""The machines of the room: their letters, their keys and who may say so, on both engines."""

from dataclasses import replace

import pytest

from command_center.commands.workstation import (
    RegisterWorkstation,
    RetireWorkstation,
    free_letter,
)
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Role
from command_center.ports import Outcome
from tests.room.desk import Desk

KEY, OTHER = "ab" * 32, "cd" * 32


def register(desk: Desk, name: str, key: str = KEY) -> Outcome:
    act = replace(desk.room.system, workstation=name)
    return desk.do(RegisterWorkstation(name, key), act=act)


def test_each_machine_gets_the_next_free_letter(desk: Desk) -> None:
    letters = [register(desk, name).result["letter"] for name in ("meja-1", "meja-2", "meja-3")]
    assert letters == ["A", "B", "C"]


def test_a_machine_keeps_its_letter_and_says_nothing_twice(desk: Desk) -> None:
    first = register(desk, "meja-1")
    again = register(desk, "meja-1")
    assert again.result == first.result
    assert again.seq is None


def test_a_renewed_key_is_logged_with_the_one_before(desk: Desk) -> None:
    register(desk, "meja-1")
    register(desk, "meja-1", OTHER)
    change = list(desk.room.database.history.entries())[-1].entry.changes[0]
    assert (change.set, change.was) == ({"public_key": OTHER}, {"public_key": KEY})


def test_no_machine_speaks_for_another(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(RegisterWorkstation("meja-2", KEY), act=desk.room.system)
    assert desk.do(RegisterWorkstation("meja-2", KEY), act=desk.room.console).seq is not None


def test_a_retired_machine_does_not_come_back_by_itself(desk: Desk) -> None:
    register(desk, "meja-1")
    administrator = desk.person(Role.ADMINISTRATOR)
    desk.do(RetireWorkstation("meja-1"), act=desk.room.console)
    with pytest.raises(NotAllowed):
        register(desk, "meja-1", OTHER)
    with pytest.raises(NotAllowed):
        desk.do(RegisterWorkstation("meja-1", KEY), act=administrator)
    assert register(desk, "meja-2").result["letter"] == "B"
    back = desk.do(RegisterWorkstation("meja-1", OTHER), act=desk.room.console)
    assert back.result["letter"] == "A"


@pytest.mark.parametrize("key", ["", "zz" * 32, "ab" * 31])
def test_what_is_no_key_is_refused(desk: Desk, key: str) -> None:
    with pytest.raises(OperatorError, match="workstation_key"):
        register(desk, "meja-1", key)


def test_letters_go_on_after_z() -> None:
    taken: set[str] = set()
    for _ in range(28):
        taken.add(free_letter(taken))
    assert {"A", "Z", "AA", "AB"} <= taken
    assert len(taken) == 28
