"""The one QApplication."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication

from command_center.domain.errors import OperatorError

GIVE_WAY_S = 0.0002
"""How long a thread may compute before it lets another one go on. Python's own 5 ms are added to
each of the window's many short waits, and to each of the write lane's while the window paints."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def application() -> QApplication:
    """OperatorError("no_display") where there is no screen to open it on."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise OperatorError("no_display")
    sys.setswitchinterval(GIVE_WAY_S)
    app = QApplication(["command-center"])
    app.setApplicationName("Pusat Komando")
    app.lastWindowClosed.connect(app.quit)
    return app
