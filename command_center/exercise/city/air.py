"""The way of a word from a simulated crew to the board, and of a fix from its receiver."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from command_center.domain.unit import UnitStatus
from command_center.exercise.city.habits import Between, Fixes, Words

Row = dict[str, Any]
METRES_PER_DEGREE = 111_195.0
UNSURE_M = 500.0


@dataclass(frozen=True, slots=True)
class Sent:
    """A record that is there `after_s` seconds from now."""

    after_s: float
    record: Row


class Voice:
    """One crew's. `others` are the call signs its own may be taken for."""

    def __init__(self, words: Words, others: Sequence[str], rng: Random) -> None:
        self._words = words
        self._others = others
        self._rng = rng

    def hears(self) -> bool:
        return not self._chance(self._words.unheard)

    def answers(self) -> bool:
        return not self._chance(self._words.unanswered)

    def forgets(self, status: UnitStatus) -> bool:
        return self._chance(self._words.forgets.get(status, 0.0))

    def lags_s(self) -> float:
        """For how long it puts off what it has to say by itself."""
        return self._draw(self._words.late_s) if self._chance(self._words.late) else 0.0

    def says(self, record: Row, at: datetime) -> Sent | None:
        """What becomes of a word; None: nobody has understood it, or asked for it again."""
        words = self._words
        after_s = self._draw(words.air_s)
        if self._chance(words.garbled):
            if self._chance(words.lost):
                return None
            after_s += self._draw(words.again_s)
        said = at + timedelta(seconds=after_s)
        record = {**record, "at": said.isoformat()}
        if self._others and self._chance(words.misheard):
            record["call_sign"] = self._rng.choice(self._others)
        return Sent(after_s + self._draw(words.entry_s), record)

    def _chance(self, share: float) -> bool:
        return share > 0.0 and self._rng.random() < share

    def _draw(self, between: Between) -> float:
        return self._rng.uniform(*between) if between[1] > 0.0 else 0.0


class Receiver:
    """One unit's. Fed with every fix it takes, in the order of time."""

    def __init__(self, fixes: Fixes, rng: Random) -> None:
        self._fixes = fixes
        self._rng = rng
        self._gap_from: datetime | None = None
        self._gap_until: datetime | None = None
        self._frozen_until: datetime | None = None
        self._last: Row | None = None

    def sets_off(self, at: datetime) -> None:
        """A drive begins."""
        if self._fixes.frozen > 0.0 and self._rng.random() < self._fixes.frozen:
            seconds = self._rng.uniform(*self._fixes.frozen_s)
            self._frozen_until = at + timedelta(seconds=seconds)

    def takes(self, record: Row, at: datetime) -> Sent | None:
        """What becomes of a fix."""
        if self._is_in_gap(at):
            return None
        frozen = self._frozen_until is not None and at < self._frozen_until
        if frozen and self._last is not None:
            return Sent(0.0, {**self._last, "at": at.isoformat()})
        after_s = 0.0
        if self._fixes.held > 0.0 and self._rng.random() < self._fixes.held:
            after_s = self._rng.uniform(*self._fixes.held_s)
        record = {**self._strayed(record), "at": at.isoformat()}
        self._last = {**record, "speed_mps": 0.0}
        return Sent(after_s, record)

    def _is_in_gap(self, at: datetime) -> bool:
        if self._fixes.gap_every_s <= 0.0:
            return False
        while self._gap_until is None or self._gap_until <= at:
            begins = self._gap_until or at
            begins += timedelta(seconds=self._rng.expovariate(1 / self._fixes.gap_every_s))
            self._gap_from = begins
            self._gap_until = begins + timedelta(seconds=self._rng.uniform(*self._fixes.gap_s))
        return self._gap_from is not None and self._gap_from <= at

    def _strayed(self, record: Row) -> Row:
        if self._fixes.strayed <= 0.0 or self._rng.random() >= self._fixes.strayed:
            return record
        metres = self._rng.uniform(*self._fixes.stray_m)
        way = self._rng.uniform(0.0, 2 * math.pi)
        lat = record["lat"] + metres * math.cos(way) / METRES_PER_DEGREE
        lon = record["lon"] + metres * math.sin(way) / METRES_PER_DEGREE
        said_m = record["accuracy_m"] if self._rng.random() < 0.5 else UNSURE_M
        return {**record, "lat": round(lat, 6), "lon": round(lon, 6), "accuracy_m": said_m}
