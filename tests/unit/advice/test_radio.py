"""Codes of the air are glossed beside the words; a line says itself what it counts as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.advice.categories import OTHER, categories
from command_center.advice.radio import RadioCode, activity_of, category_of, gloss, radio_book

BOOK = radio_book()


def says(text: str) -> list[str]:
    return [code.code for code in gloss(text, BOOK.codes)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("8-6", ["8-6"]),
        ("8-6, meluncur 8-10.", ["8-6", "8-10"]),
        ("ada 3-3L di Dinoyo", ["3-3L"]),
        ("ada 3-3l, lalu 3-3", ["3-3L", "3-3"]),
        ("8 – 6 komandan", ["8-6"]),
        ("8-6 8-6 8-6", ["8-6"]),
        ("situasi TKA", ["TKA"]),
        ("timur kupang ambon", ["Timur-Kupang-Ambon"]),
        ("solo-bandung", ["Solo-Bandung"]),
        ("telepon 0811-3780-2000", []),
        ("tanggal 8-6-2026", []),
        ("18-6 dan 8-60 dan 8-6x", []),
        ("8 6 orang", []),
        ("", []),
    ],
)
def test_a_code_is_read_whole_or_not_at_all(text: str, codes: list[str]) -> None:
    assert says(text) == codes


def test_an_edited_book_decides_and_an_empty_one_says_nothing() -> None:
    assert gloss("8-6", (RadioCode("8-6", "kopi"),)) == (RadioCode("8-6", "kopi"),)
    assert gloss("8-6", ()) == ()
    assert gloss("apa (saja)*", (RadioCode("(saja)*", "x"),))[0].says == "x"


def test_the_longest_code_that_was_said_counts() -> None:
    short, long = RadioCode("Solo", "siap"), RadioCode("Solo-Bandung", "siap di tempat")
    assert gloss("solo bandung", (short, long)) == (long,)
    assert gloss("solo, bandung", (short, long)) == (short,)


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=12), max_size=6))
def test_no_book_and_no_text_break_the_reader(text: str, codes: list[str]) -> None:
    book = tuple(RadioCode(code, "arti") for code in codes)
    assert set(gloss(text, book)) <= set(book)


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("Banjir setinggi lutut", "bencana"),
        ("tidak ada banjir, patroli aman", "patroli"),
        ("pohon tumbang menutup jalan, patroli meluncur", "bencana"),
        ("laka di simpang", "laka"),
        ("belakang pasar aman", ""),
        ("ronda RW 05 lengkap 6 orang", "ronda"),
        ("8-6", "situasi"),
        ("halo", ""),
    ],
)
def test_a_line_counts_as_what_its_words_say(text: str, activity: str) -> None:
    assert activity_of(text, BOOK) == activity


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("pohon tumbang di Ijen", "pohon_tumbang"),
        ("tanah longsor", "tanah_longsor"),
        ("luapan sungai Brantas", "banjir"),
        ("ada 3-3L", "laka_lantas"),
        ("patroli aman", OTHER),
    ],
)
def test_an_incident_takes_the_category_of_its_words(text: str, category: str) -> None:
    assert category_of(text, activity_of(text, BOOK), BOOK) == category


def test_the_book_names_categories_that_exist_and_codes_once() -> None:
    assert {activity.category for activity in BOOK.activities} <= categories().keys()
    codes = [code.code for code in BOOK.codes]
    assert len(codes) == len(set(codes))
    assert BOOK.agencies == {"bencana": "bpbd"}
