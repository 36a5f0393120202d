"""The state of a database as one document, folded from its log."""

from __future__ import annotations

from command_center.ports import RowsSnapshot
from command_center.situation.situation import Situation
from command_center.situation.state import Document, state
from command_center.storage.database import open_database


def state_of(url: str, password: str | None = None) -> Document:
    """Folds the whole log: what any window that was open since the beginning would know."""
    database = open_database(url, migrate=False, password=password, only_reads=True)
    try:
        situation = Situation()
        for entry in database.history.entries():
            situation.apply(entry)
        return state(situation)
    finally:
        database.close()


def state_of_rows(snapshot: RowsSnapshot) -> Document:
    """The same from the rows as they stand: equal to the fold, or the log does not tell all."""
    situation = Situation()
    situation.load(snapshot)
    return state(situation)
