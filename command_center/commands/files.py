"""A file that a source laid down was taken: once, by what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

NAME_LONGEST = 80


@dataclass(frozen=True, slots=True)
class TakeFile:
    """`digest` is the SHA-256 of its bytes, `name` how its sender called it."""

    source_id: str
    name: str
    digest: str
    stored: int
    known: int
    refused: int


@verb(TakeFile, "file.taken", Permission.TAKE_REPORTS, always_logged=True)
def take_file(work: UnitOfWork, command: TakeFile, ctx: Context) -> Result:
    return {
        "source_id": command.source_id,
        "name": command.name[:NAME_LONGEST],
        "stored": command.stored,
        "known": command.known,
        "refused": command.refused,
    }
