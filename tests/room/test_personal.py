"""Whoever reports is sealed before anything else is done with the record, on both engines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.room import ConnectSource
from command_center.commands.sealed import OpenSealed
from command_center.connectors.intake_page import PageResult, send_page
from command_center.contract.page import parse_page, write_page
from command_center.contract.records import Person
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment, AttachmentState, Report
from tests.room.desk import Desk

AT = "2026-11-21T14:00:00+07:00"
NAME, PHONE = "Bu Sulastri Kenari", "0812-3456-7890"
PERSON = {"name": NAME, "phone": PHONE}


@pytest.fixture
def taking(desk: Desk) -> Desk:
    desk.do(ConnectSource("jmp", "Jogo Malang Presisi", ""), act=desk.room.console)
    return desk


def report(id: str = "w1", **given: Any) -> dict[str, Any]:
    return {"type": "report", "id": id, "at": AT, "text": "asap tebal", **given}


def send(desk: Desk, *records: dict[str, Any], source: str = "jmp") -> PageResult:
    page = parse_page(write_page(records, "", more=False))
    return send_page(desk.room.lane, source, desk.room.system, page, desk.room.sealer())


def reports(desk: Desk) -> list[Report]:
    return list(desk.look().all("report"))


def log_of(desk: Desk) -> str:
    return "\n".join(repr(e.entry) for e in desk.room.database.history.entries())


def opened(desk: Desk, subject_id: str) -> dict[str, str]:
    op_id = desk.do(OpenSealed(subject_id, "menelepon balik")).op_id
    return {item.what: item.text for item in desk.room.vault.open(op_id)}


@pytest.mark.parametrize("reporter", ["open", "rahasia"])
def test_a_person_is_sealed_and_can_be_called_back(taking: Desk, reporter: str) -> None:
    send(taking, report(reporter=reporter, person=PERSON))
    (kept,) = reports(taking)
    assert kept.subject_id is not None
    assert opened(taking, kept.subject_id) == PERSON
    assert NAME not in log_of(taking)
    assert PHONE not in log_of(taking)


def test_of_who_reports_anonymously_nothing_is_kept(taking: Desk) -> None:
    send(taking, report(reporter="anonim", person=PERSON, text=f"{NAME}: ada api"))
    (kept,) = reports(taking)
    assert (kept.subject_id, kept.reporter_ref) == (None, "")
    assert kept.text == "Bu [disembunyikan]: ada api"
    assert taking.room.vault.standing() == []


def test_what_a_hidden_reporter_wrote_of_themselves_is_sealed_with_them(taking: Desk) -> None:
    text = "saya Sulastri, telepon 081234567890, ada api"
    send(taking, report(reporter="rahasia", person=PERSON, text=text))
    (kept,) = reports(taking)
    assert kept.text == "saya [disembunyikan], telepon [disembunyikan], ada api"
    assert kept.subject_id is not None
    assert opened(taking, kept.subject_id)["text"] == text


def test_a_record_read_twice_is_one_subject(taking: Desk) -> None:
    assert send(taking, report(person=PERSON)).stored == 1
    assert send(taking, report(person=PERSON)).known == 1
    assert len(taking.room.vault.standing()) == 1


def test_reporters_are_told_apart_by_number_whatever_the_source(taking: Desk) -> None:
    taking.do(ConnectSource("wa", "WhatsApp", ""), act=taking.room.console)
    send(taking, report("a", person=PERSON), report("b", person={"phone": "0812-000-0000"}))
    send(taking, report("c", person={"contact": "+62 812 3456 7890"}), source="wa")
    refs = {one.external_id: one.reporter_ref for one in reports(taking)}
    assert refs["a"] == refs["c"] != refs["b"]
    assert all(refs.values())


def test_a_conflicting_record_with_a_person_is_sealed_not_logged(taking: Desk) -> None:
    send(taking, report(person=PERSON))
    assert send(taking, report(person={"name": "Pak Darmaji"})).conflicting == 1
    assert "Darmaji" not in log_of(taking)
    (entry,) = [
        e.entry for e in taking.room.database.history.entries() if e.entry.kind == "record.conflict"
    ]
    subject = str(entry.inputs["result"]["subject_id"])
    assert "Darmaji" in opened(taking, subject)["raw"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"lat": "x", "person": PERSON},
        {"lat": "x", "reporter": "rahasia", "text": NAME},
        {"lat": "x", "pelapor": NAME},
        {"type": "laporan", "text": NAME},
        {"lat": "x", "text": {"nama": NAME}},
        {"reporter": NAME},
    ],
)
def test_a_refused_record_that_may_name_somebody_is_sealed_not_logged(
    taking: Desk, wrong: dict[str, Any]
) -> None:
    assert send(taking, report(**wrong)).refused == 1
    assert NAME not in log_of(taking)
    entry = list(taking.room.database.history.entries())[-1].entry
    assert entry.kind == "record.refused"
    raw = opened(taking, str(entry.inputs["result"]["subject_id"]))["raw"]
    assert NAME in json.dumps(json.loads(raw), ensure_ascii=False)


def test_a_refused_anonymous_record_keeps_everything_but_the_person(taking: Desk) -> None:
    send(taking, report(reporter="Anonymous", person=PERSON, text=f"{NAME}: api", nama=NAME))
    assert NAME not in log_of(taking)
    entry = list(taking.room.database.history.entries())[-1].entry
    assert "[disembunyikan]: api" in entry.inputs["raw"]
    assert taking.room.vault.standing() == []


def test_a_subject_is_shown_with_the_incident_its_report_made(taking: Desk) -> None:
    send(taking, report(person=PERSON))
    (incident,) = taking.look().all("incident")
    (sealed,) = taking.room.vault.about(incident.id)
    assert sealed.what == ("name", "phone")


def test_one_alone_is_sealed_as_a_page_is(taking: Desk) -> None:
    sealer = taking.room.sealer()
    now = taking.room.clock.now()
    subject, ref = sealer.seal("jmp", "report:w1", Person(phone=PHONE), now)
    send(taking, report(person={"phone": PHONE}))
    (kept,) = reports(taking)
    assert (kept.subject_id, kept.reporter_ref) == (subject, ref)
    assert sealer.seal("jmp", "report:w2", None, now) == (None, "")


def test_a_subject_that_is_gone_stays_gone(taking: Desk, room: OpenedRoom) -> None:
    room.vault.keep({"s": {"name": "satu"}}, room.clock.now())
    room.vault.keep({"s": {"name": "dua"}}, room.clock.now())
    assert opened(taking, "s") == {"name": "satu"}


def test_a_page_of_many_persons_is_sealed_in_one_go(taking: Desk) -> None:
    many = [report(f"w{n}", person={"name": f"Nama {n}", "phone": "1"}) for n in range(620)]
    assert send(taking, *many).stored == 620
    assert len(taking.room.vault.standing()) == 620


def test_attachments_are_asked_for_once(taking: Desk) -> None:
    files = [{"url": "https://contoh.id/1.jpg"}, {"url": "https://contoh.id/1.jpg"}]
    send(taking, report(attachments=files))
    update = {"type": "report_update", "id": "u1", "at": AT, "report": "w1"}
    send(taking, {**update, "attachments": [*files, {"url": "https://contoh.id/2.jpg"}]})
    found: list[Attachment] = list(taking.look().all("attachment"))
    assert sorted(one.reference[-5:] for one in found) == ["1.jpg", "2.jpg"]
    assert {one.state for one in found} == {AttachmentState.REQUESTED}


def test_a_database_that_does_not_answer_lets_nothing_through(
    taking: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise OperatorError("database_unreachable")

    monkeypatch.setattr(type(taking.room.vault), "keep", gone)
    with pytest.raises(OperatorError, match="database_unreachable"):
        send(taking, report(person=PERSON), report("w2"))
    assert reports(taking) == []
