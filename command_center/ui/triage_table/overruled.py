"""The month's list, read from the log: away from the window, for it reads all of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from command_center.advice.triage.review import Ranked, ReviewLine, review
from command_center.domain.entities import iso
from command_center.domain.incident import Priority
from command_center.ports import History

MONTH = timedelta(days=30)


def overruled(history: History, now: datetime) -> list[ReviewLine]:
    """Of incidents that were ranked in the last 30 days, as they rank by now."""
    since = iso(now - MONTH)
    ranks: dict[str, dict[str, Any]] = {}
    for stored in history.entries():
        if stored.entry.recorded_at < since:
            continue
        for change in stored.entry.changes:
            if change.entity == "incident" and change.set.keys() & {"priority", "priority_reason"}:
                ranks.setdefault(change.id, {}).update(change.set)
    return review(
        Ranked(Priority(row["priority"]), tuple(row["priority_reason"]))
        for row in ranks.values()
        if "priority" in row and "priority_reason" in row
    )
