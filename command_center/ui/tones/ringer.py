"""Makes the alarms of this seat heard."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from command_center.domain.room import Alarm, AlarmType
from command_center.runtime.tone_player import OFF
from command_center.situation.alarm_rate import in_flood
from command_center.situation.situation import Touched
from command_center.ui.alarms.summary import waiting_here
from command_center.ui.seat import Seat
from command_center.ui.tones.choice import ToneChoice
from command_center.ui.tones.schedule import Schedule
from command_center.ui.tones.synthesis import wav


class Ringer(QObject):
    """Looks when an alarm changes and once a second. What is for a shift lead rings only where one
    sits; the others see it. `played` is what was handed to the player last."""

    def __init__(
        self,
        seat: Seat,
        choice: ToneChoice,
        parent: QObject | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._choice = choice
        self._monotonic = monotonic
        self._schedule = Schedule()
        self.played: AlarmType | None = None
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        self.look()

    @property
    def fault(self) -> str:
        """The code of why nothing is heard here, "" while something is."""
        tone = self._seat.tone
        return OFF if tone is None else tone.fault

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "alarm" in touched.entities:
            self.look()

    def _ticked(self, _: object) -> None:
        self.look()

    def heard_here(self) -> list[Alarm]:
        """What waits and is to be heard at this seat."""
        return waiting_here(self._seat, self._seat.live.now())

    def look(self) -> None:
        alarms = self.heard_here()
        flood = bool(alarms) and in_flood(self._seat.situation, self._seat.live.now())
        kind = self._schedule.due(alarms, self._choice.muted, self._monotonic(), flood)
        if kind is not None:
            self.sound(kind)

    def sound(self, kind: AlarmType) -> None:
        """Play one tone; it is made beside the GUI thread the first time."""
        tone = self._seat.tone
        self.played = kind
        if tone is not None:
            make = partial(wav, kind, self._choice.volume_of(kind))
            self._seat.tasks.run(make, tone.play, self._seat.notices.failed)
