"""Elections and their polling stations, which are counted anew for each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from command_center.commands.place_words import (
    ADDRESS,
    day,
    kelurahan,
    line,
    located,
    needed,
    point,
)
from command_center.commands.registry import Context, Result, verb
from command_center.commands.sites import still_located
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.domain.site import Election, ElectionKind, PollingStation
from command_center.ports import Among, UnitOfWork

MOST_AT_ONCE = 500
MOST_NUMBER, MOST_VOTERS = 9_999, 100_000
_CODE = 40


@dataclass(frozen=True, slots=True)
class KeepElection:
    """Known by its `code`; `day` of voting, ISO."""

    code: str
    name: str
    kind: ElectionKind
    day: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class StationRow:
    """A polling station as a list has it: `area` is the kelurahan's name or code, `kpu_code` the
    same in the codes of KPU. `untold`: the facts by their names here that the list does not
    speak of, which stay as they are known ("lat": the point)."""

    area: str
    number: int
    kpu_code: str = ""
    voters: int | None = None
    location: str = ""
    lat: float | None = None
    lon: float | None = None
    located: LocatedBy = LocatedBy.TYPED
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportStations:
    """At most MOST_AT_ONCE of one election, one entry of the log; known by kelurahan and number,
    so that the same file again changes nothing. `source` says where the list is from."""

    election_id: str
    source: str
    stations: tuple[StationRow, ...]


@dataclass(frozen=True, slots=True)
class DropStations:
    """They are no longer polling stations of their election; what was judged of them stays."""

    station_ids: tuple[str, ...]


@verb(KeepElection, "election.kept", Permission.KEEP_PLACES)
def keep_election(work: UnitOfWork, command: KeepElection, ctx: Context) -> Result:
    code = needed(command.code, "election_needs_code", _CODE)
    facts: dict[str, Any] = {
        "name": needed(command.name, "election_needs_name"),
        "kind": command.kind,
        "day": day(command.day),
        "source": line(command.source, ADDRESS),
    }
    known = work.find(Election, code=code)
    if known:
        work.change(known[0], **facts)
        return {"election_id": known[0].id, "name": facts["name"]}
    election = Election(id=ctx.new_id(), version=1, code=code, **facts)
    work.add(election)
    return {"election_id": election.id, "name": election.name}


@verb(ImportStations, "stations.imported", Permission.KEEP_PLACES)
def import_stations(work: UnitOfWork, command: ImportStations, ctx: Context) -> Result:
    if len(command.stations) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    election = work.get(Election, command.election_id)
    source = line(command.source, ADDRESS)
    placed = [(kelurahan(row.area, ctx), row) for row in command.stations]
    areas = Among({area for area, _ in placed})
    found = work.find(PollingStation, election_id=election.id, area_code=areas) if placed else []
    known = {(row.area_code, row.number): row for row in found}
    added = changed = 0
    for area, row in placed:
        standing = known.pop((area, row.number), None)
        facts = {**_facts(completed(row, standing), area), "source": source, "gone_at": None}
        if standing is None:
            added += 1
            work.add(PollingStation(ctx.new_id(), 1, election.id, **facts))
        else:
            facts["located"] = still_located(facts, standing)
            changed += work.change(standing, **facts).version != standing.version
    return {"added": added, "changed": changed, "count": len(placed), "name": election.name}


def completed(row: StationRow, known: PollingStation | None) -> StationRow:
    """With what is known of the polling station where the list does not speak of it."""
    if known is None or not row.untold:
        return row
    standing: dict[str, Any] = {
        "kpu_code": known.kpu_code,
        "voters": known.voters,
        "location": known.location,
    }
    told = {name: fact for name, fact in standing.items() if name in row.untold}
    if "lat" in row.untold:
        told |= {"lat": known.lat, "lon": known.lon, "located": known.located}
    return replace(row, **told)


@verb(DropStations, "stations.dropped", Permission.KEEP_PLACES)
def drop_stations(work: UnitOfWork, command: DropStations, ctx: Context) -> Result:
    if len(command.station_ids) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    for id in command.station_ids:
        station = work.get(PollingStation, id)
        if station.gone_at is None:
            work.change(station, gone_at=ctx.now)
    return {"count": len(command.station_ids)}


def _facts(row: StationRow, area: str) -> dict[str, Any]:
    if not 0 < row.number <= MOST_NUMBER:
        raise OperatorError("station_number_range", most=MOST_NUMBER, number=row.number)
    if row.voters is not None and not 0 <= row.voters <= MOST_VOTERS:
        raise OperatorError("station_voters_range", most=MOST_VOTERS, voters=row.voters)
    lat, lon = point(row.lat, row.lon)
    return {
        "area_code": area,
        "kpu_code": line(row.kpu_code, _CODE),
        "number": row.number,
        "voters": row.voters,
        "location": line(row.location, ADDRESS),
        "lat": lat,
        "lon": lon,
        "located": located(lat, area, row.located),
    }
