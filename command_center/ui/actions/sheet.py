"""Ctrl+F1: every action with its key, over the window and not in its way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from command_center.ui.actions.action import Group
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.menus import group_title
from command_center.ui.actions.table import in_group
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_COLUMNS = (
    (Group.INCIDENT, Group.ALARM),
    (Group.UNIT, Group.SESSION),
    (Group.VIEW,),
    (Group.WALL, Group.CALL),
)


def _way_out() -> str:
    return translate("Actions", "Tutup: Esc atau Ctrl+F1")


class KeySheet(QFrame):
    """Shown and hidden by `view.keys`; Esc hides it too."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("raised")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._seat = seat
        self._layout = QVBoxLayout(self)
        self._body: QWidget | None = None
        self.hide()
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._fill)
        self._fill()

    def _asked(self, action_id: str, _: object) -> None:
        if action_id != "view.keys":
            return
        self.setVisible(not self.isVisible())
        if self.isVisible():
            self._place()
            self.raise_()
            self.setFocus()

    def _place(self) -> None:
        self.adjustSize()
        room = self._over.rect()
        self.move((room.width() - self.width()) // 2, max(0, (room.height() - self.height()) // 2))

    def _fill(self) -> None:
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        columns = QHBoxLayout(self._body)
        theme = self._seat.theme
        columns.setSpacing(theme.px(32))
        columns.setContentsMargins(*[theme.px(12)] * 4)
        for groups in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(theme.px(12))
            for group in groups:
                column.addWidget(self._block(group))
            column.addStretch(1)
            if groups is _COLUMNS[0]:
                column.addWidget(self._label(_way_out(), "text2"))
            columns.addLayout(column)
        self._layout.addWidget(self._body)
        self.setAccessibleName(translate("Actions", "Daftar tombol"))
        if self.isVisible():
            self._place()

    def _block(self, group: Group) -> QWidget:
        theme = self._seat.theme
        block = QWidget()
        rows = QGridLayout(block)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(theme.px(2))
        title = self._label(group_title(group), "text3")
        rows.addWidget(title, 0, 0, 1, 2)
        for line, action in enumerate(in_group(group), 1):
            rows.addWidget(self._label(key_text(action.key), "accent"), line, 0)
            rows.addWidget(self._label(action.label, "text"), line, 1)
        rows.setColumnStretch(1, 1)
        return block

    def _label(self, text: str, token: str) -> QLabel:
        theme = self._seat.theme
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(theme.font(13))
        label.setStyleSheet(f"color: {theme.color(token).name()}")
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)
