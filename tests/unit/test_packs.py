"""City packs: the shipped ones, a broken one, and no city in the code."""

import ast
import csv
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from command_center.domain.place import PlaceKind
from command_center.geo.faults import FaultCode, PackError
from command_center.geo.packs import AreaBy, default_pack_id, load_pack, pack_ids
from tests.unit.geo.packs_for_tests import PACKS, jember, malang
from tests.unit.geo.real_data import data_file, true_area

CODE = PACKS.parents[1] / "command_center"

EVERYDAY_WORDS = {"Bareng", "Silo", "Panti", "Sukun", "Patrang"}
"""Area names that also are words of the screen's language."""


def test_the_first_city_is_complete() -> None:
    kinds = Counter(area.kind for area in malang().areas)
    assert kinds == {PlaceKind.KECAMATAN: 5, PlaceKind.KELURAHAN: 57}
    index = malang().boundaries
    assert index is not None
    assert set(index.codes) == {a.code for a in malang().areas if a.parent}
    assert (malang().time_zone, malang().time_zone_label) == ("Asia/Jakarta", "WIB")


def test_areas_are_those_of_the_public_list() -> None:
    with data_file("geo/kelurahan.csv").open() as file:
        rows = [(row["kode"], row["nama"], row["kode_kec"]) for row in csv.DictReader(file)]
    ours = {(a.code, a.name, a.parent) for a in malang().areas if a.parent}
    assert ours == set(rows)
    assert len(rows) == 57


def test_every_listed_place_is_in_the_pack() -> None:
    with data_file("poi/poi_malang.csv").open() as file:
        listed = {row["nama"]: row for row in csv.DictReader(file)}
    ours = {place.name: place for place in malang().places}
    assert listed.keys() <= ours.keys()
    for name, row in listed.items():
        assert (ours[name].lat is not None) == bool(row["lat"])
        assert malang().kecamatan_of(ours[name].code) is not None


def test_the_point_decides_in_which_area_a_place_lies() -> None:
    located = [(p, p.lat, p.lon) for p in malang().places if p.lat is not None]
    assert len(located) > 40
    index = malang().boundaries
    assert index is not None
    for place, lat, lon in located:
        assert lon is not None
        assert place.parent == index.area_at(lat, lon)
        if index.distance_to_border_m(lat, lon) > 50:
            assert place.parent == true_area(lat, lon)


def test_an_imported_place_is_settled_by_its_point() -> None:
    hall = next(place for place in malang().places if place.code == "balai-kota-malang")
    astray = replace(hall, parent="35.73.05.1001")
    afar = replace(astray, lat=-8.3)
    unknown = replace(astray, lat=None, lon=None)
    assert [place.parent for place in malang().placed([astray, afar, unknown])] == [
        hall.parent,
        "35.73.05.1001",
        "35.73.05.1001",
    ]
    assert jember().placed([astray]) == (astray,)


def test_what_has_no_survey_says_so() -> None:
    for place in malang().places:
        detail = malang().details[place.code]
        if place.lat is None:
            assert "disurvei" in detail.note
            assert detail.accuracy_m is None
        else:
            assert detail.accuracy_m
        assert place.source


def test_only_our_own_units_may_be_ordered() -> None:
    for pack in (malang(), jember()):
        assert {a.short for a in pack.agencies if a.ours} == {
            a.short for a in pack.agencies if a.orderable
        }
        asked = {agency.code for agency in pack.agencies if not agency.orderable}
        assert {"linmas", "dishub", "damkar", "satpolpp", "senkom"} <= asked


def test_another_city_is_data() -> None:
    pack = jember()
    assert len(pack.areas) == 31
    assert pack.boundaries is None
    assert pack.level is PlaceKind.KECAMATAN
    assert pack.gazetteer.search("Sumberjmbe")[0].place.code == "35.09.31"
    assert pack.gazetteer.search("unej")[0].place.name == "Universitas Jember"
    assert pack.kecamatan_of("universitas-jember") == "35.09.21"


