"""Menus made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from command_center.ui.actions.action import Action, Group
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import in_group
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate


def group_title(group: Group) -> str:
    return {
        Group.INCIDENT: translate("Actions", "Kejadian"),
        Group.CALL: translate("Actions", "Telepon"),
        Group.UNIT: translate("Actions", "Unit"),
        Group.ALARM: translate("Actions", "Alarm"),
        Group.SESSION: translate("Actions", "Orang"),
        Group.VIEW: translate("Actions", "Tampilan"),
        Group.WALL: translate("Actions", "CCTV"),
    }[group]


def action_text(action: Action) -> str:
    """The label and, in the menu's second column, the key."""
    label = action.label.replace("&", "&&")
    return f"{label}\t{key_text(action.key)}" if action.key else label


class ActionMenu(QMenu):
    """One group of the table; refreshed each time it opens. The keys themselves are bound by
    KeyBindings, so that a key also answers when its action is greyed out."""

    def __init__(self, seat: Seat, group: Group) -> None:
        super().__init__()
        self._seat = seat
        self._group = group
        self._items: list[tuple[Action, QAction]] = []
        self.setToolTipsVisible(True)
        for action in in_group(group):
            item = self.addAction("")
            item.triggered.connect(lambda _=False, action=action: action.perform(seat))
            self._items.append((action, item))
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.setTitle(group_title(self._group))
        for action, item in self._items:
            reason = action.reason(self._seat)
            item.setText(action_text(action))
            item.setEnabled(reason is None)
            item.setToolTip("" if reason is None else sentence(reason, {}))
