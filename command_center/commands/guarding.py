"""Patterns, people and the plan of an election: set, kept and adopted by a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from command_center.advice.criteria import CRITERIA_SETTING, Criteria, criteria_in_force
from command_center.advice.election_tables import read_pattern
from command_center.commands.conflicts import lost_to
from command_center.commands.election_words import election
from command_center.commands.partners import area_coded
from command_center.commands.place_words import ADDRESS, line, needed, point
from command_center.commands.registry import Context, Result, verb
from command_center.domain.election import (
    PLAN_SETTING,
    Force,
    ForcePool,
    StationGroup,
    StationPattern,
)
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.site import PollingStation
from command_center.ports import UnitOfWork

MOST_AT_ONCE, MOST_GROUPS, MOST_STRENGTH = 500, 3_000, 100_000


@dataclass(frozen=True, slots=True)
class SetPatterns:
    """`rules` = {level of vulnerability: "2-4-8"}, "" for a level without one. `before` is the
    version that was edited, 0 = there was none: Conflict if it has moved on."""

    election_id: str
    rules: Mapping[str, str]
    source: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class PoolRow:
    """`area`, or a point, is the home that they set out from. `before`, of one that is typed in:
    the version of the pool that was edited, 0 = a new one; None, of a list: whatever stands."""

    force: Force
    name: str
    strength: int
    area: str = ""
    lat: float | None = None
    lon: float | None = None
    source: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class KeepPools:
    """At most MOST_AT_ONCE, one entry of the log; known by force and name in any case, so that the
    same again changes nothing. `source` is of the rows that name none."""

    election_id: str
    pools: tuple[PoolRow, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawPool:
    """Not to be had any more; where they are posted they stay until a plan says otherwise."""

    pool_id: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """As a plan has it; `posted` = ((id of the pool, people, metres), ...)."""

    area_code: str
    numbers: tuple[int, ...]
    level: str
    pattern: str
    police: int
    linmas: int
    posted: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class AdoptPlan:
    """The whole plan, in place of the one that stands, in one entry. It was made with this version
    of the patterns and these of the pools, and `before` is the version of the plan that stood, 0 =
    none: Conflict if any of them has moved on."""

    election_id: str
    groups: tuple[GroupRow, ...]
    pattern_version: int
    pool_versions: Mapping[str, int]
    before: int = 0


@dataclass(frozen=True, slots=True)
class Repost:
    """By hand: so many of the pool at the group of stations; 0 takes them away, and is all that is
    left for a pool that was withdrawn. `before`: the version of the group that was looked at:
    Conflict if it has moved on. The plan that stands moves on with it, so that one which was worked
    out before does not take its place unseen."""

    group_id: str
    pool_id: str
    people: int
    metres: int
    before: int


@verb(SetPatterns, "patterns.set", Permission.REASSIGN)
def set_patterns(work: UnitOfWork, command: SetPatterns, ctx: Context) -> Result:
    of = election(work, command.election_id)
    kept = work.find(StationPattern, election_id=of.id)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "station_pattern", kept[0].id if kept else "", "rules")
    rules = _rules(command.rules, _criteria(work))
    source = needed(command.source, "pattern_needs_source", ADDRESS)
    who, at = ctx.act.actor, ctx.now
    if not kept:
        work.add(StationPattern(ctx.new_id(), 1, of.id, rules, source, who, at))
    elif (kept[0].rules, kept[0].source) != (rules, source):
        work.change(kept[0], rules=rules, source=source, set_by=who, set_at=at)
    return {"count": len(rules), "name": of.name}


def _rules(written: Mapping[str, str], criteria: Criteria) -> tuple[tuple[str, int, int, int], ...]:
    """In the order of the levels."""
    levels = {level.code: level.label for level in criteria.levels}
    strange = sorted(written.keys() - levels.keys())
    if strange:
        raise OperatorError("pattern_unknown_level", level=strange[0][:40])
    read = {
        code: read_pattern(written[code], label)
        for code, label in levels.items()
        if written.get(code, "").strip()
    }
    if not read:
        raise OperatorError("pattern_none")
    return tuple((code, p.police, p.stations, p.linmas) for code, p in read.items())


def _criteria(work: UnitOfWork) -> Criteria:
    kept = work.find(RoomSetting, id=CRITERIA_SETTING)
    return criteria_in_force(kept[0].value, kept[0].version) if kept else criteria_in_force(None, 0)


@verb(KeepPools, "pools.kept", Permission.KEEP_PLACES)
def keep_pools(work: UnitOfWork, command: KeepPools, ctx: Context) -> Result:
    if len(command.pools) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    of = election(work, command.election_id)
    found = work.find(ForcePool, election_id=of.id)
    found = sorted(found, key=lambda row: row.withdrawn_at is None)  # of two, the one that stands
    known = {pool_key(row.force, row.name): row for row in found}
    added = changed = 0
    for one in command.pools:
        facts = _pool(one, command.source, ctx)
        key = pool_key(one.force, facts["name"])
        standing = known.get(key)
        if one.before is not None:
            _demand_edited(work, one.before, standing, facts["name"])
        elif standing is not None:
            facts["name"] = standing.name
        if standing is None:
            added += 1
            known[key] = ForcePool(id=ctx.new_id(), version=1, election_id=of.id, **facts)
            work.add(known[key])
        else:
            known[key] = work.change(standing, **facts)
            changed += known[key].version != standing.version
    return {"added": added, "changed": changed, "count": len(command.pools)}


def pool_key(force: Force, name: str) -> tuple[Force, str]:
    """What a pool is known by: written in other letters or with other spaces it is the same."""
    return force, " ".join(name.split()).casefold()


def _demand_edited(work: UnitOfWork, before: int, standing: ForcePool | None, name: str) -> None:
    """It is the pool that was looked at, as it was, or a new one that is new."""
    there = standing.version if standing is not None and standing.withdrawn_at is None else 0
    if there == before:
        return
    if standing is None:
        raise OperatorError("pool_keeps_name", name=name)
    if not before:
        raise OperatorError("pool_stands", name=standing.name)
    raise lost_to(work, "force_pool", standing.id)


def _pool(row: PoolRow, source: str, ctx: Context) -> dict[str, Any]:
    name = needed(row.name, "pool_needs_name")
    if not 0 < row.strength <= MOST_STRENGTH:
        raise OperatorError("pool_strength_range", name=name, most=MOST_STRENGTH)
    lat, lon = point(row.lat, row.lon)
    area = area_coded(row.area, ctx)
    if lat is None or lon is None:
        lat, lon = (ctx.city.label_point(area) if area else None) or (None, None)
    else:
        area = ctx.city.area_at(lat, lon) or area
    if lat is None or lon is None:
        raise OperatorError("pool_needs_home", name=name)
    return {
        "force": row.force,
        "name": name,
        "strength": row.strength,
        "area_code": area,
        "lat": lat,
        "lon": lon,
        "source": line(row.source or source, ADDRESS),
        "withdrawn_at": None,
    }


@verb(WithdrawPool, "pool.withdrawn", Permission.KEEP_PLACES)
def withdraw_pool(work: UnitOfWork, command: WithdrawPool, ctx: Context) -> Result:
    row = work.get(ForcePool, command.pool_id)
    if row.withdrawn_at is None:
        work.change(row, withdrawn_at=ctx.now)
    return {"pool_id": row.id, "name": row.name}


@verb(AdoptPlan, "plan.adopted", Permission.REASSIGN)
def adopt_plan(work: UnitOfWork, command: AdoptPlan, ctx: Context) -> Result:
    if not 0 < len(command.groups) <= MOST_GROUPS:
        raise OperatorError("plan_size", most=MOST_GROUPS)
    of = election(work, command.election_id)
    _demand_same(work, command)
    _demand_stations(work, command)
    _demand_within(command.groups)
    _stand(work, command, ctx)
    for old in work.find(StationGroup, election_id=of.id, ended_at=None):
        work.change(old, ended_at=ctx.now)
    for row in command.groups:
        work.add(_group(row, of.id, ctx))
    people = sum(many for row in command.groups for _, many, _ in row.posted)
    short = sum(_missing(row) for row in command.groups)
    return {"groups": len(command.groups), "people": people, "short": short, "name": of.name}


def _stand(work: UnitOfWork, command: AdoptPlan, ctx: Context) -> None:
    """It is the plan that stands from now on."""
    id = PLAN_SETTING + command.election_id
    kept = work.find(RoomSetting, id=id)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "room_setting", id, "value")
    value = {"author": ctx.act.actor, "at": iso(ctx.now), "groups": len(command.groups)}
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(id, 1, value))


def _group(row: GroupRow, election_id: str, ctx: Context) -> StationGroup:
    return StationGroup(
        id=ctx.new_id(),
        version=1,
        election_id=election_id,
        area_code=row.area_code,
        numbers=row.numbers,
        level=row.level,
        pattern=row.pattern,
        police=row.police,
        linmas=row.linmas,
        posted=row.posted,
        adopted_by=ctx.act.actor,
        adopted_at=ctx.now,
        ended_at=None,
    )


def _missing(row: GroupRow) -> int:
    """People of both kinds; who is posted beyond the need makes up for nobody."""
    return max(0, row.police + row.linmas - sum(people for _, people, _ in row.posted))


def _demand_same(work: UnitOfWork, command: AdoptPlan) -> None:
    """It was made with what still stands, and sends nobody twice."""
    kept = work.find(StationPattern, election_id=command.election_id)
    if not kept or kept[0].version != command.pattern_version:
        raise lost_to(work, "station_pattern", kept[0].id if kept else "", "rules")
    standing = {
        row.id: row
        for row in work.find(ForcePool, election_id=command.election_id, withdrawn_at=None)
    }
    sent: Counter[str] = Counter()
    for row in command.groups:
        for pool_id, people, _ in row.posted:
            sent[pool_id] += people
    for id, people in sent.items():
        pool = standing.get(id)
        if pool is None or command.pool_versions.get(id) != pool.version:
            raise lost_to(work, "force_pool", id, "strength")
        if people > pool.strength:
            raise OperatorError("pool_overdrawn", name=pool.name, most=pool.strength)


def _demand_stations(work: UnitOfWork, command: AdoptPlan) -> None:
    """Every station is one of the election's, and in one group."""
    rows = work.find(PollingStation, election_id=command.election_id, gone_at=None)
    left: defaultdict[str, set[int]] = defaultdict(set)
    for station in rows:
        left[station.area_code].add(station.number)
    for row in command.groups:
        for number in row.numbers:
            if number not in left[row.area_code]:
                raise OperatorError("plan_station", number=number, area=row.area_code)
            left[row.area_code].discard(number)


