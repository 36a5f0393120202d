"""Hospitals asked from the real window to stand by: one answers through the gateway, one never
does until somebody telephones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from command_center.domain.referral import Standby, StandbyState
from command_center.domain.room import AlarmType
from command_center.exercise.systems.hospitals import (
    HAVE_NAME,
    HAVE_PROFILE,
    HAVE_SOURCE_ID,
    NAME,
    SOURCE_ID,
    HospitalSystem,
    make,
)
from command_center.ui.hospitals.standby_row import StandbyRow
from command_center.ui.hospitals.words import state_text
from tests.end_to_end.city import CTRL, PLACE, City, in_sight

ANSWER_S = 301
UNANSWERED = AlarmType.STANDBY_UNANSWERED


@pytest.fixture
def hospitals(city: City) -> HospitalSystem:
    """What they say of themselves comes by both ways: read as EDXL-HAVE, posted by contract."""
    made = make(7, city.clock, "live")
    city.play(made)
    made.post_to(city.let_in(SOURCE_ID, NAME, reply_url=made.url))
    city.read(HAVE_SOURCE_ID, HAVE_NAME, made.have_url, HAVE_PROFILE)
    city.until(lambda: all(h.source_id == SOURCE_ID for h in city.situation.all("hospital")))
    city.until(lambda: all("ed_status" in h.figures for h in city.situation.all("hospital")))
    return made


def ask(city: City, hospital: str, text: str) -> StandbyRow:
    """From the form that stands open."""
    form, known = city.detail.hospitals.form, set(city.detail.hospitals.cards)
    city.choose(form.hospital, hospital)
    city.press(Qt.Key.Key_Tab)
    city.type(text)
    city.press(Qt.Key.Key_Return)
    city.until(lambda: set(city.detail.hospitals.cards) - known)
    (id,) = set(city.detail.hospitals.cards) - known
    return city.detail.hospitals.cards[id]


def row(city: City, card: StandbyRow) -> Standby:
    found = city.situation.get("standby", card.row.id)
    assert isinstance(found, Standby)
    return found


def test_one_hospital_answers_and_the_other_is_telephoned(
    city: City, hospitals: HospitalSystem
) -> None:
    incident = city.pick(city.jmp.wadul("bus menabrak tiang, banyak luka", "laka_lantas", **PLACE))
    form = city.detail.hospitals.form
    city.press(Qt.Key.Key_H)
    city.until(form.hospital.hasFocus)
    city.click(form.counts["serious"])
    QTest.keyClick(form.counts["serious"], Qt.Key.Key_A, CTRL)
    city.type("2")
    city.click(form.count)
    city.until(lambda: "LB 2" in city.detail.hospitals.casualties.text())
    first = next(code for code in hospitals.codes if code != hospitals.silent)
    card = ask(city, first, "bus, luka bakar")
    city.until(lambda: row(city, card).state is not StandbyState.ASKED)
    (heard,) = hospitals.standbys
    assert (heard.hospital, heard.serious, heard.text) == (first, 2, "bus, luka bakar")
    answered = StandbyState[hospitals.answered[card.row.id].upper()]
    city.until(lambda: card.state.text() == state_text(answered))
    assert f"“{row(city, card).answer}”" in card.said.text()
    quiet = ask(city, hospitals.silent, "bus, luka bakar")
    city.until(lambda: len(hospitals.standbys) == 2)
    city.press(Qt.Key.Key_Escape)
    city.seat.selection.select_incident(None)
    city.clock.turn(ANSWER_S)
    city.until(lambda: city.alarm(UNANSWERED))
    city.until(lambda: city.alarm(AlarmType.SOURCE_DOWN) is None)
    city.answer(UNANSWERED)
    assert city.seat.selection.incident_id == incident.id
    quiet = city.detail.hospitals.cards[quiet.row.id]
    city.until(lambda: in_sight(quiet))
    assert "terlambat" in quiet.state.text()
    city.click(quiet.answers[StandbyState.READY])
    city.until(lambda: quiet.state.text() == state_text(StandbyState.READY))
    assert row(city, quiet).state is StandbyState.READY
    city.until(lambda: UNANSWERED not in {alarm.type for alarm in city.situation.open_alarms()})
    assert hospitals.repeated == 0
