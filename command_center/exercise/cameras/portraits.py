"""Drawing one model as the camera sees it at its place: shadow, faces, limbs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise

import cv2
import numpy as np

from command_center.exercise.cameras.backdrop import Backdrop
from command_center.exercise.cameras.layout import Colour
from command_center.exercise.cameras.lens import F64, HEIGHT, U8, WIDTH, Lens
from command_center.exercise.cameras.light import Conditions
from command_center.exercise.cameras.models import Face, Model, Rod, build, turned

FINE = 3
"""Sprites are drawn this many times larger and then reduced."""
BORDER = 80
"""Pixels outside the frame that a sprite may still reach."""
LAMP = (1.15, 0.92, 0.60)
Tone = tuple[int, int, int, int]


@dataclass(frozen=True)
class Actor:
    """Something that can be seen, at a place on the ground; heading clockwise from +y."""

    model: str
    paint: int
    x: float
    y: float
    heading_deg: float
    phase: int = 0
    lamps: bool = False


@dataclass(frozen=True)
class Sprite:
    """Premultiplied BGR and opacity, (h, w, 4) uint8; the ground point is at `anchor`."""

    image: U8
    anchor: tuple[float, float]
    depth: float


@dataclass(frozen=True)
class Sitter:
    """An actor before the camera with everything that drawing it needs."""

    backdrop: Backdrop
    lens: Lens
    model: Model
    actor: Actor
    lit: tuple[int, int]
    """Whether in the sun (0, 1) and lamp light in quarters."""
    corner: tuple[int, int]
    size: tuple[int, int]

    def world(self, local: F64) -> F64:
        return turned(local, self.actor.x, self.actor.y, self.actor.heading_deg)

    def flat(self, world: F64) -> F64:
        """Pixels on the sprite, and depth."""
        return self.lens.project(world) - (*self.corner, 0.0)


def draw_sprite(backdrop: Backdrop, actor: Actor, lit: tuple[int, int]) -> Sprite:
    model = build(actor.model, actor.paint, actor.phase)
    lens = backdrop.street.lens.scaled(FINE)
    u, v, depth = lens.project(np.array([[actor.x, actor.y, 0.0]]))[0]
    seen = lens.project(_extent(model, actor, backdrop))
    seen = seen[seen[:, 2] > 1.0]
    low = np.floor(seen[:, :2].min(axis=0) / FINE).astype(int) - 2
    high = np.ceil(seen[:, :2].max(axis=0) / FINE).astype(int) + 2
    x0, y0 = (int(c) for c in np.clip(low, -BORDER, (WIDTH, HEIGHT)))
    x1, y1 = (int(c) for c in np.clip(high, (x0 + 2, y0 + 2), (WIDTH + BORDER, HEIGHT + BORDER)))
    size = (max(y1 - y0, 2) * FINE, max(x1 - x0, 2) * FINE)
    sitter = Sitter(backdrop, lens, model, actor, lit, (x0 * FINE, y0 * FINE), size)
    image = np.zeros((*size, 4), np.uint8)
    _parts(image, sitter)
    small = cv2.resize(image, (size[1] // FINE, size[0] // FINE), interpolation=cv2.INTER_AREA)
    small[..., 3] = np.maximum(small[..., 3], _shadow(sitter))
    return Sprite(np.asarray(small, np.uint8), (u / FINE - x0, v / FINE - y0), float(depth))


def _extent(model: Model, actor: Actor, backdrop: Backdrop) -> F64:
    """World points around the model and its shadow."""
    a, b, h = model.length_m / 2 + 0.3, model.width_m / 2 + 0.3, model.height_m + 0.15
    corners = np.array([(x, y, z) for x in (-a, a) for y in (-b, b) for z in (0.0, h)])
    world = turned(corners, actor.x, actor.y, actor.heading_deg)
    return np.vstack([world, _fallen(world, backdrop)])


def _fallen(world: F64, backdrop: Backdrop) -> F64:
    """Where points throw their shadow on the ground; straight below when there is no sun."""
    ground = world.copy()
    if max(backdrop.hour.sun):
        ground[:, :2] -= world[:, 2:] * backdrop.sun[:2] / max(float(backdrop.sun[2]), 0.33)
    ground[:, 2] = 0
    return ground


def _shadow(sitter: Sitter) -> U8:
    """Opacity of the shadow: soft below the body, hard where the sun throws it."""
    model, hour = sitter.model, sitter.backdrop.hour
    low = (sitter.size[0] // FINE, sitter.size[1] // FINE)
    soft = np.zeros(low, np.uint8)
    a, b = model.length_m / 2, model.width_m / 2
    foot = np.array([(-a, -b, 0.0), (a, -b, 0), (a, b, 0), (-a, b, 0)])
    flat = sitter.flat(sitter.world(foot))[:, :2] / FINE
    cv2.fillConvexPoly(soft, (flat * 8).astype(np.int32), 150, cv2.LINE_AA, 3)
    soft = _blurred(soft, float(np.clip(np.ptp(flat[:, 1]) * 0.12, 0.5, 3)))
    if max(hour.sun) and sitter.lit[0]:
        hard = np.zeros(low, np.uint8)
        counts, local = _solid_points(model)
        spots = sitter.flat(_fallen(sitter.world(local), sitter.backdrop))[:, :2] / FINE
        for part in np.split(spots.astype(np.float32), np.cumsum(counts)[:-1]):
            hull = cv2.convexHull(part)[:, 0, :]
            cv2.fillConvexPoly(hard, (hull * 8).astype(np.int32), 165, cv2.LINE_AA, 3)
        soft = np.maximum(soft, _blurred(hard, 0.5))
    return soft


def _blurred(mask: U8, sigma: float) -> U8:
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), sigma), np.uint8)


def _solid_points(model: Model) -> tuple[list[int], F64]:
    """Point sets whose hulls together throw the shadow, and how many points each has."""
    faces = [corner for p in model.parts if isinstance(p, Face) for corner in p.corners]
    counts, points = ([len(faces)], [np.array(faces)]) if faces else ([], [])
    for rod in model.parts:
        if isinstance(rod, Rod):
            r = rod.radius_m
            ends = np.array([rod.a, rod.b])
            around = [ends + np.array(d) for d in ((r, 0, 0), (-r, 0, 0), (0, r, 0), (0, -r, 0))]
            points.append(np.vstack(around))
            counts.append(8)
    return counts, np.vstack(points)


@dataclass(frozen=True, slots=True)
class _Surface:
    """What the light on it follows from."""

    colour: Colour
    normal: tuple[float, float, float]
    depth: float
    shine: float


def _parts(image: U8, sitter: Sitter) -> None:
    parts = sitter.model.parts
    corners = [p.corners if isinstance(p, Face) else (p.a, p.b) for p in parts]
    bounds = list(pairwise(accumulate(map(len, corners), initial=0)))
    world = sitter.world(np.array([point for c in corners for point in c], float))
    flat = sitter.flat(world)
    depths = [float(flat[a:b, 2].sum()) / (b - a) for a, b in bounds]
    surfaces: list[_Surface] = []
    drawn: list[tuple[Face | Rod, F64, int]] = []
    for index in sorted(range(len(parts)), key=lambda i: (parts[i].layer, -depths[i])):
        part, (a, b) = parts[index], bounds[index]
        seen = _surfaces(sitter, part, world[a:b], float(flat[a, 2]))
        if seen:
            drawn.append((part, flat[a:b], len(surfaces)))
            surfaces += seen
    tones = _tones(sitter, surfaces) if surfaces else []
    for part, spots, first in drawn:
        if isinstance(part, Face):
            outline = (spots[:, :2] * 16).astype(np.int32)
            cv2.fillPoly(image, [outline], tones[first], cv2.LINE_AA, 4)
        else:
            _rod(image, sitter, part, spots, tones[first : first + 2])


def _surfaces(sitter: Sitter, part: Face | Rod, world: F64, depth: float) -> list[_Surface]:
    """Of a face that side which is seen, if one is; of a limb its dark and its light one."""
    if isinstance(part, Rod):
        sx, sy, sz = sitter.backdrop.sun.tolist()
        return [
            _Surface(part.colour, (0.0, -0.8, -0.3), depth, 0.0),
            _Surface(part.colour, (sx, sy, sz), depth, 0.02),
        ]
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = world[:3].tolist()
    px, py, pz, qx, qy, qz = bx - ax, by - ay, bz - az, cx - bx, cy - by, cz - bz
    nx, ny, nz = py * qz - pz * qy, pz * qx - px * qz, px * qy - py * qx
    size = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
    nx, ny, nz = nx / size, ny / size, nz / size
    if nx * -ax + ny * -ay + nz * (sitter.lens.height_m - az) < 0:
        if part.cull:
            return []
        nx, ny, nz = -nx, -ny, -nz
    shine = 0.05 + 0.10 * max(0.0, nz) if part.glossy else 0.0
    return [_Surface(part.colour, (nx, ny, nz), depth, shine)]


def _rod(image: U8, sitter: Sitter, rod: Rod, flat: F64, tones: list[Tone]) -> None:
    """A limb: its dark side first, then a lighter core moved towards the sun."""
    (ax, ay, depth), (bx, by, _) = flat.tolist()
    thick = max(1, round(2 * rod.radius_m * sitter.lens.focal_px / max(depth, 1.0)))
    dark, lifted = tones
    cv2.line(image, (int(ax), int(ay)), (int(bx), int(by)), dark, thick, cv2.LINE_AA)
    if thick >= 3:
        sx, sy, _ = sitter.backdrop.sun.tolist()
        right = sitter.lens.axes[0].tolist()
        across = math.copysign(thick * 0.16, right[0] * sx + right[1] * sy)
        p = (int(ax + across), int(ay - thick * 0.14))
        q = (int(bx + across), int(by - thick * 0.14))
        cv2.line(image, p, q, lifted, max(1, round(thick * 0.56)), cv2.LINE_AA)


def _tones(sitter: Sitter, surfaces: list[_Surface]) -> list[Tone]:
    """The colours that surfaces have on the sensor, BGR and opaque: the same sums as light.expose
    and light.haze, for all of a sprite at once."""
    hour: Conditions = sitter.backdrop.hour
    normals = np.array([one.normal for one in surfaces])
    colours = (np.array([one.colour for one in surfaces]) / 255) ** 2.2
    shine = np.array([[one.shine] for one in surfaces])
    depths = np.array([[one.depth] for one in surfaces])
    sun = np.maximum(0.0, normals @ sitter.backdrop.sun[:, None]) * sitter.lit[0]
    up = normals[:, 2:]
    lamp = sitter.lit[1] / 4 * (0.75 + 0.25 * up)
    horizon = np.array(hour.horizon)
    light = sun * hour.sun + (0.66 + 0.34 * up) * hour.sky + lamp * LAMP
    seen = colours * light + shine * horizon
    seen += (horizon * 0.8 - seen) * (1 - np.exp(-depths / hour.haze_m))
    values = np.maximum(0.0, 1 - np.exp(-seen * hour.exposure)) ** (1 / 2.2)
    grey = values.mean(axis=1, keepdims=True)
    shown = np.clip(0.02 + 0.97 * (grey + (values - grey) * hour.saturation), 0.0, 1.0)
    return [(b, g, r, 255) for r, g, b in (255 * shown).astype(int).tolist()]
