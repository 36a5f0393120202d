"""Sending a unit elsewhere: the card shows the price first, and exactly what it showed is sent."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.bulk import MoveUnits
from command_center.commands.dispatch import OrderUnits
from command_center.commands.stack import Reassign, ReassignUnit
from command_center.domain.incident import IncidentStatus
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus
from command_center.ui.reassign import card as card_module
from command_center.ui.reassign.card import ReassignCard
from command_center.ui.reassign.subject import MOVE, PULL, REASSIGN, read_subject, subject_of
from command_center.ui.units.panel import BoardPanel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import picture_rows
from tests.ui.seats import Desk

FREE, BUSY, ASKED = "unit-samapta-14", "unit-lantas-07", "unit-satpol-05"
TARGET = "incident-143"
SEEN = 401.0


class Hand:
    """The card's clock, in milliseconds."""

    def __init__(self) -> None:
        self.ms = 10_000.0

    def __call__(self) -> float:
        return self.ms


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    clock = Hand()
    monkeypatch.setattr(card_module, "now_ms", clock)
    return clock


Open = Callable[..., ReassignCard]


@pytest.fixture
def board(desk: Desk, qtbot: QtBot, hand: Hand) -> BoardPanel:
    made = BoardPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(474, 900)
    made.show()
    return made


def ask(board: BoardPanel, desk: Desk, *units: str, target: str = TARGET) -> ReassignCard:
    action = REASSIGN if target else MOVE
    desk.seat.asking.ask(action, subject_of(target, units))
    painted(board)
    return board.reassign.card


def painted(board: BoardPanel) -> None:
    QCoreApplication.processEvents()
    board.grab()


def press(card: ReassignCard, key: Qt.Key) -> None:
    QTest.keyClick(card, key)


def lines(card: ReassignCard) -> str:
    return "\n".join(label.text() for label in card.lines if label.text())


def test_a_free_unit_is_ordered_with_what_the_card_showed(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, FREE)
    assert "SAMAPTA 14 → #0143 Tawuran pelajar" in card.title.text()
    assert card.cover.text() == "Siap: Lowokwaru 1 → 0"
    assert "dari pangkalan, tanpa posisi" in lines(card)
    assert card.reason.isHidden()
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    desk.settle()
    [sent] = desk.commands
    assert isinstance(sent, OrderUnits)
    assert (sent.incident_id, sent.unit_ids, sent.holders) == (TARGET, (FREE,), ("",))
    assert sent.address == "Stadion Gajayana"
    assert card.isHidden()


@pytest.mark.parametrize("early_ms", [0.0, 399.0])
def test_a_key_that_was_on_its_way_sends_nothing(
    board: BoardPanel, desk: Desk, hand: Hand, early_ms: float
) -> None:
    card = ask(board, desk, FREE)
    hand.ms += early_ms
    press(card, Qt.Key.Key_Return)
    assert desk.commands == []
    assert "baru saja berubah" in card.newer.text()
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    assert len(desk.commands) == 1


def test_what_changed_under_the_key_is_asked_once_more(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, FREE, "unit-reskrim-02")
    hand.ms += SEEN
    desk.change(desk.row("unit", "unit-reskrim-02"), status=UnitStatus.OFF_DUTY)
    desk.settle()
    painted(board)
    press(card, Qt.Key.Key_Return)
    assert desk.commands == []
    assert "RESKRIM 02" in lines(card)
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    assert [command.unit_ids for command in desk.commands] == [(FREE,)]


def test_a_busy_unit_says_what_it_leaves_and_waits_by_default(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, BUSY)
    assert "Kini #0146 Laka lantas, 2 luka berat (P1)" in lines(card)
    assert "bila ditarik tetap ditangani AMB 03" in lines(card)
    assert [button.primary for button in card.buttons] == [True, False, False]
    shown = card.reason.text()
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    [sent] = desk.commands
    assert isinstance(sent, ReassignUnit)
    assert (sent.choice, sent.reason) == (Reassign.STACK, shown)
    assert (sent.holder, sent.incident_id) == (f"assignment-{BUSY}", TARGET)


def test_pulling_needs_a_reason_unless_the_priorities_say_it(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, BUSY)
    hand.ms += SEEN
    press(card, Qt.Key.Key_2)
    assert card.reason.text() == ""
    press(card, Qt.Key.Key_Return)
    assert desk.commands == []
    assert "alasan" in card.newer.text().casefold()
    QTest.keyClicks(card.reason, "korban bertambah")
    press(card, Qt.Key.Key_Return)
    [sent] = desk.commands
    assert (sent.choice, sent.reason) == (Reassign.PULL, "korban bertambah")


def test_a_more_urgent_incident_is_its_own_reason(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, "unit-samapta-09", target="incident-147")
    press(card, Qt.Key.Key_2)
    assert card.reason.text() == "P1 lebih mendesak dari P2"
    assert "bila ditarik menunggu" in lines(card)


def test_calling_off_sends_nobody_anywhere(board: BoardPanel, desk: Desk, hand: Hand) -> None:
    card = ask(board, desk, BUSY)
    hand.ms += SEEN
    press(card, Qt.Key.Key_3)
    QTest.keyClicks(card.reason, "salah alamat")
    press(card, Qt.Key.Key_Return)
    [sent] = desk.commands
    assert (sent.choice, sent.incident_id) == (Reassign.CANCEL, "")


