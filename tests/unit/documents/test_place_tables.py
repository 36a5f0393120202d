"""Sheets of places: nothing a spreadsheet would run, nobody's contacts without leave."""

from datetime import UTC, datetime

from command_center.documents.place_tables import WRITERS, sites_table, stations_table
from command_center.domain.place import LocatedBy
from command_center.domain.site import PollingStation, Site, SiteKind

NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)
SITE = Site(
    "s", 1, "kpu", SiteKind.KPU, "=HYPERLINK(1)", "", "@Jl", "-", ("0341",), None, -7.9, 112.6,
    LocatedBy.TYPED, "+x", NOW, None,
)  # fmt: skip
STATION = PollingStation(
    "t", 1, "e", "35.73.04.1005", "3573041005", 901, None, "", None, None, LocatedBy.KELURAHAN,
    "KPU", None,
)  # fmt: skip


def test_words_that_would_run_begin_with_an_apostrophe_and_numbers_stay_numbers() -> None:
    text = WRITERS[".csv"](sites_table([SITE], contacts=True)).decode("utf-8-sig")
    assert text.splitlines()[1] == "kpu,kpu,'=HYPERLINK(1),,'@Jl,'-,0341,,-7.9,112.6,'+x"


def test_contacts_are_for_those_who_may_see_them() -> None:
    assert "0341" not in WRITERS[".csv"](sites_table([SITE], contacts=False)).decode()


def test_a_sheet_without_contacts_has_no_empty_column_that_would_delete_them() -> None:
    lines = sites_table([SITE], contacts=False)
    assert "kontak" not in lines[0]
    told = dict(zip(*lines, strict=True))
    assert (told["pengelola"], told["kelurahan"], told["lat"]) == ("-", None, -7.9)


def test_a_special_station_says_so_and_what_is_not_known_is_empty() -> None:
    head, row = stations_table([STATION])
    told = dict(zip(head, row, strict=True))
    assert (told["khusus"], told["dpt"], told["id_kelurahan_kpu"]) == (1, None, "3573041005")
