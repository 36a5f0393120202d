"""Injects that set a place's situation level: read, and checked against the table of moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.levels import check_move
from command_center.domain.operation import Authority
from command_center.domain.room import SituationLevel
from command_center.exercise.injects.model import Inject, LevelOrder

LONGEST_OFFICER, LONGEST_REASON = 80, 1_000
Wrong = Callable[[str, str, object], None]
"""Where, a code, the value."""
_MOVES = {"level_skip_needs_reason": "inject_skips", "level_needs_reason": "inject_unusual"}


def read_level(row: Mapping[str, Any], where: str, wrong: Wrong) -> LevelOrder | None:
    """None where a part of it is missing or unknown; each is told."""
    given = {name: str(row.get(name, "")).strip() for name in LevelOrder.__dataclass_fields__}
    level = next((one for one in SituationLevel if one.value == given["level"]), None)
    authority = next((one for one in Authority if one.value == given["authority"]), None)
    if level is None:
        wrong(where, "inject_level", given["level"])
    if authority is None:
        wrong(where, "inject_authority", given["authority"])
    if not given["officer"] or len(given["officer"]) > LONGEST_OFFICER:
        wrong(where, "inject_officer", given["officer"])
    if len(given["reason"]) > LONGEST_REASON:
        wrong(where, "inject_reason", LONGEST_REASON)
    if level is None or authority is None:
        return None
    return LevelOrder(given["place"], level, given["officer"], authority, given["reason"])


def check_levels(
    injects: Sequence[Inject], places: Mapping[str, SituationLevel], wrong: Wrong
) -> None:
    """Each against the level that the scenario leaves at its place: of the last order it comes
    after, else of the last one before its time, else of the start. What the room or the director
    does meanwhile cannot be known here; the room then asks for the reason itself."""
    by_id = {inject.id: inject for inject in injects}
    for inject in injects:
        order = inject.order
        if order is None:
            continue
        where = f"inject {inject.id}"
        if order.place not in places:
            wrong(where, "inject_place", order.place)
            continue
        before = _before(inject, order.place, by_id)
        was = before.level if before is not None else places[order.place]
        if was is order.level:
            continue
        try:
            check_move(was, order.level, order.authority, order.reason)
        except OperatorError as error:
            wrong(where, _MOVES[error.code], f"{was.value} → {order.level.value}")


def _before(inject: Inject, place: str, by_id: Mapping[str, Inject]) -> LevelOrder | None:
    seen: set[str] = {inject.id}
    behind = list(inject.after)
    while behind:
        one = by_id.get(behind.pop(0))
        if one is None or one.id in seen:
            continue
        if one.order is not None and one.order.place == place:
            return one.order
        seen.add(one.id)
        behind += one.after
    at = inject.at
    timed = [(one.at, one.order) for one in by_id.values() if one.order is not None and one.at]
    earlier = [pair for pair in timed if at is not None and pair[0] < at]
    of_it = [pair for pair in earlier if pair[1].place == place]
    return max(of_it, key=lambda pair: pair[0])[1] if of_it else None
