"""Opens a window, prints the machine's monotonic clock when it has first been painted, ends.

usage: python -m tests.benchmarks.first_paint empty
       python -m tests.benchmarks.first_paint room URL
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Ends the application in the turn after the widget was painted with `shown` true."""

    def __init__(self, widget: QWidget, shown: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._shown = shown
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._shown():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print(time.monotonic(), flush=True)
        QApplication.quit()


def empty() -> None:
    app = QApplication([])
    window = QMainWindow()
    watch = FirstPaint(window, lambda: True)
    window.show()
    app.exec()
    watch.deleteLater()


def room(url: str) -> None:
    from command_center.bootstrap.database.pages import PageCheck, is_large
    from command_center.bootstrap.database.salvage import open_or_restore, sqlite_file
    from command_center.bootstrap.desk import open_desk
    from command_center.bootstrap.panels import PANELS
    from command_center.bootstrap.picture import Picture
    from command_center.bootstrap.room import RoomPlan
    from command_center.domain.room import RoomKind
    from command_center.runtime.clock import LiveClock
    from command_center.storage.database import PageReader
    from command_center.ui.application import application

    app = application()
    opened = open_or_restore(url, LiveClock(), RoomPlan(kind=RoomKind.EXERCISE))
    file = sqlite_file(url)
    check = PageCheck(PageReader(opened.database.engine), opened.watch)
    picture = Picture(None, 0.0, 1920, 1080, None, None)
    desk = open_desk(opened, "bench", picture, PANELS, with_duty=True)
    rows = desk.window.docks["queue"].findChild(QAbstractItemView)
    assert rows is not None
    model = rows.model()
    watch = FirstPaint(rows.viewport(), lambda: model.rowCount() > 0)
    desk.window.start()
    if file is not None and is_large(file):
        check.start()
        desk.closers.append(check.stop)
    app.exec()
    watch.deleteLater()
    desk.window.close()
    desk.close()
    opened.close()


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        room(sys.argv[2])