def test_without_boundaries_the_area_is_the_nearest_label_and_says_so() -> None:
    area = next(area for area in jember().areas if area.name == "Kaliwates")
    assert area.lat is not None
    assert area.lon is not None
    hit = jember().area_at(area.lat + 0.01, area.lon)
    assert hit is not None
    assert (hit.code, hit.how) == (area.code, AreaBy.NEAREST_LABEL)
    assert hit.label_m == pytest.approx(1_112, rel=1e-2)
    assert jember().area_at(-7.98, 112.63) is None
    inside = malang().area_at(-7.98, 112.63)
    assert inside is not None
    assert (inside.how, inside.label_m) == (AreaBy.BOUNDARY, None)


def test_the_pack_of_a_new_room_is_named_beside_the_packs(tmp_path: Path) -> None:
    assert pack_ids(PACKS) == ("jember", "malang")
    assert default_pack_id(PACKS) == malang().id
    for content in ('pack = "../packs/malang"', 'pack = "atlantis"', "", "pack ="):
        (tmp_path / "default.toml").write_text(content)
        with pytest.raises(PackError) as refused:
            default_pack_id(tmp_path)
        assert refused.value.faults[0].file == "default.toml"


APP = re.compile(r"jogo[ _]malang( presisi)?", re.IGNORECASE)


