"""An incident handed to another agency: what is stored, what goes out, who may answer, and what
the clock does when nobody does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.agencies import ImportAgencies
from command_center.commands.alarms import AcknowledgeAlarm
from command_center.commands.referral import (
    AnswerReferral,
    EscalateReferral,
    ReferIncident,
    WithdrawReferral,
    names_somebody,
)
from command_center.commands.triage import CloseIncident, MergeIncidents
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.referral import Delivery, Referral, ReferralState
from command_center.domain.room import AlarmType, Role, Source, SourceKind, Staff
from command_center.domain.unit import Agency, ReferralVia
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.ports import Act
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting

WORDS = "Pohon tumbang menutup jalan. Mohon penanganan."


def agency(desk: Desk, code: str) -> Agency:
    found: Agency = next(a for a in desk.look().all("agency") if a.code == code)
    return found


def reach(desk: Desk, code: str, via: ReferralVia, reach: str, **clocks: Any) -> str:
    """Fill in how an agency is reached, as the import does; its id."""
    row = replace(agency(desk, code), via=via, reach=reach, version=1, **clocks)
    desk.do(ImportAgencies((row,)), act=desk.room.console)
    return row.id


def listening(desk: Desk, source_id: str = "dlh") -> None:
    with acting(desk.room.database.storage) as work:
        url = "http://127.0.0.1:9/dlh"
        work.add(Source(source_id, 1, "DLH", SourceKind.PULL, url, True, "", reply_url=url))


def refer(desk: Desk, agency_id: str, **given: Any) -> str:
    incident_id = given.pop("incident_id", "") or desk.report("pohon tumbang di Jl. Ijen")
    made = desk.do(ReferIncident(incident_id, agency_id, WORDS, **given))
    return str(made.result["referral_id"])


def referral(desk: Desk, id: str) -> Referral:
    row: Referral | None = desk.look().get("referral", id)
    assert row is not None
    return row


def deliveries(desk: Desk) -> list[Delivery]:
    return list(desk.look().all("delivery"))


def test_what_is_referred_by_contract_goes_out_with_the_act(desk: Desk) -> None:
    listening(desk)
    dlh = reach(desk, "dlh", ReferralVia.CONTRACT, "dlh", answer_s=900, outcome_s=7200)
    id = refer(desk, dlh)
    row, (told,) = referral(desk, id), deliveries(desk)
    assert (row.state, row.via) == (ReferralState.SENT, ReferralVia.CONTRACT)
    assert row.answer_due_at == row.referred_at + timedelta(minutes=15)
    assert row.outcome_due_at == row.referred_at + timedelta(hours=2)
    assert (told.channel, told.reach, told.kind) == ("contract", "dlh", "referral")
    assert (told.body["id"], told.body["referral"]) == (told.id, id)
    assert told.body["text"] == WORDS
    assert told.body["number"] == "2026-11-21/0001"
    assert not told.body["withdrawn"]


def test_an_e_mail_goes_to_the_address_and_a_letter_to_nobody(desk: Desk) -> None:
    pln = reach(desk, "pln", ReferralVia.EMAIL, "piket@pln.example")
    refer(desk, pln)
    (told,) = deliveries(desk)
    assert (told.channel, told.reach) == ("email", "piket@pln.example")
    letter = refer(desk, agency(desk, "pmi").id)
    assert referral(desk, letter).via is ReferralVia.LETTER
    assert len(deliveries(desk)) == 1


def test_an_agency_without_a_way_gets_a_letter_and_is_not_pretended_to(desk: Desk) -> None:
    pln = agency(desk, "pln")
    with pytest.raises(OperatorError, match="agency_not_reached"):
        refer(desk, pln.id, via=ReferralVia.EMAIL)
    dlh = reach(desk, "dlh", ReferralVia.CONTRACT, "nobody")
    with pytest.raises(OperatorError, match="agency_not_reached"):
        refer(desk, dlh)
    assert deliveries(desk) == []
    assert list(desk.look().all("referral")) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hubungi pelapor 0812-3456-7890", True),
        ("Hubungi +62 812 3456 7890", True),
        ("NIK 3573010101900001", True),
        ("Tiang PLN nomor 0341 di Jl. Ijen 12, pukul 21-11-2026 14:03", False),
        ("Lokasi -7.982345, 112.630123", False),
    ],
)
def test_a_telephone_number_or_an_id_never_leaves(desk: Desk, text: str, named: bool) -> None:
    assert names_somebody(text) is named
    command = ReferIncident(desk.report(), agency(desk, "pln").id, text)
    if named:
        with pytest.raises(OperatorError, match="referral_names_somebody"):
            desk.do(command)
    else:
        desk.do(command)


def test_the_address_of_a_report_is_left_out_when_it_names_somebody(desk: Desk) -> None:
    listening(desk)
    dlh = reach(desk, "dlh", ReferralVia.CONTRACT, "dlh")
    incident = desk.report("pohon", address="rumah Bu Sri 081234567890")
    refer(desk, dlh, incident_id=incident)
    assert deliveries(desk)[0].body["address"] == ""


def test_two_desks_do_not_send_the_same_to_the_same(desk: Desk) -> None:
    pln, incident = agency(desk, "pln").id, desk.report()
    first = refer(desk, pln, incident_id=incident)
    with pytest.raises(Conflict):
        refer(desk, pln, incident_id=incident)
    desk.do(WithdrawReferral(first, "salah alamat"))
    refer(desk, pln, incident_id=incident)


def test_what_is_part_of_another_is_referred_as_that_one(desk: Desk) -> None:
    winner, loser = desk.report(), desk.report()
    desk.do(MergeIncidents(winner, loser))
    with pytest.raises(Conflict):
        refer(desk, agency(desk, "pln").id, incident_id=loser)


def test_our_own_people_are_ordered_not_referred_to(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="referral_to_ourselves"):
        refer(desk, agency(desk, "samapta").id)


def test_the_law_sets_the_clock_of_an_election_offence(desk: Desk, clock: HandClock) -> None:
    """2026-11-21 is a Saturday: seven days of the calendar, fourteen of work."""
    id = refer(desk, agency(desk, "bawaslu").id, rule="pemilu")
    row = referral(desk, id)
    assert row.answer_due_at == clock.now() + timedelta(days=7)
    assert row.outcome_due_at is not None
    assert row.outcome_due_at.date().isoformat() == "2026-12-10"
    with pytest.raises(OperatorError, match="referral_rule_unknown"):
        refer(desk, agency(desk, "pln").id, rule="pemilu")


def test_accepted_refused_and_done_are_kept_with_their_words(desk: Desk, clock: HandClock) -> None:
    id = refer(desk, agency(desk, "pln").id)
    clock.turn(60)
    desk.do(AnswerReferral(id, ReferralState.ACCEPTED, number="PLN-77"))
    clock.turn(60)
    desk.do(AnswerReferral(id, ReferralState.DONE, outcome="Kabel diganti."))
    row = referral(desk, id)
    assert (row.state, row.their_number, row.outcome) == (
        ReferralState.DONE,
        "PLN-77",
        "Kabel diganti.",
    )
    assert row.answered_at == row.referred_at + timedelta(minutes=1)
    assert row.ended_at == row.referred_at + timedelta(minutes=2)
    with pytest.raises(OperatorError, match="referral_is_over"):
        desk.do(AnswerReferral(id, ReferralState.REFUSED, reason="bukan kami"))


def test_messages_that_overtake_one_another_do_no_harm(desk: Desk) -> None:
    id = refer(desk, agency(desk, "pln").id)
    desk.do(AnswerReferral(id, ReferralState.DONE, outcome="Selesai."))
    desk.do(AnswerReferral(id, ReferralState.ACCEPTED, number="7"))
    row = referral(desk, id)
    assert (row.state, row.their_number) == (ReferralState.DONE, "7")
    other = refer(desk, agency(desk, "pmi").id)
    desk.do(WithdrawReferral(other, "tidak perlu"))
    desk.do(AnswerReferral(other, ReferralState.ACCEPTED, number="8"))
    row = referral(desk, other)
    assert (row.state, row.their_number) == (ReferralState.WITHDRAWN, "8")


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (ReferralState.REFUSED, "referral_needs_reason"),
        (ReferralState.DONE, "referral_needs_outcome"),
        (ReferralState.WITHDRAWN, "referral_answer_unknown"),
    ],
)
def test_a_person_who_writes_down_an_answer_says_all_of_it(
    desk: Desk, state: ReferralState, code: str
) -> None:
    id = refer(desk, agency(desk, "pln").id)
    with pytest.raises(OperatorError, match=code):
        desk.do(AnswerReferral(id, state))
    assert referral(desk, id).state is ReferralState.SENT


def test_only_the_system_it_was_sent_to_is_believed(desk: Desk) -> None:
    listening(desk)
    id = refer(desk, reach(desk, "dlh", ReferralVia.CONTRACT, "dlh"))
    told = AnswerReferral(id, ReferralState.REFUSED, reason="", source_id="dlh")
    with pytest.raises(OperatorError, match="referral_not_theirs"):
        desk.do(replace(told, source_id="jmp"), act=desk.room.system)
    desk.do(told, act=desk.room.system)
    assert referral(desk, id).state is ReferralState.REFUSED


@pytest.mark.parametrize(("own", "may"), [("pln", True), ("pmi", False), (None, False)])
def test_a_liaison_answers_for_the_own_agency_and_refers_nothing(
    desk: Desk, own: str | None, may: bool
) -> None:
    act = liaison(desk, own)
    id = refer(desk, agency(desk, "pln").id)
    command = AnswerReferral(id, ReferralState.ACCEPTED)
    if may:
        desk.do(command, act=act)
        assert referral(desk, id).state is ReferralState.ACCEPTED
    else:
        with pytest.raises(NotAllowed, match="referral_of_other_agency"):
            desk.do(command, act=act)
    with pytest.raises(NotAllowed, match="not_allowed"):
        desk.do(ReferIncident(desk.report(), agency(desk, "pmi").id, WORDS), act=act)


def liaison(desk: Desk, own: str | None) -> Act:
    act = desk.person(Role.LIAISON)
    with acting(desk.room.database.storage) as work:
        id = agency(desk, own).id if own else None
        work.change(work.get(Staff, act.actor), agency_id=id)
    return act


def test_who_is_told_hears_that_it_was_withdrawn(desk: Desk) -> None:
    listening(desk)
    id = refer(desk, reach(desk, "dlh", ReferralVia.CONTRACT, "dlh"))
    with pytest.raises(OperatorError, match="referral_needs_reason"):
        desk.do(WithdrawReferral(id, " "))
    desk.do(WithdrawReferral(id, "sudah ditangani warga"))
    first, last = deliveries(desk)
    assert (last.body["withdrawn"], last.body["referral"]) == (True, first.body["referral"])
    assert "sudah ditangani warga" in last.body["text"]
    desk.do(WithdrawReferral(id, "lagi"))
    assert len(deliveries(desk)) == 2
    assert referral(desk, id).reason == "sudah ditangani warga"


# --- the clock ------------------------------------------------------------------------------------


class Watch:
    """The clockwork of a window, ticked by hand."""

    def __init__(self, desk: Desk) -> None:
        room = desk.room
        roster = DutyRoster((), lambda lat, lon: None, lambda code: code)
        self._desk = desk
        self._clockwork = Clockwork(room.lane, room.system, roster)

    def tick(self, times: int = 3) -> None:
        for _ in range(times):
            self._clockwork.tick(self._desk.look(), self._desk.room.clock.now())
            self._desk.do(EscalateReferral(self._any(), 0), act=self._desk.room.system)

    def _any(self) -> str:
        """The lane is one thread: once it has answered this, it has done all before."""
        return str(next(iter(self._desk.look().all("referral"))).id)


def ringing(desk: Desk) -> list[Any]:
    found = desk.look().open_alarms()
    return [a for a in found if a.type is AlarmType.REFERRAL_UNANSWERED]


@pytest.fixture
def watched(desk: Desk, clock: HandClock) -> tuple[Watch, str]:
    pln = reach(desk, "pln", ReferralVia.LETTER, "", answer_s=600, outcome_s=3600)
    return Watch(desk), refer(desk, pln)


def test_nobody_answers(watched: tuple[Watch, str], desk: Desk, clock: HandClock) -> None:
    """It rings, is counted, rings again for each further step though somebody had heard it, and
    stops at the last step."""
    watch, id = watched
    clock.turn(599)
    watch.tick()
    assert (ringing(desk), referral(desk, id).escalated) == ([], 0)
    clock.turn(2)
    watch.tick()
    (first,) = ringing(desk)
    assert (first.params["agency"], first.subject_id) == ("PLN", id)
    assert referral(desk, id).escalated == 1
    desk.do(AcknowledgeAlarm(first.id))
    clock.turn(600)
    watch.tick()
    (second,) = ringing(desk)
    assert second.id != first.id
    assert (second.acknowledged_at, referral(desk, id).escalated) == (None, 2)
    clock.turn(6000)
    watch.tick(6)
    assert referral(desk, id).escalated == 3
    desk.do(AnswerReferral(id, ReferralState.ACCEPTED))
    clock.turn(-5000)
    watch.tick()
    assert ringing(desk) == []
    assert referral(desk, id).escalated == 0


def test_accepted_and_never_done_rings_by_the_other_clock(
    watched: tuple[Watch, str], desk: Desk, clock: HandClock
) -> None:
    watch, id = watched
    desk.do(AnswerReferral(id, ReferralState.ACCEPTED))
    clock.turn(3599)
    watch.tick()
    assert ringing(desk) == []
    clock.turn(2)
    watch.tick()
    assert [a.subject_id for a in ringing(desk)] == [id]


def test_a_step_is_counted_once(watched: tuple[Watch, str], desk: Desk, clock: HandClock) -> None:
    _, id = watched
    clock.turn(601)
    for _ in range(2):
        desk.do(EscalateReferral(id, 1), act=desk.room.system)
    desk.do(EscalateReferral(id, 2), act=desk.room.system)
    assert referral(desk, id).escalated == 1


def test_what_is_closed_is_waited_for_all_the_same(
    room: OpenedRoom, desk: Desk, clock: HandClock
) -> None:
    """Bawaslu has days: a window that forgets what closed yesterday still has this one."""
    incident = desk.report("politik uang")
    id = refer(desk, agency(desk, "bawaslu").id, incident_id=incident, rule="pilkada")
    desk.do(CloseIncident(incident, Disposition.REFERRED))
    clock.turn(3 * 86_400)
    since = clock.now() - timedelta(days=1)
    held = room.database.feed.snapshot(since).rows
    assert [row["id"] for row in held["referral"]] == [id]
    assert [row["id"] for row in held["incident"]] == [incident]
    situation = desk.look()
    situation.forget(since)
    assert situation.incident(incident) is not None
    desk.do(AnswerReferral(id, ReferralState.DONE, outcome="Tidak terbukti."))
    assert room.database.feed.snapshot(since).rows["incident"] == []


def test_agencies_are_changed_by_code_and_keep_whose_they_are(desk: Desk) -> None:
    ours = agency(desk, "samapta")
    changed = replace(ours, name="Samapta", ours=False, orderable=False, version=1)
    new = Agency("basarnas", 1, "basarnas", "Basarnas", "Basarnas", ours=False, orderable=False)
    desk.do(ImportAgencies((changed, new)), act=desk.room.console)
    row = agency(desk, "samapta")
    assert (row.name, row.ours, row.orderable) == ("Samapta", True, True)
    assert agency(desk, "basarnas").via is ReferralVia.LETTER
