"""The book of a shift on paper: numbered pages, each with the hash of itself and those before it,
and behind them the seal of the workstation that wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPen

from command_center.documents.book import (
    FORM,
    Book,
    BookColumn,
    foot,
    head,
    page_hashes,
    rows_of,
)
from command_center.documents.book_seal import sealed
from command_center.domain.errors import OperatorError
from command_center.runtime.files import make_private
from command_center.runtime.signing import Signer
from command_center.ui.paper import write_paper
from command_center.ui.printing import ToPrinter
from command_center.ui.wrapped import paint_words, painted_height

TITLE = "BUKU MUTASI"
_MARGIN_MM, _TEXT, _HEAD, _SMALL = 12.0, 8.5, 13.0, 7.0
_PAD, _GAP = 14.0, 30.0
_HASH_SHOWN = 32
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookFile:
    """Where it goes and what its seal says beside its pages."""

    path: Path
    shift_id: str
    workstation: str
    written_at: datetime


def write_book(book: Book, shown: Sequence[BookColumn], file: BookFile, signer: Signer) -> Path:
    """Whole or not at all, on any thread. OperatorError("paper_failed")."""
    pages: list[list[Row]] = []
    inside = file.path.with_suffix(".pages")

    def paint(writer: QPagedPaintDevice) -> None:
        pages.extend(_Pages(writer, book, shown).paint())

    write_paper(inside, TITLE, (QPageLayout.Orientation.Landscape, _MARGIN_MM), paint)
    about: Mapping[str, Any] = {
        "room": book.room,
        "shift_id": file.shift_id,
        "shift": book.shift,
        "workstation": file.workstation,
        "written_at": file.written_at.isoformat(),
        "log_to": book.log_to,
        "log_hash": book.log_hash,
        "columns": tuple(column.id for column in shown),
        "rows": tuple(len(rows) for rows in pages),
        "chain": page_hashes(pages),
        "form": FORM,
    }
    half = file.path.with_suffix(".part")
    try:
        whole = sealed(inside.read_bytes(), about, signer.public_key, signer.sign)
        make_private(half)
        half.write_bytes(whole)
        half.replace(file.path)
        inside.unlink()
    except OSError as error:
        raise OperatorError("paper_failed") from error
    return file.path


def print_book(book: Book, shown: Sequence[BookColumn], printer: ToPrinter) -> None:
    """The same pages; what proves them is behind the PDF alone."""

    def paint(device: QPagedPaintDevice) -> None:
        _Pages(device, book, shown).paint()

    write_paper(printer, TITLE, (QPageLayout.Orientation.Landscape, _MARGIN_MM), paint)


class _Pages:
    """Lays all rows out first, so that every page knows how many there are."""

    def __init__(self, writer: QPagedPaintDevice, book: Book, shown: Sequence[BookColumn]) -> None:
        self._writer, self._book, self._shown = writer, book, shown
        self._painter = QPainter(writer)
        self._width, self._height = float(writer.width()), float(writer.height())
        whole = sum(column.share for column in shown)
        self._widths = [self._width * column.share / whole for column in shown]
        self._use(_TEXT)
        self._line = self._tall("X", self._width)
        self._rows = rows_of(book, shown)
        self._top = self._line * 5.0
        self._bottom = self._line * 1.6

    def paint(self) -> list[list[Row]]:
        """The rows of each page."""
        pages = self._divided()
        texts = [[row for row, _ in page] for page in pages]
        hashes = page_hashes(texts)
        for at, page in enumerate(pages):
            if at:
                self._writer.newPage()
            self._frame(at + 1, len(pages), hashes[at])
            y = self._top
            for row, struck in page:
                y = self._row(y, row, struck)
            if at == len(pages) - 1:
                self._signed(y + _GAP)
        self._painter.end()
        return texts

    def _divided(self) -> list[list[tuple[Row, bool]]]:
        self._use(_TEXT)
        room = self._height - self._top - self._bottom
        last = self._line * (len(foot(self._book)) * 1.3 + 1)
        pages: list[list[tuple[Row, bool]]] = [[]]
        used = 0.0
        for row in self._rows:
            tall = self._row_height(row[0])
            if pages[-1] and used + tall > room:
                pages.append([])
                used = 0.0
            pages[-1].append(row)
            used += tall
        if used + last > room:
            pages.append([])
        return pages

    def _row_height(self, row: Row) -> float:
        pairs = zip(row, self._widths, strict=True)
        return max(self._tall(text, width - 2 * _PAD) for text, width in pairs) + 2 * _PAD

    def _tall(self, text: str, width: float) -> float:
        return painted_height(self._painter, text, width, self._height / 2)

    def _use(self, points: float, *, bold: bool = False, struck: bool = False) -> None:
        font = self._painter.font()
        font.setPointSizeF(points)
        font.setBold(bold)
        font.setStrikeOut(struck)
        self._painter.setFont(font)

    def _frame(self, page: int, pages: int, digest: str) -> None:
        self._use(_HEAD, bold=True)
        paint_words(self._painter, QRectF(0, 0, self._width, self._line * 1.8), TITLE)
        self._use(_TEXT)
        box = QRectF(0, self._line * 1.8, self._width, self._line * 1.3)
        paint_words(self._painter, box, head(self._book))
        self._use(_TEXT, bold=True)
        labels = tuple(column.label for column in self._shown)
        self._cells(self._line * 3.1, self._top - self._line * 3.1, labels)
        self._use(_SMALL)
        foot_at = QRectF(0, self._height - self._line * 1.1, self._width, self._line * 1.1)
        text = f"Halaman {page} dari {pages} · SHA-256 {digest[:_HASH_SHOWN]}…"
        paint_words(self._painter, foot_at, text)

    def _row(self, y: float, row: Row, struck: bool) -> float:
        self._use(_TEXT)
        tall = self._row_height(row)
        self._use(_TEXT, struck=struck)
        self._cells(y, tall, row)
        return y + tall

    def _cells(self, y: float, tall: float, row: Row) -> None:
        self._painter.setPen(QPen(self._painter.pen().color(), 2.0))
        x = 0.0
        for text, width in zip(row, self._widths, strict=True):
            box = QRectF(x, y, width, tall)
            self._painter.drawRect(box)
            paint_words(self._painter, box.adjusted(_PAD, _PAD, -_PAD, -_PAD), text)
            x += width

    def _signed(self, y: float) -> None:
        self._use(_TEXT)
        for text in foot(self._book):
            paint_words(self._painter, QRectF(0, y, self._width, self._line * 1.3), text)
            y += self._line * 1.3
