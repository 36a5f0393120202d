"""The ten commonest tasks of a dispatcher, done in the real window with the keyboard alone, and how
many keys each took and how long its last key was from the log and from the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from command_center.bootstrap.desk import Desk
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.domain.incident import Incident, Priority
from command_center.domain.room import SourceKind
from command_center.domain.unit import UnitStatus
from command_center.ports import Outcome
from command_center.ui.call.form import CallForm
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.units.panel import BoardPanel

Panel = TypeVar("Panel", bound=QWidget)
PATIENCE_S = 60.0
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass(slots=True)
class Done:
    """A task as it was done. `keys` without the free words that are typed in any system: what the
    caller said, where it is, a note. Seconds from its last key; `*_work_s`: processor time of this
    process until it was saved, and of the GUI thread until it was painted, which other programs on
    the machine do not lengthen."""

    task: str
    keys: int
    words: int
    saved_s: float
    painted_s: float
    saved_work_s: float
    painted_work_s: float


@dataclass(frozen=True, slots=True)
class _Moment:
    """On the wall, of all of this process, and of the thread that asks."""

    wall_s: float
    process_s: float
    thread_s: float


def _now() -> _Moment:
    return _Moment(time.monotonic(), time.process_time(), time.thread_time())


@dataclass(slots=True)
class _Act:
    begun: _Moment
    seq: int = -1
    saved: _Moment | None = None
    painted: _Moment | None = None
    painting: bool = False


class Hands(QObject):
    """Somebody before the window. Every key goes where the keyboard is. What is painted is looked
    for at the queue, the incident in front and the board alone: a look at every event of the
    program would be most of what is measured."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.seat, self.situation = desk, desk.seat, desk.seat.situation
        self.detail = self.panel("detail", DetailPanel)
        self.queue = self.panel("queue", QueuePanel)
        self.board = self.panel("units", BoardPanel)
        self.form = self.panel("call", CallForm)
        self.line = desk.window.top_bar.search
        self.keys = self.words = 0
        self._last_key = _now()
        self._act: _Act | None = None
        self._submit = desk.seat.executor.submit
        desk.seat.executor.submit = self._submitted  # type: ignore[method-assign]
        self._watched: list[QWidget] = []
        for shown in (self.detail, self.queue, self.board):
            areas = shown.findChildren(QAbstractScrollArea)
            self._watched += [shown, *(area.viewport() for area in areas)]
        for part in self._watched:
            part.installEventFilter(self)

    def panel(self, name: str, kind: type[Panel]) -> Panel:
        found = self.desk.window.docks[name].findChild(kind)
        assert isinstance(found, kind)
        return found

    # --- what becomes of a key -----------------------------------------------------------------

    def _submitted(self, command: Any, **options: Any) -> Future[Outcome]:
        future: Future[Outcome] = self._submit(command, **options)
        if self._act is None:
            self._act = act = _Act(self._last_key)
            future.add_done_callback(partial(self._saved, act))
        return future

    def _saved(self, act: _Act, future: Future[Outcome]) -> None:
        """In the thread of the write lane."""
        act.saved = _now()
        act.seq = future.result().seq or 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        act = self._act
        if act is None or act.painting or not isinstance(event, QPaintEvent):
            return False
        if 0 <= act.seq <= self.situation.seq:
            act.painting = True
            # the paint itself comes after its event filters
            QTimer.singleShot(0, partial(self._painted, act))
        return False

    def _painted(self, act: _Act) -> None:
        act.painted = _now()

    # --- keys ----------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.keys += 1
        self._last_key = _now()
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, modifiers)

    def type(self, text: str, *, free: bool = False) -> None:
        """`free`: words that are typed in any system."""
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)
        if free:
            self.words += len(text)
        else:
            self.keys += len(text)

    def command(self, text: str) -> None:
        """Ctrl+K and what is typed there, still without Enter."""
        self.press(Qt.Key.Key_K, CTRL)
        self.until(self.line.hasFocus)
        self.type(text)

    def until(self, true: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, "it did not come about"
            QTest.qWait(2)

    # --- a task --------------------------------------------------------------------------------

    def do(self, task: str, work: Callable[[], None]) -> Done:
        """Done when it is stored and on the screen."""
        self.keys = self.words = 0
        self._act = None
        work()
        self.until(lambda: self._finished() is not None)
        act = self._finished()
        assert act is not None
        begun, saved, painted = act.begun, act.saved, act.painted
        assert saved is not None
        assert painted is not None
        return Done(
            task,
            self.keys,
            self.words,
            saved.wall_s - begun.wall_s,
            painted.wall_s - begun.wall_s,
            saved.process_s - begun.process_s,
            painted.thread_s - begun.thread_s,
        )

    def _finished(self) -> _Act | None:
        act = self._act
        return act if act is not None and act.painted is not None else None

    def select(self, incident: Incident) -> None:
        """In front, as it is after a click or after B; the selecting itself is not counted."""
        self.seat.selection.select_incident(incident.id)
        self.until(
            lambda: self.detail.incident is not None and self.detail.incident.id == incident.id
        )

    def incident(self, id: str) -> Incident:
        found = self.situation.incident(id)
        assert found is not None
        return found

    # --- the ten -------------------------------------------------------------------------------

    def enter_call(self) -> None:
        """Kind, place, words; the place and the words are the caller's."""
        self.press(Qt.Key.Key_F3)
        self.until(self.form.category.field.hasFocus)
        self.type("cur")
        self.press(Qt.Key.Key_Tab)
        self.type("suhat", free=True)
        self.press(Qt.Key.Key_Tab)
        self.type("motor merah hilang", free=True)
        self.press(Qt.Key.Key_Return, CTRL)

    def take_oldest(self) -> None:
        self.press(Qt.Key.Key_B)
        self.press(Qt.Key.Key_A)

    def take(self) -> None:
        self.press(Qt.Key.Key_A)

    def verify(self) -> None:
        self.press(Qt.Key.Key_V)

    def order_first(self) -> None:
        """Nothing goes that was not seen for a moment: the wait is the person's, not counted."""
        cards = self.detail.set
        self.until(lambda: cards.cards and cards.seen(now_ms()) == cards.cards)
        self.press(Qt.Key.Key_Return)

    def order_named(self, call_sign: str) -> None:
        """The selected incident is offered as the one it is about."""
        self.command("tu")
        self.press(Qt.Key.Key_Tab)
        self.type(call_sign)
        self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Return)

    def choose(self, call_sign: str) -> None:
        self.command(call_sign)
        self.press(Qt.Key.Key_Return)

    def acknowledge(self, call_sign: str) -> None:
        self.choose(call_sign)
        self.press(Qt.Key.Key_T, CTRL | SHIFT)

    def on_scene(self, call_sign: str) -> None:
        self.choose(call_sign)
        self.press(Qt.Key.Key_D, CTRL | SHIFT)

    def merge(self) -> None:
        """Into the first that is offered."""
        self.press(Qt.Key.Key_M)
        self.until(self.detail.bar.isVisible)
        self.press(Qt.Key.Key_1)

    def note(self) -> None:
        self.press(Qt.Key.Key_N)
        self.until(lambda: self.detail.bar.field is not None)
        self.type("massa mulai bubar", free=True)
        self.press(Qt.Key.Key_Return)

    def close(self) -> None:
        self.press(Qt.Key.Key_F8)
        self.until(self.detail.bar.isVisible)
        self.press(Qt.Key.Key_1)

    def stop(self) -> None:
        for part in self._watched:
            part.removeEventFilter(self)


