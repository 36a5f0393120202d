"""Partners, night watch, ratings and proactive visits; on both engines."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from command_center.commands.partners import (
    EndNightWatch,
    ImportNightWatch,
    ImportPartners,
    PartnerLeaves,
    RateArea,
    RegisterPartner,
    SetNightWatch,
)
from command_center.commands.visit import AskVisit, DoneVisit
from command_center.domain.errors import OperatorError
from command_center.domain.partner import PartnerKind, RatingLevel
from command_center.domain.referral import DeliveryState
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.duty.visits import overdue_visits
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting

BHABIN, RW = PartnerKind.BHABINKAMTIBMAS, PartnerKind.POLISI_RW


def only(desk: Desk, entity: str) -> Any:
    rows = list(desk.look().all(entity))
    assert len(rows) == 1
    return rows[0]


def sawojajar(desk: Desk) -> str:
    place = desk.room.city.gazetteer.locate("Sawojajar")
    assert place is not None
    return place.code


def test_a_partner_is_known_by_call_sign_and_changed_not_doubled(desk: Desk) -> None:
    first = desk.do(RegisterPartner(RW, "Aiptu Budi", "prw 5", "Sawojajar", "rw 05", "0812"))
    again = desk.do(RegisterPartner(RW, "Aipda Budi", "PRW 5", "sawojajar", "5", "0813"))
    partner = only(desk, "partner")
    assert first.result["partner_id"] == again.result["partner_id"] == partner.id
    assert (partner.name, partner.call_sign, partner.rw) == ("Aipda Budi", "PRW 5", "05")
    assert (partner.area_code, partner.reach) == (sawojajar(desk), "0813")


def test_without_a_call_sign_name_and_neighbourhood_tell_partners_apart(desk: Desk) -> None:
    for rw in ("1", "2", "01"):
        desk.do(RegisterPartner(BHABIN, "Bripka Sari", area="Sawojajar", rw=rw))
    assert sorted(p.rw for p in desk.look().all("partner")) == ["01", "02"]


def test_a_call_sign_belongs_to_one_until_they_leave(desk: Desk) -> None:
    first = desk.do(RegisterPartner(PartnerKind.SENKOM, "Slamet", "SENKOM 21")).result
    other = RegisterPartner(PartnerKind.LINMAS, "Joko", "SENKOM 21")
    with pytest.raises(OperatorError, match="call_sign_taken"):
        desk.do(other)
    desk.do(PartnerLeaves(str(first["partner_id"])))
    desk.do(other)
    assert [p.name for p in desk.look().all("partner") if p.left_at is None] == ["Joko"]


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (RegisterPartner(RW, "  "), "partner_needs_name"),
        (RegisterPartner(RW, "Budi", area="Qwxzy"), "unknown_area"),
        (SetNightWatch("Sawojajar", "5", 0, "24:00", "04:00"), "night_watch_times"),
        (SetNightWatch("Sawojajar", "5", 0, "9:00", "04:00"), "night_watch_times"),
        (SetNightWatch("Sawojajar", "5", 7, "22:00", "04:00"), "night_watch_numbers"),
        (SetNightWatch("Sawojajar", "5", 0, "22:00", "04:00", -1), "night_watch_numbers"),
        (RateArea(" ", RatingLevel.LOW, "Sawojajar"), "rating_needs_topic"),
        (RateArea("banjir", RatingLevel.LOW), "rating_needs_place"),
    ],
)
def test_what_is_refused_changes_nothing(desk: Desk, command: Any, why: str) -> None:
    seq = desk.look().seq
    with pytest.raises(OperatorError, match=why):
        desk.do(command)
    assert desk.look().seq == seq


def test_an_import_is_one_entry_and_all_or_nothing(desk: Desk) -> None:
    good = tuple(RegisterPartner(RW, f"Polisi {n}", f"PRW {n}", "Sawojajar") for n in range(5))
    assert desk.do(ImportPartners(good)).result == {"count": 5}
    assert desk.kinds()[-1] == "partners.imported"
    with pytest.raises(OperatorError, match="unknown_area"):
        desk.do(ImportPartners((RegisterPartner(RW, "Baru"), RegisterPartner(RW, "X", area="Qwx"))))
    assert len(list(desk.look().all("partner"))) == 5


def test_the_roster_has_a_line_per_night_and_start(desk: Desk) -> None:
    line = SetNightWatch("Sawojajar", "5", 5, "22:00", "04:00", 6, "Pak RT 0811")
    desk.do(ImportNightWatch((line, SetNightWatch("Sawojajar", "05", 5, "22:00", "03:00", 4))))
    watch = only(desk, "night_watch")
    assert (watch.rw, watch.weekday, watch.ends, watch.people) == ("05", 5, "03:00", 4)
    desk.do(EndNightWatch(watch.id))
    desk.do(line)
    assert len([w for w in desk.look().all("night_watch") if w.left_at is None]) == 1


def test_an_older_rating_never_replaces_a_newer(desk: Desk, clock: HandClock) -> None:
    rating = RateArea("banjir", RatingLevel.HIGH, "Sawojajar", rw="5", author="Babinsa")
    desk.do(rating)
    before = replace(desk.room.system, occurred_at=datetime(2026, 11, 20, tzinfo=UTC))
    older = RateArea("banjir", RatingLevel.LOW, "Sawojajar", rw="RW 05")
    desk.do(older, act=before)
    assert only(desk, "rating").level is RatingLevel.HIGH
    clock.turn(60)
    desk.do(older)
    assert only(desk, "rating").level is RatingLevel.LOW


def test_the_visit_is_asked_of_who_answers_for_the_rw(desk: Desk) -> None:
    with acting(desk.room.database.storage) as work:
        work.add(
            Source("jmp", 1, "JMP", SourceKind.PUSH, "", True, "", reply_url="http://127.0.0.1:9/")
        )
    desk.do(RegisterPartner(BHABIN, "Seluruh kelurahan", area="Sawojajar"))
    desk.do(RegisterPartner(RW, "Polisi RW 5", area="Sawojajar", rw="5"))
    desk.do(RegisterPartner(BHABIN, "Bhabin RW 4", area="Sawojajar", rw="4"))
    wanted = desk.do(RegisterPartner(BHABIN, "Bhabin RW 5", "", "Sawojajar", "5", "jmp")).result
    incident = desk.report(area="Sawojajar")
    outcome = desk.do(AskVisit(incident, "Sambangi lansia", rw="RW 5", due_minutes=120))
    visit, delivery = only(desk, "visit"), only(desk, "delivery")
    assert outcome.result["told"] is True
    assert visit.partner_id == wanted["partner_id"]
    assert (visit.area_code, visit.rw) == (sawojajar(desk), "05")
    assert (visit.due_at - visit.asked_at).total_seconds() == 7200
    assert (delivery.reach, delivery.kind, delivery.state) == (
        "jmp",
        "visit",
        DeliveryState.WAITING,
    )
    assert delivery.body["visit"] == visit.id
    assert delivery.body["id"] == delivery.id
    assert delivery.incident_id == incident


def test_nobody_of_another_rw_is_asked(desk: Desk) -> None:
    desk.do(RegisterPartner(BHABIN, "Bhabin RW 4", area="Sawojajar", rw="4"))
    desk.do(AskVisit(desk.report(area="Sawojajar"), "Sambangi", rw="5"))
    assert only(desk, "visit").partner_id is None


def test_who_has_no_app_is_told_by_people_and_no_message_leaves(desk: Desk) -> None:
    desk.do(RegisterPartner(BHABIN, "Bripka Sari", area="Sawojajar", reach="0812-111"))
    outcome = desk.do(AskVisit(desk.report(area="Sawojajar"), "Sambangi"))
    assert outcome.result["told"] is False
    assert only(desk, "visit").partner_id is not None
    assert list(desk.look().all("delivery")) == []


def test_a_visit_is_done_once_and_says_how(desk: Desk, clock: HandClock) -> None:
    id = str(desk.do(AskVisit(desk.report(area="Sawojajar"), "Sambangi")).result["visit_id"])
    with pytest.raises(OperatorError, match="visit_needs_outcome"):
        desk.do(DoneVisit(id, " "))
    clock.turn(600)
    desk.do(DoneVisit(id, "Aman, keluarga sudah dihubungi"))
    visit = only(desk, "visit")
    assert (visit.done_at - visit.asked_at).total_seconds() == 600
    with pytest.raises(OperatorError, match="visit_is_done"):
        desk.do(DoneVisit(id, "lagi"))


def test_a_visit_nobody_told_of_rings_when_its_time_is_over(desk: Desk, clock: HandClock) -> None:
    incident = desk.report(area="Sawojajar")
    asked = desk.do(AskVisit(incident, "Sambangi", rw="RW 5", due_minutes=60))
    clock.turn(3_600 - 1)
    assert not list(overdue_visits(desk.look(), clock.now()))
    clock.turn(1)
    (due,) = overdue_visits(desk.look(), clock.now())
    assert (due.type, due.subject_id) == (AlarmType.VISIT_OVERDUE, asked.result["visit_id"])
    assert due.params == {"number": str(desk.incident(incident).number), "partner": "RW 05"}
    desk.do(DoneVisit(str(asked.result["visit_id"]), "Aman"))
    assert not list(overdue_visits(desk.look(), clock.now()))


def test_a_visit_needs_words_a_place_and_a_time(desk: Desk) -> None:
    nowhere, somewhere = desk.report(), desk.report(area="Sawojajar")
    for command, why in (
        (AskVisit(somewhere, " "), "visit_needs_text"),
        (AskVisit(nowhere, "Sambangi"), "visit_needs_place"),
        (AskVisit(somewhere, "Sambangi", due_minutes=0), "visit_due_range"),
        (AskVisit(somewhere, "Sambangi", area="Qwxzy"), "unknown_area"),
    ):
        with pytest.raises(OperatorError, match=why):
            desk.do(command)
    assert list(desk.look().all("visit")) == []
