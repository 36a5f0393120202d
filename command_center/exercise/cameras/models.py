"""Solid models of vehicles and people as faces and rods.

Local axes: x forward, y to the left, z up, metres, the origin on the ground below the middle.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from command_center.exercise.cameras.layout import Colour
from command_center.exercise.cameras.lens import F64, Point3

GLASS: Colour = (46, 54, 62)
TYRE: Colour = (30, 30, 32)
CHROME: Colour = (150, 152, 154)

CAR_PAINTS: tuple[Colour, ...] = (
    (226, 227, 226),
    (168, 171, 174),
    (36, 37, 41),
    (92, 95, 99),
    (138, 34, 34),
    (206, 202, 190),
    (52, 66, 96),
    (120, 104, 84),
)
COACHES: tuple[Colour, ...] = ((206, 208, 206), (58, 112, 84), (176, 60, 44))
CLOTH: tuple[Colour, ...] = (
    (52, 58, 74),
    (150, 46, 44),
    (38, 40, 40),
    (196, 192, 182),
    (60, 98, 78),
    (176, 138, 52),
    (84, 60, 92),
    (92, 128, 158),
)
HELMETS: tuple[Colour, ...] = ((28, 28, 30), (196, 194, 190), (150, 40, 40), (46, 66, 120))
SKIN: Colour = (148, 108, 82)


@dataclass(frozen=True)
class Face:
    """A flat polygon seen from the side its corners run counter-clockwise on; `layer` orders."""

    corners: tuple[Point3, ...]
    colour: Colour
    layer: int = 0
    glossy: bool = False
    cull: bool = True


@dataclass(frozen=True)
class Rod:
    """A round limb."""

    a: Point3
    b: Point3
    radius_m: float
    colour: Colour
    layer: int = 0


@dataclass(frozen=True)
class Model:
    parts: tuple[Face | Rod, ...]
    length_m: float
    width_m: float
    height_m: float
    front: tuple[Point3, ...] = ()
    rear: tuple[Point3, ...] = ()
    """Where its lamps are."""


def box(
    x0: float, x1: float, w: float, z0: float, z1: float, colour: Colour, layer: int = 0
) -> list[Face | Rod]:
    """Five faces of a box `w` wide, without its floor."""
    h = w / 2
    return [
        Face(((x0, h, z1), (x0, -h, z1), (x1, -h, z1), (x1, h, z1)), colour, layer),
        Face(((x1, -h, z0), (x1, h, z0), (x1, h, z1), (x1, -h, z1)), colour, layer),
        Face(((x0, h, z0), (x0, -h, z0), (x0, -h, z1), (x0, h, z1)), colour, layer),
        Face(((x0, -h, z0), (x1, -h, z0), (x1, -h, z1), (x0, -h, z1)), colour, layer),
        Face(((x1, h, z0), (x0, h, z0), (x0, h, z1), (x1, h, z1)), colour, layer),
    ]


def loft(
    profile: list[tuple[float, float]],
    floor: float,
    low_w: float,
    top_w: float,
    paint: list[Colour],
    sides: Colour,
    layer: int,
) -> list[Face | Rod]:
    """A body whose side outline is `profile` (x, z) from rear to front; `paint` per top strip."""
    tall = max(z for _, z in profile) - floor

    def half(z: float) -> float:
        return (low_w + (top_w - low_w) * (z - floor) / tall) / 2

    parts: list[Face | Rod] = []
    for (xa, za), (xb, zb), colour in zip(profile, profile[1:], paint, strict=False):
        a, b = half(za), half(zb)
        strip = ((xa, a, za), (xa, -a, za), (xb, -b, zb), (xb, b, zb))
        parts.append(Face(strip, colour, layer, glossy=True))
    ends = [(profile[0][0], floor), *profile, (profile[-1][0], floor)]
    right = tuple((x, -half(z), z) for x, z in reversed(ends))
    left = tuple((x, half(z), z) for x, z in ends)
    parts.append(Face(right, sides, layer))
    parts.append(Face(left, sides, layer))
    return parts


def wheel(x: float, half_w: float, radius: float) -> list[Face | Rod]:
    parts: list[Face | Rod] = []
    for side in (1, -1):
        for size, colour, out in ((1.0, TYRE, 0.0), (0.55, CHROME, 0.01)):
            ring = [
                (
                    x + side * radius * size * math.cos(a),
                    side * (half_w + out),
                    radius + radius * size * math.sin(a),
                )
                for a in np.linspace(0, 2 * math.pi, 13)[:-1]
            ]
            parts.append(Face(tuple(reversed(ring)), colour, 2))
    return parts


def _lights(front: float, rear: float, w: float, z: float) -> list[Face | Rod]:
    parts: list[Face | Rod] = []
    for y in (w * 0.32, -w * 0.46):
        d = w * 0.14
        parts.append(
            Face(
                ((front, y, z), (front, y + d, z), (front, y + d, z + 0.16), (front, y, z + 0.16)),
                (228, 228, 220),
                3,
            )
        )
        parts.append(
            Face(
                ((rear, y + d, z), (rear, y, z), (rear, y, z + 0.28), (rear, y + d, z + 0.28)),
                (150, 26, 24),
                3,
            )
        )
    plate = (
        (rear, 0.25, z - 0.2),
        (rear, -0.25, z - 0.2),
        (rear, -0.25, z - 0.06),
        (rear, 0.25, z - 0.06),
    )
    parts.append(Face(plate, (30, 30, 32), 3))
    return parts


def _lamp_points(front: float, rear: float, w: float, z: float) -> dict[str, tuple[Point3, ...]]:
    return {
        "front": ((front, w * 0.38, z), (front, -w * 0.38, z)),
        "rear": ((rear, w * 0.4, z + 0.15), (rear, -w * 0.4, z + 0.15)),
    }


def car(paint: Colour, tall: bool) -> Model:
    """A hatchback, or a seven-seater when tall."""
    top, rear_top = (1.68, -1.75) if tall else (1.48, -1.35)
    body = [(-2.05, 0.72), (-2.0, 0.98), (0.95, 0.96), (1.95, 0.76), (2.05, 0.52)]
    dark: Colour = tuple(int(c * 0.9) for c in paint)  # type: ignore[assignment]
    parts = loft(body, 0.22, 1.72, 1.62, [dark, paint, paint, paint], paint, 1)
    cabin = [(-1.98, 0.97), (rear_top, top), (0.12, top), (0.98, 0.96)]
    parts += loft(cabin, 0.94, 1.58, 1.24, [GLASS, paint, GLASS], GLASS, 4)
    roof = ((rear_top, 0.62, top), (rear_top, -0.62, top), (0.12, -0.62, top), (0.12, 0.62, top))
    parts.append(Face(roof, paint, 5, glossy=True))
    for x in (-1.25, 1.3):
        parts += wheel(x, 0.85, 0.31)
    parts += _lights(2.06, -2.06, 1.7, 0.6)
    for y in (0.72, -0.72):
        for x0, x1 in ((-0.55, 0.12), (rear_top, -1.98)):
            parts.append(Rod((x0, y * 0.92, top - 0.06), (x1 - 0.3, y * 1.1, 0.97), 0.05, dark, 5))
    return Model(tuple(parts), 4.1, 1.72, top, **_lamp_points(2.06, -2.06, 1.7, 0.66))


def minibus(paint: Colour) -> Model:
    """The blue angkot: a short box with windows around."""
    body = [(-1.85, 1.05), (-1.85, 1.12), (1.5, 1.05), (1.9, 0.9), (1.95, 0.6)]
    parts = loft(body, 0.25, 1.62, 1.6, [paint] * 4, paint, 1)
    cabin = [(-1.85, 1.08), (-1.72, 1.9), (0.95, 1.92), (1.55, 1.05)]
    parts += loft(cabin, 1.05, 1.6, 1.36, [GLASS, paint, GLASS], GLASS, 4)
    for x in (-1.72, -0.7, 0.3, 0.95):
        for y in (0.72, -0.72):
            parts.append(Rod((x, y * 0.96, 1.88), (x + 0.05, y * 1.1, 1.1), 0.07, paint, 5))
    for x in (-1.15, 1.15):
        parts += wheel(x, 0.8, 0.3)
    parts += _lights(1.96, -1.87, 1.6, 0.62)
    return Model(tuple(parts), 3.9, 1.62, 1.92, **_lamp_points(1.96, -1.87, 1.6, 0.68))


def truck(paint: Colour) -> Model:
    bed: Colour = (104, 96, 84) if sum(paint) % 2 else (72, 92, 76)
    parts = box(-3.0, 1.15, 2.0, 0.95, 2.55, bed, 1)
    parts += box(-3.0, 1.15, 1.7, 0.5, 0.95, (48, 48, 50), 0)
    cab = [(1.3, 1.2), (1.3, 2.15), (2.45, 2.15), (2.9, 1.25), (2.95, 0.55)]
    order = loft(cab, 0.5, 1.95, 1.85, [paint, paint, GLASS, paint], paint, 1)
    parts += order
    for y, out in ((-0.98, -1), (0.98, 1)):
        window = [(1.5, y, 1.4), (2.6, y, 1.4), (2.4, y, 2.0), (1.5, y, 2.0)]
        parts.append(Face(tuple(window if out < 0 else window[::-1]), GLASS, 3))
    for x in (-2.0, 2.1):
        parts += wheel(x, 0.95, 0.42)
    parts += _lights(2.96, -3.01, 1.9, 0.8)
    return Model(tuple(parts), 6.0, 2.0, 2.55, **_lamp_points(2.96, -3.01, 1.9, 0.85))


def bus(paint: Colour) -> Model:
    parts = box(-5.2, 5.2, 2.45, 0.45, 3.1, paint, 1)
    stripe: Colour = (226, 226, 222) if sum(paint) < 420 else (52, 92, 150)
    for y, order in ((-1.24, 1), (1.24, -1)):
        for start in np.arange(-4.9, 4.6, 1.2):
            pane = [
                (start, y, 1.55),
                (start + 1.1, y, 1.55),
                (start + 1.1, y, 2.6),
                (start, y, 2.6),
            ]
            parts.append(Face(tuple(pane[::order]), GLASS, 3))
        band = [(-5.2, y, 0.9), (5.2, y, 0.9), (5.2, y, 1.25), (-5.2, y, 1.25)]
        parts.append(Face(tuple(band[::order]), stripe, 3))
    for x, order in ((5.22, 1), (-5.22, -1)):
        pane = [(x, -1.1, 1.4), (x, 1.1, 1.4), (x, 1.1, 2.75), (x, -1.1, 2.75)]
        parts.append(Face(tuple(pane[::order]), GLASS, 3))
    for x in (-3.2, 3.4):
        parts += wheel(x, 1.22, 0.48)
    parts += _lights(5.24, -5.24, 2.4, 0.75)
    return Model(tuple(parts), 10.4, 2.45, 3.1, **_lamp_points(5.24, -5.24, 2.4, 0.8))


def motorcycle(seed: int, rider: bool = True, pillion: bool = False) -> Model:
    """A scooter with its rider; two people on it when pillion."""
    body = CAR_PAINTS[(seed * 3 + 2) % len(CAR_PAINTS)]
    parts: list[Face | Rod] = [
        Rod((-0.62, 0, 0.28), (-0.60, 0, 0.28), 0.29, TYRE, 0),
        Rod((0.62, 0, 0.28), (0.60, 0, 0.28), 0.29, TYRE, 0),
        Rod((-0.6, 0, 0.62), (-0.05, 0, 0.58), 0.17, body, 1),
        Rod((-0.1, 0, 0.36), (0.3, 0, 0.34), 0.15, body, 1),
        Rod((0.36, 0, 0.4), (0.5, 0, 0.92), 0.15, body, 1),
        Rod((-0.7, 0, 0.78), (0.05, 0, 0.74), 0.12, (28, 28, 30), 1),
        Rod((0.42, 0.34, 1.0), (0.42, -0.34, 1.0), 0.04, (40, 40, 42), 1),
        Rod((-0.8, 0, 0.68), (-0.78, 0, 0.68), 0.07, (170, 30, 28), 1),
        Rod((0.62, 0, 0.88), (0.6, 0, 0.88), 0.09, (226, 226, 216), 1),
    ]
    if rider:
        parts += _seated(0.0, seed)
        if pillion:
            parts += _seated(-0.42, seed + 3)
    high = 1.62 if rider else 1.05
    lamps = {"front": ((0.66, 0.0, 0.88),), "rear": ((-0.82, 0.0, 0.68),)}
    return Model(tuple(parts), 1.9, 0.75, high, **lamps)


def _seated(x: float, seed: int) -> list[Face | Rod]:
    cloth, legs = CLOTH[seed % len(CLOTH)], CLOTH[(seed * 5 + 2) % 3]
    helmet = HELMETS[seed % len(HELMETS)]
    parts: list[Face | Rod] = [
        Rod((x - 0.12, 0, 0.86), (x - 0.02, 0, 1.24), 0.19, cloth, 2),
        Rod((x, 0, 1.50), (x + 0.02, 0, 1.54), 0.14, helmet, 2),
    ]
    for y in (0.19, -0.19):
        parts.append(Rod((x - 0.08, y, 0.82), (x + 0.32, y * 1.1, 0.76), 0.10, legs, 2))
        parts.append(Rod((x + 0.32, y * 1.1, 0.76), (x + 0.24, y * 1.1, 0.36), 0.08, legs, 2))
        parts.append(Rod((x + 0.0, y * 1.2, 1.28), (x + 0.36, y * 1.6, 1.02), 0.065, cloth, 2))
    return parts


def person(seed: int, phase: int, pose: str) -> Model:
    """Walking (four phases), standing, or with an arm up."""
    cloth, legs = CLOTH[seed % len(CLOTH)], CLOTH[(seed * 5 + 2) % len(CLOTH)]
    tall = 0.94 + 0.02 * (seed % 6)
    swing = (0.0, 0.27, 0.0, -0.27)[phase % 4] if pose == "walk" else 0.0
    parts: list[Face | Rod] = []
    for y, way in ((0.09, 1), (-0.09, -1)):
        knee = (way * swing * 0.5, y, 0.44 * tall)
        parts.append(Rod((0, y, 0.86 * tall), knee, 0.085, legs, 0))
        parts.append(Rod(knee, (way * swing, y, 0.06), 0.065, legs, 0))
        hand: Point3 = (-way * swing * 0.9, y * 3.0, 0.82 * tall)
        if pose == "shout" and (way > 0) == (seed % 2 == 0):
            hand = (0.15, y * 2.6, (1.82 + 0.1 * (phase % 2)) * tall)
        parts.append(Rod((0, y * 2.3, 1.38 * tall), hand, 0.05, cloth, 1))
    parts.append(Rod((0, 0, 0.95 * tall), (0, 0, 1.36 * tall), 0.165, cloth, 1))
    parts.append(Rod((0, 0, 1.57 * tall), (0.01, 0, 1.60 * tall), 0.105, SKIN, 2))
    hair: Colour = CLOTH[(seed + 3) % len(CLOTH)] if seed % 5 == 0 else (30, 26, 24)
    parts.append(Rod((-0.02, 0, 1.64 * tall), (-0.01, 0, 1.66 * tall), 0.10, hair, 3))
    return Model(tuple(parts), 0.5, 0.5, 1.72 * tall)


def banner(seed: int) -> Model:
    """A cloth of 3.2 m with scribbled words, held by two people."""
    ground: Colour = ((228, 226, 218), (186, 44, 40), (232, 204, 70))[seed % 3]
    ink: Colour = (40, 38, 40) if seed % 3 != 1 else (236, 232, 224)
    cloth = ((0.06, -1.6, 0.9), (0.06, 1.6, 0.9), (0.06, 1.6, 1.75), (0.06, -1.6, 1.75))
    parts: list[Face | Rod] = [Face(cloth, ground, 4, cull=False)]
    rng = np.random.default_rng(seed)
    for z in (1.48, 1.18):
        y = -1.35
        while y < 1.2:
            step = float(rng.uniform(0.12, 0.34))
            parts.append(Rod((0.08, y, z), (0.08, y + step * 0.7, z), 0.07, ink, 5))
            y += step
    for y in (-1.7, 1.7):
        for part in person(seed + int(y * 10), 0, "stand").parts:
            if isinstance(part, Rod):
                shifted = [(p[0] - 0.1, p[1] + y, p[2]) for p in (part.a, part.b)]
                parts.append(Rod(shifted[0], shifted[1], part.radius_m, part.colour, part.layer))
    return Model(tuple(parts), 0.6, 3.8, 1.8)


def fallen(seed: int) -> Model:
    """A motorcycle lying on its side."""
    upright = motorcycle(seed, rider=False)
    parts = tuple(
        Rod(
            (r.a[0], r.a[2] - 0.3, 0.18 + r.a[1] * 0.4),
            (r.b[0], r.b[2] - 0.3, 0.18),
            r.radius_m,
            r.colour,
            r.layer,
        )
        for r in upright.parts
        if isinstance(r, Rod)
    )
    return Model(parts, 1.9, 1.2, 0.4)


@lru_cache(maxsize=512)
def build(name: str, paint: int, phase: int) -> Model:
    """The model of that name; `paint` picks a colour, `phase` a step of the walk."""
    colour = CAR_PAINTS[paint % len(CAR_PAINTS)]
    makers: dict[str, Callable[[], Model]] = {
        "hatch": lambda: car(colour, tall=False),
        "mpv": lambda: car(colour, tall=True),
        "angkot": lambda: minibus((44, 92, 168)),
        "truck": lambda: truck(CAR_PAINTS[(paint * 3 + 4) % len(CAR_PAINTS)]),
        "bus": lambda: bus(COACHES[paint % len(COACHES)]),
        "bike": lambda: motorcycle(paint),
        "bike2": lambda: motorcycle(paint, pillion=True),
        "bike0": lambda: motorcycle(paint, rider=False),
        "banner": lambda: banner(paint),
        "fallen": lambda: fallen(paint),
    }
    return makers[name]() if name in makers else person(paint, phase, name)


def turned(points: F64, x: float, y: float, heading_deg: float) -> F64:
    """Local points to world; heading is clockwise from straight ahead (+y)."""
    a = math.radians(90 - heading_deg)
    c, s = math.cos(a), math.sin(a)
    world = np.empty_like(points)
    world[:, 0] = x + points[:, 0] * c - points[:, 1] * s
    world[:, 1] = y + points[:, 0] * s + points[:, 1] * c
    world[:, 2] = points[:, 2]
    return world
