"""Every reason of a card has its sentence, and the sentence has its values."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from command_center.advice.recommend.cards import Arrival, Card, KnockOn, Reason, Why
from command_center.advice.recommend.coverage import Hole
from command_center.domain.incident import Priority
from command_center.situation.advising.advice import Drive, Offer
from command_center.ui.detail import offer_words as words
from command_center.ui.detail.arrival_words import in_full, interval, span

PARAMS: dict[str, Any] = {
    "number": "#0146", "priority": "P3", "age_s": 720.0, "doing": "on_scene", "others": 2,
    "waits_s": 300.0, "unit": "SAMAPTA 09", "target_s": 600.0, "pulls": 3, "agency": "Damkar",
    "low_s": 60.0, "high_s": 900.0, "eta_s": 240.0, "kecamatan": "Sukun", "before": 1, "after": 0,
}  # fmt: skip
ROAD = Drive(190.0, 130.0, 301.0, 130.0, "road", "", False, "car")
NEVER = float("inf")
ENDLESS = Drive(NEVER, NEVER, NEVER, NEVER, "road", "cut_off", False, "car")


def offer(drive: Drive = ROAD, **fields: Any) -> Offer:
    card = Card(
        "u", "SAMAPTA 14", Arrival(drive.seconds, drive.low_s, drive.high_s), True, False, (0,),
        (), None, None, (),
    )  # fmt: skip
    return Offer(replace(card, **fields), "patroli", 4, "Samapta", ("patroli",), drive, 5.0)


@pytest.mark.parametrize("code", [code for code in Why if code is not Why.UNDER_FLOOR])
def test_every_reason_is_a_whole_sentence(qapp: QApplication, code: Why) -> None:
    said = words.reason_text(Reason(code, PARAMS))
    assert said.endswith(".")
    assert "%" not in said
    assert "None" not in said


def test_a_pull_says_what_it_costs_in_three_lines(qapp: QApplication) -> None:
    pull = KnockOn("i", "#0146", Priority.P3, 300.0, "SAMAPTA 09", 1, False, True)
    card = offer(
        knock_on=pull, reasons=(Reason(Why.PULLED, PARAMS), Reason(Why.JOB_RELIEF, PARAMS))
    )
    assert words.headline(card) == "SAMAPTA 14 · 4 m"
    assert words.what_it_is(card, straight=False) == "ditarik dari #0146 (P3)"
    assert words.price(card) == "#0146 menunggu 5 m"
    assert "Ditarik dari #0146 (P3, umur 12 m), boleh pergi." in words.why(card)
    stays = replace(pull, abandoned=False)
    assert words.price(offer(knock_on=stays)) == "#0146 tetap ditangani"


def test_a_hole_is_named_with_what_is_left(qapp: QApplication) -> None:
    holes = (Hole("Sukun", 0.2, "Bandulan", 2, 1, False), Hole("Klojen", 0.1, "Kauman", 1, 0, True))
    card = offer(holes=holes)
    assert words.price(card) == "jangkau Sukun 2→1"
    assert words.is_dear(card)
    said = words.why(card)
    assert "Jangkau, yaitu unit siap yang sampai pada waktunya di mana pun berdiri: " in said
    assert "Sukun (Bandulan) 2→1, Klojen (Kauman) 1→0" in said
    assert "Di bawah batas: Klojen." in said


def test_an_arrival_is_rounded_away_from_hope(qapp: QApplication) -> None:
    assert (span(61.0), span(60.0), span(1.0)) == ("2 m", "1 m", "1 m")
    assert interval(ROAD) == "2–6"
    assert in_full(ROAD) == "4 m, 80 % antara 2–6 m, menurut jalan"


def test_who_does_not_get_there_says_why(qapp: QApplication) -> None:
    assert in_full(ENDLESS) == "terputus oleh penutupan jalan"
    assert words.headline(offer(ENDLESS)) == "SAMAPTA 14 · ?"
    assert interval(ENDLESS) == ""


def test_a_guess_among_roads_says_that_it_is_one(qapp: QApplication) -> None:
    straight = replace(ROAD, by="straight", why="unit_off_road")
    assert words.what_it_is(offer(straight), straight=False) == "4 org · patroli · garis lurus"
    assert words.what_it_is(offer(straight), straight=True) == "4 org · patroli"
    assert "garis lurus: unit jauh dari jalan" in words.why(offer(straight))
