"""What belongs to an incident beside its reports and units, found without looking through whole
tables."""

from __future__ import annotations

from typing import Any

from command_center.domain.incident import (
    ChecklistMark,
    DuplicateAnswer,
    Handling,
    IncidentLink,
    LinkKind,
)
from command_center.situation.fold import Index, Tables


class IncidentIndex:
    """Over the rows of `tables`, told of every change of them by `move`."""

    def __init__(self, tables: Tables) -> None:
        self._rows = tables.rows
        self._first = Index()
        self._second = Index()
        self._ticked = Index()
        self._children = Index()
        self._answers = Index()

    def move(self, entity: str, id: str, old: Any | None, new: Any | None) -> None:
        """A row was `old` and is `new` now, None: it is not there."""
        if entity == "incident_link":
            now, was = _while_open(new, "ended_at"), _while_open(old, "ended_at")
            self._first.move(id, was and was.incident_id, now and now.incident_id)
            self._second.move(id, was and was.other_id, now and now.other_id)
        elif entity == "checklist_mark":
            now, was = _while_open(new, "undone_at"), _while_open(old, "undone_at")
            self._ticked.move(id, was and was.incident_id, now and now.incident_id)
        elif entity == "handling":
            self._children.move(id, old and old.parent_id, new and new.parent_id)
        elif entity == "duplicate_answer":
            self._answers.move(id, old and old.incident_id, new and new.incident_id)

    def handling(self, incident_id: str) -> Handling | None:
        """What was decided about it, if anything ever was."""
        return self._rows["handling"].get(incident_id)

    def own_alarm_level(self, incident_id: str) -> int:
        """Of the incident alone, whatever was merged into it."""
        handling = self.handling(incident_id)
        return handling.alarm_level if handling is not None else 1

    def linked(self, incident_id: str) -> list[str]:
        """Ids of the incidents it has to do with, in the order they were linked."""
        return list(self.linked_as(incident_id))

    def linked_as(self, incident_id: str) -> dict[str, LinkKind]:
        """By id of those incidents: what this one has to do with them."""
        rows = self._rows["incident_link"]
        ids = {*self._first.get(incident_id), *self._second.get(incident_id)}
        links = sorted((rows[id] for id in ids), key=lambda link: (link.linked_at, link.id))
        return dict(_seen(link, incident_id) for link in links)

    def ticked(self, incident_id: str) -> dict[str, ChecklistMark]:
        """The steps of its procedure that are done, by their code."""
        rows = self._rows["checklist_mark"]
        return {rows[id].item: rows[id] for id in self._ticked.get(incident_id)}

    def children(self, incident_id: str) -> tuple[str, ...]:
        """Ids of the incidents that are places of this larger one."""
        return self._children.get(incident_id)

    def answers(self, incident_id: str) -> list[DuplicateAnswer]:
        """What people said of reports, whether they are about it."""
        rows = self._rows["duplicate_answer"]
        return [rows[id] for id in self._answers.get(incident_id)]


def _seen(link: IncidentLink, incident_id: str) -> tuple[str, LinkKind]:
    """The other of the two, and what the incident has to do with it."""
    if link.incident_id == incident_id:
        return link.other_id, link.kind
    return link.incident_id, link.kind.reversed


def _while_open(row: Any | None, end: str) -> Any | None:
    return row if row is not None and getattr(row, end) is None else None
