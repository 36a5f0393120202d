"""The real window while its PostgreSQL is stopped and started again: nothing entered is lost,
nothing is done twice, and what two desks did apart is shown."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.kept import paper_folder
from command_center.bootstrap.offline import OfflineExecutor
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.commands.reported import ReportOrder
from command_center.commands.room import RegisterUnit
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType
from command_center.domain.unit import UnitStatus
from command_center.ports import Connection, LinkState, Outcome
from command_center.runtime.clock import LiveClock
from command_center.situation.board import board_row
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.index import Index
from command_center.ui.offline.dispute_card import DisputeCard
from tests.postgres import Server, running_server

pytestmark = pytest.mark.postgres
PATIENCE_S = 30.0


class Seat:
    """Somebody at the window, and the server they work on."""

    def __init__(self, server: Server, room: OpenedRoom, desk: Desk) -> None:
        self.server, self.room, self.desk = server, room, desk
        self.situation, self.seat = desk.seat.situation, desk.seat

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, "it did not come about"
            QTest.qWait(10)

    def do(self, command: object) -> Outcome:
        """As the window does it; the answer once the GUI thread has it."""
        said: list[Outcome | OperatorError] = []
        self.seat.submit(command, said.append, said.append)
        self.until(lambda: bool(said))
        (answer,) = said
        if isinstance(answer, OperatorError):
            raise answer
        return answer

    def refusal(self, command: object) -> str:
        with pytest.raises(OperatorError) as refused:
            self.do(command)
        return refused.value.code

    def unit_id(self, call_sign: str) -> str:
        return next(str(u.id) for u in self.situation.all("unit") if u.call_sign == call_sign)

    def cut(self) -> None:
        self.server.stop(signal.SIGQUIT)
        self.until(lambda: self.seat.live.connection.state is LinkState.OFFLINE)

    def mend(self) -> None:
        self.server.start()
        self.until(lambda: not self.seat.live.overlay.items)

    def log(self) -> list[str]:
        return [stored.entry.kind for stored in self.room.database.history.entries()]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_server() as running:
        if running is None:
            pytest.skip("PostgreSQL is not installed (apt install postgresql)")
        yield running


@pytest.fixture
def seat(qapp: QApplication, server: Server) -> Iterator[Seat]:
    room = open_room(server.url(server.new_database()), LiveClock(), RoomPlan())
    for call_sign in ("SAMAPTA 12", "LANTAS 03"):
        unit = RegisterUnit(
            call_sign, "samapta", crew=4, home="Klojen", status=UnitStatus.AVAILABLE
        )
        room.lane.submit(unit, act=room.system).result(PATIENCE_S)
    picture = Picture(None, 0.0, 1600, 900, None, None)
    desk = open_desk(room, "test", picture, PANELS, with_duty=True)
    desk.window.start()
    yield Seat(server, room, desk)
    desk.window.close()
    desk.close()
    room.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_what_is_entered_in_an_outage_is_in_the_room_once_afterwards(
    seat: Seat, caplog: pytest.LogCaptureFixture
) -> None:
    seat.cut()
    before = QApplication.focusWidget()
    call = seat.do(EnterCall("kebakaran", "asap tebal", "Jl. Ijen 5"))
    id, alias = str(call.result["incident_id"]), str(call.result["alias"])
    assert call.local
    seat.until(lambda: seat.situation.incident(id) is not None)
    seat.do(AddNote(id, "dua korban"))
    seat.do(ReportOrder(id, seat.unit_id("SAMAPTA 12"), "segera"))
    seat.do(SetUnitStatus(seat.unit_id("LANTAS 03"), UnitStatus.BREAK))
    order = OrderUnits(id, (seat.unit_id("LANTAS 03"),), "segera")
    # an attempt that was under way is told first that the server is gone
    seat.until(lambda: seat.refusal(order) == "offline_only_additive")
    seat.until(lambda: len(seat.seat.live.overlay.items) == 4)
    named = Index(seat.situation).incident(alias)
    assert named is not None
    assert (named.id, named.number, seat.situation.kept["incident", id]) == (id, 0, 3)
    assert QApplication.focusWidget() is before
    seat.mend()
    seat.until(lambda: seat.situation.kept.total() == 0)
    real = seat.situation.incident(id)
    assert real is not None
    assert (real.alias, real.number > 0) == (alias, True)
    held = seat.situation.active_assignment(seat.unit_id("SAMAPTA 12"))
    assert held is not None
    assert held.incident_id == id
    lantas = seat.situation.unit(seat.unit_id("LANTAS 03"))
    assert lantas is not None
    assert lantas.status is UnitStatus.BREAK
    kinds = seat.log()
    once = ("call.entered", "note.added", "order.reported", "unit.status")
    assert [kinds.count(kind) for kind in once] == [1] * len(once)
    assert [kind for kind in kinds if kind in once] == list(once)


def test_orders_of_two_desks_apart_are_decided_by_the_shift_lead(seat: Seat) -> None:
    here = str(seat.do(EnterCall("massa", "massa", "Jl. Tugu")).result["incident_id"])
    there = str(seat.do(EnterCall("kebakaran", "api", "Jl. Ijen")).result["incident_id"])
    unit = seat.unit_id("SAMAPTA 12")
    now = seat.seat.live.now()
    executor = seat.seat.executor
    assert isinstance(executor, OfflineExecutor)
    executor.connected(Connection(LinkState.OFFLINE, now, now))
    assert seat.do(ReportOrder(here, unit, "lewat radio")).local
    other = OrderUnits(there, (unit,), "segera")
    seat.room.lane.submit(other, act=seat.room.act).result(PATIENCE_S)
    executor.connected(Connection(LinkState.ONLINE, now, now))
    seat.until(lambda: len(seat.situation.disputes()) == 1)
    seat.until(lambda: _alarmed(seat))
    detail = seat.desk.window.docks["detail"].findChild(DisputeCard)
    assert isinstance(detail, DisputeCard)
    for id in (there, here):  # both incidents say so
        seat.seat.selection.select_incident(id)
        seat.until(lambda: not detail.isHidden())
        orders = seat.situation.on_it(id)
        assert [order.unit_id for order in orders] == [unit]
    row = board_row(seat.situation, seat.situation.tables.rows["unit"][unit])
    assert row.disputed is not None
    assert "Pertama" in detail.lines[0].text()
    detail.keep(0)
    seat.until(lambda: seat.situation.disputes() == [])
    held = seat.situation.active_assignment(unit)
    assert held is not None
    assert held.incident_id == here
    seat.until(lambda: not _alarmed(seat))
    assert detail.isHidden()


def _alarmed(seat: Seat) -> bool:
    return any(a.type is AlarmType.ORDER_CONFLICT for a in seat.situation.open_alarms())


def test_the_paper_is_there_before_anything_fails(seat: Seat) -> None:
    folder = paper_folder(seat.room)
    seat.until(lambda: any(folder.glob("*.html")))
    text = next(folder.glob("*.html")).read_text(encoding="utf-8")
    assert "SAMAPTA 12" in text
    ACTIONS["view.paper"].perform(seat.seat)
    seat.until(lambda: any(folder.glob("*.pdf")))
    pdf = next(folder.glob("*.pdf")).read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"%%EOF" in pdf[-16:]
