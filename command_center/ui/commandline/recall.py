"""What one person ran from the command line, for Up and Down: kept at this workstation, without a
word that anybody said of anybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from command_center.ui.person import NOBODY
from command_center.ui.personal import personal_file
from command_center.ui.seat import Seat

MOST, LONGEST = 50, 200
_KEY = "lines"


class Recall(QObject):
    """Up goes back, Down comes forward again to the empty line. Another person has other lines."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._actor = NOBODY
        self._lines: list[str] = []
        self._at: int | None = None
        seat.person.changed.connect(self._follow)
        self._follow()

    @property
    def lines(self) -> Sequence[str]:
        """The newest last."""
        return self._lines

    @property
    def walking(self) -> bool:
        """Whether the line shows something that was run before."""
        return self._at is not None

    def back(self) -> str | None:
        """The line before; None if there is none."""
        at = (len(self._lines) if self._at is None else self._at) - 1
        if at < 0:
            return None
        self._at = at
        return self._lines[at]

    def forward(self) -> str:
        """The line after, "" behind the newest."""
        at = (len(self._lines) if self._at is None else self._at) + 1
        self._at = at if at < len(self._lines) else None
        return self._lines[at] if self._at is not None else ""

    def rest(self) -> None:
        """The next Up begins at the newest again."""
        self._at = None

    def keep(self, line: str) -> None:
        """Something was run; the same line is kept once."""
        self.rest()
        line = line[:LONGEST]
        if not line.strip():
            return
        self._lines = [*(one for one in self._lines if one != line), line][-MOST:]
        if self._seat.settings is not None and self._actor != NOBODY:
            personal_file(self._seat.settings, self._actor, "command").setValue(_KEY, self._lines)

    def _follow(self) -> None:
        actor = self._seat.act.actor
        if actor == self._actor:
            return
        self._actor, self._lines, self._at = actor, [], None
        if self._seat.settings is None or actor == NOBODY:
            return
        kept = personal_file(self._seat.settings, actor, "command").value(_KEY)
        kept = [kept] if isinstance(kept, str) else kept
        if isinstance(kept, list):
            self._lines = [line[:LONGEST] for line in kept if isinstance(line, str)][-MOST:]
