"""The bars themselves."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

LEAST_HEIGHT = 3


class MinuteBars(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """One bar a minute, oldest at the left; nothing to click, zoom or focus."""

    def __init__(self) -> None:
        super().__init__(background=None, enableMenu=False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(0)
        for side in ("left", "bottom"):
            self.hideAxis(side)
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=0.8)
        self.addItem(self._bars)

    def show_counts(self, counts: Sequence[int]) -> None:
        self._bars.setOpts(x=range(len(counts)), height=list(counts))
        self.setXRange(-0.5, len(counts) - 0.5, padding=0)
        self.setYRange(0, max(LEAST_HEIGHT, *counts), padding=0)

    def restyle(self, background: QColor, bar: QColor) -> None:
        self.setBackground(background)
        self._bars.setOpts(brush=bar, pen=None)
