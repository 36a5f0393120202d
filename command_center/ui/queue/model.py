"""One sorted model of the queue: changes arrive as inserts, removals, moves and repaints."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from command_center.situation.queue import QueueRow
from command_center.situation.situation import Situation, Touched
from command_center.ui.queue.ledger import Key, Ledger, Tab
from command_center.ui.queue.words import plain_tip, spoken

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
LATE_ROLE = Qt.ItemDataRole.UserRole + 1
EVERYTHING = 1 << 30
"""Hold every row still, not only those down to a given one."""
_REBUILD = 500
_FEW = 3
"""Rows that move at once and still one by one."""
_NOWHERE = QModelIndex()


class QueueModel(QAbstractListModel):
    """Rows of one tab in `QueueRow.order`. While held, what would move a held row waits."""

    counted = Signal()
    held_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = Ledger()
        self.tab = Tab.ACTIVE
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}
        self._hold_to = -1
        self._held: dict[str, None] = {}

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._keys):
            return None
        row = self.row_at(index.row())
        late = self.ledger.is_late(row.id)
        say: dict[int, Callable[[], object]] = {
            ROW_ROLE: lambda: row,
            LATE_ROLE: lambda: late,
            Qt.ItemDataRole.DisplayRole: lambda: row.title,
            Qt.ItemDataRole.AccessibleTextRole: lambda: spoken(row, late),
            Qt.ItemDataRole.ToolTipRole: lambda: plain_tip(f"{row.title}\n{row.address}"),
        }
        return say[role]() if role in say else None

    # --- following the situation ---------------------------------------------------------------

    def apply(self, touched: Touched, situation: Situation, now: datetime) -> None:
        """Take a batch of the feed."""
        if touched.everything:
            changed = self.ledger.load(situation, now)
        else:
            changed = self.ledger.put(touched.incidents, situation, now)
        if len(changed) > _REBUILD and (self._hold_to < 0 or not self._keys):
            self._rebuild()
        else:
            self._place_all(changed)
        self.counted.emit()

    def tick(self, now: datetime) -> bool:
        """Move what has missed its target by now; whether anything has."""
        missed = self.ledger.overdue(now)
        if missed:
            self._place_all(missed)
            self.counted.emit()
        return bool(missed)

    def show_tab(self, tab: Tab) -> None:
        if tab is not self.tab:
            self.tab = tab
            self._rebuild()

    def _rebuild(self) -> None:
        self.beginResetModel()
        members = self.ledger.members(self.tab)
        self._key_of = {id: key for id in members if (key := self.ledger.key(id, self.tab))}
        self._keys = sorted(self._key_of.values())
        self._held.clear()
        self.endResetModel()
        self.held_changed.emit()

    def _place_all(self, ids: Iterable[str]) -> None:
        before = len(self._held)
        moving: list[str] = []
        others: list[str] = []
        for id in sorted(ids):
            old, new = self._key_of.get(id), self.ledger.key(id, self.tab)
            (moving if None not in (old, new) and old != new else others).append(id)
        if len(moving) > _FEW:
            self._move_together(moving)
        else:
            others = sorted(ids)
        for id in others:
            self._place(id)
        if len(self._held) != before:
            self.held_changed.emit()

    def _place(self, id: str) -> None:
        """Bring one row to where it belongs, or note that it waits."""
        old, new = self._way_of(id)
        if old is None and new is not None:
            self._insert(id, new)
        elif old is not None and new is None:
            self._remove(id, old)
        elif old is not None and new is not None:
            self._move(id, old, new)

    def _way_of(self, id: str) -> tuple[Key | None, Key | None]:
        """Where a row stands and where it may go: the same while it is held, which is noted."""
        old, new = self._key_of.get(id), self.ledger.key(id, self.tab)
        self._held.pop(id, None)
        known = id in self.ledger.rows
        if known and old != new and self._would_disturb(old, new):
            self._held[id] = None
            new = old
        return old, new

    def _move_together(self, ids: Iterable[str]) -> None:
        """Views look at every row after a move: after many that happen at once they do it once."""
        self.layoutAboutToBeChanged.emit()
        followed = self.persistentIndexList()
        followed_ids = [self._keys[index.row()][-1] for index in followed]
        for id in ids:
            old, new = self._way_of(id)
            if old is not None and new is not None:
                del self._keys[bisect_left(self._keys, old)]
                self._keys.insert(bisect_left(self._keys, new), new)
                self._key_of[id] = new
        for index, id in zip(followed, followed_ids, strict=True):
            self.changePersistentIndex(index, self.index(bisect_left(self._keys, self._key_of[id])))
        self.layoutChanged.emit()

    def _would_disturb(self, old: Key | None, new: Key | None) -> bool:
        """Whether the change would move a row that is held still."""
        if self._hold_to < 0:
            return False
        ends = [bisect_left(self._keys, key) for key in (old, new) if key is not None]
        if len(ends) == 1:
            return ends[0] <= self._hold_to
        at, to = ends[0], ends[1] - (ends[1] > ends[0])
        if at == to:
            return False
        return self._hold_to == EVERYTHING or min(at, to) <= self._hold_to <= max(at, to)

    def _insert(self, id: str, key: Key) -> None:
        at = bisect_left(self._keys, key)
        self.beginInsertRows(_NOWHERE, at, at)
        self._keys.insert(at, key)
        self._key_of[id] = key
        self.endInsertRows()

    def _remove(self, id: str, key: Key) -> None:
        at = bisect_left(self._keys, key)
        self.beginRemoveRows(_NOWHERE, at, at)
        del self._keys[at]
        del self._key_of[id]
        self.endRemoveRows()

    def _move(self, id: str, old: Key, new: Key) -> None:
        at, to = bisect_left(self._keys, old), bisect_left(self._keys, new)
        if to not in (at, at + 1):
            self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, to)
            del self._keys[at]
            at = to - 1 if to > at else to
            self._keys.insert(at, new)
            self._key_of[id] = new
            self.endMoveRows()
        else:
            self._keys[at] = new
            self._key_of[id] = new
        here = self.index(at)
        self.dataChanged.emit(here, here)

    # --- holding still -------------------------------------------------------------------------

    def hold(self, to: int) -> None:
        """Let no row from the top down to row `to` move (EVERYTHING: none at all, -1: let go)."""
        if to == self._hold_to:
            return
        self._hold_to = to
        if self._held:
            self.let_through()

    def let_through(self) -> None:
        """Place again what was held, as far as the hold allows."""
        waiting = list(self._held)
        for id in waiting:
            self._place(id)
        self.held_changed.emit()

    def release(self) -> None:
        """Place everything that was held, once; the hold itself stays."""
        kept, self._hold_to = self._hold_to, -1
        self.let_through()
        self._hold_to = kept

    @property
    def held_new(self) -> int:
        """Rows that wait to appear."""
        return sum(1 for id in self._held if id not in self._key_of)

    @property
    def held(self) -> int:
        return len(self._held)

    # --- reading -------------------------------------------------------------------------------

    def row_at(self, at: int) -> QueueRow:
        return self.ledger.rows[self._keys[at][-1]]

    def row_of(self, id: str) -> int | None:
        """The row number of an incident; None if the tab does not show it."""
        key = self._key_of.get(id)
        return None if key is None else bisect_left(self._keys, key)
