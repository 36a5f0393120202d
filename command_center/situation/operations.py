"""What the room knows of its operations: the level of each place and who ordered it, the log of
decisions with who heard them, and the tasks that are open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.operation import (
    Decision,
    DecisionKind,
    Hearing,
    OperationPlace,
    PlanTask,
)
from command_center.domain.room import Operation, SituationLevel
from command_center.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class PlaceStanding:
    """`last`: the decision that set the level, None while it stands as it began; `since` then or
    from the operation's start. `row` None: started by an older program."""

    name: str
    level: SituationLevel
    since: datetime
    last: Decision | None
    row: OperationPlace | None


def places(situation: Situation, operation: Operation) -> list[PlaceStanding]:
    """The worst first, those of a level by name."""
    rows: dict[str, OperationPlace] = {
        row.name: row
        for row in situation.all("operation_place")
        if row.operation_id == operation.id and row.left_at is None
    }
    last: dict[str, Decision] = {}
    for one in reversed(decisions(situation, operation.id)):
        # two desks' clocks may differ: the newest by its time need not be the one that stands
        if one.level == operation.levels.get(one.place) and one.kind is not DecisionKind.PLAN:
            last[one.place] = one
    standing = [
        _standing(operation, name, SituationLevel(level), last.get(name), rows.get(name))
        for name, level in operation.levels.items()
    ]
    worst = list(SituationLevel)[::-1]
    return sorted(standing, key=lambda place: (worst.index(place.level), place.name.casefold()))


def _standing(
    operation: Operation,
    name: str,
    level: SituationLevel,
    last: Decision | None,
    row: OperationPlace | None,
) -> PlaceStanding:
    began = row.added_at if row is not None else operation.starts_at
    if last is not None and last.at < began:
        last = None  # of a place of that name that has left since
    return PlaceStanding(name, level, last.at if last is not None else began, last, row)


def decisions(situation: Situation, operation_id: str, place: str = "") -> list[Decision]:
    """The newest first; of one place, or of all."""
    rows: list[Decision] = [
        row
        for row in situation.all("decision")
        if row.operation_id == operation_id and place in ("", row.place)
    ]
    return sorted(rows, key=lambda row: (row.at, row.id), reverse=True)


def hearings(situation: Situation) -> dict[str, list[Hearing]]:
    """By decision, in the order they were heard."""
    found: defaultdict[str, list[Hearing]] = defaultdict(list)
    for row in sorted(situation.all("hearing"), key=lambda row: (row.at, row.id)):
        if row.struck_at is None:
            found[row.decision_id].append(row)
    return dict(found)


def revocations(rows: Sequence[Decision]) -> dict[str, Decision]:
    """By the decision that each of them took back."""
    return {row.revokes: row for row in rows if row.revokes is not None}


def plan_called(situation: Situation, place: PlaceStanding, operation_id: str) -> Decision | None:
    """The call of the plan of the level that stands there now."""
    for row in decisions(situation, operation_id, place.name):
        if row.at < place.since:
            return None
        if row.kind is DecisionKind.PLAN and row.level is place.level:
            return row
    return None


def tasks(situation: Situation, operation_id: str, place: str = "") -> list[PlanTask]:
    """The open ones by when they are due, then the ended ones, the last first."""
    rows: list[PlanTask] = [
        row
        for row in situation.all("plan_task")
        if row.operation_id == operation_id and place in ("", row.place)
    ]
    still = sorted((r for r in rows if r.done_at is None), key=lambda r: (r.due_at, r.id))
    ended = [(row.done_at, row.id, row) for row in rows if row.done_at is not None]
    return [*still, *(row for _, _, row in sorted(ended, key=lambda e: e[:2], reverse=True))]
