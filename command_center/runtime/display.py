"""Whether a window can be opened here."""

from __future__ import annotations

import os
import sys

from command_center.domain.errors import OperatorError

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def need_display() -> None:
    """OperatorError("no_display") where there is no screen to open a window on."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise OperatorError("no_display")
