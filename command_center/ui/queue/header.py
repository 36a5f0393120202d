"""The queue's heading: its name and the tabs, each with the number of its rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from command_center.ui.detail.flow import FlowLayout
from command_center.ui.format import count
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.ledger import Ledger, Tab
from command_center.ui.queue.words import tab_label, translate
from command_center.ui.theme import Theme


class QueueHeader(QWidget):
    """`chosen` carries the Tab somebody asked for."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(theme, bold=True)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._title)
        self._group = QButtonGroup(self)
        self.tabs = {tab: self._button(tab) for tab in Tab}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def _button(self, tab: Tab) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flat")
        button.setCheckable(True)
        button.setChecked(tab is Tab.ACTIVE)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list's arrow keys change tabs
        button.clicked.connect(lambda: self.chosen.emit(tab))
        self._group.addButton(button)
        self._flow.addWidget(button)
        return button

    def show_counts(self, ledger: Ledger) -> None:
        before = [button.text() for button in self.tabs.values()]
        for tab, button in self.tabs.items():
            text = f"{tab_label(tab)} {count(ledger.count(tab))}"
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)
        if before != [button.text() for button in self.tabs.values()]:
            self._fit()

    def mark(self, tab: Tab) -> None:
        self.tabs[tab].setChecked(True)

    def restyle(self) -> None:
        """After another theme, size or language."""
        px = self._theme.px
        self._flow.setSpacing(px(2))
        self._flow.setContentsMargins(px(12), px(7), px(8), px(7))
        self._title.setText(translate("Queue", "ANTREAN KEJADIAN"))
        self._title.setMinimumHeight(px(26))
        self._title.setContentsMargins(0, 0, px(10), 0)
        for button in self.tabs.values():
            button.setFont(self._theme.font(13))
            button.setToolTip(translate("Queue", "← → mengganti tab"))
        self._fit()

    def _fit(self) -> None:
        """In a narrow queue the tabs are heading enough, if that saves a line."""
        buttons = sum(button.sizeHint().width() for button in self.tabs.values())
        margins, gap = self._flow.contentsMargins(), self._flow.spacing()
        room = self.width() - margins.left() - margins.right()
        tabs = buttons + gap * (len(self.tabs) - 1)
        title = self._title.sizeHint().width() + gap
        self._title.setVisible(not tabs <= room < tabs + title)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
