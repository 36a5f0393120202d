"""The agencies of the room: who they are, and how what is referred to them gets there."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.permissions import Permission
from command_center.domain.unit import Agency
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class ImportAgencies:
    """Add agencies, or change by code what they are called and how they are reached. Whose units
    are whose to order is said once, when an agency is added."""

    agencies: tuple[Agency, ...]


@verb(ImportAgencies, "agencies.imported", Permission.ADMINISTER)
def import_agencies(work: UnitOfWork, command: ImportAgencies, ctx: Context) -> Result:
    for agency in command.agencies:
        standing = work.find(Agency, code=agency.code)
        if not standing:
            work.add(agency)
            continue
        work.change(
            standing[0],
            name=agency.name,
            short=agency.short,
            via=agency.via,
            reach=agency.reach,
            answer_s=agency.answer_s,
            outcome_s=agency.outcome_s,
        )
    return {"count": len(command.agencies)}
