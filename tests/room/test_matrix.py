"""Every command under every role, through the program: the table of permissions is all there is."""

from typing import Any

import pytest

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.catalogue import verbs
from command_center.commands.dispatch import SetUnitStatus
from command_center.commands.registry import Verb
from command_center.domain.errors import NotAllowed
from command_center.domain.permissions import ENTITY_PERMISSIONS, ROLE_PERMISSIONS
from command_center.domain.room import Role, Staff
from command_center.domain.unit import Agency, UnitStatus
from command_center.ports import Act
from command_center.storage.tables import ENTITY_TABLES
from tests.room.desk import Desk
from tests.storage.rows import acting


def turned_away(desk: Desk, command: type[Any], verb: Verb, act: Act) -> bool:
    """Whether it was refused for the verb's permission; whatever else an empty command runs into
    is not about who asks, or is the handler's own, narrower rule."""
    try:
        desk.do(object.__new__(command), act=act)
    except NotAllowed as error:
        return error.params.get("permission") == verb.permission.value
    except Exception:  # noqa: BLE001 - the handler was reached: it may make of it what it wants
        return False
    return False


@pytest.mark.parametrize("role", Role)
def test_a_role_reaches_the_handlers_of_its_permissions_only(desk: Desk, role: Role) -> None:
    act = desk.person(role)
    for command, verb in verbs().items():
        found = turned_away(desk, command, verb, act)
        assert (verb.kind, found) == (verb.kind, verb.permission not in ROLE_PERMISSIONS[role])


def test_every_row_has_somebody_who_may_write_it() -> None:
    assert set(ENTITY_PERMISSIONS) == set(ENTITY_TABLES)
    given = {permission for permissions in ROLE_PERMISSIONS.values() for permission in permissions}
    for entity, permissions in ENTITY_PERMISSIONS.items():
        assert (entity, permissions <= given, bool(permissions)) == (entity, True, True)


def test_the_role_is_that_of_the_moment_and_gone_with_the_person(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD, "staff:iptu")
    unit = desk.unit("SAMAPTA 12").id
    desk.do(SetUnitStatus(unit, UnitStatus.BREAK), act=lead)
    storage = desk.room.database.storage
    with acting(storage) as work:
        work.change(work.get(Staff, "staff:iptu"), role=Role.OBSERVER)
    with pytest.raises(NotAllowed, match="not_allowed"):
        desk.do(SetUnitStatus(unit, UnitStatus.AVAILABLE), act=lead)
    with acting(storage) as work:
        fields = {"role": Role.SHIFT_LEAD, "left_at": desk.room.clock.now()}
        work.change(work.get(Staff, "staff:iptu"), **fields)
    with pytest.raises(NotAllowed, match="staff_left"):
        desk.do(SetUnitStatus(unit, UnitStatus.AVAILABLE), act=lead)


@pytest.mark.parametrize("own", ["DAMKAR 02", None])
def test_a_liaison_moves_the_own_agencys_units(
    room: OpenedRoom, desk: Desk, own: str | None
) -> None:
    act = desk.person(Role.LIAISON)
    with acting(room.database.storage) as work:
        agency = next(a for a in work.find(Agency) if a.code == "damkar" or a.id == "damkar")
        liaison = work.get(Staff, act.actor)
        work.change(liaison, agency_id=agency.id if own else None, seat="meja damkar")
    for call_sign in ("SAMAPTA 12", "LANTAS 03", "DAMKAR 02"):
        command = SetUnitStatus(desk.unit(call_sign).id, UnitStatus.BREAK)
        if call_sign == own:
            desk.do(command, act=act)
            continue
        with pytest.raises(NotAllowed, match="other_agency"):
            desk.do(command, act=act)
    on_break = {u.call_sign for u in desk.look().all("unit") if u.status is UnitStatus.BREAK}
    assert on_break == ({own} if own else set())
