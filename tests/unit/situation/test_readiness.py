"""Ready units and cover are kept up by what has changed and say what a look at every unit would."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from command_center.domain.targets import Targets
from command_center.domain.unit import Unit, UnitStatus
from command_center.ports import Position, RowsSnapshot
from command_center.situation.board import board_row, coverage
from command_center.situation.news import NEVER, News
from command_center.situation.readiness import AreaCover, ReadyUnits
from command_center.situation.situation import Situation
from tests.ui.scene import NOW, room_rows, unit
from tests.unit.duty.test_alarms import situation_of

AREAS = ("35.73.01", "35.73.02", "35.73.03")
TARGETS = Targets()
UNITS = 25


def area_at(lat: float, lon: float) -> str | None:
    return AREAS[int(lat)] if 0 <= lat < len(AREAS) else None


def area_of(code: str) -> str | None:
    return code if code in AREAS else None


def looked_at_all(situation: Situation, now: datetime) -> tuple[int, object]:
    rows = [board_row(situation, unit) for unit in situation.all("unit")]
    ready = sum(row.is_available(now, TARGETS) for row in rows)
    return ready, coverage(rows, AREAS, area_at, now, TARGETS, home_of=area_of)


def any_unit(dice: random.Random, id: str, at: datetime) -> Unit:
    since = at - timedelta(seconds=dice.choice([5, 1000, 20_000]))
    home = dice.choice([*AREAS, "35.73.05", None])
    agency = dice.choice(["samapta", "psc119"])
    return replace(
        unit(id, id, agency, dice.choice(list(UnitStatus)), 60.0), home=home, status_since=since
    )


def any_positions(dice: random.Random, at: datetime) -> dict[str, Position]:
    return {
        f"unit-{number}": Position(f"unit-{number}", dice.uniform(-0.9, 3.9), 0.0, 5.0, None, None,
                                   at - timedelta(seconds=dice.choice([5, 200, 400])))
        for number in range(UNITS) if dice.random() < 0.6
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_up_says_what_a_look_at_every_unit_says(seed: int) -> None:
    dice, now = random.Random(seed), NOW
    situation = situation_of(
        [*room_rows(), *(any_unit(dice, f"unit-{n}", now) for n in range(UNITS))]
    )
    ready, cover = ReadyUnits(situation), AreaCover(AREAS, area_at, area_of)
    for _ in range(120):
        now += timedelta(seconds=dice.choice([1, 60]))
        kind = dice.random()
        if kind < 0.6:
            id = f"unit-{dice.randrange(UNITS)}"
            situation.put("unit", id, any_unit(dice, id, now))
        elif kind < 0.9:
            moved = any_positions(dice, now)
            kept = {id: at for id, at in situation.positions.items() if dice.random() < 0.7}
            situation.place({**moved, **kept})
        elif kind < 0.95:
            situation.put("unit", f"unit-{dice.randrange(UNITS)}", None)
        else:
            other = situation_of([*room_rows(), *situation.all("unit")])
            other.epoch = situation.epoch
            situation.become(other)
        found = ready.count(now), cover.lines(situation, now)
        assert found == looked_at_all(situation, now)


def test_cover_asks_where_a_unit_is_only_when_it_has_moved() -> None:
    asked: list[float] = []

    def at(lat: float, lon: float) -> str | None:
        asked.append(lat)
        return area_at(lat, lon)

    situation = situation_of([*room_rows(), unit("u1", "A 1", "samapta", UnitStatus.AVAILABLE, 9)])
    cover = AreaCover(AREAS, at, area_of)
    here = Position("u1", 1.5, 0.0, 5.0, None, None, NOW)
    situation.place({"u1": here})
    assert [line.ready for line in cover.lines(situation, NOW)] == [0, 1, 0]
    later = replace(here, at=NOW + timedelta(seconds=9))
    situation.place({"u1": later})
    assert [line.ready for line in cover.lines(situation, NOW)] == [0, 1, 0]
    assert asked == [1.5]
    situation.place({"u1": replace(later, lat=2.5)})
    assert [line.ready for line in cover.lines(situation, NOW)] == [0, 0, 1]


def test_cover_follows_whichever_situation_it_is_asked_about() -> None:
    cover = AreaCover(AREAS, area_at, area_of)
    home = replace(unit("u1", "A 1", "samapta", UnitStatus.AVAILABLE, 9), home=AREAS[0])
    full, empty = situation_of([*room_rows(), home]), situation_of(room_rows())
    assert cover.lines(full, NOW)[0].ready == 1
    assert cover.lines(empty, NOW)[0].ready == 0
    assert cover.lines(full, NOW)[0].ready == 1


def test_news_are_told_once_to_each_reader_and_all_of_them_after_a_load() -> None:
    news = News()
    news.note_all()
    assert news.since(NEVER) is None
    mark = news.mark
    news.note(["a", "b"])
    news.note(["b"])
    assert news.since(mark) == {"a", "b"}
    assert news.since(mark + 1) == {"b"}
    assert news.since(news.mark) == set()
    news.note_all()
    assert news.since(mark) is None
    assert news.since(news.mark) == set()


def test_a_load_tells_every_reader_to_look_at_all() -> None:
    situation = situation_of(room_rows())
    mark = situation.unit_news.mark
    situation.load(RowsSnapshot(0, bytes(32), "e", {}))
    assert situation.unit_news.since(mark) is None
