"""A report of a past period is judged by what the room wanted then, whatever it wants by now."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain import calls, targets
from command_center.domain.calls import CallRules, Rung
from command_center.domain.clocks import Clock
from command_center.domain.room import RoomSetting
from command_center.situation.period_report import Period, PeriodReport
from command_center.ui.reports import period_job
from command_center.ui.reports.period_job import PeriodJob
from tests.ui.scene import NOW
from tests.ui.seats import Desk

HOUR = timedelta(hours=1)


def test_both_the_rooms_clocks_and_those_of_110_are_those_of_the_time(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(period_job, "city_paths", lambda seat: {})
    then, since = CallRules(ladder=(Rung("Polres", 15),)), CallRules(ladder=(Rung("Polres", 30),))
    clocks = RoomSetting(targets.SETTING, 1, {"on_scene_s": 480})
    rules = RoomSetting(calls.SETTING, 1, then.as_value())
    desk.add(clocks)
    desk.add(rules)
    desk.clock.forward(2 * HOUR.total_seconds())
    desk.change(clocks, value={"on_scene_s": 900})
    desk.change(rules, value=since.as_value())
    desk.settle()
    job = PeriodJob(desk.seat)
    wanted = []
    for until in (NOW - HOUR, NOW + HOUR, NOW + 3 * HOUR):
        with qtbot.waitSignal(job.made) as made:
            job.ask(Period(until - HOUR, until, until - 2 * HOUR))
        report: PeriodReport = made.args[0][0]
        told = report.told.clocks
        wanted.append((told[Clock.RESPONSE].goal_s, told[Clock.ANSWER].goal_s))
    assert wanted == [(600.0, 10.0), (480.0, 15.0), (900.0, 30.0)]
