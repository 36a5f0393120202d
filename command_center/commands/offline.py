"""What may be entered while the room is out of reach: only what adds, and how it is written down.

Such a command keeps its op_id, its author and the time it was entered; the room runs it under them
once it is in reach again, and then it is an act like any other.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from command_center.commands.checklist import TickItem
from command_center.commands.dispatch import AcknowledgeOrder, SetUnitStatus
from command_center.commands.intake import ALIAS_LENGTH, EnterCall
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.notes import AddNote
from command_center.commands.order_task import HearTask
from command_center.commands.registry import VERBS, Context, Result, verb
from command_center.commands.reported import ReportOrder
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.log import Act
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

ADDITIVE: tuple[type[Any], ...] = (
    EnterCall,
    AddNote,
    SetUnitStatus,
    AcknowledgeOrder,
    ReportOrder,
    HearTask,
    TickItem,
)
_ALIAS_SPACE = uuid.UUID("1d7c4a52-0f3c-5b0e-9f5d-8f0f5b1d7a66")


@dataclass(frozen=True, slots=True)
class KeepAlias:
    """An incident the room had stored although its answer was lost: people know it by the number
    its workstation gave it meanwhile."""

    incident_id: str
    alias: str


@verb(KeepAlias, "incident.aliased", Permission.TAKE_REPORTS)
def keep_alias(work: UnitOfWork, command: KeepAlias, ctx: Context) -> Result:
    incident = work.get(Incident, command.incident_id)
    if incident.alias is None:
        work.change(incident, alias=command.alias[:ALIAS_LENGTH])
    return {"incident_id": incident.id}


def alias_op_id(op_id: str) -> str:
    """The op_id under which the alias of what `op_id` made is kept."""
    return str(uuid.uuid5(_ALIAS_SPACE, op_id))


def is_additive(command: Any) -> bool:
    return type(command) in ADDITIVE


def kind_of(command: Any) -> str:
    return VERBS[type(command)].kind


def local_number(letter: str, number: int) -> str:
    """ "B-03": what people call an incident that the room does not know yet."""
    return f"{letter}-{number:02}"


def as_kept(command: Any, at: datetime, alias: str) -> Any:
    """The command with what only this moment knows: when it was heard, and the number given."""
    if isinstance(command, EnterCall):
        return replace(command, alias=alias, received_at=command.received_at or at)
    if isinstance(command, SetUnitStatus):
        return replace(command, observed_at=command.observed_at or at)
    if isinstance(command, ReportOrder):
        return replace(command, ordered_at=command.ordered_at or at)
    return command


def as_replayed(act: Act, at: datetime) -> Act:
    """By whom and when it was entered, and that the room hears of it late."""
    return replace(act, occurred_at=act.occurred_at or at, reason=KEPT_LOCALLY)


_KINDS: Mapping[str, type[Any]] = {VERBS[command].kind: command for command in ADDITIVE}
_encoder = msgspec.json.Encoder(order="deterministic")


def encode(value: Any) -> bytes:
    """A command or an Act as JSON."""
    return _encoder.encode(value)


def decode(kind: str, body: bytes) -> Any:
    """The command of a kind; OperatorError if this program cannot read it."""
    try:
        return msgspec.json.decode(body, type=_KINDS[kind])
    except (KeyError, msgspec.MsgspecError) as error:
        raise OperatorError("stored_unreadable", kind=kind[:40]) from error


def decode_act(body: bytes) -> Act:
    try:
        return msgspec.json.decode(body, type=Act)
    except msgspec.MsgspecError as error:
        raise OperatorError("stored_unreadable", kind="act") from error
