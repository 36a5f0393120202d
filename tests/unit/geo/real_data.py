"""The development data beside the project, and the truth computed from it without a library."""

import csv
import json
import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
UNITS = 10_000_000

Point = tuple[int, int]


def data_file(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"development data not here: ../shared/data/{name}")
    return path


@cache
def full_polygons() -> dict[str, list[list[Point]]]:
    """All rings of each kelurahan, in whole 1e-7 degrees (lon, lat)."""
    root = json.loads(data_file("geo/kelurahan_full.geojson").read_text())
    return {feature["id"]: _rings(feature["geometry"]) for feature in root["features"]}


@cache
def road_nodes() -> list[tuple[float, float]]:
    """(lat, lon) of the road network's nodes."""
    with data_file("geo/net_nodes.csv").open() as file:
        return [(float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)]


def _rings(geometry: dict[str, Any]) -> list[list[Point]]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [
        [(round(lon * UNITS), round(lat * UNITS)) for lon, lat, *_ in ring]
        for polygon in polygons
        for ring in polygon
    ]


def true_area(lat: float, lon: float) -> str | None:
    """Even-odd ray casting in whole numbers: exact, ties to one side only."""
    x, y = round(lon * UNITS), round(lat * UNITS)
    for code, rings in full_polygons().items():
        inside = False
        for ring in rings:
            for (ax, ay), (bx, by) in pairwise(ring):
                if (ay > y) != (by > y):
                    cross = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
                    inside ^= cross > 0 if by > ay else cross < 0
        if inside:
            return code
    return None


def true_border_m(lat: float, lon: float) -> float:
    """Metres to the nearest full border, each segment looked at on a local plane."""
    metre = math.radians(1) * 6_371_008.8 / UNITS
    east = metre * math.cos(math.radians(lat))
    x, y = round(lon * UNITS), round(lat * UNITS)
    nearest = math.inf
    for ring in (ring for rings in full_polygons().values() for ring in rings):
        for (ax, ay), (bx, by) in pairwise(ring):
            px, py = (x - ax) * east, (y - ay) * metre
            dx, dy = (bx - ax) * east, (by - ay) * metre
            length = dx * dx + dy * dy
            along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            nearest = min(nearest, math.hypot(px - along * dx, py - along * dy))
    return nearest
