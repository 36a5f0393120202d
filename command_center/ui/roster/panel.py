"""Regu and roll-call as a panel: the roll-call, people, the roster, swaps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.roster.duties_page import DutiesPage
from command_center.ui.roster.page import RosterPage
from command_center.ui.roster.people_page import PeoplePage
from command_center.ui.roster.roll_page import RollPage
from command_center.ui.roster.swaps_page import SwapsPage
from command_center.ui.roster.words import translate
from command_center.ui.seat import Seat

_SHOWS = frozenset(
    {
        "regu",
        "personnel",
        "duty",
        "duty_swap",
        "roll_call",
        "roll_mark",
        "unit_check",
        "seating",
        "room_setting",
        "staff",
        "unit",
        "workstation",
    }
)


class RosterPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 to 4 turn to them."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.roll = RollPage(seat)
        self.pages: dict[str, RosterPage] = {
            "roll": self.roll,
            "people": PeoplePage(seat),
            "duties": DutiesPage(seat),
            "swaps": SwapsPage(seat),
        }
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(self.pages.items(), 1):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at}"))
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("roll")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> RosterPage:
        return list(self.pages.values())[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """With the keyboard."""
        self.stack.setCurrentWidget(self.pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(self.page)
        if self.isVisible():
            self.page.refresh()
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _SHOWS):
            self.page.refresh()

    def _ticked(self, *_: object) -> None:
        if self.isVisible():
            self.page.tick()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Roster", "REGU DAN APEL"))
        self.setAccessibleName(translate("Roster", "Regu dan apel"))
        self.tabs["roll"].relabel(translate("Roster", "Apel"))
        self.tabs["people"].relabel(translate("Roster", "Personel"))
        self.tabs["duties"].relabel(translate("Roster", "Jadwal"))
        self.tabs["swaps"].relabel(translate("Roster", "Tukar"))
        for page in self.pages.values():
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
