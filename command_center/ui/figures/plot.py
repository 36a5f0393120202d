"""The chart itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from command_center.ui.format import short_stopwatch

MOST_TICKS, MOST_LEVELS = 12, 5
MANY_POINTS = 60
_STEPS_S = (1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400)


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and the font of a theme."""

    ground: QColor
    line: QColor
    goal: QColor
    bars: QColor
    words: QColor
    font: QFont


class Durations(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Seconds as the room writes them, at whole tens, minutes or hours."""

    def tickSpacing(self, least: float, most: float, _size: float) -> list[tuple[float, float]]:
        wide = (most - least) / MOST_LEVELS
        step = next((step for step in _STEPS_S if step >= wide), _STEPS_S[-1])
        return [(float(step), 0.0)]

    def tickStrings(self, values: Sequence[float], _scale: float, _step: float) -> list[str]:
        return [short_stopwatch(value) if value >= 0 else "" for value in values]


class ClockPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """The percentile of each bucket over how many there were; nothing to click or zoom. A bucket
    with few samples has a hollow point, one without any none."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._upper = self.addPlot(0, 0, axisItems={"left": Durations("left")})
        self._lower = self.addPlot(1, 0)
        self.ci.layout.setRowStretchFactor(0, 3)
        self.ci.layout.setRowStretchFactor(1, 1)
        self.ci.layout.setSpacing(6)
        for plot in (self._upper, self._lower):
            plot.setMouseEnabled(False, False)
            plot.hideButtons()
            plot.setMenuEnabled(False)
            plot.getAxis("left").setWidth(52)
        self._upper.getAxis("bottom").setStyle(showValues=False)
        self._lower.setXLink(self._upper)
        self._goal = pg.InfiniteLine(angle=0)
        self._upper.addItem(self._goal)
        self._line = self._upper.plot([], [])
        self._points = pg.ScatterPlotItem(size=7)
        self._upper.addItem(self._points)
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=0.7)
        self._lower.addItem(self._bars)
        self._look: Look | None = None
        self._few: list[bool] = []

    def show_points(
        self,
        names: Sequence[str],
        seconds: Sequence[float | None],
        counts: Sequence[int],
        few: Sequence[bool],
        goal_s: float | None,
    ) -> None:
        places = [at for at, value in enumerate(seconds) if value is not None]
        values = [value for value in seconds if value is not None]
        self._few = [few[at] for at in places]
        self._line.setData(np.array(places, float), np.array(values, float))
        self._points.setData(places, values, size=4 if len(places) > MANY_POINTS else 7)
        self._bars.setOpts(x=list(range(len(counts))) or [0], height=list(counts) or [0])
        self._goal.setVisible(goal_s is not None)
        self._goal.setValue(goal_s or 0)
        step = max(1, -(-len(names) // MOST_TICKS))
        ticks = [(at, name) for at, name in enumerate(names) if at % step == 0]
        self._lower.getAxis("bottom").setTicks([ticks])
        top = max([*values, goal_s or 0, 1.0])
        self._upper.setXRange(-0.5, max(0.5, len(names) - 0.5), padding=0)
        self._upper.setYRange(0, top * 1.08, padding=0)
        self._lower.setYRange(0, max([*counts, 1]), padding=0.05)
        self._paint_points()

    def restyle(self, look: Look) -> None:
        self._look = look
        self.setBackground(look.ground)
        self._line.setPen(pg.mkPen(look.line, width=2))
        self._goal.setPen(pg.mkPen(look.goal, width=1, style=Qt.PenStyle.DashLine))
        self._bars.setOpts(brush=look.bars, pen=None)
        for plot in (self._upper, self._lower):
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(look.bars)
                axis.setTextPen(look.words)
                axis.setTickFont(look.font)
        self._paint_points()

    def _paint_points(self) -> None:
        if self._look is None or not self._few:
            return
        line, ground = self._look.line, self._look.ground
        self._points.setPen([pg.mkPen(line, width=2)] * len(self._few))
        self._points.setBrush([pg.mkBrush(ground if few else line) for few in self._few])
