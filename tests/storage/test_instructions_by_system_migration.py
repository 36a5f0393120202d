"""Revision 0017 lets a unit's own system say that it heard; 0016 knows it as not heard."""

from dataclasses import replace
from pathlib import Path

import pytest

from command_center.domain.instruction import (
    AddresseeKind,
    HeardBy,
    Instruction,
    InstructionReceipt,
)
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

GIVEN = Instruction("i1", 1, "Siaga", "", "rina", NOW, NOW, None, None, None, None, "")
HEARD = InstructionReceipt(
    "r1", 1, "i1", AddresseeKind.UNIT, "u1", NOW, "src", HeardBy.SYSTEM, None, "Bripka Agus"
)


def move(url: str, scripts: Path, revision: str) -> None:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)


def test_a_room_goes_back_to_0016_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    desk = replace(HEARD, id="r2", addressee="u2", how=HeardBy.RADIO, told_by="")
    with acting(opened.storage) as work:
        for row in (GIVEN, HEARD, desk):
            work.add(row)
    opened.close()
    move(database_url, migrations, "0016")
    move(database_url, migrations, "0017")
    again = open_database(database_url, scripts=migrations)
    found = again.feed.snapshot(None).rows["instruction_receipt"]
    told = {row["id"]: (row["how"], row["heard_by"], row["told_by"]) for row in found}
    assert told == {"r1": (None, None, ""), "r2": ("radio", "src", "")}
    with acting(again.storage) as work:
        work.add(replace(HEARD, id="r3", addressee="u3"))
    with pytest.raises(Exception, match="no_delete"), open_engine(database_url).begin() as raw:
        raw.exec_driver_sql("DELETE FROM instruction_receipt")
    again.close()
