"""Shadows on the ground: hulls of solids, leaf clumps of trees, strokes of poles."""

from __future__ import annotations

import cv2
import numpy as np

from command_center.exercise.cameras.ground import polygon_mask
from command_center.exercise.cameras.layout import (
    Column,
    Deck,
    House,
    Lamp,
    Panel,
    Pole,
    Street,
    Thing,
    Tree,
)
from command_center.exercise.cameras.lens import F32, F64, U8, Lens
from command_center.exercise.cameras.plants import clumps


def ground_sun(street: Street, lens: Lens, sun: F64, seed: int) -> F32:
    """Share of the sun that reaches the ground under every pixel, 0-1."""
    dark = np.zeros((lens.height, lens.width), np.uint8)
    for index, thing in enumerate(street.things):
        if isinstance(thing, Tree):
            _leaves(dark, thing, lens, sun, np.random.default_rng(seed + index))
            continue
        outline = _outline(thing)
        if len(outline):
            fallen = outline[:, :2] - outline[:, 2:] * sun[:2] / max(float(sun[2]), 0.12)
            _fill(dark, fallen, lens)
    soft = cv2.GaussianBlur(dark, (0, 0), lens.width / 900)
    return np.asarray(1 - 0.93 * soft.astype(np.float32) / 255, np.float32)


def contact(street: Street, lens: Lens) -> F32:
    """How much sky the ground sees beside walls, 0-1."""
    dark = np.zeros((lens.height, lens.width), np.uint8)
    for thing in street.things:
        if isinstance(thing, (House, Deck, Panel)):
            outline = _outline(thing)
            if isinstance(thing, Panel) and thing.kind in ("bars", "railing", "banner", "awning"):
                continue
            _fill(dark, outline[:, :2], lens)
    wide = cv2.GaussianBlur(dark, (0, 0), lens.width / 90)
    return np.asarray(1 - 0.55 * wide.astype(np.float32) / 255, np.float32)


def _fill(dark: U8, spots: F64, lens: Lens) -> None:
    hull = cv2.convexHull(spots.astype(np.float32))[:, 0, :]
    flat = [(float(x), float(y), 0.0) for x, y in hull]
    np.maximum(dark, polygon_mask(flat, lens), out=dark)


def _outline(thing: Thing) -> F64:
    """Corner points that the shadow of a thing hangs on."""
    if isinstance(thing, House):
        a = np.radians(thing.turn_deg)
        across = np.array([np.cos(a), np.sin(a)]) * thing.width_m
        back = np.array([-np.sin(a), np.cos(a)]) * thing.depth_m
        flat = np.array([thing.x, thing.y]) + np.array([0 * across, across, back, across + back])
        tall = thing.height_m + (2.0 if thing.roof != "flat" else 0)
        return _lifted(flat, thing.base_m, thing.base_m + tall)
    if isinstance(thing, Deck):
        x, y, w, d = thing.x, thing.y, thing.width_m, thing.depth_m
        flat = np.array([[x, y], [x + w, y], [x, y + d], [x + w, y + d]])
        return _lifted(flat, thing.base_m, thing.top_m)
    if isinstance(thing, Panel) and thing.kind not in ("bars", "railing"):
        flat = np.array([[thing.x0, thing.y0], [thing.x1, thing.y1]])
        return _lifted(flat, thing.base_m, thing.top_m)
    if isinstance(thing, Column):
        r = thing.radius_m
        flat = np.array([[thing.x - r, thing.y], [thing.x + r, thing.y], [thing.x, thing.y + r]])
        return _lifted(flat, thing.base_m, thing.height_m)
    if isinstance(thing, (Pole, Lamp)):
        flat = np.array([[thing.x - 0.1, thing.y], [thing.x + 0.1, thing.y]])
        return _lifted(flat, 0, thing.height_m)
    return np.zeros((0, 3))


def _lifted(flat: F64, low: float, high: float) -> F64:
    rows = len(flat)
    return np.vstack(
        [np.hstack([flat, np.full((rows, 1), low)]), np.hstack([flat, np.full((rows, 1), high)])]
    )


def _leaves(dark: U8, tree: Tree, lens: Lens, sun: F64, rng: np.random.Generator) -> None:
    points = clumps(tree, rng)
    fallen = points.copy()
    fallen[:, :2] -= points[:, 2:] * sun[:2] / max(float(sun[2]), 0.12)
    fallen[:, 2] = 0
    for u, v, depth in lens.project(fallen):
        if depth < 1.5:
            continue
        wide = 0.42 * max(1.0, tree.crown_m) ** 0.7 * lens.focal_px / depth
        flat = max(1, int(wide * min(1.0, lens.height_m / depth)))
        cv2.ellipse(dark, (int(u), int(v)), (max(1, int(wide)), flat), 0, 0, 360, 255, -1)
