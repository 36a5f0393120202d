"""An empty room says what to connect first, and stops saying it once that is done."""

from pytestqt.qtbot import QtBot

from command_center.domain.room import Source, SourceKind
from command_center.ui.start.checklist import StartChecklist, steps
from tests.ui import scene
from tests.ui.conftest import MakeDesk


def test_an_empty_room_lists_what_is_missing(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([])
    panel = StartChecklist(desk.seat)
    qtbot.addWidget(panel)
    assert not panel.isHidden()
    assert [s.done for s in steps(desk.seat.situation)] == [False, False, False]
    desk.add(Source("jmp", 1, "JMP", SourceKind.PULL, "http://h", True, ""))
    desk.add(scene.camera(1, "Simpang"))
    desk.settle()
    assert [s.done for s in steps(desk.seat.situation)] == [True, False, True]
    desk.add(scene.unit_rows()[0])
    desk.settle()
    assert panel.isHidden()
