"""Bugs nobody handled, said in the window's own line: it keeps running."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from command_center.domain.errors import OperatorError
from command_center.ui.notices import Notices


class BugNotice(QObject):
    """`happened` may be emitted from any thread with the id of a bug in the log."""

    happened = Signal(str)

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self.happened.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def _say(self, id: str) -> None:
        self._notices.failed(OperatorError("bug", id=id))
