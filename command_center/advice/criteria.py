"""How vulnerable something is, by weighted criteria: a table a room edits over
resources/codes/kerawanan.toml, whose first lines say where it comes from and what it reckons."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.site import HIGHEST_SCORE
from command_center.runtime.paths import resources_dir

CRITERIA_SETTING = "kerawanan"
MOST_LETTERS, MOST_CRITERIA, MOST_WEIGHT = 12_000, 20, 100
SHADES = 5
LABEL_LENGTH, SOURCE_LENGTH = 120, 200
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    label: str
    weight: int
    source: str


@dataclass(frozen=True, slots=True)
class Level:
    """A word for values from `start` on, until the next one's."""

    code: str
    label: str
    start: int


@dataclass(frozen=True, slots=True)
class Criteria:
    """`shades` are the values at which the five shades of a map begin; `version` of the room's
    setting, 0 = as shipped."""

    criteria: tuple[Criterion, ...]
    levels: tuple[Level, ...]
    shades: tuple[int, ...]
    version: int = 0

    def level_of(self, value: float) -> Level:
        return next(level for level in reversed(self.levels) if value >= level.start)

    def shade_of(self, value: float) -> int:
        """0 to 4."""
        return sum(1 for start in self.shades if value >= start) - 1


@dataclass(frozen=True, slots=True)
class Judgement:
    """`left_out`: criteria nobody scored; the others count as if they were all there were."""

    value: float
    level: Level
    left_out: tuple[Criterion, ...]


def judge(table: Criteria, scores: Mapping[str, int]) -> Judgement:
    """OperatorError for an unknown criterion, a score outside 0 to 4, or none at all."""
    known = {criterion.code: criterion for criterion in table.criteria}
    for code, score in scores.items():
        if code not in known:
            raise OperatorError("rating_unknown_criterion", criterion=code[:40])
        if not 0 <= score <= HIGHEST_SCORE:
            raise OperatorError("rating_score_range", most=HIGHEST_SCORE, score=score)
    if not scores:
        raise OperatorError("rating_needs_scores")
    whole = sum(known[code].weight for code in scores) * HIGHEST_SCORE
    value = round(
        100 * sum(known[code].weight * score for code, score in scores.items()) / whole, 1
    )
    left_out = tuple(criterion for criterion in table.criteria if criterion.code not in scores)
    return Judgement(value, table.level_of(value), left_out)


def read_criteria(text: str, version: int = 0) -> Criteria:
    """The table; OperatorError("criteria_wrong") with the line of the table and what is wrong."""
    if len(text) > MOST_LETTERS:
        raise OperatorError("criteria_too_long", limit=MOST_LETTERS)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _wrong(0, "", str(error)) from error
    criteria = tuple(_criterion(at, row) for at, row in _rows(table, "criterion", MOST_CRITERIA))
    levels = tuple(_level(at, row) for at, row in _rows(table, "level", SHADES))
    _demand_unlike([criterion.code for criterion in criteria])
    _demand_unlike([level.code for level in levels])
    shades = table.get("map", {}).get("from") if isinstance(table.get("map"), dict) else None
    _demand_rising([level.start for level in levels], "level")
    if not isinstance(shades, list) or len(shades) != SHADES:
        raise _wrong(0, "map", str(shades))
    return Criteria(criteria, levels, tuple(_demand_rising(shades, "map")), version)


def write_criteria(table: Criteria) -> str:
    """As `read_criteria` reads it."""
    parts = [
        _entry(
            "criterion",
            ("code", row.code),
            ("label", row.label),
            ("weight", row.weight),
            ("source", row.source),
        )
        for row in table.criteria
    ]
    parts += [
        _entry("level", ("code", row.code), ("label", row.label), ("from", row.start))
        for row in table.levels
    ]
    return "\n".join((*parts, f"[map]\nfrom = {json.dumps(list(table.shades))}\n"))


def criteria_in_force(setting: Mapping[str, Any] | None, version: int) -> Criteria:
    """Of the value of the room's setting, None = the shipped table. OperatorError as above."""
    if setting is None:
        return shipped_criteria()
    return read_criteria(str(setting.get("toml", "")), version)


@cache
def shipped_criteria() -> Criteria:
    path = resources_dir() / "codes" / "kerawanan.toml"
    return read_criteria(path.read_text(encoding="utf-8"))


def _wrong(row: int, column: str, value: str) -> OperatorError:
    return OperatorError("criteria_wrong", row=row, column=column or "-", value=value[:80])


def _rows(table: Mapping[str, Any], name: str, most: int) -> Iterable[tuple[int, dict[str, Any]]]:
    rows = table.get(name)
    if not isinstance(rows, list) or not 0 < len(rows) <= most:
        raise _wrong(0, name, "")
    for at, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise _wrong(at, name, str(row))
        yield at, row


def _criterion(at: int, row: Mapping[str, Any]) -> Criterion:
    weight = row.get("weight")
    if type(weight) is not int or not 0 < weight <= MOST_WEIGHT:
        raise _wrong(at, "weight", str(weight))
    source = _text(at, row, "source", SOURCE_LENGTH, needed=False)
    return Criterion(_code(at, row), _text(at, row, "label", LABEL_LENGTH), weight, source)


def _level(at: int, row: Mapping[str, Any]) -> Level:
    start = row.get("from")
    if type(start) is not int:
        raise _wrong(at, "from", str(start))
    return Level(_code(at, row), _text(at, row, "label", LABEL_LENGTH), start)


def _code(at: int, row: Mapping[str, Any]) -> str:
    code = row.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise _wrong(at, "code", str(code))
    return code


def _text(at: int, row: Mapping[str, Any], name: str, longest: int, *, needed: bool = True) -> str:
    value = row.get(name, "")
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if len(words) > longest or (needed and not words):
        raise _wrong(at, name, str(value))
    return words


def _demand_unlike(codes: Sequence[str]) -> None:
    for at, code in enumerate(codes, 1):
        if code in codes[: at - 1]:
            raise _wrong(at, "code", code)


def _demand_rising(starts: Sequence[Any], name: str) -> Sequence[int]:
    """From 0, each above the one before, none above 100."""
    whole = all(type(start) is int for start in starts)
    if not whole or starts[0] != 0 or starts[-1] > 100:
        raise _wrong(0, name, str(list(starts)))
    if any(before >= after for before, after in pairwise(starts)):
        raise _wrong(0, name, str(list(starts)))
    return starts


def _entry(name: str, *values: tuple[str, str | int]) -> str:
    # a JSON string without surrogate escapes is a basic string of TOML
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values)
    return f"[[{name}]]\n" + "\n".join(lines) + "\n"
