"""A desk with a wall whose pictures are given by hand."""

from collections.abc import Callable
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.room import Role
from command_center.ui.wall import watching
from command_center.ui.wall.panel import WallPanel
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk
from tests.ui.walls import HandEngine

Later = Callable[[float], None]


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


@pytest.fixture
def later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Later:
    """So many seconds pass on the machine, and on the room's clock with them."""

    def pass_by(seconds: float) -> None:
        monkeypatch.setattr(watching, "monotonic", lambda: monotonic() + seconds)
        desk.tick(seconds)

    return pass_by
