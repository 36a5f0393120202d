"""What is said on the air: kept, struck through, linked, made an incident; on both engines."""

import pytest

from command_center.advice.radio import MOST_CODES, RadioCode
from command_center.commands.kentongan import SoundKentongan
from command_center.commands.partners import RegisterPartner
from command_center.commands.radio import (
    IncidentFromRadio,
    LinkRadio,
    LogRadio,
    SetRadioCodes,
    StrikeRadio,
)
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.partner import PartnerKind, RadioLine
from command_center.domain.room import AlarmType, Role
from command_center.ports import ActivityCount
from tests.room.conftest import HandClock
from tests.room.desk import Desk

FLOOD = "lapor banjir setinggi lutut di Sawojajar RW 05"


def line(desk: Desk, id: object) -> RadioLine:
    found = desk.look().get("radio_line", str(id))
    assert isinstance(found, RadioLine)
    return found


def logged(desk: Desk, text: str = FLOOD, **given: str) -> str:
    return str(desk.do(LogRadio(text, **given)).result["line_id"])


def test_a_line_stays_as_it_was_said_and_knows_who_said_it(desk: Desk) -> None:
    senkom = RegisterPartner(PartnerKind.SENKOM, "Pak Slamet", "Senkom  21", "Sawojajar", "RW 5")
    partner = desk.do(senkom).result["partner_id"]
    said = line(desk, logged(desk, "8-6, 3-3L di Sawojajar", call_sign="senkom 21", channel="Ch 2"))
    assert said.text == "8-6, 3-3L di Sawojajar"
    assert (said.call_sign, said.channel, said.partner_id) == ("SENKOM 21", "Ch 2", partner)
    assert said.activity == "laka"
    assert said.entered_by == desk.room.act.actor
    assert line(desk, logged(desk, "halo", call_sign="tak dikenal")).partner_id is None


def test_a_line_is_struck_through_and_stays(desk: Desk, clock: HandClock) -> None:
    id = logged(desk)
    clock.turn(5)
    desk.do(StrikeRadio(id))
    clock.turn(5)
    again = desk.do(StrikeRadio(id))
    said = line(desk, id)
    assert said.text == FLOOD
    assert said.struck_at is not None
    assert (said.struck_at - said.at).total_seconds() == 5
    assert again.seq is None
    for command in (LinkRadio(id, desk.report()), IncidentFromRadio(id)):
        with pytest.raises(OperatorError, match="radio_line_struck"):
            desk.do(command)


def test_a_line_becomes_an_incident_of_whoever_makes_it_once(desk: Desk) -> None:
    id = logged(desk, call_sign="senkom 21")
    made = desk.do(IncidentFromRadio(id)).result
    incident = desk.incident(str(made["incident_id"]))
    assert incident.category == "banjir"
    assert incident.owner_id == desk.room.act.actor
    assert incident.status is IncidentStatus.NEW
    assert incident.area_code == desk.room.city.gazetteer.locate("kel. Sawojajar").code  # type: ignore[union-attr]
    assert line(desk, id).incident_id == incident.id
    report = desk.look().reports(incident.id)[0]
    assert (report.channel, report.external_id, report.source_id) == ("radio", id, "radio")
    with pytest.raises(OperatorError, match="radio_line_has_incident"):
        desk.do(IncidentFromRadio(id))


def test_without_a_place_in_its_words_it_is_where_the_partner_belongs(desk: Desk) -> None:
    desk.do(RegisterPartner(PartnerKind.SENKOM, "Pak Slamet", "SENKOM 21", "Sawojajar", "5"))
    id = logged(desk, "tawuran pelajar", call_sign="SENKOM 21")
    incident = desk.incident(str(desk.do(IncidentFromRadio(id)).result["incident_id"]))
    partner = next(iter(desk.look().all("partner")))
    assert incident.area_code == partner.area_code
    assert partner.rw == "05"


def test_a_link_is_not_overwritten_by_who_saw_it_otherwise(desk: Desk) -> None:
    id, one, two = logged(desk), desk.report(), desk.report()
    desk.do(LinkRadio(id, one))
    with pytest.raises(Conflict):
        desk.do(LinkRadio(id, two))
    desk.do(LinkRadio(id, two, before=one))
    assert line(desk, id).incident_id == two
    desk.do(LinkRadio(id, "", before=two))
    assert line(desk, id).incident_id is None
    with pytest.raises(OperatorError, match="not_found"):
        desk.do(LinkRadio(id, "tidak-ada"))


