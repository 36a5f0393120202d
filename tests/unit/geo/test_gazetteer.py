from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.place import LocatedBy, Place, PlaceKind
from command_center.geo.gazetteer import Gazetteer, Hit
from tests.unit.geo.packs_for_tests import malang


def city() -> Gazetteer:
    return malang().gazetteer


def first(text: str) -> Hit:
    return city().search(text)[0]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Tasikmadu", "Tasik Madu"),
        ("tasik madu", "Tasik Madu"),
        ("TASIKMADU", "Tasik Madu"),
        ("Gadingkasri", "Gading Kasri"),
        ("gading kasri", "Gading Kasri"),
        ("oro oro dowo", "Oro-oro Dowo"),
        ("Oro-oro Dowo", "Oro-oro Dowo"),
        ("orooro dowo", "Oro-oro Dowo"),
        ("kotalama", "Kotalama"),
        ("Rampal Celaket", "Rampalcelaket"),
        ("suhat", "Jl. Soekarno-Hatta"),
        ("jalan sukarno hatta", "Jl. Soekarno-Hatta"),
        ("Jln Ijen", "Jl. Ijen"),
        ("RSSA", "RSUD dr. Saiful Anwar"),
        ("saiful", "RSUD dr. Saiful Anwar"),
        ("UB", "Universitas Brawijaya"),
        ("stasiun kota baru", "Stasiun Malang"),
        ("balaikota", "Balai Kota Malang"),
        ("35.73.05.1012", "Tasik Madu"),
        # misspelt
        ("tasikmado", "Tasik Madu"),
        ("sawojajr", "Sawojajar"),
        ("bandungrejosri", "Bandungrejosari"),
        ("rs saiful anwr", "RSUD dr. Saiful Anwar"),
        ("kota malang rsud", "RSUD Kota Malang"),
        # typed so far
        ("tunggulw", "Tunggulwulung"),
        ("karangb", "Karangbesuki"),
    ],
)
def test_finds_what_people_type(typed: str, name: str) -> None:
    assert first(typed).place.name == name


def test_names_shared_with_the_kecamatan_come_back_twice_by_kind() -> None:
    shared = {
        area.name
        for area in malang().areas
        if sum(other.name == area.name for other in malang().areas) == 2
    }
    assert shared == {"Blimbing", "Klojen", "Kedungkandang", "Sukun", "Lowokwaru"}
    for name in shared:
        top = [hit.place for hit in city().search(name)[:2]]
        assert [place.name for place in top] == [name, name]
        assert {place.kind for place in top} == {PlaceKind.KELURAHAN, PlaceKind.KECAMATAN}


def test_a_kind_in_front_decides_between_equal_names() -> None:
    assert first("kel. klojen").place.kind is PlaceKind.KELURAHAN
    assert first("kec klojen").place.kind is PlaceKind.KECAMATAN


def test_whole_names_come_before_beginnings_before_misspellings() -> None:
    hits = city().search("gajayana")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].score == 100
    assert first("gajaya").score < 100
    assert first("gajayuna").score < first("gajaya").score


def test_says_which_nickname_fitted() -> None:
    assert first("matos").matched == "Matos"


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "zzzzzzzz", "\x00"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert city().search(typed) == []


@given(st.text(max_size=300))
def test_any_text_is_answered(typed: str) -> None:
    hits = city().search(typed, limit=5)
    assert len(hits) <= 5
    assert len({hit.place.code for hit in hits}) == len(hits)
    assert all(0 < hit.score <= 100 for hit in hits)
    found = city().locate(typed)
    assert found is None or city().by_code(found.code) is found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tasikmadu", "35.73.05.1012"),
        ("Kel. Sukun", "35.73.04.1005"),
        ("kebakaran di Sukun", "35.73.04"),
        ("laka depan Polinema, Jatimulyo", "politeknik-negeri-malang"),
        ("pohon tumbang Jl. Soekarno Hatta dekat jembatan", "jl-soekarno-hatta"),
        ("tawuran di Oro Oro Dowo", "35.73.02.1008"),
        ("kami ramai bareng teman", None),
        ("kecelakaan di Bareng", "35.73.02.1009"),
        ("tidak ada nama di sini", None),
        ("", None),
    ],
)
def test_locates_a_name_in_a_text_or_says_none(text: str, code: str | None) -> None:
    found = city().locate(text)
    assert (found.code if found else None) == code


def test_a_shared_name_alone_means_the_larger_area_unless_the_kind_is_given() -> None:
    assert city().locate("Klojen") == city().by_code("35.73.02")
    assert city().locate("Klojen", PlaceKind.KELURAHAN) == city().by_code("35.73.02.1001")


def test_nearest_gives_metres_and_leaves_areas_out() -> None:
    hall = city().by_code("balai-kota-malang")
    assert hall is not None
    assert hall.lat is not None
    assert hall.lon is not None
    (place, metres), (_, second_m) = city().nearest(hall.lat, hall.lon, limit=2)
    assert place == hall
    assert metres == pytest.approx(0, abs=0.01)
    assert 0 < second_m < 500
    hospital, _ = city().nearest(hall.lat, hall.lon, {PlaceKind.HOSPITAL})[0]
    assert hospital.kind is PlaceKind.HOSPITAL


def test_a_place_without_a_point_stands_at_its_area_and_says_so() -> None:
    fire = city().by_code("upt-damkar-kota-malang")
    area = city().by_code("35.73.04.1001")
    assert fire is not None
    assert area is not None
    located = city().point_of(fire)
    assert fire.lat is None
    assert located is not None
    assert (located.lat, located.lon, located.how) == (area.lat, area.lon, LocatedBy.KELURAHAN)
    assert city().point_of(replace(fire, parent=None)) is None


def test_imported_places_replace_by_code_or_add() -> None:
    stall = Place("w1", 1, "w1", "Warung Cak Di", PlaceKind.MARKET, -7.98, 112.63, None, (), "x")
    hall = city().by_code("balai-kota-malang")
    assert hall is not None
    moved = replace(hall, name="Gedung Baru", nicknames=())
    more = city().with_places([stall, moved])
    assert more.search("warung cak di")[0].place == stall
    assert more.by_code(moved.code) == moved
    assert all(hit.place.name != hall.name for hit in more.search(hall.name))
    assert len(more.places) == len(city().places) + 1
    assert city().by_code("w1") is None
