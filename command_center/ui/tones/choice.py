"""What one person set about tones at this workstation: how loud, and which kinds are mute."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from command_center.commands.alarms import RANKS
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType
from command_center.ui.personal import personal_file
from command_center.ui.seat import Seat

NORMAL, LOUDEST = 80, 100
FLOOR = 50
"""Below this percentage no tone of rank 1 is played, however the rest is set."""
STEP = 10


class ToneChoice(QObject):
    """Kept in a file per person; whoever sits here next has their own. `changed` after each."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.volume = NORMAL
        self.muted: frozenset[AlarmType] = frozenset()
        seat.person.changed.connect(self._read)
        self._read()

    def volume_of(self, kind: AlarmType) -> int:
        """Percent, never 0: what shall not be heard is muted, which shows."""
        least = FLOOR if RANKS[kind] == 1 else STEP
        return max(least, self.volume)

    def set_volume(self, percent: int) -> None:
        """In whole steps."""
        self.volume = min(LOUDEST, max(STEP, round(percent / STEP) * STEP))
        self._keep()

    def mute(self, kind: AlarmType, mute: bool) -> None:
        """OperatorError("tone_rank_one") for what is too urgent to be muted."""
        if mute and RANKS[kind] == 1:
            raise OperatorError("tone_rank_one")
        self.muted = self.muted | {kind} if mute else self.muted - {kind}
        self._keep()

    def _read(self) -> None:
        folder = self._seat.settings
        if folder is None:
            return
        file = self._file(folder)
        kept = str(file.value("volume", ""))
        self.volume = int(kept) if kept.isdigit() else NORMAL
        self.volume = min(LOUDEST, max(STEP, self.volume))
        named = set(str(file.value("muted", "")).split())
        self.muted = frozenset(k for k in AlarmType if k.value in named and RANKS[k] > 1)
        self.changed.emit()

    def _keep(self) -> None:
        folder = self._seat.settings
        if folder is not None:
            file = self._file(folder)
            file.setValue("volume", self.volume)
            file.setValue("muted", " ".join(sorted(kind.value for kind in self.muted)))
        self.changed.emit()

    def _file(self, folder: Path) -> QSettings:
        return personal_file(folder, self._seat.act.actor, "tones")
