"""The panels and forms of the city's systems fit the narrow columns of a small screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from command_center.domain.room import Source
from command_center.ui.actions.hospitals import STANDBY
from command_center.ui.actions.referrals import REFER
from command_center.ui.actions.table import ACTIONS
from command_center.ui.call.form import CallForm
from command_center.ui.calls.panel import CallsPanel
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.health.panel import HealthPanel
from command_center.ui.hospitals.panel import HospitalsPanel
from command_center.ui.radio.panel import RadioPanel
from command_center.ui.radio.partners_panel import PartnersPanel
from command_center.ui.referrals.panel import ReferralsPanel
from command_center.ui.replies.notices import NoticesPanel
from command_center.ui.seat import Seat
from tests.ui.conftest import MakeDesk
from tests.ui.scene import picture_rows
from tests.ui.seats import Desk
from tests.ui.test_hospitals import city

LEFT, RIGHT, INCIDENT = 400, 280, "incident-147"


@pytest.fixture
def desk(new_desk: MakeDesk, qapp: QApplication) -> Iterator[Desk]:
    rows = [
        replace(row, reply_url="http://127.0.0.1:9") if isinstance(row, Source) else row
        for row in picture_rows()
    ]
    desk = new_desk(rows=[*rows, *city()])
    desk.seat.theme.apply(qapp)
    desk.seat.selection.select_incident(INCIDENT)
    yield desk
    qapp.setStyleSheet("")


def shown(widget: QWidget, desk: Desk, qtbot: QtBot, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    desk.settle()


@pytest.mark.parametrize(
    ("make", "column"),
    [
        (HealthPanel, RIGHT),
        (HospitalsPanel, RIGHT),
        (NoticesPanel, RIGHT),
        (PartnersPanel, RIGHT),
        (CallsPanel, LEFT),
        (RadioPanel, LEFT),
        (ReferralsPanel, LEFT),
        (DetailPanel, LEFT),
    ],
)
def test_a_panel_pushes_no_other_aside(
    make: Callable[[Seat], QWidget], column: int, desk: Desk, qtbot: QtBot
) -> None:
    panel = make(desk.seat)
    shown(panel, desk, qtbot, column, 500)
    assert panel.minimumSizeHint().width() <= column


@pytest.mark.parametrize(
    "make",
    [
        HealthPanel,
        HospitalsPanel,
        NoticesPanel,
        PartnersPanel,
        CallsPanel,
        RadioPanel,
        ReferralsPanel,
        CallForm,
        DetailPanel,
    ],
)
@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_letters_have_the_sizes_of_the_window(
    make: Callable[[Seat], QWidget], scale: float, desk: Desk, qtbot: QtBot
) -> None:
    panel = make(desk.seat)
    shown(panel, desk, qtbot, 540, 500)
    theme = desk.seat.theme
    theme.resize(scale)
    desk.settle()
    if isinstance(panel, CallsPanel):
        panel.question.ladder()
        desk.settle()
    sizes = {theme.px(size) for size in (11, 13, 15, 22)}
    kinds = (QLabel, QLineEdit, QComboBox, QAbstractButton, QTabBar, QPlainTextEdit, QHeaderView)
    found = [w for kind in kinds for w in panel.findChildren(kind)]
    written = [w for w in found if not isinstance(w, QAbstractButton) or w.text()]
    odd = {(type(w).__name__, w.accessibleName(), w.font().pixelSize()) for w in written}
    assert {one for one in odd if one[2] not in sizes} == set()
    families = {tuple(w.font().families()) for w in written}
    assert len(families) == 1


@pytest.mark.parametrize("action", [STANDBY, REFER])
@pytest.mark.parametrize("width", [LEFT, 540])
def test_a_form_of_the_detail_panel_is_in_sight_where_it_is_typed_into(
    action: str, width: int, desk: Desk, qtbot: QtBot
) -> None:
    panel = DetailPanel(desk.seat)
    shown(panel, desk, qtbot, width, 350)
    ACTIONS[action].perform(desk.seat)
    desk.settle()
    form = panel.hospitals.form if action == STANDBY else panel.referrals.form
    first = (
        panel.hospitals.form.hospital if action == STANDBY else panel.referrals.form.picker.field
    )
    view = panel.scroller.viewport()
    seen = view.rect()
    assert panel.strip.isHidden()
    assert seen.contains(first.rect().translated(first.mapTo(view, first.rect().topLeft())))
    assert form.mapTo(view, form.rect().topRight()).x() <= seen.right()


def test_the_timeline_stays_in_sight_beside_what_reporters_were_told(
    desk: Desk, qtbot: QtBot
) -> None:
    panel = DetailPanel(desk.seat)
    shown(panel, desk, qtbot, 540, 350)
    assert not panel.replies.isHidden()
    assert panel._actions["reply"].isVisible()
    lines, view = panel.lines, panel.scroller.viewport()

    def in_the_upper_half() -> bool:
        top = lines.mapTo(view, lines.rect().topLeft()).y()
        return top < view.height() // 2 + lines.height() // 2

    qtbot.waitUntil(in_the_upper_half, timeout=20_000)
    assert lines.y() < panel.replies.y()


def test_the_figures_of_a_form_can_be_read(desk: Desk, qtbot: QtBot) -> None:
    panel = HospitalsPanel(desk.seat)
    shown(panel, desk, qtbot, RIGHT, 500)
    for box in panel.findChildren(QSpinBox):
        line = box.lineEdit()
        assert line is not None
        need = line.fontMetrics().horizontalAdvance("9999")
        assert line.contentsRect().width() >= need
        assert line.height() >= line.fontMetrics().height()


@pytest.mark.parametrize("action", [STANDBY, REFER])
def test_a_form_that_is_left_leaves_the_keyboard_to_the_keys_of_actions(
    action: str, desk: Desk, qtbot: QtBot
) -> None:
    panel = DetailPanel(desk.seat)
    shown(panel, desk, qtbot, 540, 350)
    panel.activateWindow()
    panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    panel.setFocus()
    ACTIONS[action].perform(desk.seat)
    desk.settle()
    assert QApplication.focusWidget() is not panel
    (panel.hospitals.form if action == STANDBY else panel.referrals.form).leave()
    desk.settle()
    assert QApplication.focusWidget() is panel
