"""What the room knows of an incident, as its table of points asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from command_center.advice.triage import Facts, Said, Suggestion, Table, shipped_table
from command_center.advice.triage.faults import TableWrong
from command_center.advice.triage.reading import kept_table
from command_center.advice.triage.score import Absent
from command_center.advice.triage.table import NAME_PREFIX, When
from command_center.commands.registry import City, Context
from command_center.domain.early import Episode
from command_center.domain.incident import Incident, Report
from command_center.domain.place import LocatedBy
from command_center.domain.room import Operation, RoomSetting
from command_center.geo.nearby import NearPlace
from command_center.ports import UnitOfWork

SETTING = "triage"
"""The name of the RoomSetting that holds the room's own table, as TOML."""
_ROWS = frozenset(when.value for when in When)
_OF_PERSONS = frozenset({"given", "source", "why"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The table that counts now. `version` 0: the one that is shipped; `readable` False: the
    room's own cannot be read, and the shipped one stands in."""

    table: Table
    version: int = 0
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Where:
    """WGS84 degrees and the code of the area, None where unknown."""

    lat: float | None
    lon: float | None
    located_by: LocatedBy
    accuracy_m: float | None = None
    area_code: str | None = None


def standing_of(setting: RoomSetting | None) -> Standing:
    """The table a setting of the room says."""
    if setting is None:
        return Standing(shipped_table())
    try:
        return Standing(kept_table(str(setting.value.get("toml", ""))), setting.version)
    except TableWrong:
        return Standing(shipped_table(), setting.version, readable=False)


def standing_table(work: UnitOfWork) -> Standing:
    found = work.find(RoomSetting, id=SETTING)
    return standing_of(found[0] if found else None)


def election_day(operations: Iterable[Operation]) -> date | None:
    """The day the operations that go on work towards; the first of several."""
    days = []
    for operation in operations:
        if operation.ends_at is None and operation.target_day:
            try:
                days.append(date.fromisoformat(operation.target_day))
            except ValueError:
                continue
    return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Ground:
    """What every incident is seen against. `day` is election day, None if none is set; `placed`
    are the values of place rows that the city knows a point of, `warned` the areas of early
    warnings that are believed."""

    table: Table
    city: City
    day: date | None
    placed: frozenset[str]
    warned: frozenset[str]


def ground_of(
    table: Table, city: City, operations: Iterable[Operation], episodes: Iterable[Episode]
) -> Ground:
    wanted = {value for row in table.rows if row.when is When.PLACE for value in row.any}
    placed = frozenset(value for value in wanted if _known(value, city))
    warned = frozenset(code for one in episodes if one.is_believed for code in one.areas)
    return Ground(table, city, election_day(operations), placed, warned)


def facts_of(
    category: str, said: Sequence[Said], where: Where, at: datetime, ground: Ground
) -> Facts:
    """`at` is when the room came to know."""
    city, day = ground.city, ground.day
    days = (date.fromisoformat(city.local_day(at)) - day).days if day else None
    near = _near(where, ground.table, city)
    hour, episode = city.local_hour(at), _warned(where, ground)
    return Facts(category, tuple(said), near, ground.placed, hour, days, episode)


def _warned(where: Where, ground: Ground) -> bool | None:
    """Whether an early warning stands there; None where that depends on an unknown place."""
    if where.area_code is None:
        return None if ground.warned else False
    return where.area_code in ground.warned


def _near(where: Where, table: Table, city: City) -> tuple[NearPlace, ...] | None:
    """Nothing can be said of a point that is no better than a kelurahan, or than the table's
    distances."""
    how = where.located_by
    precise = how is LocatedBy.GPS or how is LocatedBy.GEOCODED or how is LocatedBy.TYPED
    if where.lat is None or where.lon is None or not precise:
        return None
    if where.accuracy_m is not None and where.accuracy_m > table.widest_m:
        return None
    return tuple(city.near(where.lat, where.lon, table.widest_m))


def _known(value: str, city: City) -> bool:
    name = value.removeprefix(NAME_PREFIX).strip().casefold()
    return city.knows("", name) if value.startswith(NAME_PREFIX) else city.knows(value)


def facts_of_incident(incident: Incident, said: Sequence[Said], ground: Ground) -> Facts:
    at, how = (incident.lat, incident.lon), incident.located_by
    where = Where(*at, how, incident.accuracy_m, incident.area_code)
    return facts_of(incident.category, said, where, incident.opened_at, ground)


def said_of(report: Report) -> Said:
    return Said(report.text, report.reporter_ref, report.received_at)


def judged(facts: Facts, standing: Standing, ctx: Context) -> Suggestion:
    """What the table says; where it cannot be read, that is among what is not known."""
    suggestion = ctx.triage(facts, standing.table)
    if standing.readable:
        return suggestion
    return replace(suggestion, absent=(*suggestion.absent, Absent.TABLE))


def standing_ground(work: UnitOfWork, standing: Standing, ctx: Context) -> Ground:
    operations, episodes = work.find(Operation, ends_at=None), work.find(Episode, closed_at=None)
    return ground_of(standing.table, ctx.city, operations, episodes)


def suggest_for(work: UnitOfWork, report: Report, ctx: Context) -> Suggestion:
    """For an incident that begins with this report."""
    standing = standing_table(work)
    ground = standing_ground(work, standing, ctx)
    at, how = (report.lat, report.lon), report.located_by
    where = Where(*at, how, report.accuracy_m, report.area_code)
    said = (said_of(report),)
    facts = facts_of(report.category, said, where, report.received_at, ground)
    return judged(facts, standing, ctx)


def suggested(reasons: Sequence[str]) -> bool:
    """Whether a priority with these reasons is the table's, no person's or sender's own."""
    return bool(reasons) and reasons[0].partition(":")[0] in _ROWS


def overruled(suggestion: str, reasons: Sequence[str], why: str = "") -> tuple[str, ...]:
    """The reasons of a priority a person chose: that they did, in a word why, and what the table
    had said, with its rows."""
    told = (f"why:{why}",) if why else ()
    said = (f"suggested:{suggestion}", *reasons) if suggestion else tuple(reasons)
    return ("given", *told, *said)


def overruled_again(priority: str, reasons: Sequence[str], why: str) -> tuple[str, ...]:
    """As `overruled`, of an incident that had these; what the table said first stays."""
    if suggested(reasons):
        return overruled(priority, reasons, why)
    kept = [code for code in reasons if code.partition(":")[0] not in _OF_PERSONS]
    return overruled("", kept, why)
