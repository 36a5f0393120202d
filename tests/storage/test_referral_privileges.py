"""What a server lets a liaison do with the referrals of the room, whatever program is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from command_center.domain.referral import Referral, ReferralState
from command_center.domain.room import Role
from command_center.domain.unit import ReferralVia
from command_center.storage.database import open_database
from tests.postgres import Server
from tests.storage import rows
from tests.storage.rows import acting
from tests.storage.server_room import Bare, ServerRoom, make_room

AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
ANSWER = "UPDATE referral SET {}, version = version + 1, op_id = '{{op}}' WHERE id = '{}'"


@pytest.fixture
def room(postgres: Server, postgres_template: str) -> Iterator[ServerRoom]:
    made = make_room(postgres, postgres_template)
    opened = open_database(made.owner_url)
    with acting(opened.storage) as work:
        for id, agency_id in (("own", "damkar"), ("other", rows.agency().id)):
            work.add(referral(id, agency_id))
    opened.close()
    yield made
    made.close()


def referral(id: str, agency_id: str) -> Referral:
    return Referral(
        id=id,
        version=1,
        incident_id="fire",
        agency_id=agency_id,
        text="api",
        via=ReferralVia.LETTER,
        state=ReferralState.SENT,
        rule="",
        their_number="",
        reason="",
        outcome="",
        referred_at=AT,
        referred_by="staff:lead",
        answer_due_at=None,
        answered_at=None,
        outcome_due_at=None,
        ended_at=None,
        escalated=0,
    )


@pytest.fixture
def bare(room: ServerRoom) -> Iterator[Bare]:
    link = Bare(room)
    yield link
    link.close()


@pytest.mark.parametrize(
    ("id", "change", "said"),
    [
        ("own", "state = 'diterima', their_number = '7'", "entry_forged"),
        ("own", "text = 'x'", "other_agency"),
        ("own", "agency_id = 'polres'", "other_agency"),
        ("own", "incident_id = 'theft'", "other_agency"),
        ("other", "state = 'diterima'", "other_agency"),
    ],
)
def test_a_liaison_answers_for_the_own_agency_and_changes_nothing_else(
    room: ServerRoom, bare: Bare, id: str, change: str, said: str
) -> None:
    """What passes the row's own rule is stopped only where the test's entry does not tell of it."""
    who = room.staff[Role.LIAISON]
    token = room.session(who)
    statement = ANSWER.format(change, id)
    assert bare.act(token, who, "referral.answered", statement)[1] == said


def test_a_liaison_refers_nothing(room: ServerRoom, bare: Bare) -> None:
    who = room.staff[Role.LIAISON]
    token = room.session(who)
    assert bare.act(token, who, "incident.referred")[1] != ""
