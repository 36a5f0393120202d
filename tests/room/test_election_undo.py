"""A posting plan that was adopted is taken back whole, by whoever may adopt one."""

from __future__ import annotations

import pytest

from command_center.commands.guarding import Repost
from command_center.commands.undo import Undo, UndoPlan
from command_center.domain.election import PLAN_SETTING
from command_center.domain.errors import Conflict, OperatorError
from command_center.situation.guarding import groups
from tests.room.conftest import HandClock
from tests.room.test_election import Polls, guarded, polls

__all__ = ["guarded", "polls"]


def test_a_plan_is_taken_back_whole_until_somebody_has_changed_it(
    guarded: Polls, clock: HandClock
) -> None:
    desk, setting = guarded.desk, PLAN_SETTING + guarded.id
    done = desk.do(guarded.plan())
    first = groups(desk.look(), guarded.id)
    stale = guarded.plan()
    with pytest.raises(OperatorError, match="not_undoable"):
        desk.do(Undo("room_setting", setting, done.op_id))
    desk.do(UndoPlan("room_setting", setting, done.op_id))
    assert groups(desk.look(), guarded.id) == []
    with pytest.raises(Conflict):  # worked out beside a plan that does not stand any more
        desk.do(stale)
    clock.turn(60)
    desk.do(guarded.plan())
    standing = groups(desk.look(), guarded.id)
    assert {row.id for row in standing}.isdisjoint({row.id for row in first})
    clock.turn(60)
    second = desk.do(guarded.plan())
    desk.do(UndoPlan("room_setting", setting, second.op_id))
    back = groups(desk.look(), guarded.id)
    assert [row.id for row in back] == [row.id for row in standing]
    clock.turn(60)
    third = desk.do(guarded.plan())
    row = groups(desk.look(), guarded.id)[-1]
    desk.do(Repost(row.id, row.posted[0][0], 0, 0, row.version))
    with pytest.raises(Conflict):
        desk.do(UndoPlan("room_setting", setting, third.op_id))
