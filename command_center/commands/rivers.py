"""Which rivers the room's maps show."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.commands.roads import LICENCE_LENGTH, NAME_LENGTH
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork

RIVERS_SETTING = "rivers"


@dataclass(frozen=True, slots=True)
class KeepRivers:
    """The rivers of that hash are the room's from now on; the file itself is kept by each machine
    that imported it. `source` is the name of the file they were taken from."""

    source: str
    digest: str
    rivers: int
    km: float
    licence: str = ""


@verb(KeepRivers, "rivers.imported", Permission.ADMINISTER)
def keep_rivers(work: UnitOfWork, command: KeepRivers, ctx: Context) -> Result:
    digest = command.digest
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise OperatorError("rivers_bad_hash")
    value = {
        "source": command.source[:NAME_LENGTH],
        "sha256": digest,
        "rivers": command.rivers,
        "km": round(command.km, 1),
        "imported_at": ctx.now.isoformat(),
        "licence": command.licence[:LICENCE_LENGTH],
    }
    standing = work.find(RoomSetting, id=RIVERS_SETTING)
    if standing:
        work.change(standing[0], value=value)
    else:
        work.add(RoomSetting(RIVERS_SETTING, 1, value))
    return {"rivers": command.rivers, "km": round(command.km, 1), "sha256": digest}
