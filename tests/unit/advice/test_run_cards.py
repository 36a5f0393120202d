"""Run cards: which row fires, and what of a table is refused."""

from __future__ import annotations

import json
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.advice.categories import categories
from command_center.advice.recommend.question import RecommendFault, Want
from command_center.advice.run_cards import (
    Known,
    Occasion,
    RunCard,
    cards_in_force,
    plan_for,
    read_run_cards,
    run_cards,
    write_run_cards,
)
from command_center.domain.place import LatLon
from command_center.domain.room import SituationLevel
from command_center.geo.faults import FaultCode

HEAD = "category,place,hours,level,alarm,wants,note\n"
KNOWN = Known({"patroli", "pompa"}, {"tawuran", "kebakaran"}, {"Sukun", "Pasar Besar"})


def read(*lines: str) -> tuple[RunCard, ...]:
    cards, faults = read_run_cards((HEAD + "\n".join(lines)).encode(), "x.csv", KNOWN)
    assert faults == []
    return cards


def fired(cards: tuple[RunCard, ...], **asked: object) -> list[int]:
    given_: dict[str, object] = {"category": "tawuran", "places": ("Sukun",), "at": time(12)}
    occasion = Occasion(**(given_ | asked))  # type: ignore[arg-type]
    return [card.row for card in plan_for(cards, occasion).fired]


def test_the_most_specific_row_fires() -> None:
    cards = read(
        "*,,,,1,patroli:1",
        "tawuran,,,,1,patroli:2",
        "tawuran,,,kuning,1,patroli:3",
        "tawuran,,22:00-05:00,,1,patroli:4",
        "tawuran,,23:00-01:00,,1,patroli:5",
        "*,sukun,,,1,patroli:6",
        "*,Pasar Besar,,,1,patroli:7",
    )
    nowhere: tuple[str, ...] = ()
    assert fired(cards, category="kebakaran", places=nowhere) == [2]
    assert fired(cards, places=nowhere) == [3]
    assert fired(cards, places=nowhere, level=SituationLevel.YELLOW) == [4]
    assert fired(cards, places=nowhere, at=time(4, 59)) == [5]
    assert fired(cards, places=nowhere, at=time(5)) == [3]
    assert fired(cards, places=nowhere, at=time(0, 30)) == [6]
    assert fired(cards) == [7]
    assert fired(cards, places=("Pasar Besar", "Sukun")) == [8]


def drawn(half_degree: float) -> str:
    """A square around the middle of Malang, as a cell."""
    west, east, south, north = (
        at + side * half_degree for at in (112.63, -7.98) for side in (-1, 1)
    )
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    text = json.dumps({"type": "Polygon", "coordinates": [ring]})
    return '"' + text.replace('"', '""') + '"'


MIDDLE = LatLon(-7.98, 112.63)


def test_a_drawn_place_holds_points_and_the_smallest_place_goes_first() -> None:
    cards = read(
        "tawuran,,,,1,patroli:1",
        "*,Sukun,,,1,patroli:2",
        f"*,{drawn(0.01)},,,1,patroli:3",
        f"*,{drawn(0.001)},,,1,patroli:4",
        f"*,{drawn(0.1)},,,1,patroli:5",
    )
    assert [card.drawn is None for card in cards] == [True, True, False, False, False]
    sizes = {"km2": (20.0,)}
    assert fired(cards, point=MIDDLE, **sizes) == [5]
    assert fired(cards, point=LatLon(-7.98, 112.635), **sizes) == [4], "4.9 km2, Sukun has 20"
    assert fired(cards, point=LatLon(-7.98, 112.65), **sizes) == [3], "it is smaller than 490"
    assert fired(cards, point=LatLon(-7.98, 112.65), places=()) == [6]
    assert fired(cards, point=LatLon(-7.5, 112.63), places=()) == [2]
    assert fired(cards, **sizes) == [3], "nobody knows where exactly"
    assert fired(cards, point=LatLon(-7.98, 112.65)) == [6], "nor how large Sukun is"


def test_a_drawn_place_survives_a_round_trip_and_is_drawn_once() -> None:
    cards = read(f"tawuran,{drawn(0.01)},22:00-05:00,,1,patroli:1")
    again, faults = read_run_cards(write_run_cards(cards).encode(), "again.csv", KNOWN)
    assert (faults, again) == ([], cards)
    spaced = drawn(0.01).replace(", ", ",").replace("112.62", "112.6200000001")
    twice = f"{HEAD}*,{drawn(0.01)},,,1,patroli:1\n*,{spaced},,,1,patroli:2\n"
    _, faults = read_run_cards(twice.encode(), "x.csv", KNOWN)
    assert [(fault.row, fault.code) for fault in faults] == [(3, FaultCode.DUPLICATE)]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('"{""type"": ""Polygon""}"', FaultCode.NOT_A_POLYGON),
        (drawn(0.01).replace("112.61999999999999", "112.6", 1), FaultCode.RING_OPEN),
        (drawn(40.0), FaultCode.TOO_LARGE),
        ('"{' + "x" * 9_000 + '"', FaultCode.TOO_LONG),
    ],
    ids=["none", "open", "huge", "long"],
)
def test_a_place_drawn_wrongly_is_named_by_row_and_column(cell: str, code: FaultCode) -> None:
    data = f"{HEAD}kebakaran,,,,1,pompa:1\n*,{cell},,,1,patroli:1\n".encode()
    cards, faults = read_run_cards(data, "x.csv", KNOWN)
    assert len(cards) == 1
    assert [(fault.row, fault.column, fault.code) for fault in faults] == [(3, "place", code)]


