"""Incidents handed to a dinas from the real window, over real HTTP: one refuses, another takes it
and says what came of it, one never answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from command_center.domain.referral import Referral, ReferralState
from command_center.domain.room import AlarmType
from command_center.exercise.systems.agencies import Agencies, make
from command_center.ui.referrals.card import ReferralCard
from command_center.ui.referrals.panel import ReferralsPanel
from tests.end_to_end.city import CTRL, PLACE, City, in_sight

UNANSWERED = AlarmType.REFERRAL_UNANSWERED
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def agencies(city: City) -> Agencies:
    made = make(1, city.clock, "live")
    city.play(made)
    for command in made.commands(city.situation.all("agency")):
        city.administer(command)
    for one in made.systems:
        city.read(one.source_id, one.name, one.url, reply_url=one.url)
    return made


def refer(city: City, code: str) -> ReferralCard:
    """With the keyboard alone."""
    known, form = set(city.detail.referrals.cards), city.detail.referrals.form
    city.press(Qt.Key.Key_T)
    city.until(form.picker.field.hasFocus)
    city.type(code)
    city.press(Qt.Key.Key_Return)
    city.until(form.words.hasFocus)
    city.press(Qt.Key.Key_Return, CTRL)
    city.until(lambda: set(city.detail.referrals.cards) - known)
    (id,) = set(city.detail.referrals.cards) - known
    return city.detail.referrals.cards[id]


def row(city: City, id: str) -> Referral:
    found = city.situation.get("referral", id)
    assert isinstance(found, Referral)
    return found


def test_one_refuses_and_another_says_what_came_of_it(city: City, agencies: Agencies) -> None:
    city.pick(city.jmp.wadul("pohon tumbang menutup jalan", "pohon_tumbang", **PLACE))
    refused = refer(city, "dishub")
    city.until(lambda: refused.state.text() == "Ditolak")
    (heard,) = agencies.refusing.told
    said = row(city, refused.row.id)
    assert heard.text == said.text
    assert said.reason
    assert f"alasan: “{said.reason}”" in refused.said.text()
    city.press(Qt.Key.Key_R, ALT)
    listed = city.panel("referrals", ReferralsPanel)
    city.until(listed.view.hasFocus)
    assert listed.head.text() == "1 ditolak: kembali ke kita"
    accepted = refer(city, "dlh")
    assert listed.head.text() == "1 penerusan terbuka"
    city.until(lambda: accepted.state.text() == "Diterima")
    assert "nomor DLH-0001" in accepted.said.text()
    city.clock.turn(61)
    city.until(lambda: accepted.state.text() == "Selesai")
    assert row(city, accepted.row.id).outcome in accepted.said.text()
    assert row(city, refused.row.id).state is ReferralState.REFUSED
    assert agencies.refusing.repeated + agencies.accepting.repeated == 0


def rings_again(city: City, id: str, step: int) -> None:
    """For whoever looks at something else; the key that answers it leads there."""
    city.seat.selection.select_incident(None)
    city.until(lambda: row(city, id).escalated == step)
    city.until(lambda: city.alarm(UNANSWERED))
    city.until(lambda: city.alarm(AlarmType.SOURCE_DOWN) is None)
    assert city.desk.window.banner.isVisible()
    city.answer(UNANSWERED)
    card = city.detail.referrals.cards[id]
    city.until(lambda: in_sight(card))
    assert card.step.text().startswith(f"Langkah {step}")
    assert card.clock.text().startswith("jawaban terlambat")


def test_one_never_answers_until_somebody_takes_it_back(city: City, agencies: Agencies) -> None:
    city.pick(city.jmp.wadul("lapak menutup trotoar", "pkl", **PLACE))
    id, silent = refer(city, "satpol").row.id, agencies.silent
    city.until(lambda: silent.referrals == [id])
    due_at = row(city, id).answer_due_at
    assert due_at is not None
    answer_s = (due_at - row(city, id).referred_at).total_seconds()
    assert city.alarm(UNANSWERED) is None
    for step in (1, 2, 3):
        city.clock.turn(answer_s)
        rings_again(city, id, step)
    assert "1 terlambat" in city.panel("referrals", ReferralsPanel).head.text()
    city.click(lambda: city.detail.referrals.cards[id].buttons["withdraw"])
    card = city.detail.referrals.cards[id]
    city.type("warga sudah membereskan")
    city.press(Qt.Key.Key_Return)
    city.until(lambda: card.state.text() == "Ditarik")
    city.until(lambda: [message.withdrawn for message in silent.told] == [False, True])
    assert card.step.text() == ""
    city.until(lambda: UNANSWERED not in {alarm.type for alarm in city.situation.open_alarms()})
    assert silent.repeated == 0
