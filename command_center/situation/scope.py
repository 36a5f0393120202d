"""Which rows a window keeps: open work, what closed lately, and what belongs to either."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from command_center.domain.incident import OPEN_STATUSES, Incident
from command_center.domain.instruction import KEPT_TURNS, Instruction, Repeats, RoomTask, TaskTurn
from command_center.domain.log import Change
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.polling_day import KEPT
from command_center.domain.referral import Delivery
from command_center.domain.unit import WelfareOutcome

_STANDING = frozenset({WelfareOutcome.HURT, WelfareOutcome.GIVEN_UP})
"""Outcomes of a search that hold until something else is said of the unit."""
_OPEN = frozenset(status.value for status in OPEN_STATUSES)

# What belongs to an incident by its incident_id.
CHILDREN = (
    "incident_report", "dispatch_order", "assignment", "note", "snapshot", "referral", "visit",
    "standby", "casualties", "checklist_mark", "duplicate_answer",
)  # fmt: skip
ABOUT_INCIDENT = frozenset(
    {*CHILDREN, "evidence", "take_over", "delivery", "phone_call", "radio_line"} - {"assignment"}
)
# What is between two incidents, and the fields that name them.
BETWEEN = {
    "merge_link": ("winner_id", "loser_id"),
    "incident_link": ("incident_id", "other_id"),
    "handling": ("id", "parent_id"),
}


def comes_back(change: Change) -> bool:
    """Whether a change of an incident that is not kept makes it open work again."""
    return change.entity == "incident" and change.set.get("status") in _OPEN


def outlived(
    incidents: Mapping[str, Incident], holding: frozenset[str], since: datetime
) -> set[str]:
    """Ids of incidents that a snapshot since `since` would leave out. `holding` = ids of those
    that still hold a unit, that another agency owes an answer about or whose visit nobody told
    of. What is merged into a kept one is kept."""

    def is_kept(incident: Incident) -> bool:
        if incident.is_open or incident.id in holding:
            return True
        if incident.closed_at is not None and incident.closed_at >= since:
            return True
        winner = incidents.get(incident.merged_into) if incident.merged_into else None
        return winner is not None and is_kept(winner)

    return {incident.id for incident in incidents.values() if not is_kept(incident)}


Rows = Mapping[str, Mapping[str, Any]]


def unheard_at(rows: Rows) -> Iterator[str]:
    """Ids of the incidents about which a unit has not heard something that it must."""
    for task in rows["order_task"].values():
        order = rows["assignment"].get(task.assignment_id)
        if task.heard_at is None and order is not None:
            yield order.incident_id


def also_kept(rows: Rows, since: datetime) -> Mapping[str, Callable[[Any], bool]]:
    """By entity: which rows a snapshot since `since` holds of what belongs to incidents and orders
    in ways of its own, or to none. To be asked once the incidents and orders that go are gone."""
    kept, orders = rows["incident"], rows["assignment"]
    calls = {row.id for row in rows["roll_call"].values() if row.ends_at >= since}
    given = {row.id for row in rows["instruction"].values() if _given(row, since)}
    done = _done(rows, since)
    tasks = {row.id: row for row in rows["room_task"].values() if _comes(row, done, since)}
    return {
        "handling": lambda row: row.id in kept,
        "incident_link": lambda row: row.incident_id in kept or row.other_id in kept,
        "order_task": lambda row: row.assignment_id in orders,
        "welfare_check": lambda row: (
            row.ended_at is None or row.ended_at >= since or row.outcome in _STANDING
        ),
        "road_closure": lambda row: row.opened_at is None or row.opened_at >= since,
        "early_episode": lambda row: row.closed_at is None or row.closed_at >= since,
        "evidence": lambda row: row.requested_at >= since or row.incident_id in kept,
        "alarm": lambda row: row.cleared_at is None or row.cleared_at >= since,
        "public_notice": lambda row: row.state != "withdrawn" or row.made_at >= since,
        "radio_line": lambda row: row.at >= since or row.incident_id in kept,
        "station_group": lambda row: row.ended_at is None or row.ended_at >= since,
        "station_message": lambda row: row.at >= since - KEPT,
        **dict.fromkeys(("duty", "duty_swap", "roll_call"), lambda row: row.ends_at >= since),
        **dict.fromkeys(("roll_mark", "unit_check"), lambda row: row.roll_call_id in calls),
        "seating": lambda row: row.until is None or row.until >= since,
        "handover_item": lambda row: _stands(rows["handover"].get(row.handover_id), since),
        "book_entry": lambda row: row.at >= since,
        "instruction": lambda row: row.id in given,
        "instruction_receipt": lambda row: row.instruction_id in given,
        "room_task": lambda row: row.id in tasks,
        "task_turn": lambda row: (
            row.due_at >= since - KEPT_TURNS
            or (row.task_id in tasks and tasks[row.task_id].repeats is Repeats.ONCE)
        ),
        "shift_note": lambda row: row.ends_at >= since,
    }


def _stands(handover: Any, since: datetime) -> bool:
    return handover is not None and (handover.ended_at is None or handover.ended_at >= since)


def _given(row: Instruction, since: datetime) -> bool:
    withdrawn = row.withdrawn_at is not None and row.withdrawn_at < since
    return not withdrawn and (row.expires_at is None or row.expires_at >= since)


def _done(rows: Rows, since: datetime) -> set[tuple[str, datetime | None]]:
    """(task, time it was due) of all that was done before `since`."""
    turns: Iterator[TaskTurn] = iter(rows["task_turn"].values())
    return {
        (turn.task_id, turn.due_at)
        for turn in turns
        if turn.struck_at is None and turn.done_at < since
    }


def _comes(task: RoomTask, done: set[tuple[str, datetime | None]], since: datetime) -> bool:
    """One that comes once is over when it was done, as if it had been ended."""
    ended = task.ended_at is not None and task.ended_at < since
    return not ended and (task.id, task.first_at) not in done


def newest_closed(incidents: Mapping[str, Incident], most: int, since: datetime) -> datetime:
    """`since`, or the later time from which on only `most` incidents were closed."""
    ended = sorted(
        (i.closed_at for i in incidents.values() if i.closed_at is not None and not i.is_open),
        reverse=True,
    )
    return max(since, ended[most - 1]) if len(ended) > most else since


def still_told(row: Delivery, since: datetime, kept: dict[str, Any]) -> bool:
    """On its way, or ended a while ago but about something that is still here."""
    return row.ended_at is None or row.ended_at >= since or row.incident_id in kept


def still_needed(call: PhoneCall, since: datetime, kept: dict[str, Any]) -> bool:
    """Nobody has called back yet, or what it was about is still here."""
    unanswered = call.state is CallState.ABANDONED and call.called_back_at is None
    return unanswered or call.ringing_at >= since or call.incident_id in kept
