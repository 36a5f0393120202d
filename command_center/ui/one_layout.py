"""Many parts shown, hidden and altered at once, laid out once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


class OneLayout:
    """The layouts of `parts`, which wait while `changing` and follow, each once, in the next turn
    of the event loop, before anything is painted.

    Without it Qt lays out everything around a part each time one is shown.
    """

    def __init__(self, *parts: QWidget) -> None:
        self._parts = parts
        self._depth = 0

    @contextmanager
    def changing(self) -> Iterator[None]:
        """May be entered again inside."""
        self._depth += 1
        self._enable(False)
        try:
            yield
        finally:
            self._depth -= 1
            self._enable(self._depth == 0)
            if not self._depth:
                self._ask_again()

    def _ask_again(self) -> None:
        """A request that came while the layouts waited is lost, and Qt makes no second one until
        the first is followed: a card would stay cut."""
        for part in self._parts:
            QCoreApplication.postEvent(part, QEvent(QEvent.Type.LayoutRequest))

    def _enable(self, enabled: bool) -> None:
        for part in self._parts:
            layout = part.layout()
            if layout is not None:
                layout.setEnabled(enabled)
