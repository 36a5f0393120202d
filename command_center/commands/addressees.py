"""Whom an instruction or a task is for: known to the room, and called by the name it has there."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.domain.errors import OperatorError
from command_center.domain.instruction import AddresseeKind
from command_center.domain.room import Staff
from command_center.domain.unit import Unit
from command_center.ports import UnitOfWork

NAME_LENGTH, QUOTED = 100, 120


@dataclass(frozen=True, slots=True)
class Addressee:
    """`id` of a person or a unit, the name of a workstation, "" of the lead and the room."""

    kind: AddresseeKind
    id: str = ""


def known(work: UnitOfWork, one: Addressee) -> None:
    """OperatorError for somebody who has left, or a seat without a name. Any name of a seat will
    do: a room on one machine keeps no list of them."""
    if one.kind is AddresseeKind.PERSON:
        if work.get(Staff, one.id).left_at is not None:
            raise OperatorError("addressee_left", name=work.get(Staff, one.id).name)
    elif one.kind is AddresseeKind.UNIT:
        work.get(Unit, one.id)
    elif one.kind is AddresseeKind.SEAT:
        if not one.id.strip() or len(one.id) > NAME_LENGTH:
            raise OperatorError("addressee_needs_seat")
    elif one.id:
        raise OperatorError("addressee_takes_no_name")


def named(work: UnitOfWork, one: Addressee) -> str:
    """For the log; "" for the lead and the room, which the screen names."""
    if one.kind is AddresseeKind.PERSON:
        return work.get(Staff, one.id).name
    return work.get(Unit, one.id).call_sign if one.kind is AddresseeKind.UNIT else one.id


def line_to(text: str) -> str:
    """An instruction as the radio log quotes it."""
    words = " ".join(text.split())
    short = words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"
    return f"Perintah diterima: {short}"
