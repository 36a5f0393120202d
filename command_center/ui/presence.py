"""Who else is editing what, and what this seat is editing: said to the others and heard of them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from command_center.domain.errors import OperatorError
from command_center.ports import Editing, PresenceLines

log = logging.getLogger(__name__)
SAY_S, HEAR_S, END_S = 3.0, 1.0, 3.0
Tell = Callable[[tuple[Editing, ...]], object]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one row."""

    entity: str
    id: str
    name: str


class Presence(QObject):
    """Belongs to the GUI thread and never waits: a thread of its own talks to the database.
    Without one, `start` never called, this seat is alone."""

    changed = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.others: tuple[Editing, ...] = ()
        self._mine: tuple[Field, str] | None = None
        self._voice: _Voice | None = None
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def start(self, lines: PresenceLines, window: str) -> None:
        """Speak and listen as `window` until `stop`."""
        self._voice = _Voice(lines, window, self._heard.emit)
        self._voice.begin()

    def stop(self) -> None:
        voice, self._voice = self._voice, None
        if voice is not None:
            voice.end()

    @property
    def mine(self) -> Field | None:
        return self._mine[0] if self._mine else None

    def edit(self, field: Field, staff_id: str) -> None:
        """This seat begins to edit the field."""
        self._say((field, staff_id))

    def leave(self, field: Field) -> None:
        """It no longer does; nothing happens if it went on to another meanwhile."""
        if self._mine is not None and self._mine[0] == field:
            self._say(None)

    def _say(self, mine: tuple[Field, str] | None) -> None:
        if mine != self._mine:
            self._mine = mine
            if self._voice is not None:
                self._voice.say(mine)

    def _hear(self, others: tuple[Editing, ...]) -> None:
        if others != self.others:
            self.others = others
            self.changed.emit()

    def on(self, entity: str, id: str) -> tuple[Editing, ...]:
        """The others at any field of the row."""
        return tuple(e for e in self.others if (e.entity, e.id) == (entity, id))


class _Voice:
    """The thread: says what it was told last, at once and every few seconds, and listens."""

    def __init__(self, lines: PresenceLines, window: str, tell: Tell) -> None:
        self._lines = lines
        self._window = window
        self._tell = tell
        self._wake = threading.Condition()
        self._mine: tuple[Field, str] | None = None
        self._said: tuple[Field, str] | None = None
        self._since_said_s = 0.0
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="presence", daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def say(self, mine: tuple[Field, str] | None) -> None:
        with self._wake:
            self._mine = mine
            self._wake.notify()

    def end(self) -> None:
        with self._wake:
            self._ended, self._mine = True, None
            self._wake.notify()
        self._thread.join(END_S)

    def _run(self) -> None:
        while True:
            with self._wake:
                if not self._ended and self._mine == self._said:
                    self._wake.wait(HEAR_S)
                    self._since_said_s += HEAR_S
                mine, ended = self._mine, self._ended
            try:
                self._speak(mine)
                others: Sequence[Editing] = [] if ended else self._lines.present()
            except OperatorError as error:
                log.info("presence not told: %s", error.code)
                others = []
                self._pause(ended)
            if ended:
                return
            self._tell(tuple(e for e in others if e.window != self._window))

    def _speak(self, mine: tuple[Field, str] | None) -> None:
        if mine is None:
            if self._said is not None:
                self._lines.leave(self._window)
        elif mine != self._said or self._since_said_s >= SAY_S:
            field, staff_id = mine
            self._lines.put(Editing(self._window, staff_id, field.entity, field.id, field.name))
            self._since_said_s = 0.0
        self._said = mine

    def _pause(self, ended: bool) -> None:
        """A database that refuses at once is not asked without pause."""
        if not ended:
            with self._wake:
                self._wake.wait(HEAR_S)
