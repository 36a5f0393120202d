"""What may be done about units that are busy, and the commands it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from command_center.commands.bulk import MoveUnits
from command_center.commands.dispatch import OrderUnits
from command_center.commands.promises import Promised
from command_center.commands.stack import Reassign, ReassignUnit
from command_center.domain.incident import Incident
from command_center.ui.detail.promised import promised
from command_center.ui.reassign.preview import Going, Preview

Line = Callable[[Incident, Sequence[str]], str]


class Choice(StrEnum):
    """About whoever is busy; the free are simply sent. `leave`: the busy stay where they are."""

    SEND = "send"
    STACK = "stack"
    PULL = "pull"
    CANCEL = "cancel"
    LEAVE = "leave"


_VERB = {
    Choice.STACK: Reassign.STACK,
    Choice.PULL: Reassign.PULL,
    Choice.CANCEL: Reassign.CANCEL,
}
NEEDS_REASON = frozenset(_VERB)


def choices_of(preview: Preview) -> tuple[Choice, ...]:
    """In the order of their digits; the first is the one that is marked: it costs least."""
    if not preview.busy:
        return (Choice.SEND,) if preview.free else ()
    if len(preview.sent) == 1:
        return (Choice.STACK, Choice.PULL, Choice.CANCEL)
    return (Choice.STACK, Choice.PULL, Choice.LEAVE)


def leaves_now(preview: Preview, choice: Choice) -> tuple[Going, ...]:
    """Who is on the way as soon as this is chosen."""
    if choice is Choice.CANCEL:
        return ()
    return preview.sent if choice is Choice.PULL else preview.free


def commands(
    preview: Preview, choice: Choice, reason: str, costs: Mapping[str, str], line: Line
) -> list[Any]:
    """Exactly what the card shows: one order for the free, one decision for each busy unit, in the
    words that `line` makes of the incident and the call signs."""
    incident = preview.incident
    if incident is None:
        return []
    out: list[Any] = []
    free = preview.free
    if free and choice is not Choice.CANCEL:
        out.append(
            OrderUnits(
                incident.id,
                tuple(one.row.id for one in free),
                line(incident, [one.row.call_sign for one in free]),
                holders=("",) * len(free),
                address=incident.address,
                promised=_promised(free),
            )
        )
    verb = _VERB.get(choice)
    if verb is not None:
        out += [_decided(preview, one, verb, reason, costs, line) for one in preview.busy]
    return out


def _decided(
    preview: Preview, one: Going, verb: Reassign, reason: str, costs: Mapping[str, str], line: Line
) -> ReassignUnit:
    incident = preview.incident
    if incident is None or verb is Reassign.CANCEL:
        return ReassignUnit(one.row.id, verb, reason, one.row.holder, costs=costs)
    return ReassignUnit(
        one.row.id,
        verb,
        reason,
        one.row.holder,
        incident_id=incident.id,
        text=line(incident, [one.row.call_sign]),
        address=incident.address,
        costs=costs,
        promised=_promised((one,)) if verb is Reassign.PULL else {},
    )


def _promised(going: Sequence[Going]) -> Promised:
    """What the card said of who leaves now."""
    drives = {one.row.id: one.drive for one in going if one.drive is not None}
    return promised(drives, drives)


def move(preview: Preview, area: str, reason: str, costs: Mapping[str, str]) -> list[Any]:
    """Their home is `area` from now on."""
    ids: Sequence[str] = [one.row.id for one in preview.sent]
    return [MoveUnits(tuple(ids), area, reason, costs=costs)] if ids else []