def two_waiting(room: OpenedRoom) -> None:
    """Two units and two reports that nobody has looked at."""
    connect = ConnectSource("jmp", "Jogo Malang Presisi", "", False, SourceKind.PUSH)
    room.lane.submit(connect, act=room.console).result(PATIENCE_S)
    for sign in ("SAMAPTA 12", "SAMAPTA 14"):
        unit = RegisterUnit(sign, "samapta", home="Klojen", status=UnitStatus.AVAILABLE)
        room.lane.submit(unit, act=room.system).result(PATIENCE_S)
    for at, text in enumerate(("Pohon tumbang di jalan", "Lampu jalan padam")):
        report = ReceiveReport("jmp", f"r{at}", "lainnya", text, lat=-7.98, lon=112.63 + at / 50,
                               priority=Priority.P2)  # fmt: skip
        room.lane.submit(report, act=room.system).result(PATIENCE_S)


@dataclass(slots=True)
class Round:
    """All ten, one after another, on what the room has; `free` tells a free unit's call sign when
    one is needed: the first order may have taken any."""

    hands: Hands
    free: Callable[[], str]
    done: list[Done] = field(default_factory=list)

    def run(self, waiting: Incident, *, oldest: bool) -> list[Done]:
        """`waiting` is unowned; with `oldest` it is also the one that B brings."""
        hands = self.hands
        self._do("call", hands.enter_call)
        if oldest:
            self._do("take", hands.take_oldest)
        else:
            hands.select(waiting)
            self._do("take", hands.take)
        assert hands.incident(waiting.id).owner_id == hands.seat.act.actor
        hands.select(waiting)
        self._do("verify", hands.verify)
        self._do("order_first", hands.order_first)
        self._do("note", hands.note)
        hands.select(self._called())
        sign = self.free()
        self._do("order_named", partial(hands.order_named, sign))
        self._do("acknowledge", partial(hands.acknowledge, sign))
        self._do("on_scene", partial(hands.on_scene, sign))
        self._do("merge", hands.merge)
        hands.select(waiting)
        self._do("close", hands.close)
        return self.done

    def _called(self) -> Incident:
        """The incident of the newest call."""
        return max(self.hands.situation.open_incidents(), key=lambda i: (i.opened_at, i.number))

    def _do(self, task: str, work: Callable[[], None]) -> None:
        self.done.append(self.hands.do(task, work))
