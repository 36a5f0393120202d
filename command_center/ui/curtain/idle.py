"""Draws the curtain when nobody has touched this seat for a while, and follows who sits here."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCursor, QGuiApplication, QWindow
from shiboken6 import isValid

from command_center.domain.errors import OperatorError
from command_center.ports import Connection
from command_center.situation.situation import Touched
from command_center.ui.person import Entered
from command_center.ui.seat import Seat

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_WARN_AT_S = (900, 300, 60)
RESUME_EACH_S = 5.0


class Idle(QObject):
    """Listens to the window that has the keyboard, never to every event of the program; a pointer
    that moved is seen once a second. `idle_s` 0: never."""

    def __init__(
        self,
        seat: Seat,
        idle_s: float,
        parent: QObject,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._seat, self._idle_s, self._now_s = seat, idle_s, monotonic_s
        self._last_s = monotonic_s()
        self._pointer = QCursor.pos()
        self._window: QWindow | None = None
        self._told: float = float("inf")
        self._resuming = False
        self._again_s = 0.0
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._focus_moved)
            self._focus_moved(app.focusWindow())
        seat.live.ticked.connect(self.tick)
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self._person_changed)
        seat.live.connected.connect(self._connected)

    def touch(self) -> None:
        self._last_s = self._now_s()

    def _focus_moved(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def tick(self, now: datetime) -> None:
        pointer = QCursor.pos()
        if pointer != self._pointer:
            self._pointer = pointer
            self.touch()
        person = self._seat.person
        if self._idle_s and self._now_s() - self._last_s >= self._idle_s:
            person.lock("seat_idle")
        person.tick(now)
        self._warn(now)
        if self._now_s() >= self._again_s and self._seat.live.connection.online:
            self.resume()

    def _warn(self, now: datetime) -> None:
        """Say it before the sign-in ends: a quarter of an hour, five minutes, a minute."""
        ends = self._seat.person.ends_soon(now)
        if ends is None:
            self._told = float("inf")
            return
        left = (ends - now).total_seconds()
        due = min((at for at in _WARN_AT_S if left <= at), default=None)
        if due is not None and due < self._told:
            self._told = due
            at = ends.astimezone(self._seat.zone).strftime("%H:%M")
            self._seat.notices.failed(OperatorError("sign_in_ends", at=at))

    def _changed(self, touched: Touched) -> None:
        self._seat.person.follow(self._seat.situation, touched)

    def _connected(self, connection: Connection) -> None:
        if connection.online:
            self.resume()

    def _person_changed(self) -> None:
        self.touch()

    def resume(self) -> None:
        """The database speaks again: make an offline sign-in a real one."""
        person, door = self._seat.person, self._seat.person.door
        entered = person.entered
        if self._resuming or door is None or entered is None or not entered.offline:
            return
        self._resuming, self._again_s = True, self._now_s() + RESUME_EACH_S

        def back(again: Entered) -> None:
            self._resuming = False
            if person.entered is entered:
                locked, why = person.locked, person.why
                person.enter(again)
                if locked:
                    person.lock(why)

        def failed(error: OperatorError) -> None:
            self._resuming = False
            if error.code.startswith("sign_in_") and person.entered is entered:
                person.lock("sign_in_again")

        self._seat.tasks.run(lambda: door.resume(entered), back, failed)
