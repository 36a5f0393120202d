"""The order of battle of an operation: its forces as a tree, and the sectors, posts and talk groups
that they are given. Taken in by the file or one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from command_center.commands.levels import running
from command_center.commands.partners import area_coded
from command_center.commands.place_words import ADDRESS, line, needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.operation import Branch, Force, OperationPart, PartKind
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

FORCE_LENGTH, PART_LENGTH, SIGN_LENGTH = 120, 80, 40
MOST_STRENGTH, MOST_AT_ONCE, MOST_FORCES = 10_000, 500, 3_000


@dataclass(frozen=True, slots=True)
class ForceRow:
    """Known by branch and name. `parent`: the name of another force of the branch, which comes
    first or stands already. `area`: kelurahan by name or code. `untold`: the facts that a list does
    not speak of, which stay as they are known."""

    branch: Branch
    name: str
    strength: int
    parent: str = ""
    leader: str = ""
    call_sign: str = ""
    sector: str = ""
    post: str = ""
    talk_group: str = ""
    area: str = ""
    note: str = ""
    source: str = ""
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportForces:
    """At most MOST_AT_ONCE, one entry of the log; the same again changes nothing."""

    operation_id: str
    rows: tuple[ForceRow, ...]


@dataclass(frozen=True, slots=True)
class LeaveForce:
    """It is no part of the operation any more. OperatorError while others stand under it."""

    force_id: str


@dataclass(slots=True)
class _Known:
    """Of the operation: forces by (branch, name), parts by (kind, name); names folded."""

    forces: dict[tuple[Branch, str], Force] = field(default_factory=dict)
    parts: dict[tuple[PartKind, str], OperationPart] = field(default_factory=dict)


@verb(ImportForces, "forces.imported", Permission.COMMAND_OPERATIONS)
def import_forces(work: UnitOfWork, command: ImportForces, ctx: Context) -> Result:
    if len(command.rows) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    operation = running(work, command.operation_id)
    known = _Known()
    for force in work.find(Force, operation_id=operation.id, left_at=None):
        known.forces[force.branch, force.name.casefold()] = force
    for part in work.find(OperationPart, operation_id=operation.id, left_at=None):
        known.parts[part.kind, part.name.casefold()] = part
    added = changed = 0
    for row in command.rows:
        new, differs = _store(work, operation.id, row, known, ctx)
        added += new
        changed += differs
    if len(known.forces) > MOST_FORCES:
        raise OperatorError("operation_many_forces", limit=MOST_FORCES)
    return {"added": added, "changed": changed, "count": len(command.rows)}


@verb(LeaveForce, "force.left", Permission.COMMAND_OPERATIONS)
def leave_force(work: UnitOfWork, command: LeaveForce, ctx: Context) -> Result:
    force = work.get(Force, command.force_id)
    if work.find(Force, operation_id=force.operation_id, parent_id=force.id, left_at=None):
        raise OperatorError("force_has_others", name=force.name)
    if force.left_at is None:
        work.change(force, left_at=ctx.now)
    return {"force_id": force.id, "name": force.name}


def _store(
    work: UnitOfWork, operation_id: str, row: ForceRow, known: _Known, ctx: Context
) -> tuple[bool, bool]:
    """Whether it is new, and whether one that was known is different now."""
    name = needed(row.name, "force_needs_name", FORCE_LENGTH)
    key = row.branch, name.casefold()
    standing = known.forces.get(key)
    facts = _facts(work, operation_id, row, known, ctx)
    if standing is None:
        made = Force(ctx.new_id(), 1, operation_id, row.branch, name, left_at=None, **facts)
        work.add(made)
        known.forces[key] = made
        return True, False
    told = {fact: value for fact, value in facts.items() if fact not in _untold(row)}
    changed = work.change(standing, **told)
    known.forces[key] = changed
    _demand_no_circle(changed, known)
    return False, changed.version != standing.version


# What a fact of the row is called among those of the list.
_TOLD_AS: Mapping[str, str] = {
    "parent_id": "parent",
    "talk_group_id": "talk_group",
    "area_code": "area",
}


def _untold(row: ForceRow) -> frozenset[str]:
    """The facts that stay; a force stands at its post, else in its sector."""
    names = {"parent_id", "leader", "call_sign", "talk_group_id", "area_code", "note", "source"}
    left = {name for name in names if _TOLD_AS.get(name, name) in row.untold}
    return frozenset(left | ({"part_id"} if {"sector", "post"} <= {*row.untold} else set()))


def _facts(
    work: UnitOfWork, operation_id: str, row: ForceRow, known: _Known, ctx: Context
) -> dict[str, Any]:
    if not 0 <= row.strength <= MOST_STRENGTH:
        raise OperatorError("force_strength_range", most=MOST_STRENGTH)
    area = area_coded(row.area, ctx)
    sector = _part(work, operation_id, PartKind.SECTOR, row.sector, None, None, known, ctx)
    post = _part(work, operation_id, PartKind.POST, row.post, sector, area, known, ctx)
    talk = _part(work, operation_id, PartKind.TALK_GROUP, row.talk_group, None, None, known, ctx)
    return {
        "parent_id": _parent(row, known),
        "strength": row.strength,
        "leader": line(row.leader),
        "call_sign": line(row.call_sign, SIGN_LENGTH),
        "part_id": post or sector,
        "talk_group_id": talk,
        "area_code": area,
        "note": line(row.note, ADDRESS),
        "source": line(row.source, ADDRESS),
    }


def _parent(row: ForceRow, known: _Known) -> str | None:
    name = line(row.parent, FORCE_LENGTH)
    if not name:
        return None
    found = known.forces.get((row.branch, name.casefold()))
    if found is None:
        raise OperatorError("unknown_force", name=name)
    return found.id


def _demand_no_circle(force: Force, known: _Known) -> None:
    above = {one.id: one.parent_id for one in known.forces.values()}
    seen, at = {force.id}, force.parent_id
    while at is not None:
        if at in seen:
            raise OperatorError("force_in_circle", name=force.name)
        seen.add(at)
        at = above.get(at)


def _part(
    work: UnitOfWork,
    operation_id: str,
    kind: PartKind,
    said: str,
    parent_id: str | None,
    area_code: str | None,
    known: _Known,
    ctx: Context,
) -> str | None:
    """The id of the sector, post or talk group of that name, made where it is new."""
    name = line(said, PART_LENGTH)
    if not name:
        return None
    standing = known.parts.get((kind, name.casefold()))
    if standing is None:
        made = OperationPart(ctx.new_id(), 1, operation_id, kind, name, parent_id, area_code, None)
        work.add(made)
        known.parts[kind, name.casefold()] = made
        return made.id
    if parent_id is not None and standing.parent_id != parent_id:
        known.parts[kind, name.casefold()] = work.change(standing, parent_id=parent_id)
    return standing.id
