"""What a plan for an election is made of, and how the one that stands is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from command_center.advice.allocation.groups import Station
from command_center.advice.allocation.plan import Plan, Pool, make_plan
from command_center.advice.election_tables import Pattern
from command_center.domain.election import (
    PLAN_SETTING,
    ElectionStage,
    Force,
    ForcePool,
    StationGroup,
    StationPattern,
)
from command_center.domain.site import PollingStation, SubjectKind
from command_center.situation.situation import Situation
from command_center.situation.vulnerability import criteria_of, standing

PointOf = Callable[[str], tuple[float, float] | None]
"""(lat, lon) where a kelurahan's name is written."""
_FORCES = tuple(Force)


@dataclass(frozen=True, slots=True)
class Basis:
    """`operation_id`: whose judgements count before those of none, "" = no operation's;
    `pattern_version` and `pool_versions` are what a plan is made with, `plan_version` of the one
    that stands, 0 = none; `unrated`: polling
    stations that nobody has judged, nor their kelurahan, and that count as the lowest level;
    `placeless`: those of which not even the kelurahan has a point."""

    election_id: str
    operation_id: str
    stations: tuple[Station, ...]
    patterns: Mapping[str, Pattern]
    pools: tuple[Pool, ...]
    levels: tuple[str, ...]
    pattern_version: int
    pool_versions: Mapping[str, int]
    plan_version: int
    unrated: int
    placeless: int

    def plan(self, *, military_stands_in: bool) -> Plan:
        """Takes up to some seconds: not on a thread that paints."""
        return make_plan(
            self.stations,
            self.patterns,
            self.pools,
            self.levels,
            military_stands_in=military_stands_in,
        )


def basis(situation: Situation, election_id: str, operation_id: str, point_of: PointOf) -> Basis:
    """As the room has it now."""
    levels = tuple(level.code for level in criteria_of(situation).levels)
    judged = standing(situation, operation_id)
    stations, unrated, placeless = [], 0, 0
    for row in polling_stations(situation, election_id):
        found = judged.get((SubjectKind.STATION, row.id)) or judged.get(
            (SubjectKind.AREA, row.area_code)
        )
        point = point_of(row.area_code)
        if row.lat is not None and row.lon is not None:
            point = row.lat, row.lon
        if point is None:
            placeless += 1
            continue
        unrated += found is None
        level = found.level if found is not None else levels[0]
        where = (row.area_code, row.number, point[0], point[1])
        stations.append(Station(*where, level, row.is_special))
    pattern = pattern_of(situation, election_id)
    homes = pools(situation, election_id)
    kept = situation.get("room_setting", PLAN_SETTING + election_id)
    return Basis(
        election_id,
        operation_id,
        tuple(stations),
        rules_of(pattern),
        tuple(Pool(p.id, p.force, p.name, p.strength, p.lat, p.lon) for p in homes),
        levels,
        pattern.version if pattern is not None else 0,
        {pool.id: pool.version for pool in homes},
        kept.version if kept is not None else 0,
        unrated,
        placeless,
    )


def rules_of(row: StationPattern | None) -> dict[str, Pattern]:
    return {level: Pattern(*numbers) for level, *numbers in row.rules} if row is not None else {}


def polling_stations(situation: Situation, election_id: str) -> list[PollingStation]:
    return [
        row
        for row in situation.all("polling_station")
        if row.election_id == election_id and row.gone_at is None
    ]


def pattern_of(situation: Situation, election_id: str) -> StationPattern | None:
    rows = (row for row in situation.all("station_pattern") if row.election_id == election_id)
    return next(rows, None)


def pools(situation: Situation, election_id: str) -> list[ForcePool]:
    """Those that are to be had, by force and name."""
    rows = [
        row
        for row in situation.all("force_pool")
        if row.election_id == election_id and row.withdrawn_at is None
    ]
    return sorted(rows, key=lambda row: (_FORCES.index(row.force), row.name))


def stages(situation: Situation, election_id: str) -> list[ElectionStage]:
    """Those that stand, by day."""
    rows = [
        row
        for row in situation.all("election_stage")
        if row.election_id == election_id and row.struck_at is None
    ]
    return sorted(rows, key=lambda row: (row.starts_on, row.ends_on, row.name))


def groups(situation: Situation, election_id: str) -> list[StationGroup]:
    """The plan that stands, by kelurahan and number."""
    rows = [
        row
        for row in situation.all("station_group")
        if row.election_id == election_id and row.ended_at is None
    ]
    return sorted(rows, key=lambda row: (row.area_code, row.numbers))
