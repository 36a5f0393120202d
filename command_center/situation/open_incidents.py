"""Which incidents are open work: in the order they became so, by age and by priority."""

from __future__ import annotations

from collections.abc import Iterator

from command_center.domain.incident import Incident, Priority
from command_center.situation.fold import ByTime


class OpenIncidents:
    """Ids. `ids` in the order they became open."""

    def __init__(self) -> None:
        self.ids: dict[str, None] = {}
        self._by_age = ByTime()
        self._of: dict[Priority, dict[str, None]] = {priority: {} for priority in Priority}

    def move(self, old: Incident | None, new: Incident | None) -> None:
        """A row was `old` and is `new` now, None: it is not there."""
        if old is not None and old.id in self.ids:
            self._by_age.remove(old.opened_at, old.id)
            if new is None or new.priority is not old.priority or not new.is_open:
                self._of[old.priority].pop(old.id, None)
            if new is None or not new.is_open:
                del self.ids[old.id]
        if new is not None and new.is_open:
            self._by_age.add(new.opened_at, new.id)
            self._of[new.priority][new.id] = None
            self.ids.setdefault(new.id)

    def newest(self) -> Iterator[str]:
        """The one opened last first."""
        return self._by_age.newest()

    def of(self, priority: Priority) -> tuple[str, ...]:
        """In the order they came to that priority."""
        return tuple(self._of[priority])
