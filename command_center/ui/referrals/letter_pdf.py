"""A referral's letter as a PDF, painted as plain text; on any thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from command_center.documents.letter import Letter, facts, paragraphs, signature, title
from command_center.domain.errors import OperatorError
from command_center.runtime.files import make_private

_DPI, _MARGIN_MM = 300, 22
_POINTS, _TITLE_POINTS = 10.5, 14.0
_GAP_PX, _NAMES_SHARE = 34, 0.24
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def write_letter(letter: Letter, path: Path) -> None:
    """Whole or not at all; OperatorError("paper_failed")."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title(letter))
    writer.setResolution(_DPI)
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    margins = QMarginsF(*[_MARGIN_MM] * 4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit))
    _Sheet(writer).paint(letter)
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(half)
        half.write_bytes(bytes(buffer.data().data()))
        half.replace(path)
    except OSError as error:
        raise OperatorError("paper_failed") from error


class _Sheet:
    """Goes down the page and on to the next one."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._writer = writer
        self._painter = QPainter(writer)
        self._width, self._height = float(writer.width()), float(writer.height())
        self._y = 0.0

    def paint(self, letter: Letter) -> None:
        self._use(_POINTS, bold=True)
        self._block(letter.room)
        self._gap()
        self._use(_TITLE_POINTS, bold=True)
        self._block(title(letter))
        self._gap()
        self._use(_POINTS, bold=False)
        names = self._width * _NAMES_SHARE
        for name, text in facts(letter):
            self._pair(name, text, names)
        for text in paragraphs(letter):
            self._gap()
            self._block(text)
        self._gap()
        for text in signature(letter):
            self._gap()
            self._block(text)
        self._painter.end()

    def _gap(self) -> None:
        self._y += _GAP_PX

    def _pair(self, name: str, text: str, names: float) -> None:
        height = max(self._needed(name, names), self._needed(text, self._width - names))
        self._turn(height)
        self._draw(QRectF(0, self._y, names, height), name)
        self._draw(QRectF(names, self._y, self._width - names, height), text)
        self._y += height

    def _block(self, text: str) -> None:
        height = self._needed(text, self._width)
        self._turn(height)
        self._draw(QRectF(0, self._y, self._width, height), text)
        self._y += height

    def _draw(self, box: QRectF, text: str) -> None:
        self._painter.drawText(box, int(_WRAP), text)

    def _needed(self, text: str, width: float) -> float:
        room = QRectF(0, 0, width, self._height)
        return float(self._painter.boundingRect(room, int(_WRAP), text or " ").height())

    def _turn(self, height: float) -> None:
        if self._y + height > self._height and self._y > 0.0:
            self._writer.newPage()
            self._y = 0.0

    def _use(self, points: float, *, bold: bool) -> None:
        font = QFont(self._painter.font())
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)
