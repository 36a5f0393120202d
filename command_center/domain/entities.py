"""The table of row types and the one codec between rows, JSON values and frozen dataclasses."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from command_center.domain import (
    book,
    early,
    election,
    handover,
    incident,
    instruction,
    operation,
    partner,
    place,
    polling_day,
    referral,
    room,
    roster,
    site,
    unit,
)

Row = TypeVar("Row")
Converter = Callable[[Any], Any]

ENTITIES: Mapping[str, type[Any]] = {
    "room": room.Room,
    "staff": room.Staff,
    "shift": room.Shift,
    "operation": room.Operation,
    "source": room.Source,
    "agency": unit.Agency,
    "place": place.Place,
    "boundaries": place.Boundaries,
    "camera": room.Camera,
    "unit": unit.Unit,
    "report": incident.Report,
    "incident": incident.Incident,
    "incident_report": incident.IncidentReport,
    "merge_link": incident.MergeLink,
    "dispatch_order": unit.Order,
    "assignment": unit.Assignment,
    "note": incident.Note,
    "snapshot": incident.Snapshot,
    "camera_lease": room.CameraLease,
    "evidence": room.Evidence,
    "alarm": room.Alarm,
    "workstation": room.Workstation,
    "take_over": incident.TakeOver,
    "order_conflict": unit.OrderConflict,
    "attachment": incident.Attachment,
    "room_setting": room.RoomSetting,
    "referral": referral.Referral,
    "delivery": referral.Delivery,
    "public_notice": referral.PublicNotice,
    "visit": referral.Visit,
    "hospital": referral.Hospital,
    "standby": referral.Standby,
    "casualties": referral.Casualties,
    "phone_call": partner.PhoneCall,
    "prank_mark": partner.PrankMark,
    "partner": partner.Partner,
    "night_watch": partner.NightWatch,
    "radio_line": partner.RadioLine,
    "rating": partner.Rating,
    "handling": incident.Handling,
    "incident_link": incident.IncidentLink,
    "duplicate_answer": incident.DuplicateAnswer,
    "checklist_mark": incident.ChecklistMark,
    "order_task": unit.OrderTask,
    "welfare_check": unit.WelfareCheck,
    "road_closure": unit.RoadClosure,
    "site": site.Site,
    "election": site.Election,
    "polling_station": site.PollingStation,
    "assessment": site.Assessment,
    "dialogue": site.Dialogue,
    "friction_note": site.FrictionNote,
    "early_episode": early.Episode,
    "operation_place": operation.OperationPlace,
    "decision": operation.Decision,
    "hearing": operation.Hearing,
    "plan_task": operation.PlanTask,
    "operation_part": operation.OperationPart,
    "force": operation.Force,
    "election_stage": election.ElectionStage,
    "station_pattern": election.StationPattern,
    "force_pool": election.ForcePool,
    "station_group": election.StationGroup,
    "station_message": polling_day.StationMessage,
    "ballot_escort": polling_day.BallotEscort,
    "regu": roster.Regu,
    "personnel": roster.Personnel,
    "duty": roster.Duty,
    "duty_swap": roster.DutySwap,
    "roll_call": roster.RollCall,
    "roll_mark": roster.RollMark,
    "unit_check": roster.UnitCheck,
    "seating": roster.Seating,
    "handover": handover.Handover,
    "handover_item": handover.HandoverItem,
    "book_entry": book.BookEntry,
    "instruction": instruction.Instruction,
    "instruction_receipt": instruction.InstructionReceipt,
    "room_task": instruction.RoomTask,
    "task_turn": instruction.TaskTurn,
    "shift_note": instruction.ShiftNote,
}
ENTITY_NAMES: Mapping[type[Any], str] = {kind: name for name, kind in ENTITIES.items()}


def iso(at: datetime) -> str:
    """ISO-8601 in UTC with microseconds: text that sorts by time."""
    # strftime writes the year 5 as "5" on some systems
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def to_json(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Dataclass field values as JSON values."""
    return {name: _plain(value) for name, value in fields.items()}


def as_fields(row: Any) -> dict[str, Any]:
    """The fields of a row as a dict, not copied deeply."""
    return {f.name: getattr(row, f.name) for f in dataclasses.fields(row)}


def _converter(annotation: Any) -> Converter | None:
    options = typing.get_args(annotation) if _is_union(annotation) else (annotation,)
    for option in options:
        if option is datetime:
            return lambda text: datetime.fromisoformat(text) if isinstance(text, str) else text
        if isinstance(option, type) and issubclass(option, Enum):
            return option
        if typing.get_origin(option) is tuple:
            return _as_tuple
    return None


def _as_tuple(values: Any) -> tuple[Any, ...]:
    return tuple(_as_tuple(item) if isinstance(item, list) else item for item in values)


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (typing.Union, types.UnionType)


_CONVERTERS: Mapping[type[Any], Mapping[str, Converter | None]] = {
    kind: {name: _converter(hint) for name, hint in typing.get_type_hints(kind).items()}
    for kind in ENTITIES.values()
}


def from_json(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """JSON values as the field types of `kind`; unknown fields are an error."""
    table = _CONVERTERS[kind]
    out: dict[str, Any] = {}
    for name, value in values.items():
        convert = table[name]
        out[name] = value if value is None or convert is None else convert(value)
    return out
