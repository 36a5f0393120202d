"""What officers write of a polling station, and what is told back instead of being guessed."""

from datetime import time

import pytest

from command_center.advice.station_lines import MOST_LINES, StationLines, Told, Untold
from command_center.domain.place import Place, PlaceKind
from command_center.domain.polling_day import DayWord
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir

PURWANTORO, SUKUN, GADANG = "35.73.01.1007", "35.73.04.1005", "35.73.04.1002"
TASIKMADU, KOTALAMA = "35.73.05.1012", "35.73.03.1001"


@pytest.fixture(scope="module")
def lines() -> StationLines:
    pack = load_pack(resources_dir() / "packs" / "malang")
    numbers = frozenset([*range(1, 60), 901])
    return StationLines(pack.gazetteer.places, {area.code: numbers for area in pack.areas})


def one(lines: StationLines, text: str) -> Told | Untold:
    (found,) = lines.read(text)
    return found


@pytest.mark.parametrize(
    ("text", "area", "numbers", "word", "at"),
    [
        ("TPS 12 PURWANTORO AMAN", PURWANTORO, (12,), DayWord.SAFE, None),
        ("tps 012 kel. purwantoro buka 07.05", PURWANTORO, (12,), DayWord.OPEN, time(7, 5)),
        ("TPS 1-3 Tasik Madu DIBUKA, AMAN", TASIKMADU, (1, 2, 3), DayWord.OPEN, None),
        ("TPS 1 s/d 3 tasikmadu pungsu lancar", TASIKMADU, (1, 2, 3), DayWord.VOTE, None),
        ("TPS 901 SUKUN penghitungan suara", SUKUN, (901,), DayWord.COUNT, None),
        ("PURWANTORO TPS 3,4 dan 5 selesai hitung", PURWANTORO, (3, 4, 5), DayWord.DONE, None),
        ("TPS.7 KOTA LAMA kotak suara ke PPK", KOTALAMA, (7,), DayWord.MOVED, None),
        ("Izin lapor ndan TPS no 2 kotalama situasi aman terkendali pukul 12:30 WIB",
         KOTALAMA, (2,), DayWord.SAFE, time(12, 30)),
        ("TPS 12 GADANG SUKUN AMAN", GADANG, (12,), DayWord.SAFE, None),
        ("TPS 12 GADANG KEC SUKUN AMAN", GADANG, (12,), DayWord.SAFE, None),
        ("TPS 12 PURWANTORO TIDAK AMAN, massa datang", PURWANTORO, (12,), DayWord.TROUBLE, None),
        ("TPS 12 PURWANTORO tidak ada gangguan", PURWANTORO, (12,), DayWord.SAFE, None),
        ("TPS 2 PURWANTORO RIBUT, pelaku lari ke Blimbing",
         PURWANTORO, (2,), DayWord.TROUBLE, None),
        ("pelaku dari Blimbing ribut di TPS 2 PURWANTORO",
         PURWANTORO, (2,), DayWord.TROUBLE, None),
        ("Kel. Purwantoro TPS 2 ribut, massa dari Sukun",
         PURWANTORO, (2,), DayWord.TROUBLE, None),
        ("TPS 3 kec. Sukun Gadang ribut, pelaku lari ke kec. Blimbing",
         GADANG, (3,), DayWord.TROUBLE, None),
        ("TPS 3 dan 4 PURWANTORO, 4 orang berkelahi",
         PURWANTORO, (3, 4), DayWord.TROUBLE, None),
        ("TPS 3 PURWANTORO 4 orang berkelahi", PURWANTORO, (3,), DayWord.TROUBLE, None),
    ],
)  # fmt: skip
def test_a_line_says_which_station_what_and_when(
    lines: StationLines, text: str, area: str, numbers: tuple[int, ...], word: DayWord, at: time
) -> None:
    assert one(lines, text) == Told(1, text, area, numbers, word, at)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("TPS 12 PURWANTRO AMAN", "tps_word_like"),
        ("TPS 12 PURWANTORO BELUM BUKA", "tps_word"),
        ("TPS 12 PURWANTORO AMAN mas bro", "tps_word"),
        ("TPS 12 PURWANTORO tidak kondusif", "tps_word"),
        ("TPS 12 PURWANTORO DITUTUP 13.00", "tps_says_nothing"),
        ("TPS 12 PURWANTORO tutup", "tps_says_nothing"),
        ("TPS 12 AMAN", "tps_no_kelurahan"),
        ("TPS 12 KEC SUKUN AMAN", "tps_no_kelurahan"),
        ("TPS 12 PURWANTORO KEC SUKUN AMAN", "tps_other_kecamatan"),
        ("TPS 12 GADANG BANDULAN AMAN", "tps_two_kelurahan"),
        ("pelaku dari Sukun lari ke Bandulan, TPS 3 ribut", "tps_no_kelurahan"),
        ("massa dari Sukun di TPS 3", "tps_no_kelurahan"),
        ("massa Sukun TPS 3", "tps_no_kelurahan"),
        ("TPS 3 ribut, massa dari Sukun", "tps_no_kelurahan"),
        ("TPS 3 massa Sukun datang", "tps_no_kelurahan"),
        ("TPS 3 GADANG BANDULAN ribut", "tps_two_kelurahan"),
        ("TPS 3, 4 orang berkelahi Purwantoro", "tps_counted"),
        ("PURWANTORO TPS 3 dan 12 linmas berkelahi", "tps_counted"),
        ("TPS 99 SUKUN AMAN", "tps_unknown"),
        ("TPS 57-62 SUKUN AMAN", "tps_unknown"),
        ("TPS 9-2 SUKUN AMAN", "tps_range"),
        ("TPS 1-900 SUKUN AMAN", "tps_many"),
        ("TPS 2 PURWANTORO", "tps_says_nothing"),
        ("TPS 2 PURWANTORO gangguan nihil", "tps_safe_and_trouble"),
        ("TPS 2 PURWANTORO buka hitung", "tps_two_words"),
        ("TPS 2 PURWANTORO pungut selesai", "tps_two_words"),
        ("TPS 1 AMAN TPS 2 RIBUT PURWANTORO", "tps_line_each"),
        ("PURWANTORO AMAN", "tps_no_number"),
        ("TPS 12345 PURWANTORO AMAN", "tps_no_number"),
        ("TPS 1 SUKUN AMAN 25.70", "tps_word"),
        ("TPS 1 SUKUN AMAN " + "a" * 400, "text_too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_back(lines: StationLines, text: str, why: str) -> None:
    found = one(lines, text)
    assert isinstance(found, Untold)
    assert found.code == why


def test_a_misspelt_kelurahan_is_offered_and_not_taken(lines: StationLines) -> None:
    found = one(lines, "TPS 12 PURWANTRO AMAN")
    assert isinstance(found, Untold)
    assert found.params == {"word": "purwantro", "area": "Purwantoro"}


def test_a_heading_names_the_kelurahan_of_the_lines_after_it(lines: StationLines) -> None:
    text = "Kel. Gadang\n\nTPS 1 aman\nTPS 2 Sukun aman\nTPS 3 aman\nKel Bandlan\nTPS 4 aman"
    found = lines.read(text)
    assert [(row.line, getattr(row, "area_code", "")) for row in found] == [
        (3, GADANG), (4, SUKUN), (5, GADANG), (6, ""), (7, ""),
    ]  # fmt: skip
    assert [row.code for row in found if isinstance(row, Untold)] == [
        "tps_no_number", "tps_no_kelurahan",
    ]  # fmt: skip


def test_under_a_heading_trouble_stays_where_it_is(lines: StationLines) -> None:
    text = (
        "Kel. Gadang\nTPS 1 aman\nTPS 3 ribut, pelaku lari ke Bandulan\n"
        "TPS 4 massa dari kec. Blimbing\nTPS 5 Sukun ribut"
    )
    found = [
        (getattr(row, "area_code", ""), getattr(row, "numbers", ())) for row in lines.read(text)
    ]
    assert found == [(GADANG, (1,)), (GADANG, (3,)), (GADANG, (4,)), (SUKUN, (5,))]


def test_a_name_of_two_kelurahan_needs_the_kecamatan() -> None:
    def place(code: str, name: str, kind: PlaceKind, parent: str = "") -> Place:
        return Place(code, 1, code, name, kind, None, None, parent or None, (), "")

    places = [
        place("1", "Utara", PlaceKind.KECAMATAN),
        place("2", "Selatan", PlaceKind.KECAMATAN),
        place("1.1", "Sumberejo", PlaceKind.KELURAHAN, "1"),
        place("2.1", "Sumberejo", PlaceKind.KELURAHAN, "2"),
    ]
    lines = StationLines(places, dict.fromkeys(("1.1", "2.1"), frozenset({1})))
    assert getattr(one(lines, "TPS 1 Sumberejo aman"), "code", "") == "tps_two_kelurahan"
    for text in ("TPS 1 Sumberejo kec. Selatan aman", "TPS 1 Sumberejo Selatan aman"):
        assert getattr(one(lines, text), "area_code", "") == "2.1"


def test_a_paste_without_end_is_cut_and_says_so(lines: StationLines) -> None:
    found = lines.read("TPS 1 SUKUN AMAN\n" * (MOST_LINES + 5))
    assert len(found) == MOST_LINES + 1
    last = found[-1]
    assert isinstance(last, Untold)
    assert last.code == "tps_many_lines"
