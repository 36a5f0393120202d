"""A citizen's complaint goes into the room and its answers come back, over real HTTP both ways,
on both engines."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from command_center.bootstrap.deliveries import make_deliveries
from command_center.bootstrap.gateway import Intake
from command_center.bootstrap.sources import SourceKeeper
from command_center.commands.dispatch import OrderUnits
from command_center.commands.notice import ApproveNotice, DraftNotice, WithdrawNotice
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    UnmergeIncident,
    VerifyIncident,
)
from command_center.domain.incident import Disposition, Incident, Priority, ReporterKind
from command_center.domain.referral import NoticeKind
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.exercise.systems.jogo_malang import JogoMalang, make
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_deliver import until
from tests.storage.rows import acting


@pytest.fixture
def jmp(clock: HandClock) -> Iterator[JogoMalang]:
    simulator = make(1, clock, "live")
    simulator.start()
    yield simulator
    simulator.stop()


class Town(Desk):
    """The room with its intake at work, told of the log as a window would be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.room)
        self.intake = Intake(desk.room, (SourceKeeper, make_deliveries))
        self.intake.hold_or_leave()

    def until(self, true: object) -> bool:
        def follows() -> bool:
            self.intake.follow(self.look())
            for part in self.intake.parts:
                part.follow(self.look())
            return bool(true())  # type: ignore[operator]

        return until(follows)

    def incident_of(self, id: str) -> Incident:
        look = self.look()
        report = next(row for row in look.all("report") if row.external_id == id)
        link = next(row for row in look.all("incident_report") if row.report_id == report.id)
        return self.incident(link.incident_id)

    def knows(self, *ids: str) -> bool:
        return set(ids) <= {row.external_id for row in self.look().all("report")}


@pytest.fixture
def town(desk: Desk, jmp: JogoMalang) -> Iterator[Town]:
    source = Source("jmp", 1, "JMP", SourceKind.PULL, jmp.url, True, "", reply_url=jmp.url)
    with acting(desk.room.database.storage) as work:
        work.add(replace(source, options={"notices": "yes"}))
    town = Town(desk)
    yield town
    town.intake.stop()


def test_a_complaint_verified_ordered_and_closed_is_seen_so_by_the_citizen(
    town: Town, jmp: JogoMalang
) -> None:
    id = jmp.wadul("knalpot brong balapan", area="Dinoyo")
    assert town.until(lambda: town.knows(id))
    incident = town.incident_of(id).id
    town.do(VerifyIncident(incident))
    town.do(OrderUnits(incident, (town.unit("SAMAPTA 12").id,), "merapat"))
    town.do(CloseIncident(incident, Disposition.RESOLVED))
    seen = ["terverifikasi", "dalam proses", "selesai"]
    assert town.until(lambda: len(jmp.complaints[id].statuses) == len(seen))
    assert jmp.complaints[id].statuses == seen


def test_the_panic_button_is_a_p1_that_rings_where_the_phone_is(
    town: Town, jmp: JogoMalang
) -> None:
    id = jmp.panic(-7.9797, 112.6304)
    assert town.until(lambda: town.knows(id))
    incident = town.incident_of(id)
    assert (incident.priority, incident.lat) == (Priority.P1, -7.9797)
    (alarm,) = town.look().open_alarms()
    assert (alarm.type, alarm.subject_id) == (AlarmType.PANIC, incident.id)


@pytest.mark.parametrize("visibility", ["open", "rahasia", "anonim"])
def test_whoever_wants_to_be_seen_how_hears_of_it_alike(
    town: Town, jmp: JogoMalang, visibility: str
) -> None:
    id = jmp.wadul("pencurian", visibility=visibility, person={"name": "Sri Wahyuni"})
    assert town.until(lambda: town.knows(id))
    (report,) = town.look().all("report")
    assert report.reporter is ReporterKind(visibility)
    town.do(VerifyIncident(town.incident_of(id).id))
    assert town.until(lambda: jmp.complaints[id].statuses == ["terverifikasi"])
    (delivery,) = town.look().all("delivery")
    assert "Sri" not in str(delivery)


def test_who_was_merged_and_parted_again_sees_the_correction(town: Town, jmp: JogoMalang) -> None:
    first, second = jmp.wadul("pohon tumbang"), jmp.wadul("lampu padam")
    assert town.until(lambda: town.knows(first, second))
    winner, loser = town.incident_of(first).id, town.incident_of(second).id
    town.do(MergeIncidents(winner, loser))
    town.do(CloseIncident(winner, Disposition.RESOLVED))
    town.do(UnmergeIncident(loser))
    assert town.until(lambda: len(jmp.complaints[second].statuses) == 2)
    assert jmp.complaints[second].statuses == ["selesai", "koreksi: diterima"]
    assert jmp.complaints[first].statuses == ["selesai"]


def test_killed_and_revived_it_misses_nothing_and_hears_nothing_twice(
    town: Town, jmp: JogoMalang
) -> None:
    before = jmp.wadul("sebelum")
    assert town.until(lambda: town.knows(before))
    jmp.kill()
    town.do(VerifyIncident(town.incident_of(before).id))
    during = jmp.wadul("selagi mati")
    health = town.room.database.telemetry.health
    assert town.until(lambda: ("delivery", "jmp") in health())
    jmp.revive()
    assert town.until(lambda: town.knows(before, during))
    assert town.until(lambda: jmp.complaints[before].statuses == ["terverifikasi"])
    assert len(jmp.heard) == 1


def test_a_public_notice_is_read_in_the_app_until_it_is_withdrawn(
    town: Town, jmp: JogoMalang
) -> None:
    drafted = town.do(DraftNotice(NoticeKind.ROAD_CLOSED, "Jl. Ijen ditutup", "Lewat Jl. Kawi."))
    id = str(drafted.result["notice_id"])
    town.do(ApproveNotice(id))
    assert town.until(lambda: id in jmp.notices)
    assert (jmp.notices[id].title, jmp.notices[id].withdrawn) == ("Jl. Ijen ditutup", False)
    town.do(WithdrawNotice(id))
    assert town.until(lambda: jmp.notices[id].withdrawn)


def test_what_it_sends_by_itself_is_of_the_contract(town: Town, jmp: JogoMalang) -> None:
    ids = {jmp.say_something() for _ in range(40)}
    assert town.until(lambda: town.knows(*ids))
    assert {row.channel for row in town.look().all("report")} == {"wadul", "panic"}
