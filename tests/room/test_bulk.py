"""A pleton to a kecamatan: one entry, and what it costs known before."""

import pytest

from command_center.commands.bulk import MoveUnits
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.undo import Undo
from command_center.commands.welfare import OpenWelfare
from command_center.domain.errors import NotAllowed, NotFound, OperatorError
from command_center.domain.room import Role
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.ports import Act, Position
from command_center.situation.board import board_row
from command_center.situation.moving import BulkPreview, Cover, bulk_preview
from tests.room.desk import Desk

SAMAPTA, LANTAS = "SAMAPTA 12", "LANTAS 03"
KLOJEN, LOWOKWARU = "35.73.02", "35.73.05"
AREAS = (KLOJEN, LOWOKWARU)
COVER = Cover(AREAS, lambda lat, lon: KLOJEN, Targets(), lambda code: code[:8])


@pytest.fixture
def lead(desk: Desk) -> Act:
    return desk.person(Role.SHIFT_LEAD)


def units(desk: Desk) -> tuple[str, ...]:
    return tuple(desk.unit(name).id for name in (SAMAPTA, LANTAS))


def preview(desk: Desk, *, staged: bool = False) -> BulkPreview:
    look = desk.look()
    rows = [board_row(look, unit) for unit in look.all("unit")]
    now = desk.room.clock.now()
    return bulk_preview(rows, units(desk), LOWOKWARU, COVER, now, staged=staged)


def ready(found: BulkPreview) -> dict[str, tuple[int, int]]:
    return {line.area_code: (line.before, line.after) for line in found.lines}


def test_what_was_shown_is_what_comes_of_it(desk: Desk, lead: Act) -> None:
    shown = preview(desk)
    assert set(shown.moved) == set(units(desk))
    before, after = ready(shown)[LOWOKWARU]
    assert (before, after) == (0, 2)
    entries = len(desk.kinds())
    told = desk.do(
        MoveUnits(units(desk), "Kecamatan Lowokwaru", "geser pleton", costs=shown.costs), act=lead
    ).result
    assert len(desk.kinds()) == entries + 1
    assert (told["area"], set(told["moved"])) == (LOWOKWARU, set(units(desk)))
    assert told["costs"] == shown.costs
    again = preview(desk)
    assert ready(again)[LOWOKWARU] == (2, 2)
    assert ready(again)[KLOJEN][0] == ready(shown)[KLOJEN][1]


def test_units_that_are_staged_stand_there_and_are_not_ready(desk: Desk, lead: Act) -> None:
    assert ready(preview(desk, staged=True))[LOWOKWARU] == (0, 0)
    desk.do(MoveUnits(units(desk), LOWOKWARU, "plotting konvoi", staged=True), act=lead)
    unit = desk.unit(SAMAPTA)
    assert (unit.status, unit.status_reason, unit.home) == (
        UnitStatus.STAGED,
        "plotting konvoi",
        LOWOKWARU,
    )


def test_who_is_busy_off_duty_or_looked_for_stays_and_is_named(desk: Desk, lead: Act) -> None:
    samapta, lantas = units(desk)
    incident = desk.report()
    desk.do(OrderUnits(incident, (samapta,), "merapat"))
    shown = preview(desk)
    assert shown.moved == (lantas,)
    (skipped,) = shown.skipped
    assert (skipped.unit_id, skipped.why, skipped.incident_id) == (samapta, "unit_busy", incident)
    told = desk.do(MoveUnits(units(desk), LOWOKWARU, "geser"), act=lead).result
    assert (told["moved"], told["skipped"]) == ([lantas], {samapta: "unit_busy"})
    desk.do(OpenWelfare(lantas))
    assert {one.why for one in preview(desk).skipped} == {"unit_busy", "unit_silent"}
    with pytest.raises(OperatorError, match="nobody_to_move"):
        desk.do(MoveUnits(units(desk), KLOJEN, "geser"), act=lead)
    desk.do(SetUnitStatus(lantas, UnitStatus.OFF_DUTY))
    assert {one.why for one in preview(desk).skipped} == {"unit_busy", "unit_not_on_duty"}


def test_a_position_counts_before_and_not_after(desk: Desk) -> None:
    look, now = desk.look(), desk.room.clock.now()
    here = {id: Position(id, -7.98, 112.63, 5.0, 0.0, None, now) for id in units(desk)}
    look.place(here)
    rows = [board_row(look, unit) for unit in look.all("unit")]
    shown = bulk_preview(rows, units(desk), LOWOKWARU, COVER, now)
    assert ready(shown) == {KLOJEN: (3, 1), LOWOKWARU: (0, 2)}
    assert shown.emptied == ()
    assert shown.people == 8


def test_it_is_taken_back_whole(desk: Desk, lead: Act) -> None:
    before = [desk.unit(name) for name in (SAMAPTA, LANTAS)]
    done = desk.do(MoveUnits(units(desk), LOWOKWARU, "geser", staged=True), act=lead)
    desk.do(Undo("unit", units(desk)[0], done.op_id), act=lead)
    after = [desk.unit(name) for name in (SAMAPTA, LANTAS)]
    assert [(u.home, u.status) for u in after] == [(u.home, u.status) for u in before]


def test_what_cannot_be_moved_is_refused(desk: Desk, lead: Act) -> None:
    with pytest.raises(OperatorError, match="order_needs_units"):
        desk.do(MoveUnits((), LOWOKWARU, "x"), act=lead)
    with pytest.raises(OperatorError, match="unknown_area"):
        desk.do(MoveUnits(units(desk), "Atlantis", "x"), act=lead)
    with pytest.raises(OperatorError, match="order_needs_reason"):
        desk.do(MoveUnits(units(desk), LOWOKWARU, ""), act=lead)
    with pytest.raises(OperatorError, match="units_too_many"):
        desk.do(MoveUnits(tuple(f"u{n}" for n in range(501)), LOWOKWARU, "x"), act=lead)
    with pytest.raises(NotFound):
        desk.do(MoveUnits((*units(desk), "tidak-ada"), LOWOKWARU, "x"), act=lead)
    with pytest.raises(NotAllowed):
        desk.do(MoveUnits(units(desk), LOWOKWARU, "x"), act=desk.person(Role.OPERATOR))
    assert desk.unit(SAMAPTA).home != LOWOKWARU
