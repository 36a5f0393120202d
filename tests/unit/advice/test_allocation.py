"""Groups by pattern, people to groups: nobody over, the least travel, shortages by name."""

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from command_center.advice.allocation.groups import Station, group_stations
from command_center.advice.allocation.plan import Plan, Pool, make_plan, ways_m
from command_center.advice.allocation.transport import send
from command_center.advice.election_tables import (
    Pattern,
    pattern_presets,
    read_pattern,
    stage_presets,
)
from command_center.domain.election import Force
from command_center.domain.errors import OperatorError
from command_center.domain.site import ElectionKind

LEVELS = ("kurang_rawan", "rawan", "sangat_rawan")
RULES = {"kurang_rawan": Pattern(1, 4, 8), "rawan": Pattern(1, 2, 4)}
NORTH, SOUTH = (-7.93, 112.63), (-8.01, 112.63)


def station(
    number: int, area: str = "a", at: tuple[float, float] = NORTH, **more: object
) -> Station:
    given = {"level": "kurang_rawan", **more}
    return Station(area, number, *at, **given)  # type: ignore[arg-type]


def police(id: str, strength: int, at: tuple[float, float] = NORTH) -> Pool:
    return Pool(id, Force.POLICE, id, strength, *at)


def plan(stations: list[Station], pools: list[Pool], *, stands_in: bool = False) -> Plan:
    return make_plan(stations, RULES, pools, LEVELS, military_stands_in=stands_in)


def test_groups_are_even_and_never_larger_than_the_pattern() -> None:
    stations = [station(n) for n in range(1, 10)] + [station(901, special=True)]
    groups, left = group_stations(stations, RULES)
    assert [group.numbers for group in groups] == [(1, 2, 3), (4, 5, 6), (7, 8, 9), (901,)]
    assert [(group.police, group.linmas) for group in groups] == [(1, 6)] * 3 + [(1, 2)]
    assert left == []


def test_near_stations_are_in_one_group() -> None:
    mixed = [station(n, at=NORTH if n % 2 else SOUTH) for n in range(1, 9)]
    groups, _ = group_stations(mixed, RULES)
    assert [group.numbers for group in groups] == [(1, 3, 5, 7), (2, 4, 6, 8)]


def test_a_level_without_a_pattern_is_named_and_gets_no_group() -> None:
    made = plan([station(1), station(2, level="sangat_rawan")], [police("p", 5)])
    assert [one.number for one in made.unruled] == [2]
    assert [post.group.numbers for post in made.posts] == [(1,)]


def test_the_near_home_sends_and_a_shortage_falls_on_the_least_vulnerable() -> None:
    stations = [
        station(1, "north"),
        station(2, "south", SOUTH, level="rawan"),
        station(3, "south", SOUTH),
    ]
    made = plan(stations, [police("p-north", 1), police("p-south", 1, SOUTH)])
    sent = {post.group.numbers: [id for id, _, _ in post.posted] for post in made.posts}
    assert sent[2,] == ["p-south"]
    assert sum(bool(ids) for ids in sent.values()) == 2
    missing = {post.group.numbers: post.short.get(Force.POLICE, 0) for post in made.posts}
    assert missing[2,] == 0
    assert sum(missing.values()) == 1
    assert all(post.short[Force.LINMAS] for post in made.shortages)


def test_the_only_officer_goes_far_to_the_more_vulnerable_one() -> None:
    stations = [station(1, "near"), station(2, "far", SOUTH, level="rawan")]
    made = plan(stations, [police("p", 1)])
    assert [post.group.area_code for post in made.posts if post.posted] == ["far"]


def test_soldiers_stand_in_only_when_asked_and_after_the_police() -> None:
    stations = [station(1), station(2, level="rawan")]
    pools = [police("p", 1, SOUTH), Pool("t", Force.MILITARY, "Kodim", 5, *NORTH)]
    assert plan(stations, pools).filled[Force.POLICE] == 1
    both = plan(stations, pools, stands_in=True)
    assert both.filled[Force.POLICE] == 2
    assert both.idle == {"p": 0, "t": 4}


def test_a_shortage_is_shared_among_posts_alike() -> None:
    stations = [station(n) for n in range(1, 13)]
    made = plan(stations, [Pool("l", Force.LINMAS, "Linmas", 12, *NORTH)])
    assert [sum(people for _, people, _ in post.posted) for post in made.posts] == [4, 4, 4]
    assert [post.short[Force.LINMAS] for post in made.posts] == [4, 4, 4]


