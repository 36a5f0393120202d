"""Plain text in a box: broken between words, and inside one only where it is wider than the box.

Qt's text flags break anywhere as soon as they may break anywhere; only its options know words.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText, QTextOption, QTransform

_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _between_words(align: Qt.AlignmentFlag = _TOP) -> QTextOption:
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def paint_words(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag = _TOP) -> None:
    painter.drawText(box, text, _between_words(align))


def painted_height(painter: QPainter, text: str, width: float, most: float) -> float:
    """How high `paint_words` is with this painter's font; `most` is what there is."""
    room = QRectF(0, 0, width, most)
    return painter.boundingRect(room, text or " ", _between_words()).height()


def words_height(font: QFont, text: str, width: float) -> float:
    """The same before anything is painted."""
    laid = QStaticText(text or " ")
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.setTextOption(_between_words())
    laid.setTextWidth(width)
    laid.prepare(QTransform(), font)
    return laid.size().height()
