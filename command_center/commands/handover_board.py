"""The board that a shift hands over, read in the transaction that freezes or signs it."""

from __future__ import annotations

from datetime import datetime, timedelta

from command_center.advice.shift_patterns import shift_patterns
from command_center.commands.registry import Context
from command_center.domain.errors import OperatorError
from command_center.domain.handover import SETTING, HandoverRules, Item, due_at, rules_of
from command_center.domain.handover_board import (
    HOLDING,
    STANDING_BY,
    Board,
    board_items,
    told_to_shift,
)
from command_center.domain.incident import OPEN_STATUSES, Incident, Note
from command_center.domain.instruction import Instruction, ShiftNote
from command_center.domain.referral import Hospital, Referral, Standby
from command_center.domain.room import Alarm, RoomSetting, Shift
from command_center.domain.shift_pattern import (
    DEFAULT_PATTERN,
    PATTERN_SETTING,
    ShiftPattern,
    pattern_of,
)
from command_center.domain.unit import (
    Agency,
    Assignment,
    OrderTask,
    Unit,
    WelfareCheck,
    WelfareOutcome,
)
from command_center.ports import Among, UnitOfWork


def current_shift(work: UnitOfWork) -> Shift:
    """The one that goes on; OperatorError in a room that has none."""
    rows = work.find(Shift, ends_at=None)
    if not rows:
        raise OperatorError("no_shift")
    return max(rows, key=lambda row: row.starts_at)


def rules(work: UnitOfWork) -> HandoverRules:
    kept = work.find(RoomSetting, id=SETTING)
    return rules_of(kept[0].value if kept else None)


def pattern(work: UnitOfWork) -> ShiftPattern:
    """What the room works by; the default where what is set cannot be read."""
    kept = work.find(RoomSetting, id=PATTERN_SETTING)
    try:
        return pattern_of(kept[0].value)
    except (IndexError, KeyError, TypeError, ValueError):
        return next(one for one in shift_patterns() if one.id == DEFAULT_PATTERN)


def demand_time(work: UnitOfWork, shift: Shift, ctx: Context) -> None:
    """OperatorError before the last minutes of the shift."""
    opens = timedelta(minutes=rules(work).opens_min)
    zone = ctx.city.local(ctx.now).tzinfo
    if zone is None:
        raise ValueError("a local time has a zone")
    due = due_at(pattern(work), shift.starts_at, zone, opens)
    if ctx.now < due - opens:
        at = ctx.city.local(due - opens)
        raise OperatorError("handover_too_early", at=f"{at:%H:%M}")


def room_items(work: UnitOfWork, shift: Shift, at: datetime) -> list[Item]:
    """Those that are rows of the room, as they stand in this transaction; of what was told to the
    shift, what held at `at`."""
    incidents = work.find(Incident, status=Among(OPEN_STATUSES))
    about = Among({row.id for row in incidents})
    asked = work.find(Standby, incident_id=about, state=Among(STANDING_BY)) if incidents else []
    notes = work.find(Note, incident_id=None, struck_at=None)
    board = Board(
        incidents=incidents,
        units=work.find(Unit),
        assignments=work.find(Assignment, closed_at=None, kind=Among(HOLDING)),
        tasks=work.find(OrderTask, heard_at=None),
        checks=[
            *work.find(WelfareCheck, ended_at=None),
            *work.find(WelfareCheck, outcome=WelfareOutcome.HURT),
        ],
        referrals=work.find(Referral, ended_at=None),
        standbys=asked,
        alarms=work.find(Alarm, cleared_at=None),
        instructions=told_to_shift(
            work.find(Instruction, withdrawn_at=None),
            work.find(ShiftNote, struck_at=None),
            notes,
            shift.starts_at,
            at,
        ),
        agencies=work.find(Agency),
        hospitals=work.find(Hospital),
    )
    return board_items(board)
