"""A part of a fleet arrives as the whole does."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import numpy as np
import pytest

from command_center.advice.calibration import Calibration, Ratios
from command_center.advice.eta import Estimator
from command_center.advice.fleet import UnitPoint
from command_center.advice.recommend import relief
from command_center.advice.recommend.relief import RoadRelief, part_of
from command_center.domain.place import LatLon
from command_center.domain.unit import UnitStatus
from command_center.geo.roadnet.classes import Vehicle
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import RoadNet
from tests.unit.geo.roadnet.nets import grid

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def points(net: RoadNet) -> list[UnitPoint]:
    table = net.table
    return [
        UnitPoint(
            str(node),
            float(table.lat[node]),
            float(table.lon[node]),
            NOW,
            UnitStatus.EN_ROUTE if node % 2 else UnitStatus.AVAILABLE,
            Vehicle.MOTORCYCLE if node % 3 == 0 else Vehicle.CAR,
        )
        for node in range(0, net.nodes, 2)
    ]


def test_relief_is_what_the_estimator_says_of_the_whole_fleet() -> None:
    net = grid(5, 5)
    estimator = Estimator(net)
    fleet = estimator.fleet(points(net))
    to = LatLon(float(net.table.lat[1]), float(net.table.lon[1]))
    whole = estimator.arrivals(fleet, to, NOW).seconds
    asked = RoadRelief(estimator, fleet, {"j": to}, NOW)
    for places in (np.array([0, 1, 4]), np.array([3]), np.array([4, 0, 2])):
        found = asked("j", places)
        assert found is not None
        assert (found == whole[places]).all()
    assert asked("unknown", np.array([0])) is None
    assert part_of(fleet, np.array([2, 0])).ids == (fleet.ids[2], fleet.ids[0])


@pytest.mark.parametrize("over", [0.1, 0.8, 2.5])
def test_the_first_there_is_found_however_short_the_search_begins(
    over: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relief, "LEAST_S", 1.0)
    monkeypatch.setattr(relief, "OVER_STRAIGHT", over)
    net, places = grid(9, 9), np.arange(6, dtype=np.intp)
    for seed in range(20):
        chance = Random(seed)
        shut = ClosedEdges(frozenset(chance.sample(range(net.edges), 40)))
        ratio = chance.uniform(0.3, 3)
        calibration = Calibration({("road",): Ratios(ratio / 2, ratio, ratio * 2)})
        estimator = Estimator(net, calibration, shut)
        fleet = estimator.fleet(chance.sample(points(net), 6))
        for node in chance.sample(range(net.nodes), 4):
            to = LatLon(float(net.table.lat[node]), float(net.table.lon[node]))
            found = RoadRelief(estimator, fleet, {"j": to}, NOW)("j", places)
            whole = estimator.arrivals(fleet, to, NOW).seconds
            assert found is not None
            assert (found.argmin(), found.min()) == (whole.argmin(), whole.min())
            assert (estimator.seconds(fleet, to, NOW) == whole).all()
