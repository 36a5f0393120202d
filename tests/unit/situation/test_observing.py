"""What a wall may show: nothing that anybody said, no address, no name."""

from dataclasses import asdict, replace
from typing import Any

from command_center.domain.entities import ENTITY_NAMES
from command_center.domain.incident import Incident, Priority
from command_center.domain.targets import Targets
from command_center.domain.unit import AssignmentKind, OrderStatus, UnitStatus
from command_center.situation.observing import (
    levels,
    open_by_area,
    open_by_priority,
    strength_by_agency,
    urgent,
)
from command_center.situation.readiness import ReadyUnits
from command_center.situation.situation import Situation
from tests.ui.scene import NOW, assignment, incident_rows, room_rows, unit_rows, work_rows

SECRET = "Budi 08123456789 Jl. Ijen 5"


def room(*more: Any) -> Situation:
    situation = Situation()
    for row in (*room_rows(), *unit_rows(), *incident_rows(), *work_rows(), *more):
        if isinstance(row, Incident):
            row = replace(row, title=SECRET, address=SECRET)  # noqa: PLW2901
        situation.put(ENTITY_NAMES[type(row)], row.id, row)
    return situation


def test_no_word_of_a_reporter_reaches_the_wall() -> None:
    situation = room()
    assert any(SECRET in row.title for row in situation.open_incidents())
    found = [asdict(line) for line in urgent(situation)]
    assert found
    assert not any("Budi" in str(line) or "Ijen" in str(line) for line in found)
    assert set(found[0]) == {
        "number", "category", "area", "opened_at", "verified", "taken", "units",
    }  # fmt: skip


def test_every_count_is_the_rows_it_summarises() -> None:
    situation = room()
    by = open_by_priority(situation)
    assert sum(by.values()) == situation.open_count
    assert by[Priority.P1] == len(urgent(situation))
    of_areas = [n for found in open_by_area(situation).values() for n in found.values()]
    assert sum(of_areas) == situation.open_count


def test_the_oldest_p1_comes_first_with_the_units_on_it() -> None:
    situation = room()
    lines = urgent(situation)
    assert [line.opened_at for line in lines] == sorted(line.opened_at for line in lines)
    for line in lines:
        row = next(one for one in situation.open_incidents() if one.number == line.number)
        assert len(line.units) == len(situation.on_it(row.id))


def test_strength_counts_each_unit_once_as_the_board_shows_it() -> None:
    incident = next(row for row in incident_rows() if isinstance(row, Incident))
    asked = assignment(
        "unit-kodim-1", incident.id, OrderStatus.ORDERED, 20, AssignmentKind.REQUESTED
    )
    situation = room(asked)
    found = strength_by_agency(situation, NOW, Targets())
    assert sum(one.bespoken for one in found) == 1, "asked for, so not ready"
    assert sum(one.total for one in found) == len(list(situation.all("unit")))
    ready = sum(one.by_status.get(UnitStatus.AVAILABLE, 0) for one in found)
    assert ready == ReadyUnits(situation).count(NOW), "as every other count of them"
    much_later = NOW.replace(year=NOW.year + 1)
    stale = strength_by_agency(situation, much_later, Targets())
    assert {status for one in stale for status in one.by_status} <= {
        UnitStatus.UNKNOWN,
        UnitStatus.OFF_DUTY,
    }
    assert sum(one.ready_people for one in stale) == 0, "what is stale is not ready"


def test_the_worst_level_comes_first() -> None:
    worst = [line.level.value for line in levels(room())]
    order = ["merah", "kuning", "hijau"]
    assert worst
    assert worst == sorted(worst, key=order.index)
