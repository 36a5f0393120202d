"""The course and the hours of a report in the window."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal

from command_center.ui.figures.plot import MOST_TICKS, Durations
from command_center.ui.reports.charts import Bar, Inks
from command_center.ui.reports.pictures import Pictures

_WIDE, _BEFORE, _AXIS_PX = 0.35, 0.45, 52


class _Counts:
    """How many, as bars, and how many there were before, as a line across each."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.plot = plot
        self.shown: Sequence[Bar] = ()
        self.bars = pg.BarGraphItem(x=[0], height=[0], width=2 * _WIDE)
        self.before = pg.PlotCurveItem(connect="pairs")
        for item in (self.bars, self.before):
            plot.addItem(item)

    def show(self, shown: Sequence[Bar]) -> None:
        self.shown = shown
        counts = [bar.number for bar in shown]
        self.bars.setOpts(x=list(range(len(counts))) or [0], height=counts or [0])
        then = [(at, bar.before) for at, bar in enumerate(shown) if bar.before]
        across = chain.from_iterable((at - _BEFORE, at + _BEFORE) for at, _ in then)
        self.before.setData(list(across), [n for _, number in then for n in (number, number)])
        step = max(1, -(-len(shown) // MOST_TICKS))
        names = [(at, bar.name) for at, bar in enumerate(shown) if at % step == 0]
        self.plot.getAxis("bottom").setTicks([names])
        self.plot.setXRange(-0.5, max(0.5, len(shown) - 0.5), padding=0)
        top = max([1, *counts, *(number for _, number in then)])
        self.plot.setYRange(0, top * 1.08, padding=0)

    def restyle(self, inks: Inks) -> None:
        self.bars.setOpts(brush=inks.bars, pen=None)
        self.before.setPen(pg.mkPen(inks.before, width=2))


class PeriodPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """From above: the P90 of report to scene with its target, how many, and how many by hour of the
    day. Nothing to click or zoom; `pointed` carries the bar under the pointer, None: none."""

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ci.layout.setSpacing(6)
        upper = self.addPlot(0, 0, axisItems={"left": Durations("left")})
        self._plots = (upper, self.addPlot(1, 0), self.addPlot(2, 0))
        for plot in self._plots:
            plot.setMouseEnabled(False, False)
            plot.hideButtons()
            plot.setMenuEnabled(False)
            plot.getAxis("left").setWidth(_AXIS_PX)
        upper.getAxis("bottom").setStyle(showValues=False)
        self.course, self.hours = _Counts(self._plots[1]), _Counts(self._plots[2])
        self.goal = pg.InfiniteLine(angle=0)
        upper.addItem(self.goal)
        self.seconds = upper.plot([], [], symbol="o", symbolSize=5)
        upper.setXLink(self._plots[1])
        self.scene().sigMouseMoved.connect(self._point)

    def show_pictures(self, shown: Pictures) -> None:
        self.course.show(shown.course)
        self.hours.show(shown.hours)
        told = [(at, bar.seconds) for at, bar in enumerate(shown.course) if bar.seconds is not None]
        values = [seconds for _, seconds in told]
        self.seconds.setData([at for at, _ in told], values)
        self.goal.setVisible(shown.goal_s is not None)
        self.goal.setValue(shown.goal_s or 0)
        self._plots[0].setYRange(0, max([*values, shown.goal_s or 0, 1.0]) * 1.08, padding=0)

    def name(self, seconds: str, course: str, hours: str) -> None:
        for plot, text in zip(self._plots, (seconds, course, hours), strict=True):
            plot.setTitle(text, size="9pt")

    def _point(self, at: QPointF) -> None:
        for counts in (self.course, self.hours):
            box = counts.plot.vb
            if box.sceneBoundingRect().contains(at):
                place = round(box.mapSceneToView(at).x())
                known = 0 <= place < len(counts.shown)
                self.pointed.emit(counts.shown[place] if known else None)
                return
        self.pointed.emit(None)

    def restyle(self, inks: Inks, ground: object) -> None:
        self.setBackground(ground)
        self.seconds.setPen(pg.mkPen(inks.line, width=2))
        self.seconds.setSymbolPen(inks.line)
        self.seconds.setSymbolBrush(inks.line)
        self.goal.setPen(pg.mkPen(inks.goal, width=1, style=Qt.PenStyle.DashLine))
        for counts in (self.course, self.hours):
            counts.restyle(inks)
        for plot in self._plots:
            plot.titleLabel.setAttr("color", inks.words)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(inks.grid)
                axis.setTextPen(inks.words)
                axis.setTickFont(inks.font)
