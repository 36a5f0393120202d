"""Calls of 110 on the screen: the band moves nothing and takes no keyboard; the panel's lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from command_center.bootstrap.panels import PANELS
from command_center.commands.call_rules import SetCallRules
from command_center.commands.calls import CallBack, ClaimCall, EndCall, TakeCall
from command_center.commands.intake import EnterCall
from command_center.commands.pranks import MarkPrank, StrikePrank
from command_center.domain.calls import CallOutcome, CallRules, Rung
from command_center.domain.errors import Conflict
from command_center.domain.partner import CallState
from command_center.domain.room import Alarm, AlarmType, Role
from command_center.ports import CallsBefore
from command_center.ui.actions.alarm import answer
from command_center.ui.actions.table import ACTIONS
from command_center.ui.call.form import CallForm
from command_center.ui.calls.delegate import CallDelegate
from command_center.ui.calls.panel import SECTIONS, CallsPanel
from command_center.ui.calls.sections import Section
from command_center.ui.i18n import Language
from command_center.ui.window import Window
from tests.ui.call_rows import abandoned, claimed, mark, phone_call
from tests.ui.conftest import MakeDesk
from tests.ui.scene import ago, picture_rows
from tests.ui.seats import Desk

WINDOW_PANELS = ("queue", "detail", "call", "calls", "map", "units", "figures", "alarms")
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[CallsPanel]:
    made = CallsPanel(desk.seat)
    made.resize(540, 640)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.view.setFocus()
    yield made
    made.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    makers = {name: PANELS[name] for name in WINDOW_PANELS}
    made = Window(desk.seat, makers, Language(), tmp_path / "arranged")
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.start()
    desk.settle()
    yield made
    made.close()


def turn(panel: CallsPanel, section: Section) -> None:
    panel.tabs.setCurrentIndex(SECTIONS.index(section))


def write(panel: CallsPanel, text: str) -> None:
    """Into the question that stands, and Enter."""
    field = panel.question.field
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def ids(panel: CallsPanel) -> list[str]:
    return [call.id for call in panel.model.rows]


def places(window: Window) -> list[tuple[str, object]]:
    return [(name, dock.geometry()) for name, dock in window.docks.items()]


# --- the band ----------------------------------------------------------------------------------


def test_a_ring_moves_no_panel_and_takes_no_keyboard(window: Window, desk: Desk) -> None:
    window.activateWindow()
    window.docks["queue"].panel.setFocus()
    before, focus = places(window), QApplication.focusWidget()
    desk.add(phone_call("c1", 2))
    desk.settle()
    assert window.ringing.isVisible()
    assert places(window) == before
    assert QApplication.focusWidget() is focus
    assert window.ringing.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("share", [0.2, 0.5, 0.86, 0.9, 0.98])
def test_the_band_does_not_come_up_under_the_pointer(
    window: Window, desk: Desk, share: float
) -> None:
    at = QPoint(window.width() // 2, round(window.height() * share))
    QCursor.setPos(window.mapToGlobal(at))
    desk.add(phone_call("c1", 2))
    desk.settle()
    assert not window.ringing.geometry().contains(at)
    place = window.ringing.geometry()
    QCursor.setPos(window.mapToGlobal(place.center()))
    desk.add(phone_call("c2", 1))
    desk.settle()
    desk.tick()
    assert window.ringing.geometry() == place


def test_the_band_says_the_step_and_goes_when_the_call_is_answered(
    window: Window, desk: Desk
) -> None:
    call = phone_call("c1", 2)
    desk.add(call, mark("m1", call))
    desk.settle()
    assert window.ringing.lines()[0] == "Berdering 00:02 · Polsek 1/4"
    assert "ditandai iseng 1×" in window.ringing.lines()[1]
    desk.tick(12)
    assert window.ringing.lines()[0] == "Berdering 00:14 · Polres 2/4"
    desk.change(call, state=CallState.CLAIMED, claimed_by="staff-dw", claimed_at=ago(0))
    desk.settle()
    assert not window.ringing.isVisible()


def test_a_ring_out_of_a_backlog_does_not_ring(window: Window, desk: Desk) -> None:
    desk.add(phone_call("c1", 900))
    desk.settle()
    assert not window.ringing.isVisible()


def test_the_key_claims_and_opens_the_form_of_that_call(window: Window, desk: Desk) -> None:
    desk.add(phone_call("c1", 5), phone_call("c2", 2))
    desk.settle()
    ACTIONS["call.claim"].perform(desk.seat)
    desk.settle()
    assert desk.commands == [ClaimCall("c1")]
    form = window.docks["call"].panel
    assert isinstance(form, CallForm)
    assert form.isVisible()
    assert form.draft.phone_call == "c1"
    assert "Telepon pukul 14:07:27" in form.linked.text()


def test_whoever_is_second_is_told_who_has_it(window: Window, desk: Desk) -> None:
    desk.add(phone_call("c1", 5))
    desk.settle()
    desk.recorder.error = Conflict("phone_call", "c1", by="staff-dw")
    ACTIONS["call.claim"].perform(desk.seat)
    desk.settle()
    assert [notice.code for notice in desk.notices] == ["call_claimed_by"]
    form = window.docks["call"].panel
    assert isinstance(form, CallForm)
    assert form.draft.phone_call == ""


# --- the form ----------------------------------------------------------------------------------


def test_what_is_typed_for_one_call_is_never_given_to_another(desk: Desk, qtbot: QtBot) -> None:
    desk.add(claimed("c1", "staff-rs"), claimed("c2", "staff-rs"))
    desk.settle()
    form = CallForm(desk.seat)
    qtbot.addWidget(form)
    desk.seat.asking.ask("call.form", "c1")
    form.words.setPlainText("dua motor")
    desk.seat.asking.ask("call.form", "c2")
    assert form.draft.phone_call == "c1"
    assert [notice.code for notice in desk.notices] == ["call_form_busy"]
    assert form.unsent()["phone_call"] == "c1"
    command = form.draft.command(desk.seat.city)
    assert isinstance(command, EnterCall)
    assert command.phone_call == "c1"


def test_a_form_that_was_left_empty_forgets_its_call(desk: Desk, qtbot: QtBot) -> None:
    desk.add(claimed("c1", "staff-rs"))
    desk.settle()
    form = CallForm(desk.seat)
    qtbot.addWidget(form)
    desk.seat.asking.ask("call.form", "c1")
    assert not form.linked.isHidden()
    form.leave()
    desk.seat.asking.ask("incident.call")
    assert (form.draft.phone_call, form.linked.isHidden()) == ("", True)


# --- the panel ---------------------------------------------------------------------------------


def test_each_section_holds_its_calls_in_order(panel: CallsPanel, desk: Desk) -> None:
    ended = phone_call(
        "c8", 400, state=CallState.ENDED, claimed_by="staff-dw", claimed_at=ago(390),
        ended_at=ago(300), outcome="information",
    )  # fmt: skip
    desk.add(
        phone_call("c1", 4), phone_call("c2", 30), claimed("c3", "staff-dw"), abandoned("c4", 100),
        abandoned("c5", 900), ended, abandoned("c6", 800, caller_ref=""),
    )  # fmt: skip
    desk.settle()
    assert ids(panel) == ["c2", "c1"]
    turn(panel, Section.IN_HAND)
    assert ids(panel) == ["c3"]
    turn(panel, Section.BACK)
    assert ids(panel) == ["c5", "c4"]
    turn(panel, Section.ALL)
    assert ids(panel) == ["c1", "c3", "c2", "c4", "c8", "c6", "c5"]
    assert panel.tabs.tabText(2) == "Telepon balik 2"


def test_rows_under_the_pointer_hold_still_and_say_how_many_are_new(
    panel: CallsPanel, desk: Desk
) -> None:
    first = phone_call("c2", 4)
    desk.add(first)
    desk.settle()
    panel.view.over = True
    desk.add(phone_call("c1", 30))
    desk.change(first, state=CallState.ABANDONED, ended_at=ago(0))
    desk.settle()
    assert ids(panel) == ["c2"]
    assert panel.model.rows[0].state is CallState.ABANDONED
    assert panel.news.text() == "1 baru"
    assert not panel.news.isHidden()
    panel.view.over = False
    panel.view.left.emit()
    assert ids(panel) == ["c1"]
    assert panel.news.isHidden()


def test_enter_answers_the_chosen_call(panel: CallsPanel, desk: Desk) -> None:
    desk.add(phone_call("c1", 4), phone_call("c2", 2))
    desk.settle()
    panel.view.choose("c2")
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert desk.commands == [ClaimCall("c2")]


@pytest.mark.parametrize(("held_s", "asked"), [(15, False), (40, True)])
def test_a_call_is_taken_at_once_or_with_a_reason(
    panel: CallsPanel, desk: Desk, held_s: float, asked: bool
) -> None:
    desk.add(claimed("c1", "staff-dw", held_s + 5))
    desk.settle()
    ACTIONS["call.take"].perform(desk.seat)
    assert panel.question.isVisible() is asked
    if asked:
        assert desk.commands == []
        write(panel, "Dewi di TKP")
    desk.settle()
    assert desk.commands == [TakeCall("c1", "Dewi di TKP" if asked else "")]
    assert not panel.question.isVisible()


def test_opened_by_its_key_the_list_is_not_an_empty_one(window: Window, desk: Desk) -> None:
    panel = window.docks["calls"].panel
    assert isinstance(panel, CallsPanel)
    desk.add(abandoned("c1", 500), claimed("c2", "staff-rs"))
    desk.settle()
    ACTIONS["call.panel"].perform(desk.seat)
    desk.settle()
    assert panel.isVisible()
    assert panel.section is Section.IN_HAND
    assert ids(panel) == ["c2"]


def test_the_key_takes_no_list_from_who_reads_it(panel: CallsPanel, desk: Desk) -> None:
    desk.add(abandoned("c1", 500), claimed("c2", "staff-rs"))
    desk.settle()
    turn(panel, Section.ALL)
    ACTIONS["call.panel"].perform(desk.seat)
    assert panel.section is Section.ALL
    turn(panel, Section.RINGING)
    ACTIONS["call.panel"].perform(desk.seat)
    assert ids(panel) == ["c2"]


def test_calling_back_by_key_says_how_it_went(panel: CallsPanel, desk: Desk) -> None:
    opened: list[object] = []
    desk.seat.asking.asked.connect(lambda id, subject: opened.append((id, subject)))
    desk.add(abandoned("c1", 500), abandoned("c2", 100))
    desk.settle()
    ACTIONS["call.back"].perform(desk.seat)
    assert panel.section is Section.BACK
    assert "x-c1" in panel.question.accessibleName()
    QTest.keyClick(panel.question, Qt.Key.Key_2)
    desk.settle()
    ACTIONS["call.back"].perform(desk.seat)
    QTest.keyClick(panel.question, Qt.Key.Key_1)
    desk.settle()
    assert desk.commands == [
        CallBack("c1", CallOutcome.NO_ANSWER),
        CallBack("c1", CallOutcome.REACHED),
    ]
    assert opened[-1] == ("call.form", "c1")


def test_answering_an_alarm_shows_its_call(panel: CallsPanel, desk: Desk) -> None:
    lost = abandoned("c2", 900)
    told = Alarm(
        "alarm-c2", 1, AlarmType.CALLBACK_DUE, 1, "phone_call", "c2", {"minutes": "5"},
        ago(9999), None, None, None,
    )  # fmt: skip
    desk.add(abandoned("c1", 2000), lost, told)
    desk.settle()
    answer(desk.seat, "alarm-c2")
    assert panel.section is Section.BACK
    current = panel.view.current()
    assert current is not None
    assert current.id == "c2"


def test_the_result_of_a_talk_is_written_with_two_keys(panel: CallsPanel, desk: Desk) -> None:
    desk.add(claimed("c1", "staff-rs"))
    desk.settle()
    turn(panel, Section.IN_HAND)
    QTest.keyClick(panel.view, Qt.Key.Key_H)
    QTest.keyClick(panel.question, Qt.Key.Key_2)
    assert desk.commands == [EndCall("c1", CallOutcome.INFORMATION)]


def test_a_stale_claim_is_amber_and_stays_whose_it_is(panel: CallsPanel, desk: Desk) -> None:
    desk.add(claimed("c1", "staff-dw", 60), claimed("c2", "staff-dw", 300))
    desk.settle()
    turn(panel, Section.IN_HAND)
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, CallDelegate)
    inks = {call.id: delegate.ink(call) for call in panel.model.rows}
    assert inks == {"c1": "text", "c2": "warn"}
    assert all(call.claimed_by == "staff-dw" for call in panel.model.rows)
    assert desk.commands == []


def test_a_mark_is_made_shown_and_struck(panel: CallsPanel, desk: Desk) -> None:
    call = phone_call("c1", 5)
    desk.add(call)
    desk.settle()
    assert panel.buttons["strike"].isHidden()
    QTest.keyClick(panel.view, Qt.Key.Key_I)
    write(panel, "tertawa")
    desk.add(mark("m1", call, "tertawa <b>keras</b>"))
    desk.settle()
    assert "tertawa <b>keras</b>. Tetap dijawab" in panel.about.marks.text()
    assert panel.about.marks.textFormat() is Qt.TextFormat.PlainText
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_X)
    write(panel, "anak kecil")
    assert desk.commands == [MarkPrank("c1", "tertawa"), StrikePrank("m1", "anak kecil")]


def test_earlier_calls_of_the_number_and_the_place_are_told(panel: CallsPanel, desk: Desk) -> None:
    desk.add(
        phone_call("c1", 5, caller_ref="same"),
        abandoned("c2", 1000, caller_ref="same", incident_id="incident-147"),
        abandoned("c3", 2000, caller_ref="other"),
    )
    desk.settle()
    assert "#0147" in panel.about.number.text()
    assert panel.about.place.text().startswith("Klojen: ")
    assert "13:34" in panel.about.place.text()


def test_calls_of_long_ago_are_read_and_told_with_their_day(panel: CallsPanel, desk: Desk) -> None:
    old = abandoned("c9", 40 * 86_400, caller_ref="same")
    desk.history.before = CallsBefore((old,), ())
    desk.add(phone_call("c1", 5, caller_ref="same"))
    desk.settle()
    assert panel.about.number.text().startswith("Nomor ini: 12-10-2026 14:07 ")


def test_no_number_is_ever_written_where_nobody_may_open_it(panel: CallsPanel, desk: Desk) -> None:
    desk.add(phone_call("c1", 5))
    desk.settle()
    assert panel.buttons["number"].isHidden()
    QTest.keyClick(panel.view, Qt.Key.Key_N)
    assert desk.commands == []


def test_a_lead_writes_the_ladder(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(picture_rows(), role=Role.SHIFT_LEAD)
    panel = CallsPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.show()
    panel.act("ladder")
    field = panel.question.field
    assert field is not None
    assert field.text() == "Polsek 10, Polres 10, Polda 10, Mabes 10"
    field.setText("Polres 8, Polda Jatim 12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    rungs = (Rung("Polres", 8), Rung("Polda Jatim", 12))
    assert desk.commands == [SetCallRules(CallRules(ladder=rungs), 0)]


def test_a_hidden_panel_costs_nothing_until_it_is_shown(desk: Desk, panel: CallsPanel) -> None:
    before = panel.model.rowCount()
    panel.hide()
    desk.add(phone_call("late", 5))
    desk.settle()
    assert panel.model.rowCount() == before
    panel.show()
    assert panel.model.rowCount() == before + 1


def test_an_empty_section_says_so(panel: CallsPanel) -> None:
    for section in Section:
        turn(panel, section)
        assert panel.view.empty
    widget: QWidget = panel.view.viewport()
    assert not widget.grab().isNull()


@pytest.mark.parametrize("width", [400, 540])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_of_a_button_is_cut(
    panel: CallsPanel, desk: Desk, width: int, scale: float
) -> None:
    call = phone_call("c1", 5)
    desk.add(call, mark("m1", call))
    desk.settle()
    desk.seat.theme.resize(scale)
    panel.resize(width, 640)
    desk.settle()
    for button in panel.buttons.values():
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
            assert button.mapTo(panel, QPoint(button.width(), 0)).x() <= panel.width()
