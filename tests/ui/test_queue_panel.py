"""The queue on the screen: selecting, taking, dropping, and text from outside painted as text."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.triage import TakeIncident
from command_center.domain.incident import IncidentStatus, Priority
from command_center.ui.queue.ledger import Tab
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.queue.view import UNIT_MIME, dropped_units
from command_center.ui.reassign.subject import REASSIGN
from tests.ui.conftest import MakeDesk
from tests.ui.scene import incident
from tests.ui.seats import Desk

NONE = Qt.KeyboardModifier.NoModifier
EVIL = "<img src=/etc/x>"


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[QueuePanel]:
    made = QueuePanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(540, 620)
    made.show()
    desk.settle()
    yield made
    made.close()


def middle(panel: QueuePanel, number: int) -> QPoint:
    row = panel.model.row_of(f"incident-{number}")
    assert row is not None
    return panel.view.visualRect(panel.model.index(row)).center()


def painted_texts(panel: QueuePanel, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    draw = QPainter.drawText

    def spy(painter: QPainter, *arguments: object) -> object:
        texts.extend(a for a in arguments if isinstance(a, str))
        return draw(painter, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", spy)
    panel.view.itemDelegate().forget()  # type: ignore[attr-defined]
    panel.view.viewport().grab()
    monkeypatch.undo()
    return texts


def test_the_tabs_count_their_rows(panel: QueuePanel, desk: Desk) -> None:
    texts = [panel.header.tabs[tab].text() for tab in Tab]
    assert texts == ["Aktif 8", "Baru 2", "Lewat target 2", "Semua 9"]
    desk.add(incident(150, "Baru saja", Priority.P1, 0, status=IncidentStatus.NEW, owner=None))
    desk.settle()
    assert panel.header.tabs[Tab.NEW].text() == "Baru 3"
    desk.tick(30)
    assert panel.header.tabs[Tab.LATE].text() == "Lewat target 3"


def test_a_row_says_everything_of_the_picture(
    panel: QueuePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = painted_texts(panel, monkeypatch)
    wanted = {
        "Massa mendorong pagar", "#0147", "Kantor KPU, Jl. Bantaran", "Purwantoro · Blimbing",
        "JMP ×3", "DALMAS 1", "AMB 03 diminta", "belum diverifikasi", "BARU", "Ambil",
        "P1", "02:41", "RS",
    }  # fmt: skip
    assert wanted <= set(texts)


def test_text_from_outside_is_painted_as_it_is(
    panel: QueuePanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(incident(150, EVIL, Priority.P1, 0, "<b>alamat</b>"))
    desk.settle()
    texts = painted_texts(panel, monkeypatch)
    assert EVIL in texts
    assert "<b>alamat</b>" in texts
    tip = panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_a_click_selects_and_a_new_row_does_not(
    panel: QueuePanel, desk: Desk, qtbot: QtBot
) -> None:
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.view.viewport(), button, NONE, middle(panel, 146))
    assert desk.seat.selection.incident_id == "incident-146"
    panel.view.leaveEvent(QEvent(QEvent.Type.Leave))
    desk.add(incident(150, "Baru saja", Priority.P1, 0))
    desk.settle()
    assert panel.model.row_of("incident-150") == 0
    assert desk.seat.selection.incident_id == "incident-146"


def test_a_closed_row_takes_no_selection_along(panel: QueuePanel, desk: Desk) -> None:
    desk.seat.selection.select_incident("incident-146")
    row = desk.row("incident", "incident-146")
    desk.change(row, status=IncidentStatus.CLOSED, closed_at=desk.clock.now())
    desk.settle()
    assert panel.model.row_of("incident-146") is None
    assert desk.seat.selection.incident_id == "incident-146"


def test_arrows_walk_the_rows_and_enter_orders(panel: QueuePanel, desk: Desk, qtbot: QtBot) -> None:
    asked: list[tuple[str, object]] = []
    desk.seat.asking.asked.connect(lambda action, subject: asked.append((action, subject)))
    for key, selected in (
        (Qt.Key.Key_Down, 147),
        (Qt.Key.Key_Down, 146),
        (Qt.Key.Key_Up, 147),
        (Qt.Key.Key_End, 142),
        (Qt.Key.Key_Home, 147),
    ):
        QTest.keyClick(panel.view, key)
        assert desk.seat.selection.incident_id == f"incident-{selected}"
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert asked == [("incident.order", "incident-147")]
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.model.tab is Tab.NEW


def test_the_inline_button_takes_and_does_not_select(
    panel: QueuePanel, desk: Desk, qtbot: QtBot
) -> None:
    row = panel.model.row_of("incident-149")
    assert row is not None
    delegate = panel.view.itemDelegate()
    spot = delegate.action_rect(panel.view.visualRect(panel.model.index(row)))  # type: ignore[attr-defined]
    QTest.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, NONE, spot.center().toPoint()
    )
    desk.settle()
    assert desk.commands == [TakeIncident("incident-149")]
    assert desk.seat.selection.incident_id is None
    assert [notice.code for notice in desk.notices] == ["incident.taken"]


def test_the_list_holds_still_under_the_pointer_and_says_what_waits(
    panel: QueuePanel, desk: Desk, qtbot: QtBot
) -> None:
    QTest.mouseMove(panel.view.viewport(), middle(panel, 146))
    for number in (150, 151, 152):
        desk.add(incident(number, "Baru saja", Priority.P1, 0))
    desk.settle()
    assert panel.model.row_of("incident-146") == 1
    assert panel.pill.isVisible()
    assert panel.pill.text() == "3 baru  Home"
    QTest.mouseClick(panel.pill, Qt.MouseButton.LeftButton)
    assert panel.model.row_of("incident-146") == 4
    assert not panel.pill.isVisible()


def test_the_list_holds_still_while_somebody_types(desk: Desk, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel, field = QueuePanel(desk.seat), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(panel)
    layout.addWidget(field)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    desk.add(incident(150, "Baru saja", Priority.P1, 0))
    desk.settle()
    assert panel.model.row_of("incident-150") is None
    panel.view.setFocus()
    assert panel.model.row_of("incident-150") == 0


def test_the_selected_row_stays_in_sight_in_a_smaller_list(panel: QueuePanel, desk: Desk) -> None:
    desk.seat.selection.select_incident("incident-140")
    panel.resize(540, 200)
    desk.settle()
    assert panel.view.viewport().rect().contains(middle(panel, 140))


# --- drops -------------------------------------------------------------------------------------


def carried(ids: object) -> QMimeData:
    mime = QMimeData()
    mime.setData(UNIT_MIME, json.dumps(ids).encode())
    return mime


def drag(panel: QueuePanel, at: QPoint, mime: QMimeData) -> None:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    viewport = panel.view.viewport()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(viewport, kind(at, action, mime, button, NONE))


def drop(panel: QueuePanel, at: QPoint, mime: QMimeData) -> bool:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(at), action, mime, button, NONE)
    QApplication.sendEvent(panel.view.viewport(), event)
    return event.isAccepted()


@pytest.fixture
def asked(desk: Desk) -> list[tuple[str, object]]:
    """What was asked of other panels."""
    heard: list[tuple[str, object]] = []
    desk.seat.asking.asked.connect(lambda action_id, subject: heard.append((action_id, subject)))
    return heard


def test_units_dropped_on_a_row_are_asked_about_there_once(
    panel: QueuePanel, desk: Desk, asked: list[tuple[str, object]]
) -> None:
    mime = carried(["unit-samapta-14", "unit-brimob-a", "unit-samapta-14"])
    drag(panel, middle(panel, 143), mime)
    assert drop(panel, middle(panel, 143), mime)
    desk.settle()
    assert asked == [(REASSIGN, "incident-143 unit-samapta-14 unit-brimob-a")]
    assert desk.commands == []


def test_the_row_under_a_drag_stays_where_it_is(
    panel: QueuePanel, desk: Desk, asked: list[tuple[str, object]]
) -> None:
    mime = carried(["unit-samapta-14"])
    at = middle(panel, 143)
    drag(panel, at, mime)
    desk.add(incident(150, "Baru saja", Priority.P1, 0))
    desk.settle()
    assert middle(panel, 143) == at
    assert drop(panel, at, mime)
    desk.settle()
    assert asked == [(REASSIGN, "incident-143 unit-samapta-14")]
    assert panel.model.row_of("incident-150") == 0


def test_a_drag_that_leaves_lets_the_list_go_on(panel: QueuePanel, desk: Desk) -> None:
    drag(panel, middle(panel, 143), carried(["unit-samapta-14"]))
    QApplication.sendEvent(panel.view.viewport(), QDragLeaveEvent())
    desk.add(incident(150, "Baru saja", Priority.P1, 0))
    desk.settle()
    assert panel.model.row_of("incident-150") == 0


@pytest.mark.parametrize("payload", [{"a": 1}, [1, 2], "unit", [], [["x"]]])
def test_nonsense_in_a_drop_is_no_order(panel: QueuePanel, desk: Desk, payload: object) -> None:
    assert dropped_units(carried(payload)) == ()
    assert not drop(panel, middle(panel, 143), carried(payload))
    assert desk.commands == []


def test_without_the_feed_nothing_moves(
    panel: QueuePanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(painted_texts(panel, monkeypatch))
    desk.feed.cut = True
    desk.add(incident(150, "Baru saja", Priority.P1, 0))
    desk.settle()
    assert set(painted_texts(panel, monkeypatch)) == before


def test_an_empty_queue_says_so(new_desk: MakeDesk, qtbot: QtBot) -> None:
    empty = QueuePanel(new_desk([]).seat)
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    view = empty.view.viewport()
    band = view.grab().toImage().copy(0, view.height() // 2 - 8, view.width(), 16)
    ground = band.pixelColor(0, 0)
    inked = any(
        band.pixelColor(x, y) != ground for x in range(band.width()) for y in range(band.height())
    )
    assert inked
