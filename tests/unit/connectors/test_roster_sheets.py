"""People and rosters from sheets: good rows are kept, what is wrong is told by row and column."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from command_center.advice.shift_patterns import shift_patterns
from command_center.connectors.places.sheet import Sheet
from command_center.connectors.roster.duties import KnownRoster, read_duties
from command_center.connectors.roster.personnel import KnownPeople, read_personnel
from command_center.documents.place_tables import as_csv, as_workbook
from command_center.documents.roster_tables import duties_table, personnel_table, roll_table
from command_center.domain.roster import (
    CheckState,
    Duty,
    Personnel,
    RollMark,
    RollState,
    Span,
    UnitCheck,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 14, tzinfo=JAKARTA)
PEOPLE = KnownPeople(
    agencies={"polresta": "pol", "dishub": "dishub"},
    regu={"regu a": "Regu A", "regu b": "Regu B"},
    call_signs=frozenset({"SAMAPTA 12"}),
    logins={"agus": "", "budi": "86010002"},
    agency="pol",
    nrp={"86010009": "dishub"},
)
PATTERNS = {pattern.id: pattern for pattern in shift_patterns()}
ROSTER = KnownRoster(
    patterns=shift_patterns(),
    pattern=PATTERNS["8_jam"],
    zone=JAKARTA,
    regu={"regu a": "Regu A", "regu b": "Regu B"},
    regu_ids={"Regu A": "a", "Regu B": "b"},
    people={"86010001": ("agus", "Agus"), "86010003": ("citra", "Citra")},
    members={"a": ["agus"], "b": ["citra"]},
)


def quiet(_: int) -> None:
    """Nobody is told."""


def told(sheet: Sheet[Any]) -> list[tuple[int, str, str]]:
    return [(error.row, error.letter, error.code) for error in sheet.errors]


def personnel(text: str) -> Sheet[Any]:
    return read_personnel(text.encode(), PEOPLE, quiet)


def duties(text: str, known: KnownRoster = ROSTER) -> Sheet[Any]:
    return read_duties(text.encode(), known, quiet)


def test_people_are_read_however_the_columns_are_called() -> None:
    sheet = personnel(
        "Daftar Personel\nNRP/NIP;Nama;Pangkat;Satuan;Jabatan;Regu;Call Sign;Akun;No HP;Alamat\n"
        "8601 0001;Agus  S.;Bripka;Polresta;Ka regu;regu a;samapta 12;AGUS;0812;Jl. Ijen\n"
        "86010009;Dewi;;;;;;;;\n"
    )
    assert told(sheet) == []
    first, second = sheet.rows
    assert (first.nrp, first.name, first.agency, first.regu) == (
        "86010001", "Agus S.", "pol", "Regu A",
    )  # fmt: skip
    assert (first.call_sign, first.login, first.untold) == ("SAMAPTA 12", "agus", ())
    assert second.agency == "dishub", "who is on the list stays with their agency"
    assert "0812" not in repr(sheet.rows)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("123;X;;;;", "A", "cell_no_nrp"),
        ("86A10001;X;;;;", "A", "cell_no_nrp"),
        (";X;;;;", "A", "cell_empty"),
        ("86010001;;;;;", "B", "cell_empty"),
        ("86010001;X;Kodim;;;", "C", "cell_no_agency"),
        ("86010001;X;;Regu C;;", "D", "cell_no_regu"),
        ("86010001;X;;;HANTU 1;", "E", "cell_no_unit"),
        ("86010001;X;;;;siapa", "F", "cell_no_login"),
        ("86010001;X;;;;budi", "F", "cell_login_taken"),
        ("86010005;X;;;;", "A", "cell_twice"),
    ],
)
def test_a_wrong_person_is_told_and_the_others_stay(row: str, column: str, code: str) -> None:
    head = "nrp;nama;instansi;regu;panggilan;login\n86010005;Eko;;Regu A;;\n"
    sheet = personnel(f"{head}{row}\n86010006;Fajar;;Regu B;;\n")
    assert told(sheet) == [(3, column, code)]
    assert [one.nrp for one in sheet.rows] == ["86010005", "86010006"]


def test_somebody_new_needs_an_agency_where_several_are_ours() -> None:
    known = replace(PEOPLE, agency="")
    sheet = read_personnel(b"nrp;nama\n86010005;Eko\n86010009;Dewi\n", known, quiet)
    assert told(sheet) == [(2, "A", "cell_needs_agency")]
    assert [one.agency for one in sheet.rows] == ["dishub"]


def test_a_login_is_one_persons_in_the_file_too() -> None:
    sheet = personnel("nrp;nama;login\n86010005;Eko;agus\n86010006;Fajar;agus\n")
    assert told(sheet) == [(3, "C", "cell_twice")]


def test_a_roster_takes_the_hours_of_its_pattern() -> None:
    sheet = duties(
        "tanggal;pola;dinas ke;regu;nrp\n21-11-2026;;3;Regu A;\n"
        "2026-11-22;24 jam;;regu b;\n23/11/2026;12_jam;2;Regu A;86010003\n"
    )
    assert told(sheet) == []
    hours = [(row.starts_at.strftime("%d %H"), row.ends_at.strftime("%d %H")) for row in sheet.rows]
    assert hours == [("21 21", "22 05"), ("22 08", "23 08"), ("23 20", "24 08")]
    assert [(row.number, row.regu, row.nrp) for row in sheet.rows] == [
        (2, "Regu A", ""), (0, "Regu B", ""), (1, "Regu A", "86010003"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("besok;;1;Regu A;", "A", "cell_not_day"),
        ("21-11-2026;6 jam;1;Regu A;", "B", "cell_no_pattern"),
        ("21-11-2026;;4;Regu A;", "C", "cell_not_whole"),
        ("21-11-2026;;;Regu A;", "C", "cell_empty"),
        ("21-11-2026;;1;Regu C;", "D", "cell_no_regu"),
        ("21-11-2026;;1;;", "D", "cell_empty"),
        ("21-11-2026;;1;Regu A;86010009", "E", "cell_unknown_nrp"),
        ("20-11-2026;;2;Regu B;", "D", "cell_twice"),
        ("20-11-2026;;2;Regu A;86010003", "E", "cell_duty_clash"),
        ("20-11-2026;24 jam;;Regu B;", "D", "cell_duty_clash"),
    ],
)
def test_a_wrong_duty_is_told_and_the_others_stay(row: str, column: str, code: str) -> None:
    head = "tanggal;pola;dinas ke;regu;nrp\n20-11-2026;;2;Regu B;\n"
    sheet = duties(f"{head}{row}\n25-11-2026;;1;Regu A;\n")
    assert told(sheet) == [(3, column, code)]
    assert [one.day for one in sheet.rows] == ["2026-11-20", "2026-11-25"]


def test_what_the_room_has_planned_is_taken_and_the_error_says_by_whom() -> None:
    starts = datetime(2026, 11, 21, 10, tzinfo=JAKARTA)
    planned = Span("citra", "b", starts, starts + timedelta(hours=8))
    known = replace(ROSTER, taken=(planned,))
    sheet = duties("tanggal;dinas;regu;nrp\n21-11-2026;2;Regu A;86010003\n", known)
    (error,) = sheet.errors
    assert error.params["who"] == "Citra"
    assert (error.params["other"], error.params["begins"]) == ("Regu B", "21-11 10.00")
    assert not sheet.rows


def person(nrp: str, name: str, regu: str | None = "a") -> Personnel:
    return Personnel(nrp, 1, nrp, name, "Bripka", "p", "Anggota", regu, "u1", "s1", None)


AGUS = person("86010001", "=Agus")


def test_what_is_written_is_read_again() -> None:
    table = personnel_table(
        [AGUS], {"a": "Regu A", "u1": "SAMAPTA 12"}, {"p": "polresta"}, {"s1": "agus"}
    )
    for data in (as_csv(table), as_workbook(table)):
        sheet = read_personnel(data, PEOPLE, quiet)
        assert told(sheet) == []
        (row,) = sheet.rows
        assert row.name.lstrip("'") == "=Agus", "a name is no formula"
        assert (row.nrp, row.regu, row.call_sign) == ("86010001", "Regu A", "SAMAPTA 12")
    duty = Duty("d", 1, "2026-11-21", 2, "8_jam", NOW, NOW, "a", None, None)
    lines = duties_table([duty], {}, {"a": "Regu A"}, JAKARTA)
    (read,) = read_duties(as_csv(lines), ROSTER, quiet).rows
    assert (read.day, read.number, read.regu) == ("2026-11-21", 2, "Regu A")


def test_a_roll_call_is_a_sheet_with_what_was_found() -> None:
    mark = RollMark("m", 1, "c", AGUS.id, "a", "u1", RollState.ABSENT, "sakit", True, NOW, "rina")
    good = CheckState.GOOD
    check = UnitCheck("k", 1, "c", "u1", good, CheckState.FAULTY, good, good, "ban", NOW, "rina")
    names = {"u1": "SAMAPTA 12", "a": "Regu A", "p": "Polresta"}
    _, line = roll_table([mark], {AGUS.id: AGUS}, {"u1": check}, names)
    assert line == [
        "SAMAPTA 12", "86010001", "=Agus", "Bripka", "Polresta", "Regu A", "tidak_hadir", "sakit",
        "baik", "rusak", "baik", "baik", "ban",
    ]  # fmt: skip
