"""The one QApplication."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtWidgets import QApplication

from command_center.runtime.display import need_display

GIVE_WAY_S = 0.0002
"""How long a thread may compute before it lets another one go on. Python's own 5 ms are added to
each of the window's many short waits, and to each of the write lane's while the window paints."""

TASKBAR_NAME = "PusatKomando.PusatKomando"
"""By this Windows puts our windows together, and apart from other programs of a Python."""


def _spare_sources() -> None:
    """To know which modules may ask for its methods by other names, Qt for Python reads the source
    of each that is imported after it, and keeps the lines: 2,000 files, up to a second of the start
    and 50 MB. None of ours asks. An installed program has no sources and is told the same."""
    other_names: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(other_names, "_mod_uses_pyside"):
        other_names._mod_uses_pyside = lambda _module: False


_spare_sources()  # as this is imported: most of the window is still to come


def name_for_taskbar() -> None:
    """Before the first window. Where Windows refuses, its taskbar shows us under Python."""
    if sys.platform == "win32":
        name = ctypes.c_wchar_p(TASKBAR_NAME)
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(name)


def application() -> QApplication:
    """OperatorError("no_display") where there is no screen to open it on."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    need_display()
    sys.setswitchinterval(GIVE_WAY_S)
    name_for_taskbar()
    app = QApplication(["command-center"])
    app.setApplicationName("Pusat Komando")
    app.lastWindowClosed.connect(app.quit)
    return app
