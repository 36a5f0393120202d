"""Which room a database becomes, and that it is not opened as the other kind."""

import pytest

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.executor import WriteLane
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.settings import Settings, save_settings
from tests.room.conftest import HandClock


def test_the_machine_is_set_to_a_city(database_url: str, clock: HandClock) -> None:
    save_settings("live", Settings(pack="jember"))
    opened = open_room(database_url, clock, RoomPlan())
    opened.close()
    assert (opened.room.pack, opened.city.id) == ("jember", "jember")


def test_a_room_that_is_there_keeps_its_city(room: OpenedRoom, clock: HandClock) -> None:
    save_settings("live", Settings(pack="jember"))
    again = open_room(room.database.engine.url.render_as_string(), clock, RoomPlan())
    again.close()
    assert again.room.pack == room.room.pack != "jember"


@pytest.mark.parametrize(("kind", "other"), [tuple(RoomKind), tuple(reversed(RoomKind))])
def test_a_room_of_the_other_kind_is_refused(
    database_url: str, clock: HandClock, kind: RoomKind, other: RoomKind
) -> None:
    open_room(database_url, clock, RoomPlan(kind)).close()
    with pytest.raises(OperatorError, match="room_of_other_kind"):
        open_room(database_url, clock, RoomPlan(other))


def test_a_room_that_cannot_be_founded_leaves_nothing_running(
    database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = WriteLane.submit

    def refused(lane: WriteLane, command: object, **given: object) -> object:
        future = submit(lane, object())
        future.add_done_callback(lambda done: done.exception())
        return future

    monkeypatch.setattr(WriteLane, "submit", refused)
    with pytest.raises(KeyError):
        open_room(database_url, clock, RoomPlan())
