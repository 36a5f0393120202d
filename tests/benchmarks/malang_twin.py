"""Kota Malang as a town: its real road graph, its 57 kelurahan, demand by polling stations."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from command_center.advice.recommend.coverage import Anchor
from command_center.geo.roadnet.net import RoadNet
from command_center.geo.roadnet.reading import read_roads
from tests.benchmarks.city_day import Call, Vector
from tests.benchmarks.dispatch_policy import Anchors

DATA = Path("../shared/data")
EDGES = DATA / "geo/net_edges.geojson"
KELURAHAN = DATA / "geo/kelurahan.csv"
STATIONS = DATA / "tps/pemilu2024_tps_per_kelurahan.csv"
FILES = (EDGES, KELURAHAN, STATIONS)
WEST_EAST = float(np.cos(np.radians(7.98)))
NEAR_DEGREES = 0.006
P1_SHARE, SECOND_UNIT, MAY_LEAVE = 0.20, 0.30, 0.30
WORK_MEDIAN_S, WORK_SPREAD = 1_800.0, 0.7
"""Half an hour on scene, log-normal: our assumption, no log of the city is public."""


class Malang:
    """Places are (longitude, latitude) of a node; who stands elsewhere starts at the nearest."""

    def __init__(self) -> None:
        table = read_roads(EDGES).table
        if table is None:
            raise ValueError("the road graph cannot be read")
        self.net = RoadNet(table)
        self.nodes = self.net.mainland()
        self.points = np.column_stack((table.lon[self.nodes], table.lat[self.nodes]))
        self._tree = cKDTree(self.points * (WEST_EAST, 1.0))
        self._rows: dict[int, NDArray[np.float32]] = {}
        with KELURAHAN.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with STATIONS.open(encoding="utf-8", newline="") as file:
            stations = {
                one["kode_kemendagri"]: float(one["tps_total"]) for one in csv.DictReader(file)
            }
        anchors = [
            Anchor(one["nama"], one["kecamatan"], stations.get(one["kode"], 1.0)) for one in rows
        ]
        labels = np.array([(float(one["label_lon"]), float(one["label_lat"])) for one in rows])
        at = self._nearest(labels[:, 0], labels[:, 1])
        self.anchors = Anchors(tuple(anchors), self.points[at])

    def _nearest(self, xs: Vector, ys: Vector) -> NDArray[np.intp]:
        found: NDArray[np.intp] = self._tree.query(np.column_stack((xs * WEST_EAST, ys)))[1]
        return found

    def _row(self, place: int) -> NDArray[np.float32]:
        """Seconds from every node to this one, kept."""
        row = self._rows.get(place)
        if row is None:
            seconds = self.net.seconds_to(int(self.nodes[place]))
            row = self._rows[place] = seconds[self.nodes].astype(np.float32)
        return row

    def drive_s(self, xs: Vector, ys: Vector, to: tuple[float, float]) -> Vector:
        place = int(self._nearest(np.array([to[0]]), np.array([to[1]]))[0])
        return self._row(place)[self._nearest(xs, ys)].astype(np.float64)

    def drives_s(self, xs: Vector, ys: Vector, points: Vector) -> Vector:
        near = self._nearest(xs, ys)
        places = self._nearest(points[:, 0], points[:, 1])
        return np.stack([self._row(int(one))[near] for one in places], axis=1).astype(np.float64)

    def bases(self, count: int) -> Vector:
        """The anchors from which the demand is nearest, chosen one after the other."""
        points = self.anchors.points
        seconds = self.drives_s(points[:, 0], points[:, 1], points)
        weights = np.array([one.weight for one in self.anchors.anchors])
        nearest, chosen = np.full(len(points), 3_600.0), []
        for _ in range(count):
            gains = (np.maximum(nearest[None] - seconds, 0.0) * weights).sum(axis=1)
            chosen.append(int(gains.argmax()))
            nearest = np.minimum(nearest, seconds[chosen[-1]])
        return points[chosen]

    def calls(self, a_day: float, days: float, seed: int) -> list[Call]:
        """Poisson arrivals; a kelurahan by its stations, then a node near its label."""
        dice = np.random.default_rng(seed)
        weights = np.array([one.weight for one in self.anchors.anchors])
        near = [
            np.flatnonzero((np.abs(self.points - point) < NEAR_DEGREES).all(axis=1))
            for point in self.anchors.points
        ]
        calls, at_s = [], 0.0
        while (at_s := at_s + dice.exponential(86_400.0 / a_day)) < days * 86_400.0:
            area = int(dice.choice(len(weights), p=weights / weights.sum()))
            x, y = self.points[int(dice.choice(near[area]))]
            urgent = bool(dice.random() < P1_SHARE)
            units = 1 + int(urgent and dice.random() < SECOND_UNIT)
            works = WORK_MEDIAN_S * np.exp(WORK_SPREAD * dice.standard_normal(units))
            leaves = bool(dice.random() < MAY_LEAVE)
            calls.append(Call(at_s, (float(x), float(y)), urgent, tuple(works.tolist()), leaves))
        return calls
