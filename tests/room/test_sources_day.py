"""A minute of a day: every system talks, dies once and comes back; nothing is lost or doubled."""

import pytest

from command_center.exercise.systems import files, hospitals
from tests.chaos.sources_day import trackers
from tests.chaos.sources_day.day import Plan, live_a_day
from tests.chaos.sources_day.played import MAIL

SECONDS = 60.0


@pytest.mark.long
@pytest.mark.timeout(400)
@pytest.mark.usefixtures("caplog")
def test_everything_said_and_told_on_a_day_is_accounted_for(database_url: str) -> None:
    told = live_a_day(database_url, Plan(SECONDS, away_s=5.0))
    assert told.good, told.faults
    total = told.total
    assert total.stored > SECONDS
    assert total.arrived == total.messages > 0
    assert total.refused > 0
    assert total.duplicate > 0
    assert told.late > 0
    for silent in (files.SOURCE_ID, hospitals.HAVE_SOURCE_ID, trackers.SOURCE_ID):
        assert told.rows[silent].stored > 0, silent
    assert told.rows[MAIL].arrived > 0
