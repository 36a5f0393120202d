"""Trees and bushes: a trunk and a cloud of leaf dabs lit from the sun's side."""

from __future__ import annotations

import math

import cv2
import numpy as np

from command_center.exercise.cameras.buffer import Buffer
from command_center.exercise.cameras.layout import Tree
from command_center.exercise.cameras.lens import F64, Lens


def draw_tree(buffer: Buffer, tree: Tree, sun: F64, rng: np.random.Generator) -> None:
    foot = buffer.lens.project(np.array([[tree.x, tree.y, 0.0]]))[0]
    if foot[2] < 1.5:
        return
    cut = _window(buffer.lens, tree)
    if cut is None:
        return
    whole = np.zeros((buffer.lens.height, buffer.lens.width, 4), np.uint8)
    if tree.plant == "palm":
        _palm(whole, buffer.lens, tree, rng)
    else:
        _trunk(whole, buffer.lens, tree, rng)
        _crown(whole, buffer.lens, tree, sun, rng)
    layer = whole[cut]
    mask = (layer[..., 3] > 110) & (foot[2] < buffer.depth[cut])
    buffer.depth[cut][mask] = foot[2]
    buffer.albedo[cut][mask] = layer[..., :3][mask].astype(np.float32) / 255
    buffer.sun[cut][mask] = 0.42
    buffer.sky[cut][mask] = 0.72
    buffer.glow[cut][mask] = 0
    buffer.solid[cut][mask] = True


def _window(lens: Lens, tree: Tree) -> tuple[slice, slice] | None:
    """The part of the picture a tree can reach."""
    r = tree.crown_m * 1.7 + 0.8
    edge = [
        (tree.x + dx, tree.y + dy, z)
        for dx in (-r, r)
        for dy in (-r, r)
        for z in (-0.5, tree.height_m * 1.15 + 1)
    ]
    seen = lens.project(np.array(edge))
    if (seen[:, 2] < 0.5).any():
        return slice(0, lens.height), slice(0, lens.width)
    x0, y0 = np.clip(seen[:, :2].min(axis=0), 0, (lens.width, lens.height)).astype(int)
    x1, y1 = np.clip(seen[:, :2].max(axis=0) + 1, 0, (lens.width, lens.height)).astype(int)
    return (slice(y0, y1), slice(x0, x1)) if x0 < x1 and y0 < y1 else None


def clumps(tree: Tree, rng: np.random.Generator) -> F64:
    """Centres of the leaf clumps of a crown, (n, 3)."""
    if tree.plant == "pine":
        share = rng.random(160)
        angle = rng.random(160) * 2 * math.pi
        reach = tree.crown_m * (1 - share) * np.sqrt(rng.random(160))
        z = tree.height_m * (0.16 + 0.84 * share)
        return np.stack([tree.x + reach * np.cos(angle), tree.y + reach * np.sin(angle), z], axis=1)
    count = 44 if tree.plant == "bush" else 120
    unit = rng.standard_normal((count, 3))
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    unit *= (0.35 + 0.65 * rng.random((count, 1))) * (0.8 + 0.3 * rng.random((count, 1)))
    tall = tree.height_m * (0.5 if tree.plant == "bush" else 0.36)
    middle = np.array([tree.x, tree.y, tree.height_m - tall])
    return np.asarray(middle + unit * np.array([tree.crown_m, tree.crown_m, tall]))


def _trunk(layer: np.ndarray, lens: Lens, tree: Tree, rng: np.random.Generator) -> None:
    if tree.plant == "bush":
        return
    top = tree.height_m * (0.75 if tree.plant == "broad" else 0.95)
    girth = 0.035 * tree.height_m
    lean = rng.normal(0, 0.25)
    _limb(layer, lens, (tree.x, tree.y, 0), (tree.x + lean, tree.y, top), girth)
    if tree.plant == "broad":
        for _ in range(5):
            a = rng.random() * 2 * math.pi
            start = (tree.x + lean * 0.5, tree.y, tree.height_m * 0.4)
            end = (
                tree.x + math.cos(a) * tree.crown_m * 0.7,
                tree.y + math.sin(a) * tree.crown_m * 0.7,
                tree.height_m * 0.75,
            )
            _limb(layer, lens, start, end, girth * 0.45)


