"""How true a board is: the share of unit time during which it showed what the unit was really
doing, and what it shows wrongly now."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from command_center.domain.unit import UnitStatus

MINUTE = timedelta(minutes=1)
LONGEST_LOOK_S = 30.0
"""Who has not looked for longer knows nothing of the time between: it is not counted."""

Pair = tuple[UnitStatus, UnitStatus]
"""(shown, true)."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A unit whose status is shown wrongly, for as long as these two have stood."""

    call_sign: str
    shown: UnitStatus
    true: UnitStatus
    since: datetime


@dataclass(slots=True)
class _Spell:
    """Unit seconds watched, and those of them that were shown wrongly."""

    watched_s: float = 0.0
    wrong_s: float = 0.0


@dataclass(slots=True)
class Tally:
    """Of the whole time: unit seconds by (shown, true), the right ones among them."""

    seconds: defaultdict[Pair, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def watched_s(self) -> float:
        return sum(self.seconds.values())

    @property
    def wrong_s(self) -> float:
        return sum(s for (shown, true), s in self.seconds.items() if shown is not true)

    @property
    def wrong_share(self) -> float:
        """0.0 of nothing watched."""
        watched_s = self.watched_s
        return self.wrong_s / watched_s if watched_s else 0.0

    def worst(self) -> list[tuple[Pair, float]]:
        """Wrong pairs with their unit seconds, the longest first."""
        wrong = [(pair, s) for pair, s in self.seconds.items() if pair[0] is not pair[1]]
        return sorted(wrong, key=lambda row: (-row[1], row[0]))


class BoardTruth:
    """Told at every look what is shown and what is true; between two looks the first one stands.

    A unit counts while it is on duty, by either side. A status that is shown as unknown is no lie,
    but it is not what the unit does: it counts as wrong.
    """

    def __init__(self, window: timedelta = timedelta(minutes=30)) -> None:
        self.tally = Tally()
        self.window = window
        self._minutes: deque[tuple[datetime, _Spell]] = deque()
        self._before: tuple[datetime, dict[str, Pair]] | None = None
        self._wrong: dict[str, Wrong] = {}
        self._since: datetime | None = None

    def look(
        self, shown: Mapping[str, UnitStatus], true: Mapping[str, UnitStatus], now: datetime
    ) -> None:
        """Statuses by call sign. Units that only one side knows are not compared."""
        self._count_until(now)
        self._since = self._since or now
        pairs = {sign: (shown[sign], true[sign]) for sign in true if sign in shown}
        pairs = {sign: pair for sign, pair in pairs.items() if pair != _OFF}
        self._before = now, pairs
        self._wrong = {
            sign: self._as_before(Wrong(sign, *pair, now))
            for sign, pair in pairs.items()
            if pair[0] is not pair[1]
        }

    def share_right(self) -> float | None:
        """Of the window that ends with the last look; None: nothing was watched."""
        watched_s = sum(spell.watched_s for _, spell in self._minutes)
        if watched_s <= 0.0:
            return None
        return 1.0 - sum(spell.wrong_s for _, spell in self._minutes) / watched_s

    def wrong_now(self) -> list[Wrong]:
        """At the last look, what has stood longest first."""
        return sorted(self._wrong.values(), key=lambda wrong: (wrong.since, wrong.call_sign))

    def watched(self) -> timedelta:
        """How much of the window there is by now."""
        if self._before is None or self._since is None:
            return timedelta(0)
        return min(self.window, self._before[0] - self._since)

    def _count_until(self, now: datetime) -> None:
        if self._before is None:
            return
        at, pairs = self._before
        seconds = (now - at).total_seconds()
        if not 0.0 < seconds <= LONGEST_LOOK_S:
            return
        spell = self._spell(at)
        for pair in pairs.values():
            self.tally.seconds[pair] += seconds
            spell.watched_s += seconds
            spell.wrong_s += seconds if pair[0] is not pair[1] else 0.0
        while self._minutes and self._minutes[0][0] <= now - self.window - MINUTE:
            self._minutes.popleft()

    def _spell(self, at: datetime) -> _Spell:
        minute = at.replace(second=0, microsecond=0)
        if not self._minutes or self._minutes[-1][0] != minute:
            self._minutes.append((minute, _Spell()))
        return self._minutes[-1][1]

    def _as_before(self, wrong: Wrong) -> Wrong:
        before = self._wrong.get(wrong.call_sign)
        same = before is not None and (before.shown, before.true) == (wrong.shown, wrong.true)
        return before if same and before is not None else wrong


_OFF: Pair = (UnitStatus.OFF_DUTY, UnitStatus.OFF_DUTY)
