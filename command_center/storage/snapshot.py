"""Everything the room needs to start knowing: rows and the log's head, read together."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from command_center.domain.instruction import KEPT_TURNS, Repeats
from command_center.domain.polling_day import KEPT
from command_center.ports import RowsSnapshot
from command_center.storage.codec import codec_named
from command_center.storage.link import POSTGRES, Link
from command_center.storage.statements import HEAD, names
from command_center.storage.times import to_us

# What is small, and needed whole.
_FACTS = (
    "room", "staff", "shift", "operation", "source", "agency", "place", "boundaries",
    "unit", "camera", "camera_lease", "workstation", "room_setting", "hospital", "partner",
    "night_watch", "rating", "prank_mark", "site", "election", "polling_station", "assessment",
    "dialogue", "friction_note", "operation_place", "decision", "hearing", "plan_task",
    "operation_part", "force", "election_stage", "station_pattern", "force_pool",
    "ballot_escort", "regu", "personnel", "handover",
)  # fmt: skip

# Open ones, those closed since, those still holding a unit, those another agency still owes us an
# answer about, those with a visit nobody has told of, and those about which a unit has not heard
# something that it must.
_BEGUN = """
    SELECT id FROM incident WHERE status IN ('baru', 'terverifikasi', 'ditangani')
    UNION ALL SELECT id FROM incident WHERE closed_at >= ?
    UNION ALL SELECT incident_id FROM assignment WHERE closed_at IS NULL
    UNION ALL SELECT incident_id FROM referral WHERE ended_at IS NULL
    UNION ALL SELECT incident_id FROM visit WHERE done_at IS NULL
    UNION ALL SELECT a.incident_id FROM order_task t JOIN assignment a ON a.id = t.assignment_id
        WHERE t.heard_at IS NULL
