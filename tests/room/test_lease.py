"""Who is on duty, when two windows of one workstation stand open."""

from types import SimpleNamespace
from typing import Any

import pytest

from command_center.bootstrap.lease import DutyLease
from command_center.bootstrap.room import OpenedRoom
from command_center.domain.errors import OperatorError
from command_center.storage.lease import Leases


def lease(room: OpenedRoom) -> tuple[DutyLease, Any]:
    clockwork: Any = SimpleNamespace(on_duty=False)
    leases = Leases(room.database.engine)
    return DutyLease(leases, room.act.workstation, room.clock, clockwork), leases


def test_only_one_window_of_a_workstation_is_on_duty(room: OpenedRoom) -> None:
    (first, one), (second, other) = lease(room), lease(room)
    assert (first._renew(), second._renew(), first._renew()) == (True, False, True)
    one.close()
    other.close()


def test_a_database_that_went_first_does_not_trouble_the_end(
    room: OpenedRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    duty, leases = lease(room)

    def gone(*_: object) -> None:
        raise OperatorError("database_unreachable")

    monkeypatch.setattr(Leases, "release", gone)
    duty._clockwork.on_duty = True
    duty._stop.set()
    duty._run()
    assert duty._clockwork.on_duty is False
    leases.close()
