"""When which tone rings: the most urgent first, none too often, none for what was muted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from command_center.domain.room import Alarm, AlarmType

GAP_S = 2.0
"""Between any two tones; ten seconds while alarms come as a flood."""
FLOOD_GAP_S = 10.0
TYPE_GAP_S = 10.0
"""Between two tones of one type: many alarms of it are one ring."""
AGAIN_S = {1: 20.0, 2: 90.0}
"""By rank: how often a tone comes again while nobody answers. Others ring once."""


class Schedule:
    """Fed once a second with the alarms that wait, by seconds of a clock that never steps."""

    def __init__(self) -> None:
        self._rung: dict[str, float] = {}
        self._of_type: dict[AlarmType, float] = {}
        self._last_s = float("-inf")

    def due(
        self,
        waiting: Sequence[Alarm],
        muted: Collection[AlarmType],
        now_s: float,
        flood: bool = False,
    ) -> AlarmType | None:
        """What is to be played now, if anything. An alarm that stops waiting and comes back, as
        after it was put aside, rings anew."""
        here = {alarm.id for alarm in waiting}
        self._rung = {id: at for id, at in self._rung.items() if id in here}
        for alarm in waiting:
            if alarm.type in muted:
                self._rung.setdefault(alarm.id, now_s)
        if now_s - self._last_s < (FLOOD_GAP_S if flood else GAP_S):
            return None
        for alarm in sorted(waiting, key=lambda alarm: (alarm.rank, alarm.raised_at)):
            if alarm.type not in muted and self._is_due(alarm, now_s):
                self._ring(alarm.type, waiting, now_s)
                return alarm.type
        return None

    def _is_due(self, alarm: Alarm, now_s: float) -> bool:
        if now_s - self._of_type.get(alarm.type, float("-inf")) < TYPE_GAP_S:
            return False
        rung = self._rung.get(alarm.id)
        if rung is None:
            return True
        again = AGAIN_S.get(alarm.rank)
        return again is not None and now_s - rung >= again

    def _ring(self, kind: AlarmType, waiting: Sequence[Alarm], now_s: float) -> None:
        self._last_s = self._of_type[kind] = now_s
        for alarm in waiting:
            if alarm.type is kind:
                self._rung[alarm.id] = now_s
