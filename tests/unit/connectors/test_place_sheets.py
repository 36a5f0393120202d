"""Lists of places, polling stations and judgements: what is read, and what is told by row."""

from datetime import UTC, datetime
from typing import Any

import pytest

from command_center.advice.criteria import shipped_criteria
from command_center.commands.elections import StationRow
from command_center.connectors.places.city import sites_of
from command_center.connectors.places.ratings import Ratable, read_ratings
from command_center.connectors.places.sheet import Sheet
from command_center.connectors.places.sites import read_sites
from command_center.connectors.places.stations import read_stations
from command_center.contract.xlsx import write_workbook
from command_center.domain.errors import OperatorError
from command_center.domain.place import LocatedBy
from command_center.domain.site import SiteKind, SubjectKind
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir

AREAS = {
    "35.73.01.1008": "35.73.01.1008",
    "35.73.04.1005": "35.73.04.1005",
    "Bunulrejo": "35.73.01.1008",
    "Sukun": "35.73.04.1005",
}
NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)


def quiet(_: int) -> None:
    """Nobody is told."""


def told(sheet: Sheet[Any]) -> list[tuple[int, str, str]]:
    return [(error.row, error.letter, error.code) for error in sheet.errors]


def stations(text: str | bytes) -> Sheet[StationRow]:
    data = text.encode() if isinstance(text, str) else text
    return read_stations(data, AREAS.get, quiet)


def test_a_station_is_known_by_either_code_or_by_name() -> None:
    text = (
        "kode_kemendagri,id_kelurahan_kpu,kelurahan,no_tps,dpt\n"
        "35.73.01.1008,3573011008,BUNULREJO,901,\n"
        ",3573041005,,2,1.204\n"
        ",,Sukun,3,\n"
    )
    rows = stations(text).rows
    assert [(row.area, row.kpu_code, row.number, row.voters) for row in rows] == [
        ("35.73.01.1008", "3573011008", 901, None),
        ("35.73.04.1005", "3573041005", 2, 1204),
        ("35.73.04.1005", "", 3, None),
    ]


def test_codes_that_disagree_and_other_slips_are_told_where_they_stand() -> None:
    text = (
        "kode_kemendagri,id_kelurahan_kpu,no_tps,dpt,lat,lon\n"
        "35.73.01.1008,3573041005,1,,,\n"
        "35.73.99.1001,,1,,,\n"
        ",,1,,,\n"
        "35.73.01.1008,,0,,,\n"
        "35.73.01.1008,,5,banyak,,\n"
        "35.73.01.1008,,6,,-7.9,\n"
        "35.73.01.1008,,7,,-97.9,112.6\n"
        "35.73.01.1008,,8,500,-7.9,112.6\n"
        "35.73.01.1008,,8,500,,\n"
    )
    sheet = stations(text)
    assert told(sheet) == [
        (2, "B", "cell_other_kelurahan"),
        (3, "A", "cell_no_kelurahan"),
        (4, "A", "cell_empty"),
        (5, "C", "cell_not_whole"),
        (6, "D", "cell_not_whole"),
        (7, "F", "cell_empty"),
        (8, "E", "cell_not_number"),
        (10, "C", "cell_twice"),
    ]
    assert [(row.number, row.lat) for row in sheet.rows] == [(8, -7.9)]


def test_a_name_that_means_another_kelurahan_than_the_code_is_told() -> None:
    text = (
        "kode,id_kpu,kelurahan,no_tps\n"
        "35.73.01.1008,,Sukun,1\n"
        ",3573041005,Bunulrejo,2\n"
        "35.73.01.1008,,Bunulrejo,3\n"
        "35.73.01.1008,,Bunul Kidul,4\n"
    )
    sheet = stations(text)
    assert told(sheet) == [(2, "C", "cell_other_kelurahan"), (3, "C", "cell_other_kelurahan")]
    assert sheet.errors[0].params["area"] == "35.73.01.1008"
    assert [row.number for row in sheet.rows] == [3, 4]


def test_a_column_that_is_not_there_tells_nothing() -> None:
    (bare,) = stations("kode;no_tps\n35.73.01.1008;1\n").rows
    assert bare.untold == ("kpu_code", "voters", "location", "lat")
    (whole,) = stations("kode;id_kpu;no_tps;dpt;lokasi;lat;lon\n35.73.01.1008;;1;;;;\n").rows
    assert whole.untold == ()
    head = "kode;jenis;nama"
    (site,) = read_sites(f"{head};lat\nkpu;kpu;KPU;\n".encode(), AREAS.get, quiet).rows
    assert site.untold == ("short", "address", "holder", "contacts", "area", "source", "lat")
    head += ";singkatan;alamat;pengelola;kontak;kelurahan;lat;lon"
    (site,) = read_sites(f"{head}\nkpu;kpu;KPU;;;;;;;\n".encode(), AREAS.get, quiet).rows
    assert site.untold == ("source",)


