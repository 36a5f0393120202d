"""A signature is the person's own password once more, and the room's to check."""

from pathlib import Path

import pytest

from command_center.commands.handover import BeginHandover, SignHandover
from command_center.domain.errors import OperatorError
from command_center.domain.room import Role
from command_center.ui.person import Entered
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_front_door import Entrance
from tests.room.test_handover import CHANGE, going_on

OLD, NEW = "kopi-tubruk-8", "kopi-tubruk-9"


@pytest.fixture
def entrance(desk: Desk, clock: HandClock, tmp_path: Path) -> Entrance:
    clock.at = CHANGE
    made = Entrance(desk, clock, tmp_path / "people" / "room.json")
    made.boss()
    return made


def lead(entrance: Entrance, login: str, password: str) -> Entered:
    _, given = entrance.add(login, Role.SHIFT_LEAD)
    entered = entrance.door.sign_in(login, given, again=False)
    return entrance.door.change_password(entered, None, password)


def test_both_sign_with_their_own_password(entrance: Entrance) -> None:
    out, coming = lead(entrance, "adi", OLD), lead(entrance, "budi", NEW)
    desk, door = entrance.desk, entrance.door
    frozen = str(desk.do(BeginHandover(), act=out.act).result["handover_id"])
    sign = SignHandover(frozen)
    with pytest.raises(OperatorError, match="sign_in_refused"):
        door.sign(out, NEW, sign)  # the other's
    assert going_on(desk.look()).out_signed_at is None
    again, outcome = door.sign(out, OLD, sign)
    assert again.act.actor == out.act.actor
    assert not outcome.result["complete"]
    assert door.sign(coming, NEW, sign)[1].result["complete"]
    signed = going_on(desk.look())
    assert (signed.out_lead_id, signed.in_lead_id) == (out.act.actor, coming.act.actor)


def test_nobody_signs_by_what_a_workstation_remembers(entrance: Entrance) -> None:
    out = lead(entrance, "adi", OLD)
    frozen = str(entrance.desk.do(BeginHandover(), act=out.act).result["handover_id"])
    entrance.reachable = False
    with pytest.raises(OperatorError, match="handover_needs_database"):
        entrance.door.sign(out, OLD, SignHandover(frozen))
    assert going_on(entrance.desk.look()).out_signed_at is None


def test_a_shift_whose_lead_signs_in_is_handed_over_by_nobody_else(entrance: Entrance) -> None:
    out, coming = lead(entrance, "adi", OLD), lead(entrance, "budi", NEW)
    desk, door = entrance.desk, entrance.door
    frozen = str(desk.do(BeginHandover(), act=out.act).result["handover_id"])
    door.sign(out, OLD, SignHandover(frozen))
    door.sign(coming, NEW, SignHandover(frozen))
    with pytest.raises(OperatorError, match="handover_other_lead") as caught:
        desk.do(BeginHandover(), act=out.act)
    assert caught.value.params == {"name": "Orang budi"}
