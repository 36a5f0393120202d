"""What a server lets nobody change of the city's systems under the name of something smaller."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from command_center.domain.partner import NightWatch, Partner, PartnerKind
from command_center.domain.permissions import CHANGE_PERMISSIONS, may_write
from command_center.domain.referral import (
    Delivery,
    DeliveryState,
    Hospital,
    NoticeKind,
    NoticeState,
    PublicNotice,
)
from command_center.domain.room import Role, RoomSetting, Source, SourceKind
from command_center.storage.database import open_database
from tests.postgres import Server
from tests.storage.rows import acting
from tests.storage.server_room import Bare, ServerRoom, make_room

pytestmark = pytest.mark.postgres
AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
CHANGE = "UPDATE {} SET {}, version = version + 1, op_id = '{{op}}' WHERE id = '{}'"
ADD = "INSERT INTO source (id, version, op_id, name, kind, url, enabled, cursor, profile, mapping,"
ADD += " reply_url, options) VALUES ('new', 1, '{{op}}', 'x', '{}', '{}', true, '', '', '', '',"
ADD += " '{{}}')"
WITHDRAWN = "state = 'withdrawn'"
HEARD = "state = 'delivered', ended_at = made_at"
_TOLD = "channel, reach, kind, about_kind, about_id, body, made_at, ended_at, reason"
TELL = f"INSERT INTO delivery (id, version, op_id, {_TOLD}, state)"
TELL += f" SELECT 'new', 1, '{{{{op}}}}', {_TOLD}, {{}} FROM delivery"
PASSED = "entry_forged"
"""Said last, of a row that the entry of these tests does not tell of."""


@pytest.fixture(scope="module")
def room(postgres: Server, postgres_template: str) -> Iterator[ServerRoom]:
    made = make_room(postgres, postgres_template)
    opened = open_database(made.owner_url)
    with acting(opened.storage) as work:
        for id in ("mail", "shape:jmp"):
            work.add(RoomSetting(id, 1, {"host": "surat.contoh.id"}))
        work.add(Source("jmp", 1, "JMP", SourceKind.PUSH, "", True, ""))
        work.add(notice("draft", NoticeState.DRAFT))
        work.add(notice("told", NoticeState.APPROVED))
        work.add(message())
        work.add(Partner("slamet", 1, PartnerKind.SENKOM, "Slamet", "", None, "", "", None))
        work.add(NightWatch("ronda", 1, None, "05", 0, "22:00", "04:00", 6, "", None))
        work.add(Hospital("rssa", 1, "rssa", "RSSA", None, None, None, (), "", None, {}))
    opened.close()
    yield made
    made.close()


def message() -> Delivery:
    return Delivery(
        id="told",
        version=1,
        channel="contract",
        reach="jmp",
        kind="status",
        about_kind="incident",
        about_id="fire",
        incident_id=None,
        body={},
        state=DeliveryState.WAITING,
        made_at=AT,
        ended_at=None,
        reason="",
    )


def notice(id: str, state: NoticeState) -> PublicNotice:
    at = None if state is NoticeState.DRAFT else AT
    return PublicNotice(
        id=id,
        version=1,
        kind=NoticeKind.FLOOD,
        title="Banjir",
        text="Jalan ditutup",
        area_code=None,
        lat=None,
        lon=None,
        valid_from=AT,
        valid_until=None,
        state=state,
        made_at=AT,
        made_by="staff:lead",
        approved_at=at,
        approved_by="staff:lead" if at else None,
        incident_id=None,
    )


@pytest.fixture(scope="module")
def bare(room: ServerRoom) -> Iterator[Bare]:
    link = Bare(room)
    yield link
    link.close()


@pytest.mark.parametrize(
    ("role", "kind", "change", "said"),
    [
        (Role.OPERATOR, "report.received", ("room_setting", "value = '{{}}'", "mail"), False),
        (Role.OPERATOR, "source.shape", ("room_setting", "value = '{{}}'", "shape:jmp"), True),
        (Role.OPERATOR, "source.read", ("source", "cursor = '7'", "jmp"), True),
        (Role.OPERATOR, "source.read", ("source", "reply_url = 'https://x.id'", "jmp"), False),
        (Role.OPERATOR, "source.read", ("source", 'options = \'{{"k": "v"}}\'', "jmp"), False),
        (Role.OPERATOR, "source.read", ("source", "enabled = false", "jmp"), False),
        (Role.OPERATOR, "notice.drafted", ("public_notice", "title = 'x'", "draft"), True),
        (
            Role.OPERATOR,
            "notice.drafted",
            ("public_notice", "state = 'approved', approved_at = made_at", "draft"),
            False,
        ),
        (Role.OPERATOR, "notice.drafted", ("public_notice", "text = 'x'", "told"), False),
        (
            Role.OPERATOR,
            "notice.withdrawn",
            ("public_notice", WITHDRAWN, "told"),
            False,
        ),
        (
            Role.SHIFT_LEAD,
            "notice.withdrawn",
            ("public_notice", WITHDRAWN, "told"),
            True,
        ),
        (
            Role.SHIFT_LEAD,
            "notice.approved",
            ("public_notice", "state = 'approved', approved_at = made_at", "draft"),
            True,
        ),
        (Role.OPERATOR, "radio.logged", ("partner", "reach = '0800'", "slamet"), False),
        (Role.OPERATOR, "partner.registered", ("partner", "reach = '0800'", "slamet"), True),
        (Role.OPERATOR, "record.odd", ("night_watch", "contact = '0800'", "ronda"), False),
        (Role.OPERATOR, "night_watch.set", ("night_watch", "contact = '0800'", "ronda"), True),
        (Role.OPERATOR, "report.received", ("hospital", "phone = '0800'", "rssa"), False),
        (Role.OPERATOR, "hospital.reported", ("hospital", "phone = '0800'", "rssa"), True),
        (Role.OPERATOR, "report.followed", ("delivery", HEARD, "told"), False),
        (Role.OPERATOR, "incident.taken", ("delivery", "reach = 'elsewhere'", "told"), False),
        (Role.SYSTEM, "delivery.heard", ("delivery", HEARD, "told"), True),
    ],
)
def test_a_small_permission_writes_no_more_than_it_is_for(
    room: ServerRoom, bare: Bare, role: Role, kind: str, change: tuple[str, str, str], said: bool
) -> None:
    who = room.staff[role]
    told = bare.act(room.session(who), who, kind, CHANGE.format(*change).replace("{{}}", "{}"))[1]
    assert told == (PASSED if said else "entity_not_permitted")


@pytest.mark.parametrize(
    ("kind", "url", "said"),
    [("manual", "", True), ("pull", "https://x.id", False), ("push", "", False)],
)
def test_an_operator_connects_no_source(
    room: ServerRoom, bare: Bare, kind: str, url: str, said: bool
) -> None:
    who = room.staff[Role.OPERATOR]
    told = bare.act(
        room.session(who), who, "radio.reported", ADD.format(kind, url).replace("{{}}", "{}")
    )[1]
    assert told == (PASSED if said else "entity_not_permitted")


@pytest.mark.parametrize(("state", "said"), [("state", True), ("'delivered'", False)])
def test_a_message_begins_as_one_that_waits(
    room: ServerRoom, bare: Bare, state: str, said: bool
) -> None:
    who = room.staff[Role.OPERATOR]
    told = bare.act(room.session(who), who, "incident.taken", TELL.format(state))[1]
    assert told == (PASSED if said else "entity_not_permitted")


def test_a_server_knows_who_may_change_what_others_add(room: ServerRoom) -> None:
    """Of one table, that of the program."""
    for entity, given in CHANGE_PERMISSIONS.items():
        found = room.as_owner(
            "SELECT permission FROM entity_permission WHERE entity = %s", (f"{entity}:changed",)
        )
        assert {permission for (permission,) in found} == {one.value for one in given}
        for permission in given:
            assert may_write(entity, permission, changed=True)
