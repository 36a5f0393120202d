"""One look at a server before it is used, as its owner and as a workstation."""

from __future__ import annotations

import pytest

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.storage import roles
from command_center.storage.migrate import HEAD
from command_center.storage.trial import room_in
from tests.postgres import Server

pytestmark = pytest.mark.postgres
CLOCK = LiveClock()


def test_what_is_at_a_server_and_what_may_be_done_there(
    postgres: Server, postgres_template: str
) -> None:
    missing = room_in(postgres.url("belum_ada"), None, CLOCK)
    assert (missing.there, missing.may_found, missing.kind) == (False, True, "")
    bare = postgres.new_database()
    empty = room_in(postgres.url(bare), None, CLOCK)
    assert (empty.there, empty.kind, empty.owner) == (True, "", True)
    assert empty.ahead_s is not None
    assert abs(empty.ahead_s) < 5
    postgres.drop_database(bare)

    name = postgres.new_database(postgres_template)
    url = postgres.url(name)
    founded = open_room(url, CLOCK, RoomPlan())
    roles.create_roles(founded.database.engine)
    login = roles.add_workstation(founded.database.engine, "meja-uji", "rahasia")
    founded.close()
    room = room_in(url, None, CLOCK)
    assert (room.kind, room.revision, room.owner) == ("live", HEAD, True)
    seat = room_in(url.replace("postgres@", f"{login}@"), None, CLOCK)
    assert (seat.kind, seat.id, seat.administrator) == ("live", room.id, False)
    assert (seat.may_found, seat.owner) == (False, False)
    with pytest.raises(OperatorError, match="database_unreachable"):
        room_in(url.replace("postgres@", "tidak_ada@"), None, CLOCK)
    postgres.drop_database(name)
