"""The machines of the room: the letter of their offline numbers, the key that signs their heads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Role, Workstation
from command_center.ports import UnitOfWork

NAME_LENGTH = 60
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class RegisterWorkstation:
    """A machine says who it is, at each start; only news reaches the log. `public_key` is its
    Ed25519 key in hexadecimal. The result names `workstation_id` and its `letter`."""

    name: str
    public_key: str


@dataclass(frozen=True, slots=True)
class RetireWorkstation:
    """It is gone from the room until the console registers it again. Its letter is not given to
    another, because its numbers stay."""

    name: str


@verb(RegisterWorkstation, "workstation.registered", Permission.RUN_CLOCKWORK)
def register_workstation(work: UnitOfWork, command: RegisterWorkstation, ctx: Context) -> Result:
    name, key = command.name.strip(), _key(command.public_key)
    if not name or len(name) > NAME_LENGTH:
        raise OperatorError("workstation_name", longest=NAME_LENGTH)
    console = ctx.act.role == Role.CONSOLE.value
    if not console and name != ctx.act.workstation:
        raise NotAllowed("workstation_not_itself", name=name)
    known = work.find(Workstation)
    standing = next((one for one in known if one.name == name), None)
    if standing is not None:
        if standing.retired_at is not None and not console:
            raise NotAllowed("workstation_retired", name=name)
        work.change(standing, public_key=key, retired_at=None)
        return {"workstation_id": standing.id, "letter": standing.letter}
    letter = free_letter({one.letter for one in known})
    added = Workstation(ctx.new_id(), 1, name, letter, key, ctx.now, None)
    work.add(added)
    return {"workstation_id": added.id, "letter": letter}


@verb(RetireWorkstation, "workstation.retired", Permission.ADMINISTER)
def retire_workstation(work: UnitOfWork, command: RetireWorkstation, ctx: Context) -> Result:
    standing = work.find(Workstation, name=command.name.strip())
    if not standing:
        raise OperatorError("unknown_workstation", name=command.name)
    if standing[0].retired_at is None:
        work.change(standing[0], retired_at=ctx.now)
    return {"workstation_id": standing[0].id}


def free_letter(taken: Collection[str]) -> str:
    """The first of A..Z, AA..ZZ, AAA.. that nobody has."""
    return next(letter for letter in map(_letter, count()) if letter not in taken)


def _letter(index: int) -> str:
    size = len(ascii_uppercase)
    before = _letter(index // size - 1) if index >= size else ""
    return before + ascii_uppercase[index % size]


def _key(text: str) -> str:
    try:
        key = bytes.fromhex(text)
    except ValueError as error:
        raise OperatorError("workstation_key") from error
    if len(key) != KEY_BYTES:
        raise OperatorError("workstation_key")
    return key.hex()
