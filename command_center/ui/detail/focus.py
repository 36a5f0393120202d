"""Where the keyboard was before something asked for it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusReturn:
    """Remembers who had the focus outside of `asker` and gives it back."""

    def __init__(self, asker: QWidget) -> None:
        self._asker = asker
        self._before: QWidget | None = None

    def remember(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and not (now is self._asker or self._asker.isAncestorOf(now)):
            self._before = now

    def give_back(self) -> None:
        """Only if the asker has it now: a focus that went elsewhere by itself stays there."""
        before, self._before = self._before, None
        now = QApplication.focusWidget()
        inside = now is not None and (now is self._asker or self._asker.isAncestorOf(now))
        if not inside or now is None:
            return
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            # else Qt would hand it to the next field, and a key meant for an action be typed
            now.clearFocus()
