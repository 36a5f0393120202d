"""Every table, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table

from command_center.storage.tables import (
    early,
    election,
    incident,
    log,
    operation,
    partner,
    people,
    referral,
    room,
    search,
    site,
    unit,
)
from command_center.storage.tables.columns import METADATA

ENTITY_TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        room.room,
        room.staff,
        room.shift,
        room.operation,
        room.source,
        unit.agency,
        room.place,
        room.boundaries,
        unit.unit,
        room.camera,
        room.camera_lease,
        incident.report,
        incident.incident,
        incident.incident_report,
        incident.merge_link,
        unit.dispatch_order,
        unit.assignment,
        incident.note,
        incident.snapshot,
        room.evidence,
        room.alarm,
        room.workstation,
        incident.take_over,
        unit.order_conflict,
        incident.attachment,
        room.room_setting,
        referral.referral,
        referral.delivery,
        referral.public_notice,
        partner.partner,
        referral.visit,
        referral.hospital,
        referral.standby,
        referral.casualties,
        partner.phone_call,
        partner.prank_mark,
        partner.night_watch,
        partner.radio_line,
        partner.rating,
        incident.handling,
        incident.incident_link,
        incident.duplicate_answer,
        incident.checklist_mark,
        unit.order_task,
        unit.welfare_check,
        unit.road_closure,
        site.site,
        site.election,
        site.polling_station,
        site.assessment,
        site.dialogue,
        site.friction_note,
        early.early_episode,
        operation.operation_place,
        operation.decision,
        operation.hearing,
        operation.plan_task,
        operation.operation_part,
        operation.force,
        election.election_stage,
        election.station_pattern,
        election.force_pool,
        election.station_group,
        election.station_message,
        election.ballot_escort,
    )
}

__all__ = ["ENTITY_TABLES", "METADATA", "log", "people", "search"]
