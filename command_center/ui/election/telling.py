"""Lines from the entry to the room: read on another thread, stored in one transaction, and what
was not taken left to be corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from command_center.advice.station_lines import StationLines, Told, Untold
from command_center.commands.polling_day import MOST_AT_ONCE, StationWord, TellStations
from command_center.domain.polling_day import DayWord
from command_center.domain.site import PollingStation
from command_center.ui.election.words import translate, why_text

Key = tuple[str, int]
"""(code of the kelurahan, number)."""
_BY_DAY = (DayWord.OPEN, DayWord.VOTE)
"""Counting and what follows go on after midnight; these do not."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`command` None: no line says anything. `left` = ((line, why), ...) to be corrected; headings
    of those lines among them, with no reason."""

    command: TellStations | None
    left: tuple[tuple[str, str], ...]


def numbers_of(stations: Sequence[PollingStation]) -> dict[str, frozenset[int]]:
    """Numbers by kelurahan."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for row in stations:
        numbers[row.area_code].add(row.number)
    return {area: frozenset(those) for area, those in numbers.items()}


@dataclass(frozen=True)
class Reader:
    """Of one election; `day` is its local day (ISO) of voting. Any thread."""

    lines: StationLines
    ids: Mapping[Key, str]
    election_id: str
    day: str
    zone: tzinfo

    def read(self, text: str, now: datetime) -> Reading:
        words: list[StationWord] = []
        why: dict[int, str] = {}
        found = self.lines.read(text)
        cut = 0
        for line in found:
            if isinstance(line, Untold):
                why[line.line] = why_text(line.code, line.params, self.zone, now)
                cut = line.line if line.code == "tps_many_lines" else cut
            elif len(words) + len(line.numbers) > MOST_AT_ONCE:
                most = {"most": MOST_AT_ONCE}
                why[line.line] = why_text("tps_many_lines", most, self.zone, now)
            else:
                words += self._words(line, now)
        left = _left(text, {line.line for line in found}, why, cut)
        return Reading(TellStations(self.election_id, tuple(words)) if words else None, left)

    def _words(self, told: Told, now: datetime) -> list[StationWord]:
        at = self._at(told, now)
        return [
            StationWord(self.ids[told.area_code, number], told.word, told.text, told.line, at)
            for number in told.numbers
        ]

    def _at(self, told: Told, now: datetime) -> datetime | None:
        """The time that was written, on the day of voting or, once that has come, on the one after
        it."""
        if told.at is None:
            return None
        at = datetime.combine(datetime.fromisoformat(self.day), told.at, self.zone)
        after = at + timedelta(days=1)
        return after if after <= now and told.word not in _BY_DAY else at


def _left(
    text: str, read: set[int], why: Mapping[int, str], cut: int
) -> tuple[tuple[str, str], ...]:
    """Lines with a reason, everything from line `cut` on, and a heading before its first one."""
    left: list[tuple[str, str]] = []
    heading = ""
    for at, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        if at in why or (cut and at > cut):
            left += [(heading, "")] if heading else []
            left.append((line, why.get(at, "")))
            heading = ""
        elif at not in read:
            heading = line
    return tuple(left)


def faults_text(left: Sequence[tuple[str, str]], refused: Sequence[str], most: int) -> str:
    """What is wrong, by the line it stands in now; then what the room did not take."""
    said = [
        translate("Election", "Baris %1: %2").replace("%1", str(at)).replace("%2", why)
        for at, (_, why) in enumerate(left, 1)
        if why
    ]
    said += refused
    if len(said) > most:
        more = translate("Election", "… dan %1 lagi").replace("%1", str(len(said) - most))
        said = [*said[:most], more]
    return "\n".join(said)
