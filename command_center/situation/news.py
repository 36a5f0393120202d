"""Which units read differently than when somebody last looked."""

from __future__ import annotations

from collections.abc import Iterable


class News:
    """For whoever keeps something of every unit, so that a look each second costs what has changed
    since the last one. `mark` is what a reader remembers; readers begin with NEVER."""

    def __init__(self) -> None:
        self.mark = 0
        self._marks: dict[str, int] = {}
        self._whole = 0

    def note(self, ids: Iterable[str]) -> None:
        self.mark += 1
        for id in ids:
            self._marks.pop(id, None)
            self._marks[id] = self.mark

    def note_all(self) -> None:
        """Any unit may be another one, or gone."""
        self.mark += 1
        self._whole = self.mark
        self._marks.clear()

    def since(self, mark: int) -> set[str] | None:
        """Ids noted after `mark`; None: look at all of them."""
        if mark < self._whole:
            return None
        found: set[str] = set()
        for id, noted in reversed(self._marks.items()):
            if noted <= mark:
                break
            found.add(id)
        return found


NEVER = -1
