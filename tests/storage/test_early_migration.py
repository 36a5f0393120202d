"""Revision 0010 takes a room without early warnings and gives it back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.room import Alarm, AlarmType
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting
from tests.unit.duty.test_early import EPISODE

RUNG = Alarm("a1", 1, AlarmType.EARLY_WARNING, 3, "early_episode", "e1", {}, NOW, None, None, None)
OTHER = replace(RUNG, id="a2", type=AlarmType.P1_SHARE, subject_kind="room", subject_id="r")


def move(url: str, scripts: Path, revision: str) -> bool:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return "early_episode" in inspect(connection).get_table_names()


def test_a_room_goes_back_to_0009_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        for row in (EPISODE, RUNG, OTHER):
            work.add(row)
    before = opened.feed.snapshot(None).rows["incident"]
    assert [row["id"] for row in opened.feed.snapshot(NOW).rows["early_episode"]] == ["e1"]
    opened.close()
    assert move(database_url, migrations, "0009") is False
    assert move(database_url, migrations, migrate.HEAD) is True
    again = open_database(database_url, scripts=migrations)
    snapshot = again.feed.snapshot(None)
    assert snapshot.rows["incident"] == before
    assert snapshot.rows["early_episode"] == []
    assert [row["id"] for row in snapshot.rows["alarm"]] == ["a2"]
    again.close()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (replace(EPISODE, count=0), "count_range"),
        (replace(EPISODE, rate_a_day=0.0), "rate_a_day_range"),
        (replace(EPISODE, true_share=1.5), "true_share_range"),
        (replace(EPISODE, judged_at=NOW), "judged_whole"),
    ],
)
def test_the_database_takes_no_odd_episode(database_url: str, wrong: object, why: str) -> None:
    opened = open_database(database_url)
    with pytest.raises(Exception, match=why), acting(opened.storage) as work:
        work.add(wrong)
    opened.close()
