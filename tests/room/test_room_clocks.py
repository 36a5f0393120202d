"""A room sets its own targets: who may, against whom, and what follows them."""

from dataclasses import replace
from datetime import datetime

import pytest

from command_center.commands.people import AddStaff
from command_center.commands.room_clocks import SetTargets
from command_center.commands.takeover import AskTakeOver
from command_center.commands.triage import TakeIncident
from command_center.commands.unit_words import SetUnitLimits
from command_center.domain.entities import iso
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import TakeOver
from command_center.domain.room import Role
from command_center.domain.targets import SETTING, Targets, targets_of
from command_center.domain.unit_words import default_limits
from command_center.ports import Act
from command_center.situation import setting_history
from command_center.situation.meaning import meaning_of
from command_center.situation.setting_history import last_changes_in, value_at
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def somebody(desk: Desk, name: str, role: Role = Role.OPERATOR) -> Act:
    added = desk.do(AddStaff(name, name.lower(), role), act=desk.room.console)
    id = str(added.result["staff_id"])
    return replace(desk.room.act, actor=id, workstation=f"meja-{name}", role=role.value)


def test_the_administrator_sets_what_the_shift_is_measured_by(desk: Desk) -> None:
    it, lead = somebody(desk, "Anto", Role.ADMINISTRATOR), somebody(desk, "Joko", Role.SHIFT_LEAD)
    with pytest.raises(NotAllowed):
        desk.do(SetTargets({"on_scene_s": 480}), act=lead)
    desk.do(SetTargets({"on_scene_s": 480}), act=it)
    opened = Situation()
    opened.load(desk.room.database.feed.snapshot(desk.room.clock.now()))
    assert opened.clocks.targets == desk.look().clocks.targets == Targets(on_scene_s=480.0)
    with pytest.raises(Conflict):
        desk.do(SetTargets({"verify_s": 90}), act=it)
    with pytest.raises(OperatorError, match="target_wrong"):
        desk.do(SetTargets({"verify_s": 1}, 1), act=it)
    desk.do(SetTargets({}, 1), act=it)
    assert desk.look().clocks.targets.on_scene_s == 600.0
    assert desk.kinds().count("room.targets") == 2
    (kept,) = [row for row in desk.look().all("room_setting") if row.id == SETTING]
    assert kept.value == {}, "what is as by default is not said"


def test_an_owner_has_the_rooms_time_to_answer(desk: Desk) -> None:
    dewi, budi = somebody(desk, "Dewi"), somebody(desk, "Budi")
    desk.do(SetTargets({"take_over_s": 90}), act=desk.room.console)
    id = desk.report()
    desk.do(TakeIncident(id), act=dewi)
    desk.do(AskTakeOver(id, "saya di sambungan dengan pelapor"), act=budi)
    (asked,) = [row for row in desk.look().all("take_over") if isinstance(row, TakeOver)]
    assert (asked.due_at - asked.asked_at).total_seconds() == 90.0


def test_a_limit_of_the_board_that_nobody_set_follows_the_rooms_clock(desk: Desk) -> None:
    lead = somebody(desk, "Joko", Role.SHIFT_LEAD)
    desk.do(SetTargets({"answer_s": 120}), act=desk.room.console)
    shown = default_limits(desk.look().clocks.targets)
    desk.do(SetUnitLimits(replace(shown, break_s=900)), act=lead)
    desk.do(SetTargets({"answer_s": 45}, 1), act=desk.room.console)
    limits = meaning_of(desk.look(), desk.look().clocks.targets).limits
    assert (limits.ordered_s, limits.break_s) == (45, 900)


def test_a_past_period_is_judged_by_what_stood_at_its_end(
    desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting_history, "_PAGE", 2)
    ends = [clock.now()]
    for version, seconds in enumerate((480, 540, 660, 720)):
        clock.turn(60)
        desk.do(SetTargets({"on_scene_s": seconds}, version), act=desk.room.console)
        clock.turn(60)
        ends.append(clock.now())
    history, seq = desk.room.database.history, desk.look().seq

    def stood(until: datetime, up_to: int) -> float:
        return targets_of(value_at(history, SETTING, until, up_to)).on_scene_s

    assert [stood(end, seq) for end in ends] == [600.0, 480.0, 540.0, 660.0, 720.0]
    assert stood(ends[-1], seq - 1) == 660.0, "of the shown moment"


def test_each_clock_names_who_changed_it_last_one_given_up_too(
    desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting_history, "_PAGE", 1)
    anto = somebody(desk, "Anto", Role.ADMINISTRATOR)
    sari = somebody(desk, "Sari", Role.ADMINISTRATOR)
    history, at = desk.room.database.history, []
    for version, (act, said) in enumerate(
        [
            (anto, {"on_scene_s": 480, "verify_s": 90}),
            (sari, {"on_scene_s": 480, "verify_s": 90, "order_s": 45}),
            (sari, {"on_scene_s": 480, "order_s": 45}),
        ]
    ):
        clock.turn(60)
        at.append(iso(clock.now()))
        desk.do(SetTargets(said, version), act=act)
    seq = desk.look().seq
    assert last_changes_in(history, SETTING, seq) == {
        "on_scene_s": (at[0], anto.actor),
        "order_s": (at[1], sari.actor),
        "verify_s": (at[2], sari.actor),
    }
    assert last_changes_in(history, SETTING, seq - 1)["verify_s"] == (at[0], anto.actor)