places = st.tuples(st.floats(-8.05, -7.9), st.floats(112.57, 112.7))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(places, st.integers(1, 4)), min_size=1, max_size=6),
    st.lists(st.tuples(places, st.integers(1, 4)), min_size=1, max_size=5),
)
def test_it_travels_as_little_as_an_assignment_of_single_people(
    posts: list[tuple[tuple[float, float], int]], homes: list[tuple[tuple[float, float], int]]
) -> None:
    """Against the Hungarian method over each person and each place, without ranks."""
    groups, _ = group_stations(
        [station(n, f"k{n}", at) for n, (at, _) in enumerate(posts, 1)], RULES
    )
    pools = [police(f"p{n}", many, at) for n, (at, many) in enumerate(homes)]
    order = [int(group.area_code[1:]) - 1 for group in groups]
    needs = np.array([posts[at][1] for at in order])
    strength = np.array([pool.strength for pool in pools])
    ways = ways_m(groups, pools)
    nothing = np.zeros(len(pools))
    made = send(ways, nothing, strength, needs, needs, np.zeros(len(needs), dtype=np.int64))
    each = np.repeat(np.repeat(ways, strength, axis=0), needs, axis=1)
    best = each[linear_sum_assignment(each)].sum()
    assert made.travel_m == pytest.approx(best, abs=0.5)
    assert int(made.people.sum()) == min(strength.sum(), needs.sum())
    assert made.bound_m <= made.travel_m + 0.5
    assert np.all(made.people.sum(axis=1) <= strength)
    assert np.all(made.people.sum(axis=0) <= needs)


def test_the_order_of_the_lists_changes_nothing() -> None:
    rng = random.Random(7)
    stations = [
        station(n, f"k{n % 5}", (rng.uniform(-8, -7.9), rng.uniform(112.6, 112.7)))
        for n in range(1, 60)
    ]
    pools = [police(f"p{n}", 3, (-7.95 - n / 100, 112.63)) for n in range(4)]
    first = plan(stations, pools)
    rng.shuffle(stations)
    assert plan(stations, pools[::-1]) == first


def test_nothing_to_guard_or_nobody_to_send_is_a_plan_all_the_same() -> None:
    assert plan([], [police("p", 3)]).posts == ()
    nobody = plan([station(1)], [])
    assert nobody.filled[Force.POLICE] == nobody.travel_m == 0
    assert nobody.shortages[0].short == {Force.POLICE: 1, Force.LINMAS: 2}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2-4", "pattern_wrong"),
        ("dua-empat-delapan", "pattern_wrong"),
        ("-1-4-8", "pattern_wrong"),
        ("2-0-4", "pattern_no_station"),
        ("0-4-0", "pattern_nobody"),
        ("200-1-2", "pattern_range"),
        ("2-400-2", "pattern_range"),
    ],
)
def test_an_impossible_pattern_is_told_by_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(OperatorError, match=why):
        read_pattern(text)


def test_a_pattern_is_read_as_people_write_it() -> None:
    assert {str(read_pattern(text)) for text in ("2-4-8", " 2 : 4 : 8 ", "02–4–8")} == {"2-4-8"}


def test_every_preset_has_its_source_and_only_what_was_printed() -> None:
    presets = {preset.name: preset for preset in pattern_presets()}
    assert all(preset.source and preset.rules.keys() <= set(LEVELS) for preset in presets.values())
    assert str(presets["Jawa Barat 2013"].rules["kurang_rawan"]) == "1-4-8"
    assert "kurang_rawan" not in presets["Sulawesi Utara 2024"].rules


def test_the_calendars_give_the_days_of_the_regulations() -> None:
    made = {
        s.name: (s.starts_on, s.ends_on) for s in stage_presets(ElectionKind.REGIONAL, "2024-11-27")
    }
    assert made["Kampanye"] == ("2024-09-25", "2024-11-23")
    assert made["Penghitungan dan rekapitulasi"] == ("2024-11-27", "2024-12-16")
    made = {
        s.name: (s.starts_on, s.ends_on) for s in stage_presets(ElectionKind.GENERAL, "2024-02-14")
    }
    assert made["Kampanye"] == ("2023-11-28", "2024-02-10")
    assert made["Rekapitulasi"] == ("2024-02-15", "2024-03-20")
    assert stage_presets(ElectionKind.OTHER, "2024-02-14") == ()


def test_stations_of_a_kelurahan_are_all_in_a_group_once() -> None:
    stations = [station(n, f"k{n % 3}", level=LEVELS[n % 2]) for n in range(1, 51)]
    groups, _ = group_stations(stations, RULES)
    members = [(g.area_code, n) for g in groups for n in g.numbers]
    assert sorted(members) == sorted((s.area_code, s.number) for s in stations)
    assert all(len(g.numbers) <= g.pattern.stations for g in groups)
    sizes = {
        key: [len(g.numbers) for g in part]
        for key, part in itertools.groupby(groups, lambda g: (g.area_code, g.level))
    }
    assert all(max(some) - min(some) <= 1 for some in sizes.values())
