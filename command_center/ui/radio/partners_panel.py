"""The neighbourhoods as a panel: partners, the ronda roster, what was done in a month, and the code
book of the air."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.board_page import BoardPage
from command_center.ui.radio.codes_page import CodesPage
from command_center.ui.radio.directory_page import DirectoryPage
from command_center.ui.radio.edit_page import EditPage
from command_center.ui.radio.watch_page import WatchPage
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
PAGES = ("partners", "watch", "board", "codes")
_SHOWS = frozenset({"partner", "source", "night_watch", "room_setting"})


class PartnersPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 to 4 turn to them."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.directory, self.watch = DirectoryPage(seat), WatchPage(seat)
        self.board, self.codes = BoardPage(seat), CodesPage(seat)
        pages: tuple[QWidget, ...] = (self.directory, self.watch, self.board, self.codes)
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(zip(PAGES, pages, strict=True)):
            self.stack.addWidget(page)
            tab = self.tabs[name] = KeyButton(seat, "", f"Ctrl+Alt+{at + 1}")
            tab.setCheckable(True)
            tab.clicked.connect(partial(self.turn_to, name))
            shortcut = QShortcut(QKeySequence(f"Ctrl+Alt+{at + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.turn_to, name))
            self._head.addWidget(tab)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("partners")

    def turn_to(self, name: str, *_: object) -> None:
        """One of PAGES, with the keyboard."""
        self.stack.setCurrentIndex(PAGES.index(name))
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        page = self.stack.currentWidget()
        if page is not None:
            self._refresh()
            self.stack.setFocusProxy(page)
            if self.isVisible():
                page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _SHOWS):
            self._refresh()

    def _refresh(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, EditPage):
            page.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Radio", "MITRA"))
        self.setAccessibleName(translate("Radio", "Mitra, ronda, sinergitas"))
        self.tabs["partners"].relabel(translate("Radio", "Mitra"))
        self.tabs["watch"].relabel(translate("Radio", "Ronda"))
        self.tabs["board"].relabel(translate("Radio", "Sinergitas"))
        self.tabs["codes"].relabel(translate("Radio", "Buku sandi"))
        for page in (self.directory, self.watch, self.board, self.codes):
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
