"""The open book: what it contains and where a word stands on the left, the page on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from command_center.documents.handbook import Handbook, Page
from command_center.runtime.paths import resources_dir
from command_center.ui.actions.buttons import KeyButton, Themed
from command_center.ui.commandline.vocabulary import english
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.handbook.browser import PageView
from command_center.ui.handbook.contents import ContentsList
from command_center.ui.handbook.trail import TOP, Spot, Trail
from command_center.ui.plain_label import PlainLabel
from command_center.ui.tasks import Tasks

translate = QCoreApplication.translate
FOLDER = "handbook"
NARROW_PX, LIST_PX = 640, 230
LONGEST = 80


class Lectern(Themed, Protocol):
    """A seat, or where a book lies before there is a room."""

    @property
    def tasks(self) -> Tasks: ...


class BookView(QWidget):
    """Where it is narrow either the contents or the page is seen."""

    def __init__(self, lectern: Lectern, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lectern = lectern
        self._named: list[tuple[KeyButton, Callable[[], str]]] = []
        self.handbook = Handbook(resources_dir() / FOLDER)
        self.trail = Trail()
        self.title = PlainLabel(lectern.theme, bold=True)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setClearButtonEnabled(True)
        self.contents = ContentsList(lectern.theme)
        self.view = PageView(self.handbook.folder, lectern.theme, lectern.tasks)
        self.said = PlainLabel(lectern.theme, "text2")
        self._listing = False
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    # --- making --------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.back = self._button("Alt+Left", partial(self._step, -1))
        self.forward = self._button("Alt+Right", partial(self._step, 1))
        self.list_button = self._button("Alt+Home", self.open_contents)

    def add(self, button: KeyButton, label: Callable[[], str]) -> None:
        """Beside those that turn pages; `label` in the language of the screen."""
        self._named.append((button, label))
        button.relabel(label())
        self._head.addWidget(button)

    def _button(self, key: str, run: object) -> KeyButton:
        button = KeyButton(self._lectern, "", key)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for signal in (button.clicked, shortcut.activated):
            signal.connect(run)
        return button

    def _lay_out(self) -> None:
        self._head = FlowLayout(gap=6)
        for part in (self.title, self.back, self.forward, self.list_button):
            self._head.addWidget(part)
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._column.addWidget(self.field)
        self._column.addWidget(self.said)
        self._column.addWidget(self.contents, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left)
        body.addWidget(self.view, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addLayout(body, 1)
        self.setFocusProxy(self.view)
        self.said.setWordWrap(True)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._list)
        self.field.returnPressed.connect(self._first_found)
        self.contents.chosen.connect(self.open)
        self.view.followed.connect(self.open)
        self._lectern.theme.changed.connect(self._restyle)
        search = QShortcut(QKeySequence("/"), self)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search.activated.connect(self._to_search)

    # --- reading -------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        return "en" if english() else "id"

    def open_spoken(self, id: str) -> None:
        """What the screen's language has of it."""
        self.open(self.handbook.spoken(id, self.language).id)

    def open(self, id: str) -> None:
        """Another page, at its beginning."""
        if id not in self.handbook.pages:
            return
        self.trail.leave_at(self.view.spot)
        self.trail.go_to(id)
        self._show(self.handbook.pages[id])

    def _show(self, page: Page, spot: Spot = TOP) -> None:
        self.view.show_page(page, spot)
        self.contents.mark(page.id)
        self.back.setEnabled(self.trail.can_go_back)
        self.forward.setEnabled(self.trail.can_go_forward)
        self.view.setAccessibleName(page.title)
        self.setFocusProxy(self.view)
        if self._narrow and self._listing:
            self._listing = False
            self._settle()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        self.trail.leave_at(self.view.spot)
        stop = self.trail.step(by)
        if stop is not None:
            self._show(self.handbook.pages[stop.page], stop.spot)

    def open_contents(self) -> None:
        """To what there is, with the keyboard."""
        self.setFocusProxy(self.contents)
        self._list_for(self.contents)

    def _to_search(self) -> None:
        self._list_for(self.field)
        self.field.selectAll()

    def _list_for(self, wanted: QWidget) -> None:
        """The page gives the keyboard away before it is hidden: else Qt would look for the next
        link in it, and scroll there."""
        self._listing = True
        self._left.show()
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._settle()

    # --- looking for words ---------------------------------------------------------------------

    def _list(self) -> None:
        """What is found for what is typed; without a word everything there is."""
        words = self.field.text().strip()
        found = self.handbook.search(words, self.language)
        if words:
            self.contents.show_found(found)
        else:
            self.contents.show_chapters(self.handbook.of_language(self.language))
        nothing = translate("Handbook", "Tidak ada halaman dengan kata itu.")
        self.said.show_text(nothing if words and not found else "")
        self.said.setVisible(bool(self.said.text()))
        if self.view.page is not None:
            self.contents.mark(self.view.page.id)

    def _first_found(self) -> None:
        first = self.contents.first_page()
        if first is not None and self.field.text().strip():
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
            self.open(first)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the words into what was found; the first Esc takes the words away."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # --- appearance ----------------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        return self.width() < self._lectern.theme.px(NARROW_PX)

    def _settle(self) -> None:
        narrow = self._narrow
        self._left.setVisible(not narrow or self._listing)
        self.view.setVisible(not narrow or not self._listing)
        wide = 16_777_215 if narrow else self._lectern.theme.px(LIST_PX)
        self._left.setMaximumWidth(wide)
        self._left.setMinimumWidth(0 if narrow else wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._lectern.theme.px(240), self._lectern.theme.px(160))

    def _restyle(self) -> None:
        theme = self._lectern.theme
        px = theme.px
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self._column.setContentsMargins(px(8), 0, px(4), px(8))
        self._column.setSpacing(px(6))
        self.field.setFont(theme.font(13))
        self._settle()
        self.view.refresh()

    def _retranslate(self) -> None:
        self.title.show_text(translate("Handbook", "BUKU PANDUAN"))
        self.back.relabel(translate("Handbook", "Mundur"))
        self.forward.relabel(translate("Handbook", "Maju"))
        self.list_button.relabel(translate("Handbook", "Daftar isi"))
        for button, label in self._named:
            button.relabel(label())
        self.field.setPlaceholderText(translate("Handbook", "Cari di semua halaman (/)"))
        self.field.setAccessibleName(translate("Handbook", "Cari di semua halaman"))
        self.contents.setAccessibleName(translate("Handbook", "Daftar isi"))
        self._list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
