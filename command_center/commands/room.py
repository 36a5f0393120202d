"""The facts of the room: opening it, its people, agencies, sources, cameras, places and units."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.commands.dispatch import heard_at
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import Boundaries, Place
from command_center.domain.referral import Hospital
from command_center.domain.room import (
    Room,
    Shift,
    Source,
    SourceKind,
    Staff,
)
from command_center.domain.unit import Agency, Unit, UnitStatus
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """The first entry of every log: the room itself and who and what it starts with."""

    room: Room
    staff: tuple[Staff, ...]
    shift: Shift
    agencies: tuple[Agency, ...]
    sources: tuple[Source, ...]
    hospitals: tuple[Hospital, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectSource:
    """Add a source or change where it is; its cursor is kept, and what is None stays as it was.
    `options` are added to those it has; one that is "" goes."""

    id: str
    name: str
    url: str
    enabled: bool = True
    kind: SourceKind | None = None
    profile: str | None = None
    mapping: str | None = None
    reply_url: str | None = None
    options: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class MoveCursor:
    source_id: str
    cursor: str


@dataclass(frozen=True, slots=True)
class RegisterUnit:
    """A unit as its source describes it. Known by call sign; status is not touched if it exists.
    `parent` is the call sign of the regu, pleton or kompi it belongs to."""

    call_sign: str
    agency: str
    kind: str = ""
    capabilities: tuple[str, ...] = ()
    crew: int = 0
    home: str = ""
    parent: str = ""
    status: UnitStatus = UnitStatus.OFF_DUTY
    since: datetime | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlaces:
    """Replace or add places by code."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ImportBoundaries:
    """The boundaries of the whole city, as a table of boundaries, and the areas they bound."""

    areas: tuple[Place, ...]
    topology: str
    name: str


@verb(OpenRoom, "room.opened", Permission.ADMINISTER)
def open_room(work: UnitOfWork, command: OpenRoom, ctx: Context) -> Result:
    if work.find(Room):
        raise OperatorError("room_exists")
    rows: Sequence[Any] = (
        command.room,
        *command.staff,
        command.shift,
        *command.agencies,
        *command.sources,
        *command.hospitals,
    )
    for row in rows:
        work.add(row)
    return {"room_id": command.room.id}


@verb(ConnectSource, "source.connected", Permission.ADMINISTER)
def connect_source(work: UnitOfWork, command: ConnectSource, ctx: Context) -> Result:
    standing = work.find(Source, id=command.id)
    if standing:
        work.change(standing[0], **_said_of(standing[0], command))
    else:
        kind = SourceKind.PULL
        new = Source(command.id, 1, command.name, kind, command.url, command.enabled, "")
        work.add(dataclasses.replace(new, **_said_of(new, command)))
    return {"source_id": command.id}


def _said_of(source: Source, command: ConnectSource) -> dict[str, Any]:
    said: dict[str, Any] = {
        name: value
        for name in ("name", "url", "enabled", "kind", "profile", "mapping", "reply_url")
        if (value := getattr(command, name)) is not None
    }
    if command.options is not None:
        options = {**source.options, **command.options}
        said["options"] = {name: value for name, value in options.items() if value}
    return said


@verb(MoveCursor, "source.read", Permission.TAKE_REPORTS)
def move_cursor(work: UnitOfWork, command: MoveCursor, ctx: Context) -> Result:
    work.change(work.get(Source, command.source_id), cursor=command.cursor)
    return {"source_id": command.source_id}


@verb(RegisterUnit, "unit.registered", Permission.TAKE_REPORTS)
def register_unit(work: UnitOfWork, command: RegisterUnit, ctx: Context) -> Result:
    agencies = work.find(Agency, code=command.agency)
    if not agencies:
        raise OperatorError("unknown_agency", agency=command.agency)
    home = ctx.city.area_named(command.home) if command.home else None
    facts: dict[str, Any] = {
        "agency_id": agencies[0].id,
        "kind": command.kind,
        "capabilities": command.capabilities,
        "crew": command.crew,
        "home": home,
        "parent_id": _parent(work, command),
    }
    standing = work.find(Unit, call_sign=command.call_sign)
    if standing:
        work.change(standing[0], **facts)
        return {"unit_id": standing[0].id}
    unit = Unit(
        id=ctx.new_id(),
        version=1,
        call_sign=command.call_sign,
        status=command.status,
        status_since=heard_at(command.since or ctx.at, ctx),
        status_reason="",
        **facts,
    )
    work.add(unit)
    return {"unit_id": unit.id}


def _parent(work: UnitOfWork, command: RegisterUnit) -> str | None:
    if not command.parent:
        return None
    found = work.find(Unit, call_sign=command.parent)
    if not found:
        raise OperatorError("unknown_unit", call_sign=command.parent)
    return _no_circle(work, found[0], command.call_sign).id


def _no_circle(work: UnitOfWork, parent: Unit, call_sign: str) -> Unit:
    """A unit may not contain itself, however far up."""
    above: Unit | None = parent
    while above is not None:
        if above.call_sign == call_sign:
            raise OperatorError("unit_contains_itself", call_sign=call_sign)
        above = work.get(Unit, above.parent_id) if above.parent_id else None
    return parent


def _replace_or_add(work: UnitOfWork, row: Any, standing: list[Any]) -> None:
    if not standing:
        work.add(row)
        return
    old = standing[0]
    fields = {
        f.name: getattr(row, f.name)
        for f in dataclasses.fields(row)
        if f.name not in ("id", "version")
    }
    work.change(old, **fields)


@verb(ImportPlaces, "places.imported", Permission.ADMINISTER)
def import_places(work: UnitOfWork, command: ImportPlaces, ctx: Context) -> Result:
    for place in command.places:
        _replace_or_add(work, place, work.find(Place, code=place.code))
    return {"count": len(command.places)}


@verb(ImportBoundaries, "boundaries.imported", Permission.ADMINISTER)
def import_boundaries(work: UnitOfWork, command: ImportBoundaries, ctx: Context) -> Result:
    for area in command.areas:
        _replace_or_add(work, area, work.find(Place, code=area.code))
    work.add(Boundaries(ctx.new_id(), 1, command.name[:200], command.topology, ctx.now))
    return {"count": len(command.areas)}


@dataclass(frozen=True, slots=True)
class RegisterAgency:
    agency: Agency


@verb(RegisterAgency, "agency.registered", Permission.ADMINISTER)
def register_agency(work: UnitOfWork, command: RegisterAgency, ctx: Context) -> Result:
    _replace_or_add(work, command.agency, work.find(Agency, code=command.agency.code))
    return {"code": command.agency.code}
