"""What an action cannot do alone: it asks, and the panel that can answers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Asking(QObject):
    """Carries (action id, subject) from an action to whichever panel opens the question, shows the
    view or moves the focus. Nothing is asked in a dialog. The subject is an id, or None; for a form
    it may be what is known already."""

    asked = Signal(str, object)

    def ask(self, action_id: str, subject: object = None) -> None:
        self.asked.emit(action_id, subject)
