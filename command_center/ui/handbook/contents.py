"""The list beside a page: chapters with their pages, or where a word was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from command_center.documents.handbook import Chapter, Found, Page
from command_center.ui.theme import Theme

_PAGE = Qt.ItemDataRole.UserRole


class ContentsList(QListWidget):
    """`chosen` says the id of a page: by a click, or Enter."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        theme.changed.connect(self._restyle)

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        self.clear()
        for chapter in chapters:
            head = QListWidgetItem(chapter.title)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(head)
            for page in chapter.pages:
                self._add(page, page.title)
        self._restyle()

    def show_found(self, found: Sequence[Found]) -> None:
        self.clear()
        for one in found:
            self._add(one.page, f"{one.page.title}\n{one.excerpt}")
        self._restyle()

    def _add(self, page: Page, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_PAGE, page.id)
        self.addItem(item)

    def _pages(self) -> list[tuple[QListWidgetItem, str]]:
        items = [self.item(at) for at in range(self.count())]
        return [(item, str(item.data(_PAGE))) for item in items if item.data(_PAGE)]

    def first_page(self) -> str | None:
        return next((id for _, id in self._pages()), None)

    def mark(self, id: str) -> None:
        """The page that is open."""
        item = next((item for item, page in self._pages() if page == id), None)
        if item is None:
            self.clearSelection()
        elif item is not self.currentItem():
            self.setCurrentItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(_PAGE):
            self.chosen.emit(str(item.data(_PAGE)))

    def _restyle(self) -> None:
        theme = self._theme
        self.setSpacing(theme.px(1))
        for at in range(self.count()):
            item = self.item(at)
            page = bool(item.data(_PAGE))
            item.setFont(theme.font(13 if page else 11, bold=not page))
            item.setForeground(theme.color("text" if page else "text3"))
