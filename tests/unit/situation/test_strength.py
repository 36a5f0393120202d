"""Strength and cover are kept up unit by unit and always say what a full count would."""

import random
from dataclasses import replace

import pytest

from command_center.domain.targets import Targets
from command_center.domain.unit import Unit, UnitStatus
from command_center.situation.board import BoardRow, coverage
from command_center.situation.strength import (
    NOBODY,
    CoverTally,
    Strength,
    ancestors,
    cover_of,
    members,
    strength_of,
)
from tests.unit.situation.test_meaning import NOW, ago, row

AREAS = ("35.73.01", "35.73.02", "35.73.03")
TARGETS = Targets()


def area_at(lat: float, lon: float) -> str | None:
    return AREAS[int(lat)] if 0 <= lat < len(AREAS) else None


@pytest.mark.parametrize("seed", range(8))
def test_the_tally_says_what_a_full_count_says(seed: int) -> None:
    dice = random.Random(seed)
    tally = CoverTally(AREAS)
    rows: dict[str, BoardRow] = {}
    for _ in range(300):
        id = f"unit-{dice.randrange(25)}"
        if dice.random() < 0.1:
            tally.drop(id)
            rows.pop(id, None)
        else:
            placed = dice.random() < 0.6
            unit = row(
                dice.choice(list(UnitStatus)),
                id=id,
                ours=dice.random() < 0.8,
                contains=dice.random() < 0.1,
                home=dice.choice([*AREAS, "35.73.05", None]),
                lat=dice.uniform(-0.9, 3.9) if placed else None,
                lon=0.0 if placed else None,
                position_at=ago(5) if placed else None,
                heard_at=ago(dice.choice([5, 1000, 20_000])),
            )
            rows[id] = unit
            ready = unit.is_available(NOW, TARGETS)
            tally.put(id, cover_of(unit, ready, area_at, unit.home))
        assert tally.lines() == coverage(rows.values(), AREAS, area_at, NOW, TARGETS)


def test_what_would_be_left_is_said_by_area_and_only_where_it_differs() -> None:
    tally = CoverTally(AREAS)
    for number, area in enumerate((AREAS[0], AREAS[0], AREAS[1])):
        ready = row(UnitStatus.AVAILABLE, id=f"unit-{number}", home=area)
        tally.put(ready.id, cover_of(ready, True, area_at, area))
    assert tally.after({"unit-0": None}) == {AREAS[0]: (2, 1)}
    assert tally.after({"unit-0": AREAS[1]}) == {AREAS[0]: (2, 1), AREAS[1]: (1, 2)}
    assert tally.after({"unit-0": AREAS[0], "unit-1": AREAS[0]}) == {}
    assert [line.ready for line in tally.lines()] == [2, 1, 0]


def test_strength_counts_people_and_units_and_never_twice() -> None:
    ready, stale = row(UnitStatus.AVAILABLE, crew=10), row(UnitStatus.AVAILABLE, crew=7)
    kompi = row(UnitStatus.AVAILABLE, crew=100, contains=True)
    whole = strength_of(ready, True, False) + strength_of(stale, False, True)
    assert whole == Strength(total=2, ready=1, stale=1, people=17, ready_people=10)
    assert whole + strength_of(kompi, True, False) == whole
    assert whole - whole == NOBODY
    assert not kompi.is_available(NOW, TARGETS)


def unit(id: str, parent: str | None, agency: str = "brimob") -> Unit:
    ready = UnitStatus.AVAILABLE
    return Unit(id, 1, id.upper(), agency, "regu", (), 10, None, parent, ready, NOW, "")


def test_a_unit_stands_under_its_regu_pleton_and_kompi() -> None:
    units = [unit("kompi", None), unit("pleton", "kompi"), unit("regu", "pleton")]
    known = {one.id: one for one in units}
    assert [above.id for above in ancestors(known["regu"], known.get)] == ["kompi", "pleton"]
    foreign = replace(known["pleton"], agency_id="kodim")
    assert ancestors(known["regu"], {**known, "pleton": foreign}.get) == ()


def test_a_unit_that_contains_itself_ends_somewhere() -> None:
    known = {"a": unit("a", "b"), "b": unit("b", "a")}
    assert [above.id for above in ancestors(known["a"], known.get)] == ["b"]
    below = {"a": ("b",), "b": ("a",)}
    assert members(["a"], lambda id: below.get(id, ())) == ()


def test_a_pleton_is_sent_as_its_units_each_once() -> None:
    below = {"kompi": ("pleton-1", "pleton-2"), "pleton-1": ("regu-1", "regu-2")}
    found = members(["regu-2", "kompi", "regu-2"], lambda id: below.get(id, ()))
    assert found == ("regu-2", "regu-1", "pleton-2")
