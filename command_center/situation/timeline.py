"""An incident's timeline as codes and parameters; the words are the screen's and the paper's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from command_center.domain.log import Fields, StoredEntry
from command_center.domain.unit import AssignmentKind

# Thirty reporters who heard a reply are thirty entries; who has heard what is shown by report.
# That a unit's system took its order is one of a few, and looked for.
UNSHOWN = frozenset({"delivery.heard"})


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """`kind` is the log entry's kind; `params` are values of its changes and inputs, as text from
    outside: show as plain text only. `note_id`: the note it wrote; `struck`: by id, whether notes
    that were there before are struck from now on."""

    seq: int
    at: datetime
    kind: str
    actor: str
    params: Fields
    note_id: str = ""
    struck: Mapping[str, bool] = field(default_factory=dict)

    @property
    def result(self) -> Fields:
        """What the handler told of it; empty if nothing."""
        told = self.params.get("result")
        return told if isinstance(told, dict) else {}


def _of_an_order(params: Fields) -> bool:
    told = params.get("result")
    return isinstance(told, dict) and told.get("kind") == "order"


def timeline(entries: Iterable[StoredEntry], family: Collection[str]) -> list[TimelineLine]:
    """The lines of the incidents in `family`, in log order."""
    lines = []
    for stored in entries:
        params: Fields = dict(stored.entry.inputs)
        if stored.entry.kind in UNSHOWN and not _of_an_order(params):
            continue
        units: list[str] = []
        requested: list[str] = []
        note_id, struck = "", {}
        for change in stored.entry.changes:
            if change.entity == "incident" and change.id not in family:
                continue
            if change.entity == "assignment":
                units.append(str(change.set.get("unit_id") or change.id))
                if change.set.get("kind") == AssignmentKind.REQUESTED:
                    requested.append(units[-1])
            if change.entity == "note" and change.version == 1:
                note_id = change.id
            elif change.entity == "note" and "struck_at" in change.set:
                struck[change.id] = change.set["struck_at"] is not None
            params[change.entity] = change.set
        params["assignments"], params["requested"] = units, requested
        params["reason"] = stored.entry.reason
        lines.append(
            TimelineLine(
                seq=stored.seq,
                at=datetime.fromisoformat(stored.entry.occurred_at),
                kind=stored.entry.kind,
                actor=stored.entry.actor,
                params=params,
                note_id=note_id,
                struck=struck,
            )
        )
    return lines
