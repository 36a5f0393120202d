"""The real window over a real room: what comes in is seen, what is done is logged."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.notes import AddNote
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.log import StoredEntry
from command_center.domain.room import Source, SourceKind
from command_center.domain.unit import OrderStatus, UnitStatus
from command_center.exercise.records.server import GrowingBook, RecordServer
from command_center.runtime.clock import LiveClock
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.units.panel import BoardPanel

Panel = TypeVar("Panel", bound=QWidget)
PATIENCE_S = 30.0
QUIET_S = 0.6
SIGN = "SAMAPTA 12"


class Cable:
    """Between the feed and the window: cut, and put back where the window stands."""

    def __init__(self, room: OpenedRoom) -> None:
        self._feed = room.database.feed
        self._start = self._feed.start
        self._feed.start = self._remember  # type: ignore[method-assign]

    def _remember(self, after: int, deliver: Callable[[Sequence[StoredEntry]], None]) -> None:
        self._deliver = deliver
        self._start(after, deliver)

    def cut(self) -> None:
        self._feed.stop()

    def put_back(self, after: int) -> None:
        self._start(after, self._deliver)


class Seat:
    """One person before the window, and a source that can be given something to report."""

    def __init__(self, room: OpenedRoom, desk: Desk, book: GrowingBook, cable: Cable) -> None:
        self.room, self.desk, self.book, self.cable = room, desk, book, cable
        self.situation = desk.seat.situation
        self.queue = self.panel("queue", QueuePanel)
        self.board = self.panel("units", BoardPanel)
        self.detail = self.panel("detail", DetailPanel)

    def panel(self, name: str, kind: type[Panel]) -> Panel:
        found = self.desk.window.docks[name].findChild(kind)
        assert isinstance(found, kind)
        return found

    def report(self, id: str, text: str) -> Incident:
        """A citizen's report by HTTP; the incident once the window knows it."""
        self.book.add({
            "type": "report", "id": id, "at": "2026-11-21T07:00:00Z", "category": "unjuk_rasa",
            "text": text, "lat": -7.98, "lon": 112.63,
        })  # fmt: skip
        self.until(lambda: any(i.title == text for i in self.situation.all("incident")))
        found: Incident = next(i for i in self.situation.all("incident") if i.title == text)
        return found

    def incident(self, id: str) -> Incident:
        found = self.situation.incident(id)
        assert found is not None
        return found

    def act(self, action_id: str, kind: str) -> None:
        """Perform an action; done when the window has folded the entry of that kind."""
        before = self.kinds().count(kind)
        action = ACTIONS[action_id]
        assert action.reason(self.desk.seat) is None
        action.perform(self.desk.seat)
        self.follow(kind, before)

    def follow(self, kind: str, before: int) -> None:
        self.until(lambda: self.kinds().count(kind) == before + 1)
        self.until(lambda: self.situation.seq == len(self.kinds()))

    def kinds(self) -> list[str]:
        return [stored.entry.kind for stored in self.room.database.history.entries()]

    def rows(self) -> list[str]:
        """Titles in the queue from top to bottom."""
        model = self.queue.model
        return [model.row_at(at).title for at in range(model.rowCount())]

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, "it did not come about"
            QTest.qWait(10)


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Seat]:
    room = open_room(f"sqlite:///{tmp_path / 'room.db'}", LiveClock(), RoomPlan())
    cable = Cable(room)
    unit = RegisterUnit(SIGN, "samapta", crew=4, home="Klojen", status=UnitStatus.AVAILABLE)
    room.lane.submit(unit, act=room.system).result(PATIENCE_S)
    book = GrowingBook()
    server = RecordServer(book)
    server.start()
    connect = ConnectSource("jmp", "Jogo Malang Presisi", server.url)
    room.lane.submit(connect, act=room.console).result(PATIENCE_S)
    desk = open_desk(
        room, "test", Picture(None, 0.0, 1600, 900, None, None), PANELS, with_duty=False
    )
    desk.window.start()
    room.connect(Source("jmp", 1, connect.name, SourceKind.PULL, server.url, True, ""))
    yield Seat(room, desk, book, cable)
    desk.window.close()
    desk.close()
    room.close()
    server.stop()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _answered(card: QWidget) -> bool:
    """By Enter on the card that shows the price, which asks again until it was seen."""
    if card.isVisible():
        QTest.keyClick(card, Qt.Key.Key_Return)
    return not card.isVisible()