def test_a_workbook_says_the_same_as_text() -> None:
    book = write_workbook([("TPS", [["no_tps", "kelurahan", "dpt"], [901, "Sukun", 300]])])
    assert stations(book).rows == stations("no_tps;kelurahan;dpt\n901;Sukun;300\n").rows


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no archive", b"a,b\n1,2\n", b"\x00\x01\x02"])
def test_what_is_no_list_is_one_sentence(data: bytes) -> None:
    with pytest.raises(OperatorError, match="table_"):
        stations(data)


def test_reading_can_be_ended_between_rows() -> None:
    def stop(rows: int) -> None:
        if rows >= 100:
            raise KeyboardInterrupt

    text = "no_tps,kelurahan\n" + "".join(f"{n},Sukun\n" for n in range(1, 300))
    with pytest.raises(KeyboardInterrupt):
        read_stations(text.encode(), AREAS.get, stop)


def test_places_are_known_by_their_codes() -> None:
    text = (
        "kode;jenis;nama;kontak;kelurahan;lat;lon\n"
        "gudang;Gudang logistik;Gudang KPU;Piket 0341; ;-7,97;112,63\n"
        'pos-1;pos;Pos 1;"Bripka A; 0341";Sukun;;\n'
        "pos-1;pos;Pos 1 lagi;;Sukun;;\n"
        "x;istana;Istana;;Negeri;;\n"
    )
    sheet = read_sites(text.encode(), AREAS.get, quiet)
    first, second = sheet.rows
    assert (first.kind, first.area, first.lat, first.lon) == (
        SiteKind.LOGISTICS, "", -7.97, 112.63,
    )  # fmt: skip
    assert second.contacts == ("Bripka A", "0341")
    assert told(sheet) == [
        (4, "A", "cell_twice"),
        (5, "B", "cell_not_known"),
        (5, "E", "cell_no_kelurahan"),
    ]


def test_judgements_are_of_places_stations_and_kelurahan() -> None:
    known = Ratable(
        shipped_criteria(), AREAS.get, {"kpu": "s-1"}, {("35.73.04.1005", 901): "t-1"}, NOW, UTC
    )
    text = (
        "kode_tempat,kelurahan,no_tps,Rawan bencana,teror,sumber,tanggal\n"
        "kpu,,,2,,Intel,20-11-2026\n"
        ",Sukun,901,,4,Intel,\n"
        ",Sukun,,0,1,Intel,\n"
        ",Sukun,902,0,1,Intel,\n"
        ",Sukun,,,,Intel,\n"
        ",Sukun,,1,,,\n"
        ",Sukun,,1,,Intel,22-11-2026\n"
    )
    sheet = read_ratings(text.encode(), known, quiet)
    assert [(row.subject_kind, row.subject_id, row.scores) for row in sheet.rows] == [
        (SubjectKind.SITE, "s-1", {"bencana": 2}),
        (SubjectKind.STATION, "t-1", {"teror": 4}),
        (SubjectKind.AREA, "35.73.04.1005", {"bencana": 0, "teror": 1}),
    ]
    assert sheet.rows[0].at == datetime(2026, 11, 20, tzinfo=UTC)
    assert [(row, code) for row, _, code in told(sheet)] == [
        (5, "cell_no_station"),
        (6, "cell_empty"),
        (7, "cell_empty"),
        (8, "cell_in_future"),
    ]


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2026-11-20T14:05:06.000007+07:00", datetime(2026, 11, 20, 7, 5, 6, 7, UTC)),
        ("2026-11-20 14:05", datetime(2026, 11, 20, 14, 5, tzinfo=UTC)),
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        ("2026-11-20T27:00", datetime(2026, 11, 20, tzinfo=UTC)),
        (datetime(2026, 11, 20, 14, 5), datetime(2026, 11, 20, 14, 5, tzinfo=UTC)),  # noqa: DTZ001
    ],
)
def test_a_judgement_is_of_the_moment_that_its_cell_names(cell: Any, at: datetime) -> None:
    known = Ratable(shipped_criteria(), AREAS.get, {}, {}, NOW, UTC)
    lines = [["kelurahan", "teror", "sumber", "tanggal"], ["Sukun", 4, "Intel", cell]]
    (row,) = read_ratings(write_workbook([("Data", lines)]), known, quiet).rows
    assert row.at == at


def test_the_citys_places_have_no_point_that_nobody_measured() -> None:
    sites = {site.code: site for site in sites_of(load_pack(resources_dir() / "packs" / "malang"))}
    hall, kpu = sites["balai-kota-malang"], sites["kpu-kota-malang"]
    campus, bawaslu = sites["universitas-brawijaya"], sites["bawaslu-kota-malang"]
    assert (hall.kind, hall.lat, hall.located) == (
        SiteKind.CITY_HALL, -7.977661, LocatedBy.GEOCODED,
    )  # fmt: skip
    assert (kpu.kind, kpu.lat, kpu.source) == (SiteKind.KPU, None, "alamat publik")
    assert (bawaslu.kind, bawaslu.area) == (SiteKind.BAWASLU, "35.73.01.1002")
    assert (campus.kind, campus.lat, campus.area) == (SiteKind.CAMPUS, None, "35.73.05.1006")
    assert all(site.source for site in sites.values())
