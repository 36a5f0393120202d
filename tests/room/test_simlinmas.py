"""Simlinmas as it is played: activities with a photo, strength, ratings, and a changed form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from command_center.commands.sealed import OpenSealed
from command_center.domain.partner import RatingLevel
from command_center.domain.room import Source
from command_center.domain.unit import UnitStatus
from command_center.exercise.systems import simlinmas
from command_center.exercise.systems.simlinmas import Simlinmas
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.foreign import connect, pulling, read_once


@pytest.fixture
def system(clock: HandClock) -> Iterator[Simlinmas]:
    made = simlinmas.make(1, clock)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def source(desk: Desk, system: Simlinmas) -> Source:
    return connect(desk, simlinmas, url=system.url, profile=simlinmas.PROFILE)


def test_an_activity_comes_with_its_photo_and_its_person_sealed(
    desk: Desk, system: Simlinmas, source: Source
) -> None:
    person = {"nama": "Wagiman Sentosa", "hp": "081233344455"}
    system.activity("Keributan", "saling dorong", pelapor=person, kelurahan="Klojen")
    assert read_once(desk, source).stored == 1
    (report,) = desk.look().all("report")
    assert (report.channel, report.category) == ("activity", "keributan")
    (asked,) = desk.look().all("attachment")
    assert asked.reference == f"{system.url}/foto/LNM-00001.png"
    op_id = desk.do(OpenSealed(report.subject_id, "menelepon balik")).op_id
    assert [item.text for item in desk.room.vault.open(op_id)] == list(person.values())


def test_linmas_are_units_of_that_many_that_are_not_ours(
    desk: Desk, system: Simlinmas, source: Source, clock: HandClock
) -> None:
    system.strength("Klojen", 40, 8)
    read_once(desk, source)
    unit = desk.unit("LINMAS KLOJEN")
    assert (unit.crew, unit.status, unit.status_reason) == (40, UnitStatus.AVAILABLE, "8/40")
    agency = desk.look().agency(unit.agency_id)
    assert agency is not None
    assert (agency.code, agency.ours) == ("linmas", False)
    clock.turn(3600)
    system.strength("Klojen", 41, 0)
    read_once(desk, source)
    unit = desk.unit("LINMAS KLOJEN")
    assert (unit.crew, unit.status) == (41, UnitStatus.OFF_DUTY)


def test_a_strength_that_does_not_add_up_is_refused(
    desk: Desk, system: Simlinmas, source: Source
) -> None:
    system.strength("Klojen", 4, 8)
    system.strength("Atlantis", 4, 1)
    assert read_once(desk, source).refused == 2


def test_a_rating_is_kept_with_its_neighbourhood(
    desk: Desk, system: Simlinmas, source: Source
) -> None:
    system.rate("Klojen", "banjir", "tinggi", "05")
    assert read_once(desk, source).stored == 1
    (rating,) = desk.look().all("rating")
    assert (rating.topic, rating.level, rating.rw) == ("banjir", RatingLevel.HIGH, "05")


def test_what_was_read_is_not_asked_for_again(
    desk: Desk, system: Simlinmas, source: Source
) -> None:
    system.activity("Ronda malam", "aman")
    connector = pulling(desk, source)
    assert connector.poll_once().stored == 1
    system.activity("Ronda malam", "aman")
    result = connector.poll_once()
    assert (result.stored, result.known) == (1, 0)
    assert connector.cursor == "2"


def test_a_changed_form_is_one_alarm_and_no_report_is_lost(
    desk: Desk, system: Simlinmas, source: Source
) -> None:
    for _ in range(25):
        system.activity("Ronda malam", "aman")
    connector = pulling(desk, source)
    assert connector.poll_once().stored == 25
    for number in range(3):
        system.activity("Keributan", f"ribut {number}")
    system.change_form("uraian", "keterangan")
    assert connector.poll_once().stored == 3
    assert connector.poll_once().stored == 0
    (alarm,) = [one for one in desk.look().all("alarm") if one.type == "schema_drift"]
    assert alarm.params == {"source": "Simlinmas", "fields": "+keterangan -uraian"}
    odd = [e.entry for e in desk.room.database.history.entries() if e.entry.kind == "record.odd"]
    assert len(odd) == 3
    subject = str(odd[0].inputs["result"]["subject_id"])
    op_id = desk.do(OpenSealed(subject, "memeriksa bentuk data")).op_id
    assert "ribut 0" in desk.room.vault.open(op_id)[0].text


def test_it_is_down_and_comes_back(desk: Desk, system: Simlinmas, source: Source) -> None:
    system.activity("Ronda malam", "aman")
    system.kill()
    connector = pulling(desk, source)
    with pytest.raises(Exception, match="source_refused"):
        connector.poll_once()
    system.revive()
    assert connector.poll_once().stored == 1
