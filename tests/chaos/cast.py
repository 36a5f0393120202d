"""The room that is disturbed, and commands that can be told again from their op_id."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from typing import Any

from command_center.advice.triage import suggest
from command_center.bootstrap.room import OPERATOR_ID, OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.commands.executor import WriteLane
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.commands.room import RegisterUnit
from command_center.domain.incident import Priority
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus
from command_center.geo.local import CityFacts
from command_center.geo.packs import default_pack_id, load_pack
from command_center.ports import Act, Storage
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import resources_dir

WAIT_S = 30.0


@dataclass(frozen=True, slots=True)
class Cast:
    """What the commands are about; `seq` is the log's head before any of them."""

    incidents: tuple[str, ...]
    units: tuple[str, ...]
    shift: str
    seq: int

    def command(self, op_id: str) -> Any:
        """Always the same for an op_id, whose text it carries where it has one."""
        chance = random.Random(op_id)
        incident, unit = chance.choice(self.incidents), chance.choice(self.units)
        return chance.choice(
            (
                AddNote(incident, op_id),
                AddNote(incident, op_id),
                EnterCall("lainnya", op_id, "Jalan Ijen", Priority.P3),
                OrderUnits(incident, (unit,), op_id),
                OrderUnits(incident, (unit,), op_id),
                ReleaseUnit(unit),
            )
        )


def found(url: str, incidents: int = 4, units: int = 4) -> Cast:
    """Found the room in an empty database and people it."""
    room = open_room(url, LiveClock(), RoomPlan())
    try:
        made = [_call(room, number) for number in range(incidents)]
        crews = [_unit(room, number) for number in range(units)]
        seq = room.database.feed.snapshot(room.clock.now()).seq
        return Cast(tuple(made), tuple(crews), room.act.shift, seq)
    finally:
        room.close()


def _call(room: OpenedRoom, number: int) -> str:
    command = EnterCall("lainnya", f"Kejadian {number}", f"Jalan {number}", Priority.P2)
    return str(room.lane.submit(command).result(WAIT_S).result["incident_id"])


def _unit(room: OpenedRoom, number: int) -> str:
    command = RegisterUnit(
        f"UNIT {number}", "samapta", crew=2, home="Klojen", status=UnitStatus.AVAILABLE
    )
    return str(room.lane.submit(command).result(WAIT_S).result["unit_id"])


@cache
def city() -> CityFacts:
    packs = resources_dir() / "packs"
    return CityFacts(load_pack(packs / default_pack_id(packs)))


def lane(storage: Storage, cast: Cast, workstation: str) -> WriteLane:
    """The product's executor, as a workstation of that name has it."""
    act = Act(OPERATOR_ID, workstation, cast.shift, Role.SHIFT_LEAD.value)
    return WriteLane(storage, LiveClock(), city(), suggest, act)
