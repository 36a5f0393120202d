"""The room's own run cards: what an incident needs, as one table that is set as a whole."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from command_center.advice.categories import categories
from command_center.advice.run_cards import (
    RUN_CARDS_SETTING,
    Known,
    RunCard,
    read_run_cards,
    run_cards,
)
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.unit import Unit
from command_center.geo.faults import FaultCode
from command_center.ports import UnitOfWork

MOST_LETTERS = 18_000
"""Of a whole table as it is kept: a setting of the room holds a little more."""
_OF_POLYGONS = frozenset(
    {
        FaultCode.CROSSING,
        FaultCode.RING_OPEN,
        FaultCode.SWAPPED,
        FaultCode.TOO_DETAILED,
        FaultCode.TOO_LARGE,
        FaultCode.TOO_SMALL,
    }
)
"""Their value says where, and not what."""


@dataclass(frozen=True, slots=True)
class SetRunCards:
    """The whole table as CSV. `before` is the version of the setting that was edited, 0 = there
    was none: Conflict if it has moved on."""

    table: str
    before: int = 0


def unit_words(units: Collection[Unit]) -> frozenset[str]:
    """What a card may ask for: kinds and capabilities of the room's units, and whatever the shipped
    cards ask for, though the room may have none of it yet."""
    words = {want.what for card in run_cards() for want in card.wants}
    for unit in units:
        words.update((unit.kind, *unit.capabilities))
    return frozenset(words - {""})


@verb(SetRunCards, "room.run_cards", Permission.REASSIGN)
def set_run_cards(work: UnitOfWork, command: SetRunCards, ctx: Context) -> Result:
    kept = work.find(RoomSetting, id=RUN_CARDS_SETTING)
    before = kept[0].version if kept else 0
    if before != command.before:
        raise lost_to(work, "room_setting", RUN_CARDS_SETTING, "value")
    if len(json.dumps(command.table)) > MOST_LETTERS:
        raise OperatorError("run_cards_too_long", limit=MOST_LETTERS)
    cards = _readable(command.table, unit_words(work.find(Unit)))
    for card in cards:
        if card.place and card.drawn is None and ctx.city.area_named(card.place) is None:
            _refuse(card.row, "place", card.place)
    value = {"table": command.table, "author": ctx.act.actor, "at": iso(ctx.now)}
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(RUN_CARDS_SETTING, 1, value))
    return {"version": before + 1, "count": len(cards)}


def _readable(table: str, units: Collection[str]) -> tuple[RunCard, ...]:
    known = Known(units=units, categories=categories().keys())
    cards, faults = read_run_cards(table.encode(), RUN_CARDS_SETTING, known)
    if faults:
        first = faults[0]
        what = first.value or first.code.value
        if first.code in _OF_POLYGONS:
            what = f"{first.code.value} {first.value}".replace("_", " ").strip()
        _refuse(first.row, first.column, what, len(faults) - 1)
    return cards


def _refuse(row: int | None, column: str | None, value: str, more: int = 0) -> None:
    raise OperatorError(
        "run_cards_wrong", row=row or 1, column=column or "-", value=value, more=more
    )
