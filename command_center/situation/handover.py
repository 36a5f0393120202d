"""The board that is handed over, as a window knows it: the same items as the transaction reads."""

from __future__ import annotations

from datetime import datetime

from command_center.domain.handover import (
    NAMED,
    Handover,
    HandoverEnd,
    Item,
    ItemKind,
    Standing,
    standings,
)
from command_center.domain.handover_board import (
    HOLDING,
    Board,
    board_items,
    in_danger,
    told_to_shift,
)
from command_center.domain.room import Shift
from command_center.situation.situation import Situation


def handover_now(situation: Situation) -> Handover | None:
    """The one that goes on."""
    rows = (row for row in situation.all("handover") if row.ended_at is None)
    return max(rows, key=lambda row: row.begun_at, default=None)


def last_handover(situation: Situation) -> Handover | None:
    """The one that made the shift that goes on."""
    shift = situation.shift
    rows = situation.all("handover")
    return next((row for row in rows if shift and row.next_shift_id == shift.id), None)


def last_called_off(situation: Situation) -> Handover | None:
    """The last one of the shift that goes on, if it was called off."""
    shift = situation.shift
    rows = [row for row in situation.all("handover") if shift and row.shift_id == shift.id]
    last = max(rows, key=lambda row: row.begun_at, default=None)
    return last if last is not None and last.outcome is HandoverEnd.CANCELLED else None


def room_items(situation: Situation, at: datetime, shift: Shift | None = None) -> list[Item]:
    """Those that are rows of the room; what was told to `shift`, else to the one that goes on, as
    it held at `at`."""
    shift = shift or situation.shift
    open_ids = {row.id for row in situation.open_incidents()}
    held = [a for unit in situation.all("unit") for a in situation.unit_assignments(unit.id)]
    board = Board(
        incidents=list(situation.open_incidents()),
        units=list(situation.all("unit")),
        assignments=[row for row in held if row.kind in HOLDING],
        tasks=[row for row in situation.all("order_task") if row.heard_at is None],
        checks=[row for row in situation.all("welfare_check") if in_danger(row)],
        referrals=[row for row in situation.all("referral") if row.ended_at is None],
        standbys=[row for row in situation.all("standby") if row.incident_id in open_ids],
        alarms=situation.open_alarms(),
        instructions=told_to_shift(
            situation.all("instruction"),
            situation.all("shift_note"),
            situation.all("note"),
            shift.starts_at if shift is not None else at,
            at,
        ),
        agencies=list(situation.all("agency")),
        hospitals=list(situation.all("hospital")),
    )
    return board_items(board)


def standing_of(situation: Situation, handover: Handover) -> list[Standing]:
    """Every item of it beside what was done about it."""
    rows = [row for row in situation.all("handover_item") if row.handover_id == handover.id]
    named = [
        Item(row.kind, row.subject_id, row.title, row.red, row.facts)
        for row in rows
        if ItemKind(row.kind) in NAMED
    ]
    shift = situation.get("shift", handover.shift_id)
    return standings(rows, [*room_items(situation, handover.begun_at, shift), *named])
