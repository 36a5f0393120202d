"""Drawing one model as the camera sees it at its place: shadow, faces, limbs."""

from __future__ import annotations

import math
from dataclasses import dataclass

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


def _parts(image: U8, sitter: Sitter) -> None:
    parts = sitter.model.parts
    corners = [p.corners if isinstance(p, Face) else (p.a, p.b) for p in parts]
    cuts = np.cumsum([len(c) for c in corners])[:-1]
    world = sitter.world(np.array([point for c in corners for point in c], float))
    worlds = np.split(world, cuts)
    flats = np.split(sitter.flat(world), cuts)
    order = sorted(range(len(parts)), key=lambda i: (parts[i].layer, -float(flats[i][:, 2].mean())))
    for index in order:
        part = parts[index]
        if isinstance(part, Face):
            _face(image, sitter, part, worlds[index], flats[index])
        else:
            _rod(image, sitter, part, flats[index])


def _face(image: U8, sitter: Sitter, face: Face, world: F64, flat: F64) -> None:
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = world[:3].tolist()
    px, py, pz, qx, qy, qz = bx - ax, by - ay, bz - az, cx - bx, cy - by, cz - bz
    nx, ny, nz = py * qz - pz * qy, pz * qx - px * qz, px * qy - py * qx
    size = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
    nx, ny, nz = nx / size, ny / size, nz / size
    if nx * -ax + ny * -ay + nz * (sitter.lens.height_m - az) < 0:
        if face.cull:
            return
        nx, ny, nz = -nx, -ny, -nz
    shine = 0.05 + 0.10 * max(0.0, nz) if face.glossy else 0.0
    colour = _tone(sitter, face.colour, (nx, ny, nz), float(flat[0, 2]), shine)
    cv2.fillPoly(image, [(flat[:, :2] * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)


def _rod(image: U8, sitter: Sitter, rod: Rod, flat: F64) -> None:
    """A limb: its dark side first, then a lighter core moved towards the sun."""
    (ax, ay, depth), (bx, by, _) = flat.tolist()
    thick = max(1, round(2 * rod.radius_m * sitter.lens.focal_px / max(depth, 1.0)))
    sx, sy, sz = sitter.backdrop.sun.tolist()
    dark = _tone(sitter, rod.colour, (0.0, -0.8, -0.3), depth, 0.0)
    cv2.line(image, (int(ax), int(ay)), (int(bx), int(by)), dark, thick, cv2.LINE_AA)
    if thick >= 3:
        right = sitter.lens.axes[0].tolist()
        across = math.copysign(thick * 0.16, right[0] * sx + right[1] * sy)
        lifted = _tone(sitter, rod.colour, (sx, sy, sz), depth, 0.02)
        p = (int(ax + across), int(ay - thick * 0.14))
        q = (int(bx + across), int(by - thick * 0.14))
        cv2.line(image, p, q, lifted, max(1, round(thick * 0.56)), cv2.LINE_AA)


def _tone(
    sitter: Sitter, colour: Colour, normal: tuple[float, float, float], depth: float, shine: float
) -> tuple[int, int, int, int]:
    """The colour a surface has on the sensor, BGR and opaque.

    The same sums as light.expose and light.haze, in scalars: this runs per face.
    """
    hour: Conditions = sitter.backdrop.hour
    toward = sum(n * s for n, s in zip(normal, sitter.backdrop.sun.tolist(), strict=True))
    sun = max(0.0, toward) * sitter.lit[0]
    sky = 0.66 + 0.34 * normal[2]
    lamp = sitter.lit[1] / 4 * (0.75 + 0.25 * normal[2])
    air = 1 - math.exp(-depth / hour.haze_m)
    values = []
    for channel in range(3):
        light = sun * hour.sun[channel] + sky * hour.sky[channel] + lamp * LAMP[channel]
        seen = (colour[channel] / 255) ** 2.2 * light + shine * hour.horizon[channel]
        seen += (hour.horizon[channel] * 0.8 - seen) * air
        values.append(max(0.0, 1 - math.exp(-seen * hour.exposure)) ** (1 / 2.2))
    grey = sum(values) / 3
    r, g, b = (
        int(255 * min(1.0, max(0.0, 0.02 + 0.97 * (grey + (v - grey) * hour.saturation))))
        for v in values
    )
    return b, g, r, 255
