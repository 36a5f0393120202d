"""Revision 0013 takes a room without a roster and gives it back as it was."""

from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.roster import Duty, Regu, RollCall
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting, later

NEW = {
    "regu", "personnel", "duty", "duty_swap", "roll_call", "roll_mark", "unit_check", "seating",
}  # fmt: skip


def move(url: str, scripts: Path, revision: str) -> set[str]:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return NEW & set(inspect(connection).get_table_names())


def test_a_room_goes_back_to_0012_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(Regu("a", 1, "Regu A", None))
        work.add(Duty("d", 1, "2026-11-21", 1, "8_jam", NOW, later(60), "a", None, None))
    before = opened.feed.snapshot(None).rows
    opened.close()
    assert before["duty"]
    assert move(database_url, migrations, "0012") == set()
    assert move(database_url, migrations, migrate.HEAD) == NEW
    again = open_database(database_url, scripts=migrations)
    after = again.feed.snapshot(None).rows
    assert after["unit"] == before["unit"]
    assert after["regu"] == []
    again.close()


def test_a_shift_has_one_roll_call(database_url: str) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(RollCall("c1", 1, NOW, later(60), "rina", NOW, None, None))
    with pytest.raises(Exception, match="roll_call"), acting(opened.storage) as work:
        work.add(RollCall("c2", 1, NOW, later(90), "rina", NOW, None, None))
    opened.close()
