"""Small rooms in Malang, by hand or as hypothesis likes them, folded from a log or loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from command_center.advice.eta import Estimator
from command_center.domain.entities import ENTITY_NAMES, as_fields, iso, to_json
from command_center.domain.incident import Handling, Incident, IncidentStatus, Priority
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.domain.place import LocatedBy
from command_center.domain.room import RoomSetting
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    CloseReason,
    OrderStatus,
    RoadClosure,
    Unit,
    UnitStatus,
)
from command_center.geo.city import CityPack
from command_center.geo.packs import load_pack
from command_center.ports import Position, RowsSnapshot
from command_center.runtime.paths import resources_dir
from command_center.situation.advising.recommender import Recommender
from command_center.situation.situation import Situation
from tests.unit.geo.roadnet.nets import LAT, LON, STEP, grid

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
ROWS, COLUMNS = 12, 12
KINDS = ("patroli", "ambulans", "pompa", "motor")
CATEGORIES = ("gangguan", "laka_lantas", "kebakaran", "tawuran")
HOMES = ("35.73.01", "35.73.02", "35.73.05.1009", None)


@cache
def malang() -> CityPack:
    return load_pack(resources_dir() / "packs" / "malang")


class GridStreets:
    """The streets of a grid, with what is closed of them; a scene takes 20 minutes."""

    why_straight = ""
    work_s: float | None = 1_200.0

    def __init__(self) -> None:
        self._net = grid(ROWS, COLUMNS)

    def estimator(self, settings: Iterable[Any], closures: Sequence[RoadClosure]) -> Estimator:
        shut = sorted(row.line for row in closures if row.opened_at is None)
        return Estimator(self._net, None, self._net.closed_by(shut))


def recommender(streets: Any = None) -> Recommender:
    zone = ZoneInfo(malang().time_zone)
    return Recommender(malang(), zone, streets or GridStreets())


# --- rows --------------------------------------------------------------------------------------


def agency(name: str, *, orderable: bool = True) -> Agency:
    return Agency(name, 1, name, name, name.upper(), orderable, orderable)


def unit(name: str, **fields: Any) -> Unit:
    """A free patrol of ours."""
    values: dict[str, Any] = {
        "call_sign": name.upper(),
        "agency_id": "ours",
        "kind": "patroli",
        "capabilities": (),
        "crew": 2,
        "home": "35.73.02",
        "parent_id": None,
        "status": UnitStatus.AVAILABLE,
        "status_since": NOW - timedelta(minutes=5),
        "status_reason": "",
    }
    return Unit(id=name, version=1, **(values | fields))


def incident(number: int, **fields: Any) -> Incident:
    """P1, in the middle of the grid, five minutes old."""
    values: dict[str, Any] = {
        "day": "2026-11-21", "status": IncidentStatus.VERIFIED, "priority": Priority.P1,
        "priority_reason": (), "category": "gangguan", "title": "Massa", "owner_id": None,
        "claimed_at": None, "opened_at": NOW - timedelta(minutes=5), "occurred_at": None,
        "verified_at": None, "verified_by": None, "first_order_at": None,
        "first_on_scene_at": None, "closed_at": None, "disposition": None, "merged_into": None,
        "lat": LAT + 5 * STEP, "lon": LON + 5 * STEP, "accuracy_m": 10.0,
        "located_by": LocatedBy.GPS, "area_code": "35.73.02.1007", "address": "Jl. Kauman",
        "operation_id": None, "alias": None, "time_reversed": False,
    }  # fmt: skip
    return Incident(id=f"i{number}", version=1, number=number, **(values | fields))


def order(unit_id: str, incident_id: str, status: OrderStatus, **fields: Any) -> Assignment:
    """Given three minutes ago."""
    at = NOW - timedelta(minutes=3)
    values: dict[str, Any] = {
        "id": f"a-{unit_id}-{incident_id}", "order_id": f"o-{incident_id}",
        "kind": AssignmentKind.ACTIVE, "ordered_at": at, "accepted_at": None, "en_route_at": None,
        "on_scene_at": None, "transport_at": None, "hospital_at": None, "closed_at": None,
        "close_reason": None, "time_reversed": False,
    }  # fmt: skip
    return Assignment(
        version=1, incident_id=incident_id, unit_id=unit_id, status=status, **(values | fields)
    )


def seen(unit_id: str, row: float, column: float, age_s: float = 5.0) -> Position:
    at = NOW - timedelta(seconds=age_s)
    return Position(unit_id, LAT + row * STEP, LON + column * STEP, 10.0, 0.0, None, at)


# --- rooms -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Town:
    rows: tuple[Any, ...]
    positions: tuple[Position, ...]

    def loaded(self, rng: Random | None = None) -> Situation:
        """From a snapshot; with `rng` in any order."""
        rows, positions = list(self.rows), list(self.positions)
        if rng is not None:
            rng.shuffle(rows)
            rng.shuffle(positions)
        tables: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            tables.setdefault(ENTITY_NAMES[type(row)], []).append(to_json(as_fields(row)))
        situation = Situation()
        situation.load(RowsSnapshot(0, bytes(32), "test", tables))
        situation.place({one.unit_id: one for one in positions})
        return situation

    def bring(self, situation: Situation) -> None:
        """Make the situation read so, touching only what is another."""
        for row in self.rows:
            name = ENTITY_NAMES[type(row)]
            if situation.get(name, row.id) != row:
                situation.put(name, row.id, row)
        situation.place({one.unit_id: one for one in self.positions})

    def log(self) -> list[StoredEntry]:
        """One entry for each row."""
        return [_entry(seq, row) for seq, row in enumerate(self.rows, start=1)]

    def folded(self) -> Situation:
        situation = Situation()
        for entry in self.log():
            situation.apply(entry)
        situation.place({one.unit_id: one for one in self.positions})
        return situation


def _entry(seq: int, row: Any) -> StoredEntry:
    fields = {key: value for key, value in as_fields(row).items() if key not in ("id", "version")}
    change = Change(ENTITY_NAMES[type(row)], row.id, 1, to_json(fields), {})
    at = iso(NOW)
    entry = LogEntry(
        kind="test.added", v=1, op_id=f"op-{seq}", actor="staff", workstation="meja",
        shift="shift", occurred_at=at, recorded_at=at, reason="", changes=(change,),
    )  # fmt: skip
    return StoredEntry(seq, bytes(32), entry)


def any_town(rng: Random) -> Town:
    """A few units and incidents, some of them on each other, some silent, some without a place."""
    incidents = [_any_incident(rng, number) for number in range(1, rng.randint(2, 5))]
    units = [_any_unit(rng, number) for number in range(rng.randint(1, 9))]
    rows: list[Any] = [agency("ours"), agency("theirs", orderable=False), *units, *incidents]
    for one in units:
        if one.status in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE):
            rows.append(_any_order(rng, one, rng.choice(incidents)))
    rows += [
        Handling(one.id, 1, None, None, rng.random() < 0.7, NOW, "staff")
        for one in incidents
        if rng.random() < 0.6
    ]
    if rng.random() < 0.5:
        line = ((LAT + 4 * STEP, LON), (LAT + 4 * STEP, LON + 8 * STEP))
        rows.append(RoadClosure("c1", 1, "Jl. X", line, "banjir", NOW, "staff", None, None))
    if rng.random() < 0.3:
        rows.append(RoomSetting("run_cards", 1, {"table": _TABLE}))
    spots = [
        seen(one.id, rng.randrange(ROWS), rng.randrange(COLUMNS), rng.choice((5.0, 200.0, 900.0)))
        for one in units
        if rng.random() < 0.8
    ]
    return Town(tuple(rows), tuple(spots))


_TABLE = "category,place,hours,level,alarm,wants\n*,,,,1,patroli:2\nkebakaran,,,,1,pompa:1;*:1\n"


def _any_incident(rng: Random, number: int) -> Incident:
    return incident(
        number,
        priority=rng.choice(list(Priority)),
        category=rng.choice(CATEGORIES),
        lat=LAT + rng.randrange(ROWS) * STEP,
        lon=LON + rng.randrange(COLUMNS) * STEP,
        opened_at=NOW - timedelta(minutes=rng.randrange(1, 200)),
    )


def _any_unit(rng: Random, number: int) -> Unit:
    statuses = (UnitStatus.AVAILABLE, UnitStatus.AVAILABLE, UnitStatus.EN_ROUTE,
                UnitStatus.ON_SCENE, UnitStatus.BREAK, UnitStatus.OFF_DUTY)  # fmt: skip
    return unit(
        f"u{number}",
        agency_id=rng.choice(("ours", "ours", "theirs")),
        kind=rng.choice(KINDS),
        capabilities=tuple(rng.sample(("patroli", "laka", "SAR"), rng.randrange(3))),
        crew=rng.randint(1, 6),
        home=rng.choice(HOMES),
        status=rng.choice(statuses),
        status_since=NOW - timedelta(minutes=rng.choice((1, 10, 300))),
    )


def _any_order(rng: Random, one: Unit, about: Incident) -> Assignment:
    there = one.status is UnitStatus.ON_SCENE
    asked = one.agency_id == "theirs"
    return order(
        one.id,
        about.id,
        OrderStatus.ON_SCENE if there else OrderStatus.EN_ROUTE,
        kind=AssignmentKind.REQUESTED if asked else AssignmentKind.ACTIVE,
        accepted_at=NOW if rng.random() < 0.5 else None,
    )


def stirred(town: Town, rng: Random) -> Town:
    """The same units a little later: some rows are other ones, some units were seen elsewhere."""
    rows, kind = list(town.rows), rng.choice((Unit, Assignment, Handling, Incident))
    for at, row in enumerate(rows):
        if not isinstance(row, kind) or rng.random() > 0.5:
            continue
        if isinstance(row, Unit):
            status = rng.choice((UnitStatus.AVAILABLE, UnitStatus.BREAK, UnitStatus.EN_ROUTE))
            rows[at] = replace(row, status=status, crew=rng.randint(1, 6))
        elif isinstance(row, Assignment):
            reason = rng.choice((CloseReason.DONE, CloseReason.SUPERSEDED))
            rows[at] = replace(row, closed_at=NOW, close_reason=reason)
        elif isinstance(row, Handling):
            rows[at] = replace(row, may_leave=not row.may_leave)
        elif isinstance(row, Incident):
            rows[at] = replace(row, priority=rng.choice(list(Priority)))
    incidents = [row for row in rows if isinstance(row, Incident)]
    held = {row.unit_id for row in rows if isinstance(row, Assignment)}
    for row in list(rows):
        new = kind is Assignment and isinstance(row, Unit) and row.id not in held
        if new and rng.random() < 0.5:
            rows.append(_any_order(rng, row, rng.choice(incidents)))
    spots = [
        seen(one.unit_id, rng.randrange(ROWS), rng.randrange(COLUMNS))
        if rng.random() < 0.5
        else one
        for one in town.positions
        if rng.random() < 0.9
    ]
    return Town(tuple(rows), tuple(spots))


def pulled_away(unit_id: str, incident_id: str, number: int) -> Assignment:
    """An order that another took the unit from."""
    return order(
        unit_id, incident_id, OrderStatus.EN_ROUTE, id=f"p-{number}", closed_at=NOW,
        close_reason=CloseReason.SUPERSEDED,
    )  # fmt: skip


towns = st.integers(0, 2**32 - 1).map(lambda seed: any_town(Random(seed)))
