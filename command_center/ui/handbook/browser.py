"""Shows one page of the handbook. It reads files of the handbook's own folder and nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from command_center.documents.handbook import PICTURES, Page
from command_center.ui.handbook.dress import dress, set_measure
from command_center.ui.theme import Theme

TEXT_PX, WIDEST_PX, EDGE_PX = 14, 760, 16
_REST_MS = 120
GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML


def picture_file(folder: Path, name: str) -> Path | None:
    """The file a page means by `name`; None for whatever is no picture of the handbook."""
    file = folder / PICTURES / Path(name).name
    return file if file.is_file() and name.endswith(Path(PICTURES, file.name).as_posix()) else None


def _picture(file: Path, widest: int) -> QImage:
    picture = QImage(str(file))
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaledToWidth(max(1, min(picture.width(), widest)), smooth)


class PageView(QTextBrowser):
    """`followed` says the id of the page that a link leads to; other links lead nowhere."""

    followed = Signal(str)

    def __init__(self, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._theme = folder, theme
        self._page: Page | None = None
        self._laid_for = 0
        self._outdated = False
        self._shown: QTextDocument | None = None
        self._pictures: dict[Path, QImage] = {}
        self._scaled_for = 0
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._clicked)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._lay_again)

    @property
    def page(self) -> Page | None:
        return self._page

    def show_page(self, page: Page, down: int = 0) -> None:
        """`down` = how far it was scrolled when it was left."""
        self._page = page
        self._fill()
        self.verticalScrollBar().setValue(down)

    def _fill(self) -> None:
        if self._page is None:
            return
        theme, document = self._theme, QTextDocument(self)
        self._laid_for, self._outdated = self.viewport().width(), False
        document.setMarkdown(self._page.text, GITHUB | NO_HTML)
        dress(document, theme, theme.font(TEXT_PX), theme.px(TEXT_PX))
        spare = self._laid_for - theme.px(WIDEST_PX)
        side = max(theme.px(EDGE_PX), min(spare // 2, theme.px(4 * EDGE_PX)))
        set_measure(document.rootFrame(), side, theme.px(3 * EDGE_PX))
        # dressed before it is shown: a document on the screen is laid out again at each change
        before, self._shown = self._shown, document
        self.setDocument(document)
        if before is not None:
            before.deleteLater()

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        """Pictures as wide as the page, and never wider than they are."""
        file = picture_file(self._folder, QUrl(name).path())
        if kind != QTextDocument.ResourceType.ImageResource.value or file is None:
            return None
        # with or without the bar the same: a page that gets one is laid out twice
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 3 * self._theme.px(EDGE_PX)
        widest = max(1, min(room, self._theme.px(WIDEST_PX)))
        if widest != self._scaled_for:
            self._scaled_for = widest
            self._pictures.clear()
        if file not in self._pictures:
            self._pictures[file] = _picture(file, widest)
        return self._pictures[file]

    def refresh(self) -> None:
        """In the theme's present colours and size, once somebody sees it; the reader stays where
        they are."""
        self._outdated = not self.isVisible()
        if self._outdated:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._fill()
        bar.setValue(round(share * bar.maximum()))

    def _lay_again(self) -> None:
        if self._outdated or self._laid_for != self.viewport().width():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self._laid_for != self.viewport().width():
            self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated or self._laid_for != self.viewport().width():
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        super().hideEvent(event)

    def _clicked(self, link: QUrl) -> None:
        name = Path(link.path())
        if link.isRelative() and name.suffix == ".md":
            self.followed.emit(name.stem)
