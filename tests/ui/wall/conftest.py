"""A desk with a wall whose pictures are given by hand."""

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.room import Role
from command_center.ui.wall.panel import WallPanel
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk
from tests.ui.walls import HandEngine


@pytest.fixture
def engine() -> HandEngine:
    return HandEngine()


@pytest.fixture
def desk(new_desk: MakeDesk, engine: HandEngine) -> Desk:
    return new_desk(engine=engine, role=Role.SHIFT_LEAD)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> WallPanel:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    return panel
