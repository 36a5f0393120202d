"""A room for round trips: the real window on duty, its intake behind it, citizens who complain, and
the hands of somebody at the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from command_center.bootstrap.case_routing import CaseRouting
from command_center.bootstrap.deliveries import make_deliveries
from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.gateway import Intake
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.source_keys import give_key
from command_center.bootstrap.sources import SourceKeeper
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.connectors.gateway.keys import new_master
from command_center.connectors.gateway.server import Listen
from command_center.connectors.posting import Gate
from command_center.domain.incident import Incident
from command_center.domain.room import Alarm, AlarmType, SourceKind
from command_center.domain.unit import UnitStatus
from command_center.exercise.systems import jogo_malang
from command_center.situation.situation import Touched
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.queue.panel import QueuePanel

Panel = TypeVar("Panel", bound=QWidget)
PATIENCE_S = 20.0
MASTER = new_master()
PERSON = {"name": "Sri Wahyuni", "phone": "081233445566", "national_id": "3573014405880003"}
PLACE: dict[str, Any] = {"lat": -7.9513, "lon": 112.6102}
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class TurnedClock:
    """Runs as the machine's own and may be put forward."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def turn(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)


def in_sight(part: QWidget) -> bool:
    return bool(part.visibleRegion().contains(part.rect().center()))


