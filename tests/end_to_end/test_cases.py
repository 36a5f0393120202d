"""Cases of Sijalinmaja through the real window and back: ours are worked off and their outcome goes
back under both numbers, those of somebody else go there by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from command_center.contract.messages import ReplyMessage, StatusMessage
from command_center.domain.referral import Referral
from command_center.exercise.systems import agencies, sijalinmaja
from command_center.exercise.systems.sijalinmaja import Sijalinmaja
from tests.end_to_end.city import City

PLACE = {"lintang": "-7.9513", "bujur": "112.6102"}


@pytest.fixture
def offices(city: City) -> Sijalinmaja:
    made = sijalinmaja.make(1, city.clock)
    city.play(made)
    id, name, profile = sijalinmaja.SOURCE_ID, sijalinmaja.NAME, sijalinmaja.PROFILE
    city.read(id, name, made.url, profile, reply_url=made.url)
    return made


def statuses(offices: Sijalinmaja, case: str) -> list[str]:
    told = [m for m in offices.heard.values() if isinstance(m, StatusMessage)]
    return [message.status for message in told if message.report == case]


def outcomes(offices: Sijalinmaja, case: str) -> list[tuple[str, str]]:
    """(our number, what became of it), oldest first."""
    return [(one.number, one.state) for one in offices.outcomes.get(case, [])]


def test_a_case_of_ours_is_worked_off_and_its_office_reads_what_became_of_it(
    city: City, offices: Sijalinmaja
) -> None:
    case = offices.case("gangguan_kamtibmas", "Sekelompok orang memalak sopir", **PLACE)
    incident = city.pick(case)
    number = f"{incident.day}-{incident.number:03}"
    city.press(Qt.Key.Key_V)
    city.until(lambda: outcomes(offices, case) == [(number, "accepted")])
    city.order()
    city.until(lambda: statuses(offices, case) == ["verified", "in_progress"])
    city.reply("Regu Samapta di lokasi.")
    city.close()
    city.until(lambda: statuses(offices, case) == ["verified", "in_progress", "closed"])
    city.until(lambda: outcomes(offices, case) == [(number, "accepted"), (number, "done")])
    replies = [m.text for m in offices.heard.values() if isinstance(m, ReplyMessage)]
    assert replies == ["Regu Samapta di lokasi."]
    assert offices.repeated == 0
    line = city.detail.replies.lines[0]
    city.until(lambda: line.text().endswith("kasus selesai, didengar " + line.text()[-5:]))
    assert line.text().startswith(f"{sijalinmaja.NAME} {case}: ")
    assert "menunggu" not in line.text()


def test_a_case_of_somebody_else_is_there_before_anybody_looks(
    city: City, offices: Sijalinmaja
) -> None:
    others = agencies.make(1, city.clock, "live")
    city.play(others)
    for command in others.commands(city.situation.all("agency")):
        city.administer(command)
    for one in others.systems:
        city.read(one.source_id, one.name, one.url, reply_url=one.url)
    city.until(lambda: city.situation.source("dlh"))
    case = offices.case("pohon_tumbang", "Pohon menutup jalan", **PLACE)
    city.until(lambda: others.accepting.referrals)
    incident = city.pick(case)
    (row,) = city.situation.all("referral")
    assert isinstance(row, Referral)
    assert (row.incident_id, row.agency_id) == (incident.id, "dlh")
    card = city.detail.referrals.cards[row.id]
    city.until(lambda: card.state.text() == "Diterima")
    assert "DLH-0001" in card.said.text()