def _demand_within(rows: tuple[GroupRow, ...]) -> None:
    """Nobody over the pattern."""
    for row in rows:
        pattern = read_pattern(row.pattern, row.level)
        if not 0 < len(row.numbers) <= pattern.stations:
            raise OperatorError("plan_over_pattern", pattern=row.pattern, area=row.area_code)


@verb(Repost, "people.reposted", Permission.REASSIGN)
def repost(work: UnitOfWork, command: Repost, ctx: Context) -> Result:
    group = work.get(StationGroup, command.group_id)
    if group.version != command.before or group.ended_at is not None:
        raise lost_to(work, "station_group", group.id)
    pool = work.get(ForcePool, command.pool_id)
    if pool.withdrawn_at is not None and command.people:
        raise OperatorError("pool_was_withdrawn", name=pool.name)
    elsewhere = sum(
        people
        for row in work.find(StationGroup, election_id=group.election_id, ended_at=None)
        for id, people, _ in row.posted
        if id == pool.id and row.id != group.id
    )
    free = max(0, pool.strength - elsewhere)
    if not 0 <= command.people <= free:
        raise OperatorError("pool_overdrawn", name=pool.name, most=free)
    others = [one for one in group.posted if one[0] != pool.id]
    new = [(pool.id, command.people, max(0, command.metres))] if command.people else []
    work.change(group, posted=(*others, *new))
    _move_on(work, group.election_id)
    return {"group_id": group.id, "people": command.people, "name": pool.name}


def _move_on(work: UnitOfWork, election_id: str) -> None:
    """The plan that stands is another than was looked at: a post of it was changed by hand."""
    for kept in work.find(RoomSetting, id=PLAN_SETTING + election_id):
        changed = kept.value.get("by_hand", 0) + 1
        work.change(kept, value={**kept.value, "by_hand": changed})
