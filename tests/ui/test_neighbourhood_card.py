"""Who lives where the incident is; visits are asked there, run against a clock and are answered."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.visit import AskVisit, DoneVisit
from command_center.domain.incident import Priority
from command_center.domain.partner import NightWatch, Partner, PartnerKind, Rating, RatingLevel
from command_center.domain.referral import Visit
from command_center.ui.radio.neighbourhood import rw_in
from command_center.ui.radio.neighbourhood_card import NeighbourhoodCard
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, incident, picture_rows
from tests.ui.seats import Desk, malang

_PLACE = malang().gazetteer.locate("Sawojajar")
assert _PLACE is not None
AREA = _PLACE.code


def visit(id: str, due_s: float, **given: Any) -> Visit:
    values: dict[str, Any] = {"done_at": None, "outcome": "", **given}
    where: dict[str, Any]
    due, asked = NOW + timedelta(seconds=due_s), NOW - timedelta(hours=1)
    where = {"area_code": AREA, "rw": "05", "text": "Sambangi lansia"}
    return Visit(id, 1, "incident-300", "p-5", **where, asked_at=asked, asked_by="staff-rs",
                 due_at=due, **values)  # fmt: skip


def partner(id: str, kind: PartnerKind, name: str, rw: str, reach: str = "") -> Partner:
    return Partner(id, 1, kind, name, "", AREA, rw, reach, None)


class Card:
    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.card = NeighbourhoodCard(desk.seat)
        qtbot.addWidget(self.card)
        self.card.resize(420, 300)
        desk.seat.selection.select_incident("incident-300")
        desk.settle()

    def shown(self) -> list[str]:
        return [label.text() for label in self.card.visits if not label.isHidden()]


@pytest.fixture
def card(new_desk: MakeDesk, qtbot: QtBot) -> Card:
    rows = [
        *picture_rows(),
        incident(300, "Lansia sendirian", Priority.P3, 60, "Jl. Danau RW 5", AREA),
        incident(301, "Di tempat lain", Priority.P3, 60, "", "35.73.02.1007"),
        partner("p-7", PartnerKind.POLISI_RW, "Wati", "07"),
        partner("p-5", PartnerKind.BHABINKAMTIBMAS, "Sari", "05", "0812-1"),
        partner("p-0", PartnerKind.SENKOM, "Slamet", ""),
        # a quarter past two on a Saturday afternoon
        NightWatch("w-1", 1, AREA, "05", 5, "13:00", "15:00", 6, "Pak RT", None),
        NightWatch("w-2", 1, AREA, "07", 5, "22:00", "04:00", 6, "", None),
        Rating("r-1", 1, AREA, "", "05", "banjir", RatingLevel.HIGH, "", None, "Babinsa", NOW),
        Rating("r-2", 1, AREA, "", "", "laka", RatingLevel.LOW, "", None, "Babinsa", NOW),
    ]
    return Card(new_desk(rows=rows), qtbot)


@pytest.mark.parametrize(
    ("text", "rw"), [("Jl. A RW 5", "05"), ("rw.12/RT 3", "12"), ("krw 5", ""), ("", "")]
)
def test_the_rw_is_read_from_the_address(text: str, rw: str) -> None:
    assert rw_in(text) == rw


def test_it_says_who_lives_there_the_own_rw_first(card: Card) -> None:
    said = card.card.partners.text()
    assert (
        said == "Sari (Bhabinkamtibmas, RW 05, 0812-1) · Slamet (Senkom) · Wati (Polisi RW, RW 07)"
    )
    assert card.card.watch.text() == "Sedang ronda: RW 05: 6 orang sampai 15:00 Pak RT"
    assert card.card.ratings.text() == "Kerawanan: banjir: tinggi (RW 05) · laka: rendah"
    assert card.card.title.text() == "LINGKUNGAN SAWOJAJAR"


def test_it_hides_where_nothing_is_known(card: Card) -> None:
    assert not card.card.isHidden()
    card.desk.seat.selection.select_incident("incident-301")
    assert card.card.isHidden()
    card.desk.seat.selection.select_incident(None)
    assert card.card.isHidden()


def test_a_visit_is_asked_with_the_rw_of_the_address(card: Card) -> None:
    card.desk.seat.asking.ask("incident.visit", "incident-300")
    form = card.card.form
    assert not form.isHidden()
    form.inside["text"].setText("Sambangi lansia")  # type: ignore[union-attr]
    card.desk.recorder.result = {"told": False}
    QTest.keyClick(form, Qt.Key.Key_Return)
    card.desk.settle()
    asked = AskVisit("incident-300", "Sambangi lansia", rw="05", due_minutes=1440)
    assert card.desk.commands == [asked]
    assert card.desk.notices[-1].code == "visit_by_voice"
    assert form.isHidden()


def test_visits_run_against_their_clock_and_the_overdue_stand_first(card: Card) -> None:
    card.desk.add(visit("v-1", 600), visit("v-2", -300))
    card.desk.settle()
    assert [text.rsplit(" · ", 1)[1] for text in card.shown()] == ["terlambat 5 m", "sisa 10 m"]
    assert "Sawojajar RW 05 · Sari · Sambangi lansia" in card.shown()[0]
    card.desk.seat.live.ticked.emit(NOW + timedelta(seconds=900))
    assert card.shown()[1].endswith("terlambat 5 m")


def test_what_came_of_it_is_written_to_the_first_that_waits(card: Card) -> None:
    card.desk.add(visit("v-1", 600), visit("v-2", -300))
    card.desk.settle()
    card.desk.seat.asking.ask("incident.visited", "incident-300")
    card.card.outcome.inside["outcome"].setText("aman")  # type: ignore[union-attr]
    QTest.keyClick(card.card.outcome, Qt.Key.Key_Return)
    card.desk.settle()
    assert card.desk.commands == [DoneVisit("v-2", "aman")]
    card.desk.change(card.desk.row("visit", "v-2"), done_at=NOW, outcome="aman")
    card.desk.settle()
    assert card.shown()[1].endswith("selesai: aman")


def test_another_incident_closes_what_was_being_asked(card: Card) -> None:
    card.desk.seat.asking.ask("incident.visit", "incident-300")
    card.desk.seat.selection.select_incident("incident-301")
    assert card.card.form.isHidden()
    assert card.card.isHidden()
