"""A minute of a day: every system talks, dies once and comes back; nothing is lost or doubled."""

import pytest

from tests.benchmarks.sources_day import Plan, live_a_day

SECONDS = 60.0


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("caplog")
def test_everything_said_and_told_on_a_day_is_accounted_for(database_url: str) -> None:
    told = live_a_day(database_url, Plan(SECONDS, away_s=5.0))
    assert told.good, told
    assert told.stored > SECONDS
    assert told.messages > 0
    assert told.refused > 0
    assert told.duplicate > 0
    assert told.late > 0
