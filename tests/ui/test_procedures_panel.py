"""The book of procedures on screen: read by everybody, written by who leads, codes kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.advice.procedures import SETTING, Item, Procedure, rewritten, shipped
from command_center.commands.checklist import SetProcedure
from command_center.domain.errors import Conflict
from command_center.domain.room import Role, RoomSetting
from command_center.ui.procedures.panel import ProceduresPanel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.test_radio_text import cut, desk_at, show

__all__ = ["desk_at"]
FIRE = "kebakaran"
OWN = {FIRE: {"text": "Air dahulu.", "items": [["air", "Air dibuka"], ["warga", "Warga pergi"]]}}
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(new_desk: MakeDesk) -> Desk:
    return new_desk(role=Role.SHIFT_LEAD)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[ProceduresPanel]:
    made = ProceduresPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(560, 760)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    desk.settle()
    yield made
    made.close()


def choose(panel: ProceduresPanel, code: str, key: Qt.Key) -> None:
    at = panel.model.place_of(code)
    assert at is not None
    panel.view.setCurrentIndex(panel.model.index(at, 0))
    QTest.keyClick(panel.view, key)


def right(panel: ProceduresPanel, code: str) -> str:
    return next(row.right for row in panel.model.rows if row.id == code)


def test_every_kind_says_whose_procedure_it_has(panel: ProceduresPanel, desk: Desk) -> None:
    steps = len(shipped()[FIRE].items)
    assert right(panel, FIRE) == f"{steps} langkah · bawaan"
    desk.add(RoomSetting(SETTING, 1, OWN))
    desk.settle()
    assert right(panel, FIRE) == "2 langkah · milik ruang"
    assert {row.id for row in panel.model.rows} >= set(shipped())


def test_altered_words_keep_the_code_and_a_new_step_gets_one(
    panel: ProceduresPanel, desk: Desk
) -> None:
    desk.add(RoomSetting(SETTING, 1, OWN))
    desk.settle()
    choose(panel, FIRE, Qt.Key.Key_Return)
    panel.form.words.setPlainText("Air dahulu.\nLalu warga.")
    panel.form.steps.setPlainText("Warga pergi jauh\n\nAir dibuka\n  Gas   ditutup ")
    QTest.keyClick(panel.form.steps, Qt.Key.Key_Return, CTRL)
    desk.settle()
    items = (
        Item("warga", "Warga pergi jauh"),
        Item("air", "Air dibuka"),
        Item("gas_ditutup", "Gas ditutup"),
    )
    assert desk.commands == [SetProcedure(FIRE, Procedure("Air dahulu. Lalu warga.", items), 1)]
    assert panel.form.isHidden()


def test_what_is_refused_stays_open_with_what_was_written(
    panel: ProceduresPanel, desk: Desk
) -> None:
    choose(panel, FIRE, Qt.Key.Key_Return)
    desk.recorder.error = Conflict("room_setting", SETTING, by="staff-dw", at=NOW, theirs={})
    panel.form.words.setPlainText("Baru")
    panel.form.keep_button.click()
    desk.settle()
    assert panel.form.isVisible()
    assert panel.form.words.toPlainText() == "Baru"


def test_a_newer_book_is_told_while_one_is_open(panel: ProceduresPanel, desk: Desk) -> None:
    choose(panel, FIRE, Qt.Key.Key_Return)
    assert panel.newer.isHidden()
    desk.add(RoomSetting(SETTING, 1, OWN))
    desk.settle()
    assert panel.newer.isVisible()
    QTest.keyClick(panel.form.words, Qt.Key.Key_Escape)
    assert panel.newer.isHidden()
    assert panel.form.isHidden()


def test_del_takes_the_shipped_one_back_after_a_question(
    panel: ProceduresPanel, desk: Desk
) -> None:
    choose(panel, FIRE, Qt.Key.Key_Delete)
    assert desk.notices[-1].code == "procedure_is_shipped"
    desk.add(RoomSetting(SETTING, 1, OWN))
    desk.settle()
    choose(panel, FIRE, Qt.Key.Key_Delete)
    assert desk.commands == []
    QTest.keyClick(panel.question, Qt.Key.Key_Return)
    desk.settle()
    assert desk.commands == [SetProcedure(FIRE, Procedure("", ()), 1)]


def test_who_leads_no_shift_reads_only(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OPERATOR)
    panel = ProceduresPanel(desk.seat)
    show(desk, panel, qtbot)
    choose(panel, FIRE, Qt.Key.Key_Return)
    assert panel.form.isHidden()
    assert desk.notices[-1].code == "not_allowed"
    assert not any(button.isEnabled() for button in panel.buttons.values())


def test_nothing_of_it_is_cut(desk_at: Desk, qtbot: QtBot) -> None:
    panel = ProceduresPanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    assert cut(panel) == []
    choose(panel, FIRE, Qt.Key.Key_Return)
    desk_at.settle()
    assert cut(panel) == []


def test_a_code_is_never_given_to_another_step() -> None:
    before = (Item("air", "Air dibuka"), Item("gas", "Gas"))
    assert rewritten(before, ["Air", "Gas", "???"])[2].code == "langkah"
    codes = [item.code for item in rewritten(before, ["Air dibuka!", "Xyz qrs"])]
    assert codes == ["air", "xyz_qrs"]
    again = rewritten((Item("batas", "Jauhkan semua orang"),), ["Batas"])
    assert again == (Item("batas_2", "Batas"),)
    assert rewritten(before, []) == ()
