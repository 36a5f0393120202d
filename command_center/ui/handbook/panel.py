"""The handbook as a panel: made when it is first asked for, so that a start costs nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.handbook import CARD, HANDBOOK
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.handbook.places import FIRST, SELF, page_for, panel_of
from command_center.ui.handbook.printer import PRINT
from command_center.ui.panel_dock import PanelDock
from command_center.ui.seat import Seat

if TYPE_CHECKING:
    from command_center.ui.handbook.book import BookView


translate = QCoreApplication.translate
KEYS = "view.keys"


class HandbookPanel(QFrame):
    """F1 opens the page of the panel that has the keyboard; Esc closes and gives the keyboard
    back. Asked with the id of a page it opens that one."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._before = FocusReturn(self)
        self._seen: tuple[PanelDock, ...] = ()
        self.book: BookView | None = None
        self._wanted = FIRST
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._begin)
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id != HANDBOOK:
            return
        now = QApplication.focusWidget()
        inside = panel_of(now) == SELF
        self._before.remember()
        self._remember_seen()
        made = self.book is not None
        book = self.opened()
        if inside and subject is None:
            book.open_contents()
            return
        page = subject if isinstance(subject, str) else page_for(now)
        if made:
            book.open_spoken(page)
        else:
            self._wanted = page
            self._settled.start()

    def opened(self) -> BookView:
        """The book itself."""
        if self.book is None:
            from command_center.ui.handbook.book import BookView  # noqa: PLC0415 - when asked for

            self.book = BookView(self._seat, self)
            self._add_tools(self.book)
            self._rows.addWidget(self.book)
            self.setFocusProxy(self.book)
        return self.book

    def _add_tools(self, book: BookView) -> None:
        """What of it can be put on paper, and the sheet of keys."""
        seat = self._seat
        keys = KeyButton(seat, "", ACTIONS[KEYS].key)
        keys.clicked.connect(partial(ACTIONS[KEYS].perform, seat))
        book.add(keys, lambda: translate("Handbook", "Tombol"))
        if seat.past:  # nothing is printed there
            return
        card, printed = KeyButton(seat, "", ACTIONS[CARD].key), KeyButton(seat, "")
        card.clicked.connect(partial(ACTIONS[CARD].perform, seat))
        printed.clicked.connect(self._print)
        book.add(card, lambda: translate("Handbook", "Cetak kartu"))
        book.add(printed, lambda: translate("Handbook", "Cetak buku"))

    def _print(self) -> None:
        page = self.book.view.page if self.book is not None else None
        self._seat.asking.ask(PRINT, page.role if page is not None else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        """The dock goes, and comes back when it is asked for. The panel that it covered is in
        front again: Qt would take any other of the stack."""
        dock = self._dock()
        self._before.give_back()
        if dock is None:
            return
        window = dock.parentWidget()
        stack = window.tabifiedDockWidgets(dock) if isinstance(window, QMainWindow) else []
        dock.hide()
        for covered in stack:
            if covered in self._seen:
                covered.raise_()
        self._seen = ()

    def _dock(self) -> PanelDock | None:
        place: QWidget | None = self
        while place is not None and not isinstance(place, PanelDock):
            place = place.parentWidget()
        return place

    def _remember_seen(self) -> None:
        """Which panels are in front, before the book is: of its stack at most one. Qt knows the
        stack of a closed dock only once it is shown."""
        dock = self._dock()
        if dock is not None and dock.visibleRegion().isEmpty():
            docks = self.window().findChildren(PanelDock)
            self._seen = tuple(one for one in docks if not one.visibleRegion().isEmpty())

    def showEvent(self, event: QShowEvent) -> None:
        """Brought forward by a menu or a kept layout, it is a book too; not while the window
        opens, which shows every panel for a moment."""
        super().showEvent(event)
        self._settled.start()

    def _begin(self) -> None:
        """A book that has just been made is opened a turn later: both together are long."""
        wanted, self._wanted = self._wanted, FIRST
        if self.book is None and self.isVisible():
            self.opened()
            self._settled.start()
        elif self.book is not None and self.book.view.page is None:
            self.book.open_spoken(wanted)
