"""The order of battle in the room: a tree with sectors, posts and talk groups."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from command_center.commands.operations import EndOperation, StartOperation
from command_center.commands.order_of_battle import ForceRow, ImportForces, LeaveForce
from command_center.commands.room import RegisterUnit
from command_center.connectors.places.forces import read_forces
from command_center.documents.force_table import forces_table
from command_center.documents.place_tables import as_csv
from command_center.domain.errors import OperatorError
from command_center.domain.operation import Branch, Force, OperationPart, PartKind
from command_center.domain.room import Operation
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.situation.remaining import (
    committed,
    forces,
    posted,
    remaining,
    strengths,
    tree,
    unlinked,
)
from tests.room.desk import Desk

OP = "op-1"
KOMPI = ForceRow(
    Branch.POLRI, "Kompi Dalmas", 30, leader="AKP Budi", sector="Sektor A", post="Pagar",
    talk_group="Dalmas", area="Arjosari", source="Renpam",
)  # fmt: skip
REGU = ForceRow(Branch.POLRI, "Regu 1", 12, "Kompi Dalmas", call_sign="DALMAS 1", sector="Sektor A")
BRIMOB = ForceRow(Branch.BRIMOB, "Pleton PHH", 30, sector="Sektor B")
ROWS = (KOMPI, REGU, replace(REGU, name="Regu 2", call_sign="", strength=10), BRIMOB)
WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    start = desk.room.clock.now()
    desk.do(StartOperation(Operation(OP, 1, "Mantap", start, None, None, {})))
    return desk


def standing(desk: Desk) -> list[Force]:
    return forces(desk.look(), OP)


def parts(desk: Desk) -> dict[str, OperationPart]:
    return {row.id: row for row in desk.look().all("operation_part")}


def why(desk: Desk, *rows: ForceRow) -> str:
    before = standing(desk), parts(desk)
    with pytest.raises(OperatorError) as refused:
        desk.do(ImportForces(OP, rows))
    assert (standing(desk), parts(desk)) == before
    return refused.value.code


def test_forces_are_a_tree_and_whoever_contains_others_counts_through_them(desk: Desk) -> None:
    done = desk.do(ImportForces(OP, ROWS)).result
    assert (done["added"], done["changed"]) == (4, 0)
    lines = [(line.force.name, line.depth, line.total) for line in tree(standing(desk))]
    assert lines == [
        ("Kompi Dalmas", 0, 22),
        ("Regu 1", 1, 12),
        ("Regu 2", 1, 10),
        ("Pleton PHH", 0, 30),
    ]
    assert strengths(standing(desk)) == {Branch.POLRI: 22, Branch.BRIMOB: 30}
    made = sorted((part.kind, part.name) for part in parts(desk).values())
    assert made == [
        (PartKind.TALK_GROUP, "Dalmas"),
        (PartKind.POST, "Pagar"),
        (PartKind.SECTOR, "Sektor A"),
        (PartKind.SECTOR, "Sektor B"),
    ]


def test_people_are_counted_where_they_stand_or_where_the_force_above_them_does(
    desk: Desk,
) -> None:
    free = ForceRow(Branch.LINMAS, "Satgas", 7)
    under = replace(REGU, name="Regu 3", sector="", strength=8)
    desk.do(ImportForces(OP, (*ROWS, under, free)))
    found = posted(standing(desk), parts(desk))
    assert found == {
        "Sektor A": {"": 22, "Pagar": 8},
        "Sektor B": {"": 30},
        "": {"": 7},
    }
    assert list(found)[-1] == ""


def test_the_same_again_changes_nothing_and_what_a_list_leaves_out_stays(desk: Desk) -> None:
    desk.do(ImportForces(OP, ROWS))
    assert desk.do(ImportForces(OP, ROWS)).seq is None
    short = ForceRow(Branch.POLRI, "regu 1", 14, untold=(
        "parent", "leader", "call_sign", "sector", "post", "talk_group", "area", "note", "source",
    ))  # fmt: skip
    done = desk.do(ImportForces(OP, (short,))).result
    assert (done["added"], done["changed"]) == (0, 1)
    regu = next(row for row in standing(desk) if row.name == "Regu 1")
    assert (regu.strength, regu.call_sign, regu.parent_id is not None) == (14, "DALMAS 1", True)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "force_needs_name"),
        ({"parent": "Kompi 9"}, "unknown_force"),
        ({"strength": -1}, "force_strength_range"),
        ({"strength": 10_001}, "force_strength_range"),
        ({"area": "Atlantis"}, "unknown_area"),
    ],
)
def test_one_wrong_row_of_a_command_stores_none_of_them(
    desk: Desk, changed: dict[str, Any], code: str
) -> None:
    assert why(desk, KOMPI, replace(REGU, **changed)) == code


def test_nobody_stands_under_themselves_and_nobody_leaves_from_above_others(desk: Desk) -> None:
    desk.do(ImportForces(OP, ROWS))
    assert why(desk, replace(KOMPI, parent="Regu 1")) == "force_in_circle"
    by_name = {row.name: row.id for row in standing(desk)}
    with pytest.raises(OperatorError, match="force_has_others"):
        desk.do(LeaveForce(by_name["Kompi Dalmas"]))
    desk.do(LeaveForce(by_name["Regu 1"]))
    assert "Regu 1" not in {row.name for row in standing(desk)}
    desk.do(ImportForces(OP, (REGU,)))
    assert "Regu 1" in {row.name for row in standing(desk)}


def test_what_is_written_out_is_read_in_again_as_it_was(desk: Desk) -> None:
    desk.do(ImportForces(OP, ROWS))
    before = {row.id: row for row in standing(desk)}
    data = as_csv(forces_table([line.force for line in tree(standing(desk))], parts(desk)))
    sheet = read_forces(data, lambda code: code, (), lambda _: None)
    assert sheet.errors == ()
    assert desk.do(ImportForces(OP, sheet.rows)).seq is None
    assert {row.id: row for row in standing(desk)} == before


def test_what_the_operation_took_is_off_the_strength_of_the_day(desk: Desk) -> None:
    for sign, home, crew, status in (
        ("DALMAS 1", "Arjosari", 12, UnitStatus.AVAILABLE),
        ("SAMAPTA 01", "Arjosari", 4, UnitStatus.AVAILABLE),
        ("SAMAPTA 02", "Mergosono", 4, UnitStatus.ON_SCENE),
        ("SAMAPTA 03", "Mergosono", 4, UnitStatus.OFF_DUTY),
    ):
        unit = RegisterUnit(sign, "samapta", "samapta", (), crew, home, status=status)
        desk.do(unit)
    desk.do(ImportForces(OP, ROWS))
    look, now = desk.look(), desk.room.clock.now()
    city = desk.room.city
    found = remaining(
        look, standing(desk), ["35.73.01", "35.73.03"], city.kecamatan_of, now, Targets()
    )
    said = [(one.area_code, one.on_duty, one.left, one.ready, one.stale) for one in found]
    assert said == [("35.73.01", 16, 4, 4, 0), ("35.73.03", 4, 4, 0, 0), (None, 8, 8, 8, 0)]
    assert unlinked(look, standing(desk)) == 10


def test_whoever_belongs_to_a_unit_that_was_taken_was_taken_with_it(desk: Desk) -> None:
    for sign, parent, crew in (("KOMPI A", "", 0), ("REGU A1", "KOMPI A", 5), ("REGU B1", "", 6)):
        unit = RegisterUnit(sign, "samapta", "samapta", (), crew, "Arjosari", parent)
        desk.do(replace(unit, status=UnitStatus.AVAILABLE))
    desk.do(ImportForces(OP, (ForceRow(Branch.POLRI, "Kompi A", 5, call_sign="kompi a"),)))
    look, now = desk.look(), desk.room.clock.now()
    whole = desk.room.city.kecamatan_of
    found = remaining(look, standing(desk), ["35.73.01"], whole, now, Targets())
    assert [(one.on_duty, one.committed) for one in found if one.area_code] == [(11, 5)]


def test_whoever_stands_under_a_force_of_the_board_is_not_named_as_left_out(desk: Desk) -> None:
    desk.do(RegisterUnit("KOMPI A", "samapta", "samapta", (), 30, "Arjosari"))
    kompi = ForceRow(Branch.POLRI, "Kompi A", 30, call_sign="kompi a")
    ton = ForceRow(Branch.POLRI, "Ton 1", 30, "Kompi A")
    desk.do(ImportForces(OP, (kompi, ton, replace(ton, name="Ton 2", parent="", strength=7))))
    assert unlinked(desk.look(), standing(desk)) == 7


def test_what_every_running_operation_took_is_off_the_strength_of_the_day(desk: Desk) -> None:
    start = desk.room.clock.now()
    for id, sign in (("op-2", "SAMAPTA 12"), ("op-3", "LANTAS 03")):
        desk.do(StartOperation(Operation(id, 1, id, start, None, None, {})))
        desk.do(ImportForces(id, (ForceRow(Branch.POLRI, sign, 4, call_sign=sign),)))
    kompi = ForceRow(Branch.POLRI, "Kompi A", 30)
    desk.do(ImportForces(OP, (kompi,)))
    desk.do(EndOperation("op-3"))
    assert {row.name for row in committed(desk.look())} == {"Kompi A", "SAMAPTA 12"}
    whole, now = desk.room.city.kecamatan_of, desk.room.clock.now()
    found = remaining(desk.look(), committed(desk.look()), [], whole, now, Targets())
    assert [(one.on_duty, one.committed) for one in found] == [(8, 4)]
