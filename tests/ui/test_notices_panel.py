"""What the public is told, drafted by a desk and approved by a shift lead."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.notice import ApproveNotice, DraftNotice, WithdrawNotice
from command_center.domain.errors import OperatorError
from command_center.domain.referral import NoticeKind, NoticeState, PublicNotice
from command_center.domain.room import Role
from command_center.ui.replies.notices import NoticesPanel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW
from tests.ui.seats import Desk


def notice(id: str, state: NoticeState) -> PublicNotice:
    approved = {} if state is NoticeState.DRAFT else {"at": NOW}
    return PublicNotice(
        id=id,
        version=1,
        kind=NoticeKind.FLOOD,
        title=f"Banjir {id}",
        text="Hindari <b>Jl. Sulfat</b>",
        area_code=None,
        lat=None,
        lon=None,
        valid_from=NOW,
        valid_until=NOW + timedelta(hours=3),
        state=state,
        made_at=NOW,
        made_by="staff-rs",
        approved_at=approved.get("at"),
        approved_by="staff-rs" if approved else None,
        incident_id=None,
    )


def panel_of(desk: Desk, qtbot: QtBot, *states: NoticeState) -> NoticesPanel:
    if states:
        desk.add(*(notice(f"n{place}", state) for place, state in enumerate(states)))
        desk.settle()
    panel = NoticesPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(460, 500)
    panel.show()
    return panel


@pytest.fixture
def lead(new_desk: MakeDesk) -> Desk:
    return new_desk(role=Role.SHIFT_LEAD)


def test_a_desk_drafts_with_the_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    panel = panel_of(desk, qtbot)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Insert)
    QTest.keyClicks(panel.editor.title, "Banjir Dinoyo")
    QTest.keyClicks(panel.editor.text, "Air 40 cm")
    QTest.keyClick(panel.editor.text, Qt.Key.Key_Return)
    (command,) = desk.commands
    assert isinstance(command, DraftNotice)
    assert (command.title, command.text) == ("Banjir Dinoyo", "Air 40 cm")
    assert command.valid_until == desk.seat.live.now() + timedelta(hours=3)
    assert panel.editor.isHidden()


def test_what_was_refused_is_still_there(desk: Desk, qtbot: QtBot) -> None:
    panel = panel_of(desk, qtbot)
    desk.recorder.error = OperatorError("notice_needs_words")
    panel.ask("draft")
    panel.editor.title.setText("Banjir")
    QTest.keyClick(panel.editor.title, Qt.Key.Key_Return)
    desk.settle()
    assert not panel.editor.isHidden()
    assert panel.editor.title.text() == "Banjir"


def test_a_desk_neither_approves_nor_takes_back(desk: Desk, qtbot: QtBot) -> None:
    panel = panel_of(desk, qtbot, NoticeState.APPROVED)
    assert not panel.buttons["approve"].isEnabled()
    assert not panel.buttons["withdraw"].isEnabled()
    panel.ask("withdraw")
    assert desk.commands == []
    assert [said.code for said in desk.notices] == ["not_allowed"]


def test_a_lead_approves_and_takes_back_by_key(lead: Desk, qtbot: QtBot) -> None:
    panel = panel_of(lead, qtbot, NoticeState.APPROVED, NoticeState.DRAFT)
    assert [row.state for row in panel.model.rows] == [NoticeState.DRAFT, NoticeState.APPROVED]
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert lead.commands == [ApproveNotice("n1"), WithdrawNotice("n0")]


def test_what_was_withdrawn_is_over(lead: Desk, qtbot: QtBot) -> None:
    panel = panel_of(lead, qtbot, NoticeState.WITHDRAWN)
    panel.ask("approve")
    assert lead.commands == []
    assert [said.code for said in lead.notices] == ["notice_withdrawn"]


def test_the_whole_text_stands_under_the_list_as_plain_text(desk: Desk, qtbot: QtBot) -> None:
    panel = panel_of(desk, qtbot, NoticeState.DRAFT)
    assert panel.words.text() == "Hindari <b>Jl. Sulfat</b>"
    assert panel.words.textFormat() is Qt.TextFormat.PlainText
