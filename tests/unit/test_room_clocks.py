"""The clocks a room has decided: what may be set, and that everything is judged by them at once."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Priority
from command_center.domain.room import RoomSetting
from command_center.domain.targets import CLOCKS, SETTING, Targets, demand_sense, targets_of
from command_center.domain.unit import UnitStatus
from command_center.duty.ownership import unowned_p1
from command_center.situation.readiness import ReadyUnits
from command_center.situation.situation import Situation
from tests.ui.scene import NOW, incident, room_rows, unit
from tests.unit.duty.test_alarms import situation_of


def decided(version: int = 1, **seconds: int) -> RoomSetting:
    return RoomSetting(SETTING, version, dict(seconds))


def test_every_default_is_within_its_bounds_and_makes_sense() -> None:
    assert {one.name for one in fields(Targets)} > CLOCKS.keys()
    for clock in CLOCKS.values():
        assert clock.low <= clock.default <= clock.high, clock.name
        assert clock.default == getattr(Targets(), clock.name)
    demand_sense({})


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"on_scene": 600}, "target_unknown"),
        ({"silent_s": 600}, "target_unknown"),
        ({"on_scene_s": 59}, "target_wrong"),
        ({"on_scene_s": 7201}, "target_wrong"),
        ({"on_scene_s": 600.0}, "target_wrong"),
        ({"on_scene_s": True}, "target_wrong"),
        ({"on_scene_s": "600"}, "target_wrong"),
        ({"own_p1_s": 61}, "target_lead_first"),
        ({"own_p1_lead_s": 29}, "target_lead_first"),
    ],
)
def test_what_makes_no_sense_is_named(value: dict[str, object], code: str) -> None:
    with pytest.raises(OperatorError, match=code):
        demand_sense(value)


def test_what_a_newer_program_decided_is_no_mistake_of_who_leaves_it() -> None:
    theirs: dict[str, object] = {"verify_s": 9_999, "on_scene_s": 480}
    with pytest.raises(OperatorError, match="target_unknown") as caught:
        demand_sense(theirs | {"on_scene_s": 500}, theirs)
    assert caught.value.params == {"name": "verify_s"}
    with pytest.raises(OperatorError, match="target_wrong"):
        demand_sense(theirs | {"verify_s": 9_998}, theirs)


def test_a_line_of_the_log_that_cannot_be_is_as_by_default() -> None:
    said = targets_of({"on_scene_s": 480, "verify_s": 1, "later_s": 5, "order_s": None})
    assert said == Targets(on_scene_s=480.0)


def test_what_the_room_decides_turns_everything_at_once() -> None:
    quiet = unit("unit-1", "SAMAPTA 1", "samapta", UnitStatus.AVAILABLE, 700.0)
    situation = situation_of([*room_rows(), quiet])
    ready = ReadyUnits(situation)
    assert ready.count(NOW) == 1
    touched = situation.put("room_setting", SETTING, decided(status_stale_s=600))
    assert (touched.judged, touched.everything) == (True, False)
    assert situation.clocks.targets.status_stale_s == 600.0
    assert ready.count(NOW) == 0, "what was kept up by the old clock is counted anew"
    same = situation.put("room_setting", SETTING, decided(2, status_stale_s=600))
    assert not same.judged
    other = situation.put("room_setting", "calls", RoomSetting("calls", 1, {}))
    assert not other.judged
    situation.put("room_setting", SETTING, None)
    assert ready.count(NOW) == 1


def test_a_window_that_loads_a_room_with_other_clocks_judges_all_of_it_anew() -> None:
    before, after = Situation(), Situation()
    after.put("room_setting", SETTING, decided(verify_s=90))
    touched = before.become(after)
    assert (touched.judged, touched.everything) == (True, False)
    again = Situation()
    again.put("room_setting", SETTING, decided(2, verify_s=90))
    assert not before.become(again).judged
    assert before.clocks.targets.verify_s == 90.0


def test_alarms_ring_by_the_rooms_clock() -> None:
    waiting = incident(1, "Kebakaran", Priority.P1, 31, owner=None)
    situation = situation_of([*room_rows(), waiting])
    at = waiting.opened_at + timedelta(seconds=31)

    def rings() -> int:
        return len(list(unowned_p1(situation, at, situation.clocks.targets)))

    by_default = rings()
    situation.put("room_setting", SETTING, decided(own_p1_s=40, own_p1_lead_s=60))
    assert (by_default, rings()) == (1, 0)


def test_the_document_has_every_clock_as_it_is_declared() -> None:
    text = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    told = text.partition("<!-- clocks")[2].partition("<!-- end of clocks")[0].splitlines()[3:]
    assert told == [
        f"| `{one.name}` | {one.low} to {one.high} s | {one.default} | {one.meaning} |"
        for one in CLOCKS.values()
    ]