def _limb(
    layer: np.ndarray,
    lens: Lens,
    a: tuple[float, float, float],
    b: tuple[float, float, float],
    girth_m: float,
) -> None:
    ends = lens.project(np.array([a, b], float))
    thick = max(1, round(lens.focal_px * girth_m / ends[0, 2]))
    p, q = (tuple(int(c) for c in end[:2]) for end in ends)
    cv2.line(layer, p, q, (70, 58, 46, 255), thick, cv2.LINE_AA)
    if thick > 3:
        shift = thick // 4
        cv2.line(layer, (p[0] - shift, p[1]), (q[0] - shift, q[1]), (104, 90, 74, 255), thick // 3)


def _crown(layer: np.ndarray, lens: Lens, tree: Tree, sun: F64, rng: np.random.Generator) -> None:
    centres = clumps(tree, rng)
    away = np.linalg.norm(centres - lens.position, axis=1)
    spread = {"bush": 0.34, "pine": 0.42}.get(tree.plant, 0.30) * max(1.0, tree.crown_m) ** 0.7
    middle = np.array([tree.x, tree.y, centres[:, 2].mean()])
    tint = np.array([rng.normal(0, 7), rng.normal(0, 8), rng.normal(0, 4)])
    scale = lens.focal_px / float(away.mean())
    leaf = float(np.clip((0.10 if tree.plant != "pine" else 0.08) * scale, 1.5, 3.2))
    dabs = int(np.clip(5.0 * (spread * scale / leaf) ** 1.4, 10, 150))
    for index in np.argsort(-away):
        centre = centres[index]
        toward = (centre - middle) / max(tree.crown_m, 1)
        bright = 0.62 + 0.34 * float(toward @ sun) + 0.22 * float(toward[2])
        points = centre + rng.standard_normal((dabs, 3)) * spread * np.array([1, 1, 0.7])
        lift = (points - centre) @ sun / spread
        seen = lens.project(points)
        tones = np.clip(bright + 0.16 * lift + rng.normal(0, 0.10, dabs), 0.16, 1.35)
        colours = np.array([98, 112, 62]) + tint + rng.normal(0, 7, (dabs, 3))
        colours = np.clip(colours * tones[:, None], 6, 235)
        sizes = np.clip(leaf * rng.uniform(0.6, 1.5, dabs), 1, 9)
        for (u, v, _), colour, size in zip(
            seen.tolist(), colours.tolist(), sizes.tolist(), strict=True
        ):
            cv2.ellipse(
                layer,
                (int(u), int(v)),
                (int(size) + 1, int(size * 0.6) + 1),
                u * 57 % 180,
                0,
                360,
                (*colour, 255),
                -1,
            )


def _palm(layer: np.ndarray, lens: Lens, tree: Tree, rng: np.random.Generator) -> None:
    top = (tree.x + rng.normal(0, 0.3), tree.y, tree.height_m)
    _limb(layer, lens, (tree.x, tree.y, 0), top, 0.028 * tree.height_m)
    for frond in range(16):
        a = frond * 2 * math.pi / 16 + rng.normal(0, 0.15)
        droop = rng.uniform(0.3, 1.0)
        for step in np.linspace(0.05, 1, 18):
            reach = tree.crown_m * step
            rise = tree.crown_m * (0.45 * math.sin(step * math.pi * 0.8) - droop * step**2 * 0.6)
            base = np.array(
                [top[0] + reach * math.cos(a), top[1] + reach * math.sin(a), top[2] + rise]
            )
            side = np.array([-math.sin(a), math.cos(a), -0.9]) * 0.55 * (1.1 - step)
            ends = lens.project(np.array([base, base + side, base - side * [1, 1, -1]]))
            tone = 0.55 + 0.35 * math.cos(a - 2) + rng.normal(0, 0.08)
            colour = tuple(float(np.clip(c * tone, 5, 220)) for c in (98, 116, 54))
            points = [tuple(int(c) for c in end[:2]) for end in ends]
            for end in points[1:]:
                cv2.line(layer, points[0], end, (*colour, 255), 1, cv2.LINE_AA)
