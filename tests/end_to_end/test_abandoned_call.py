"""One abandoned call of 110 from the exchange's first word to the incident: real HTTP into the
gateway, the real window, and the number in the clear nowhere but on its screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.source_keys import give_key
from command_center.commands.call_rules import SetCallRules
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway.keys import new_master
from command_center.connectors.gateway.server import Listen
from command_center.connectors.posting import Gate
from command_center.domain.calls import CallRules
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.room import AlarmType, SourceKind
from command_center.domain.targets import Targets
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.exercise.systems.exchange import NAME, PROFILE, SOURCE_ID, Exchange, make
from command_center.runtime.clock import LiveClock
from command_center.ui.actions.table import ACTIONS
from command_center.ui.call.form import CallForm
from command_center.ui.call.suggestions import Option
from command_center.ui.calls.panel import CallsPanel
from command_center.ui.calls.sections import Section

Panel = TypeVar("Panel", bound=QWidget)
PATIENCE_S = 20.0
NUMBER = "081233445566"
MASTER = new_master()


class Watch:
    """The window, the clockwork beside it, and the exchange."""

    def __init__(self, room: OpenedRoom, desk: Desk, exchange: Exchange) -> None:
        self.room, self.desk, self.exchange = room, desk, exchange
        self.situation = desk.seat.situation
        self.calls = self.panel("calls", CallsPanel)
        self.form = self.panel("call", CallForm)
        roster = DutyRoster(Targets(), (), lambda lat, lon: None, lambda code: None)
        self._clockwork = Clockwork(room.lane, room.system, roster)

    def panel(self, name: str, kind: type[Panel]) -> Panel:
        found = self.desk.window.docks[name].findChild(kind)
        assert isinstance(found, kind)
        return found

    def call(self) -> PhoneCall:
        (found,) = self.situation.all("phone_call")
        assert isinstance(found, PhoneCall)
        return found

    def alarms(self) -> list[AlarmType]:
        return [alarm.type for alarm in self.situation.open_alarms()]

    def kinds(self) -> list[str]:
        return [stored.entry.kind for stored in self.room.database.history.entries()]

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, "it did not come about"
            self._clockwork.tick(self.situation, self.room.clock.now())
            QTest.qWait(20)


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path) -> Iterator[Watch]:
    room = open_room(f"sqlite:///{tmp_path / 'room.db'}", LiveClock(), RoomPlan())
    connect = ConnectSource(SOURCE_ID, NAME, "", kind=SourceKind.PUSH, profile=PROFILE)
    room.lane.submit(connect, act=room.console).result(PATIENCE_S)
    rules = SetCallRules(CallRules(callback_s=1))
    room.lane.submit(rules, act=room.act).result(PATIENCE_S)
    picture = Picture(None, 0.0, 1600, 900, None, None)
    desk = open_desk(room, "test", picture, PANELS, with_duty=False)
    desk.window.start()
    key = give_key(room, SOURCE_ID, MASTER)
    gateway = GatewayPart(room, Listen("127.0.0.1", 0), MASTER)
    gateway.start()
    exchange = make(1, room.clock, "live")
    exchange.post_to(Gate(gateway.url, key))
    exchange.start()
    found = Watch(room, desk, exchange)
    found.until(lambda: found.situation.seq == len(found.kinds()))
    gateway.follow(found.situation)
    yield found
    exchange.stop()
    gateway.stop()
    desk.window.close()
    desk.close()
    room.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_who_hung_up_is_called_back_and_becomes_an_incident(watch: Watch, tmp_path: Path) -> None:
    seat, window = watch.desk.seat, watch.desk.window
    ringing = watch.exchange.ring(NUMBER, "Klojen")
    watch.until(window.ringing.isVisible)
    watch.exchange.abandon(ringing)
    watch.until(lambda: not window.ringing.isVisible())
    watch.until(lambda: AlarmType.CALLBACK_DUE in watch.alarms())
    ACTIONS["call.back"].perform(seat)
    assert watch.calls.section is Section.BACK
    watch.calls.act("number")
    watch.until(lambda: watch.calls.number.text() == NUMBER)
    QTest.keyClick(watch.calls.question, Qt.Key.Key_1)
    watch.until(lambda: watch.form.draft.phone_call == watch.call().id)
    watch.until(lambda: AlarmType.CALLBACK_DUE not in watch.alarms())
    watch.form.category.choose(Option("", "Laka lantas", "laka_lantas"))
    watch.form.words.setPlainText("dua motor, ada korban luka")
    QTest.keyClick(watch.form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    watch.until(lambda: watch.call().incident_id is not None)
    call = watch.call()
    assert (call.state, call.outcome) == (CallState.ABANDONED, "reached")
    assert call.called_back_by == seat.act.actor
    watch.until(lambda: seat.selection.incident_id == call.incident_id)
    (report,) = watch.situation.reports(str(call.incident_id))
    assert (report.channel, report.reporter_ref) == ("call", call.caller_ref)
    entries = list(watch.room.database.history.entries())
    opened = [one.entry for one in entries if one.entry.kind == "sealed.opened"]
    assert [entry.inputs["result"]["reason"] for entry in opened] == ["telepon balik"]
    assert NUMBER not in repr(entries)
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("room.db*"))
    assert NUMBER.encode() not in stored