def test_a_report_becomes_finished_work(seat: Seat) -> None:
    incident = seat.report("r1", "Massa mendorong pagar")
    assert seat.rows() == ["Massa mendorong pagar"]
    seat.desk.seat.selection.select_incident(incident.id)
    seat.act("incident.take", "incident.taken")
    assert seat.incident(incident.id).owner_id == seat.desk.seat.act.actor
    seat.act("incident.verify", "incident.verified")
    assert seat.queue.model.row_at(0).verified
    unit = next(iter(seat.situation.all("unit")))
    before = seat.kinds().count("units.ordered")
    seat.queue.view.dropped.emit(incident.id, (unit.id,))
    seat.until(seat.board.reassign.card.isVisible)
    seat.until(lambda: _answered(seat.board.reassign.card))
    seat.follow("units.ordered", before)
    chips = seat.queue.model.row_at(0).units
    assert [(chip.call_sign, chip.status) for chip in chips] == [(SIGN, OrderStatus.ORDERED)]
    assert seat.board.model.units[unit.id].row.status is UnitStatus.ORDERED
    seat.desk.seat.selection.select_unit(unit.id)
    seat.act("unit.acknowledge", "order.acknowledged")
    assert seat.queue.model.row_at(0).units[0].status is OrderStatus.ACCEPTED
    before = seat.kinds().count("incident.closed")
    ACTIONS["incident.close"].perform(seat.desk.seat)
    QTest.keyClick(seat.detail.bar, Qt.Key.Key_1)
    seat.follow("incident.closed", before)
    assert seat.incident(incident.id).status is IncidentStatus.CLOSED
    assert seat.rows() == []
    assert seat.board.model.units[unit.id].row.status is UnitStatus.AVAILABLE


def test_what_the_window_promised_stands_in_the_log(seat: Seat) -> None:
    incident = seat.report("r1", "Massa mendorong pagar")
    seat.desk.seat.selection.select_incident(incident.id)
    cards = seat.detail.set
    seat.until(lambda: bool(cards.cards) and cards.seen(now_ms()) == cards.cards)
    [shown] = [card.offer for card in seat.detail.strip.shown if card.offer is not None]
    seat.act("incident.order", "units.ordered")
    [entry] = [
        stored.entry
        for stored in seat.room.database.history.entries()
        if stored.entry.kind == "units.ordered"
    ]
    promised = entry.inputs["promised"][shown.unit_id]
    assert promised["by"] == "straight"
    assert promised["seconds"] == round(shown.drive.seconds, 1)


def test_nothing_moves_but_by_the_feed(seat: Seat) -> None:
    seat.report("r1", "Massa mendorong pagar")
    seat.until(lambda: "source.read" in seat.kinds())
    seat.until(lambda: seat.situation.seq == len(seat.kinds()))
    seat.cable.cut()
    seq = seat.situation.seq
    seat.book.add({
        "type": "report", "id": "r2", "at": "2026-11-21T07:01:00Z", "category": "laka_lantas",
        "text": "Tabrakan beruntun", "lat": -7.97, "lon": 112.62,
    })  # fmt: skip
    seat.until(lambda: seat.kinds().count("report.received") == 2)
    first = next(iter(seat.situation.all("incident")))
    seat.room.lane.submit(AddNote(first.id, "lima orang")).result(PATIENCE_S)
    QTest.qWait(int(QUIET_S * 1000))
    assert seat.situation.seq == seq
    assert seat.rows() == ["Massa mendorong pagar"]
    seat.cable.put_back(seq)
    seat.until(lambda: seat.situation.seq == len(seat.kinds()))
    assert sorted(seat.rows()) == ["Massa mendorong pagar", "Tabrakan beruntun"]
