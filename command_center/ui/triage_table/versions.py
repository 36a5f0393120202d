"""The versions the room has had, from the log: who set each, when, and what differed."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.triage import Table, shipped_table
from command_center.advice.triage.faults import TableWrong
from command_center.advice.triage.reading import kept_table
from command_center.commands.suggesting import SETTING
from command_center.ports import History
from command_center.ui.setting_history import written
from command_center.ui.triage_table.draft import Difference, difference


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
    for one in written(history, SETTING, up_to):
        try:
            table = kept_table(str(one.value.get("toml", "")))
        except TableWrong:
            continue
        since = difference(before, table)
        found.append(Version(one.number, one.author, one.at, table, since))
        before = table
    return found[::-1]
