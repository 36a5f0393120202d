"""No newer program changes the database under workstations that could no longer read it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from command_center.domain.errors import OperatorError
from command_center.domain.room import Workstation
from command_center.runtime.clock import LiveClock
from command_center.storage import migrate, programs
from command_center.storage.database import Database
from tests.storage import rows
from tests.storage.rows import acting

NEXT = "9001"
SCRIPT = f'''
from alembic import op
revision, down_revision, branch_labels, depends_on = "{NEXT}", "{migrate.HEAD}", None, None
def upgrade():
    op.execute("CREATE TABLE of_the_next (id INTEGER)")
def downgrade():
    op.execute("DROP TABLE of_the_next")
'''


@pytest.fixture
def scripts(migrations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of a program that is one revision ahead, and this one is it."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_the_next.py").write_text(SCRIPT)
    monkeypatch.setattr(migrate, "HEAD", NEXT)
    return folder


def seen(database: Database, name: str, schema: str, *, days_ago: float = 0) -> None:
    at = LiveClock().now() - timedelta(days=days_ago)
    database.telemetry.put_health(programs.told(name, schema, at))


def stands_at(database: Database) -> str | None:
    with database.engine.connect() as connection:
        return migrate.revision_of(connection)


def test_a_migration_waits_and_says_for_whom(database: Database, scripts: Path) -> None:
    before = stands_at(database)
    seen(database, "PC-2", "0016")
    seen(database, "PC-3", NEXT)
    seen(database, "PC-4", "0016", days_ago=8)
    with pytest.raises(OperatorError) as refused:
        migrate.bring_up_to_date(database.engine, scripts)
    assert refused.value.code == "migration_waits"
    assert refused.value.params == {"names": "PC-2 (0.1.0)", "schema": NEXT}
    assert stands_at(database) == before
    seen(database, "PC-2", NEXT)
    migrate.bring_up_to_date(database.engine, scripts)
    assert stands_at(database) == NEXT


def test_an_administrator_may_say_anyway(database: Database, scripts: Path) -> None:
    seen(database, "PC-2", "0016")
    migrate.bring_up_to_date(database.engine, scripts, anyway=True)
    assert stands_at(database) == NEXT


def test_who_waits_keeps_nobody_waiting(database: Database, scripts: Path) -> None:
    """The one that was refused can read the next revision: it told so before it was refused."""
    own = programs.own_name(database.engine)
    seen(database, own, "0016")
    seen(database, "PC-2", "0016")
    with pytest.raises(OperatorError, match="migration_waits"):
        migrate.bring_up_to_date(database.engine, scripts)
    told = database.telemetry.health()[programs.KIND, own]
    assert told.params["schema"] == NEXT


def test_a_workstation_that_was_dismissed_is_not_waited_for(
    database: Database, scripts: Path
) -> None:
    rows.seed(database.storage)
    seen(database, "PC-2", "0016")
    with acting(database.storage) as work:
        work.add(Workstation("ws-2", 1, "PC-2", "B", "00" * 32, rows.NOW, rows.NOW))
    programs.demand_ready(database.engine, NEXT, LiveClock().now())


@pytest.mark.parametrize("params", ["", "[]", "{}", '{"schema": 9}', "[" * 300, '{"version": 1}'])
def test_what_nobody_of_ours_wrote_reads_nothing(params: str) -> None:
    """So it is named, and a person looks."""
    assert programs._parsed(params) == ("?", "")
