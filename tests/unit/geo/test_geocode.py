"""Words about places of Malang as people write them, against what the city's own tables say."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.domain.place import Place, PlaceKind
from command_center.geo.candidates import Candidate, Reason, Sure
from command_center.geo.distance import distance_m
from command_center.geo.geocode import Geocoder
from command_center.geo.sound import sound
from command_center.geo.streets import StreetPoint
from tests.unit.geo.packs_for_tests import jember, malang
from tests.unit.geo.real_data import data_file

TABLE = Path(__file__).with_name("malang_addresses.csv")


def rows() -> list[dict[str, str]]:
    """`source` says where the truth is from: the camera directory, the list of public places, the
    areas. `area` is the kelurahan the source gives, "" where it gives none."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def find(text: str, limit: int = 6) -> list[Candidate]:
    return malang().geocoder.find(text, limit)


def first(text: str) -> Candidate:
    found = find(text)
    assert found, text
    return found[0]


def reasons(candidate: Candidate) -> set[Reason]:
    return {why.reason for why in candidate.why}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["said"])
def test_what_people_write_means_the_place_it_means(row: dict[str, str]) -> None:
    best = first(row["said"])
    area = malang().gazetteer.by_code(best.place.parent or "")
    assert best.place.name == row["means"]
    assert not row["area"] or (area is not None and area.name == row["area"])


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(rows()) >= 130
    assert len({row["said"] for row in rows()}) == len(rows())


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "?!", "zzzz", "12345", "rt 3 rw 4", "jl", "jl mawar 12", "jl diponegoro"),
        *("surabaya", "jl tunjungan surabaya", "perumahan araya", "warung bu siti", "kebakaran"),
        *("rumah saya", "sma 3", "smpn 5", "dekat sekolah", "di sini", "gang buntu", "=1+1"),
    ],
)
def test_what_nobody_knows_is_not_guessed(text: str) -> None:
    assert find(text) == []


def test_a_word_among_others_is_never_more_than_possible() -> None:
    for text in ("jl melati indah", "ada keributan di suhat sejak sore"):
        best = first(text)
        assert Reason.INSIDE in reasons(best)
        assert best.sure is Sure.POSSIBLE


def test_a_kelurahan_and_its_kecamatan_are_both_told() -> None:
    one, other, *_ = find("sukun")
    assert {one.place.kind, other.place.kind} == {PlaceKind.KECAMATAN, PlaceKind.KELURAHAN}
    for candidate in (one, other):
        assert Reason.OTHERS_AS_GOOD in reasons(candidate)
        assert candidate.sure is Sure.LIKELY
    (only,) = [c for c in find("kec. Sukun") if c.sure is Sure.CERTAIN]
    assert only.place.kind is PlaceKind.KECAMATAN


def test_a_name_of_a_street_and_of_a_stadium_is_told_as_both() -> None:
    names = [c.place.name for c in find("gajayana") if Reason.OTHERS_AS_GOOD in reasons(c)]
    assert sorted(names) == ["Jl. Gajayana", "Stadion Gajayana"]
    assert first("jl gajayana").sure is Sure.CERTAIN


def with_streets(*points: StreetPoint) -> Geocoder:
    return Geocoder(replace(malang(), streets=points))


def test_streets_of_one_name_far_apart_are_two_until_the_area_is_said() -> None:
    mawar = [
        StreetPoint("Jl. Mawar", (), -7.9464, 112.6290),
        StreetPoint("Jl. Mawar", (), -7.9470, 112.6295),
        StreetPoint("Jl. Mawar", (), -8.0130, 112.6435),
    ]
    geocoder = with_streets(*mawar)
    one, other = geocoder.find("Jl Mawar no 7")
    assert one.place.code != other.place.code
    assert all(Reason.OTHERS_AS_GOOD in reasons(c) and c.sure is Sure.LIKELY for c in (one, other))
    best, _ = geocoder.find("Jl Mawar no 7 kec kedungkandang")
    assert best.place.lat == pytest.approx(-8.0130)
    assert best.sure is Sure.CERTAIN
    assert Reason.AREA_AGREES in reasons(best)
    again = geocoder.place(best.place.code)
    assert again is not None
    assert again.name == "Jl. Mawar"


