"""Which level counts for an incident: by what it says, where it lies, and what is near."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from command_center.domain.operation import OperationPlace
from command_center.domain.place import LocatedBy
from command_center.domain.room import Operation, SituationLevel
from command_center.domain.site import Site, SiteKind
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.levels import level_at
from tests.unit.geo.roadnet.nets import LAT, LON, STEP
from tests.unit.situation.advising.towns import incident

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
LEVELS = {"KPU": "kuning", "Stadion": "merah", "Klojen": "hijau"}
OPERATION = Operation("op", 1, "Mantap", NOW, None, None, LEVELS)
STADIUM = Site(
    "s1", 1, "", SiteKind.OTHER, "Stadion Gajayana", "Gajayana", "", "", (), None,
    LAT + 5 * STEP, LON + 5 * STEP, LocatedBy.TYPED, "", NOW, None,
)  # fmt: skip
PLACE = OperationPlace("p1", 1, "op", "Stadion", "s1", "", NOW, None)
YELLOW, RED = SituationLevel.YELLOW, SituationLevel.RED
FAR = {"lat": LAT + 0.02, "lon": LON}


def level(operation: Operation = OPERATION, areas: tuple[str, ...] = (), **given: Any) -> Any:
    rows: dict[str, Any] = {"operation": {"op": operation}, "operation_place": {"p1": PLACE}}
    copy = RoomCopy({**rows, "site": {"s1": STADIUM}}, {})
    return level_at(copy, incident(1, **given), areas)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({**FAR, "address": "Kantor KPU, Jl. Bantaran"}, YELLOW),
        ({**FAR, "title": "massa di stadion gajayana"}, RED),
        ({**FAR, "title": "ribut dekat Gajayana"}, RED),
        ({**FAR, "title": "bakpukul di Kpunya"}, None),
        ({}, RED),
        (FAR, None),
        ({"accuracy_m": 1_500.0}, None),
        ({**FAR, "areas": ("Kauman", "Klojen")}, SituationLevel.GREEN),
        ({"areas": ("Klojen",), "address": "KPU"}, RED),
    ],
)
def test_the_highest_level_of_the_places_an_incident_is_at_counts(
    given: dict[str, Any], expected: SituationLevel | None
) -> None:
    assert level(**given) is expected


def test_an_operation_that_has_ended_declares_nothing_for_others() -> None:
    over = replace(OPERATION, ends_at=NOW)
    assert level(over) is None
    assert level(over, operation_id="op") is RED


def test_a_place_that_left_and_came_again_is_where_it_is_now() -> None:
    gone = replace(PLACE, left_at=NOW)
    rows: dict[str, Any] = {"operation": {"op": OPERATION}, "operation_place": {"p1": gone}}
    copy = RoomCopy({**rows, "site": {"s1": STADIUM}}, {})
    assert level_at(copy, incident(1), ()) is None
