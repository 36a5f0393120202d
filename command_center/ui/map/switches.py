"""Which parts of the map are shown: by a person, kept for that person at this workstation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, Signal

from command_center.ui.personal import personal_file
from command_center.ui.seat import Seat

_SHOWN, _HIDDEN = "shown", "hidden"


@dataclass(frozen=True, slots=True)
class Switch:
    """`title` is what it is called, `note` how to read it or why it shows nothing; `first` is how
    it stands for whoever never touched it."""

    id: str
    title: Callable[[], str]
    note: Callable[[], str]
    first: bool


class Switches(QObject):
    """In the order of the list."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self.all: list[Switch] = []
        self._on: set[str] = set()
        seat.person.changed.connect(self._read)

    def add(self, switch: Switch) -> None:
        self.all.append(switch)
        self._read()

    def is_on(self, id: str) -> bool:
        return id in self._on

    def turn(self, switch: Switch) -> None:
        """The other way; what is seen is what is kept."""
        self._on ^= {switch.id}
        file = self._file()
        if file is not None:
            file.setValue(_key(switch), _SHOWN if self.is_on(switch.id) else _HIDDEN)
            file.sync()
        self.changed.emit()

    def _read(self) -> None:
        """As this person left them."""
        file = self._file()
        kept = {s.id: file.value(_key(s)) if file is not None else None for s in self.all}
        known = (_SHOWN, _HIDDEN)
        self._on = {
            s.id for s in self.all if (kept[s.id] == _SHOWN if kept[s.id] in known else s.first)
        }
        self.changed.emit()

    def _file(self) -> QSettings | None:
        if self._seat.settings is None or not self._seat.person.known:
            return None
        return personal_file(self._seat.settings, self._seat.act.actor, "map")


def _key(switch: Switch) -> str:
    return f"layers/{switch.id}"
