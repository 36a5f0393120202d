"""What of a board is handed over, and which of it is red."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.domain.handover import Item, ItemKind
from command_center.domain.incident import Incident, Note, Priority
from command_center.domain.instruction import Instruction, ShiftNote
from command_center.domain.referral import Hospital, Referral, Standby, StandbyState
from command_center.domain.room import Alarm, AlarmType
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    OrderStatus,
    OrderTask,
    Unit,
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
)

TITLE = 200
NORMAL = frozenset({UnitStatus.AVAILABLE, UnitStatus.OFF_DUTY})
STANDING_BY = frozenset({StandbyState.ASKED, StandbyState.READY, StandbyState.LIMITED})
HOLDING = frozenset({AssignmentKind.ACTIVE, AssignmentKind.REQUESTED})
# Somebody of ours may be hurt: whatever its rank and whoever pressed the key.
_DANGER = frozenset({AlarmType.PERSONNEL_DANGER, AlarmType.UNIT_SILENT, AlarmType.PANIC})


@dataclass(frozen=True, slots=True)
class Board:
    """Rows in one moment: open incidents, all units, what was ordered and is not heard, checks of
    silent units that go on or found somebody hurt, what others owe an answer or readiness for,
    alarms that stand, what the room was told to do as (id, words). `assignments` are open ones."""

    incidents: Sequence[Incident] = ()
    units: Sequence[Unit] = ()
    assignments: Sequence[Assignment] = ()
    tasks: Sequence[OrderTask] = ()
    checks: Sequence[WelfareCheck] = ()
    referrals: Sequence[Referral] = ()
    standbys: Sequence[Standby] = ()
    alarms: Sequence[Alarm] = ()
    instructions: Sequence[tuple[str, str]] = ()
    agencies: Sequence[Agency] = ()
    hospitals: Sequence[Hospital] = ()


def told_to_shift(
    instructions: Iterable[Instruction],
    shift_notes: Iterable[ShiftNote],
    notes: Iterable[Note],
    begun_at: datetime,
    at: datetime,
) -> list[tuple[str, str]]:
    """What holds at `at`, by id: instructions, notes of the lead for this shift and the next, lines
    to no incident since the shift began."""
    return [
        *((row.id, row.text) for row in instructions if row.holds(at)),
        *((row.id, row.text) for row in shift_notes if row.struck_at is None and at < row.ends_at),
        *(
            (row.id, row.text)
            for row in notes
            if row.incident_id is None and row.struck_at is None and row.at >= begun_at
        ),
    ]


def board_items(board: Board) -> list[Item]:
    """Everything that must not be forgotten, of the kinds that are rows of the room."""
    return [
        *_incidents(board),
        *_units(board),
        *_orders(board),
        *_referrals(board),
        *_standbys(board),
        *_alarms(board.alarms),
        *_instructions(board.instructions),
    ]


def in_danger(check: WelfareCheck) -> bool:
    """Nobody knows how they are, or they were found hurt."""
    return check.ended_at is None or check.outcome is WelfareOutcome.HURT


def _sign(incident: Incident) -> str:
    return f"#{incident.number:04}" if incident.number else incident.alias or "#?"


def _incidents(board: Board) -> Iterator[Item]:
    for row in board.incidents:
        yield Item(
            ItemKind.INCIDENT,
            row.id,
            f"{_sign(row)} {row.title}"[:TITLE],
            row.priority is Priority.P1,
            {"priority": row.priority.value, "status": row.status.value},
        )


def _units(board: Board) -> Iterator[Item]:
    danger = {check.unit_id for check in board.checks if in_danger(check)}
    for row in board.units:
        if row.status not in NORMAL or row.id in danger:
            facts = {"status": row.status.value}
            if row.id in danger:
                facts["danger"] = "yes"
            yield Item(ItemKind.UNIT, row.id, row.call_sign[:TITLE], row.id in danger, facts)


def _orders(board: Board) -> Iterator[Item]:
    """Unheard: an order nobody has answered, or something said of one."""
    units, incidents = _by_id(board.units), _by_id(board.incidents)
    known = _by_id(board.assignments)
    for row in board.assignments:
        if row.kind in HOLDING and row.status is OrderStatus.ORDERED:
            title = _order_title(row, units, incidents)
            yield Item(ItemKind.ORDER, row.id, title, True, {"word": "order"})
    for task in board.tasks:
        order = known.get(task.assignment_id)
        title = _order_title(order, units, incidents) if order is not None else task.text
        yield Item(ItemKind.ORDER, task.id, title[:TITLE], True, {"word": task.kind.value})


def _order_title(
    row: Assignment, units: Mapping[str, Unit], incidents: Mapping[str, Incident]
) -> str:
    unit, incident = units.get(row.unit_id), incidents.get(row.incident_id)
    parts = (unit.call_sign if unit else row.unit_id, _sign(incident) if incident else "")
    return " → ".join(part for part in parts if part)[:TITLE]


def _referrals(board: Board) -> Iterator[Item]:
    agencies, incidents = _by_id(board.agencies), _by_id(board.incidents)
    for row in board.referrals:
        agency, incident = agencies.get(row.agency_id), incidents.get(row.incident_id)
        name = agency.name if agency else row.agency_id
        title = f"{_sign(incident)} → {name}" if incident else name
        yield Item(ItemKind.REFERRAL, row.id, title[:TITLE], False, {"state": row.state.value})


def _standbys(board: Board) -> Iterator[Item]:
    hospitals, incidents = _by_id(board.hospitals), _by_id(board.incidents)
    for row in board.standbys:
        incident = incidents.get(row.incident_id)
        if row.state not in STANDING_BY or incident is None:
            continue
        hospital = hospitals.get(row.hospital_id)
        name = hospital.name if hospital else row.hospital_id
        title = f"{name} · {_sign(incident)}"[:TITLE]
        yield Item(ItemKind.STANDBY, row.id, title, False, {"state": row.state.value})


def _alarms(alarms: Iterable[Alarm]) -> Iterator[Item]:
    for row in alarms:
        heard = row.acknowledged_at is not None
        red = row.type in _DANGER or (row.rank == 1 and not heard)
        facts = {"type": row.type.value, "rank": str(row.rank), "heard": "yes" if heard else "no"}
        facts |= {f"param_{name}": str(value) for name, value in row.params.items()}
        about = row.params.get("call_sign") or row.params.get("title") or row.params.get("name")
        yield Item(ItemKind.ALARM, row.id, str(about or row.type.value)[:TITLE], red, facts)


def _instructions(rows: Iterable[tuple[str, str]]) -> Iterator[Item]:
    for id, words in rows:
        yield Item(ItemKind.INSTRUCTION, id, " ".join(words.split())[:TITLE])


def _by_id(rows: Sequence[Any]) -> dict[str, Any]:
    return {row.id: row for row in rows}
