"""A panel of pages: a title, a tab with a key for each page, and one page seen at a time."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat


class PanelPage(QFrame):
    """Is looked at again whenever it is seen, and said again in another language."""

    @abstractmethod
    def refresh(self, *_: object) -> None:
        """What it shows, as it is now."""

    def tick(self) -> None:
        """A second went by while it is seen. Most pages show no age."""

    @abstractmethod
    def retranslate(self) -> None:
        """Every word in the language of the screen."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


Page = TypeVar("Page", bound=PanelPage)


class PanelWords(NamedTuple):
    """`tabs` = {name of a page: what its tab says}; `spoken` is the panel's accessible name."""

    title: str
    spoken: str
    tabs: Mapping[str, str]


class PagedPanel(QFrame, Generic[Page]):
    """A panel says which pages it has, which entities they show, and its words."""

    shows: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.pages: dict[str, Page] = {}
        self.tabs: dict[str, KeyButton] = {}
        self.stack = QStackedWidget()
        self._choices: tuple[QWidget, ...] = ()

    def hold(self, pages: Mapping[str, Page], *choices: QWidget) -> None:
        """Once, when they are made. The first page is seen first; Ctrl+Alt+1 and so on turn to
        them. `choices` stand behind the tabs, for all pages."""
        self.pages, self._choices = dict(pages), choices
        self._lay_out()
        self.setFocusProxy(self.stack)
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to(next(iter(self.pages)))

    def _lay_out(self) -> None:
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(self.pages.items(), 1):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at}"))
        for choice in self._choices:
            self._head.addWidget(choice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self.stack, 1)

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    # --- what a panel of its own says ----------------------------------------------------------

    @abstractmethod
    def words(self) -> PanelWords:
        """In the language of the screen."""

    def _refresh(self) -> None:
        """What is seen. A panel with choices offers them anew before."""
        self.page.refresh()

    # --- the page that is seen -----------------------------------------------------------------

    @property
    def page(self) -> Page:
        return list(self.pages.values())[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """A page by its name, with the keyboard."""
        self.stack.setCurrentWidget(self.pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(self.page)
        if self.isVisible():
            self._refresh()
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & self.shows):
            self._refresh()

    def _ticked(self, *_: object) -> None:
        if self.isVisible():
            self.page.tick()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        theme = self._seat.theme
        self._head.setContentsMargins(theme.px(12), theme.px(7), theme.px(8), theme.px(7))
        for choice in self._choices:
            choice.setFont(theme.font(13))

    def _retranslate(self) -> None:
        """Its pages say themselves again."""
        words = self.words()
        self.title.show_text(words.title)
        self.setAccessibleName(words.spoken)
        for name, text in words.tabs.items():
            self.tabs[name].relabel(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
