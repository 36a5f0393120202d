"""No text is cut at 1366×768, at 100 and 150 % letters, in either language, in any layout."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from command_center.domain.room import Camera
from command_center.ui import layouts
from command_center.ui.alarms.log import AlarmLog
from command_center.ui.call.form import CallForm
from command_center.ui.connection.bar import ConnectionBar
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.health.panel import HealthPanel
from command_center.ui.i18n import LANGUAGES, Language
from command_center.ui.map.panel import MapPanel
from command_center.ui.queue.delegate import ROW_PX
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.strip.chart import ChartPanel
from command_center.ui.strip.figures import FiguresPanel
from command_center.ui.units.panel import BoardPanel
from command_center.ui.wall.panel import WallPanel
from command_center.ui.window import Window
from tests.ui.conftest import MakeDesk
from tests.ui.scene import picture_rows
from tests.ui.seats import RESOURCES

SIZE = (1366, 768)
MAKERS = {
    "queue": QueuePanel,
    "detail": DetailPanel,
    "call": CallForm,
    "wall": WallPanel,
    "map": MapPanel,
    "units": BoardPanel,
    "figures": FiguresPanel,
    "chart": ChartPanel,
    "alarms": AlarmLog,
    "health": HealthPanel,
}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    if not tool.exists():
        pytest.skip("pyside6-lrelease is not installed beside this Python")
    source = RESOURCES / "translations" / "en.ts"
    command = [str(tool), "-silent", str(source), "-qm", str(folder / "en.qm")]
    subprocess.run(command, check=True, timeout=50)
    return folder


@pytest.fixture
def window(
    new_desk: MakeDesk, qapp: QApplication, compiled: Path, tmp_path: Path
) -> Iterator[Window]:
    # Without cameras nothing connects; tiles elide what they paint and are not measured here.
    rows = [row for row in picture_rows() if not isinstance(row, Camera)]
    desk = new_desk(rows=rows)
    language = Language(compiled, desk.seat.live)
    desk.seat.theme.apply(qapp)
    window = Window(desk.seat, MAKERS, language, tmp_path)
    window.resize(*SIZE)
    window.start()
    window.resize(*SIZE)
    desk.seat.selection.select_incident("incident-147")
    yield window
    language.use("id")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


def is_cut(widget: QLabel | QAbstractButton) -> bool:
    """Whether the words of a label or button have less room than they need, or hang out."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            words = max(widget.text().split(), key=len, default="")
            needed = QFontMetrics(widget.font()).horizontalAdvance(words)
        else:
            needed = widget.sizeHint().width()
    else:
        needed = widget.minimumSizeHint().width()
    return widget.width() < needed


def hangs_out(widget: QWidget, inside: QWidget) -> bool:
    left = widget.mapTo(inside, QPoint(0, 0)).x()
    return left < 0 or left + widget.width() > inside.width()


def cut_texts(window: Window) -> list[str]:
    """Visible labels and buttons with text that is cut, and where."""
    found = []
    places: dict[str, QWidget] = {"top bar": window.top_bar, "banner": window.banner}
    places |= {name: dock for name, dock in window.docks.items() if not dock.isHidden()}
    for name, place in places.items():
        labels: list[QLabel | QAbstractButton] = [*place.findChildren(QLabel)]
        for widget in [*labels, *place.findChildren(QAbstractButton)]:
            if not widget.text() or not widget.isVisible():
                continue
            if is_cut(widget) or hangs_out(widget, place):
                found.append(f"{name}: {widget.text()!r} {widget.width()} px")
    return found


# what fits in the large letters fits in the others, nearly always: those are for the long tests
@pytest.mark.parametrize("scale", [pytest.param(1.0, marks=pytest.mark.long), 1.5])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut(window: Window, qtbot: QtBot, language: str, scale: float) -> None:
    window._language.use(language)
    window._seat.theme.resize(scale)
    for layout in layouts.WIDE:
        window._seat.asking.ask(f"view.layout.{layout}")
        shown = layouts.layout_named(layout, window.room).panels()
        for name in (panel for panel in shown if panel in window.docks):

            def whole(seen: str = f"{layout}, {name}") -> None:
                assert cut_texts(window) == [], seen

            window.docks[name].raise_()
            qtbot.wait(20)
            qtbot.waitUntil(whole)
        assert (window.width(), window.height()) == SIZE, layout


def test_a_cut_text_is_noticed(window: Window, qtbot: QtBot) -> None:
    """The measure itself: a label squeezed below its words is reported."""
    label = window.top_bar.name
    label.setMaximumWidth(label.sizeHint().width() // 2)
    qtbot.waitUntil(lambda: any("PUSAT KOMANDO" in text for text in cut_texts(window)))


def test_a_selection_leaves_the_queue_four_rows(window: Window, qtbot: QtBot) -> None:
    queue = window.docks["queue"].panel
    assert isinstance(queue, QueuePanel)
    assert window._seat.selection.incident_id == "incident-147"
    # On a busy machine data grow old for a moment: the band that says so moves everything.
    band = window.findChild(ConnectionBar)
    assert isinstance(band, ConnectionBar)
    qtbot.waitUntil(band.isHidden)
    qtbot.waitUntil(lambda: queue.view.viewport().height() >= 4 * ROW_PX)
    qtbot.wait(50)
    before = queue.height()
    window._seat.selection.select_incident("incident-144")
    qtbot.wait(50)
    qtbot.waitUntil(lambda: band.isHidden() and queue.height() == before)


def test_no_part_of_the_bar_is_both_shown_and_hidden(window: Window, qtbot: QtBot) -> None:
    """Laying out may make the bar narrower while it decides what to show."""
    bar, room = window.top_bar, window.top_bar.room
    host = bar.parentWidget()
    layout = host.layout() if host else None
    assert layout is not None
    window._seat.theme.resize(1.5)
    qtbot.waitUntil(lambda: room.isHidden() and not room.isVisible())
    layout.setContentsMargins(99, 0, 0, 0)
    bar.fit()
    assert room.isHidden()
    assert [part for part in bar._parts if part.isVisible() == part.isHidden()] == []
