"""Opens the wall beside a desk's window, on another screen where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from command_center.ui.asking import Asking
from command_center.ui.observer.wall import ObserverWall

ASKED = "view.observer"


class ObserverOpener(QObject):
    """One wall at a time; it goes with the window. `make` makes it."""

    def __init__(self, asking: Asking, make: Callable[[], ObserverWall], window: QWidget) -> None:
        super().__init__(window)
        self._make, self._window = make, window
        self.wall: ObserverWall | None = None
        asking.asked.connect(self._asked)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == ASKED:
            self.open()

    def open(self) -> None:
        """The whole of another screen; on the only one a window, beside which the desk stays."""
        wall = self.wall
        if wall is None:
            wall = self.wall = self._make()
            wall.setParent(self._window, Qt.WindowType.Window)
        if not wall.isVisible():
            # one that was closed on the whole screen still calls itself so
            wall.setWindowState(Qt.WindowState.WindowNoState)
            wall.unsetCursor()
        others = [one for one in QGuiApplication.screens() if one is not self._window.screen()]
        if others:
            wall.setGeometry(others[0].geometry())
            if not wall.isFullScreen():
                wall.fill_screen()
        else:
            wall.resize(self._window.size() * 0.6)
            wall.show()
