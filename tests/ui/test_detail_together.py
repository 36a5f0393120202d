"""Two people at one incident: who was first is shown with both values, take-overs count down, and
nothing of it takes the keyboard from whoever is typing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command_center.commands.dispatch import OrderUnits
from command_center.commands.takeover import AnswerTakeOver, AskTakeOver, WithdrawTakeOver
from command_center.commands.triage import CloseIncident, SetPriority, TakeIncident
from command_center.domain.errors import Conflict
from command_center.domain.incident import Disposition, Priority, TakeOver, TakeOverAnswer
from command_center.domain.room import Role
from command_center.ui.actions.incident import close, order, prioritise, take
from command_center.ui.actions.table import ACTIONS
from command_center.ui.cameras.verbs import rename
from command_center.ui.detail import card_button
from command_center.ui.detail.panel import DetailPanel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

KPU, DIENG = "incident-147", "incident-146"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot) -> Iterator[DetailPanel]:
    made = shown(desk, qtbot)
    yield made
    made.close()


def shown(desk: Desk, qtbot: QtBot) -> DetailPanel:
    return shown_detail(desk, qtbot, 700, KPU)


def lose(desk: Desk, entity: str, id: str, by: str = "staff-dw", **theirs: object) -> None:
    desk.recorder.error = Conflict(entity, id, by=by, at=NOW, theirs=theirs)


def win(desk: Desk) -> None:
    desk.recorder.error = None


# --- who was first -----------------------------------------------------------------------------


def test_both_values_stand_side_by_side_and_the_keyboard_stays(
    detail: DetailPanel, desk: Desk
) -> None:
    detail.box.words.setFocus()
    QTest.keyClicks(detail.box.words, "segera ")
    typed = detail.box.text
    lose(desk, "incident", KPU, priority="P3")
    prioritise(desk.seat, KPU, Priority.P2)
    desk.settle()
    card = detail.shelf.conflict
    assert card.isVisible()
    assert card.who.text() == "Prioritas #0147 · DW lebih dahulu, pukul 14:07:32"
    assert (card.mine.text(), card.theirs.text()) == ("Anda: P2", "Yang berlaku: P3")
    assert QApplication.focusWidget() is detail.box.words
    assert detail.box.text == typed


def test_my_own_is_sent_again_against_what_stands_there_now(
    detail: DetailPanel, desk: Desk
) -> None:
    lose(desk, "incident", KPU, priority="P3")
    prioritise(desk.seat, KPU, Priority.P2)
    desk.settle()
    win(desk)
    QTest.keyClick(detail, Qt.Key.Key_J, CTRL_SHIFT)
    desk.settle()
    assert desk.commands[-1] == SetPriority(KPU, Priority.P2, Priority.P3)
    assert not detail.shelf.conflict.isVisible()
    assert desk.notices[-1].undo is not None


def test_what_lost_may_be_left(detail: DetailPanel, desk: Desk) -> None:
    lose(desk, "incident", KPU, priority="P3")
    prioritise(desk.seat, KPU, Priority.P2)
    desk.settle()
    QTest.keyClick(detail, Qt.Key.Key_B, CTRL_SHIFT)
    assert not detail.shelf.conflict.isVisible()
    assert len(desk.commands) == 1


def test_the_card_names_its_incident_when_another_is_selected(
    detail: DetailPanel, desk: Desk
) -> None:
    desk.recorder.hold = True
    prioritise(desk.seat, KPU, Priority.P2)
    desk.seat.selection.select_incident(DIENG)
    lose(desk, "incident", KPU, priority="P3")
    desk.recorder.answer()
    desk.settle()
    assert detail.shelf.conflict.isVisible()
    assert "#0147" in detail.shelf.conflict.who.text()


def test_losing_the_same_twice_is_one_card_and_two_things_are_two(
    detail: DetailPanel, desk: Desk
) -> None:
    lose(desk, "incident", KPU, priority="P3")
    prioritise(desk.seat, KPU, Priority.P2)
    prioritise(desk.seat, KPU, Priority.P2)
    lose(desk, "incident", DIENG, disposition="resolved")
    close(desk.seat, DIENG, Disposition.PRANK)
    desk.settle()
    assert len(detail.shelf.conflict.losses) == 2
    assert "· 1 lagi" in detail.shelf.conflict.who.text()
    assert detail.shelf.conflict.theirs.text() == "Yang berlaku: Tertangani"
    detail.shelf.conflict.leave.click()
    assert detail.shelf.conflict.who.text().startswith("Prioritas #0147 · DW")


def test_a_close_that_would_call_back_somebody_unseen_says_whom(
    detail: DetailPanel, desk: Desk
) -> None:
    lose(desk, "incident", KPU, assignment_id="new", unit_id="unit-brimob-a")
    close(desk.seat, KPU, Disposition.PRANK)
    desk.settle()
    assert detail.shelf.conflict.theirs.text() == "Yang berlaku: memerintah BRIMOB A ke sini"
    win(desk)
    detail.shelf.conflict.insist.click()
    first, second = desk.commands
    assert isinstance(first, CloseIncident)
    assert second == replace(first, on_it=(*(first.on_it or ()), "new"))


def test_a_unit_that_was_lost_is_replaced_by_the_next_nearest(
    detail: DetailPanel, desk: Desk
) -> None:
    first, second = detail.set.cards[:2]
    lose(desk, "unit", first, incident_id=DIENG, assignment_id="held")
    sign = desk.row("unit", first).call_sign
    order(desk.seat, KPU, (first,), f"{sign}, merapat.")
    desk.settle()
    card = detail.shelf.conflict
    other = desk.row("unit", second).call_sign
    assert card.who.text().startswith(f"Perintah {sign} · DW")
    assert (card.mine.text(), card.theirs.text()) == ("Anda: ke #0147", "Yang berlaku: ke #0146")
    assert card.other.text() == f"Perintahkan {other}"
    win(desk)
    QTest.keyClick(detail, Qt.Key.Key_G, CTRL_SHIFT)
    desk.settle()
    assert desk.commands[-1] == OrderUnits(KPU, (second,), f"{other}, merapat.", holders=("",))


def test_who_loses_an_incident_may_ask_for_it(detail: DetailPanel, desk: Desk) -> None:
    lose(desk, "incident", KPU, owner_id="staff-dw")
    take(desk.seat, KPU)
    desk.settle()
    card = detail.shelf.conflict
    assert isinstance(desk.commands[0], TakeIncident)
    assert card.theirs.text() == "Yang berlaku: DW"
    assert card.insist.text() == "Minta ambil alih"
    card.insist.click()
    assert detail.bar.field is not None
    QTest.keyClicks(detail.bar.field, "pelapor di telepon saya")
    win(desk)
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)
    assert desk.commands[-1] == AskTakeOver(KPU, "pelapor di telepon saya")


def test_text_from_outside_stays_text(detail: DetailPanel, desk: Desk) -> None:
    lose(desk, "camera", "camera-14", by="<b>x</b>", alias="<img src=x>")
    rename(desk.seat, desk.row("camera", "camera-14"), "Gerbang KPU")
    desk.settle()
    assert detail.shelf.conflict.theirs.text() == "Yang berlaku: <img src=x>"
    assert detail.shelf.conflict.theirs.textFormat() is Qt.TextFormat.PlainText


# --- take-overs --------------------------------------------------------------------------------


def question(by: str, of: str, incident_id: str, id: str = "question") -> TakeOver:
    due = NOW + timedelta(seconds=20)
    why = "pelapor di telepon saya"
    return TakeOver(id, 1, incident_id, by, of, why, NOW, due, None, None, None)


def test_the_owner_sees_it_count_down_and_answers_while_typing(
    detail: DetailPanel, desk: Desk
) -> None:
    detail.box.words.setFocus()
    desk.seat.selection.select_incident(DIENG)
    desk.add(question("staff-dw", "staff-rs", KPU))
    desk.settle()
    card = detail.shelf.take_over
    assert card.isVisible()
    assert card.reason.text() == "“pelapor di telepon saya”"
    assert card.title.text() == "DW meminta #0147 dari Anda, beralih dalam 20 dtk"
    desk.tick(6)
    assert card.title.text() == "DW meminta #0147 dari Anda, beralih dalam 14 dtk"
    assert QApplication.focusWidget() is detail.box.words
    QTest.keyClick(detail.box.words, Qt.Key.Key_N, CTRL_SHIFT)
    desk.settle()
    assert desk.commands == [AnswerTakeOver("question", give=False)]
    assert QApplication.focusWidget() is detail.box.words


def test_giving_is_one_key(detail: DetailPanel, desk: Desk) -> None:
    desk.add(question("staff-dw", "staff-rs", KPU))
    desk.settle()
    QTest.keyClick(detail, Qt.Key.Key_Y, CTRL_SHIFT)
    assert desk.commands == [AnswerTakeOver("question", give=True)]


def test_whoever_asked_sees_it_and_is_told_how_it_ended(detail: DetailPanel, desk: Desk) -> None:
    row = question("staff-rs", "staff-dw", DIENG)
    desk.add(row)
    desk.settle()
    card = detail.shelf.take_over
    assert card.title.text() == "Anda meminta #0146 dari DW, beralih dalam 20 dtk"
    assert not card.give.isVisible()
    card.withdraw.click()
    assert desk.commands == [WithdrawTakeOver("question")]
    refused, at = TakeOverAnswer.REFUSED, NOW
    desk.change(row, answer=refused, answered_at=at, answered_by="staff-dw")
    desk.settle()
    assert not card.isVisible()
    assert desk.notices[-1].code == "take_over_refused"


@pytest.mark.parametrize(
    ("by", "of", "code"),
    [("staff-rs", "staff-dw", "take_over_won"), ("staff-dw", "staff-rs", "take_over_lost")],
)
def test_what_the_clock_passed_is_told_to_both(
    detail: DetailPanel, desk: Desk, by: str, of: str, code: str
) -> None:
    row = question(by, of, KPU)
    desk.add(row)
    desk.settle()
    passed = TakeOverAnswer.PASSED
    desk.change(row, answer=passed, answered_at=NOW, answered_by="staff:system")
    desk.settle()
    assert [notice.code for notice in desk.notices] == [code]


def test_others_only_see_it_on_the_incident_they_look_at(detail: DetailPanel, desk: Desk) -> None:
    desk.add(question("staff-x", "staff-dw", DIENG))
    desk.settle()
    assert not detail.shelf.take_over.isVisible()
    desk.seat.selection.select_incident(DIENG)
    desk.settle()
    assert detail.shelf.take_over.isVisible()
    assert not detail.shelf.take_over.give.isVisible()
    QTest.keyClick(detail, Qt.Key.Key_Y, CTRL_SHIFT)
    assert desk.commands == []


def test_a_shift_lead_answers_for_the_owner(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.SHIFT_LEAD)
    detail = shown(desk, qtbot)
    desk.add(question("staff-x", "staff-dw", KPU))
    desk.settle()
    detail.shelf.take_over.give.click()
    assert desk.commands == [AnswerTakeOver("question", give=True)]
    detail.close()


def test_asking_wants_a_reason_and_says_it_is_at_once_for_a_lead(
    detail: DetailPanel, desk: Desk
) -> None:
    desk.seat.selection.select_incident(DIENG)
    ACTIONS["incident.takeover"].perform(desk.seat)
    desk.settle()
    assert detail.bar.accessibleName() == "Minta #0146 dari DW: mengapa?"
    assert detail.bar.field is not None
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)
    assert desk.commands == []
    QTest.keyClicks(detail.bar.field, "lanjutan #147")
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)
    assert desk.commands == [AskTakeOver(DIENG, "lanjutan #147")]


def test_cards_move_nothing_and_lie_above_what_can_be_done(detail: DetailPanel, desk: Desk) -> None:
    before = [detail.minimumSizeHint(), detail.foot.geometry(), detail.scroller.geometry()]
    desk.add(question("staff-dw", "staff-rs", KPU))
    lose(desk, "incident", KPU, priority="P3")
    prioritise(desk.seat, KPU, Priority.P2)
    desk.settle()
    detail.grab()
    desk.settle()
    assert [detail.minimumSizeHint(), detail.foot.geometry(), detail.scroller.geometry()] == before
    shelf = detail.shelf
    assert shelf.geometry().bottom() < detail.foot.y()
    assert shelf.take_over.isVisible()
    assert shelf.conflict.isVisible()


def test_in_a_low_panel_what_runs_out_of_time_goes_first(detail: DetailPanel, desk: Desk) -> None:
    detail.resize(396, 318)
    lose(desk, "incident", KPU, priority="P3")
    prioritise(desk.seat, KPU, Priority.P2)
    row = question("staff-dw", "staff-rs", KPU)
    desk.add(row)
    desk.settle()
    assert detail.shelf.take_over.isVisible()
    assert not detail.shelf.conflict.isVisible()
    answered = TakeOverAnswer.WITHDRAWN
    desk.change(row, answer=answered, answered_at=NOW, answered_by="staff-dw")
    desk.settle()
    assert detail.shelf.conflict.isVisible()


def test_a_click_on_its_way_does_not_hit_a_card_that_came_up(
    detail: DetailPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(question("staff-dw", "staff-rs", KPU))
    desk.settle()
    give = detail.shelf.take_over.give
    monkeypatch.setattr(card_button, "now_ms", lambda: give._shown_ms + 100)
    QTest.mouseClick(give, Qt.MouseButton.LeftButton)
    assert desk.commands == []
    monkeypatch.setattr(card_button, "now_ms", lambda: give._shown_ms + 500)
    QTest.mouseClick(give, Qt.MouseButton.LeftButton)
    assert desk.commands == [AnswerTakeOver("question", give=True)]
