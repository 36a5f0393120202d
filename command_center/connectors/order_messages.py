"""An order, or the end of one, as a message to the units' own system.

JSON {"contract", "id", "kind": "order" | "stand_down", "at", "text", "number", "address", "lat",
"lon", "units": [{"call_sign", "requested"}]}, or a question what they are doing: "kind": "ask"
without text, number and place. What the units say comes back as records of contract v1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from command_center.domain.incident import Incident
from command_center.domain.log import Change, StoredEntry
from command_center.domain.unit import Assignment, AssignmentKind, Unit

CONTRACT = "pusat-komando-orders/1"
# Entries that end an assignment without the unit having said so itself.
_CALLED_OFF = frozenset(
    {
        "incident.closed",
        "unit.released",
        "entry.undone",
        "report.followed",
        "order.cancelled",
        "order.silent",
    }
)
# Entries that put a unit on an incident, and those that say an order once more or otherwise.
_ORDERED = frozenset({"units.ordered", "unit.reassigned", "stacked.started"})
_SAID_ANEW = frozenset({"order.repeated", "incident.address_corrected"})
_HOLDING = frozenset({AssignmentKind.ACTIVE.value, AssignmentKind.REQUESTED.value})


class Directory(Protocol):
    """What the entries handed over leave open, as it stands after them."""

    def assignment(self, id: str) -> Assignment | None: ...

    def incident(self, id: str) -> Incident | None: ...

    def unit(self, id: str) -> Unit | None: ...


@dataclass(frozen=True, slots=True)
class Message:
    id: str
    body: bytes


def messages_of(stored: StoredEntry, directory: Directory) -> list[Message]:
    """What the units must hear of an entry: an order, or that they are not needed any more."""
    entry = stored.entry
    at = datetime.fromisoformat(entry.occurred_at)
    changes = [change for change in entry.changes if change.entity == "assignment"]
    told = entry.inputs.get("result", {})
    begun = [change.id for change in changes if _begins(change)]
    if entry.kind in _ORDERED and begun:
        said = (c.set["text"] for c in entry.changes if c.entity == "dispatch_order")
        text = next(said, "") or str(told.get("text", ""))
        return _messages("order", entry.op_id, at, text, begun, directory)
    if entry.kind in _SAID_ANEW:
        again = [str(id) for id in told.get("assignments", ())]
        text = str(told.get("text", ""))
        return _messages("order", entry.op_id, at, text, again, directory)
    if entry.kind == "unit.asked":
        return _question(entry.op_id, at, str(told.get("unit_id", "")), directory)
    if entry.kind in _CALLED_OFF or told.get("choice") == "cancel":
        ended = [change.id for change in changes if change.set.get("closed_at")]
        return _messages("stand_down", entry.op_id, at, "", ended, directory)
    return []


def _question(op_id: str, at: datetime, unit_id: str, directory: Directory) -> list[Message]:
    """What it is doing; about no place."""
    unit = directory.unit(unit_id)
    if unit is None:
        return []
    units = [{"call_sign": unit.call_sign, "requested": False}]
    told = {"contract": CONTRACT, "id": op_id, "kind": "ask", "at": at.isoformat(), "units": units}
    return [Message(op_id, json.dumps(told).encode())]


def _begins(change: Change) -> bool:
    """A new order, or one that waited until now; not one that goes on to wait."""
    new = change.version == 1 or "kind" in change.set
    return new and change.set.get("kind", AssignmentKind.ACTIVE) in _HOLDING


EXERCISE = "LATIHAN:"
"""Only an exercise sends these; whoever reads one sees it."""


def _messages(
    kind: str, op_id: str, at: datetime, text: str, ids: Sequence[str], directory: Directory
) -> list[Message]:
    """One message per incident the assignments belong to."""
    by_incident: dict[str, list[dict[str, Any]]] = {}
    for id in ids:
        assignment = directory.assignment(id)
        unit = directory.unit(assignment.unit_id) if assignment else None
        if assignment is not None and unit is not None:
            requested = assignment.kind is AssignmentKind.REQUESTED
            recipient = {"call_sign": unit.call_sign, "requested": requested}
            by_incident.setdefault(assignment.incident_id, []).append(recipient)
    made = []
    for number, (incident_id, units) in enumerate(by_incident.items()):
        incident = directory.incident(incident_id)
        body = {
            "contract": CONTRACT,
            "id": f"{op_id}:{number}",
            "kind": kind,
            "at": at.isoformat(),
            "text": f"{EXERCISE} {text}" if text else "",
            "number": incident.number if incident else 0,
            "address": incident.address if incident else "",
            "lat": incident.lat if incident else None,
            "lon": incident.lon if incident else None,
            "units": units,
        }
        made.append(Message(f"{op_id}:{number}", json.dumps(body).encode()))
    return made
