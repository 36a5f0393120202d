"""No label or button of the editor is cut or hangs out, narrow and at 150 %."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from command_center.ui.triage_table.panel import TriagePanel
from tests.ui.seats import Desk
from tests.ui.test_radio_text import cut, desk_at, show

__all__ = ["desk_at"]


def test_the_editor_is_not_cut(desk_at: Desk, qtbot: QtBot) -> None:
    panel = TriagePanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    assert cut(panel) == []
    panel.ask("add")
    desk_at.settle()
    assert cut(panel) == []
    panel.form.left.emit()
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    panel.ask("remove")
    panel.ask("save")
    for _ in range(4):
        desk_at.settle()
    assert panel.question.isVisible()
    assert panel.view.focusPolicy() is not Qt.FocusPolicy.NoFocus
    assert cut(panel) == []
