"""Units that have fallen silent at work: when they are looked for, by which way, and when nobody
knows any more whether they live."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain

from command_center.commands.welfare import (
    AT_WORK,
    STEPS,
    EndWelfare,
    OpenWelfare,
    StepWelfare,
    has_left,
)
from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    Assignment,
    Unit,
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.duty.due import Due
from command_center.situation.board import board_row
from command_center.situation.meaning import meaning_of
from command_center.situation.situation import Situation

NOT_ITS_WORD = (UnitStatus.AVAILABLE, UnitStatus.ORDERED)
"""What a desk makes of a unit that may not know of it."""
MOVING_FACTOR = 2.0
"""A unit that moves and says nothing is driving, likely: it is waited for longer."""
MOVED_WITHIN_S = 180.0
NEVER = datetime.min.replace(tzinfo=UTC)


def moves(situation: Situation, unit_id: str, now: datetime, targets: Targets) -> bool:
    """Whether its position moves; not if there is none, or an old one."""
    track = situation.tracks.of(unit_id)
    if track is None or track.moved_at is None:
        return False
    fresh = (now - track.last.at).total_seconds() <= targets.position_stale_s
    return fresh and (now - track.moved_at).total_seconds() <= MOVED_WITHIN_S


def silent_at_work(situation: Situation, now: datetime, targets: Targets) -> Iterator[Unit]:
    """Without a word for too long. Where it is says whether it moves, not whether the people who
    left the car are well."""
    limit_s = float(meaning_of(situation, targets).limits.silent_s)
    for unit in chain.from_iterable(map(situation.of_units.having, AT_WORK)):
        row = board_row(situation, unit)
        quiet_s = (now - (row.word_at or row.since)).total_seconds()
        if quiet_s <= limit_s:
            continue
        if quiet_s > limit_s * MOVING_FACTOR or not moves(situation, unit.id, now, targets):
            yield unit


def silent_units(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    """Those that are looked for, or should be."""
    sought = (situation.unit(check.unit_id) for check in situation.of_units.all_sought())
    units = [*sought, *silent_at_work(situation, now, targets)]
    for unit in {unit.id: unit for unit in units if unit is not None}.values():
        yield Due(AlarmType.UNIT_SILENT, "unit", unit.id, {"unit": unit.call_sign})


def endangered(situation: Situation) -> Iterator[Due]:
    """Those that every way of looking for has missed, or that were found hurt."""
    lost = [c for c in situation.of_units.all_sought() if c.step is WelfareStep.DANGER]
    checks = {check.unit_id: check for check in (*lost, *situation.of_units.all_hurt())}
    for check in checks.values():
        unit = situation.unit(check.unit_id)
        if unit is None:
            continue
        row = board_row(situation, unit)
        number = str(row.incident_number) if row.incident_number is not None else ""
        params = {"unit": unit.call_sign, "number": number, "address": row.incident_address}
        yield Due(AlarmType.PERSONNEL_DANGER, "unit", unit.id, params)


def looking(
    situation: Situation, now: datetime, targets: Targets
) -> list[OpenWelfare | StepWelfare | EndWelfare]:
    """What the clock does about it: begins, goes on to the next way, or ends at a sign of life or
    with the job."""
    commands: list[OpenWelfare | StepWelfare | EndWelfare] = []
    for check in situation.of_units.all_sought():
        unit = situation.unit(check.unit_id)
        if unit is not None and _said_at(situation, unit) > check.started_at:
            commands.append(EndWelfare(check.id, WelfareOutcome.WELL))
        elif unit is not None and has_left(check, unit, _orders(situation, unit)):
            commands.append(EndWelfare(check.id, WelfareOutcome.MISTAKEN, left=True))
        else:
            moving = moves(situation, check.unit_id, now, targets)
            commands += _onward(check, moving, now, targets)
    for unit in silent_at_work(situation, now, targets):
        if situation.of_units.sought(unit.id) is None and not _given_up(situation, unit):
            commands.append(OpenWelfare(unit.id, moves(situation, unit.id, now, targets)))
    return commands


def _given_up(situation: Situation, unit: Unit) -> bool:
    """A person decided to look no further, and it has not said a word since."""
    at = situation.of_units.given_up_at(unit.id)
    row = board_row(situation, unit)
    return at is not None and (row.word_at or row.since) <= at


def _orders(situation: Situation, unit: Unit) -> Iterator[Assignment]:
    """Ended ones as well, which no index keeps: asked only for the few that are looked for."""
    return (row for row in situation.all("assignment") if row.unit_id == unit.id)


def _said_at(situation: Situation, unit: Unit) -> datetime:
    """The last thing only the unit itself can have said."""
    held = situation.active_assignment(unit.id)
    times = [held.accepted_at, held.en_route_at, held.on_scene_at] if held else []
    if unit.status not in NOT_ITS_WORD:
        times.append(unit.status_since)
    return max((at for at in times if at is not None), default=NEVER)


def _onward(
    check: WelfareCheck, moving: bool, now: datetime, targets: Targets
) -> list[StepWelfare]:
    """A unit that moves is looked for as well, more slowly, and the clock never calls it lost."""
    limit_s = _limits(targets).get(check.step)
    factor = MOVING_FACTOR if moving else 1.0
    if limit_s is not None and (now - check.step_at).total_seconds() > limit_s * factor:
        onward = STEPS[STEPS.index(check.step) + 1]
        if not (moving and onward is WelfareStep.DANGER):
            return [StepWelfare(check.id, onward, check.step, moving)]
    if moving is not check.moving:
        return [StepWelfare(check.id, check.step, check.step, moving)]
    return []


def _limits(targets: Targets) -> Mapping[WelfareStep, float]:
    return {
        WelfareStep.RADIO: targets.welfare_radio_s,
        WelfareStep.PHONE: targets.welfare_phone_s,
        WelfareStep.PARTNER: targets.welfare_partner_s,
        WelfareStep.LEAD: targets.welfare_lead_s,
    }
