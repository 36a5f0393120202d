"""Reports as a panel: of an incident or the situation, of a period, and their templates."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.reports import LAPSIT, REPORTS
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.reports.lapsit_page import LapsitPage
from command_center.ui.reports.period_page import PeriodPage
from command_center.ui.reports.templates_page import TemplatesPage
from command_center.ui.seat import Seat

PAGES = ("lapsit", "periods", "templates")


class ReportsPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 to 3 turn to them."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.lapsit, self.periods = LapsitPage(seat), PeriodPage(seat)
        self.templates = TemplatesPage(seat)
        self.pages = (self.lapsit, self.periods, self.templates)
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(zip(PAGES, self.pages, strict=True)):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at + 1}"))
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("lapsit")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    def turn_to(self, name: str, *_: object) -> None:
        """One of PAGES, with the keyboard."""
        page = self.pages[PAGES.index(name)]
        self.stack.setCurrentWidget(page)
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(page)
        if self.isVisible():
            page.refresh()
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id == LAPSIT:
            self.turn_to("lapsit")
            self.lapsit.open(subject if isinstance(subject, str) else None)
        elif action_id == REPORTS:
            self.turn_to("periods")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.periods.refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Reports", "LAPORAN"))
        self.setAccessibleName(translate("Reports", "Lapsit dan laporan berkala"))
        self.tabs["lapsit"].relabel(translate("Reports", "Lapsit"))
        self.tabs["periods"].relabel(translate("Reports", "Berkala"))
        self.tabs["templates"].relabel(translate("Reports", "Templat"))
        for page in self.pages:
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
