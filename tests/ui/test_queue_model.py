"""The queue's rows: their order, how they move, what is counted and what is held still."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.situation.queue import QueueRow
from command_center.situation.situation import Touched
from command_center.ui.queue.ledger import Tab
from command_center.ui.queue.model import EVERYTHING, ROW_ROLE, QueueModel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, incident, picture_rows
from tests.ui.seats import Desk

CHECKED = QAbstractItemModelTester.FailureReportingMode.Warning  # a Qt warning fails the test


class Bench:
    """A model on a desk's situation, checked by Qt's own tester after every change."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.model = QueueModel()
        self.tester = QAbstractItemModelTester(self.model, CHECKED)
        desk.seat.live.changed.connect(self.take)
        self.take(Touched(everything=True))

    def take(self, touched: Touched) -> None:
        self.model.apply(touched, self.desk.seat.situation, self.desk.clock.now())

    def rows(self) -> list[QueueRow]:
        return [self.model.index(n).data(ROW_ROLE) for n in range(self.model.rowCount())]

    def numbers(self) -> list[int]:
        return [row.number for row in self.rows()]

    def add(self, number: int, priority: Priority, age_s: float = 0.0) -> Incident:
        made = incident(number, f"Kejadian {number}", priority, age_s, status=IncidentStatus.NEW)
        self.desk.add(made)
        self.desk.settle()
        return made

    def change(self, number: int, **fields: Any) -> None:
        self.desk.change(self.desk.row("incident", f"incident-{number}"), **fields)
        self.desk.settle()