def test_nothing_said_is_no_line_and_too_much_is_refused(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="radio_empty"):
        desk.do(LogRadio("  "))
    with pytest.raises(OperatorError, match="text_too_long"):
        desk.do(LogRadio("a" * 4001))


def test_a_kentongan_is_a_p1_and_rings_in_the_same_act(desk: Desk) -> None:
    outcome = desk.do(SoundKentongan("Sawojajar", "RW 5", "maling di gang 3"))
    look = desk.look()
    incident = desk.incident(str(outcome.result["incident_id"]))
    assert incident.priority is Priority.P1
    assert incident.area_code == desk.room.city.gazetteer.locate("Sawojajar").code  # type: ignore[union-attr]
    assert incident.title == "Kentongan RW 05 Sawojajar: maling di gang 3"
    assert look.reports(incident.id)[0].channel == "kentongan"
    alarm = look.open_alarms()[0]
    assert (alarm.type, alarm.rank, alarm.subject_id) == (AlarmType.KENTONGAN, 1, incident.id)
    assert desk.kinds()[-1] == "kentongan.sounded"


def test_a_kentongan_of_a_source_rings_too_and_a_late_one_does_not(desk: Desk) -> None:
    incident = desk.incident(desk.report(channel="kentongan", priority=Priority.P4))
    assert incident.priority is Priority.P1
    assert [a.subject_id for a in desk.look().open_alarms()] == [incident.id]
    desk.report(channel="wadul")
    desk.report(channel="kentongan", late=True)
    assert len(desk.look().open_alarms()) == 1


def test_a_kentongan_needs_a_place_that_is_known(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="kentongan_needs_place"):
        desk.do(SoundKentongan(" "))
    with pytest.raises(OperatorError, match="unknown_area"):
        desk.do(SoundKentongan("Qwxzy"))
    pointed = desk.do(SoundKentongan("", lat=-7.9778, lon=112.6349)).result
    assert desk.incident(str(pointed["incident_id"])).area_code is not None


def test_the_code_book_is_the_shift_leads_and_nobody_edits_an_old_one(desk: Desk) -> None:
    codes = (RadioCode("8-6", "dimengerti"), RadioCode("9-9", "uji"))
    lead, operator = desk.person(Role.SHIFT_LEAD), desk.person(Role.OPERATOR)
    with pytest.raises(NotAllowed):
        desk.do(SetRadioCodes(True, codes), act=operator)
    desk.do(SetRadioCodes(True, codes), act=lead)
    with pytest.raises(Conflict):
        desk.do(SetRadioCodes(False, codes), act=lead)
    desk.do(SetRadioCodes(False, codes[:1], before=1), act=lead)
    setting = desk.look().get("room_setting", "radio_codes")
    assert setting is not None
    assert setting.value == {"on": False, "codes": [["8-6", "dimengerti"]]}


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        ((RadioCode(" ", "x"),), "radio_code_incomplete"),
        ((RadioCode("1", "x" * 121),), "text_too_long"),
        ((RadioCode("1", "x"),) * (MOST_CODES + 1), "radio_codes_too_many"),
        ((RadioCode("1", "x" * 120),) * 80, "radio_codes_too_many"),
    ],
)
def test_a_code_book_has_its_limits(desk: Desk, codes: tuple[RadioCode, ...], why: str) -> None:
    with pytest.raises(OperatorError, match=why):
        desk.do(SetRadioCodes(True, codes), act=desk.person(Role.SHIFT_LEAD))


def test_the_month_counts_lines_that_stand_by_partner_activity_and_kelurahan(
    desk: Desk, clock: HandClock
) -> None:
    desk.do(RegisterPartner(PartnerKind.SENKOM, "Pak Slamet", "SENKOM 21", "Sawojajar", "5"))
    since = clock.now()
    for text in ("patroli aman", "patroli lagi", "banjir"):
        logged(desk, text, call_sign="senkom 21")
    logged(desk, "patroli aman", call_sign="entah")
    desk.do(StrikeRadio(logged(desk, "patroli keliru", call_sign="senkom 21")))
    clock.turn(60)
    until = clock.now()
    logged(desk, "patroli bulan depan", call_sign="senkom 21")
    counted = desk.room.database.history.activities(since, until)
    area = next(iter(desk.look().all("partner"))).area_code
    assert list(counted) == [
        ActivityCount("", "patroli", "", 1),
        ActivityCount("senkom", "bencana", area, 1),
        ActivityCount("senkom", "patroli", area, 2),
    ]
