"""What is to be done at a place by its situation level: a table a room edits over
resources/codes/rencana_situasi.toml, whose first lines say where it comes from."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.operation import TaskKind
from command_center.domain.room import SituationLevel
from command_center.runtime.paths import resources_dir

PLANS_SETTING = "rencana_situasi"
MOST_LETTERS, MOST_ITEMS, MOST_MINUTES = 15_000, 90, 24 * 60
TEXT_LENGTH, OWNER_LENGTH, PLACE_LENGTH, SUBJECT_LENGTH = 200, 80, 80, 600
_FIELDS = ("level", "kind", "text", "owner", "minutes", "place", "subject")
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class PlanItem:
    """`minutes` from the call of the plan; `place` "" = at every place. `subject`: a view of the
    wall, the line of a road, or hospitals by name or code, with ; between them."""

    level: SituationLevel
    kind: TaskKind
    text: str
    owner: str
    minutes: int
    place: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class LevelPlans:
    """`version` of the room's setting, 0 = as shipped."""

    items: tuple[PlanItem, ...]
    version: int = 0

    def of(self, level: SituationLevel, place: str) -> tuple[PlanItem, ...]:
        """In the order of the kinds."""
        kinds, here = list(TaskKind), place.casefold()
        found = [i for i in self.items if i.level is level and i.place.casefold() in ("", here)]
        return tuple(sorted(found, key=lambda item: kinds.index(item.kind)))


def line_of(subject: str) -> Line:
    """(lat, lon) of each point of "lat,lon lat,lon"; () for what is no line. ValueError for a
    point that is none."""
    points: list[tuple[float, float]] = []
    for word in subject.split():
        lat, lon = (float(part) for part in word.split(","))
        if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
            raise ValueError(word)
        points.append((lat, lon))
    return tuple(points) if len(set(points)) > 1 else ()


def hospitals_of(subject: str) -> tuple[str, ...]:
    """The names or codes in "RS A; RS B"."""
    return tuple(name for name in (part.strip() for part in subject.split(";")) if name)


def read_plans(text: str, version: int = 0) -> LevelPlans:
    """OperatorError("plans_wrong") with the item, the column and what is wrong there."""
    if len(text) > MOST_LETTERS:
        raise OperatorError("plans_too_long", limit=MOST_LETTERS)
    try:
        rows = tomllib.loads(text).get("item", [])
    except (ValueError, RecursionError) as error:
        raise _wrong(0, "-", str(error)) from error
    if not isinstance(rows, list) or len(rows) > MOST_ITEMS:
        raise _wrong(0, "item", f"> {MOST_ITEMS}")
    return LevelPlans(tuple(_item(at, row) for at, row in enumerate(rows, 1)), version)


def write_plans(plans: LevelPlans) -> str:
    """As `read_plans` reads it."""
    return "\n".join(_entry(item) for item in plans.items)


def plans_in_force(setting: Mapping[str, Any] | None, version: int) -> LevelPlans:
    """Of the value of the room's setting, None = the shipped ones. OperatorError as above."""
    if setting is None:
        return shipped_plans()
    return read_plans(str(setting.get("toml", "")), version)


@cache
def shipped_plans() -> LevelPlans:
    path = resources_dir() / "codes" / "rencana_situasi.toml"
    return read_plans(path.read_text(encoding="utf-8"))


def _wrong(row: int, column: str, value: str) -> OperatorError:
    return OperatorError("plans_wrong", row=row, column=column, value=value[:80])


def _item(at: int, row: Any) -> PlanItem:
    if not isinstance(row, dict):
        raise _wrong(at, "item", str(row))
    unknown = next((name for name in row if name not in _FIELDS), None)
    if unknown is not None:
        raise _wrong(at, str(unknown)[:40], str(row[unknown]))
    minutes = row.get("minutes")
    if type(minutes) is not int or not 0 < minutes <= MOST_MINUTES:
        raise _wrong(at, "minutes", str(minutes))
    item = PlanItem(
        level=_one_of(SituationLevel, at, "level", row),
        kind=_one_of(TaskKind, at, "kind", row),
        text=_text(at, row, "text", TEXT_LENGTH),
        owner=_text(at, row, "owner", OWNER_LENGTH),
        minutes=minutes,
        place=_text(at, row, "place", PLACE_LENGTH, needed=False),
        subject=_text(at, row, "subject", SUBJECT_LENGTH, needed=False),
    )
    _check_line(at, item)
    return item


def _check_line(at: int, item: PlanItem) -> None:
    if item.kind is not TaskKind.CLOSURE or not item.subject:
        return
    try:
        line = line_of(item.subject)
    except ValueError:
        line = ()
    if not line:
        raise _wrong(at, "subject", item.subject)


def _one_of(kind: Any, at: int, name: str, row: Mapping[str, Any]) -> Any:
    value = row.get(name)
    if not isinstance(value, str) or value not in set(kind):
        raise _wrong(at, name, str(value))
    return kind(value)


def _text(at: int, row: Mapping[str, Any], name: str, longest: int, *, needed: bool = True) -> str:
    value = row.get(name, "")
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if len(words) > longest or (needed and not words):
        raise _wrong(at, name, str(value))
    return words


def _entry(item: PlanItem) -> str:
    # a JSON string without surrogate escapes is a basic string of TOML
    values = {name: getattr(item, name) for name in _FIELDS}
    lines = (
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in values.items()
        if value != ""
    )
    return "[[item]]\n" + "\n".join(lines) + "\n"
