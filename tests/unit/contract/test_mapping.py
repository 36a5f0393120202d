"""Foreign rows to records of the contract, by a file that people edit."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.mapped import MappedPage, map_document
from command_center.contract.mapping import load_mapping, parse_mapping
from command_center.contract.page import Accepted, PageFault, Refused
from command_center.contract.records import HospitalRecord, ReportRecord
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import resources_dir

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
OURS = resources_dir() / "mappings" / "sources"
PLAIN = """
rows = "rows"
time_zone = "Asia/Jakarta"
[[record]]
[record.fields]
id = "no"
at = "waktu"
text = "isi"
lat = "lat"
lon = "lon"
reporter = "siapa"
"person.name" = "nama"
[record.values.reporter]
"biasa" = "open"
"anonim" = "anonim"
"""
ROW = {"no": 7, "waktu": "2026-11-21T14:00:00", "isi": "asap", "siapa": "biasa", "nama": "Sri"}


def mapped(*rows: Any, mapping: str = PLAIN) -> MappedPage:
    data = json.dumps({"rows": list(rows)}).encode()
    return map_document(data, parse_mapping(mapping, "test"), NOW)


def only(page: MappedPage) -> ReportRecord:
    (item,) = page.page.items
    assert isinstance(item, Accepted)
    assert isinstance(item.record, ReportRecord)
    return item.record


def test_a_row_becomes_a_report_with_its_person_and_a_zone() -> None:
    record = only(mapped(ROW))
    assert (record.id, record.text, record.at.hour) == ("7", "asap", 7)
    assert record.person is not None
    assert record.person.name == "Sri"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"lat": "x"}, "lat"),
        ({"lat": 91}, "lat"),
        ({"lat": {"a": 1}}, "lat"),
        ({"waktu": "kemarin"}, "at"),
        ({"waktu": 84431001}, "at"),
        ({"isi": ["a"]}, "text"),
        ({"nama": {"a": 1}}, "person.name"),
        ({"no": None}, "id"),
        ({"siapa": "entah"}, "reporter"),
        ({"no": "x" * 201}, "id"),
    ],
)
def test_a_report_is_never_lost_and_it_is_said_what_was_left_out(
    change: dict[str, Any], field: str
) -> None:
    page = mapped({**ROW, **change})
    only(page)
    named = [one.field for made in page.made for one in made.left_out]
    assert named in ([field], []) if change.get("no") else named == [field]


@pytest.mark.parametrize("siapa", [None, "entah", 3])
def test_who_may_have_wished_to_stay_hidden_is(siapa: object) -> None:
    assert only(mapped({**ROW, "siapa": siapa})).reporter == "rahasia"


def test_numbers_may_have_a_comma_and_texts_be_numbers() -> None:
    record = only(mapped({**ROW, "lat": "-7,98", "lon": "112.6", "isi": 110}))
    assert (record.lat, record.lon, record.text) == (-7.98, 112.6, "110")


def test_a_text_that_is_too_long_is_cut() -> None:
    assert len(only(mapped({**ROW, "isi": "x" * 5000})).text) == 4000


def test_a_row_that_is_no_object_is_refused_where_it_stands() -> None:
    page = mapped(ROW, "x")
    assert isinstance(page.page.items[1], Refused)
    assert page.page.items[1].where == "rows[1]"


def test_an_anonymous_row_that_is_refused_keeps_no_foreign_field() -> None:
    mapping = PLAIN.replace('text = "isi"', 'text = "isi"\ncategory = "isi"')
    page = mapped({**ROW, "siapa": "anonim", "nik": "3573"}, mapping=mapping)
    assert only(page).reporter == "anonim"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "record"),
        ("nama = 1", "unknown option"),
        ("rows = '[[['\n[[record]]\n[record.fields]\nid = 'a'\nat = 'b'", "rows"),
        ("[[record]]\ntype = 'gosip'", "type is one of"),
        ("[[record]]\n[record.fields]\nid = 'a'", "fields.at is missing"),
        ("[[record]]\n[record.fields]\nid = 'a'\nat = 'b'\nnik = 'c'", "unknown field nik"),
        ("time_zone = 'Mars/Olympus'\n[[record]]\n[record.fields]\nid='a'\nat='b'", "time_zone"),
        ("format = 'pdf'\n[[record]]\n[record.fields]\nid='a'\nat='b'", "pdf"),
        ("[[record]]\n[record.fields]\nid = 'a'\nat = '}{'", "fields.at"),
        ("[[record]]\nwhen = 3\n[record.fields]\nid = 'a'\nat = 'b'", "when"),
    ],
)
def test_a_wrong_mapping_says_which_option(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_mapping(text, "test")


@pytest.mark.parametrize("path", sorted(OURS.glob("*.toml")), ids=lambda path: path.stem)
def test_our_mappings_can_be_read(path: Any) -> None:
    assert load_mapping(path).records


HOSPITAL = """
rows = "rows"
[[record]]
type = "hospital"
[record.fields]
id = "no"
at = "at"
hospital = "rs"
"""
BEDS = {"no": 1, "at": "2026-11-21T07:00:00Z", "rs": "RSSA", "igd": "buka", "icu": 3, "rawat": ""}


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        ('figures = "{ed_status: igd, icu: icu, ward: rawat}"', {"ed_status": "buka", "icu": 3}),
        (
            '"figures.ed_status" = "igd"\n"figures.icu" = "icu"\n"figures.ward" = "rawat"\n'
            '[record.values."figures.ed_status"]\nbuka = "Normal"',
            {"ed_status": "Normal", "icu": "3"},
        ),
        ('"figures.ward" = "rawat"', {}),
        ('figures = "{ward: rawat, other: nowhere}"', {}),
    ],
)
def test_figures_are_a_table_or_one_by_one_and_an_empty_one_is_none(
    lines: str, figures: dict[str, Any]
) -> None:
    (item,) = mapped(BEDS, mapping=HOSPITAL + lines).page.items
    assert isinstance(item, Accepted)
    assert isinstance(item.record, HospitalRecord)
    assert item.record.figures == figures


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ('figures = "{a: igd}"\n"figures.b" = "icu"', "mapped as a whole and as figures.b"),
        ('"figures." = "icu"', "unknown field figures"),
        ('"name.short" = "icu"', "unknown field name.short"),
    ],
)
def test_a_table_is_mapped_in_one_way(lines: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_mapping(HOSPITAL + lines, "test")


def test_a_mapping_that_is_not_there_is_named() -> None:
    with pytest.raises(OperatorError, match="mapping_missing"):
        load_mapping(OURS / "tidak_ada.toml")


def test_csv_is_read_by_its_columns_whatever_divides_them() -> None:
    mapping = parse_mapping('format = "csv"' + PLAIN.replace('rows = "rows"', ""), "test")
    text = "no;waktu;isi;siapa\n1;2026-11-21T14:00:00;asap, tebal;biasa\n\n2;x;y;biasa;z\n"
    page = map_document(text.encode("utf-8-sig"), mapping, NOW)
    first, second = page.page.items
    assert isinstance(first, Accepted)
    assert isinstance(second, Refused)
    assert (second.where, second.why) == ("line 4", "5 cells in 4 columns")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "no_columns"),
        (b"a,a\n1,2", "columns_unclear"),
        (b"a,,b\n1,2,3", "columns_unclear"),
        (b"\xff\xfe", "answer_not_utf8"),
        (b"<html>", "answer_is_html"),
        (b",".join(b"c%d" % n for n in range(201)), "too_many_columns"),
        (b'a,b\n"x', "answer_not_csv"),
        (b"a\n" + b"x\n" * 20_001, "too_many_rows"),
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(text: bytes, code: str) -> None:
    mapping = parse_mapping('format = "csv"' + PLAIN.replace('rows = "rows"', ""), "test")
    with pytest.raises(PageFault) as caught:
        map_document(text, mapping, NOW)
    assert caught.value.code == code


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "answer_has_entities"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "answer_has_entities"),
        (
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]><a>&x;</a>',
            "answer_has_entities",
        ),
        (b"<a>" * 40, "answer_too_deep"),
        (b"<a " + b" ".join(b'x%d="1"' % n for n in range(80)) + b"/>", "answer_too_large"),
        (b"<a>" + b"x" * 1_000_001 + b"</a>", "answer_too_large"),
        (b"<a>" + b"<!---->" * 100_001 + b"</a>", "answer_too_large"),
        (b"<a><b></a>", "answer_not_xml"),
        (b"", "answer_not_xml"),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", "answer_not_xml"),
        (b"<a>&nbsp;</a>", "answer_not_xml"),
        (b"<a/>", "rows_not_found"),
        (b"<daftar_kasus><perkara/></daftar_kasus>", "rows_not_found"),
    ],
)
def test_xml_that_is_an_attack_or_none_is_refused(text: bytes, code: str) -> None:
    with pytest.raises(PageFault) as caught:
        map_document(text, load_mapping(OURS / "sijalinmaja.toml"), NOW)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        b'<daftar_kasus berikut="0" masih="tidak" />',
        b'<daftar_kasus berikut="0" masih="tidak"></daftar_kasus>',
        b"<daftar_kasus/>",
    ],
)
def test_a_list_of_xml_that_is_empty_is_a_page_without_rows(text: bytes) -> None:
    page = map_document(text, load_mapping(OURS / "sijalinmaja.toml"), NOW)
    assert page.page.items == ()


CELLS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
VALUES = CELLS | st.lists(CELLS, max_size=3) | st.dictionaries(st.text(max_size=5), CELLS)
ROWS = st.fixed_dictionaries({}, optional=dict.fromkeys((*ROW, "lat", "lon"), VALUES))


@settings(max_examples=80, deadline=None)
@given(st.lists(ROWS, max_size=4))
def test_whatever_a_row_holds_it_is_stored_or_refused(rows: list[dict[str, Any]]) -> None:
    data = json.dumps({"rows": rows}, allow_nan=False, default=str) if _finite(rows) else "{}"
    try:
        page = map_document(data.encode(), parse_mapping(PLAIN, "test"), NOW)
    except PageFault:
        return
    assert len(page.page.items) == len(rows)
    assert all(isinstance(item, Accepted) for item in page.page.items)


def _finite(rows: object) -> bool:
    try:
        json.dumps(rows, allow_nan=False)
    except ValueError:
        return False
    return True


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_bytes_that_were_changed_are_rows_or_a_fault(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["simlinmas", "sijalinmaja"]))
    sample = SAMPLES[name]
    at = data.draw(st.integers(0, len(sample) - 1))
    cut = data.draw(st.integers(0, 6))
    changed = sample[:at] + data.draw(st.binary(max_size=4)) + sample[at + cut :]
    try:
        page = map_document(changed, load_mapping(OURS / f"{name}.toml"), NOW)
    except PageFault:
        return
    assert len(page.page.items) <= 3


SAMPLES = {
    "simlinmas": json.dumps(
        {
            "data": [
                {"jenis": "kegiatan", "nomor": "L1", "waktu": "21-11-2026 20:15", "uraian": "a",
                 "koordinat": {"lintang": "-7,9", "bujur": 112.6}, "foto": [{"url": "http://a/1"}]},
                {"jenis": "kekuatan", "nomor": "K", "waktu": "21-11-2026 20:15",
                 "kelurahan": "Klojen", "anggota": 4},
            ],
            "halaman": {"berikut": 2, "masih": False},
        }
    ).encode(),
    "sijalinmaja": (
        b'<daftar_kasus berikut="2" masih="tidak"><kasus nomor="S1"><waktu>2026-11-21 10:00:00'
        b"</waktu><status>baru</status><uraian>Lapak &amp; tenda</uraian><pelapor><nama>B</nama>"
        b"</pelapor></kasus></daftar_kasus>"
    ),
}  # fmt: skip
