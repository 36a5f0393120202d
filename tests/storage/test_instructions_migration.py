"""Revision 0015 takes a room without instructions and gives it back as it was."""

from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.instruction import Instruction
from command_center.domain.room import Alarm, AlarmType
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

NEW = {"instruction", "instruction_receipt", "room_task", "task_turn", "shift_note"}
BEFORE = "0014"


def alarm(id: str, kind: AlarmType) -> Alarm:
    return Alarm(id, 1, kind, 4, "instruction", "i1", {}, NOW, None, None, None)


def move(url: str, scripts: Path, revision: str) -> set[str]:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return NEW & set(inspect(connection).get_table_names())


def test_a_room_goes_back_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(Instruction("i1", 1, "Siaga", "", "rina", NOW, NOW, None, None, None, None, ""))
        work.add(alarm("a1", AlarmType.INSTRUCTION_UNHEARD))
        work.add(alarm("a2", AlarmType.VISIT_OVERDUE))
    opened.close()
    assert move(database_url, migrations, BEFORE) == set()
    assert move(database_url, migrations, migrate.HEAD) == NEW
    again = open_database(database_url, scripts=migrations)
    after = again.feed.snapshot(None).rows
    assert [row["id"] for row in after["alarm"] if row["id"] in ("a1", "a2")] == ["a2"]
    assert after["instruction"] == []
    with acting(again.storage) as work:
        work.add(alarm("a3", AlarmType.TASK_OVERDUE))
    with pytest.raises(Exception, match="no_delete"), open_engine(database_url).begin() as raw:
        raw.exec_driver_sql("DELETE FROM alarm")
    again.close()
