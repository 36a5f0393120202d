"""An incident goes to another agency and its answer comes back, over real HTTP and real SMTP, on
both engines, from the systems that the exercise plays."""

from collections.abc import Iterator

import pytest

from command_center.commands.mail import SetMailServer
from command_center.commands.referral import ReferIncident, WithdrawReferral
from command_center.domain.errors import OperatorError
from command_center.domain.mail import MailSecurity, MailServer
from command_center.domain.referral import DeliveryState, Referral, ReferralState
from command_center.domain.room import Source, SourceKind
from command_center.exercise.systems.agencies import Agencies, make
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_jogo_malang import Town
from tests.storage.rows import acting

WORDS = "Pohon tumbang menutup jalan. Mohon penanganan."


@pytest.fixture
def agencies(clock: HandClock) -> Iterator[Agencies]:
    simulator = make(1, clock, "live")
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def town(desk: Desk, agencies: Agencies) -> Iterator[Town]:
    for command in agencies.commands(desk.look().all("agency")):
        desk.do(command, act=desk.room.console)
    with acting(desk.room.database.storage) as work:
        for one in agencies.systems:
            kind = SourceKind.PULL
            work.add(Source(one.source_id, 1, one.name, kind, one.url, True, "", reply_url=one.url))
    town = Town(desk)
    yield town
    town.intake.stop()


def refer(town: Town, code: str) -> str:
    incident = town.report("pohon tumbang di Jl. Ijen")
    made = town.do(ReferIncident(incident, code, WORDS))
    return str(made.result["referral_id"])


def row(town: Town, id: str) -> Referral:
    found = town.look().get("referral", id)
    assert isinstance(found, Referral)
    return found


def delivered(town: Town, id: str) -> bool:
    found = town.look().get("delivery", id)
    return found is not None and found.state is DeliveryState.DELIVERED


def test_one_accepts_and_says_what_came_of_it(
    town: Town, agencies: Agencies, clock: HandClock
) -> None:
    id = refer(town, "dlh")
    assert town.until(lambda: row(town, id).state is ReferralState.ACCEPTED)
    assert row(town, id).their_number == "DLH-0001"
    clock.turn(61)
    assert town.until(lambda: row(town, id).state is ReferralState.DONE)
    done = row(town, id)
    assert done.outcome
    assert done.answered_by == "dlh"
    assert done.ended_at is not None
    (heard,) = agencies.accepting.told
    assert (heard.referral, heard.text, heard.number) == (id, WORDS, "2026-11-21/0001")


def test_one_refuses_and_says_why(town: Town) -> None:
    id = refer(town, "dishub")
    assert town.until(lambda: row(town, id).state is ReferralState.REFUSED)
    assert row(town, id).reason


def test_one_never_answers_and_was_told_once(town: Town, agencies: Agencies) -> None:
    id = refer(town, "satpolpp")
    silent = agencies.silent
    assert town.until(lambda: silent.referrals == [id])
    (delivery,) = town.look().all("delivery")
    assert town.until(lambda: delivered(town, delivery.id))
    assert row(town, id).state is ReferralState.SENT
    town.do(WithdrawReferral(id, "warga sudah membereskan"))
    assert town.until(lambda: len(silent.heard) == 2)
    assert [message.withdrawn for message in silent.told] == [False, True]
    assert silent.repeated == 0


def test_a_message_waits_for_an_agency_that_is_gone(town: Town, agencies: Agencies) -> None:
    agencies.accepting.kill()
    id = refer(town, "dlh")
    told = town.room.database.telemetry.health
    assert town.until(lambda: ("delivery", "dlh") in told())
    assert told()["delivery", "dlh"].state == "down"
    assert row(town, id).state is ReferralState.SENT
    agencies.accepting.revive()
    assert town.until(lambda: row(town, id).state is ReferralState.ACCEPTED)
    assert agencies.accepting.referrals == [id]


def test_an_agency_without_a_system_gets_an_e_mail_once(town: Town, agencies: Agencies) -> None:
    agencies.mailbox.kill()
    id = refer(town, "pln")
    agencies.mailbox.revive()
    assert town.until(lambda: len(agencies.mailbox.mails) == 1)
    (mail,), (delivery,) = agencies.mailbox.mails, town.look().all("delivery")
    assert mail.recipients == (agencies.mail_address,)
    assert mail.id == f"<{delivery.id}@latihan.example>"
    body = mail.message.get_content().replace("\r\n", "\n")
    assert WORDS in body
    assert id in body
    assert town.until(lambda: delivered(town, delivery.id))


def test_a_server_without_tls_beyond_this_machine_is_not_taken(desk: Desk) -> None:
    for server, code in (
        (MailServer("mail.example", 25, "a@b.example", security=MailSecurity.NONE), "needs_tls"),
        (MailServer("mail example", 25, "a@b.example"), "server_wrong"),
        (MailServer("mail.example", 0, "a@b.example"), "server_wrong"),
        (MailServer("mail.example", 25, "a@b.example\r\nBcc: c@d.example"), "address_wrong"),
        (MailServer("mail.example", 25, "a@b.example", user="a\r\nb"), "server_wrong"),
    ):
        with pytest.raises(OperatorError, match=code):
            desk.do(SetMailServer(server), act=desk.room.console)
    desk.do(SetMailServer(MailServer("mail.example", 587, "a@b.example")), act=desk.room.console)
    kept = desk.look().get("room_setting", "mail")
    assert kept is not None
    assert kept.value["security"] == "starttls"
