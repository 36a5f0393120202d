"""The one sorted list behind the board, changed row by row and never reset while it is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from command_center.ui.units.dragging import MIME, unit_ids_data
from command_center.ui.units.lines import Group, GroupLine, Line, SortKey, UnitLine, group_line

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class BoardModel(QAbstractListModel):
    """`put` gives it unit lines; it keeps their headings itself.

    While `hold` is on no line moves, appears or goes: what a line says is still renewed in place,
    the rest waits and is counted by `waiting`.
    """

    def __init__(self, spoken: Callable[[Line], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._lines: list[Line] = []
        self._keys: list[SortKey] = []
        self._units: dict[str, UnitLine] = {}
        self._groups: dict[Group, GroupLine] = {}
        self._held = False
        self._parked: dict[str, UnitLine | None] = {}

    # --- reading -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == LINE_ROLE:
            return self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self._lines[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._lines[index.row()], GroupLine):
            return Qt.ItemFlag.ItemNeverHasChildren  # not enabled: the arrow keys pass over it
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return chosen | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        lines = [self._lines[index.row()] for index in indexes]
        return unit_ids_data([line.row.id for line in lines if isinstance(line, UnitLine)])

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines)

    @property
    def units(self) -> Mapping[str, UnitLine]:
        """The lines that stand in the list now, by unit."""
        return self._units

    @property
    def waiting(self) -> int:
        """How many units wait for the end of the hold."""
        return len(self._parked)

    @property
    def ready(self) -> int:
        """The sum of the headings: as many as the lines that are available."""
        return sum(group.ready for group in self._groups.values())

    def row_of(self, unit_id: str) -> int | None:
        line = self._units.get(unit_id)
        return None if line is None else self._at(line.key)

    def line_at(self, row: int) -> Line:
        return self._lines[row]

    # --- changing ------------------------------------------------------------------------------

    def replace_all(self, lines: Iterable[UnitLine]) -> None:
        """Another grouping, or the first load: everything anew."""
        self.beginResetModel()
        self._parked.clear()
        self._units = {line.row.id: line for line in lines}
        self._groups = {}
        for line in self._units.values():
            self._count(line.group, int(line.available), 1)
        everything: list[Line] = [*self._units.values(), *self._groups.values()]
        self._lines = sorted(everything, key=lambda line: line.key)
        self._keys = [line.key for line in self._lines]
        self.endResetModel()

    def put(self, line: UnitLine) -> None:
        """A new unit, or a known one as it is now."""
        old = self._units.get(line.row.id)
        if old == line:
            self._parked.pop(line.row.id, None)
        elif old is not None and old.key == line.key:
            self._parked.pop(line.row.id, None)
            self._renew(old, line)
        elif self._held:
            self._park(old, line)
        elif old is None:
            self._units[line.row.id] = line
            self._tally(line.group, int(line.available), 1)
            self._insert(line)
        else:
            self._move(old, line)

    def drop(self, unit_id: str) -> None:
        """The unit is no longer of this room."""
        line = self._units.get(unit_id)
        if line is None:
            self._parked.pop(unit_id, None)
        elif self._held:
            self._parked[unit_id] = None
        else:
            del self._units[unit_id]
            self._remove(line.key)
            self._tally(line.group, -int(line.available), -1)

    def hold(self, on: bool) -> None:
        self._held = on
        if on:
            return
        parked, self._parked = self._parked, {}
        for unit_id, line in parked.items():
            if line is None:
                self.drop(unit_id)
            else:
                self.put(line)

    # --- inside --------------------------------------------------------------------------------

    def _park(self, old: UnitLine | None, line: UnitLine) -> None:
        """Remember where it belongs; what it says is shown at once, where it stands."""
        self._parked[line.row.id] = line
        if old is not None:
            self._renew(
                old, UnitLine(old.group, line.row, line.area, line.shown, line.available, old.key)
            )

    def _renew(self, old: UnitLine, line: UnitLine) -> None:
        if old == line:
            return
        self._units[line.row.id] = line
        self._set(self._at(old.key), line)
        self._tally(line.group, int(line.available) - int(old.available), 0)

    def _move(self, old: UnitLine, line: UnitLine) -> None:
        """A line goes to its new place as one move, so that a selection goes with it."""
        self._units[line.row.id] = line
        if line.group != old.group:
            self._tally(line.group, int(line.available), 1)
        source, target = self._at(old.key), self._at(line.key)
        if target in (source, source + 1):
            target = source
        else:
            self.beginMoveRows(ROOT, source, source, ROOT, target)
            target -= target > source
            del self._lines[source], self._keys[source]
            self._lines.insert(target, line)
            self._keys.insert(target, line.key)
            self.endMoveRows()
        self._keys[target] = line.key
        self._set(target, line)
        if line.group != old.group:
            self._tally(old.group, -int(old.available), -1)
        else:
            self._tally(line.group, int(line.available) - int(old.available), 0)

    def _count(self, group: Group, ready: int, total: int) -> GroupLine:
        old = self._groups.get(group)
        new = group_line(group, ready, total)
        if old is not None:
            new = group_line(group, old.ready + ready, old.total + total)
        self._groups[group] = new
        return new

    def _tally(self, group: Group, ready: int, total: int) -> None:
        """Change a heading's count; the heading comes with its first line, goes with its last."""
        if not ready and not total:
            return
        known = group in self._groups
        line = self._count(group, ready, total)
        if not known:
            self._insert(line)
        elif line.total == 0:
            del self._groups[group]
            self._remove(line.key)
        else:
            self._set(self._at(line.key), line)

    def _at(self, key: SortKey) -> int:
        return bisect_left(self._keys, key)

    def _insert(self, line: Line) -> None:
        row = self._at(line.key)
        self.beginInsertRows(ROOT, row, row)
        self._lines.insert(row, line)
        self._keys.insert(row, line.key)
        self.endInsertRows()

    def _remove(self, key: SortKey) -> None:
        row = self._at(key)
        self.beginRemoveRows(ROOT, row, row)
        del self._lines[row], self._keys[row]
        self.endRemoveRows()

    def _set(self, row: int, line: Line) -> None:
        self._lines[row] = line
        index = self.index(row)
        self.dataChanged.emit(index, index)
