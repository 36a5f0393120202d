"""Allowed moves.

Forward: steps may be skipped, because real rows skip them. Returns happen only through verbs that
say so (reopen, un-merge, undo), so nothing is reversed silently. The database holds the union.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from command_center.domain.errors import IllegalMove
from command_center.domain.incident import IncidentStatus as I
from command_center.domain.unit import OrderStatus as O
from command_center.domain.unit import UnitStatus as U

State = TypeVar("State", bound=StrEnum)
Moves = Mapping[str, frozenset[str]]

_ENDED = {I.CLOSED, I.MERGED, I.CANCELLED}
_INCIDENT: dict[I, set[I]] = {
    I.NEW: {I.VERIFIED, I.HANDLED, *_ENDED},
    I.VERIFIED: {I.HANDLED, *_ENDED},
    I.HANDLED: {*_ENDED},
}
_INCIDENT_RETURNS: dict[I, set[I]] = {
    I.VERIFIED: {I.NEW},
    I.HANDLED: {I.NEW, I.VERIFIED},
    I.CLOSED: {I.NEW, I.VERIFIED, I.HANDLED},
    I.CANCELLED: {I.NEW, I.VERIFIED, I.HANDLED},
    I.MERGED: {I.NEW, I.VERIFIED, I.HANDLED},
}
_ORDER: dict[O, set[O]] = {
    O.ORDERED: {O.ACCEPTED, O.EN_ROUTE, O.ON_SCENE},
    O.ACCEPTED: {O.EN_ROUTE, O.ON_SCENE},
    O.EN_ROUTE: {O.ON_SCENE},
}
_ORDER_RETURNS: dict[O, set[O]] = {
    O.ACCEPTED: {O.ORDERED},
    O.EN_ROUTE: {O.ORDERED, O.ACCEPTED},
    O.ON_SCENE: {O.ORDERED, O.ACCEPTED, O.EN_ROUTE},
}
# A unit's day has no direction: from anything it says, it may say anything else but "unknown",
# which is what the room concludes from silence and never stores.
_SAYABLE = set(U) - {U.UNKNOWN}
_UNIT: dict[U, set[U]] = {state: _SAYABLE - {state} for state in _SAYABLE}


def _table(moves: Mapping[State, set[State]]) -> Moves:
    return {old.value: frozenset(new.value for new in news) for old, news in moves.items()}


def _union(first: Moves, second: Moves) -> Moves:
    return {
        old: first.get(old, frozenset()) | second.get(old, frozenset()) for old in {*first, *second}
    }


FORWARD: Mapping[str, Moves] = {
    "incident": _table(_INCIDENT),
    "assignment": _table(_ORDER),
    "unit": _table(_UNIT),
}
TABLES: Mapping[str, Moves] = {
    "incident": _union(FORWARD["incident"], _table(_INCIDENT_RETURNS)),
    "assignment": _union(FORWARD["assignment"], _table(_ORDER_RETURNS)),
    "unit": FORWARD["unit"],
}


def may_move(machine: str, old: StrEnum, new: StrEnum) -> bool:
    return old == new or new.value in FORWARD[machine].get(old.value, frozenset())


def check_move(machine: str, old: StrEnum, new: StrEnum) -> None:
    """Raise IllegalMove unless `old` -> `new` is a forward move of `machine`."""
    if not may_move(machine, old, new):
        raise IllegalMove("illegal_move", machine=machine, old=old.value, new=new.value)
