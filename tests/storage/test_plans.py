"""What the commands ask for on every order is found by an index, also after years."""

from __future__ import annotations

import pytest

from command_center.storage import statements
from command_center.storage.database import Database
from command_center.storage.link import Link
from tests.storage import rows

# entity, fields compared with a value, fields compared with None
ASKED = [
    ("assignment", ("unit_id", "kind"), ("closed_at",)),
    ("assignment", ("incident_id",), ("closed_at",)),
    ("assignment", ("incident_id", "unit_id"), ()),
    ("report", ("source_id", "external_id"), ()),
    ("incident_report", ("report_id",), ("detached_at",)),
    ("merge_link", ("loser_id",), ("unmerged_at",)),
    ("incident", ("merged_into",), ()),
    ("unit", ("call_sign",), ()),
    ("place", ("code",), ()),
    ("alarm", ("type", "subject_id"), ("cleared_at",)),
]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(("entity", "equal", "null"), ASKED)
def test_no_table_is_read_from_end_to_end(
    database: Database, entity: str, equal: tuple[str, ...], null: tuple[str, ...]
) -> None:
    rows.seed(database.storage)
    link = Link(database.engine)
    sql = statements.select(entity, equal, null)
    plan = [row[3] for row in link.all(f"EXPLAIN QUERY PLAN {sql}", ["x"] * len(equal))]
    link.close()
    assert plan[0].startswith("SEARCH")
