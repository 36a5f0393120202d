"""Past entries as they could be read at the time the clock of a playback shows."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from command_center.domain.clocks import Clock as RoomClock
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import ToldHit
from command_center.domain.log import StoredEntry
from command_center.domain.partner import PhoneCall
from command_center.ports import (
    ActivityCount,
    CallsBefore,
    Clock,
    ClocksPage,
    FalseReport,
    History,
    Hit,
    SamplePage,
)


class PastHistory:
    """`ports.History`: nothing that came later is told."""

    def __init__(self, history: History, clock: Clock) -> None:
        self._history = history
        self._clock = clock

    def find(self, text: str, before: int | None = None, limit: int = 50) -> Sequence[Hit]:
        """What is found is said as it stands now, so nothing is."""
        raise OperatorError("playback_no_search")

    def about(self, entity: str, id: str, up_to: int, limit: int) -> Sequence[StoredEntry]:
        return self._history.about(entity, id, up_to, limit)

    def openings(self, entity: str, up_to: int) -> Iterator[StoredEntry]:
        return self._history.openings(entity, up_to)

    def entries(self, after: int = 0) -> Iterator[StoredEntry]:
        return self._history.entries(after)

    def calls_before(self, call: PhoneCall, limit: int) -> CallsBefore:
        found, now = self._history.calls_before(call, limit), self._clock.now()
        return replace(
            found,
            of_number=tuple(one for one in found.of_number if one.ringing_at <= now),
            of_place=tuple(one for one in found.of_place if one.ringing_at <= now),
        )

    def false_reports(self, refs: Sequence[str], since: datetime) -> Sequence[FalseReport]:
        now = self._clock.now()
        return [one for one in self._history.false_reports(refs, since) if one.at <= now]

    def told(self, text: str, limit: int = 50) -> Sequence[ToldHit]:
        now = self._clock.now()
        return [one for one in self._history.told(text, limit) if one.at <= now]

    def activities(self, since: datetime, until: datetime) -> Sequence[ActivityCount]:
        return self._history.activities(since, min(until, self._clock.now()))

    def samples(
        self, clock: RoomClock, since: datetime, until: datetime, after: str | None = None
    ) -> SamplePage:
        return self._history.samples(clock, since, min(until, self._clock.now()), after)

    def clocks(self, since: datetime, until: datetime) -> Generator[ClocksPage, None, None]:
        return self._history.clocks(since, min(until, self._clock.now()))

    def notes_beginning(self, words: str, incidents: Sequence[str]) -> Sequence[tuple[str, str]]:
        return self._history.notes_beginning(words, incidents)