"""
_MERGED = "SELECT loser_id FROM merge_link WHERE unmerged_at IS NULL AND winner_id {among}"
# What belongs to an incident by its incident_id.
_CHILDREN = (
    "incident_report", "dispatch_order", "assignment", "note", "snapshot", "referral", "visit",
    "standby", "casualties", "checklist_mark", "duplicate_answer",
)  # fmt: skip
_ROOM_NOTES = "WHERE incident_id IS NULL AND at >= ?"
_EVIDENCE = "WHERE requested_at >= ? OR incident_id {among}"
_TAKE_OVERS = "WHERE answer IS NULL AND incident_id {among}"
_CONFLICTS = "WHERE resolved_at IS NULL OR resolved_at >= ?"
_ALARMS = "WHERE cleared_at IS NULL OR cleared_at >= ?"
_DELIVERIES = "WHERE ended_at IS NULL OR ended_at >= ? OR incident_id {among}"
_NOTICES = "WHERE state <> 'withdrawn' OR made_at >= ?"
_CALLS = (
    "WHERE ringing_at >= ? OR incident_id {among} OR state = 'abandoned' AND called_back_at IS NULL"
)
_HANDLED = "WHERE id {among}"
_LINKED = "WHERE incident_id {among} OR other_id {among}"
_TASKS = "WHERE assignment_id {among}"
_CHECKS = "WHERE ended_at IS NULL OR ended_at >= ? OR outcome IN ('hurt', 'given_up')"
_CLOSURES = "WHERE opened_at IS NULL OR opened_at >= ?"
_EPISODES = "WHERE closed_at IS NULL OR closed_at >= ?"
_GROUPS = "WHERE ended_at IS NULL OR ended_at >= ?"
_TOLD = "WHERE at >= ?"
_UNTIL = "WHERE ends_at >= ?"
_OF_A_CALL = "WHERE roll_call_id IN (SELECT id FROM roll_call WHERE ends_at >= ?)"
_SEATED = "WHERE until IS NULL OR until >= ?"
_HANDED = "WHERE handover_id IN (SELECT id FROM handover WHERE ended_at IS NULL OR ended_at >= ?)"
_BOOK = "WHERE at >= ?"
_INSTRUCTIONS = (
    "WHERE (withdrawn_at IS NULL OR withdrawn_at >= ?) AND (expires_at IS NULL OR expires_at >= ?)"
)
_RECEIPTS = "WHERE instruction_id {among}"
# One that comes once is over when it was done; what it was done for stays as long as it does.
_ROOM_TASKS = (
    "WHERE (ended_at IS NULL OR ended_at >= ?) AND NOT EXISTS (SELECT 1 FROM task_turn t"
    " WHERE t.task_id = room_task.id AND t.due_at = room_task.first_at"
    " AND t.struck_at IS NULL AND t.done_at < ?)"
)
_TURNS = "WHERE due_at >= ? OR task_id {among}"
_SHIFT_NOTES = "WHERE ends_at >= ?"
_LINES = "WHERE at >= ? OR incident_id {among}"
_EVERYTHING = (
    *_FACTS, "incident", "report", "merge_link", *_CHILDREN, "evidence", "alarm",
    "take_over", "order_conflict", "attachment", "delivery", "public_notice", "phone_call",
    "radio_line", "handling", "incident_link", "order_task", "welfare_check", "road_closure",
    "early_episode", "station_group", "station_message", "duty", "duty_swap", "roll_call",
    "roll_mark", "unit_check", "seating",
    "handover_item", "book_entry",
    "instruction", "instruction_receipt",
    "room_task", "task_turn", "shift_note",
)  # fmt: skip

_LONG_S = 61.0
_Rows = list[dict[str, Any]]


def _read(link: Link, entity: str, where: str = "", *values: Any) -> _Rows:
    codec = codec_named(entity)
    sql = f'SELECT {names(codec.fields)} FROM "{entity}" {where} ORDER BY id'  # noqa: S608
    return [codec.json_row(row) for row in link.run(sql, values)]


def _kept(link: Link, since: int) -> list[str]:
    """The incidents of the snapshot, with all that was merged into any of them."""
    merged = _MERGED.format(among=link.dialect.among)
    kept: set[str] = set()
    found = {str(row[0]) for row in link.all(_BEGUN, (since,))}
    while found:
        kept |= found
        losers = link.all(merged, (link.dialect.as_list(sorted(found)),))
        found = {str(row[0]) for row in losers} - kept
    return sorted(kept)


def _recent(link: Link, since: int) -> dict[str, _Rows]:
    among = link.dialect.among
    kept = link.dialect.as_list(_kept(link, since))
    rows = {entity: _read(link, entity) for entity in _FACTS}
    rows["incident"] = _read(link, "incident", f"WHERE id {among}", kept)
    for entity in _CHILDREN:
        rows[entity] = _read(link, entity, f"WHERE incident_id {among}", kept)
    rows["note"] += _read(link, "note", _ROOM_NOTES, since)
    reports = link.dialect.as_list([row["report_id"] for row in rows["incident_report"]])
    rows["report"] = _read(link, "report", f"WHERE id {among}", reports)
    merged = f"WHERE winner_id {among} OR loser_id {among}"
    rows["merge_link"] = _read(link, "merge_link", merged, kept, kept)
    rows["evidence"] = _read(link, "evidence", _EVIDENCE.format(among=among), since, kept)
    rows["alarm"] = _read(link, "alarm", _ALARMS, since)
    rows["take_over"] = _read(link, "take_over", _TAKE_OVERS.format(among=among), kept)
    rows["order_conflict"] = _read(link, "order_conflict", _CONFLICTS, since)
    rows["attachment"] = _read(link, "attachment", f"WHERE report_id {among}", reports)
    rows["delivery"] = _read(link, "delivery", _DELIVERIES.format(among=among), since, kept)
    rows["public_notice"] = _read(link, "public_notice", _NOTICES, since)
    rows["phone_call"] = _read(link, "phone_call", _CALLS.format(among=among), since, kept)
    rows["radio_line"] = _read(link, "radio_line", _LINES.format(among=among), since, kept)
    orders = link.dialect.as_list([row["id"] for row in rows["assignment"]])
    rows["handling"] = _read(link, "handling", _HANDLED.format(among=among), kept)
    rows["incident_link"] = _read(link, "incident_link", _LINKED.format(among=among), kept, kept)
    rows["order_task"] = _read(link, "order_task", _TASKS.format(among=among), orders)
    rows["welfare_check"] = _read(link, "welfare_check", _CHECKS, since)
    rows["road_closure"] = _read(link, "road_closure", _CLOSURES, since)
    rows["early_episode"] = _read(link, "early_episode", _EPISODES, since)
    rows["station_group"] = _read(link, "station_group", _GROUPS, since)
    told_since = since - KEPT // timedelta(microseconds=1)
    rows["station_message"] = _read(link, "station_message", _TOLD, told_since)
    for entity in ("duty", "duty_swap", "roll_call"):
        rows[entity] = _read(link, entity, _UNTIL, since)
    for entity in ("roll_mark", "unit_check"):
        rows[entity] = _read(link, entity, _OF_A_CALL, since)
    rows["seating"] = _read(link, "seating", _SEATED, since)
    rows["handover_item"] = _read(link, "handover_item", _HANDED, since)
    rows["book_entry"] = _read(link, "book_entry", _BOOK, since)
    return rows | _told_to_do(link, since)


def _told_to_do(link: Link, since: int) -> dict[str, _Rows]:
    given = _read(link, "instruction", _INSTRUCTIONS, since, since)
    among = link.dialect.as_list([row["id"] for row in given])
    receipts = _RECEIPTS.format(among=link.dialect.among)
    done_since = since - KEPT_TURNS // timedelta(microseconds=1)
    tasks = _read(link, "room_task", _ROOM_TASKS, since, since)
    once = [row["id"] for row in tasks if row["repeats"] == Repeats.ONCE]
    turns = _TURNS.format(among=link.dialect.among)
    return {
        "instruction": given,
        "instruction_receipt": _read(link, "instruction_receipt", receipts, among),
        "room_task": tasks,
        "task_turn": _read(link, "task_turn", turns, done_since, link.dialect.as_list(once)),
        "shift_note": _read(link, "shift_note", _SHIFT_NOTES, since),
    }


def read_snapshot(link: Link, closed_since: datetime | None) -> RowsSnapshot:
    """In one read transaction, so that rows and head belong together."""
    with link.transaction(link.dialect.begin_read):
        if link.dialect is POSTGRES:
            # all history takes longer than an order may; nobody waits for a reader
            link.run("SET LOCAL statement_timeout = '60s'")
            link.bear(_LONG_S)
            link.run("SET LOCAL idle_in_transaction_session_timeout = '60s'")
        seq, digest = link.one(HEAD)
        if closed_since is None:
            rows = {entity: _read(link, entity) for entity in _EVERYTHING}
        else:
            rows = _recent(link, to_us(closed_since))
    epoch = rows["room"][0]["epoch"] if rows["room"] else ""
    return RowsSnapshot(int(seq), bytes(digest), epoch, rows)
