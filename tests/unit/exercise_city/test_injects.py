"""A scenario with anything wrong in it is told all of it; a good one is put in as it says."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from command_center.domain.errors import OperatorError
from command_center.domain.operation import Authority
from command_center.domain.room import SituationLevel
from command_center.exercise.city.scenario import ScenarioFaults, load_scenario
from command_center.exercise.city.unit_table import load_units
from command_center.exercise.injects.model import (
    Condition,
    Inject,
    InjectKind,
    LevelOrder,
    Reaction,
)
from command_center.exercise.injects.player import LOST_AFTER, InjectPlayer, State
from tests.unit.exercise_city.cities import EXERCISE

START = datetime(2024, 6, 12, 2, 0, tzinfo=UTC)
SISPAMKOTA = EXERCISE / "scenarios" / "sispamkota_500.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXERCISE, tmp_path / "exercise")
    return tmp_path / "exercise" / "scenarios"


def broken(folder: Path, *injects: str) -> set[tuple[str, str]]:
    """(where, code) of every fault of the scenario with these injects besides its own."""
    path = folder / "sispamkota_500.toml"
    path.write_text(path.read_text("utf-8") + "\n".join(injects), encoding="utf-8")
    with pytest.raises(ScenarioFaults) as caught:
        load_scenario(path)
    return {(fault.where, fault.code) for fault in caught.value.faults}


@pytest.mark.parametrize(("name", "people"), [("sispamkota_500", 500), ("sispamkota_850", 850)])
def test_the_shipped_exercises_have_the_strength_they_name(name: str, people: int) -> None:
    scenario = load_scenario(EXERCISE / "scenarios" / f"{name}.toml")
    assert sum(unit.crew for unit in load_units(EXERCISE / scenario.units)) == people
    kinds = {inject.kind for inject in scenario.injects}
    assert kinds == set(InjectKind)
    assert any(inject.when is not None for inject in scenario.injects)


def test_everything_wrong_is_told_at_once(folder: Path) -> None:
    cycle = '[[inject]]\nid = "{}"\nkind = "report"\nafter = ["{}"]\nsource = "jmp"\ntext = "x"\n'
    cycle += 'category = "banjir"\n'
    unit = '[[inject]]\nid = "u"\nkind = "unit_fails"\nat = 09:05:00\nunit = "SAMAPTA 99"\n'
    other = (
        '[[inject]]\nid = "o"\nkind = "report"\nat = "09.05"\nsource = "x"\ntext = ""\n'
        'category = "?"\nwhen = { inject = "nowhere", is = "seen" }\nexpect = [{ do = "fly" }]\n'
    )
    camera = '[[inject]]\nid = "c"\nkind = "camera"\nat = 11:05:00\ncamera = "K"\nshows = "war"\n'
    dance = '[[inject]]\nid = "massa-kpu"\nkind = "dance"\n'
    twice = '[[inject]]\nid = "u"\nkind = "unit_back"\n'
    ring = (cycle.format("a", "b"), cycle.format("b", "a"))
    found = broken(folder, *ring, unit, other, camera, dance, twice)
    assert found == {
        ("inject a", "inject_cycle"),
        ("inject b", "inject_cycle"),
        ("inject u", "inject_unit"),
        ("inject u", "inject_never"),
        ("inject u", "inject_twice"),
        ("inject o", "inject_time"),
        ("inject o", "inject_source"),
        ("inject o", "inject_text"),
        ("inject o", "inject_category"),
        ("inject o", "inject_reaction"),
        ("inject o", "inject_unknown"),
        ("inject c", "inject_camera"),
        ("inject c", "inject_shows"),
        ("inject c", "inject_after_end"),
        ("inject massa-kpu", "inject_kind"),
    }


@pytest.mark.parametrize(
    ("line", "wrong", "code"),
    [
        ("opens = 08:30:00", "", "scenario_part"),
        ('time_zone = "Asia/Jakarta"', 'time_zone = "Asia/Malang"', "scenario_part"),
        ("date = 2024-06-12", "date = hari ini", "scenario_base"),
        ('units = "units_500.csv"', 'units = "units_9.csv"', "scenario_units"),
    ],
)
def test_a_file_that_is_no_scenario_is_refused_in_words(
    folder: Path, line: str, wrong: str, code: str
) -> None:
    path = folder / "sispamkota_500.toml"
    path.write_text(path.read_text("utf-8").replace(line, wrong), encoding="utf-8")
    with pytest.raises(ScenarioFaults) as caught:
        load_scenario(path)
    assert [fault.code for fault in caught.value.faults] == [code]


# --- the player ----------------------------------------------------------------------------------


class Room:
    """A board and a stage in one: what is said arrives when `hears`."""

    def __init__(self) -> None:
        self.hears = True
        self.gone = False
        self.said: list[dict[str, Any]] = []
        self.told: list[tuple[str, str]] = []
        self.done: set[Reaction] = set()
        self.failed: set[str] = set()
        self.cameras = True
        self.orders: list[LevelOrder | None] = []
        self.has_level: bool | None = None

    def say(self, source: str, record: dict[str, Any]) -> None:
        if self.gone:
            raise OperatorError("exercise_city_ended")
        self.said.append(record)

    def show(self, camera: str, shows: str, intensity: float) -> bool:
        return self.cameras

    def fail(self, call_sign: str, why: str) -> None:
        self.failed.add(call_sign)

    def restore(self, call_sign: str) -> None:
        self.failed.discard(call_sign)

    def order(self, inject: Inject) -> None:
        self.orders.append(inject.order)

    def ordered(self, inject: Inject) -> bool | None:
        return self.has_level

    def tell(self, inject: Inject, state: str) -> None:
        self.told.append((inject.id, state))

    def incident_of(self, source: str, report: str) -> str | None:
        there = self.hears and any(record["id"] == report for record in self.said)
        return f"incident of {report}" if there else None

    def reacted(self, incident_id: str, reaction: Reaction) -> bool:
        return reaction in self.done

    def out_of_service(self, call_sign: str) -> bool:
        return call_sign in self.failed


REPORT = Inject("first", InjectKind.REPORT, "", at=START, source="jmp")


def run(player: InjectPlayer, room: Room, second: float) -> dict[str, State]:
    player.tick(START + timedelta(seconds=second), room)
    return {one.inject.id: one.state for one in player.progress()}


def test_injects_come_by_the_clock_and_after_one_another() -> None:
    room = Room()
    then = replace(REPORT, id="then", at=None, after=("first",), delay_s=60.0)
    player = InjectPlayer([then, REPORT], room)
    assert run(player, room, -1) == {"then": State.WAITING, "first": State.WAITING}
    run(player, room, 0)
    assert run(player, room, 59) == {"then": State.WAITING, "first": State.THERE}
    run(player, room, 60)
    assert run(player, room, 61)["then"] is State.THERE
    assert [record["id"] for record in room.said] == ["inject-first", "inject-then"]
    assert room.told == [("first", "there"), ("then", "there")]


@pytest.mark.parametrize("negated", [True, False])
@pytest.mark.parametrize("done", [True, False])
def test_a_condition_waits_for_what_the_room_does(negated: bool, done: bool) -> None:
    room = Room()
    room.done = {Reaction.ORDERED} if done else set()
    when = Condition("first", Reaction.ORDERED, negated, for_s=100.0)
    other = replace(REPORT, id="if", at=None, when=when)
    player = InjectPlayer([REPORT, other], room)
    run(player, room, 0)
    assert run(player, room, 99)["if"] is State.WAITING
    came = run(player, room, 100)["if"]
    assert came is (State.SENT if done is not negated else State.WAITING)


def test_what_never_reaches_the_room_is_lost_and_told() -> None:
    room = Room()
    room.hears = False
    player = InjectPlayer([REPORT], room)
    run(player, room, 0)
    assert run(player, room, LOST_AFTER.total_seconds())["first"] is State.SENT
    assert run(player, room, LOST_AFTER.total_seconds() + 1)["first"] is State.LOST
    assert (player.lost, player.ended, room.told) == (1, True, [("first", "lost")])


def test_what_was_lost_and_comes_after_all_is_there() -> None:
    room = Room()
    room.hears = False
    when = Condition("first", Reaction.ORDERED, negated=True, for_s=10.0)
    player = InjectPlayer([REPORT, replace(REPORT, id="if", at=None, when=when)], room)
    run(player, room, 0)
    late = LOST_AFTER.total_seconds() + 1
    assert run(player, room, late) == {"first": State.LOST, "if": State.WAITING}
    run(player, room, late + 1)
    room.hears = True
    assert run(player, room, late + 2)["first"] is State.THERE
    assert run(player, room, late + 3)["if"] is State.THERE
    assert (player.lost, room.told[:2]) == (0, [("first", "lost"), ("first", "there")])


def test_a_city_that_is_gone_is_tried_again() -> None:
    room = Room()
    room.gone = True
    player = InjectPlayer([REPORT], room)
    assert run(player, room, 0)["first"] is State.WAITING
    room.gone = False
    assert run(player, room, 1)["first"] is State.SENT


def test_a_unit_fails_and_is_back() -> None:
    room = Room()
    fails = Inject("f", InjectKind.UNIT_FAILS, "", at=START, unit="DAMKAR 01")
    back = Inject("b", InjectKind.UNIT_BACK, "", after=("f",), delay_s=10.0, unit="DAMKAR 01")
    player = InjectPlayer([fails, back], room)
    run(player, room, 0)
    assert run(player, room, 1)["f"] is State.THERE
    run(player, room, 11)
    assert run(player, room, 12)["b"] is State.THERE


def test_the_director_puts_in_early_and_skips() -> None:
    room = Room()
    later = replace(REPORT, at=START + timedelta(hours=1))
    skipped = replace(later, id="no")
    behind = replace(REPORT, id="behind", at=None, after=("no",))
    player = InjectPlayer([later, skipped, behind], room)
    run(player, room, 0)
    player.put_in_now("first")
    player.put_in_now("first")
    player.skip("no")
    player.put_in_now("no")
    run(player, room, 1)
    states = run(player, room, 2)
    assert states == {"first": State.THERE, "no": State.SKIPPED, "behind": State.THERE}
    assert len(room.said) == 2


def test_cameras_that_are_not_there_are_no_loss() -> None:
    room = Room()
    room.cameras = False
    player = InjectPlayer([Inject("c", InjectKind.CAMERA, "", at=START)], room)
    assert run(player, room, 0)["c"] is State.UNSTAGED
    assert player.lost == 0


# --- levels --------------------------------------------------------------------------------------


LEVEL = (
    '[[inject]]\nid = "{id}"\nkind = "level"\n{when}\nplace = "{place}"\nlevel = "{level}"\n'
    'officer = "{officer}"\nauthority = "{whose}"\nreason = "{reason}"\n'
)
GIVEN = {
    "id": "x",
    "when": "at = 09:05:00",
    "place": "KPU",
    "level": "kuning",
    "officer": "Kombes W.",
    "whose": "kapolres",
    "reason": "",
}


@pytest.mark.parametrize(
    ("wrong", "codes"),
    [
        ({"place": "Alun-alun"}, {"inject_place"}),
        ({"level": "biru"}, {"inject_level"}),
        ({"officer": "", "whose": "walikota"}, {"inject_officer", "inject_authority"}),
        ({"officer": "x" * 81, "reason": "x" * 1_001}, {"inject_officer", "inject_reason"}),
        ({"level": "merah", "whose": "kapolda"}, {"inject_skips"}),
        ({"when": 'after = ["kpu-kuning"]', "level": "merah"}, {"inject_unusual"}),
        ({"when": 'after = ["kpu-merah"]', "level": "hijau", "whose": "kapolda"}, {"inject_skips"}),
        ({"when": "at = 11:05:00"}, {"inject_after_end"}),
    ],
)
def test_a_level_names_its_place_its_officer_and_why_it_skips(
    folder: Path, wrong: dict[str, str], codes: set[str]
) -> None:
    found = broken(folder, LEVEL.format(**{**GIVEN, **wrong}))
    assert found == {("inject x", code) for code in codes}


def test_a_skip_is_measured_by_the_order_before_it_and_wants_a_reason(folder: Path) -> None:
    path = folder / "sispamkota_500.toml"
    first = LEVEL.format(**GIVEN)
    then = {"id": "y", "when": "at = 09:06:00", "level": "merah", "whose": "kapolda"}
    down = {"id": "z", "when": "at = 09:08:00", "whose": "kapolda", "level": "hijau"}
    told = LEVEL.format(**{**GIVEN, **then}) + LEVEL.format(**{**GIVEN, **down, "reason": "usai"})
    path.write_text(path.read_text("utf-8") + first + told, encoding="utf-8")
    orders = {one.id: one.order for one in load_scenario(path).injects if one.order is not None}
    assert [orders[id].level.value for id in "xyz"] == ["kuning", "merah", "hijau"]
    assert orders["z"].reason == "usai"


@pytest.mark.parametrize(
    ("answer", "state", "lost"),
    [(None, State.SENT, 0), (True, State.THERE, 0), (False, State.REFUSED, 1)],
)
def test_a_level_is_there_once_the_room_has_it(
    answer: bool | None, state: State, lost: int
) -> None:
    room = Room()
    room.has_level = answer
    order = LevelOrder("KPU", SituationLevel.YELLOW, "Kombes W.", Authority.CITY)
    inject = Inject("l", InjectKind.LEVEL, "", at=START, order=order)
    player = InjectPlayer([inject], room)
    assert run(player, room, 0)["l"] is State.SENT
    assert run(player, room, 1)["l"] is state
    assert (room.orders, player.lost) == ([order], lost)
    assert run(player, room, 2)["l"] is state, "given once"
