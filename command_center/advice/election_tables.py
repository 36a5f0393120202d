"""What a room begins with for an election, and how a pattern is written. The tables and their
sources are in resources/codes/pemilu.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.polling_day import COURSE, DayWord
from command_center.domain.site import ElectionKind
from command_center.runtime.paths import resources_dir

MOST_PEOPLE, MOST_STATIONS = 100, 100
_WRITTEN = re.compile(r"\s*(\d{1,4})\s*[-–:/]\s*(\d{1,4})\s*[-–:/]\s*(\d{1,4})\s*")


@dataclass(frozen=True, slots=True)
class Pattern:
    """So many police and linmas for so many stations."""

    police: int
    stations: int
    linmas: int

    def __str__(self) -> str:
        return f"{self.police}-{self.stations}-{self.linmas}"


@dataclass(frozen=True, slots=True)
class PatternPreset:
    """`rules` = {level of vulnerability: pattern}; a level nobody printed is not among them."""

    name: str
    source: str
    rules: Mapping[str, Pattern]


@dataclass(frozen=True, slots=True)
class StagePreset:
    name: str
    starts_on: str
    ends_on: str
    source: str


@dataclass(frozen=True, slots=True)
class DayTable:
    """`due`: by when, local time, the room should have heard each word of the course. Who told
    anything in the last `heard` is not silent."""

    due: Mapping[DayWord, time]
    heard: timedelta


def read_pattern(text: str, level: str = "") -> Pattern:
    """OperatorError that names what is wrong: not three numbers, no station, nobody, too many."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise OperatorError("pattern_wrong", found=text.strip()[:20], level=level)
    pattern = Pattern(*map(int, found.groups()))
    if not pattern.stations:
        raise OperatorError("pattern_no_station", found=str(pattern), level=level)
    if not pattern.police + pattern.linmas:
        raise OperatorError("pattern_nobody", found=str(pattern), level=level)
    people = max(pattern.police, pattern.linmas)
    if people > MOST_PEOPLE or pattern.stations > MOST_STATIONS:
        raise OperatorError("pattern_range", found=str(pattern), level=level, most=MOST_PEOPLE)
    return pattern


@cache
def _table() -> Mapping[str, Any]:
    path = resources_dir() / "codes" / "pemilu.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def pattern_presets() -> tuple[PatternPreset, ...]:
    return tuple(
        PatternPreset(
            row["name"],
            row["source"],
            {level: read_pattern(text, level) for level, text in row["rules"].items()},
        )
        for row in _table()["pattern"]
    )


def stage_presets(kind: ElectionKind, day: str) -> tuple[StagePreset, ...]:
    """The stages of such an election around its day of voting; none for an unknown kind."""
    voting = date.fromisoformat(day)
    return tuple(
        StagePreset(
            one["name"],
            (voting + timedelta(days=one["from"])).isoformat(),
            (voting + timedelta(days=one["to"])).isoformat(),
            row["source"],
        )
        for row in _table()["calendar"]
        if row["kind"] == kind.value
        for one in row["stages"]
    )


@cache
def day_table() -> DayTable:
    row = _table()["day"]
    due = {word: time.fromisoformat(row["due"][word.value]) for word in COURSE}
    return DayTable(due, timedelta(minutes=row["heard_min"]))
