"""Which alarms are due and which are over. Every rule: (situation, now) -> what stands now."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from command_center.commands.alarms import ClearAlarm, RaiseAlarm, RecountAlarm
from command_center.domain.room import AlarmType, SourceKind
from command_center.duty.backups import failed_backups
from command_center.duty.calls import callbacks_due, unanswered_calls
from command_center.duty.cameras import lost_cameras, seen_by_eyes
from command_center.duty.due import Due
from command_center.duty.early import early_warnings
from command_center.duty.floods import backlogs, endangered_in_floods, flooding, recounts
from command_center.duty.instructions import overdue_tasks, unheard_in_time
from command_center.duty.operations import overdue_plan_tasks, raised_levels
from command_center.duty.order_progress import not_moving, unanswered_orders, unheard_changes
from command_center.duty.ownership import unowned_p1
from command_center.duty.p1_share import crowded_p1
from command_center.duty.planned import incidents_due
from command_center.duty.referrals import unanswered_referrals
from command_center.duty.standby import unanswered_standbys
from command_center.duty.visits import overdue_visits
from command_center.duty.welfare import endangered, silent_units
from command_center.situation.board import AreaAt
from command_center.situation.readiness import AreaCover
from command_center.situation.situation import Situation

SOURCE_GRACE_S = 10.0
# A reader says how its source is at every try, and its longest pause is shorter than this.
SILENT_SOURCE_S = 120.0


@dataclass(frozen=True, slots=True)
class DutyRoster:
    """What the rules need beside the situation. `areas` = codes whose cover is watched, `area_of`
    the one of them that a smaller area lies in; `zone`: the room's; `cover`
    remembers what it last counted."""

    areas: tuple[str, ...]
    area_at: AreaAt
    area_of: Callable[[str], str | None]
    zone: tzinfo = UTC
    cover: AreaCover = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        cover = AreaCover(self.areas, self.area_at, self.area_of)
        object.__setattr__(self, "cover", cover)


def disputed_orders(situation: Situation) -> Iterator[Due]:
    """Units that two desks apart have sent, the first order by radio time first."""
    for conflict in situation.all("order_conflict"):
        sides = (conflict.standing_id, conflict.reported_id)
        known = [order for id in sides if (order := situation.get("assignment", id)) is not None]
        unit = situation.unit(conflict.unit_id)
        if conflict.resolved_at is not None or unit is None:
            continue
        known.sort(key=lambda order: order.ordered_at)
        incidents = [situation.incident(order.incident_id) for order in known]
        numbers = [str(incident.number) for incident in incidents if incident is not None]
        number, other = [*numbers, "?", "?"][:2]
        params = {"unit": unit.call_sign, "number": number, "other": other}
        yield Due(AlarmType.ORDER_CONFLICT, "order_conflict", conflict.id, params)


def empty_areas(situation: Situation, now: datetime, roster: DutyRoster) -> Iterator[Due]:
    """Areas with own units at home but no fresh available unit inside."""
    for line in roster.cover.lines(situation, now):
        if line.ready == 0 and line.home > 0:
            yield Due(AlarmType.COVERAGE_EMPTY, "area", line.area_code, {"area": line.area_code})


def broken_sources(situation: Situation, now: datetime) -> Iterator[Due]:
    """Sources that have been down for longer than a hiccup; not those that are switched off,
    whose last word stays. A source says it again with every try, so one that never answered has
    no hiccup to wait for."""
    for health in situation.health.values():
        if health.kind != "source" or health.state != "down":
            continue
        quiet_s = (now - health.last_ok_at).total_seconds() if health.last_ok_at else math.inf
        source = situation.source(health.id)
        if quiet_s > SOURCE_GRACE_S and (source is None or source.enabled):
            name = source.name if source else health.id
            yield Due(
                AlarmType.SOURCE_DOWN, "source", health.id, {"name": name, "code": health.code}
            )


def silent_sources(situation: Situation, now: datetime, since: datetime | None) -> Iterator[Due]:
    """Sources whose last word was good but that nobody has read any more: "ok" is what a reader
    said while it lived. `since` when we began to watch: what was before proves nothing. Of one that
    sends by itself silence says nothing."""
    limit = timedelta(seconds=SILENT_SOURCE_S)
    for health in situation.health.values():
        source = situation.source(health.id) if health.kind == "source" else None
        if source is None or not source.enabled or health.state == "down":
            continue
        if source.kind is SourceKind.PUSH:
            continue
        heard_at = max(health.at, since) if since else health.at
        if now - heard_at > limit:
            params = {"name": source.name, "code": "source_timeout"}
            yield Due(AlarmType.SOURCE_DOWN, "source", source.id, params)


def standing(
    situation: Situation, now: datetime, roster: DutyRoster, since: datetime | None = None
) -> list[Due]:
    """Every alarm that should stand now; `since` when the clockwork came on duty."""
    return [
        *disputed_orders(situation),
        *failed_backups(situation, now),
        *unowned_p1(situation, now, situation.clocks.targets),
        *unanswered_orders(situation, now, situation.clocks.targets),
        *unheard_changes(situation, now, situation.clocks.targets),
        *not_moving(situation, now, situation.clocks.targets),
        *silent_units(situation, now, situation.clocks.targets),
        *endangered(situation),
        *incidents_due(situation, now, situation.clocks.targets),
        *empty_areas(situation, now, roster),
        *broken_sources(situation, now),
        *unanswered_calls(situation, now),
        *callbacks_due(situation, now),
        *lost_cameras(situation, now),
        *seen_by_eyes(situation, now),
        *silent_sources(situation, now, since),
        *flooding(situation, now),
        *unanswered_referrals(situation, now),
        *unanswered_standbys(situation, now),
        *overdue_visits(situation, now),
        *crowded_p1(situation, now),
        *early_warnings(situation, now),
        *unheard_in_time(situation, now),
        *overdue_tasks(situation, now, roster.zone),
        *raised_levels(situation),
        *overdue_plan_tasks(situation, now),
    ]


# Alarms that only a rule here may clear; the others are cleared by whoever answers them.
WATCHED = frozenset(
    {
        AlarmType.ORDER_CONFLICT,
        AlarmType.BACKUP_FAILED,
        AlarmType.UNOWNED_P1,
        AlarmType.ORDER_UNANSWERED,
        AlarmType.UNIT_SILENT,
        AlarmType.UNOWNED_P1_LEAD,
        AlarmType.CHANGE_UNHEARD,
        AlarmType.UNIT_NOT_MOVING,
        AlarmType.PERSONNEL_DANGER,
        AlarmType.INCIDENT_DUE,
        AlarmType.COVERAGE_EMPTY,
        AlarmType.SOURCE_DOWN,
        AlarmType.CALL_UNANSWERED,
        AlarmType.CALLBACK_DUE,
        AlarmType.CAMERA_DOWN,
        AlarmType.CAMERA_OUTAGE,
        AlarmType.CAMERA_TAMPERED,
        AlarmType.CROWD_SURGE,
        AlarmType.REPORT_FLOOD,
        AlarmType.REFERRAL_UNANSWERED,
        AlarmType.STANDBY_UNANSWERED,
        AlarmType.VISIT_OVERDUE,
        AlarmType.P1_SHARE,
        AlarmType.EARLY_WARNING,
        AlarmType.INSTRUCTION_UNHEARD,
        AlarmType.TASK_OVERDUE,
        AlarmType.LEVEL_RAISED,
        AlarmType.PLAN_OVERDUE,
    }
)


def due(
    situation: Situation, now: datetime, roster: DutyRoster, since: datetime | None = None
) -> list[RaiseAlarm | ClearAlarm | RecountAlarm]:
    """The commands that bring the alarms of the log to what should stand now."""
    should = {d.key: d for d in standing(situation, now, roster, since)}
    open_alarms = [a for a in situation.open_alarms() if a.type in WATCHED]
    stand = {(a.type.value, a.subject_id) for a in open_alarms}
    raised = [
        RaiseAlarm(d.type, d.subject_kind, d.subject_id, d.params)
        for key, d in should.items()
        if key not in stand
    ]
    over = [ClearAlarm(a.id) for a in open_alarms if (a.type.value, a.subject_id) not in should]
    return [
        *raised,
        *over,
        *recounts(situation, should),
        *endangered_in_floods(situation, now),
        *backlogs(situation, now),
    ]
