"""What a server lets nobody change of the city's systems under the name of something smaller."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from command_center.domain.referral import NoticeKind, NoticeState, PublicNotice
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
PASSED = "entry_forged"
"""Said last, of a row that the entry of these tests does not tell of."""


@pytest.fixture
def room(postgres: Server, postgres_template: str) -> Iterator[ServerRoom]:
    made = make_room(postgres, postgres_template)
    opened = open_database(made.owner_url)
    with acting(opened.storage) as work:
        for id in ("mail", "shape:jmp"):
            work.add(RoomSetting(id, 1, {"host": "surat.contoh.id"}))
        work.add(Source("jmp", 1, "JMP", SourceKind.PUSH, "", True, ""))
        work.add(notice("draft", NoticeState.DRAFT))
        work.add(notice("told", NoticeState.APPROVED))
    opened.close()
    yield made
    made.close()


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


@pytest.fixture
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