def test_an_area_that_contradicts_is_said_and_not_hidden() -> None:
    best = first("jl bandung kec blimbing")
    assert best.place.name == "Jl. Bandung"
    assert Reason.AREA_DIFFERS in reasons(best)
    assert best.sure is Sure.POSSIBLE


def test_an_area_that_agrees_chooses_the_part_of_the_street_that_lies_there() -> None:
    for kelurahan in ("Samaan", "Klojen"):
        best = first(f"jl jaksa agung suprapto kel {kelurahan}")
        area = malang().gazetteer.by_code(best.place.parent or "")
        assert area is not None
        assert area.name == kelurahan


def test_a_number_nobody_knows_is_said_and_one_that_is_an_address_is_the_place() -> None:
    unknown, known = first("Jl. Kawi no 500"), first("Jl. Kawi no. 32")
    assert Reason.DETAIL_UNKNOWN in reasons(unknown)
    assert (known.place.name, Reason.ADDRESS in reasons(known)) == ("RSIA Melati Husada", True)


def test_an_address_says_whether_it_lies_in_the_area_that_was_said() -> None:
    agrees, differs = first("Jl. Rajasa 27, kel. Bumiayu"), first("Jl. Rajasa 27, kel. Madyopuro")
    assert agrees.place.name == differs.place.name == "RSUD Kota Malang"
    assert [why.reason for why in agrees.why] == [Reason.ADDRESS, Reason.NAME, Reason.AREA_AGREES]
    assert [why.reason for why in differs.why] == [Reason.ADDRESS, Reason.NAME, Reason.AREA_DIFFERS]
    assert (agrees.sure, differs.sure) == (Sure.CERTAIN, Sure.POSSIBLE)


def test_an_address_in_another_part_of_its_street_does_not_agree() -> None:
    farther = [StreetPoint("Jl. Rajasa", (), -8.0266, lon) for lon in (112.6420, 112.6440)]
    geocoder = with_streets(*farther)
    street, house = (
        geocoder.find(f"Jl. Rajasa {number}, kel. Wonokoyo")[0] for number in ("", "27")
    )
    assert (street.place.name, Reason.AREA_AGREES in reasons(street)) == ("Jl. Rajasa", True)
    assert (house.place.name, Reason.AREA_AGREES in reasons(house)) == ("RSUD Kota Malang", False)
    assert house.sure is Sure.POSSIBLE


def test_an_address_is_told_once_where_a_nickname_of_its_street_has_it_too() -> None:
    nicknamed = StreetPoint("Jl. Rajasa", ("Jl. Radjasa Raya", "Jalan Rajasa"), -8.0220, 112.6420)
    best = with_streets(nicknamed).find("Jl. Rajasa 27")[0]
    assert best.place.name == "RSUD Kota Malang"
    assert [why.reason for why in best.why].count(Reason.ADDRESS) == 1


def test_what_is_named_as_near_is_known_no_better_than_150_m() -> None:
    best = first("depan Matos")
    assert Reason.NEAR in reasons(best)
    assert best.accuracy_m is not None
    assert best.accuracy_m >= 150


def test_streets_that_do_not_meet_are_not_made_to() -> None:
    found = find("perempatan Jl. Ijen - Jl. Raden Intan")
    assert not [c for c in found if c.place.code.startswith("simpang:")]


def test_a_crossing_guessed_from_points_apart_says_how_far() -> None:
    best = first("Jl. Veteran / Jl. Bandung")
    (why,) = [why for why in best.why if why.reason is Reason.CROSSING_BETWEEN]
    assert 120 < int(why.about) <= 700
    assert best.sure is Sure.LIKELY
    again = malang().geocoder.place(best.place.code)
    assert again == best.place


