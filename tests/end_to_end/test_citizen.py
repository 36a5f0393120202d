"""One complaint of Jogo Malang Presisi from the citizen's phone through the real window and back:
real HTTP both ways, and what the citizen sees in the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.deliveries import make_deliveries
from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.gateway import Intake
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.sources import SourceKeeper
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.domain.incident import Incident
from command_center.domain.room import AlarmType, SourceKind
from command_center.domain.unit import UnitStatus
from command_center.exercise.systems.jogo_malang import NAME, PROFILE, SOURCE_ID, JogoMalang, make
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Touched
from command_center.ui.actions.incident import order
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.panel import DetailPanel

PATIENCE_S = 20.0
PERSON = {"name": "Sri Wahyuni", "phone": "081233445566", "national_id": "3573014405880003"}


class Round:
    """The window with the intake behind it, and the citizens."""

    def __init__(self, room: OpenedRoom, desk: Desk, jmp: JogoMalang) -> None:
        self.room, self.desk, self.jmp = room, desk, jmp
        self.seat, self.situation = desk.seat, desk.seat.situation
        detail = desk.window.docks["detail"].findChild(DetailPanel)
        assert isinstance(detail, DetailPanel)
        self.detail = detail
        self.intake = Intake(room, (SourceKeeper, make_deliveries))
        self.intake.hold_or_leave()
        self.seat.live.changed.connect(self.heard)

    def heard(self, touched: Touched) -> None:
        self.intake.follow(self.situation, touched)

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, "it did not come about"
            self.intake.follow(self.situation)
            QTest.qWait(20)

    def received(self, id: str) -> Incident:
        """The incident of the citizen's report, selected, once the window knows it."""

        def found() -> str | None:
            for report in self.situation.all("report"):
                if report.external_id == id:
                    links = self.situation.all("incident_report")
                    return next((x.incident_id for x in links if x.report_id == report.id), None)
            return None

        self.until(lambda: found() is not None)
        incident = self.situation.incident(str(found()))
        assert incident is not None
        self.seat.selection.select_incident(incident.id)
        return incident

    def sees(self, id: str, *lines: str) -> None:
        self.until(lambda: [x.text for x in self.jmp.complaints[id].lines] == list(lines))


@pytest.fixture
def round_trip(qapp: QApplication, tmp_path: Path) -> Iterator[Round]:
    clock = LiveClock()
    room = open_room(f"sqlite:///{tmp_path / 'room.db'}", clock, RoomPlan())
    jmp = make(1, clock, "live")
    jmp.start()
    connect = ConnectSource(
        SOURCE_ID, NAME, jmp.url, kind=SourceKind.PULL, profile=PROFILE, reply_url=jmp.url
    )
    room.lane.submit(connect, act=room.console).result(PATIENCE_S)
    unit = RegisterUnit("SAMAPTA 12", "samapta", home="Klojen", status=UnitStatus.AVAILABLE)
    room.lane.submit(unit, act=room.system).result(PATIENCE_S)
    picture = Picture(None, 0.0, 1600, 900, None, None)
    desk = open_desk(room, "test", picture, PANELS, with_duty=False)
    desk.window.start()
    made = Round(room, desk, jmp)
    yield made
    made.intake.stop()
    jmp.stop()
    desk.window.close()
    desk.close()
    room.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_complaint_verified_ordered_answered_and_closed_is_seen_so_by_the_citizen(
    round_trip: Round, tmp_path: Path
) -> None:
    trip = round_trip
    id = trip.jmp.wadul(
        "knalpot brong tiap malam, hubungi Sri Wahyuni 081233445566",
        "gangguan_ketertiban",
        "rahasia",
        area="Dinoyo",
        person=PERSON,
    )
    incident = trip.received(id)
    ACTIONS["incident.verify"].perform(trip.seat)
    trip.sees(id, "terverifikasi")
    (unit,) = trip.situation.all("unit")
    order(trip.seat, incident.id, (unit.id,), "SAMAPTA 12, merapat.")
    trip.sees(id, "terverifikasi", "dalam proses")
    ACTIONS["incident.reply"].perform(trip.seat)
    field = trip.detail.bar.field
    assert field is not None
    QTest.keyClicks(field, "Petugas menuju lokasi.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    trip.sees(id, "terverifikasi", "dalam proses", "Petugas menuju lokasi.")
    ACTIONS["incident.close"].perform(trip.seat)
    QTest.keyClick(trip.detail.bar, Qt.Key.Key_1)
    trip.sees(id, "terverifikasi", "dalam proses", "Petugas menuju lokasi.", "selesai")
    card = trip.detail.replies
    trip.until(lambda: card.lines[0].text().count("didengar") == 4)
    assert "menunggu" not in card.lines[0].text()
    said = repr(list(trip.room.database.history.entries()))
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("room.db*"))
    for secret in PERSON.values():
        assert secret not in said
        assert secret.encode() not in stored
    assert "Sri" not in repr(trip.jmp.heard)


def test_who_was_merged_by_mistake_reads_the_correction(round_trip: Round) -> None:
    trip = round_trip
    first, second = trip.jmp.wadul("pohon tumbang"), trip.jmp.wadul("lampu jalan padam")
    winner, loser = trip.received(first), trip.received(second)
    ACTIONS["incident.merge"].perform(trip.seat)
    QTest.keyClick(trip.detail.bar, Qt.Key.Key_1)
    trip.until(lambda: bool(trip.situation.merged_into(winner.id)))
    trip.seat.selection.select_incident(winner.id)
    ACTIONS["incident.reply"].perform(trip.seat)
    field = trip.detail.bar.field
    assert field is not None
    QTest.keyClicks(field, "Pohon sedang dipotong.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    trip.sees(first, "Pohon sedang dipotong.")
    trip.sees(second, "Pohon sedang dipotong.")
    trip.seat.selection.select_incident(loser.id)
    ACTIONS["incident.unmerge"].perform(trip.seat)
    trip.sees(second, "Pohon sedang dipotong.", "koreksi: diterima")
    trip.sees(first, "Pohon sedang dipotong.")
    trip.until(lambda: "koreksi: diterima, didengar" in trip.detail.replies.lines[0].text())


def test_a_panic_button_rings_in_the_window_before_anybody_asks(round_trip: Round) -> None:
    trip = round_trip
    incident = trip.received(trip.jmp.panic(-7.9797, 112.6304, person=PERSON))
    (alarm,) = trip.situation.open_alarms()
    assert (alarm.type, alarm.subject_id) == (AlarmType.PANIC, incident.id)
    assert incident.priority.value == "P1"
