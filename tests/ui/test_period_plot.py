"""The charts of a report in the window show the numbers of the report and no others."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from command_center.ui.reports.charts import Bar
from command_center.ui.reports.pictures import Pictures
from command_center.ui.reports.preview import PicturesView
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

COURSE = (Bar("08", 3, 5, 540.0), Bar("09", 0, None, None), Bar("10", 7, 0, 660.0))
HOURS = tuple(Bar(f"{hour:02}", hour % 5, hour % 3) for hour in range(24))
SHOWN = Pictures(COURSE, HOURS, {}, {}, 600.0)


@pytest.fixture
def view(new_desk: MakeDesk, qtbot: QtBot) -> PicturesView:
    desk: Desk = new_desk()
    view = PicturesView(desk.seat)
    qtbot.addWidget(view)
    view.show_pictures(SHOWN)
    view.resize(900, 500)
    assert view.plot is None, "nobody waits for what is not seen"
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None)
    return view


def test_every_number_is_drawn(view: PicturesView) -> None:
    plot: Any = view.plot
    for counts, bars in ((plot.course, COURSE), (plot.hours, HOURS)):
        assert list(counts.bars.opts["height"]) == [bar.number for bar in bars]
        xs, ys = counts.before.getData()
        then = [bar.before for bar in bars if bar.before]
        assert list(ys) == list(np.repeat(then, 2))
        assert list(xs[::2] + 0.45) == [at for at, bar in enumerate(bars) if bar.before]
    xs, ys = plot.seconds.getData()
    assert (list(xs), list(ys)) == ([0, 2], [540.0, 660.0])
    assert (plot.goal.isVisible(), plot.goal.value()) == (True, 600.0)
    view.show_pictures(Pictures((), HOURS, {}, {}, None))
    assert (list(plot.course.bars.opts["height"]), plot.goal.isVisible()) == ([0], False)


def test_what_is_under_the_pointer_is_said(view: PicturesView) -> None:
    plot: Any = view.plot
    key = view.told.text()

    def point(at: float) -> str:
        box = plot.course.plot.vb
        plot.scene().sigMouseMoved.emit(box.mapViewToScene(QPointF(at, 1.0)))
        return view.told.text()

    assert point(0.2) == "08: 3 kejadian, sebelumnya 5, P90 lapor→TKP 9:00"
    assert point(1.1) == "09: 0 kejadian"
    plot.scene().sigMouseMoved.emit(QPointF(-5.0, -5.0))
    assert view.told.text() == key