def test_a_place_without_a_point_has_the_one_of_its_area_and_says_so() -> None:
    best = first("Polsek Blimbing")
    assert best.place.lat is None
    assert best.at is not None
    assert Reason.AREA_POINT in reasons(best)


def test_a_name_typed_so_far_is_offered() -> None:
    offered = malang().geocoder.find("tung", 6, least_begun=1)
    assert {"Tunggulwulung", "Tunjungsekar"} & {c.place.name for c in offered}
    assert all(c.sure is Sure.POSSIBLE for c in offered)
    assert malang().geocoder.find("t", 6, least_begun=1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soekarno", "sukarno"),
        ("djuanda", "juanda"),
        ("tjokro", "cokro"),
        ("achmad", "ahmat"),
        ("rachmad", "rahmat"),
        ("supriyadi", "supriadi"),
        ("sjarif", "sarif"),
        ("thamrin", "tamrin"),
        ("galungung", "galunggung"),
    ],
)
def test_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_no_two_names_of_the_city_sound_the_same() -> None:
    """Letting go of spelling must not make two kelurahan, or two streets, into one."""
    areas = [area.name for area in malang().areas if area.kind is PlaceKind.KELURAHAN]
    streets = {point.name for point in malang().streets}
    for names in (areas, streets):
        heard = {"".join(map(sound, re.findall("[a-z]+", name.casefold()))) for name in names}
        assert len(heard) == len(names)


def test_every_place_is_found_by_its_own_name_and_nicknames() -> None:
    missed = [
        name
        for place in (*malang().areas, *malang().places)
        for name in (place.name, *place.nicknames)
        if not any(same(c.place, place) for c in find(name))
    ]
    assert missed == []


def same(one: Place, other: Place) -> bool:
    return one.code == other.code


@cache
def known_points() -> list[tuple[str, float, float]]:
    """(address, lat, lon) as the list of public places has them."""
    with data_file("poi/poi_malang.csv").open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    return [
        (r["alamat"], float(r["lat"]), float(r["lon"])) for r in found if r["lat"] and r["alamat"]
    ]


def test_real_addresses_lead_to_where_they_are() -> None:
    wrong = [
        (address, best[0].place.name if best else "")
        for address, lat, lon in known_points()
        for best in [find(address)]
        if not best
        or not best[0].at
        or distance_m(*best[0].at, lat, lon) > max(250, best[0].accuracy_m or 0)
    ]
    assert len(known_points()) >= 17
    assert wrong == []


def test_the_names_of_real_cameras_lead_near_them() -> None:
    """269 names as the city's staff typed them; the point of a long street may be far along it."""
    root = json.loads(data_file("cctv/malang_cctv_2025-10-10.json").read_text(encoding="utf-8"))
    right = total = 0
    for camera in root["cameras"]:
        lat, lon = camera["lat"], camera["lng"]
        if malang().area_at(lat, lon) is None:
            continue
        total += 1
        right += any(
            c.at is not None and distance_m(*c.at, lat, lon) <= (c.accuracy_m or 0) + 300
            for c in find(camera["name"])[:3]
        )
    assert total >= 260
    assert right / total >= 0.97


def test_a_city_without_boundaries_or_streets_has_candidates_too() -> None:
    area = jember().areas[0]
    assert area.code in [c.place.code for c in jember().geocoder.find(area.name)]


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "jl",
                "kawi",
                "/",
                "-",
                "perempatan",
                "depan",
                "no",
                "7",
                "kel",
                "sukun",
                "2",
                ",",
                "gg",
            ]
        ),
        max_size=9,
    ).map(" ".join)
)
def test_any_text_is_answered_in_order(text: str) -> None:
    found = find(text)
    scores = [c.score for c in found]
    assert scores == sorted(scores, reverse=True)
    assert all(60 <= score <= 100 for score in scores)
    assert len({c.place.code for c in found}) == len(found)


def test_a_long_text_is_cut_before_it_is_read() -> None:
    assert find("x" * 5_000) == []
    assert find(f"jl kawi {'di depan ' * 500}")[0].place.name == "Jl. Kawi"