def test_no_code_names_a_city() -> None:
    """Cities and their areas are named under resources/ only; a docstring may give an example,
    and an app that carries its city's name has a connector of that name."""
    names = {pack.name.split()[-1] for pack in (malang(), jember())}
    names |= {area.name for area in (*malang().areas, *jember().areas)}
    city = re.compile(rf"\b({'|'.join(sorted(names - EVERYDAY_WORDS))})\b|\b35\.(73|09)\b", re.I)
    told = [
        f"{path.relative_to(CODE)}:{line} {found.group()}"
        for path in sorted(CODE.rglob("*.py"))
        for line, text in spoken(path)
        if (found := city.search(APP.sub("", text)))
    ]
    assert city.search("di Kedungkandang, 35.73.03")
    assert told == []


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """Names and strings of a source file without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    loose = {id(step.value) for step in ast.walk(tree) if isinstance(step, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in loose:
                yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id.replace("_", " ")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of a shipped pack to damage."""
    target = tmp_path / "pack"
    shutil.copytree(PACKS / "malang", target)
    return target


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column", "code"),
    [
        ("areas.csv", "-7.92190", "x", 7, "lat", FaultCode.NOT_A_NUMBER),
        ("areas.csv", "-7.92190", "nan", 7, "lat", FaultCode.NOT_A_NUMBER),
        ("areas.csv", "-7.92190,112.64693", "112.64693,-7.92190", 7, "lat", FaultCode.SWAPPED),
        ("areas.csv", "-7.92190", "", 7, "lat", FaultCode.MISSING_VALUE),
        ("areas.csv", "35.73.01.1002", "35.73.01.1001", 8, "code", FaultCode.DUPLICATE),
        ("areas.csv", "kelurahan,35.73.01", "kelurahan,35.73.09", 7, "parent",
         FaultCode.UNKNOWN_CODE),
        ("areas.csv", "kelurahan,35.73.01", "kecamatan,35.73.01", 7, "parent",
         FaultCode.UNKNOWN_CODE),
        ("areas.csv", "kelurahan", "kampung", 7, "kind", FaultCode.UNKNOWN_VALUE),
        ("areas.csv", "nicknames", "nick", 1, "nicknames", FaultCode.MISSING_COLUMN),
        ("areas.csv", "Balearjosari,", ",", 7, "name", FaultCode.MISSING_VALUE),
        ("places.csv", "hospital", "spaceport", 2, "kind", FaultCode.UNKNOWN_VALUE),
        ("places.csv", "polsek-sukun,Polsek Sukun,police,,,,35.73.04",
         "polsek-sukun,Polsek Sukun,police,,,,", 25, "parent", FaultCode.MISSING_VALUE),
        ("agencies.toml", "ours = true", 'ours = "yes"', 1, "ours", FaultCode.UNKNOWN_VALUE),
        ("agencies.toml", "ours = true", "ours = maybe", None, None, FaultCode.UNREADABLE),
        ("pack.toml", "Asia/Jakarta", "Asia/Nowhere", None, "time_zone", FaultCode.UNKNOWN_VALUE),
        ("pack.toml", "Asia/Jakarta", "../secret", None, "time_zone", FaultCode.UNKNOWN_VALUE),
        ("pack.toml", 'level = "kelurahan"', 'level = "rt"', None, "level",
         FaultCode.UNKNOWN_VALUE),
        ("pack.toml", "-7.9797", "112.6304", None, "lat", FaultCode.OUT_OF_RANGE),
        ("boundaries.jsonl", '"area":"35.73.01.1001"', '"area":"35.73.01.1099"', None, "area",
         FaultCode.UNKNOWN_CODE),
        ("boundaries.jsonl", '"arc":[', '"arc":["x",', 2, None, FaultCode.BAD_GEOMETRY),
        ("roads.csv", "35.73.01.1001", "nowhere", 2, "start", FaultCode.UNKNOWN_CODE),
        ("junctions.csv", "-7.92524", "", 2, "lat", FaultCode.MISSING_VALUE),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_file_row_and_column(
    broken: Path,
    file: str,
    old: str,
    new: str,
    row: int | None,
    column: str | None,
    code: FaultCode,
) -> None:
    replace_in(broken / file, old, new)
    with pytest.raises(PackError) as refused:
        load_pack(broken)
    first = refused.value.faults[0]
    assert (first.file, first.row, first.column, first.code) == (file, row, column, code)
    assert file in str(refused.value)


def test_all_faults_are_reported_together(broken: Path) -> None:
    replace_in(broken / "areas.csv", "-7.92190", "x")
    replace_in(broken / "places.csv", "hospital", "spaceport")
    (broken / "agencies.toml").unlink()
    with pytest.raises(PackError) as refused:
        load_pack(broken)
    codes = {(fault.file, fault.code) for fault in refused.value.faults}
    assert {
        ("areas.csv", FaultCode.NOT_A_NUMBER),
        ("places.csv", FaultCode.UNKNOWN_VALUE),
        ("agencies.toml", FaultCode.MISSING_FILE),
    } <= codes


def test_a_graph_in_two_pieces_is_refused(broken: Path) -> None:
    (broken / "roads.csv").write_text(
        "start,end,length_m,kind\n35.73.01.1001,35.73.01.1002,900,local\n"
        "35.73.04.1001,35.73.04.1002,900,local\n"
    )
    with pytest.raises(PackError) as refused:
        load_pack(broken)
    assert {fault.code for fault in refused.value.faults} == {FaultCode.DISCONNECTED}


def test_a_table_that_is_not_utf8_is_refused_by_row(broken: Path) -> None:
    with (broken / "places.csv").open("ab") as file:
        file.write(b"x,Caf\xe9,market,,,,35.73.04,,,,x,\n")
    rows = (broken / "places.csv").read_bytes().count(b"\n")
    with pytest.raises(PackError) as refused:
        load_pack(broken)
    assert [(f.row, f.code) for f in refused.value.faults] == [(rows, FaultCode.NOT_UTF8)]


def test_a_directory_without_a_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as refused:
        load_pack(tmp_path / "nothing")
    missing = {f.file for f in refused.value.faults if f.code is FaultCode.MISSING_FILE}
    assert missing == {"pack.toml", "areas.csv", "places.csv", "agencies.toml"}