def test_esc_does_nothing(board: BoardPanel, desk: Desk, hand: Hand) -> None:
    card = ask(board, desk, FREE)
    hand.ms += SEEN
    press(card, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert desk.commands == []


def test_several_units_have_one_preview_by_kecamatan(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, FREE, BUSY, "unit-reskrim-02")
    assert card.cover.text() == "Siap: Sukun 3 → 2, Lowokwaru 1 → 0"
    hand.ms += SEEN
    press(card, Qt.Key.Key_3)
    press(card, Qt.Key.Key_Return)
    assert [command.unit_ids for command in desk.commands] == [(FREE, "unit-reskrim-02")]


def test_a_pleton_goes_to_a_kecamatan_in_one_move(
    new_desk: MakeDesk, qtbot: QtBot, hand: Hand
) -> None:
    rows: list[Any] = [
        replace(row, parent_id="unit-dalmas-1") if getattr(row, "id", "") == FREE else row
        for row in picture_rows()
    ]
    desk = new_desk(rows, staff_id="staff-lead", role=Role.SHIFT_LEAD)
    board = BoardPanel(desk.seat)
    qtbot.addWidget(board)
    board.resize(474, 900)
    board.show()
    card = ask(board, desk, "unit-dalmas-1", "unit-brimob-a", target="")
    assert [button.text() for button in card.buttons] == [
        n for _, n in board.roster.places.kecamatan
    ]
    press(card, Qt.Key.Key_1)
    painted(board)
    hand.ms += SEEN
    QTest.keyClicks(card.reason, "pengamanan KPU")
    press(card, Qt.Key.Key_Return)
    [sent] = desk.commands
    assert isinstance(sent, MoveUnits)
    assert (sent.unit_ids, sent.area) == (
        (FREE, "unit-brimob-a"),
        board.roster.places.kecamatan[0][0],
    )
    assert sent.costs["cover 35.73.05"] == "1 0"


def test_an_operator_sees_why_a_move_is_not_theirs(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, FREE, target="")
    assert not card.go.isEnabled()
    assert card.go.toolTip()
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    assert desk.commands == []


def test_a_liaison_is_told_that_it_is_not_theirs(
    new_desk: MakeDesk, qtbot: QtBot, hand: Hand
) -> None:
    desk = new_desk(role=Role.LIAISON)
    board = BoardPanel(desk.seat)
    qtbot.addWidget(board)
    board.show()
    card = ask(board, desk, FREE)
    assert not card.go.isEnabled()
    assert "SAMAPTA 14:" in lines(card)


def test_the_card_goes_when_its_incident_is_over(board: BoardPanel, desk: Desk, hand: Hand) -> None:
    card = ask(board, desk, FREE)
    desk.change(desk.row("incident", TARGET), status=IncidentStatus.CANCELLED)
    desk.settle()
    assert card.isHidden()


def test_the_card_says_when_it_is_there_and_by_what_that_was_reckoned(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    desk.seat.asking.ask(REASSIGN, subject_of(TARGET, (FREE,)))
    card = board.reassign.card
    assert "perkiraan tiba dihitung…" in lines(card), "it is worked out beside the window"
    painted(board)
    assert "± 14 m (3–30 m), garis lurus: peta jalan belum ada" in lines(card)
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    [sent] = desk.commands
    assert sent.promised[FREE]["by"] == "straight"


def test_a_key_that_counted_on_it_is_not_asked_again_for_minutes_alone(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    card = ask(board, desk, FREE)
    hand.ms += SEEN
    desk.tick(30)
    painted(board)
    press(card, Qt.Key.Key_Return)
    assert len(desk.commands) == 1


def test_whoever_chose_to_pull_finds_it_marked(board: BoardPanel, desk: Desk, hand: Hand) -> None:
    desk.seat.asking.ask(PULL, subject_of("incident-147", ("unit-samapta-09",)))
    painted(board)
    card = board.reassign.card
    assert [button.primary for button in card.buttons] == [False, True, False]
    assert card.reason.text() == "P1 lebih mendesak dari P2"
    hand.ms += SEEN
    press(card, Qt.Key.Key_Return)
    [sent] = desk.commands
    assert isinstance(sent, ReassignUnit)
    assert sent.choice is Reassign.PULL
    assert set(sent.promised) == {"unit-samapta-09"}
    assert sent.costs["minutes SAMAPTA 09"]


def test_nobody_can_say_when_where_the_place_is_not_known(
    board: BoardPanel, desk: Desk, hand: Hand
) -> None:
    desk.change(desk.row("incident", TARGET), lat=None, lon=None)
    desk.settle()
    card = ask(board, desk, FREE)
    assert "perkiraan tiba tidak diketahui" in lines(card)


def test_subjects_travel_whole() -> None:
    assert read_subject(subject_of("i", ["a", "b", "a"])) == ("i", ("a", "b"))
    assert read_subject(subject_of("", ["a"])) == ("", ("a",))


def test_who_cannot_go_is_named_once(board: BoardPanel, desk: Desk, hand: Hand) -> None:
    card = ask(board, desk, FREE, BUSY, target="")
    assert "LANTAS 07 sedang bertugas." in lines(card).splitlines()