@pytest.fixture
def bench(desk: Desk, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(desk)
    yield made
    made.tester.deleteLater()
    made.model.deleteLater()


def in_order(bench: Bench) -> bool:
    now = bench.desk.clock.now()
    keys = [row.order(now) for row in bench.rows()]
    return keys == sorted(keys)


def test_rows_stand_by_priority_then_missed_target_then_newest(bench: Bench) -> None:
    assert bench.numbers() == [147, 146, 148, 149, 143, 140, 145, 142]
    assert in_order(bench)


def test_every_count_is_the_number_of_rows_its_tab_shows(bench: Bench) -> None:
    for tab in Tab:
        bench.model.show_tab(tab)
        assert bench.model.ledger.count(tab) == len(bench.numbers()), tab
    assert [bench.model.ledger.count(tab) for tab in Tab] == [8, 2, 2, 9]


def test_a_tab_shows_only_its_own(bench: Bench) -> None:
    bench.model.show_tab(Tab.NEW)
    assert {row.status for row in bench.rows()} == {IncidentStatus.NEW}
    bench.model.show_tab(Tab.LATE)
    assert all(row.is_late(NOW) for row in bench.rows())
    bench.model.show_tab(Tab.ALL)
    assert bench.numbers()[-1] == 139, "what has ended stands last"


def test_a_new_incident_is_inserted_where_it_belongs(bench: Bench) -> None:
    bench.add(150, Priority.P2)
    assert bench.numbers() == [147, 146, 148, 150, 149, 143, 140, 145, 142]


def test_another_priority_moves_the_row(bench: Bench) -> None:
    bench.change(142, priority=Priority.P1)
    assert bench.numbers() == [147, 146, 142, 148, 149, 143, 140, 145]


def test_a_closed_incident_leaves_and_a_merged_one_is_no_row_at_all(bench: Bench) -> None:
    bench.change(143, status=IncidentStatus.CLOSED, closed_at=NOW)
    bench.change(148, status=IncidentStatus.MERGED, merged_into="incident-149")
    assert bench.numbers() == [147, 146, 149, 140, 145, 142]
    bench.model.show_tab(Tab.ALL)
    assert 143 in bench.numbers()
    assert 148 not in bench.numbers()


def test_a_row_moves_when_its_target_passes_without_any_message(bench: Bench) -> None:
    before = bench.numbers()
    bench.model.tick(bench.desk.clock.forward(30))
    assert bench.numbers() != before
    assert in_order(bench)
    assert bench.numbers()[2:5] == [149, 148, 143]
    assert bench.model.ledger.count(Tab.LATE) == 3


def test_a_row_that_was_answered_in_time_does_not_become_late(bench: Bench) -> None:
    bench.change(149, status=IncidentStatus.HANDLED, verified_at=NOW, first_order_at=NOW)
    bench.model.tick(bench.desk.clock.forward(60))
    assert not bench.model.ledger.is_late("incident-149")


def test_hundreds_of_random_changes_leave_the_order_right(bench: Bench) -> None:
    dice = random.Random(7)
    number = 200
    for _ in range(60):
        what = dice.random()
        if what < 0.4:
            number += 1
            bench.add(number, dice.choice(list(Priority)), dice.uniform(0, 4000))
        elif what < 0.8:
            bench.change(dice.choice(bench.numbers()), priority=dice.choice(list(Priority)))
        elif bench.numbers():
            bench.change(dice.choice(bench.numbers()), status=IncidentStatus.CLOSED)
        bench.model.tick(bench.desk.clock.forward(dice.uniform(0, 40)))
        assert in_order(bench)
        assert bench.model.ledger.count(Tab.ACTIVE) == bench.model.rowCount()


def test_what_the_situation_forgot_is_no_row_any_more(bench: Bench) -> None:
    bench.model.show_tab(Tab.ALL)
    before = bench.numbers()
    del bench.desk.seat.situation.tables.rows["incident"]["incident-139"]
    bench.take(Touched(incidents={"incident-139"}))
    assert bench.numbers() == [number for number in before if number != 139]
    assert "incident-139" not in bench.model.ledger.rows


def test_a_reload_keeps_rows_that_stand(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bench.model.modelReset):
        bench.take(Touched(everything=True))
    assert len(bench.numbers()) == 8


def grow_late(bench: Bench, count: int) -> list[int]:
    """New incidents of a rank below all others whose targets pass together."""
    numbers = list(range(300, 300 + count))
    for number in numbers:
        bench.add(number, Priority.P3)
    return numbers


def test_many_that_become_late_at_once_are_moved_as_one(bench: Bench, qtbot: QtBot) -> None:
    grow_late(bench, 6)
    followed = [QPersistentModelIndex(bench.model.index(n)) for n in range(len(bench.numbers()))]
    numbers = bench.numbers()
    with (
        qtbot.assertNotEmitted(bench.model.rowsMoved),
        qtbot.waitSignal(bench.model.layoutChanged, timeout=0),
    ):
        bench.model.tick(bench.desk.clock.forward(7200))
    assert bench.numbers() != numbers
    assert in_order(bench)
    rows = [index.data(ROW_ROLE) for index in followed]
    assert [row.number for row in rows] == numbers, "who was chosen stays chosen"


def test_many_that_become_late_wait_while_the_rows_are_held(bench: Bench) -> None:
    grow_late(bench, 6)
    before = bench.numbers()
    bench.model.hold(EVERYTHING)
    bench.model.tick(bench.desk.clock.forward(7200))
    assert bench.numbers() == before
    assert bench.model.held > 3
    bench.model.hold(-1)
    assert bench.numbers() != before
    assert in_order(bench)


# --- holding still -----------------------------------------------------------------------------


def test_what_would_move_the_row_under_the_pointer_waits(bench: Bench) -> None:
    before = bench.numbers()
    bench.model.hold(2)
    bench.add(150, Priority.P1)
    assert bench.numbers() == before
    assert (bench.model.held_new, bench.model.held) == (1, 1)
    bench.model.hold(-1)
    assert bench.numbers()[0] == 150
    assert bench.model.held == 0


def test_what_happens_below_the_pointer_goes_on(bench: Bench) -> None:
    bench.model.hold(2)
    bench.add(150, Priority.P4)
    assert bench.numbers()[-1] == 150
    bench.change(142, status=IncidentStatus.CLOSED)
    assert 142 not in bench.numbers()
    assert bench.model.held == 0


def test_a_held_row_still_shows_what_is_new_about_it(bench: Bench) -> None:
    bench.model.hold(0)
    bench.change(147, title="Massa bubar", status=IncidentStatus.CLOSED)
    assert bench.rows()[0].title == "Massa bubar"
    assert bench.model.held == 1


def test_during_a_drag_nothing_moves_at_all(bench: Bench) -> None:
    before = bench.numbers()
    bench.model.hold(EVERYTHING)
    bench.add(150, Priority.P4)
    bench.change(145, priority=Priority.P1)
    bench.change(142, status=IncidentStatus.CLOSED)
    bench.model.tick(bench.desk.clock.forward(30))
    assert bench.numbers() == before
    bench.model.hold(-1)
    assert in_order(bench)
    assert set(bench.numbers()) == {*before, 150} - {142}


def test_catching_up_once_keeps_holding(bench: Bench) -> None:
    bench.model.hold(EVERYTHING)
    bench.add(150, Priority.P1)
    bench.model.release()
    assert bench.numbers()[0] == 150
    bench.add(151, Priority.P1)
    assert 151 not in bench.numbers()


def test_a_held_row_that_returns_to_its_place_waits_no_longer(bench: Bench) -> None:
    bench.model.hold(EVERYTHING)
    bench.change(145, priority=Priority.P1)
    assert bench.model.held == 1
    bench.change(145, priority=Priority.P3)
    assert bench.model.held == 0


def test_ties_are_told_apart_by_id(new_desk: MakeDesk, qtbot: QtBot) -> None:
    twin = incident(1, "a", Priority.P2, 10)
    rows = [replace(twin, id=f"twin-{n}", number=n) for n in (3, 1, 2)]
    model = QueueModel()
    desk = new_desk(rows=[*picture_rows()[:20], *rows])
    model.apply(Touched(everything=True), desk.seat.situation, NOW + timedelta(seconds=1))
    assert [model.row_at(n).number for n in range(3)] == [1, 2, 3]
