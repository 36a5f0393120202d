"""Which kelurahan each unit reaches in time, kept up as units move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from command_center.advice.eta import LIMIT_S, OFF_ROAD_MPS, By, Estimator
from command_center.advice.fleet import TURNOUT_S, Fleet
from command_center.advice.recommend.coverage import Anchor, Cover
from command_center.domain.place import LatLon, PlaceKind
from command_center.domain.unit import UnitStatus
from command_center.geo.city import CityPack
from command_center.geo.distance import DETOUR_FACTOR, URBAN_SPEED_MPS, distances_m
from command_center.geo.roadnet.classes import Vehicle
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import RoadNet

LEAST_UNITS = 1
"""The floor of every kecamatan: so many idle units reach each kelurahan of it in time."""

Drives = NDArray[np.float64]


class CoverBook:
    """The kelurahan of a city by the point of their name, each counted alike: our assumption.

    Kept by one `Recommender`, asked by one thread at a time.
    """

    def __init__(self, city: CityPack) -> None:
        self._anchors, self._points = _anchors(city)
        self._empty = _of_nobody(self._anchors)
        self._net: RoadNet | None = None
        self._closures = ClosedEdges()
        self._tables: dict[Vehicle, tuple[Drives, NDArray[np.float64]]] = {}
        self._fleet: Fleet | None = None
        self._drive_s: Drives = np.empty((0, len(self._anchors)))

    def take(
        self, fleet: Fleet, estimator: Estimator, now: datetime, within_s: float
    ) -> Cover | None:
        """None for a city that has no points to watch."""
        if self._empty is None:
            return None
        if self._net is not estimator.net or self._closures != estimator.closures:
            self._net, self._closures = estimator.net, estimator.closures
            self._tables, self._fleet = {}, None
        self._drive(fleet)
        ready_s = TURNOUT_S[UnitStatus.AVAILABLE]
        by: By = "straight" if estimator.net is None else "road"
        limit_s = np.empty((len(fleet.ids), 1))
        for vehicle, rows in fleet.by_vehicle.items():
            limit_s[rows] = (within_s - ready_s) / estimator.ratio(by, vehicle, now)
        return replace(self._empty, reaches=self._drive_s <= limit_s)

    def _drive(self, fleet: Fleet) -> None:
        """Seconds from each unit to each anchor, before calibration; inf = nobody knows."""
        before = self._fleet
        if before is None or before.by_vehicle is not fleet.by_vehicle:
            moved = np.arange(len(fleet.ids))
            self._drive_s = np.full((len(fleet.ids), len(self._anchors)), np.inf)
        else:
            stays = _same(before.lat, fleet.lat) & _same(before.lon, fleet.lon)
            moved = np.flatnonzero(~stays)
        self._fleet = fleet
        if not moved.size:
            return
        self._drive_s[moved] = self._straight_s(fleet, moved)
        if self._net is not None:
            for vehicle, rows in fleet.by_vehicle.items():
                here = np.intersect1d(rows, moved)
                here = here[fleet.node[here] >= 0]
                table, off_m = self._table(self._net, vehicle)
                drive_s = table[fleet.node[here]]
                self._drive_s[here] = drive_s + (fleet.off_m[here, None] + off_m) / OFF_ROAD_MPS
        self._drive_s[np.isnan(self._drive_s)] = np.inf

    def _straight_s(self, fleet: Fleet, rows: NDArray[np.intp]) -> Drives:
        lat, lon = fleet.lat[rows], fleet.lon[rows]
        metres = [distances_m(to.lat, to.lon, lat, lon) for to in self._points]
        return np.stack(metres, axis=1) * (DETOUR_FACTOR / URBAN_SPEED_MPS)

    def _table(self, net: RoadNet, vehicle: Vehicle) -> tuple[Drives, NDArray[np.float64]]:
        """(n, a) seconds from every node to each anchor, and how far (a,) those are off the road;
        an anchor far from every road is reached by nobody. A search for each, once."""
        known = self._tables.get(vehicle)
        if known is None:
            columns, off_m = [], []
            for to in self._points:
                snap = net.snap(to.lat, to.lon, vehicle=vehicle)
                off_m.append(np.inf if snap is None else snap.off_m)
                columns.append(
                    np.full(net.nodes, np.inf)
                    if snap is None
                    else net.seconds_to(
                        snap.node, vehicle=vehicle, limit_s=LIMIT_S, closures=self._closures
                    )
                )
            known = self._tables[vehicle] = (np.stack(columns, axis=1), np.array(off_m))
        return known


def _of_nobody(anchors: tuple[Anchor, ...]) -> Cover | None:
    """The cover without any unit, None where there is nothing to watch."""
    floors = dict.fromkeys((one.kecamatan for one in anchors), LEAST_UNITS)
    return Cover.of(anchors, np.empty((0, len(anchors))), 0.0, floors) if anchors else None


def _same(before: NDArray[np.float64], after: NDArray[np.float64]) -> NDArray[np.bool_]:
    same: NDArray[np.bool_] = (before == after) | (np.isnan(before) & np.isnan(after))
    return same


def _anchors(city: CityPack) -> tuple[tuple[Anchor, ...], tuple[LatLon, ...]]:
    """The smallest areas the city knows, with their point, in the order in which `Cover` keeps
    them."""
    names: Mapping[str, str] = {area.code: area.name for area in city.areas}
    found = []
    for area in city.areas:
        within = city.kecamatan_of(area.code)
        if area.kind is PlaceKind.KECAMATAN and area.kind is not city.level:
            continue
        if within is not None and area.lat is not None and area.lon is not None:
            found.append((Anchor(area.name, names[within], 1.0), LatLon(area.lat, area.lon)))
    found.sort(key=lambda pair: (pair[0].kecamatan, pair[0].name))
    return tuple(anchor for anchor, _ in found), tuple(point for _, point in found)
