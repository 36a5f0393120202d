"""Words stay whole on the screen and on paper; only what is wider than the box is broken."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from command_center.ui.wrapped import paint_words, painted_height, words_height

INK, PAPER = QColor(255, 255, 255), QColor(0, 0, 0)


def widths(text: str, box: float) -> list[int]:
    """How far the ink of each line goes, in a box of this width."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.setFont(QFont("Inter", 11))
    painter.setPen(INK)
    high = QFontMetricsF(painter.font()).lineSpacing()
    tall = painted_height(painter, text, box, 200)
    assert words_height(painter.font(), text, box) == pytest.approx(tall, abs=2)
    paint_words(painter, QRectF(0, 0, box, 200), text)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(200, 400) != PAPER.rgb()
    found = []
    for line in range(round(tall / high)):
        columns = np.flatnonzero(pixels[round(line * high) : round((line + 1) * high)].any(axis=0))
        found.append(int(columns.max()) + 1 if columns.size else 0)
    return found


@pytest.mark.usefixtures("qapp")
def test_a_line_ends_between_words() -> None:
    whole = QFontMetricsF(QFont("Inter", 11)).horizontalAdvance("lepas SATP")
    assert widths("lepas SATPOL", whole) == [*widths("lepas", 400), *widths("SATPOL", 400)]


def test_a_word_wider_than_the_box_is_broken_and_not_cut(qapp: QApplication) -> None:
    lines = widths("x" * 60, 120)
    assert len(lines) > 2
    assert max(lines) <= 120
    assert widths("<b>x</b>", 400) != widths("x", 400)
