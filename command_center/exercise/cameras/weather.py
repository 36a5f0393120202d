"""What lies between the street and the picture: rain, lamps that dazzle, sensor noise."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np

from command_center.exercise.cameras.lens import HEIGHT, U8, WIDTH, u8
from command_center.exercise.cameras.models import build, turned
from command_center.exercise.cameras.portraits import Actor
from command_center.exercise.cameras.sprites import Stage


@lru_cache(maxsize=4)
def rain_sheets(count: int = 6) -> tuple[U8, ...]:
    """Pictures of falling streaks to be added to a frame, shown in turn."""
    rng = np.random.default_rng(4_711)
    sheets = []
    for _ in range(count):
        sheet = np.zeros((HEIGHT, WIDTH), np.uint8)
        for _ in range(190):
            x, y = int(rng.integers(-20, WIDTH)), int(rng.integers(-30, HEIGHT))
            long = int(rng.integers(6, 26))
            cv2.line(
                sheet, (x, y), (x + long // 6, y + long), int(rng.integers(12, 46)), 1, cv2.LINE_AA
            )
        for _ in range(70):
            x, y = int(rng.integers(0, WIDTH)), int(rng.integers(HEIGHT // 2, HEIGHT))
            cv2.ellipse(sheet, (x, y), (3, 1), 0, 0, 360, int(rng.integers(14, 40)), 1, cv2.LINE_AA)
        soft = cv2.GaussianBlur(sheet, (0, 0), 0.6)
        sheets.append(u8(cv2.cvtColor(soft, cv2.COLOR_GRAY2BGR)))
    return tuple(sheets)


@lru_cache(maxsize=16)
def noise_field(sigma_tenths: int) -> tuple[U8, U8]:
    """What to add and what to subtract for sensor noise, larger than a frame to be shifted."""
    rng = np.random.default_rng(99)
    size = (HEIGHT + 64, WIDTH + 64)
    luma = rng.standard_normal((*size, 1)) * sigma_tenths / 10
    chroma = cv2.GaussianBlur(rng.standard_normal((*size, 3)), (0, 0), 1.2) * sigma_tenths / 12
    grain = np.rint(luma + chroma)
    return np.clip(grain, 0, 255).astype(np.uint8), np.clip(-grain, 0, 255).astype(np.uint8)


def add_noise(frame: U8, sigma: float, tick: int) -> None:
    """Shift a fixed field of noise about; cheap, and different in every frame."""
    plus, minus = noise_field(round(sigma * 10))
    dy, dx = tick * 37 % 64, tick * 53 % 64
    window = (slice(dy, dy + HEIGHT), slice(dx, dx + WIDTH))
    cv2.add(frame, plus[window], dst=frame)
    cv2.subtract(frame, minus[window], dst=frame)


@lru_cache(maxsize=64)
def _flare(bgr: tuple[float, float, float]) -> U8:
    y, x = np.mgrid[-1:1:64j, -1:1:64j]
    far = np.hypot(x, y)
    ball = np.clip(1 - far, 0, 1) ** 2.6 * 255 + np.exp(-((far * 9) ** 2)) * 200
    return u8(np.rint(np.clip(ball, 0, 255)[..., None] * np.array(bgr)))


GLARES = 12
"""Steps from a lamp seen from the side to one that dazzles."""


def _add_light(
    frame: U8, u: float, v: float, wide: float, high: float, bgr: tuple[float, float, float]
) -> None:
    w, h = max(2, int(wide)), max(2, int(high))
    x0, y0 = int(u - w / 2), int(v - h / 2)
    xa, ya = max(x0, 0), max(y0, 0)
    xb, yb = min(x0 + w, WIDTH), min(y0 + h, HEIGHT)
    if xa >= xb or ya >= yb:
        return
    ball = cv2.resize(_flare(bgr), (w, h))[ya - y0 : yb - y0, xa - x0 : xb - x0]
    cv2.add(frame[ya:yb, xa:xb], ball, dst=frame[ya:yb, xa:xb])


def draw_lamps(frame: U8, stage: Stage, actor: Actor) -> None:
    """Head and tail lamps of a vehicle and the light it throws on the road."""
    model = build(actor.model, actor.paint, 0)
    rad = math.radians(actor.heading_deg)
    ahead = (math.sin(rad), math.cos(rad))
    away = math.hypot(actor.x, actor.y)
    toward = -(actor.x * ahead[0] + actor.y * ahead[1]) / max(away, 1)
    u, v, depth = stage.spot(actor.x + ahead[0] * 6, actor.y + ahead[1] * 6)
    row, column = min(max(int(v), 0), HEIGHT - 1), min(max(int(u), 0), WIDTH - 1)
    if depth > 3 and stage.backdrop.barrier[row, column] > depth:
        scale = stage.lens.focal_px / depth
        _add_light(
            frame, u, v, 6.5 * scale, 6.5 * scale * stage.lens.height_m / depth, (0.14, 0.20, 0.24)
        )
    lamps = model.front if toward > -0.15 else model.rear
    points = turned(np.array(lamps), actor.x, actor.y, actor.heading_deg)
    for x, y, z in points.tolist():
        u, v, depth = stage.spot(x, y, z)
        row, column = min(max(int(v), 0), HEIGHT - 1), min(max(int(u), 0), WIDTH - 1)
        if depth < 2 or stage.backdrop.barrier[row, column] < depth - 0.5:
            continue
        size = stage.lens.focal_px / depth
        if lamps is model.front:
            glare = 0.45 + 0.55 * round(max(0.0, toward) * GLARES) / GLARES
            wide = (1.0 + 1.5 * max(0.0, toward)) * size + 4
            _add_light(frame, u, v, wide, wide, (0.80 * glare, 0.95 * glare, glare))
        else:
            _add_light(frame, u, v, 0.8 * size + 3, 0.8 * size + 3, (0.10, 0.12, 0.85))
