"""Where a point lies and what a caller means: how long each takes, and how often it is right.

The baseline of a point is the way before: prepared polygons in a tree of a geometry library.
"""

from __future__ import annotations

import csv
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import shapely

from command_center.geo.city import CityPack
from command_center.geo.exact import UNITS_PER_DEGREE
from command_center.geo.packs import load_pack
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank

ROOT = Path(__file__).resolve().parents[2]
POINTS, ROUNDS = 100_000, 3
SEARCHES = 20
ADDRESSES = ROOT / "tests" / "unit" / "geo" / "malang_addresses.csv"
P99_MS = 5.0


def operations_city() -> Iterator[Figure]:
    pack = load_pack(ROOT / "resources" / "packs" / "malang")
    yield _point_us(pack)
    yield from _searches(pack)


def _point_us(pack: CityPack) -> Figure:
    index = pack.boundaries
    assert index is not None
    spread = random.Random(57)
    points = [(spread.uniform(-8.06, -7.90), spread.uniform(112.56, 112.70)) for _ in range(POINTS)]
    begun = time.perf_counter()
    before, now = _best_us(_by_tree(pack), points), _best_us(index.area_at, points)
    seconds = time.perf_counter() - begun
    return Figure(
        "operations", "city_point", now, "us", "lower", POINTS, seconds, before, 1.0, by_ratio=True
    )


def _by_tree(pack: CityPack) -> Callable[[float, float], str | None]:
    assert pack.topology is not None
    outlines = pack.topology.outlines()
    codes = sorted(outlines)
    lines = [[shapely.linestrings(r / UNITS_PER_DEGREE) for r in outlines[c]] for c in codes]
    polygons = [shapely.build_area(shapely.multilinestrings(rings)) for rings in lines]
    shapely.prepare(polygons)
    tree = shapely.STRtree(polygons)

    def area_at(lat: float, lon: float) -> str | None:
        found = tree.query(shapely.Point(lon, lat), predicate="intersects")
        return codes[int(found.min())] if len(found) else None

    return area_at


def _best_us(
    area_at: Callable[[float, float], str | None], points: list[tuple[float, float]]
) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for lat, lon in points:
            area_at(lat, lon)
        best = min(best, time.perf_counter() - begun)
    return best / len(points) * 1e6


def _searches(pack: CityPack) -> Iterator[Figure]:
    with ADDRESSES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    took, right, begun = [], 0, time.perf_counter()
    find = pack.geocoder.find
    for row in rows:
        for _ in range(SEARCHES):
            start = time.perf_counter()
            found = find(row["said"])
            took.append((time.perf_counter() - start) * 1000)
        right += bool(found) and found[0].place.name == row["means"]
    seconds, n = time.perf_counter() - begun, len(took)
    took.sort()
    yield Figure("operations", "city_search_p50", rank(took, 0.5), "ms", "lower", n, seconds)
    yield Figure(
        "operations", "city_search_p99", rank(took, 0.99), "ms", "lower", n, seconds, target=P99_MS
    )
    share = right / len(rows)
    yield Figure(
        "operations", "city_search_right", share, "share", "higher", len(rows), seconds, target=0.95
    )
