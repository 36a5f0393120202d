"""Textures of walls and roofs, drawn flat and then laid on the solids in perspective.

Colours are red, green, blue; textures are (h, w, 3) uint8 with v downwards.
"""

from __future__ import annotations

import cv2
import numpy as np

from command_center.exercise.cameras.layout import Colour, Facade
from command_center.exercise.cameras.lens import F32, U8
from command_center.exercise.cameras.noise import cloud_tile, grain_tile


def canvas(width_m: float, height_m: float, ppm: float, colour: Colour) -> U8:
    size = (max(2, round(height_m * ppm)), max(2, round(width_m * ppm)), 3)
    return np.full(size, colour, np.uint8)


def facade(
    spec: Facade, width_m: float, height_m: float, ppm: float, rng: np.random.Generator
) -> tuple[U8, U8]:
    """Day texture and night glow of a wall with windows and a ground floor."""
    wall = canvas(width_m, height_m, ppm, spec.wall)
    glow = np.zeros_like(wall)
    weather(wall, ppm, spec.grime, rng)
    bays = max(1, round(width_m / spec.bay_m))
    bay_px = wall.shape[1] / bays
    floor_px = wall.shape[0] / max(1, spec.floors)
    for floor in range(spec.floors):
        bottom = wall.shape[0] - floor * floor_px
        for bay in range(bays):
            cell = (bay * bay_px, bottom - floor_px, bay_px, floor_px)
            if floor == 0:
                _ground_bay(wall, glow, cell, spec, rng)
            else:
                _window(wall, glow, cell, rng, lit=rng.random() < 0.35)
        if floor:
            _ledge(wall, bottom, ppm)
    if spec.sign and spec.floors:
        _sign(wall, glow, spec, floor_px, ppm)
    return wall, glow


def weather(wall: U8, ppm: float, strength: float, rng: np.random.Generator) -> None:
    """Stains: broad patches, streaks below the top edge, dirt at the foot."""
    rows, columns = wall.shape[:2]
    clouds = _crop(cloud_tile(), rows, columns, rng)
    grain = _crop(grain_tile(), rows, columns, rng)
    streaks = cv2.resize(_crop(grain_tile(), 2, columns, rng), (columns, rows))
    streaks = cv2.blur(streaks, (max(1, int(ppm * 0.2)), 1))
    height = np.linspace(1, 0, rows, dtype=np.float32)[:, None]
    shade = 1 + strength * (0.045 * clouds + 0.02 * grain)
    shade -= strength * 0.10 * np.clip(streaks, 0, 2) * height**2
    shade -= strength * 0.13 * np.clip(1 - height * rows / (ppm * 0.9), 0, 1)
    wall[:] = np.clip(wall * shade[..., None], 0, 255)


def _crop(tile: F32, rows: int, columns: int, rng: np.random.Generator) -> F32:
    top, left = rng.integers(0, 512, 2)
    r = (np.arange(rows) + top) % 512
    c = (np.arange(columns) + left) % 512
    return tile[np.ix_(r, c)]


def _box(image: U8, x: float, y: float, w: float, h: float, colour: Colour) -> None:
    cv2.rectangle(image, (round(x), round(y)), (round(x + w) - 1, round(y + h) - 1), colour, -1)


def _window(
    wall: U8,
    glow: U8,
    cell: tuple[float, float, float, float],
    rng: np.random.Generator,
    lit: bool,
) -> None:
    x, y, w, h = cell
    wx, wy, ww, wh = x + 0.17 * w, y + 0.26 * h, 0.66 * w, 0.46 * h
    _box(wall, wx - 0.03 * w, wy - 0.03 * h, ww * 1.09, wh * 1.13, (176, 172, 164))
    shade = int(rng.integers(38, 78))
    glass = (shade, shade + 8, shade + 14)
    _box(wall, wx, wy, ww, wh, glass)
    cv2.line(wall, (round(wx), round(wy + wh)), (round(wx + ww), round(wy)), (96, 108, 118), 1)
    if rng.random() < 0.5:
        drape = int(rng.integers(120, 190))
        _box(wall, wx, wy, ww * 0.3, wh, (drape, drape - 8, drape - 22))
    for part in (1 / 3, 2 / 3):
        _box(wall, wx + ww * part, wy, max(1.0, 0.02 * w), wh, (150, 148, 142))
    if rng.random() < 0.3:
        _box(wall, x + 0.7 * w, y + 0.76 * h, 0.2 * w, 0.14 * h, (198, 198, 192))
        _box(wall, x + 0.73 * w, y + 0.79 * h, 0.1 * w, 0.08 * h, (120, 120, 118))
    if lit:
        warm = (235, 196, 128) if rng.random() < 0.7 else (196, 214, 226)
        _box(glow, wx, wy, ww, wh, tuple(int(c * 0.75) for c in warm))  # type: ignore[arg-type]


