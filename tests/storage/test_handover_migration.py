"""Revision 0014 takes a room without handovers and gives it back as it was."""

from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.handover import Handover
from command_center.domain.room import Shift
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

NEW = {"handover", "handover_item", "book_entry"}


def handover(id: str) -> Handover:
    return Handover(
        id, 1, "s1", "Regu B", "staff:a", None, NOW, "WS", "0" * 64, 0, 0,
        None, None, None, None, None, "", None,
    )  # fmt: skip


def move(url: str, scripts: Path, revision: str) -> set[str]:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return NEW & set(inspect(connection).get_table_names())


def test_a_room_goes_back_to_0012_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(Shift("s1", 1, "Regu A", None, NOW, None))
        work.add(handover("h1"))
    before = opened.feed.snapshot(None).rows
    opened.close()
    assert before["handover"]
    assert move(database_url, migrations, "0012") == set()
    assert move(database_url, migrations, migrate.HEAD) == NEW
    again = open_database(database_url, scripts=migrations)
    after = again.feed.snapshot(None).rows
    assert after["shift"] == before["shift"]
    assert after["handover"] == []
    again.close()


def test_the_database_itself_lets_one_handover_of_a_shift_go_on(database_url: str) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(Shift("s1", 1, "Regu A", None, NOW, None))
        work.add(handover("h1"))
    with pytest.raises(Exception, match="handover"), acting(opened.storage) as work:
        work.add(handover("h2"))
    assert [row["id"] for row in opened.feed.snapshot(None).rows["handover"]] == ["h1"]
    opened.close()
