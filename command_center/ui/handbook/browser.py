"""Shows one page of the handbook. It reads files of the handbook's own folder and nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QImageReader,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from command_center.documents.handbook import PICTURES, Page
from command_center.domain.errors import OperatorError
from command_center.ui.handbook.dress import dress, set_measure
from command_center.ui.handbook.trail import TOP, Spot
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

TEXT_PX, WIDEST_PX, EDGE_PX = 14, 760, 16
_REST_MS = 120
GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML


def picture_file(folder: Path, name: str) -> Path | None:
    """The file a page means by `name`; None for whatever is no picture of the handbook."""
    file = folder / PICTURES / Path(name).name
    return file if file.is_file() and name.endswith(Path(PICTURES, file.name).as_posix()) else None


def _size(file: Path, widest: int) -> QSize:
    """As it stands on the page; of the file only its head is read."""
    whole = QImageReader(str(file)).size()
    wide = max(1, min(whole.width(), widest))
    return QSize(wide, max(1, round(whole.height() * wide / max(1, whole.width()))))


def _picture(file: Path, size: QSize) -> QImage:
    """Takes up to 30 ms: for a worker."""
    aspect, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return QImage(str(file)).scaled(size, aspect, smooth)


class PageView(QTextBrowser):
    """`followed` says the id of the page that a link leads to; other links lead nowhere."""

    followed = Signal(str)

    def __init__(
        self, folder: Path, theme: Theme, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._theme, self._tasks = folder, theme, tasks
        self._page: Page | None = None
        self._laid_for = 0
        self._outdated = False
        self._held: Spot | None = None
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

    def show_page(self, page: Page, spot: Spot = TOP) -> None:
        self._page, self._held = page, None
        self._fill()
        self._go_to(spot)

    @property
    def spot(self) -> Spot:
        """Where the reader is."""
        if self.verticalScrollBar().value() == 0:
            return TOP
        top = self.cursorForPosition(QPoint(0, 0))
        return Spot(top.position(), max(0, -self.cursorRect(top).top()))

    def _go_to(self, spot: Spot) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(0)
        if spot != TOP:
            top = QTextCursor(self.document())
            top.setPosition(min(spot.letter, self.document().characterCount() - 1))
            line = self.cursorRect(top)
            bar.setValue(line.top() + min(spot.above_px, line.height()))

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
        """Pictures as wide as the page, and never wider than they are. The page is laid out with
        their places; a worker fills them."""
        url = QUrl(name)
        file = picture_file(self._folder, url.path())
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
            size = _size(file, widest)
            self._pictures[file] = place = QImage(size, QImage.Format.Format_RGB32)
            place.fill(self._theme.color("raised"))
            done = partial(self._take, url, file, place)
            self._tasks.run(partial(_picture, file, size), done, self._leave_empty)
        return self._pictures[file]

    def _take(self, url: QUrl, file: Path, place: QImage, picture: QImage) -> None:
        """Into its place, unless the page has become another width since. Nothing moves."""
        if self._pictures.get(file) is not place or picture.isNull():
            return
        self._pictures[file] = picture
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, url, picture)
        self.viewport().update()

    def _leave_empty(self, _: OperatorError) -> None:
        """Its place is as good as a picture that is not there."""

    def refresh(self) -> None:
        """In the theme's present colours and size, once somebody sees it; the reader stays where
        they are."""
        self._outdated = not self.isVisible()
        if self._outdated:
            return
        spot, self._held = self._held or self.spot, None
        self._fill()
        self._go_to(spot)

    def _lay_again(self) -> None:
        if self._outdated or self._laid_for != self.viewport().width():
            self.refresh()
        self._held = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reader stays at the words; while an edge is dragged at those from before it."""
        spot = self._held or self.spot
        super().resizeEvent(event)
        self._go_to(spot)
        if self.isVisible() and self._laid_for != self.viewport().width():
            self._held = spot
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
