"""LATIHAN around the wall of an exercise: it cannot be taken for the real room from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush

from command_center.ui.observer.page import MIDDLE, Brush, translate

_APART = 2.5


def paint_exercise(brush: Brush, whole: QRectF, thick: float) -> None:
    """Bands of `thick` pixels above and below with the word in them, hatched sides half as wide."""
    painter, theme, px = brush.painter, brush.theme, brush.letters.small
    word, hatch = (
        translate("Window", "LATIHAN"),
        QBrush(theme.color("latihan"), Qt.BrushStyle.BDiagPattern),
    )
    wide = brush.width(word, px=px, bold=True) + thick
    for top in (0.0, whole.height() - thick):
        painter.fillRect(QRectF(0, top, whole.width(), thick), hatch)
        times = max(2, int(whole.width() // (wide * _APART)))
        for n in range(times):
            middle = whole.width() * (n + 0.5) / times
            box = QRectF(middle - wide / 2, top, wide, thick)
            painter.fillRect(box, theme.color("window"))
            brush.write(box, word, ink="latihan", px=px, bold=True, align=MIDDLE)
    for left in (0.0, whole.width() - thick / 2):
        painter.fillRect(QRectF(left, thick, thick / 2, whole.height() - 2 * thick), hatch)
