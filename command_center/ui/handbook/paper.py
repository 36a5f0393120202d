"""The handbook on A4: a contents page with page numbers, then every page of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
    QTextDocument,
)

from command_center.documents.handbook import Chapter, Page
from command_center.ui.handbook.browser import GITHUB, NO_HTML, picture_file
from command_center.ui.handbook.dress import dress
from command_center.ui.paper import Sheet, write_paper
from command_center.ui.theme import Theme

_MARGIN_MM, _FOOT_PX = 18, 90
_DOT = 300 / 96
"""Of the paper for one pixel of a page: a page is laid out as on a screen and painted larger."""
_TEXT_PX = 13
_CONTENTS_PT = 10.5


def write_book(chapters: Sequence[Chapter], folder: Path, title: str, path: Path) -> None:
    """As PDF, whole or not at all; OperatorError("paper_failed")."""
    layout = (QPageLayout.Orientation.Portrait, float(_MARGIN_MM))

    def paint(writer: QPagedPaintDevice) -> None:
        BookPaper(writer, folder).paint(chapters, title)

    write_paper(path, title, layout, paint)


class PaperPage(QTextDocument):
    """One page of the handbook, laid out for the width of the paper."""

    def __init__(self, page: Page, folder: Path, theme: Theme, size: QSizeF) -> None:
        super().__init__()
        self._folder, self._width = folder, size.width()
        self.title = page.title
        self.setDocumentMargin(0)
        self.setMarkdown(page.text, GITHUB | NO_HTML)
        font = theme.font(_TEXT_PX)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setUseDesignMetrics(True)
        dress(self, theme, font, _TEXT_PX)
        self.setPageSize(size)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        file = picture_file(self._folder, QUrl(name).path())
        if kind != QTextDocument.ResourceType.ImageResource.value or file is None:
            return None
        picture = QImage(str(file))
        picture.setDevicePixelRatio(max(1.0, picture.width() / self._width))
        return picture


class BookPaper(Sheet):
    """Paints the pages one after another; each begins a sheet of its own."""

    def __init__(self, writer: QPagedPaintDevice, folder: Path) -> None:
        super().__init__(writer)
        self._folder = folder
        self._theme = Theme("light")
        self._room = QSizeF(self._width / _DOT, (self._height - _FOOT_PX) / _DOT)
        self.sheets = 0

    def paint(self, chapters: Sequence[Chapter], title: str) -> None:
        pages = [
            [PaperPage(page, self._folder, self._theme, self._room) for page in chapter.pages]
            for chapter in chapters
        ]
        placed = self._placed([line for line, _ in self._lines(chapters, pages, 0)], title)
        first = placed[-1][0] + 2
        self._contents(placed, self._lines(chapters, pages, first), title)
        for document in (page for chapter in pages for page in chapter):
            self._document(document)
        self._painter.end()

    def _lines(
        self, chapters: Sequence[Chapter], pages: list[list[PaperPage]], first: int
    ) -> list[tuple[str, int]]:
        """Each chapter (sheet 0) and page with the sheet it begins on."""
        lines: list[tuple[str, int]] = []
        at = first
        for chapter, inside in zip(chapters, pages, strict=True):
            lines.append((chapter.title, 0))
            for page in inside:
                lines.append((page.title, at))
                at += page.pageCount()
        return lines

    # --- painting ------------------------------------------------------------------------------

    def _placed(self, texts: list[str], title: str) -> list[tuple[int, float]]:
        """On which sheet of the contents, and how far down, each line stands."""
        self._use(20, bold=True)
        y = self._needed(title, self._width) * 1.6
        self._use(_CONTENTS_PT, bold=False)
        high = self._needed("Ag", self._width) * 1.3
        sheet, placed = 0, []
        for _ in texts:
            if y + high > self._height - _FOOT_PX:
                sheet, y = sheet + 1, 0.0
            placed.append((sheet, y))
            y += high
        return placed

    def _contents(
        self, placed: list[tuple[int, float]], lines: list[tuple[str, int]], title: str
    ) -> None:
        self._use(20, bold=True)
        self._write(QRectF(0, 0, self._width, self._height), title)
        on = 0
        for (sheet, y), (text, number) in zip(placed, lines, strict=True):
            if sheet != on:
                self._foot()
                self._writer.newPage()
                on = sheet
            self._use(_CONTENTS_PT, bold=number == 0)
            high = self._needed("Ag", self._width)
            left = high if number else 0.0
            self._write(QRectF(left, y, self._width * 0.85, high), text)
            if number:
                place = QRectF(self._width * 0.9, y, self._width * 0.1, high)
                self._painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
        self._foot()

    def _document(self, document: PaperPage) -> None:
        painter = self._painter
        for at in range(document.pageCount()):
            self._writer.newPage()
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(_DOT, _DOT)
            painter.translate(0, -at * self._room.height())
            place = QRectF(0, at * self._room.height(), self._room.width(), self._room.height())
            painter.setClipRect(place)
            document.drawContents(painter, place)
            painter.restore()
            self._foot()

    def _foot(self) -> None:
        self.sheets += 1
        self._use(9, bold=False)
        self._painter.setPen(QPalette().color(QPalette.ColorRole.Mid))
        box = QRectF(0, self._height - _FOOT_PX / 2, self._width, _FOOT_PX / 2)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(self.sheets))
        self._painter.setPen(Qt.GlobalColor.black)
