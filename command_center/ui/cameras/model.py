"""One sorted model of all cameras; what is typed decides which of them it shows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from command_center.domain.room import Camera
from command_center.ui.cameras.rows import CameraRow, Key, Word, camera_row, fits, narrows, wanted

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_REBUILD = 50
"""From so many changed cameras on the list is laid out anew, once."""


class CameraModel(QAbstractListModel):
    """Typing costs one reset or, when the same cameras fit, nothing at all. `area_name` is the
    name of an area's code; `spoken` and `tip` say a row for a reader and for the pointer."""

    def __init__(
        self,
        area_name: Callable[[str], str],
        spoken: Callable[[CameraRow], str],
        tip: Callable[[CameraRow], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._area_name = area_name
        self._spoken = spoken
        self._tip = tip
        self._rows: dict[str, CameraRow] = {}
        self._all: list[Key] = []
        self._shown: list[Key] = []
        self._words: tuple[Word, ...] = ()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._shown):
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.camera.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return self._tip(row) if role == Qt.ItemDataRole.ToolTipRole else None

    # --- following the room --------------------------------------------------------------------

    def take(self, cameras: Iterable[Camera]) -> None:
        """All cameras as they stand now; those that are the same objects cost nothing."""
        here = {camera.id: camera for camera in cameras}
        gone = [id for id in self._rows if id not in here]
        changed = [c for id, c in here.items() if not self._holds(id, c)]
        if len(gone) + len(changed) > _REBUILD:
            self.beginResetModel()
            for id in gone:
                del self._rows[id]
            for camera in changed:
                self._rows[camera.id] = self._made(camera)
            self._all = sorted(row.key for row in self._rows.values())
            self._shown = self._fitting(self._all)
            self.endResetModel()
            return
        for id in gone:
            self._drop(id)
        for camera in changed:
            self._put(camera)

    def _holds(self, id: str, camera: Camera) -> bool:
        row = self._rows.get(id)
        return row is not None and row.camera is camera

    def _made(self, camera: Camera) -> CameraRow:
        return camera_row(camera, self._area_name(camera.area))

    def _drop(self, id: str) -> None:
        row = self._rows[id]
        del self._all[bisect_left(self._all, row.key)]
        self._hide(row.key)
        del self._rows[id]

    def _put(self, camera: Camera) -> None:
        row, old = self._made(camera), self._rows.get(camera.id)
        if old is not None and (old.key != row.key or not fits(row, self._words)):
            self._drop(camera.id)
            old = None
        self._rows[camera.id] = row
        if old is None:
            self._all.insert(bisect_left(self._all, row.key), row.key)
        if not fits(row, self._words):
            return
        at = bisect_left(self._shown, row.key)
        if self._shown[at : at + 1] == [row.key]:
            here = self.index(at)
            self.dataChanged.emit(here, here)
            return
        self.beginInsertRows(_NOWHERE, at, at)
        self._shown.insert(at, row.key)
        self.endInsertRows()

    def _hide(self, key: Key) -> None:
        at = bisect_left(self._shown, key)
        if self._shown[at : at + 1] == [key]:
            self.beginRemoveRows(_NOWHERE, at, at)
            del self._shown[at]
            self.endRemoveRows()

    # --- searching -----------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """Show the cameras in which every word of the text stands."""
        words = wanted(text)
        found_in = self._shown if narrows(words, self._words) else self._all
        self._words = words
        found = self._fitting(found_in)
        if found != self._shown:
            self.beginResetModel()
            self._shown = found
            self.endResetModel()

    def _fitting(self, keys: list[Key]) -> list[Key]:
        return [key for key in keys if fits(self._rows[key[1]], self._words)]

    # --- reading -------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        return len(self._all)

    def row_at(self, at: int) -> CameraRow:
        return self._rows[self._shown[at][1]]

    def row_of(self, id: str | None) -> int | None:
        """The row number of a camera; None when it is not shown."""
        row = self._rows.get(id or "")
        if row is None:
            return None
        at = bisect_left(self._shown, row.key)
        return at if self._shown[at : at + 1] == [row.key] else None
