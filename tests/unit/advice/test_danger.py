"""Whether a message says that somebody is in danger, and not that nobody is."""

import pytest

from command_center.advice.danger import danger_book, endangered
from command_center.advice.triage import shipped_table


@pytest.mark.parametrize(
    "text",
    [
        "Tolong, anak saya TERJEBAK di lantai dua!",
        "ada orang tenggelam di kali brantas",
        "saya tidak bisa keluar, asap tebal",
        "tidak tahu siapa, ada yang tenggelam",
        "api besar tapi bapak masih di dalam",
        "gak ada damkar, nenek kejebak",
        "tulung mas, banjire munggah, ora iso metu",
        "ibu saya tidak sadarkan diri",
        "macet. tidak ada polisi. minta tolong ada yang hanyut",
        "Kritis - bayi sesak napas",
    ],
)
def test_somebody_is_in_danger(text: str) -> None:
    assert endangered(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "banjir setinggi lutut, lalu lintas macet",
        "tidak ada korban terjebak",
        "tidak ada orang yang terjebak",
        "belum ada yang tenggelam",
        "korban terjebak nihil",
        "bukan tenggelam",
        "tdk ada yg hanyut",
        "pohon tumbang menutup jalan",
    ],
)
def test_nobody_is_said_to_be_in_danger(text: str) -> None:
    assert endangered(text) == ""


def test_the_words_that_say_so_are_given_back() -> None:
    assert endangered("Ada yang HANYUT, cepat") == "hanyut"


def test_the_words_of_triage_count_here_too() -> None:
    life = shipped_table().by_code["life_in_danger"]
    assert set(life.phrases) <= set(danger_book().phrases)


def test_a_long_text_is_read_as_far_as_a_report_is_kept() -> None:
    assert endangered("x " * 1_500 + "terjebak")
    assert not endangered("x " * 3_000 + "terjebak")
