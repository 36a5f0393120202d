"""How many P1 stand open in the real room, for a window that shows another one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal


class RealRoom(QObject):
    """Belongs to the GUI thread; `tell` from any. `watched` False: this is the real room, or there
    is none. `open_p1` None: it cannot be asked, which is shown, too."""

    changed = Signal()
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.watched = False
        self.open_p1: int | None = None
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def tell(self, open_p1: int | None) -> None:
        self._told.emit((open_p1,))

    def _take(self, told: tuple[int | None]) -> None:
        (count,) = told
        if not self.watched or count != self.open_p1:
            self.watched, self.open_p1 = True, count
            self.changed.emit()
