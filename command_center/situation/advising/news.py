"""What is different between two copies of a room, as far as units and their jobs go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.work import whole


@dataclass(slots=True)
class News:
    """`units` that read differently, `incidents` whose units may; `of_work`: who is on what may be
    another."""

    units: set[str] = field(default_factory=set)
    incidents: set[str] = field(default_factory=set)
    of_work: bool = False

    @staticmethod
    def between(before: RoomCopy, copy: RoomCopy) -> News:
        """Both of the same units."""
        news = News()
        for row in _changed(before, copy, "unit"):
            news.units |= {row.id, row.parent_id or row.id}
        for row in _changed(before, copy, "welfare_check"):
            news.units.add(row.unit_id)
        for row in _changed(before, copy, "assignment"):
            news.of_work = True
            news.units.add(row.unit_id)
            news._about(row.incident_id, before, copy)
        for row in _changed(before, copy, "incident"):
            news.of_work = True
            news._about(row.id, before, copy)
        for row in _changed(before, copy, "handling"):
            news.of_work = True
            news._about(row.id, before, copy)
        if before.positions.keys() != copy.positions.keys():
            news.units |= before.positions.keys() ^ copy.positions.keys()
        return news

    def _about(self, incident_id: str, *copies: RoomCopy) -> None:
        """It, or what it was merged into."""
        self.incidents |= {whole(copy.rows["incident"], incident_id) for copy in copies}


def _changed(before: RoomCopy, copy: RoomCopy, name: str) -> Iterator[Any]:
    """Rows that are not what they were, as they were and as they are."""
    old, new = before.rows[name], copy.rows[name]
    if old == new:
        return
    for id, row in new.items():
        was = old.get(id)
        if was is not row:
            yield row
            if was is not None:
                yield was
    for id in old.keys() - new.keys():
        yield old[id]
