"""The versions the room has had, from the log: who set each, when, and what differed."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.triage import Table, shipped_table
from command_center.advice.triage.faults import TableWrong
from command_center.advice.triage.reading import kept_table
from command_center.commands.suggesting import SETTING
from command_center.ports import History
from command_center.ui.triage_table.draft import Difference, difference

MOST_VERSIONS = 100


@dataclass(frozen=True, slots=True)
class Version:
    """`number` 0 is the table that is shipped; `since` what it changed in the one before."""

    number: int
    author: str
    at: str
    table: Table
    since: Difference


def versions(history: History, up_to: int) -> list[Version]:
    """Newest first; one that cannot be read any more is left out. Waits for the database."""
    before = shipped_table()
    found = [Version(0, "", "", before, difference(before, before))]
    for stored in history.about("room_setting", SETTING, up_to, MOST_VERSIONS):
        for change in stored.entry.changes:
            value = change.set.get("value") if change.entity == "room_setting" else None
            if change.id != SETTING or not isinstance(value, dict):
                continue
            try:
                table = kept_table(str(value.get("toml", "")))
            except TableWrong:
                continue
            author, at = str(value.get("author", "")), str(value.get("at", ""))
            found.append(Version(change.version, author, at, table, difference(before, table)))
            before = table
    return found[::-1]
