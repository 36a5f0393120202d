"""The one QApplication."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from command_center.runtime.display import need_display

GIVE_WAY_S = 0.0002
"""How long a thread may compute before it lets another one go on. Python's own 5 ms are added to
each of the window's many short waits, and to each of the write lane's while the window paints."""


def application() -> QApplication:
    """OperatorError("no_display") where there is no screen to open it on."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    need_display()
    sys.setswitchinterval(GIVE_WAY_S)
    app = QApplication(["command-center"])
    app.setApplicationName("Pusat Komando")
    app.lastWindowClosed.connect(app.quit)
    return app
