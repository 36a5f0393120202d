"""Pieces that several streets are built from."""

from __future__ import annotations

import itertools
import math

import numpy as np

from command_center.exercise.cameras.layout import (
    Colour,
    Facade,
    House,
    Lamp,
    Line,
    Parked,
    Pole,
    Route,
    Thing,
    Tree,
    Wire,
)
from command_center.exercise.cameras.lens import Point

WALLS: tuple[Colour, ...] = (
    (222, 214, 198),
    (198, 206, 196),
    (214, 192, 164),
    (186, 194, 206),
    (226, 224, 218),
    (204, 178, 158),
    (176, 190, 178),
)
SIGNS: tuple[tuple[str, Colour], ...] = (
    ("TOKO MAKMUR", (30, 92, 62)),
    ("APOTEK", (26, 106, 84)),
    ("BAKSO", (168, 40, 34)),
    ("FOTOKOPI", (36, 74, 140)),
    ("WARUNG KOPI", (92, 62, 40)),
    ("BENGKEL", (54, 56, 62)),
    ("LAUNDRY", (60, 120, 168)),
    ("SERVIS HP", (196, 140, 30)),
    ("TOKO BANGUNAN", (140, 66, 30)),
    ("BATIK", (104, 44, 66)),
)


def shops(
    off: float,
    start: float,
    end: float,
    seed: int,
    *,
    left: bool,
    floors: int = 2,
    depth: float = 11,
) -> list[Thing]:
    """A row of shop houses beside a road that runs away from the camera at x = 0."""
    rng = np.random.default_rng(seed)
    row: list[Thing] = []
    y = start
    while y < end:
        wide = float(rng.uniform(6, 13))
        storeys = max(1, floors + int(rng.integers(-1, 2)))
        text, colour = SIGNS[int(rng.integers(0, len(SIGNS)))]
        wall = WALLS[int(rng.integers(0, len(WALLS)))]
        face = Facade(wall, storeys, wide / max(1, round(wide / 3.6)), "shop", text, colour)
        roof = ("flat", "gable", "hip")[int(rng.integers(0, 3))]
        clay: Colour = (150 + int(rng.integers(-24, 16)), 82, 58)
        high = storeys * 3.4 + float(rng.uniform(0, 0.8))
        x = -off if left else off
        corner = y if left else y + wide
        turn = 90.0 if left else -90.0
        row.append(House(x, corner, wide, depth, high, face, roof, clay, turn))  # type: ignore[arg-type]
        y += wide + (float(rng.uniform(0.2, 2.5)) if rng.random() < 0.35 else 0.05)
    return row


def backs(start: float, end: float, y: float, seed: int, floors: int = 2) -> list[Thing]:
    """A row of houses across the view at distance y, facing the camera."""
    rng = np.random.default_rng(seed)
    row: list[Thing] = []
    x = start
    while x < end:
        wide = float(rng.uniform(7, 14))
        storeys = max(1, floors + int(rng.integers(-1, 2)))
        text, colour = SIGNS[int(rng.integers(0, len(SIGNS)))]
        wall = WALLS[int(rng.integers(0, len(WALLS)))]
        face = Facade(wall, storeys, wide / max(1, round(wide / 3.6)), "shop", text, colour)
        roof = ("flat", "gable", "hip")[int(rng.integers(0, 3))]
        clay: Colour = (152 + int(rng.integers(-24, 16)), 84, 58)
        at = y + float(rng.uniform(0, 1.5))
        row.append(House(x, at, wide, 11, storeys * 3.4 + 0.4, face, roof, clay))  # type: ignore[arg-type]
        x += wide + (float(rng.uniform(0.5, 4)) if rng.random() < 0.4 else 0.05)
    return row


def trees(
    x: float, start: float, end: float, pitch: float, seed: int, high: float = 9.0
) -> list[Thing]:
    rng = np.random.default_rng(seed)
    return [
        Tree(
            x + float(rng.normal(0, 0.4)),
            float(y) + float(rng.normal(0, 1.0)),
            high * float(rng.uniform(0.8, 1.2)),
            high * 0.36 * float(rng.uniform(0.85, 1.2)),
        )
        for y in np.arange(start, end, pitch)
    ]


def lamps(x: float, start: float, end: float, pitch: float, reach: float) -> list[Thing]:
    return [Lamp(x, float(y), 8.5, reach) for y in np.arange(start, end, pitch)]


def power(x: float, start: float, end: float, pitch: float) -> list[Thing]:
    """Poles with three cables along a road."""
    row: list[Thing] = []
    at = [float(y) for y in np.arange(start, end, pitch)]
    for y in at:
        row.append(Pole(x, y, 9.0, "wires"))
    for a, b in itertools.pairwise(at):
        for shift, z in ((-1.0, 8.7), (1.0, 8.7), (0.6, 7.9), (0.0, 6.4)):
            row.append(Wire((x + shift, a, z), (x + shift, b, z), 0.5))
    return row


def aside(points: tuple[Point, ...], left_m: float) -> tuple[Point, ...]:
    """A polyline moved to its left."""
    moved = []
    for index, (x, y) in enumerate(points):
        ax, ay = points[max(index - 1, 0)]
        bx, by = points[min(index + 1, len(points) - 1)]
        span = math.hypot(bx - ax, by - ay)
        moved.append((x - (by - ay) / span * left_m, y + (bx - ax) / span * left_m))
    return tuple(moved)


def both_ways(
    points: tuple[Point, ...],
    per_minute: float,
    lane_m: float = 2.6,
    speed: float = 7.5,
    stops: tuple[float, float] = (0.0, 0.0),
    signal: int = -1,
    mix: str = "street",
) -> list[Route]:
    """Left-hand traffic along a road and back."""
    back = tuple(reversed(points))
    return [
        Route(aside(way, lane_m), per_minute, speed, mix, signal, stop, 1.0)  # type: ignore[arg-type]
        for way, stop in ((points, stops[0]), (back, stops[1]))
    ]


def walkers(points: tuple[Point, ...], per_minute: float) -> list[Route]:
    """People both ways along a pavement."""
    back = tuple(reversed(points))
    return [Route(way, per_minute, 1.25, "people", spread_m=0.7) for way in (points, back)]


def parked_bikes(
    x: float, y: float, dx: float, dy: float, count: int, heading: float
) -> list[Parked]:
    return [
        Parked("bike0", x + dx * i, y + dy * i, heading + (i * 37 % 11 - 5), i * 3 + int(abs(x)))
        for i in range(count)
    ]


def stop_line(a: Point, b: Point) -> Line:
    return Line(a, b, 0.4)