def _ground_bay(
    wall: U8,
    glow: U8,
    cell: tuple[float, float, float, float],
    spec: Facade,
    rng: np.random.Generator,
) -> None:
    x, y, w, h = cell
    if spec.ground == "windows":
        _window(wall, glow, cell, rng, lit=rng.random() < 0.4)
        return
    if spec.ground == "blank":
        return
    kind = spec.ground
    if kind == "shop" and rng.random() < 0.28:
        kind = "shutter"
    ox, oy, ow, oh = x + 0.05 * w, y + 0.26 * h, 0.9 * w, 0.74 * h
    if kind == "shutter":
        tone = int(rng.integers(105, 165))
        _box(wall, ox, oy, ow, oh, (tone, tone + 4, tone + 6))
        for row in np.arange(oy, oy + oh, max(2.0, 0.05 * h)):
            _box(wall, ox, row, ow, 1, (tone - 34, tone - 32, tone - 30))
        return
    _box(wall, ox, oy, ow, oh, (34, 33, 34) if kind != "glass" else (52, 64, 72))
    if kind == "arcade":
        _box(wall, x, y + 0.2 * h, w, 0.06 * h, (226, 222, 212))
        _box(glow, ox, oy, ow, oh, (74, 60, 38))
        return
    if kind == "glass":
        for part in np.linspace(0, 1, 5):
            _box(wall, ox + ow * part, oy, max(1, 0.02 * w), oh, (164, 168, 170))
        _box(glow, ox, oy, ow, oh, (120, 124, 118))
        return
    _goods(wall, (ox, oy, ow, oh), rng)
    _box(glow, ox, oy, ow, oh, (214, 206, 178))


def _goods(wall: U8, cell: tuple[float, float, float, float], rng: np.random.Generator) -> None:
    """The inside of an open shop: shelves with small coloured things."""
    x, y, w, h = cell
    _box(wall, x, y, w, 0.2 * h, (70, 66, 60))
    for _ in range(26):
        colour = tuple(int(c) for c in rng.integers(50, 190, 3))
        gx, gy = x + rng.random() * 0.88 * w, y + (0.3 + 0.55 * rng.random()) * h
        _box(wall, gx, gy, 0.1 * w, 0.1 * h, colour)  # type: ignore[arg-type]


def _ledge(wall: U8, bottom: float, ppm: float) -> None:
    thick = max(1.0, 0.16 * ppm)
    _box(wall, 0, bottom - thick, wall.shape[1], thick, (186, 182, 172))
    _box(wall, 0, bottom, wall.shape[1], max(1.0, 0.08 * ppm), (104, 100, 94))


def _sign(wall: U8, glow: U8, spec: Facade, floor_px: float, ppm: float) -> None:
    """One board above the ground floor over the middle of the wall."""
    width = wall.shape[1]
    height = min(floor_px * 0.3, 1.1 * ppm)
    top = wall.shape[0] - floor_px * 1.0 - (height * 0.35 if spec.floors > 1 else -0.02 * floor_px)
    left, wide = width * 0.08, width * 0.84
    _box(wall, left, top, wide, height, spec.sign_colour)
    lettering(wall, spec.sign, (left, top, wide, height), (240, 238, 230))
    _box(glow, left, top, wide, height, tuple(c // 2 for c in spec.sign_colour))  # type: ignore[arg-type]
    lettering(glow, spec.sign, (left, top, wide, height), (235, 232, 220))


def lettering(
    image: U8, text: str, cell: tuple[float, float, float, float], colour: Colour
) -> None:
    """Text fitted into a cell."""
    x, y, w, h = cell
    font = cv2.FONT_HERSHEY_DUPLEX
    (tw, th), _ = cv2.getTextSize(text, font, 1.0, 2)
    scale = min(w * 0.9 / max(tw, 1), h * 0.62 / max(th, 1))
    origin = (round(x + (w - tw * scale) / 2), round(y + (h + th * scale) / 2))
    weight = max(1, round(scale * 2.4))
    cv2.putText(image, text, origin, font, scale, colour, weight, cv2.LINE_AA)


def tiles(
    width_m: float, height_m: float, ppm: float, colour: Colour, rng: np.random.Generator
) -> U8:
    """Clay roof tiles in rows, unevenly bleached."""
    roof = canvas(width_m, height_m, ppm, colour)
    rows, columns = roof.shape[:2]
    shade = 1 + 0.11 * _crop(cloud_tile(), rows, columns, rng)
    shade = shade + 0.05 * _crop(grain_tile(), rows, columns, rng)
    pitch = 0.33 * ppm
    if pitch > 2:
        saw = np.mod(np.arange(rows), pitch) / pitch
        shade = shade * (0.78 + 0.28 * saw[:, None])
        wave = np.cos(np.arange(columns) * 2 * np.pi / (pitch * 0.9))
        shade = shade * (1 + 0.07 * wave[None, :])
    return np.asarray(np.clip(roof * shade[..., None], 0, 255), np.uint8)


def sheet(
    width_m: float, height_m: float, ppm: float, colour: Colour, rng: np.random.Generator
) -> U8:
    """A plain surface: concrete roof, canopy, tarpaulin."""
    plain = canvas(width_m, height_m, ppm, colour)
    weather(plain, ppm, 1.2, rng)
    return plain


def bars(width_m: float, height_m: float, ppm: float, colour: Colour, pitch_m: float = 0.22) -> U8:
    """A fence of upright bars with two rails; the rest is a hole."""
    fence = np.zeros((max(4, round(height_m * ppm)), max(4, round(width_m * ppm)), 4), np.uint8)
    rows, columns = fence.shape[:2]
    pitch = max(pitch_m * ppm, 3.0)
    full = (*colour, 255)
    for x in np.arange(0, columns, pitch):
        cv2.rectangle(fence, (int(x), 0), (int(x + pitch * 0.30), rows), full, -1)
    for share in (0.06, 0.86):
        y = int(rows * share)
        cv2.rectangle(fence, (0, y), (columns, y + max(1, int(0.07 * ppm))), full, -1)
    for x in np.arange(0, columns, 3.0 * ppm):
        cv2.rectangle(fence, (int(x), 0), (int(x + 0.28 * ppm), rows), full, -1)
    return fence
