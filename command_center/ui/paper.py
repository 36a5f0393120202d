"""What is painted on paper, as PDF or by a printer: whole or not at all, plain, on any thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from command_center.domain.errors import OperatorError
from command_center.runtime.files import make_private
from command_center.ui.printing import ToPrinter, paint_on_printer
from command_center.ui.wrapped import paint_words, painted_height

_DPI = 300
Target = Path | ToPrinter


def write_paper(
    target: Target,
    title: str,
    layout: tuple[QPageLayout.Orientation, float],
    paint: Callable[[QPagedPaintDevice], None],
) -> None:
    """`layout` is how the A4 pages lie, and their margin in mm. OperatorError("paper_failed"), or
    what a printer says."""
    orientation, margin_mm = layout
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    margins = QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm)
    page = QPageLayout(size, orientation, margins, unit)
    if isinstance(target, ToPrinter):
        paint_on_printer(target, title, page, _DPI, paint)
    else:
        _write_pdf(target, title, page, paint)


def _write_pdf(
    path: Path, title: str, page: QPageLayout, paint: Callable[[QPagedPaintDevice], None]
) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_DPI)
    writer.setPageLayout(page)
    paint(writer)
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(half)
        half.write_bytes(bytes(buffer.data().data()))
        half.replace(path)
    except OSError as error:
        raise OperatorError("paper_failed") from error


class Sheet:
    """Goes down the page and on to the next one."""

    def __init__(self, writer: QPagedPaintDevice) -> None:
        self._writer = writer
        self._painter = QPainter(writer)
        self._width, self._height = float(writer.width()), float(writer.height())
        self._y = 0.0

    def _needed(self, text: str, width: float) -> float:
        return painted_height(self._painter, text, width, self._height)

    def _write(self, box: QRectF, text: str) -> None:
        paint_words(self._painter, box, text)

    def _turn(self, height: float) -> bool:
        """Begin a new page if the next `height` does not fit on this one; whether it did."""
        if self._y + height <= self._height or self._y == 0.0:
            return False
        self._writer.newPage()
        self._y = 0.0
        return True

    def _use(self, points: float, *, bold: bool) -> None:
        font = QFont(self._painter.font())
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)
