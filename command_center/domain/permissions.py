"""One table of who may do what. The executor enforces it; menus and keys only grey out by it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from command_center.domain.errors import NotAllowed
from command_center.domain.room import Role


class Permission(StrEnum):
    TAKE_REPORTS = "take_reports"
    TRIAGE = "triage"
    DISPATCH = "dispatch"
    SET_UNIT_STATUS = "set_unit_status"
    REASSIGN = "reassign"
    ANSWER_ALARMS = "answer_alarms"
    WATCH = "watch"
    MOVE_CAMERAS = "move_cameras"
    MANAGE_CAMERAS = "manage_cameras"
    KEEP_EVIDENCE = "keep_evidence"
    HOLD_EVIDENCE = "hold_evidence"
    ADMINISTER = "administer"
    OPEN_SEALED = "open_sealed"
    RUN_CLOCKWORK = "run_clockwork"
    REFER = "refer"
    ANSWER_REFERRALS = "answer_referrals"
    PUBLISH = "publish"
    KEEP_PARTNERS = "keep_partners"
    REPORT_HOSPITALS = "report_hospitals"
    KEEP_PLACES = "keep_places"
    RUN_OPERATIONS = "run_operations"
    COMMAND_OPERATIONS = "command_operations"
    KEEP_ROSTER = "keep_roster"


_DESK = frozenset(
    {
        Permission.TAKE_REPORTS,
        Permission.TRIAGE,
        Permission.DISPATCH,
        Permission.SET_UNIT_STATUS,
        Permission.ANSWER_ALARMS,
        Permission.WATCH,
        Permission.MOVE_CAMERAS,
        Permission.KEEP_EVIDENCE,
        Permission.REFER,
        Permission.ANSWER_REFERRALS,
        Permission.KEEP_PARTNERS,
        Permission.REPORT_HOSPITALS,
        Permission.KEEP_PLACES,
        Permission.RUN_OPERATIONS,
        Permission.KEEP_ROSTER,
    }
)

ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.OPERATOR: _DESK,
    Role.SHIFT_LEAD: _DESK
    | {
        Permission.REASSIGN,
        Permission.MANAGE_CAMERAS,
        Permission.HOLD_EVIDENCE,
        Permission.OPEN_SEALED,
        Permission.PUBLISH,
        Permission.COMMAND_OPERATIONS,
    },
    Role.LIAISON: frozenset(
        {Permission.SET_UNIT_STATUS, Permission.ANSWER_REFERRALS, Permission.WATCH}
    ),
    Role.ADMINISTRATOR: frozenset(
        {Permission.ADMINISTER, Permission.MANAGE_CAMERAS, Permission.WATCH}
    ),
    Role.OBSERVER: frozenset({Permission.WATCH}),
    Role.SYSTEM: _DESK | {Permission.MANAGE_CAMERAS, Permission.RUN_CLOCKWORK},
    Role.CONSOLE: frozenset(Permission) - {Permission.REASSIGN, Permission.HOLD_EVIDENCE},
}

_WORK = frozenset({Permission.TRIAGE, Permission.DISPATCH, Permission.SET_UNIT_STATUS})
_INTAKE = frozenset({Permission.TAKE_REPORTS})
_CLOCKWORK = frozenset({Permission.RUN_CLOCKWORK})
_FACTS = frozenset({Permission.ADMINISTER})
_LEAD = frozenset({Permission.REASSIGN})
_CAMERAS = frozenset({Permission.MANAGE_CAMERAS, Permission.TRIAGE})
_REFER = frozenset({Permission.REFER})
_PUBLISH = frozenset({Permission.PUBLISH})
_PARTNERS = frozenset({Permission.KEEP_PARTNERS})
_DECIDE = frozenset({Permission.TRIAGE, Permission.DISPATCH, Permission.REASSIGN})
_HOSPITALS = frozenset({Permission.REPORT_HOSPITALS})
_PLACES = frozenset({Permission.KEEP_PLACES})
_COMMAND = frozenset({Permission.COMMAND_OPERATIONS})
_OPERATIONS = _COMMAND | {Permission.RUN_OPERATIONS}
_ROSTER = frozenset({Permission.KEEP_ROSTER})
# what was said can be taken back, and taking back is triage
_SAID_OF_PLACES = _PLACES | {Permission.TRIAGE}

# Which rows a verb may write, by its permission: a raw statement under the name of a note cannot
# change who somebody is.
ENTITY_PERMISSIONS: Mapping[str, frozenset[Permission]] = {
    "room": _FACTS | _LEAD,
    "staff": _FACTS,
    "shift": _FACTS | _LEAD,
    "operation": _FACTS | _LEAD | _COMMAND,
    "source": _FACTS | _INTAKE,
    "agency": _FACTS,
    "place": _FACTS,
    "boundaries": _FACTS,
    "camera": _FACTS | _CAMERAS,
    "camera_lease": frozenset({Permission.MOVE_CAMERAS}),
    "unit": _INTAKE | _WORK | _LEAD,
    "report": _INTAKE,
    # an edited table of points moves the incidents that it had ranked
    "incident": _INTAKE | _WORK | _CLOCKWORK | _LEAD,
    "incident_report": _INTAKE | {Permission.TRIAGE},
    "merge_link": frozenset({Permission.TRIAGE}),
    "dispatch_order": _INTAKE | {Permission.DISPATCH},
    "assignment": _INTAKE | _WORK | _LEAD,
    # what a source says more of its report is a line, too
    "note": _INTAKE | {Permission.TRIAGE},
    "snapshot": frozenset({Permission.TRIAGE}),
    "evidence": _CLOCKWORK | {Permission.KEEP_EVIDENCE, Permission.HOLD_EVIDENCE},
    # a panic button or a kentongan rings in the act that reports it
    "alarm": _INTAKE | _CLOCKWORK | _FACTS | _LEAD | {Permission.ANSWER_ALARMS},
    "workstation": _CLOCKWORK | _FACTS,
    "take_over": _CLOCKWORK | _LEAD | {Permission.TRIAGE},
    "order_conflict": _LEAD | {Permission.DISPATCH},
    "attachment": _INTAKE | _CLOCKWORK,
    # what a source's records look like is learned from them
    "room_setting": _FACTS | _LEAD | _INTAKE | _COMMAND,
    "referral": _REFER | _CLOCKWORK | {Permission.ANSWER_REFERRALS},
    # whatever a desk or a source does may have to be told outside
    "delivery": _INTAKE | _WORK | _REFER | _PUBLISH | _CLOCKWORK | _LEAD,
    "public_notice": _REFER | _PUBLISH,
    "visit": _INTAKE | _REFER,
    "hospital": _FACTS | _HOSPITALS,
    "standby": _HOSPITALS | _REFER,
    "casualties": _INTAKE | _REFER,
    "phone_call": _INTAKE | _CLOCKWORK,
    "prank_mark": _INTAKE | {Permission.TRIAGE},
    "partner": _PARTNERS,
    "night_watch": _PARTNERS,
    # taking back that an instruction was heard by radio strikes its line
    "radio_line": _INTAKE | {Permission.TRIAGE},
    "rating": _INTAKE | _FACTS,
    "handling": _DECIDE,
    "incident_link": frozenset({Permission.TRIAGE}),
    "duplicate_answer": frozenset({Permission.TRIAGE}),
    "checklist_mark": frozenset({Permission.TRIAGE}),
    "order_task": _DECIDE | _WORK | _INTAKE,
    "welfare_check": _CLOCKWORK | _LEAD | {Permission.SET_UNIT_STATUS},
    "road_closure": frozenset({Permission.DISPATCH}),
    "site": _SAID_OF_PLACES,
    "election": _PLACES,
    "polling_station": _PLACES,
    "assessment": _SAID_OF_PLACES,
    "dialogue": _SAID_OF_PLACES,
    "friction_note": _PLACES,
    "early_episode": _CLOCKWORK | {Permission.TRIAGE},
    "operation_place": _COMMAND,
    "decision": _OPERATIONS,
    "hearing": _OPERATIONS | {Permission.TRIAGE},
    "plan_task": _OPERATIONS | {Permission.TRIAGE},
    "operation_part": _COMMAND,
    "force": _COMMAND,
    "election_stage": _SAID_OF_PLACES,
    "station_pattern": _LEAD,
    "force_pool": _PLACES,
    "station_group": _LEAD,
    "station_message": _INTAKE | {Permission.TRIAGE},
    "ballot_escort": _SAID_OF_PLACES,
    "regu": _LEAD,
    "personnel": _LEAD,
    "duty": _LEAD,
    "duty_swap": _ROSTER | _LEAD,
    "roll_call": _ROSTER | _LEAD,
    "roll_mark": _ROSTER,
    "unit_check": _ROSTER,
    "seating": _ROSTER,
    "handover": _LEAD,
    "handover_item": _LEAD,
    "book_entry": _LEAD | {Permission.TRIAGE},
    "instruction": _LEAD,
    # that it was heard or done can be taken back, and taking back is triage
    "instruction_receipt": _LEAD | _INTAKE | {Permission.TRIAGE},
    "room_task": _LEAD,
    "task_turn": frozenset({Permission.TRIAGE}),
    "shift_note": _LEAD,
}

CHANGED = ":changed"
# Where fewer may change a row than add one: that a message was heard is for who sent it to say.
CHANGE_PERMISSIONS: Mapping[str, frozenset[Permission]] = {"delivery": _CLOCKWORK}


def allowed(role: Role, permission: Permission) -> bool:
    return permission in ROLE_PERMISSIONS[role]


def demand(role: Role, permission: Permission) -> None:
    if not allowed(role, permission):
        raise NotAllowed("not_allowed", role=role.value, permission=permission.value)


def may_write(entity: str, permission: Permission, *, changed: bool = False) -> bool:
    """Whether a verb under that permission may add rows of the entity, or have them `changed`."""
    given = ENTITY_PERMISSIONS[entity]
    return permission in (CHANGE_PERMISSIONS.get(entity, given) if changed else given)