def test_alarm_levels_add_up_and_say_their_rows() -> None:
    cards = read("tawuran,,,,1,patroli:2:3", "tawuran,,,,3,patroli:1:3; pompa:1")
    plan = plan_for(cards, Occasion("tawuran", (), time(1), alarm=3))
    assert plan.wants == (Want("patroli", 3, 3), Want("pompa", 1, 0))
    assert [card.row for card in plan.fired] == [2, 3]
    assert plan_for(cards, Occasion("tawuran", (), time(1), alarm=2)).wants == (
        Want("patroli", 2, 3),
    )


def test_no_row_is_a_fault_and_never_a_default() -> None:
    cards = read("kebakaran,,,,1,pompa:1", "tawuran,,,,2,patroli:1")
    for alarm in (1, 2):
        with pytest.raises(RecommendFault, match="no_run_card"):
            plan_for(cards, Occasion("tawuran", (), time(1), alarm=alarm))


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("tawurn,,,,1,patroli:1", "category", FaultCode.UNKNOWN_CODE),
        (",,,,1,patroli:1", "category", FaultCode.MISSING_VALUE),
        ("tawuran,Sukn,,,1,patroli:1", "place", FaultCode.UNKNOWN_VALUE),
        ("tawuran,,25:00-05:00,,1,patroli:1", "hours", FaultCode.UNKNOWN_VALUE),
        ("tawuran,,,ungu,1,patroli:1", "level", FaultCode.UNKNOWN_VALUE),
        ("tawuran,,,,,patroli:1", "alarm", FaultCode.MISSING_VALUE),
        ("tawuran,,,,6,patroli:1", "alarm", FaultCode.OUT_OF_RANGE),
        ("tawuran,,,,1.5,patroli:1", "alarm", FaultCode.NOT_A_NUMBER),
        ("tawuran,,,,1,", "wants", FaultCode.MISSING_VALUE),
        ("tawuran,,,,1,;", "wants", FaultCode.MISSING_VALUE),
        ("tawuran,,,,1,patroli", "wants", FaultCode.UNKNOWN_VALUE),
        ("tawuran,,,,1,patroli:0", "wants", FaultCode.UNKNOWN_VALUE),
        ("tawuran,,,,1,patrol:1", "wants", FaultCode.UNKNOWN_CODE),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(line: str, column: str, code: FaultCode) -> None:
    data = (HEAD + "kebakaran,,,,1,pompa:1\n" + line).encode()
    cards, faults = read_run_cards(data, "x.csv", KNOWN)
    assert [card.row for card in cards] == [2]
    assert [(fault.row, fault.column, fault.code) for fault in faults] == [(3, column, code)]


def test_two_rows_for_the_same_and_an_empty_table_are_faults() -> None:
    twice = HEAD + "*,Sukun,,,1,patroli:1\n*,SUKUN,,,1,patroli:2\n"
    _, faults = read_run_cards(twice.encode(), "x.csv", KNOWN)
    assert [(fault.row, fault.code) for fault in faults] == [(3, FaultCode.DUPLICATE)]
    assert read_run_cards(HEAD.encode(), "x.csv", KNOWN)[1][0].code is FaultCode.NO_ROWS
    assert read_run_cards(b"a,b\n", "x.csv", KNOWN)[1][0].code is FaultCode.MISSING_COLUMN


def test_the_shipped_table_answers_every_category_and_survives_a_round_trip() -> None:
    cards = run_cards()
    for category in categories():
        assert plan_for(cards, Occasion(category, (), time(3))).wants
    again, faults = read_run_cards(write_run_cards(cards).encode(), "again.csv", Known())
    assert faults == []
    assert again == cards


def test_the_room_s_own_table_goes_before_the_shipped_one() -> None:
    assert cards_in_force(None) == run_cards()
    own = cards_in_force({"table": HEAD + "*,,,,1,patroli:9\n"})
    assert own[0].wants == (Want("patroli", 9),)
    with pytest.raises(RecommendFault, match="run_cards_unreadable"):
        cards_in_force({"table": HEAD + "*,,,,1,\n"})


@given(st.text(max_size=120))
def test_any_text_is_read_or_named(text: str) -> None:
    cards, faults = read_run_cards((HEAD + text).encode("utf-8", "replace"), "x.csv", KNOWN)
    assert cards or faults
