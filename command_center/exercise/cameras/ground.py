"""The ground seen from the camera: roads, kerbs, pavement, markings, by world coordinates."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import cv2
import numpy as np

from command_center.exercise.cameras.layout import Land, Line, Material, Patch, Ring, Strip, Zebra
from command_center.exercise.cameras.lens import F32, U8, Lens, Point, f32
from command_center.exercise.cameras.noise import cloud_tile, grain_tile, sample

BASE: dict[Material, tuple[float, float, float]] = {
    "asphalt": (0.36, 0.365, 0.37),
    "block": (0.53, 0.48, 0.45),
    "grass": (0.34, 0.40, 0.20),
    "dirt": (0.55, 0.48, 0.40),
    "concrete": (0.60, 0.595, 0.58),
    "tile": (0.64, 0.59, 0.55),
    "water": (0.36, 0.38, 0.32),
}
PAINT = np.array([0.82, 0.82, 0.79], np.float32)


@dataclass
class Floor:
    """Ground under every pixel: positions in metres and albedo 0-1 (red, green, blue)."""

    x: F32
    y: F32
    depth: F32
    albedo: F32
    road: F32
    """Distance outside the carriageway in metres, negative on it."""


class Surface:
    """World coordinates of the ground pixels with the noise all materials share."""

    def __init__(self, lens: Lens) -> None:
        self.x, self.y, self.depth = lens.ground_rays()
        foot = self.depth * self.depth / np.float32(lens.focal_px * lens.height_m)
        self.foot = np.where(np.isfinite(foot), foot, np.float32(1e6)).astype(np.float32)
        self.broad = sample(cloud_tile(), self.x, self.y, 61.0)
        self.medium = sample(cloud_tile(), self.x + 7, self.y - 3, 13.0) * self.fade(0.6)
        self.fine = sample(grain_tile(), self.x, self.y, 9.0) * self.fade(0.05)

    def fade(self, detail_m: float) -> F32:
        """1 where a detail of that size can be seen, towards 0 where a pixel is larger."""
        return f32(np.clip(detail_m * 2 / self.foot, 0, 1))


def paint_floor(land: Land, lens: Lens) -> Floor:
    ground = Surface(lens)
    road, marks = _roads(land, ground)
    albedo = material(land.verge, ground)
    _blend(albedo, material(land.pavement, ground), _below(road, land.pavement_m, ground))
    for patch in land.patches:
        if not patch.over_roads:
            _blend(albedo, material(patch.material, ground), _inside(patch, lens))
    if land.kerb != "none":
        _kerb(albedo, road, land, ground)
    tar = material("asphalt", ground)
    _wear(tar, road, ground)
    for zebra in land.zebras:
        marks = np.maximum(marks, _zebra(zebra, ground))
    for line in land.lines:
        marks = np.maximum(marks, _line(line, ground))
    worn = np.clip(0.86 + 0.22 * ground.medium + 0.12 * ground.fine, 0.25, 1)
    _blend(tar, np.broadcast_to(PAINT, tar.shape), marks * worn)
    _blend(albedo, tar, _below(road, 0.0, ground))
    for patch in land.patches:
        if patch.over_roads:
            _blend(albedo, material(patch.material, ground), _inside(patch, lens))
    return Floor(ground.x, ground.y, ground.depth, albedo, road)


def material(name: Material, ground: Surface) -> F32:
    """Albedo of a material everywhere."""
    base = np.array(BASE[name], np.float32)
    rough = {"asphalt": 0.07, "grass": 0.26, "dirt": 0.16, "water": 0.05}.get(name, 0.09)
    shade = 1 + rough * (0.6 * ground.medium + 0.5 * ground.fine + 0.45 * ground.broad)
    if name in ("block", "tile", "concrete"):
        shade = shade * _joints(ground, {"block": 0.4, "tile": 0.6, "concrete": 3.0}[name])
    colour = shade[..., None] * base
    if name == "grass":
        dry = np.clip(0.35 + 0.5 * ground.broad + 0.25 * ground.medium, 0, 1)[..., None]
        colour = colour * (1 - 0.55 * dry) + 0.55 * dry * np.array([0.52, 0.47, 0.30], np.float32)
    return np.asarray(np.clip(colour, 0.02, 1), np.float32)


def _joints(ground: Surface, pitch_m: float) -> F32:
    gap = np.minimum(np.mod(ground.x, pitch_m), np.mod(ground.y, pitch_m)) < 0.08 * pitch_m
    return np.asarray(1 - 0.28 * gap * ground.fade(pitch_m * 0.35), np.float32)


def _roads(land: Land, ground: Surface) -> tuple[F32, F32]:
    """Distance outside all roads with rounded corners, and the share of lane paint."""
    near = np.full(ground.x.shape, 1e3, np.float32)
    marks = np.zeros(ground.x.shape, np.float32)
    for road in land.roads:
        if isinstance(road, Ring):
            out = np.hypot(ground.x - road.centre[0], ground.y - road.centre[1])
            away = np.maximum(out - road.outer_m, road.inner_m - out)
        else:
            along, side = along_and_side(road.points, ground)
            away = np.abs(side) - road.width_m / 2
            marks = np.maximum(marks, _lanes(road, along, side, ground))
        near = _smooth_min(near, away.astype(np.float32), land.corner_m)
    for x, y, radius in land.quiet:
        marks = marks * (np.hypot(ground.x - x, ground.y - y) > radius)
    return near, marks.astype(np.float32)


def _smooth_min(a: F32, b: F32, k: float) -> F32:
    """Polynomial smooth minimum that rounds inner corners by about k metres."""
    h = np.clip(0.5 + 0.5 * (b - a) / k, 0, 1)
    return np.asarray(b + (a - b) * h - k * h * (1 - h), np.float32)


def along_and_side(points: tuple[Point, ...], ground: Surface) -> tuple[F32, F32]:
    """Metres along a polyline and signed metres to its right, of the nearest segment."""
    best = np.full(ground.x.shape, 1e6, np.float32)
    along = np.zeros_like(best)
    side = np.full_like(best, 1e3)
    start = 0.0
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        length = float(np.hypot(bx - ax, by - ay))
        dx, dy = (bx - ax) / length, (by - ay) / length
        t = (ground.x - ax) * dx + (ground.y - ay) * dy
        s = (ground.x - ax) * dy - (ground.y - ay) * dx
        past = np.maximum(np.maximum(-t, t - length), 0)
        gap = np.hypot(s, past)
        closer = gap < best
        best = np.where(closer, gap, best)
        along = np.where(closer, t + start, along)
        side = np.where(closer, np.where(past > 0, np.copysign(gap, s), s), side)
        start += length
    return along.astype(np.float32), side.astype(np.float32)


def _stroke(gap: F32, half_m: float, ground: Surface) -> F32:
    """Coverage of a painted stroke, softened by the size of a pixel."""
    soft = np.maximum(ground.foot * 0.25, 0.02)
    return np.asarray(np.clip((half_m - gap) / soft + 0.5, 0, 1), np.float32)


def _lanes(road: Strip, along: F32, side: F32, ground: Surface) -> F32:
    marks = np.zeros_like(side)
    dash = (np.mod(along, 8.0) < 3.0).astype(np.float32)
    if road.centre == "double":
        marks = _stroke(np.abs(np.abs(side) - 0.14), 0.06, ground)
    elif road.centre != "none":
        solid = _stroke(np.abs(side), 0.07, ground)
        marks = solid * (dash if road.centre == "dash" else 1)
    lane = road.width_m / road.lanes
    for index in range(1, road.lanes):
        offset = -road.width_m / 2 + index * lane
        if abs(offset) > 0.2 or road.centre == "none":
            marks = np.maximum(marks, _stroke(np.abs(side - offset), 0.06, ground) * dash)
    if road.edges:
        rim = np.abs(np.abs(side) - road.width_m / 2 + 0.35)
        marks = np.maximum(marks, _stroke(rim, 0.06, ground) * 0.8)
    return np.asarray(marks, np.float32)


def _zebra(zebra: Zebra, ground: Surface) -> F32:
    (ax, ay), (bx, by) = zebra.a, zebra.b
    length = float(np.hypot(bx - ax, by - ay))
    dx, dy = (bx - ax) / length, (by - ay) / length
    t = (ground.x - ax) * dx + (ground.y - ay) * dy
    s = (ground.x - ax) * dy - (ground.y - ay) * dx
    inside = (t > 0) & (t < length) & (np.abs(s) < zebra.width_m / 2)
    bar = _stroke(np.abs(np.mod(t, 1.0) - 0.5).astype(np.float32), 0.26, ground)
    return np.asarray(inside * bar, np.float32)


def _line(line: Line, ground: Surface) -> F32:
    (ax, ay), (bx, by) = line.a, line.b
    length = float(np.hypot(bx - ax, by - ay))
    dx, dy = (bx - ax) / length, (by - ay) / length
    t = (ground.x - ax) * dx + (ground.y - ay) * dy
    s = (ground.x - ax) * dy - (ground.y - ay) * dx
    stroke = _stroke(np.abs(s).astype(np.float32), line.width_m / 2, ground)
    return np.asarray(stroke * ((t > 0) & (t < length)), np.float32)


def _kerb(albedo: F32, road: F32, land: Land, ground: Surface) -> None:
    kerb = _below(road, 0.32, ground)
    shade = np.full(road.shape, 0.55, np.float32)
    if land.kerb == "painted":
        block = np.mod(np.floor((ground.x + ground.y) / 0.9), 2)
        seen = ground.fade(0.5)
        shade = (0.44 + (np.where(block > 0, 0.66, 0.12) - 0.44) * seen).astype(np.float32)
    shade = shade * (1 + 0.06 * ground.medium)
    _blend(albedo, np.repeat(shade[..., None], 3, axis=2), kerb)


def _wear(tar: F32, road: F32, ground: Surface) -> None:
    """Dust along the kerb, repairs and cracks."""
    dust = np.clip(1 + road / 1.4, 0, 1) * (road < 0) * (0.5 + 0.3 * ground.medium)
    _blend(tar, np.broadcast_to(f32([0.52, 0.48, 0.43]), tar.shape), dust * 0.45)
    repair = np.clip(sample(cloud_tile(), ground.x, ground.y * 0.4, 47.0) * 3 - 4.2, 0, 1)
    tar *= (1 - 0.28 * repair)[..., None]
    vein = np.abs(sample(cloud_tile(), ground.x * 1.3 + 5, ground.y, 23.0))
    tar *= (1 - 0.17 * (vein < 0.045) * ground.fade(0.12))[..., None]


def _below(road: F32, edge_m: float, ground: Surface) -> F32:
    soft = np.maximum(ground.foot * 0.25, 0.03)
    return np.asarray(np.clip((edge_m - road) / soft + 0.5, 0, 1), np.float32)


def _inside(patch: Patch, lens: Lens) -> F32:
    mask = polygon_mask([(x, y, 0.0) for x, y in patch.points], lens)
    return f32(mask) / f32(255)


def polygon_mask(points: list[tuple[float, float, float]], lens: Lens) -> U8:
    """255 inside the projection of a polygon, clipped at half a metre before the camera."""
    seen = (np.array(points) - lens.position) @ lens.matrix.T
    clipped: list[tuple[float, float]] = []
    for a, b in zip(seen, np.roll(seen, -1, axis=0), strict=True):
        if a[2] > 0.5:
            clipped.append((a[0] / a[2], a[1] / a[2]))
        if (a[2] > 0.5) != (b[2] > 0.5):
            cut = a + (b - a) * (0.5 - a[2]) / (b[2] - a[2])
            clipped.append((cut[0] / cut[2], cut[1] / cut[2]))
    mask = np.zeros((lens.height, lens.width), np.uint8)
    if len(clipped) >= 3:
        corners = np.clip(np.array(clipped), -20_000, 20_000) * 16
        cv2.fillPoly(mask, [corners.astype(np.int32)], 255, cv2.LINE_AA, 4)
    return mask


def _blend(under: F32, over: F32, share: F32) -> None:
    """Mix `over` into `under` by share, in place."""
    weight = np.clip(share, 0, 1)[..., None]
    under += (over - under) * weight
