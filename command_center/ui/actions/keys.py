"""The keys of the actions, bound to a window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from command_center.ui.actions.action import Action
from command_center.ui.actions.table import ACTIONS
from command_center.ui.seat import Seat

TYPING = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
RETURN = "Return"


def is_plain(key: str) -> bool:
    """A key that also writes a letter or confirms a field: off while somebody types."""
    return key == RETURN or len(key.removeprefix("Shift+")) == 1


class KeyBindings(QObject):
    """A shortcut per action that has a key. A key whose action cannot run says why."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self.shortcuts: dict[str, QShortcut] = {}
        for action in ACTIONS.values():
            if action.key:
                self.shortcuts[action.id] = self._bind(action, window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _bind(self, action: Action, window: QWidget) -> QShortcut:
        keys = [QKeySequence(action.key)]
        if action.key == RETURN:
            keys.append(QKeySequence(Qt.Key.Key_Enter))
        shortcut = QShortcut(window)
        shortcut.setKeys(keys)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: action.perform(self._seat))
        return shortcut

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        typing = isinstance(now, TYPING)
        pressing = isinstance(now, QAbstractButton)
        for id, shortcut in self.shortcuts.items():
            key = ACTIONS[id].key
            off = (typing and is_plain(key)) or (pressing and key == RETURN)
            shortcut.setEnabled(not off)
