"""Who edits what, between windows of one database."""

import pytest

from command_center.ports import Editing
from command_center.storage.database import Database
from command_center.storage.link import Link
from command_center.storage.presence import PRESENT_S, SqlPresence

ONE = Editing("meja-1:a", "staff-rs", "incident", "incident-147", "order")
TWO = Editing("meja-2:b", "staff-dw", "incident", "incident-147", "note")


@pytest.fixture
def lines(database: Database) -> SqlPresence:
    return SqlPresence(database.engine)


def grow_old(database: Database, window: str, seconds: float) -> None:
    """As if that window had said nothing for so long."""
    link = Link(database.engine)
    back = (round(seconds * 1_000_000), window)
    link.run("UPDATE telemetry_presence SET at = at - ? WHERE workstation_id = ?", back)
    link.close()


def test_everybody_at_work_is_seen_and_each_window_once(
    database: Database, lines: SqlPresence
) -> None:
    other = SqlPresence(database.engine)
    lines.put(ONE)
    other.put(TWO)
    lines.put(ONE)
    assert sorted(e.window for e in other.present()) == ["meja-1:a", "meja-2:b"]
    assert set(lines.present()) == {ONE, TWO}
    other.close()
    lines.close()


def test_who_leaves_is_gone_at_once(lines: SqlPresence) -> None:
    lines.put(ONE)
    lines.leave(ONE.window)
    assert lines.present() == []
    lines.close()


def test_who_died_is_gone_within_ten_seconds(database: Database, lines: SqlPresence) -> None:
    lines.put(ONE)
    grow_old(database, ONE.window, PRESENT_S - 5)
    assert lines.present() == [ONE]
    grow_old(database, ONE.window, 5)
    assert lines.present() == []
    lines.put(ONE)
    assert lines.present() == [ONE]
    lines.close()


def test_lines_of_windows_long_gone_are_swept(database: Database, lines: SqlPresence) -> None:
    lines.put(ONE)
    grow_old(database, ONE.window, 90_000)
    later = SqlPresence(database.engine)
    later.put(TWO)
    link = Link(database.engine)
    assert link.one("SELECT count(*) FROM telemetry_presence") == (1,)
    for part in (link, later, lines):
        part.close()


def test_nobody_is_present_from_the_future(database: Database, lines: SqlPresence) -> None:
    lines.put(ONE)
    lines.put(TWO)
    grow_old(database, TWO.window, -1_000_000)
    assert lines.present() == [ONE]
    lines.close()
    again = SqlPresence(database.engine)
    again.put(ONE)
    link = Link(database.engine)
    assert link.one("SELECT count(*) FROM telemetry_presence")[0] == 1
    link.close()
    again.close()
