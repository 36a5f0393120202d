"""An operation: begun, its places added and left, ended."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from command_center.commands.levels import NAME_LENGTH, level_of, place_row, running
from command_center.commands.place_words import needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.operation import OperationPlace
from command_center.domain.permissions import Permission
from command_center.domain.room import Operation, SituationLevel
from command_center.domain.site import Site
from command_center.ports import UnitOfWork

MOST_PLACES, MOST_KEPT = 200, 19_000
"""`MOST_KEPT` letters as they are kept, where one of another alphabet takes six."""


@dataclass(frozen=True, slots=True)
class StartOperation:
    """With the levels that its places begin at."""

    operation: Operation


@dataclass(frozen=True, slots=True)
class EndOperation:
    """Only when every place is hijau again."""

    operation_id: str


@dataclass(frozen=True, slots=True)
class AddPlace:
    """It begins at hijau. `name` is what its badge says; `site_id` "" = not on the list of
    places."""

    operation_id: str
    name: str
    site_id: str = ""


@dataclass(frozen=True, slots=True)
class LeavePlace:
    """Only at hijau: no badge vanishes while there is trouble. Its decisions stay."""

    operation_id: str
    name: str


@verb(StartOperation, "operation.started", Permission.COMMAND_OPERATIONS)
def start_operation(work: UnitOfWork, command: StartOperation, ctx: Context) -> Result:
    levels = {
        needed(name, "place_needs_name", NAME_LENGTH): level
        for name, level in command.operation.levels.items()
    }
    named = needed(command.operation.name, "operation_needs_name")
    operation = replace(command.operation, name=named, levels=_few(levels))
    work.add(operation)
    for name in levels:
        place_row(work, ctx, operation.id, name)
    return {"operation_id": operation.id, "name": operation.name}


@verb(EndOperation, "operation.ended", Permission.COMMAND_OPERATIONS)
def end_operation(work: UnitOfWork, command: EndOperation, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    for place in operation.levels:
        _demand_green(operation, place)
    work.change(operation, ends_at=max(ctx.now, operation.starts_at))
    return {"operation_id": operation.id, "name": operation.name}


@verb(AddPlace, "operation.place_added", Permission.COMMAND_OPERATIONS)
def add_place(work: UnitOfWork, command: AddPlace, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    name = needed(command.name, "place_needs_name", NAME_LENGTH)
    if name.casefold() in {known.casefold() for known in operation.levels}:
        raise OperatorError("operation_place_there", place=name)
    site_id = work.get(Site, command.site_id).id if command.site_id else None
    row = OperationPlace(ctx.new_id(), 1, operation.id, name, site_id, "", ctx.now, None)
    work.add(row)
    levels = {**operation.levels, name: SituationLevel.GREEN.value}
    work.change(operation, levels=_few(levels))
    return {"place_id": row.id, "place": name}


@verb(LeavePlace, "operation.place_left", Permission.COMMAND_OPERATIONS)
def leave_place(work: UnitOfWork, command: LeavePlace, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    _demand_green(operation, command.name)
    row = place_row(work, ctx, operation.id, command.name)
    work.change(row, left_at=max(ctx.now, row.added_at))
    levels = {name: at for name, at in operation.levels.items() if name != command.name}
    work.change(operation, levels=levels)
    return {"place": command.name}


def _few(levels: dict[str, str]) -> dict[str, str]:
    """OperatorError for more than are kept with an operation."""
    if len(levels) > MOST_PLACES or len(json.dumps(levels)) > MOST_KEPT:
        raise OperatorError("operation_many_places", limit=MOST_PLACES)
    return levels


def _demand_green(operation: Operation, place: str) -> None:
    level = level_of(operation, place)
    if level is not SituationLevel.GREEN:
        raise OperatorError("place_not_green", place=place, level=level.value)
