"""Which marks stand near a place: kept up mark by mark, asked for a piece of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from command_center.ui.map.crowd import IncidentMark
from command_center.ui.map.marks import Mark, Marks
from command_center.ui.map.viewport import Box

CELL_M = 250.0
Cell = tuple[int, int]


class Field:
    """Incidents that share a point stand beside it by their slot, at any scale farther in metres:
    those are kept by the row they stand in."""

    def __init__(self) -> None:
        self._known: tuple[dict[str, Mark], ...] = ({}, {}, {})
        self._cells: dict[Cell, dict[str, Mark]] = {}
        self._rows: dict[int, dict[str, Mark]] = {}

    def take(self, marks: Marks) -> list[Mark]:
        """Brings it up to these; what changed, each as it was and as it is."""
        changed: list[Mark] = []
        kinds: tuple[Mapping[str, Mark], ...] = (marks.incidents, marks.units, marks.cameras)
        for known, now in zip(self._known, kinds, strict=True):
            came = [mark for id, mark in now.items() if known.get(id) is not mark]
            gone = [known[mark.id] for mark in came if mark.id in known]
            if len(known) - len(gone) + len(came) != len(now):
                gone += [mark for id, mark in known.items() if id not in now]
            for mark in gone:
                del known[mark.id]
                self._drop(mark)
            for mark in came:
                known[mark.id] = mark
                self._put(mark)
            changed += gone
            changed += came
        return changed

    def by_id(self, id: str) -> Mark | None:
        return next((known[id] for known in self._known if id in known), None)

    def __iter__(self) -> Iterator[Mark]:
        for known in self._known:
            yield from known.values()

    def near(self, box: Box) -> Iterator[Mark]:
        """All in the metres of this box and some around it, and who stands beside a point in its
        rows."""
        edges = box.left, box.top, box.right, box.bottom
        left, top, right, bottom = (int(edge // CELL_M) for edge in edges)
        if (right - left + 1) * (bottom - top + 1) > len(self._cells):
            for (column, row), marks in self._cells.items():
                if left <= column <= right and top <= row <= bottom:
                    yield from marks.values()
        else:
            for column in range(left, right + 1):
                for row in range(top, bottom + 1):
                    yield from self._cells.get((column, row), {}).values()
        for row, marks in self._rows.items():
            if top <= row <= bottom:
                yield from marks.values()

    def _put(self, mark: Mark) -> None:
        if isinstance(mark, IncidentMark) and mark.slot:
            self._rows.setdefault(int(mark.y_m // CELL_M), {})[mark.id] = mark
        else:
            self._cells.setdefault(_cell(mark), {})[mark.id] = mark

    def _drop(self, mark: Mark) -> None:
        if isinstance(mark, IncidentMark) and mark.slot:
            row = int(mark.y_m // CELL_M)
            del self._rows[row][mark.id]
            if not self._rows[row]:
                del self._rows[row]
            return
        cell = _cell(mark)
        del self._cells[cell][mark.id]
        if not self._cells[cell]:
            del self._cells[cell]


def _cell(mark: Mark) -> Cell:
    return int(mark.x_m // CELL_M), int(mark.y_m // CELL_M)
