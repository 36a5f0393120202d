"""What an exercise adds to the window: the next step to try, and plugs that show their state."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.unit import UnitStatus
from command_center.exercise.plugs import Plug, PlugKind, Plugs
from command_center.exercise.tutor import Tutor
from command_center.situation.board import board_row
from command_center.ui.exercise.plugs import PlugsPanel
from command_center.ui.exercise.truth import TruthPanel
from command_center.ui.exercise.tutor import TutorPanel
from tests.ui.seats import Desk


class Wire:
    def __init__(self) -> None:
        self.moves: list[str] = []
        self.stuck = False

    def pull(self) -> None:
        self._move("out")

    def put_back(self) -> None:
        self._move("in")

    def _move(self, way: str) -> None:
        if self.stuck:
            raise OperatorError("exercise_city_ended")
        self.moves.append(way)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def plugs(desk: Desk, qtbot: QtBot, wire: Wire) -> PlugsPanel:
    rows = [
        Plug("database", PlugKind.DATABASE, "", wire.pull, wire.put_back),
        Plug("jmp", PlugKind.SOURCE, "JMP", wire.pull, wire.put_back),
        Plug("cameras", PlugKind.CAMERAS, "", wire.pull, wire.put_back),
    ]
    panel = PlugsPanel(desk.seat, Plugs(rows))
    qtbot.addWidget(panel)
    panel.resize(400, 120)
    panel.show()
    return panel


def test_a_plug_is_pulled_and_put_back_by_its_button(
    plugs: PlugsPanel, desk: Desk, wire: Wire
) -> None:
    button = plugs.buttons["jmp"]
    assert button.accessibleName() == "JMP: terpasang"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert wire.moves == ["out"]
    assert (button.isChecked(), button.accessibleName()) == (True, "JMP: tercabut")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert wire.moves == ["out", "in"]
    assert (button.isChecked(), button.accessibleName()) == (False, "JMP: terpasang")


def test_a_plug_that_is_stuck_says_why_and_stays(plugs: PlugsPanel, desk: Desk, wire: Wire) -> None:
    wire.stuck = True
    QTest.mouseClick(plugs.buttons["jmp"], Qt.MouseButton.LeftButton)
    desk.settle()
    assert not plugs.buttons["jmp"].isChecked()
    assert plugs.buttons["jmp"].isEnabled()
    assert desk.notices[-1].code == "exercise_city_ended"


def test_no_plug_is_cut_off_at_the_largest_letters(plugs: PlugsPanel, desk: Desk) -> None:
    desk.seat.theme.resize(1.5)
    plugs.resize(280, plugs.heightForWidth(280))
    desk.settle()
    for button in plugs.buttons.values():
        assert button.width() >= button.minimumSizeHint().width()
        assert plugs.rect().contains(button.mapTo(plugs, button.rect().bottomRight()))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_column_leaves_room_for_every_line_of_plugs(
    desk: Desk, qtbot: QtBot, wire: Wire, scale: float
) -> None:
    names = [f"Dinas ke-{number}" for number in range(16)]
    rows = [Plug(n, PlugKind.SOURCE, n, wire.pull, wire.put_back) for n in names]
    panel = PlugsPanel(desk.seat, Plugs(rows))
    qtbot.addWidget(panel)
    desk.seat.theme.resize(scale)
    panel.show()
    lines = []
    for width in (470, 280):
        panel.resize(desk.seat.theme.px(width), 40)
        desk.settle()
        feet = {b.mapTo(panel, b.rect().bottomLeft()).y() for b in panel.buttons.values()}
        lines.append(len(feet))
        assert panel.height() > max(feet)
    assert 2 <= lines[0] < lines[1]


def take_first(desk: Desk, tutor: Tutor) -> None:
    row = next(
        row
        for row in desk.feed.rows.values()
        if isinstance(row, Incident) and row.status is IncidentStatus.NEW
    )
    desk.change(row, kind="incident.taken", owner_id=desk.seat.act.actor)
    tutor.follow(desk.history.stored[-1])
    desk.settle()


def test_the_next_step_follows_the_log(desk: Desk, qtbot: QtBot) -> None:
    tutor = Tutor(desk.seat.act.actor)
    panel = TutorPanel(desk.seat, tutor)
    qtbot.addWidget(panel)
    panel.show()
    assert "langkah 1 dari 5" in panel.title.text()
    assert panel.key.text() == "Ambil A"
    take_first(desk, tutor)
    assert "langkah 2 dari 5" in panel.title.text()


def test_without_the_feed_the_step_stands(desk: Desk, qtbot: QtBot) -> None:
    panel = TutorPanel(desk.seat, Tutor(desk.seat.act.actor))
    qtbot.addWidget(panel)
    desk.feed.cut = True
    before = panel.title.text()
    row = next(row for row in desk.feed.rows.values() if isinstance(row, Incident))
    desk.change(row, kind="incident.taken", owner_id=desk.seat.act.actor)
    desk.settle()
    assert panel.title.text() == before


def test_who_skips_sees_no_more_steps(desk: Desk, qtbot: QtBot) -> None:
    tutor = Tutor(desk.seat.act.actor)
    panel = TutorPanel(desk.seat, tutor)
    qtbot.addWidget(panel)
    panel.show()
    QTest.mouseClick(panel.skip, Qt.MouseButton.LeftButton)
    assert tutor.progress.skipped
    assert panel.isHidden()
    desk.tick()
    assert panel.isHidden()


def test_the_board_says_how_true_it_is_and_what_is_wrong_since_when(
    desk: Desk, qtbot: QtBot
) -> None:
    true: dict[str, UnitStatus] = {}
    panel = TruthPanel(desk.seat, lambda: true or None)
    qtbot.addWidget(panel)
    panel.show()
    desk.tick(1)
    assert panel.figure.text() == "Papan benar: belum ada ukuran"
    targets, now = desk.seat.targets, desk.clock.now()
    for unit in desk.seat.situation.all("unit"):
        true[unit.call_sign] = board_row(desk.seat.situation, unit).shown_status(now, targets)
    for _ in range(3):
        desk.tick(20)
    assert panel.figure.text().replace(".", ",") == "Papan benar 100,0 % · 1 menit"
    assert panel.more.text() == "0 salah"
    true["SAMAPTA 12"] = UnitStatus.ON_SCENE
    for _ in range(4):
        desk.tick(20)
    count = len(true)
    share = 1 - 60 / (120 * count)
    text = f"{math.floor(share * 1000) / 10}".replace(".", ",")
    assert panel.figure.text().replace(".", ",") == f"Papan benar {text} % · 2 menit"
    assert panel.more.text() == "1 salah"
    assert panel.lines.isHidden()
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert panel.lines.isVisible()
    line = panel.lines.text()
    assert line.startswith("SAMAPTA 12: tampil Menuju TKP, sebenarnya Di TKP · sejak ")
    assert line.endswith("(1 m)")
    assert line in panel.accessibleName()


def test_nobody_who_can_say_what_is_true_leaves_the_figure_where_it_was(
    desk: Desk, qtbot: QtBot
) -> None:
    told: list[dict[str, UnitStatus] | None] = [{"SAMAPTA 12": UnitStatus.AVAILABLE}]
    panel = TruthPanel(desk.seat, lambda: told[-1])
    qtbot.addWidget(panel)
    for _ in range(3):
        desk.tick(20)
    before = panel.figure.text()
    told.append(None)
    desk.tick(20)
    assert panel.figure.text() == before
    assert panel.measure.tally.watched_s == 40.0
