"""Units as their agencies describe them: known by call sign, contained in one another."""

import pytest

from command_center.commands.room import RegisterUnit
from command_center.domain.errors import OperatorError
from command_center.domain.unit import UnitStatus
from tests.room.desk import Desk


def test_a_second_description_changes_facts_and_leaves_the_status(desk: Desk) -> None:
    desk.do(RegisterUnit("SAMAPTA 12", "samapta", crew=6, status=UnitStatus.OFF_DUTY))
    unit = desk.unit("SAMAPTA 12")
    assert (unit.crew, unit.status) == (6, UnitStatus.AVAILABLE)


def test_a_unit_of_an_unknown_agency_is_refused(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="unknown_agency"):
        desk.do(RegisterUnit("X", "antah"))


def test_a_regu_belongs_to_its_pleton_and_never_to_itself(desk: Desk) -> None:
    desk.do(RegisterUnit("PLETON 1", "dalmas"))
    desk.do(RegisterUnit("REGU 1", "dalmas", parent="PLETON 1"))
    assert desk.unit("REGU 1").parent_id == desk.unit("PLETON 1").id
    with pytest.raises(OperatorError, match="unit_contains_itself"):
        desk.do(RegisterUnit("PLETON 1", "dalmas", parent="REGU 1"))
    with pytest.raises(OperatorError, match="unknown_unit"):
        desk.do(RegisterUnit("REGU 2", "dalmas", parent="PLETON 9"))
