"""The change of shift as a panel: what is handed over, and the book of the shift."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.handover import BOOK, HANDOVER
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.handover.announce import HandoverNews
from command_center.ui.handover.book_page import BookPage
from command_center.ui.handover.page import HandoverPage
from command_center.ui.handover.words import translate
from command_center.ui.list_page import ListPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

PAGES = ("items", "book")
_PAGE_OF = {HANDOVER: "items", BOOK: "book"}
_SHOWS = frozenset(
    {
        "handover",
        "handover_item",
        "book_entry",
        "shift",
        "incident",
        "unit",
        "assignment",
        "order_task",
        "welfare_check",
        "referral",
        "standby",
        "alarm",
        "note",
        "instruction",
        "shift_note",
        "casualties",
        "staff",
    }
)


class HandoverPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 and 2 turn to them."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.items, self.book = HandoverPage(seat), BookPage(seat)
        self.pages: tuple[ListPage, ...] = (self.items, self.book)
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
        HandoverNews(seat, self)
        seat.live.changed.connect(self._changed)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("items")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> ListPage:
        return self.pages[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """One of PAGES, with the keyboard."""
        self.stack.setCurrentIndex(PAGES.index(name))
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(self.page)
        if self.isVisible():
            self.page.refresh()
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id in _PAGE_OF:
            self.turn_to(_PAGE_OF[action_id])

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _SHOWS):
            self.page.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Handover", "SERAH TERIMA"))
        self.setAccessibleName(translate("Handover", "Serah terima"))
        self.tabs["items"].relabel(translate("Handover", "Butir"))
        self.tabs["book"].relabel(translate("Handover", "Buku mutasi"))
        for page in self.pages:
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
