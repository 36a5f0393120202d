"""What the room knows of its streets: the graph it reckons with, its speeds, and what is closed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.unit import RoadClosure
from command_center.geo.roadnet.classes import speeds_of
from command_center.ports import UnitOfWork

ROADS_SETTING, SPEEDS_SETTING = "roads", "road_speeds"
NAME_LENGTH, REASON_LENGTH, LICENCE_LENGTH = 200, 500, 2_000
MOST_POINTS = 150
"""Of a closure; with the digits that are kept they fit their column."""

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class KeepRoads:
    """The graph of that hash is the room's from now on; the file itself is kept by each machine
    that imported it. `source` is the name of the file it was made of."""

    source: str
    digest: str
    nodes: int
    edges: int
    islands: int
    licence: str = ""


@dataclass(frozen=True, slots=True)
class SetRoadSpeeds:
    """Kilometres an hour as {vehicle: {class of road: km/h}}. `before` is the version of the
    setting that was edited, 0 = there was none: Conflict if it has moved on."""

    speeds: Mapping[str, Any]
    before: int = 0


@dataclass(frozen=True, slots=True)
class CloseRoad:
    """Nobody drives along `line`, (lat, lon) in WGS84, nor across it. `until` is when it is
    expected to open; it opens when somebody says so."""

    name: str
    line: tuple[tuple[float, float], ...]
    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenRoad:
    """It is driven again. Opening what is open already changes nothing."""

    closure_id: str


@verb(KeepRoads, "roads.imported", Permission.ADMINISTER)
def keep_roads(work: UnitOfWork, command: KeepRoads, ctx: Context) -> Result:
    value = {
        "source": command.source[:NAME_LENGTH],
        "sha256": _hash(command.digest),
        "nodes": command.nodes,
        "edges": command.edges,
        "islands": command.islands,
        "imported_at": ctx.now.isoformat(),
        "licence": command.licence[:LICENCE_LENGTH],
    }
    standing = work.find(RoomSetting, id=ROADS_SETTING)
    if standing:
        work.change(standing[0], value=value)
    else:
        work.add(RoomSetting(ROADS_SETTING, 1, value))
    return {"nodes": command.nodes, "edges": command.edges, "sha256": command.digest}


def _hash(digest: str) -> str:
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise OperatorError("roads_bad_hash")
    return digest


@verb(SetRoadSpeeds, "roads.speeds", Permission.REASSIGN)
def set_road_speeds(work: UnitOfWork, command: SetRoadSpeeds, ctx: Context) -> Result:
    try:
        value = speeds_of(command.speeds).as_json()
    except ValueError as error:
        raise OperatorError("roads_bad_speeds", why=str(error)) from error
    standing = work.find(RoomSetting, id=SPEEDS_SETTING)
    if (standing[0].version if standing else 0) != command.before:
        raise lost_to(work, "room_setting", SPEEDS_SETTING, "value")
    if standing:
        work.change(standing[0], value=value)
    else:
        work.add(RoomSetting(SPEEDS_SETTING, 1, value))
    return {}


@verb(CloseRoad, "road.closed", Permission.DISPATCH)
def close_road(work: UnitOfWork, command: CloseRoad, ctx: Context) -> Result:
    closure = RoadClosure(
        id=ctx.new_id(),
        version=1,
        name=_said(command.name, "road_needs_name", NAME_LENGTH),
        line=_line(command.line),
        reason=_said(command.reason, "road_needs_reason", REASON_LENGTH),
        closed_at=ctx.now,
        closed_by=ctx.act.actor,
        until=command.until,
        opened_at=None,
    )
    if command.until is not None and command.until <= ctx.now:
        raise OperatorError("road_opens_before")
    work.add(closure)
    return {"closure_id": closure.id, "name": closure.name}


@verb(OpenRoad, "road.opened", Permission.DISPATCH)
def open_road(work: UnitOfWork, command: OpenRoad, ctx: Context) -> Result:
    closure = work.get(RoadClosure, command.closure_id)
    if closure.opened_at is None:
        work.change(closure, opened_at=max(ctx.now, closure.closed_at))
    return {"closure_id": closure.id, "name": closure.name}


def _said(text: str, missing: str, limit: int) -> str:
    plain = text.strip()
    if not plain:
        raise OperatorError(missing)
    if len(plain) > limit:
        raise OperatorError("text_too_long", limit=limit)
    return plain


def _line(line: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """As it is kept: two points or more, somewhere on Earth, not all one."""
    if len(line) > MOST_POINTS:
        raise OperatorError("road_line_too_long", limit=MOST_POINTS)
    for lat, lon in line:
        on_earth = math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180
        if not on_earth:
            raise OperatorError("road_line_nowhere")
    kept = tuple((round(float(lat), _DIGITS), round(float(lon), _DIGITS)) for lat, lon in line)
    if len(set(kept)) < 2:
        raise OperatorError("road_needs_line")
    return kept
