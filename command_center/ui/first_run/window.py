"""The one window, with the guided page where the board will be, and the handbook beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.handbook import HANDBOOK
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.first_run.form import Bench
from command_center.ui.first_run.page import FirstRunPage
from command_center.ui.first_run.setup import Standing

if TYPE_CHECKING:
    from command_center.ui.handbook.book import BookView

translate = QCoreApplication.translate
SMALLEST = (760, 520)
BOTH_PX, BOOK_PX = 1360, 560
"""From how wide on the page and the book stand side by side, and how wide the book is then."""
FIRST_DAY = "hari-pertama"


class Reading(QWidget):
    """The handbook while it is open. `closed` by Esc or its button."""

    closed = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        from command_center.ui.handbook.book import BookView  # noqa: PLC0415 - when asked for

        self.book: BookView = BookView(bench)
        close = KeyButton(bench, "", "Esc")
        close.clicked.connect(self.closed)
        self.book.add(close, lambda: translate("Handbook", "Tutup"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.book)
        self.setFocusProxy(self.book)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FirstRunWindow(QMainWindow):
    """F1 opens the handbook at the first day, beside the page or over it; what was typed stays."""

    def __init__(self, bench: Bench, standing: Standing) -> None:
        super().__init__()
        self._bench = bench
        self.setMinimumSize(*SMALLEST)
        self.page = FirstRunPage(bench, standing)
        self.reading: Reading | None = None
        self._before: FocusReturn | None = None
        both = QWidget()
        self._both = QHBoxLayout(both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self.page, 1)
        self.setCentralWidget(both)
        QShortcut(QKeySequence(ACTIONS[HANDBOOK].key), self, self.open_book)
        self.page.help_asked.connect(self.open_book)
        self._retitle()

    def open_book(self) -> None:
        """Asked again from inside, its contents."""
        if self.reading is None:
            self.reading = Reading(self._bench)
            self.reading.closed.connect(self.close_book)
            self.reading.hide()
            self._both.addWidget(self.reading)
        reading, book = self.reading, self.reading.book
        if reading.isAncestorOf(QApplication.focusWidget() or self):
            book.open_contents()
            return
        self._before = FocusReturn(reading)
        self._before.remember()
        reading.show()
        if book.view.page is None:
            book.open_spoken(FIRST_DAY)
        book.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._share()

    def close_book(self) -> None:
        if self.reading is None:
            return
        self.page.show()
        if self._before is not None:
            self._before.give_back()
        self.reading.hide()
        self._share()

    def _share(self) -> None:
        """Between the two; on a small screen the book has all of it."""
        reads = self.reading is not None and self.reading.isVisible()
        wide = self.width() >= self._bench.theme.px(BOTH_PX)
        self.page.setVisible(wide or not reads)
        self.page.take_keys(not reads)
        if self.reading is not None:
            most = self._bench.theme.px(BOOK_PX) if wide else 16_777_215
            self.reading.setMaximumWidth(most)
            self.reading.setMinimumWidth(most if wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _retitle(self) -> None:
        self.setWindowTitle(translate("Window", "Pusat Komando"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)
