"""The one sorted list behind the board, changed row by row and never reset while it is read."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from command_center.situation.strength import NOBODY, Strength, Sum
from command_center.ui.units.dragging import MIME, unit_ids_data
from command_center.ui.units.lines import Group, GroupLine, Key, Line, UnitLine, units_in

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
        self._keys: list[Key] = []
        self._units: dict[str, UnitLine] = {}
        self._groups: dict[Group, Strength] = {}
        self._total = NOBODY
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
        """A pleton can be chosen and dragged as a unit can; the arrow keys pass over the rest."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = self._lines[index.row()]
        if isinstance(line, GroupLine) and not line.group.unit_id:
            return Qt.ItemFlag.ItemNeverHasChildren
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return chosen | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        chosen = self.chosen(index.row() for index in indexes)
        return unit_ids_data([line.row.id for line in chosen])

    def chosen(self, rows: Iterable[int]) -> list[UnitLine]:
        """The units of these rows from top to bottom, those of a pleton for its heading."""
        lines = [self._lines[row] for row in sorted(set(rows))]
        wanted = [line for line in lines if isinstance(line, UnitLine) or line.group.unit_id]
        return units_in(wanted, self._units)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines)

    @property
    def units(self) -> Mapping[str, UnitLine]:
        """The lines that stand in the list now, by unit."""
        return self._units

    @property
    def waiting(self) -> tuple[int, int]:
        """How many units that are not in the list yet, and how many others, wait for the end of
        the hold."""
        new = sum(id not in self._units for id in self._parked)
        return new, len(self._parked) - new

    @property
    def strength(self) -> Strength:
        """The sum of the outermost headings, and of the lines."""
        return self._total

    def row_of(self, unit_id: str) -> int | None:
        line = self._units.get(unit_id)
        return None if line is None else self._at(line.key)

    def line_at(self, row: int) -> Line:
        return self._lines[row]

    # --- changing ------------------------------------------------------------------------------

    def replace_all(self, lines: Iterable[UnitLine]) -> None:
        """Another grouping or filter, or the first load: everything anew."""
        self.beginResetModel()
        self._parked.clear()
        self._units = {line.row.id: line for line in lines}
        total, sums = Sum(), defaultdict[Group, Sum](Sum)
        for line in self._units.values():
            total.add(line.strength)
            for group in line.groups:
                sums[group].add(line.strength)
        self._total = total.strength
        self._groups = {group: found.strength for group, found in sums.items()}
        heads = [GroupLine(group, strength) for group, strength in self._groups.items()]
        everything: list[Line] = [*self._units.values(), *heads]
        self._lines = sorted(everything, key=lambda line: line.key)
        self._keys = [line.key for line in self._lines]
        self.endResetModel()

    def put(self, line: UnitLine) -> None:
        """A new unit, or a known one as it is now."""
        id = line.row.id
        old = self._units.get(id)
        if old is not None and old.key == line.key and old.groups == line.groups:
            self._parked.pop(id, None)
            self._renew(old, line)
        elif self._held:
            self._park(old, line)
        elif old is None:
            self._total += line.strength
            self._units[id] = line
            self._join(line, line.groups)
            self._insert(line)
        else:
            self._move(old, line)

    def drop(self, unit_id: str) -> None:
        """The unit is no longer of this room, or not what is looked for."""
        line = self._units.get(unit_id)
        if line is None:
            self._parked.pop(unit_id, None)
        elif self._held:
            self._parked[unit_id] = None
        else:
            self._total -= line.strength
            del self._units[unit_id]
            self._remove(line.key)
            self._leave(line, line.groups)

    def hold(self, on: bool) -> None:
        self._held = on
        if not on:
            self.release()

    def release(self) -> None:
        """Let everything that waits take its place, whether or not the list is held."""
        held, self._held = self._held, False
        parked, self._parked = self._parked, {}
        for unit_id, line in parked.items():
            if line is None:
                self.drop(unit_id)
            else:
                self.put(line)
        self._held = held

    # --- inside --------------------------------------------------------------------------------

    def _park(self, old: UnitLine | None, line: UnitLine) -> None:
        """Remember where it belongs; what it says is shown at once, where it stands."""
        self._parked[line.row.id] = line
        if old is not None:
            self._renew(old, replace(line, groups=old.groups, key=old.key))

    def _renew(self, old: UnitLine, line: UnitLine) -> None:
        if old == line:
            return
        self._units[line.row.id] = line
        self._total += line.strength - old.strength
        self._set(self._at(old.key), line)
        self._weigh(old, line, line.groups)

    def _move(self, old: UnitLine, line: UnitLine) -> None:
        """A line goes to its new place as one move, so that a selection goes with it."""
        self._units[line.row.id] = line
        self._total += line.strength - old.strength
        self._join(line, [group for group in line.groups if group not in old.groups])
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
        self._leave(old, [group for group in old.groups if group not in line.groups])
        self._weigh(old, line, [group for group in line.groups if group in old.groups])

    def _join(self, line: UnitLine, groups: Iterable[Group]) -> None:
        """Headings come with their first line."""
        for group in groups:
            standing = self._groups.get(group)
            self._groups[group] = (standing or NOBODY) + line.strength
            head = GroupLine(group, self._groups[group])
            if standing is None:
                self._insert(head)
            else:
                self._set(self._at(head.key), head)

    def _leave(self, line: UnitLine, groups: Iterable[Group]) -> None:
        """They go with their last one, the innermost first."""
        for group in reversed(list(groups)):
            self._groups[group] -= line.strength
            if self._is_bare(group):
                del self._groups[group]
                self._remove(group.key)
            else:
                self._set(self._at(group.key), GroupLine(group, self._groups[group]))

    def _is_bare(self, group: Group) -> bool:
        """Whether nothing stands under the heading: what comes next does not begin like it."""
        after = self._at(group.key) + 1
        depth = len(group.key)
        return after == len(self._keys) or self._keys[after][:depth] != group.key

    def _weigh(self, old: UnitLine, line: UnitLine, groups: Iterable[Group]) -> None:
        if old.strength == line.strength:
            return
        more = line.strength - old.strength
        for group in groups:
            self._groups[group] += more
            self._set(self._at(group.key), GroupLine(group, self._groups[group]))

    def _at(self, key: Key) -> int:
        return bisect_left(self._keys, key)

    def _insert(self, line: Line) -> None:
        row = self._at(line.key)
        self.beginInsertRows(ROOT, row, row)
        self._lines.insert(row, line)
        self._keys.insert(row, line.key)
        self.endInsertRows()

    def _remove(self, key: Key) -> None:
        row = self._at(key)
        self.beginRemoveRows(ROOT, row, row)
        del self._lines[row], self._keys[row]
        self.endRemoveRows()

    def _set(self, row: int, line: Line) -> None:
        self._lines[row] = line
        index = self.index(row)
        self.dataChanged.emit(index, index)
