"""The third line of a row ends where it has to, whatever stands in it."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from command_center.domain.unit import OrderStatus
from command_center.situation.queue import SourceChip, UnitChip
from command_center.ui.queue.chips import ChipLine
from tests.ui.seats import Desk

EMPTY = QColor(0, 0, 0)


def inked(desk: Desk, row: Any, width: int) -> int:
    """The first column behind the ink of a line of this width."""
    image = QImage(600, 20, QImage.Format.Format_RGB32)
    image.fill(EMPTY)
    painter = QPainter(image)
    line = ChipLine(desk.seat.theme, lambda source: source)
    line.paint(painter, QRectF(0, 0, width, 15), row, ())
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    ink = np.flatnonzero((pixels != EMPTY.rgb()).any(axis=0))
    return int(ink.max()) + 1 if ink.size else 0


@pytest.mark.parametrize("units", [1, 2, 3, 12])
def test_units_and_how_many_more_stay_clear_of_the_clock(desk: Desk, units: int) -> None:
    chips = tuple(UnitChip(f"SAMAPTA {n:02}", OrderStatus.EN_ROUTE, False) for n in range(units))
    sources = (SourceChip("110", 1), SourceChip("Jogo Malang Presisi", 2))
    row = SimpleNamespace(sources=sources, units=chips)
    for width in range(120, 420, 9):
        assert inked(desk, row, width) <= width, width