class City:
    """Whoever complains does it by `jmp`; other systems are played with `play`."""

    def __init__(self, room: OpenedRoom, desk: Desk, clock: TurnedClock) -> None:
        self.room, self.desk, self.clock = room, desk, clock
        self.seat, self.situation = desk.seat, desk.seat.situation
        self.detail = self.panel("detail", DetailPanel)
        self.queue = self.panel("queue", QueuePanel)
        self._played: list[Any] = []
        self._gateway = GatewayPart(room, Listen("127.0.0.1", 0), MASTER)
        parts = (SourceKeeper, lambda _: self._gateway, make_deliveries, CaseRouting)
        self.intake = Intake(room, parts)
        self.intake.hold_or_leave()
        self.seat.live.changed.connect(self._heard)
        self.jmp = jogo_malang.make(1, clock, "live")
        self.play(self.jmp)
        name, profile = jogo_malang.NAME, jogo_malang.PROFILE
        self.read(jogo_malang.SOURCE_ID, name, self.jmp.url, profile, reply_url=self.jmp.url)

    def _heard(self, touched: Touched) -> None:
        self.intake.follow(self.situation, touched)

    def panel(self, name: str, kind: type[Panel]) -> Panel:
        found = self.desk.window.docks[name].findChild(kind)
        assert isinstance(found, kind)
        return found

    # --- its systems ---------------------------------------------------------------------------

    def play(self, system: Any) -> None:
        system.start()
        self._played.append(system)

    def administer(self, command: object) -> None:
        self.room.lane.submit(command, act=self.room.console).result(PATIENCE_S)

    def read(self, id: str, name: str, url: str, profile: str = "", reply_url: str = "") -> None:
        """From now on the room reads that system."""
        kind = SourceKind.PULL
        self.administer(ConnectSource(id, name, url, True, kind, profile, reply_url=reply_url))

    def let_in(self, id: str, name: str, profile: str = "", reply_url: str = "") -> Gate:
        """From now on that system may post to the room's gateway."""
        kind = SourceKind.PUSH
        self.administer(ConnectSource(id, name, "", True, kind, profile, reply_url=reply_url))
        return Gate(self._gateway.url, give_key(self.room, id, MASTER))

    def stop(self) -> None:
        self.intake.stop()
        for system in self._played:
            system.stop()

    # --- what is known -------------------------------------------------------------------------

    def until(self, true: Callable[[], object], told: Callable[[], str] = str) -> None:
        """`told` is asked what stands instead."""
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, f"it did not come about {told()}"
            self.intake.follow(self.situation)
            QTest.qWait(20)

    def alarm(self, about: AlarmType) -> Alarm | None:
        """The one of that type that stands and that nobody has answered."""
        found = (a for a in self.situation.open_alarms() if a.type is about)
        return next((a for a in found if a.acknowledged_at is None), None)

    def sees(self, id: str, *lines: str) -> None:
        """Until the citizen sees exactly these lines under that complaint."""
        self.until(lambda: [x.text for x in self.jmp.complaints[id].lines] == list(lines))

    def logged(self) -> list[Any]:
        return list(self.room.database.history.entries())

    # --- the hands -----------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, modifiers)

    def type(self, text: str) -> None:
        field = QApplication.focusWidget()
        assert field is not None
        self.until(lambda: in_sight(field))
        QTest.keyClicks(field, text)

    def click(self, part: QWidget | Callable[[], QWidget]) -> None:
        """The detail panel is scrolled to it, once what changed has been laid out. What may be made
        anew meanwhile is given as who finds it."""

        def found() -> QWidget:
            return part if isinstance(part, QWidget) else part()

        def shown() -> bool:
            if self.detail.scroller.isAncestorOf(found()):
                self.detail.scroller.ensureWidgetVisible(found(), 0, 0)
            return in_sight(found())

        def told() -> str:
            there: QWidget | None = found()
            chain = []
            while there is not None and there is not self.detail:
                layout = there.layout()
                needs = layout.heightForWidth(there.width()) if layout is not None else 0
                chain.append(f"{type(there).__name__} {there.geometry().getRect()} needs {needs}")
                there = there.parentWidget()
            return " in ".join(chain)

        self.until(shown, told)
        assert found().isEnabled()
        QTest.mouseClick(found(), Qt.MouseButton.LeftButton)

    def choose(self, box: QComboBox, wanted: object) -> None:
        """With the arrow keys."""
        box.setFocus()
        steps = box.findData(wanted) - box.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert box.currentData() == wanted

    def pick(self, external_id: str) -> Incident:
        """Click the incident of that report in the queue once it is there."""

        def found() -> str:
            for link in self.situation.all("incident_report"):
                report = self.situation.get("report", link.report_id)
                if report is not None and report.external_id == external_id:
                    return str(link.incident_id)
            return ""

        model, view = self.queue.model, self.queue.view
        self.until(lambda: model.row_of(found()) is not None)
        row = view.visualRect(model.index(model.row_of(found()) or 0))
        spot = QPoint(row.left() + row.width() // 3, row.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, PLAIN, spot)
        incident = self.detail.incident
        assert incident is not None
        assert incident.id == found()
        return incident

    def order(self) -> None:
        """The nearest unit, once its card has been seen."""
        cards = self.detail.set
        self.until(lambda: cards.cards and cards.seen(now_ms()) == cards.cards)
        self.press(Qt.Key.Key_Return)

    def reply(self, text: str) -> None:
        self.press(Qt.Key.Key_J)
        self.until(lambda: self.detail.bar.field is not None)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def answer(self, about: AlarmType) -> None:
        """The key answers the most urgent alarm first: until it was one of that type."""
        while self.alarm(about) is not None:
            first = self.situation.open_alarms()[0]
            self.press(Qt.Key.Key_F2)
            self.until(lambda known=first: known not in self.situation.open_alarms())  # type: ignore[misc]

    def close(self, ending: Qt.Key = Qt.Key.Key_1) -> None:
        self.press(Qt.Key.Key_F8)
        self.until(self.detail.bar.isVisible)
        self.press(ending)


@contextmanager
def opened_city(folder: Path) -> Iterator[City]:
    clock = TurnedClock()
    room = open_room(f"sqlite:///{folder / 'room.db'}", clock, RoomPlan())
    unit = RegisterUnit("SAMAPTA 12", "samapta", home="Klojen", status=UnitStatus.AVAILABLE)
    room.lane.submit(unit, act=room.system).result(PATIENCE_S)
    picture = Picture(None, 0.0, 1600, 900, None, None)
    desk = open_desk(room, "test", picture, PANELS, with_duty=True)
    desk.window.start()
    assert QTest.qWaitForWindowActive(desk.window)
    city = City(room, desk, clock)
    try:
        yield city
    finally:
        city.stop()
        desk.window.close()
        desk.close()
        room.close()
        desk.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
