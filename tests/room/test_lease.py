"""Who is on duty, when two windows of one workstation stand open."""

from types import SimpleNamespace
from typing import Any

import pytest

from command_center.bootstrap.lease import DutyLease
from command_center.bootstrap.room import OpenedRoom
from command_center.domain.errors import OperatorError
from command_center.storage.lease import LONGEST_S, Leases
from command_center.storage.link import Link


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


@pytest.mark.parametrize("until", [9_000_000_000_000_000_000, -1])
def test_nobody_holds_a_lease_for_ever(room: OpenedRoom, until: int) -> None:
    leases, link = Leases(room.database.engine), Link(room.database.engine)
    link.run("INSERT INTO lease VALUES ('work', 'somebody', ?)", (until,))
    link.close()
    assert leases.take("work", "one", room.clock.now(), LONGEST_S)
    assert not leases.take("work", "other", room.clock.now(), 1.0)
    with pytest.raises(ValueError, match="a lease for"):
        leases.take("work", "one", room.clock.now(), LONGEST_S + 1)
    leases.close()
